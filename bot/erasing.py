"""Erasing what people wrote: a case's or a person's content goes, the fact of the case stays (number, level, answers, times).

What is already in Slack is Slack's: it stays there, and is named so that somebody can delete it.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from bot.cases.merging import lines_elsewhere
from bot.cases.timeline import move
from bot.cases.upcoming import cancel_check_ins
from bot.event_kinds import EventKind
from bot.models import (
    PLAN,
    Case,
    Draft,
    DraftVersion,
    Event,
    Message,
    Outbox,
    ReceivedReport,
    ReportForm,
    SlackUser,
    Task,
    key,
)
from bot.plan import Plan
from bot.states import (
    EDITABLE,
    UNAPPROVED,
    CaseState,
    DraftState,
    EvidenceState,
    OutboxState,
    Surface,
    TaskState,
)
from bot.storage import change, queries

ERASED = "(erased)"

_TYPED = ("what", "should_have_said", "link")
_STAYS = frozenset(
    {
        "kind", "number", "level", "before", "draft", "answer", "at", "until", "is_own", "is_last", "due_at", "by", "to", "people",
        "stands_in", "user_id", "channel_id", "fields", "error", "mentions", "replies", "count", "other", "others", "outcome",
        "is_same", "is_exercise",
    }
)  # fmt: skip
"""What is kept of an event's or a message's details: nothing that somebody typed."""
_NOT_SAID_YET = (OutboxState.PENDING, OutboxState.FAILED, OutboxState.UNCERTAIN)


@dataclass(slots=True)
class Erased:
    """What was erased: case numbers, those that were closed by it, other cases with pieces of it; messages left in Slack."""

    cases: list[int] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    touched: list[int] = field(default_factory=list)
    in_slack: Counter[str] = field(default_factory=Counter)


def erase_case(session: Session, case: Case, *, now: datetime) -> Erased:
    """Erase a case's content and return what that was; an open case is closed, since nothing is left to work on."""
    erased = Erased(cases=[case.number], in_slack=_said(session, case))
    if case.state is not CaseState.CLOSED:
        erased.closed.append(case.number)
        _close(session, case, now=now)
    _erase_report(session, case)
    for draft in queries.drafts_of(session, key(case)):
        _erase_draft(draft)
        for version in queries.versions_of(session, key(draft)):
            _erase_version(version)
    for event in (*queries.events_of(session, key(case)), *lines_elsewhere(session, case)):
        event.detail = _without_words(event.detail)
    _erase_messages(session, case)
    session.execute(delete(ReportForm).where(col(ReportForm.case_id) == case.id))
    _forget_forms(session, case.workspace_id, case.reporter)
    session.add(Event(case_id=key(case), at=now, kind=EventKind.CONTENT_ERASED))
    session.flush()
    return erased


def erase_person(session: Session, workspace_id: int, user_id: str, *, now: datetime) -> Erased:
    """Erase the cases that a person reported, and elsewhere what the person wrote; return what that was.

    The name goes, the id stays beside what was done.
    """
    erased = Erased()
    for case in _cases(session, Case.workspace_id == workspace_id, Case.reporter == user_id):
        one = erase_case(session, case, now=now)
        erased.cases += one.cases
        erased.closed += one.closed
        erased.in_slack += one.in_slack
    for case in _cases(session, Case.workspace_id == workspace_id, Case.reporter != user_id):
        if _erase_pieces(session, case, user_id, now=now):
            erased.touched.append(case.number)
            erased.in_slack += _said(session, case)
            session.add(Event(case_id=key(case), at=now, kind=EventKind.CONTENT_ERASED))
    _forget_forms(session, workspace_id, user_id)
    for table, whose in ((ReceivedReport, ReceivedReport.reporter), (SlackUser, SlackUser.user_id)):
        theirs = (col(table.workspace_id) == workspace_id, col(whose) == user_id)
        session.execute(delete(table).where(*theirs))
    session.flush()
    return erased


def _cases(session: Session, *which: Any) -> Iterable[Case]:
    return session.exec(select(Case).where(*which).order_by(col(Case.number))).all()


def _said(session: Session, case: Case) -> Counter[str]:
    """Return how many messages about a case are in each conversation."""
    return Counter(message.posted_to for message in _messages_of(session, case) if message.posted_to)


def _close(session: Session, case: Case, *, now: datetime) -> None:
    move(session, case, state=CaseState.CLOSED, closed_at=now, closed_by=None, last_look_at=None)
    cancel_check_ins(session, case)
    for task in queries.tasks_of(session, key(case), is_open=True):
        change(session, task, state=TaskState.DROPPED)
    for draft in queries.drafts_of(session, key(case)):
        if draft.state in UNAPPROVED:
            change(session, draft, state=DraftState.SUPERSEDED, acted_at=now)


def _erase_report(session: Session, case: Case) -> None:
    case.report = _report_without_words(case.report)
    case.cause = case.change = case.call_override = case.link_key = ""
    for row in queries.plans_of(session, key(case)):
        row.report = _report_without_words(row.report)
        row.plan = PLAN.dump_python(_plan_without_words(PLAN.validate_python(row.plan)), mode="json")
        row.difference, row.reason = [], ""
    for task in session.exec(select(Task).where(Task.case_id == case.id)).all():
        task.text, task.owner = ERASED, ""
    for file in queries.evidence_of(session, key(case)):
        file.file_id, file.name, file.sha256, file.problem = "", ERASED, "", ""
        if file.state is EvidenceState.WANTED:
            file.state = EvidenceState.FAILED


def _report_without_words(report: dict[str, Any]) -> dict[str, Any]:
    return report | {name: ERASED if name == "what" else "" for name in _TYPED}


def _plan_without_words(plan: Plan) -> Plan:
    return replace(
        plan,
        headline=ERASED,
        reasons=(),
        tasks=(),
        do_not=(),
        would_change=(),
        delete_or_keep="",
        fired=(),
    )


def _erase_draft(draft: Draft) -> None:
    draft.note = draft.published_where = draft.published_link = ""


def _erase_version(version: DraftVersion) -> None:
    version.text, version.findings, version.kept = ERASED, [], {}


def _without_words(detail: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in detail.items() if name in _STAYS}


def _messages_of(session: Session, case: Case) -> list[Message]:
    """Return the messages of a case, with the direct ones about it, which name it in their key only (``...:case:person``)."""
    direct = select(Message).where(
        Message.workspace_id == case.workspace_id,
        Message.surface == Surface.NOTICE,
        col(Message.key).like(f"%:{case.id}:%"),
    )
    about_it = [row for row in session.exec(direct).all() if row.key.split(":")[-2] == str(case.id)]
    return [*session.exec(select(Message).where(Message.case_id == case.id)).all(), *about_it]


def _erase_messages(session: Session, case: Case) -> None:
    messages = _messages_of(session, case)
    for message in messages:
        message.params = _without_words(message.params)
    session.execute(
        update(Outbox)
        .where(
            col(Outbox.message_id).in_([message.id for message in messages]),
            col(Outbox.state).in_(_NOT_SAID_YET),
        )
        .values(state=OutboxState.CANCELLED)
        .execution_options(synchronize_session=False)
    )


def _forget_forms(session: Session, workspace_id: int, user_id: str) -> None:
    session.execute(
        delete(ReportForm).where(
            col(ReportForm.workspace_id) == workspace_id, col(ReportForm.user_id) == user_id
        )
    )


def _erase_pieces(session: Session, case: Case, user_id: str, *, now: datetime) -> bool:
    """Erase what a person wrote in somebody else's case; return whether there was anything."""
    found: list[object] = [
        *_own_facts(session, case, user_id, now=now),
        *_own_drafts(session, case, user_id, now=now),
        *_own_reasons(session, case, user_id),
        *_own_messages(session, case, user_id),
    ]
    if case.closed_by == user_id and (case.cause or case.change):
        case.cause = case.change = ""
        found.append(case)
    return bool(found)


def _own_drafts(session: Session, case: Case, user_id: str, *, now: datetime) -> Iterable[object]:
    """Erase a person's versions and notes; an open draft that now stands for erased words is discarded."""
    for draft in queries.drafts_of(session, key(case)):
        versions = [row for row in queries.versions_of(session, key(draft)) if row.author == user_id]
        for version in versions:
            _erase_version(version)
            _put_aside(session, draft, version, now=now)
            yield version
        if draft.acted_by == user_id and (draft.note or draft.published_where or draft.published_link):
            _erase_draft(draft)
            yield draft


def _own_reasons(session: Session, case: Case, user_id: str) -> Iterable[object]:
    for row in queries.plans_of(session, key(case)):
        if row.chosen_by == user_id and row.reason:
            row.reason = ""
            yield row
    for event in queries.events_of(session, key(case)):
        if event.by == user_id and event.detail != _without_words(event.detail):
            event.detail = _without_words(event.detail)
            if event.kind == EventKind.CALL_OVERRIDDEN:
                case.call_override = ""
            yield event


def _own_messages(session: Session, case: Case, user_id: str) -> Iterable[object]:
    for message in _messages_of(session, case):
        if message.params.get("by") == user_id and message.params != _without_words(message.params):
            message.params = _without_words(message.params)
            yield message


def _own_facts(session: Session, case: Case, user_id: str, *, now: datetime) -> Iterable[object]:
    """Erase what a person typed into somebody else's report, also in the later plans and drafts that took it over."""
    changed = {
        event.at
        for event in queries.events_of(session, key(case))
        if event.kind == EventKind.FACTS_CHANGED and event.by == user_id
    }
    plans = queries.plans_of(session, key(case))
    typed = {
        text
        for before, after in pairwise(plans)
        if after.created_at in changed
        for name in _TYPED
        if (text := after.report[name]) and text != before.report[name]
    }
    if not typed:
        return
    case.report = _without(typed, case.report)
    for row in plans:
        row.report = _without(typed, row.report)
    yield case
    for draft in queries.drafts_of(session, key(case)):
        for version in queries.versions_of(session, key(draft)):
            if any(text in version.text for text in typed):
                _erase_version(version)
                _put_aside(session, draft, version, now=now)
                yield version


def _without(typed: Collection[str], report: dict[str, Any]) -> dict[str, Any]:
    return {name: ERASED if name in _TYPED and value in typed else value for name, value in report.items()}


def _put_aside(session: Session, draft: Draft, version: DraftVersion, *, now: datetime) -> None:
    """Discard an open draft whose newest words were erased."""
    if version.number == draft.newest and draft.state in EDITABLE:
        change(session, draft, state=DraftState.DISCARDED, acted_at=now, acted_by=None)
