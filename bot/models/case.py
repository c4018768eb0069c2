"""A case with its plans, tasks, check-ins, evidence and timeline, and the form that it is reported with."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.attention import CheckInAnswer
from bot.columns import json_field, reminders_index, stored, text_field
from bot.plan import Level, Outcome, TaskKind
from bot.report import Channel, Harm, Mistake
from bot.states import CaseState, CheckInState, EvidenceState, TaskState


class Case(SQLModel, table=True):
    """The thing that lives, shown as ``OOPS-7``. ``channel_id`` is a person's id while it lives in a direct message.

    ``link_key`` is the report's address in one spelling, hashed; ``remind_at`` is when somebody is asked to take the lead;
    ``replies`` counts the public replies that were logged; ``merged_into`` is the id of the case in which this one goes on;
    ``sample`` names the mistake that an exercise is about.
    """

    __tablename__ = "oops_case"
    __table_args__ = (
        UniqueConstraint("workspace_id", "number"),
        UniqueConstraint("workspace_id", "report_key"),
        Index("ix_oops_case_alike", "brand_id", "mistake", "opened_at"),
        Index("ix_oops_case_link", "brand_id", "link_key"),
        Index("ix_oops_case_recent", "brand_id", "opened_at"),
        reminders_index("ix_oops_case_remind"),
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
    sample: str = Field(default="", max_length=40)
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
    link_key: str = Field(default="", max_length=64)
    remind_at: datetime | None = None
    replies: int = 0
    merged_into: int | None = None
    version: int = 1

    @property
    def name(self) -> str:
        """Return the public name, such as ``OOPS-7``."""
        return case_name(self.number)

    @property
    def is_direct(self) -> bool:
        """Return whether it lives in a direct message with its reporter."""
        return self.channel_id == self.reporter


def case_name(number: int) -> str:
    """Return the public name of the case with this number, such as ``OOPS-7``."""
    return f"OOPS-{number}"


class ReportForm(SQLModel, table=True):
    """An open report modal: its answers as last seen, what the app filled in under each action id, and the ids' suffixes.

    A form with a case's facts was filled in from the plan that ``plan_number`` names.
    """

    __tablename__ = "report_form"

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    user_id: str
    answers: dict[str, Any] = json_field(dict)
    filled: dict[str, Any] = json_field(dict)
    suffixes: dict[str, int] = json_field(dict)
    notes: dict[str, str] = json_field(dict)
    case_id: int | None = Field(default=None, foreign_key="oops_case.id")
    plan_number: int | None = None
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
    """One action with an owner and a due time. ``owner`` is a role's words, ``assignee`` and ``done_by`` are people's ids.

    ``outcome`` is how the last try to reach somebody ended; ``remind_at`` is when the assignee is reminded, once.
    """

    __table_args__ = (UniqueConstraint("case_id", "plan_id", "key"), reminders_index("ix_task_remind"))

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
    assignee: str | None = None
    remind_at: datetime | None = None
    outcome: Outcome | None = stored(Outcome, nullable=True)
    outcome_by: str | None = None
    outcome_at: datetime | None = None
    done_by: str | None = None
    done_at: datetime | None = None
    version: int = 1


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
    """A screenshot that the reporter gave: fetched after the submit, with its hash; ``file_id`` is then our copy's."""

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
