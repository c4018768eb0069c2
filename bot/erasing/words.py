"""The words of a case, wherever they stand: what of each row goes, and what stays."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from bot import outbox
from bot.event_kinds import EventKind
from bot.models import PLAN, Case, Draft, DraftVersion, Event, Message, ReportForm, key
from bot.plan import Plan
from bot.states import Surface

ERASED = "(erased)"
TYPED = ("what", "should_have_said", "link")
"""The fields of a report into which people type."""
_STAYS = frozenset(
    {
        "kind", "number", "level", "before", "draft", "answer", "at", "until", "is_own", "is_last", "due_at", "by", "to", "people", "lead",
        "stands_in", "user_id", "channel_id", "fields", "error", "mentions", "replies", "count", "other", "others", "outcome",
        "is_same", "is_exercise", "settled", "closed_at", "anew", "is_misfit", "is_last_look", "is_lead_outside",
    }
)  # fmt: skip
"""What is kept of an event's or a message's details: nothing that somebody typed."""


_WITH_BUTTONS = {Surface.PLAN, Surface.DRAFT, Surface.CHECK_IN, Surface.CLOSING}


@dataclass(slots=True)
class Erased:
    """What was erased: case numbers, those that were closed by it, other cases with pieces of it; messages left in Slack."""

    cases: list[int] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    touched: list[int] = field(default_factory=list)
    in_slack: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Erased") -> None:
        """Count what else was erased."""
        self.cases += other.cases
        self.closed += other.closed
        self.touched += other.touched
        self.in_slack += other.in_slack


def said_of(session: Session, case: Case) -> Counter[str]:
    """Return how many messages about a case are in each conversation."""
    return Counter(message.posted_to for message in messages_of(session, case) if message.posted_to)


def messages_of(session: Session, case: Case) -> list[Message]:
    """Return the messages of a case, with the direct ones about it."""
    found: list[Message] = []
    for of_case in (Message.case_id, Message.about_case_id):
        found += session.exec(select(Message).where(of_case == case.id)).all()
    return found


def report_without_words(report: dict[str, Any]) -> dict[str, Any]:
    """Return a stored report without what was typed into it."""
    return report | {name: ERASED if name == "what" else "" for name in TYPED}


def plan_without_words(plan: dict[str, Any]) -> dict[str, Any]:
    """Return a stored plan without its sentences, of which some quote the report."""
    without: Plan = replace(
        PLAN.validate_python(plan),
        headline=ERASED,
        reasons=(),
        tasks=(),
        do_not=(),
        would_change=(),
        delete_or_keep="",
        fired=(),
    )
    return dict(PLAN.dump_python(without, mode="json"))


def erase_draft(draft: Draft) -> None:
    """Erase what was said about a draft."""
    draft.note = draft.published_where = draft.published_link = ""


def erase_version(version: DraftVersion) -> None:
    """Erase a text, and what was found in it."""
    version.text, version.findings, version.kept = ERASED, [], {}


def erase_detail(event: Event) -> None:
    """Erase what was typed from a line of a timeline."""
    event.detail = without_words(event.detail)


def erase_params(message: Message) -> None:
    """Erase what was typed from what a message is drawn from."""
    message.params = without_words(message.params)


def without_words(detail: dict[str, Any]) -> dict[str, Any]:
    """Return what stays of an event's or a message's details: a brand's name goes, the one that it had before too."""
    stays = _STAYS - {"before"} if "brand" in detail else _STAYS
    return {name: value for name, value in detail.items() if name in stays}


def redraw_what_can_be_pressed(session: Session, case: Case, *, now: datetime) -> None:
    """Have the messages of a case drawn again that had buttons: what they show is erased, and nothing is left to press."""
    outbox.redraw_all(
        session, [one for one in messages_of(session, case) if one.surface in _WITH_BUTTONS], now=now
    )


def forget_forms(session: Session, workspace_id: int, user_id: str) -> None:
    """Forget the forms for reports that somebody has open."""
    session.execute(
        delete(ReportForm).where(
            col(ReportForm.workspace_id) == workspace_id, col(ReportForm.user_id) == user_id
        )
    )


def note_erased(session: Session, case: Case, *, now: datetime) -> None:
    """Say in the timeline that words are gone."""
    session.add(Event(case_id=key(case), at=now, kind=EventKind.CONTENT_ERASED))
