"""Erasing a case: every word of it, in its own rows and in those of the case that it was merged into."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from bot.cases.merging import lines_elsewhere
from bot.cases.timeline import move
from bot.cases.upcoming import cancel_check_ins
from bot.erasing.words import (
    ERASED,
    Erased,
    erase_detail,
    erase_draft,
    erase_params,
    erase_version,
    forget_forms,
    messages_of,
    note_erased,
    plan_without_words,
    redraw_what_can_be_pressed,
    report_without_words,
    said_of,
)
from bot.models import Case, Outbox, ReportForm, Task, key
from bot.states import UNAPPROVED, CaseState, DraftState, EvidenceState, OutboxState, TaskState
from bot.storage import change, queries

_NOT_SAID_YET = (OutboxState.PENDING, OutboxState.FAILED, OutboxState.UNCERTAIN)


def look_at_case(session: Session, case: Case) -> Erased:
    """Return what erasing a case would erase; nothing is."""
    closed = [] if case.state is CaseState.CLOSED else [case.number]
    return Erased(cases=[case.number], closed=closed, in_slack=said_of(session, case))


def erase_case(session: Session, case: Case, *, now: datetime) -> Erased:
    """Erase a case's content and return what that was; an open case is closed, since nothing is left to work on."""
    with session.no_autoflush:  # nothing that is asked below depends on what is being erased
        erased = look_at_case(session, case)
        if erased.closed:
            _close(session, case, now=now)
        _erase_words(session, case)
        session.execute(delete(ReportForm).where(col(ReportForm.case_id) == case.id))
        forget_forms(session, case.workspace_id, case.reporter)
        note_erased(session, case, now=now)
        if erased.closed:
            redraw_what_can_be_pressed(session, case, now=now)
    session.flush()
    return erased


def _erase_words(session: Session, case: Case) -> None:
    _erase_report(session, case)
    for draft in queries.drafts_of(session, key(case)):
        erase_draft(draft)
        for version in queries.versions_of(session, key(draft)):
            erase_version(version)
    for event in (*queries.events_of(session, key(case)), *lines_elsewhere(session, case)):
        erase_detail(event)
    _erase_messages(session, case)


def _close(session: Session, case: Case, *, now: datetime) -> None:
    move(session, case, state=CaseState.CLOSED, closed_at=now, closed_by=None, last_look_at=None)
    cancel_check_ins(session, case)
    for task in queries.tasks_of(session, key(case), is_open=True):
        change(session, task, state=TaskState.DROPPED)
    for draft in queries.drafts_of(session, key(case)):
        if draft.state in UNAPPROVED:
            change(session, draft, state=DraftState.SUPERSEDED, note="", acted_at=now)


def _erase_report(session: Session, case: Case) -> None:
    case.report = report_without_words(case.report)
    case.cause = case.change = case.call_override = case.link_key = ""
    for row in queries.plans_of(session, key(case)):
        row.report = report_without_words(row.report)
        row.plan = plan_without_words(row.plan)
        row.difference, row.reason = [], ""
    for task in session.exec(select(Task).where(Task.case_id == case.id)).all():
        task.text, task.owner = ERASED, ""
    for file in queries.evidence_of(session, key(case)):
        file.file_id, file.name, file.sha256, file.problem = "", ERASED, "", ""
        if file.state is EvidenceState.WANTED:
            file.state = EvidenceState.FAILED


def _erase_messages(session: Session, case: Case) -> None:
    messages = messages_of(session, case)
    for message in messages:
        erase_params(message)
    session.execute(
        update(Outbox)
        .where(
            col(Outbox.message_id).in_([message.id for message in messages]),
            col(Outbox.state).in_(_NOT_SAID_YET),
        )
        .values(state=OutboxState.CANCELLED)
        .execution_options(synchronize_session=False)
    )
