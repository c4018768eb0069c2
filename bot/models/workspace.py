"""Who uses oops, for whom, and what Slack said of its channels and people."""

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.brand import Relation, Reputation
from bot.columns import json_field, stored
from bot.states import ChannelKind, GroupTrouble


class Workspace(SQLModel, table=True):
    """A Slack team that installed oops.

    ``scopes`` and ``response_channel`` (of brands without one of their own) are as the bot last started with them.
    """

    id: int | None = Field(default=None, primary_key=True)
    team_id: str = Field(unique=True, max_length=40)
    name: str = ""
    bot_user_id: str = ""
    bot_id: str = ""
    app_id: str = ""
    url: str = ""
    scopes: list[str] = json_field(list)
    response_channel: str = ""
    next_case_number: int = 1
    is_active: bool = True
    created_at: datetime


class Brand(SQLModel, table=True):
    """An account owner the team speaks for.

    ``check_ins`` are durations such as ``20m,1h`` that replace the channel's times; ``keep_days`` is how long a closed case's
    content is kept (null: until it is erased by hand); ``steps_done`` are the guide's steps that somebody has answered.
    ``is_practice``: exercises stand on it, and nobody is asked for it.
    """

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id", index=True)
    name: str
    relation: Relation = stored(Relation)
    reputation: Reputation = stored(Reputation)
    voice: dict[str, Any] = json_field(dict)
    response_channel: str | None = None
    lead: str | None = None
    backup: str | None = None
    approvers: list[str] = json_field(list)
    approvals_needed: int = 1
    self_approval: bool = False
    owners: dict[str, str] = json_field(dict)
    timezone: str = "UTC"
    quiet_from: str | None = None
    quiet_until: str | None = None
    rests_on_weekends: bool = False
    check_ins: str = ""
    keep_days: int | None = None
    steps_done: list[str] = json_field(list)
    is_archived: bool = False
    is_practice: bool = False
    weekly_digest: bool = False
    version: int = 1
    created_at: datetime


class BrandContact(SQLModel, table=True):
    """A key person of a brand and how to reach them off-line."""

    __tablename__ = "brand_contact"

    id: int | None = Field(default=None, primary_key=True)
    brand_id: int = Field(foreign_key="brand.id", index=True)
    name: str
    role: str = ""
    reach: str = ""
    affected: list[str] = json_field(list)
    version: int = 1


class SlackChannel(SQLModel, table=True):
    """What Slack said of a conversation when it was last asked (``checked_at``).

    ``members`` are those whom it named last: while oops is not in it, nobody can say who has left.
    """

    __tablename__ = "slack_channel"
    __table_args__ = (UniqueConstraint("workspace_id", "channel_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    channel_id: str = Field(max_length=40)
    name: str = ""
    kind: ChannelKind = stored(ChannelKind)
    is_archived: bool = False
    is_bot_member: bool = False
    members: list[str] = json_field(list)
    checked_at: datetime


class SlackUserGroup(SQLModel, table=True):
    """What Slack said of a user group when it was last asked; ``members`` are people's ids, none where there is ``trouble``."""

    __tablename__ = "slack_user_group"
    __table_args__ = (UniqueConstraint("workspace_id", "group_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    group_id: str = Field(max_length=40)
    members: list[str] = json_field(list)
    trouble: GroupTrouble | None = stored(GroupTrouble, nullable=True)
    checked_at: datetime


class SlackUser(SQLModel, table=True):
    """What Slack said of a person when it was last asked (``checked_at``).

    ``is_bot``: an app acts under this name; null where Slack was asked before that was written down.
    """

    __tablename__ = "slack_user"
    __table_args__ = (UniqueConstraint("workspace_id", "user_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    user_id: str = Field(max_length=40)
    name: str = ""
    timezone: str = "UTC"
    is_admin: bool = False
    is_bot: bool | None = None
    is_absent: bool = False
    checked_at: datetime
