"""What is wanted or posted in Slack, and what has yet to be done there."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.columns import json_field, stored, text_field
from bot.states import OutboxAction, OutboxState, Surface


class Message(SQLModel, table=True):
    """A message in Slack, wanted or posted. ``key`` makes it one of its kind: what is said twice is said once.

    ``about_case_id`` is the case that a direct message is about: it stands in nobody's thread, so it belongs to none.
    """

    __table_args__ = (UniqueConstraint("workspace_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    case_id: int | None = Field(default=None, foreign_key="oops_case.id", index=True)
    about_case_id: int | None = Field(default=None, foreign_key="oops_case.id", index=True)
    key: str = Field(max_length=120, sa_column_kwargs={"insert_sentinel": True})
    surface: Surface = stored(Surface)
    subject_id: int | None = None
    params: dict[str, Any] = json_field(dict)
    channel_id: str = Field(max_length=40)
    is_threaded: bool = False
    ts: str | None = Field(default=None, max_length=40)
    posted_to: str | None = Field(default=None, max_length=40)


class Outbox(SQLModel, table=True):
    """One thing to be done in Slack exactly once. ``intent_id`` stays the same over every try."""

    __table_args__ = (Index("ix_outbox_waiting", "state", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    intent_id: str = Field(default_factory=lambda: uuid4().hex, max_length=40, unique=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    case_id: int | None = Field(default=None, foreign_key="oops_case.id", index=True)
    message_id: int = Field(foreign_key="message.id", index=True)
    action: OutboxAction = stored(OutboxAction)
    is_root: bool = False
    state: OutboxState = stored(OutboxState)
    channel_id: str = Field(max_length=40)
    not_before: datetime
    owner: str | None = None
    lease_until: datetime | None = None
    sent_after: datetime | None = None
    attempt: int = 0
    lookups: int = 0
    looked_up_at: datetime | None = None
    error: str = text_field()
    created_at: datetime
