"""Closing a case with a record, or after one last look."""

from datetime import datetime

from sqlmodel import Session

from bot import access, outbox
from bot.attention import NORMAL_PACE, Pace, last_look_at
from bot.cases.planning import OPEN_DRAFT, add_check_in, cancel_check_ins
from bot.cases.timeline import (
    key,
    move,
    note,
    pace_of,
    redraw_check_in,
    redraw_draft,
    redraw_offers,
    require_open,
    say_in_thread,
)
from bot.models import Case
from bot.states import CaseState, DraftState, OutboxAction, Surface, TaskState
from bot.storage import change, queries


def close_case(
    session: Session, case_id: int, *, by: str, now: datetime, cause: str = "", change_made: str = ""
) -> Case:
    """Close a case: cancel what is pending, and post the record as text and as a file. Raises NoSuchCase, CaseClosed."""
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(case)
    move(
        session,
        case,
        state=CaseState.CLOSED,
        closed_at=now,
        closed_by=by,
        cause=cause,
        change=change_made,
        last_look_at=None,
    )
    _cancel_pending(session, case, now=now)
    note(session, case, "case_closed", by=by, now=now, cause=cause, change=change_made)
    redraw_offers(session, case, now=now)
    say_in_thread(session, case, Surface.RECORD, "record", now=now, subject_id=case.version)
    outbox.say(
        session,
        Surface.RECORD,
        key=f"record_file:{case.id}:{case.version}",
        channel_id=case.channel_id,
        workspace_id=case.workspace_id,
        now=now,
        case=case,
        subject_id=case.id,
        action=OutboxAction.UPLOAD,
    )
    return case


def plan_last_look(
    session: Session, case_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> Case:
    """Plan one last look in three days, after which the offer to close comes again. Raises NoSuchCase, CaseClosed."""
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(case)
    brand, pace = access.brand_of(session, case), pace_of(case, pace)
    look_at = last_look_at(now, hours=pace.hours(queries.quiet_hours_of(brand), case.level), pace=pace)
    move(session, case, last_look_at=look_at)
    place = max((row.place for row in queries.check_ins_of(session, key(case))), default=0)
    for check_in in cancel_check_ins(session, case):
        redraw_check_in(session, case, check_in, now=now)
    add_check_in(session, case, place=place, due_at=look_at)
    note(session, case, "last_look_planned", by=by, now=now, at=look_at.isoformat())
    redraw_offers(session, case, now=now)
    return case


def _cancel_pending(session: Session, case: Case, *, now: datetime) -> None:
    for check_in in cancel_check_ins(session, case):
        redraw_check_in(session, case, check_in, now=now)
    for task in queries.tasks_of(session, key(case), is_open=True):
        change(session, task, state=TaskState.DROPPED)
    for draft in queries.drafts_of(session, key(case)):
        if draft.state in OPEN_DRAFT and change(session, draft, state=DraftState.SUPERSEDED, acted_at=now):
            redraw_draft(session, case, draft, now=now)
