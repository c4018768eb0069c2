"""The tables.

Rows hold the truth: a message is re-rendered from them and never read back. Times are aware and in UTC.
``version`` is raised by every state change, so that of two people who act at once exactly one takes effect.
"""

from datetime import datetime
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter
from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.attention import CheckInAnswer
from bot.brand import Relation, Reputation
from bot.columns import json_field, stored, text_field
from bot.draft_kinds import DraftKind
from bot.plan import Level, Plan, TaskKind
from bot.report import Channel, Harm, Mistake, Report
from bot.states import (
    CaseState,
    ChannelKind,
    CheckInState,
    DraftState,
    EvidenceState,
    OutboxAction,
    OutboxState,
    Surface,
    TaskState,
)
from bot.voice import Voice

# Named before any model, so that Alembic can change a constraint on SQLite, which does not name them by itself.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

REPORT = TypeAdapter(Report)
PLAN = TypeAdapter(Plan)
VOICE = TypeAdapter(Voice)


class Workspace(SQLModel, table=True):
    """A Slack team that installed oops."""

    id: int | None = Field(default=None, primary_key=True)
    team_id: str = Field(unique=True, max_length=40)
    name: str = ""
    bot_user_id: str = ""
    bot_id: str = ""
    app_id: str = ""
    url: str = ""
    next_case_number: int = 1
    is_active: bool = True
    created_at: datetime


class Brand(SQLModel, table=True):
    """An account owner the team speaks for."""

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
    is_archived: bool = False
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


class SlackChannel(SQLModel, table=True):
    """What Slack said of a conversation when it was last asked (``checked_at``)."""

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


class SlackUser(SQLModel, table=True):
    """What Slack said of a person when it was last asked (``checked_at``)."""

    __tablename__ = "slack_user"
    __table_args__ = (UniqueConstraint("workspace_id", "user_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    user_id: str = Field(max_length=40)
    name: str = ""
    timezone: str = "UTC"
    is_admin: bool = False
    is_absent: bool = False
    checked_at: datetime


class Case(SQLModel, table=True):
    """The thing that lives, shown as ``OOPS-7``. ``channel_id`` is a person's id while it lives in a direct message."""

    __tablename__ = "oops_case"
    __table_args__ = (
        UniqueConstraint("workspace_id", "number"),
        UniqueConstraint("workspace_id", "report_key"),
        Index("ix_oops_case_alike", "brand_id", "mistake", "opened_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    number: int
    brand_id: int = Field(foreign_key="brand.id")
    report_key: str = Field(max_length=80)
    state: CaseState = stored(CaseState, index=True)
    level: Level = stored(Level)
    reporter: str
    lead: str | None = None
    channel_id: str = Field(index=True, max_length=40)
    channel: Channel = stored(Channel)
    mistake: Mistake = stored(Mistake)
    harm: Harm = stored(Harm)
    report: dict[str, Any] = json_field(dict)
    is_exercise: bool = False
    opened_at: datetime
    check_ins_since: datetime
    other_answer_at: datetime | None = None
    nudges: int = 0
    last_look_at: datetime | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None
    cause: str = text_field()
    change: str = text_field()
    call_override: str = text_field()
    version: int = 1


class ReportForm(SQLModel, table=True):
    """An open report modal: its answers as last seen, what the app filled in under each action id, and the ids' suffixes."""

    __tablename__ = "report_form"

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    user_id: str
    answers: dict[str, Any] = json_field(dict)
    filled: dict[str, Any] = json_field(dict)
    suffixes: dict[str, int] = json_field(dict)
    notes: dict[str, str] = json_field(dict)
    case_id: int | None = Field(default=None, foreign_key="oops_case.id")
    is_flaring: bool = False
    created_at: datetime


class CasePlan(SQLModel, table=True):
    """One plan of a case; the newest counts, the older ones stay. ``chosen_by`` is set when a person chose the level."""

    __tablename__ = "case_plan"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="oops_case.id")
    number: int
    level: Level = stored(Level)
    call_first: bool = False
    report: dict[str, Any] = json_field(dict)
    plan: dict[str, Any] = json_field(dict)
    difference: list[str] = json_field(list)
    chosen_by: str | None = None
    reason: str = text_field()
    created_at: datetime


class Task(SQLModel, table=True):
    """One action with an owner and a due time. ``owner`` is a role's words, ``done_by`` a person's id."""

    __table_args__ = (UniqueConstraint("case_id", "plan_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="oops_case.id", index=True)
    plan_id: int = Field(foreign_key="case_plan.id")
    key: str
    position: int
    kind: TaskKind = stored(TaskKind)
    text: str = text_field()
    owner: str = ""
    due_at: datetime
    state: TaskState = stored(TaskState)
    done_by: str | None = None
    done_at: datetime | None = None
    version: int = 1


class Draft(SQLModel, table=True):
    """One text of one kind for one case; its versions never change."""

    __table_args__ = (Index("ix_draft_case_kind", "case_id", "kind"),)

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="oops_case.id")
    kind: DraftKind = stored(DraftKind)
    position: int
    is_main: bool = False
    state: DraftState = stored(DraftState)
    newest: int = 1
    note: str = text_field()
    acted_by: str | None = None
    acted_at: datetime | None = None
    published_where: str = ""
    published_link: str = text_field()
    version: int = 1


class DraftVersion(SQLModel, table=True):
    """One immutable text of a draft. ``findings`` and ``kept`` are what the lint said and which hints were kept, and why."""

    __tablename__ = "draft_version"
    __table_args__ = (UniqueConstraint("draft_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    draft_id: int = Field(foreign_key="draft.id")
    number: int
    text: str = text_field()
    author: str
    preset: str = ""
    findings: list[dict[str, Any]] = json_field(list)
    kept: dict[str, str] = json_field(dict)
    created_at: datetime


class Approval(SQLModel, table=True):
    """One person's yes to exactly one version."""

    __table_args__ = (UniqueConstraint("version_id", "by"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="draft_version.id")
    by: str
    is_own: bool = False
    at: datetime


class CheckIn(SQLModel, table=True):
    """A dated question: has it died down? ``place`` counts the plan's list of times, ``nudge_at`` is when somebody is reminded."""

    __tablename__ = "check_in"
    __table_args__ = (
        UniqueConstraint("case_id", "number"),
        Index("ix_check_in_due", "state", "due_at"),
        Index("ix_check_in_nudge", "state", "nudge_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="oops_case.id")
    number: int
    place: int
    due_at: datetime
    state: CheckInState = stored(CheckInState)
    asked_at: datetime | None = None
    nudge_at: datetime | None = None
    nudges: int = 0
    answer: CheckInAnswer | None = stored(CheckInAnswer, nullable=True)
    answered_by: str | None = None
    answered_at: datetime | None = None
    mentions: int | None = None
    replies: int | None = None
    version: int = 1


class Evidence(SQLModel, table=True):
    """A screenshot that the reporter gave: fetched after the submit, with its hash."""

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="oops_case.id", index=True)
    file_id: str
    name: str = ""
    state: EvidenceState = stored(EvidenceState)
    sha256: str = ""
    size: int = 0
    kept_at: datetime | None = None
    problem: str = text_field()
    tries: int = 0
    not_before: datetime | None = None


class Event(SQLModel, table=True):
    """One line of a case's timeline; only ever added."""

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="oops_case.id", index=True)
    at: datetime
    by: str | None = None
    kind: str
    detail: dict[str, Any] = json_field(dict)


class Message(SQLModel, table=True):
    """A message in Slack, wanted or posted. ``key`` makes it one of its kind: what is said twice is said once."""

    __table_args__ = (UniqueConstraint("workspace_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    case_id: int | None = Field(default=None, foreign_key="oops_case.id", index=True)
    key: str = Field(max_length=120)
    surface: Surface = stored(Surface)
    subject_id: int | None = None
    params: dict[str, Any] = json_field(dict)
    channel_id: str = Field(max_length=40)
    is_threaded: bool = False
    ts: str | None = Field(default=None, max_length=40)
    posted_to: str | None = Field(default=None, max_length=40)


class Outbox(SQLModel, table=True):
    """One thing to be done in Slack exactly once. ``intent_id`` stays the same over every try."""

    __table_args__ = (Index("ix_outbox_due", "state", "not_before"),)

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
