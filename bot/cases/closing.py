"""Closing a case with a record, or after one last look."""

from datetime import datetime

from sqlmodel import Session

from bot import access, outbox
from bot.attention import NORMAL_PACE, Pace, PlannedCheckIn, last_look_at
from bot.cases.alike import redraw_open_ones_alike
from bot.cases.tasks import paused_task, remind_of_paused
from bot.cases.timeline import (
    Moved,
    move,
    note,
    pace_of,
    redraw_check_in,
    redraw_draft,
    redraw_last_answer,
    redraw_offers,
    redraw_reminders,
    require_open,
    say_in_thread,
)
from bot.cases.upcoming import cancel_check_ins, plan_check_in
from bot.event_kinds import EventKind
from bot.models import Case, key
from bot.states import (
    APPROVED_OR_OUT,
    UNAPPROVED,
    CaseState,
    CheckInState,
    DraftState,
    OutboxAction,
    RecordFile,
    Surface,
    TaskState,
)
from bot.storage import asked, change, queries


def close_case(
    session: Session, case_id: int, *, by: str, now: datetime, cause: str = "", change_made: str = ""
) -> Case:
    """Close a case and return it: what is pending is cancelled, and the record is posted as text and as files.

    Raises NoSuchCase, CaseClosed.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    end_case(session, case, by=by, now=now, cause=cause, change_made=change_made)
    return case


def end_case(
    session: Session, case: Case, *, by: str | None, now: datetime, cause: str = "", change_made: str = ""
) -> None:
    """Do all that closing an open case means; ``by`` is None where it ends by itself."""
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
    cancel_pending(session, case, now=now)
    note(session, case, EventKind.CASE_CLOSED, by=by, now=now, cause=cause, change=change_made)
    redraw_offers(session, case, now=now)
    redraw_open_ones_alike(session, case, now=now)
    of = {"closed_at": now.isoformat()}
    say_in_thread(session, case, Surface.RECORD, "record", now=now, subject_id=case.version, **of)
    for kind in RecordFile:
        _upload_record(session, case, kind, now=now)


def _upload_record(session: Session, case: Case, kind: RecordFile, *, now: datetime) -> None:
    outbox.say(
        session,
        Surface.RECORD,
        key=f"record_{kind}:{case.id}:{case.version}",
        channel_id=case.channel_id,
        workspace_id=case.workspace_id,
        now=now,
        case=case,
        subject_id=case.id,
        params={"file": kind, "closed_at": now.isoformat()},
        action=OutboxAction.UPLOAD,
    )


def plan_last_look(
    session: Session, case_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> Case:
    """Plan one last look in three days, after which the offer to close comes again; return the case.

    Raises Moved (somebody has planned it, or it is no longer quiet), NoSuchCase, CaseClosed.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    _require_offer(session, case)
    brand, pace = access.brand_of(session, case), pace_of(case, pace)
    look_at = last_look_at(now, hours=pace.hours(queries.quiet_hours_of(brand), case.level), pace=pace)
    move(session, case, last_look_at=look_at)
    place = max((row.place for row in queries.check_ins_of(session, key(case))), default=0)
    plan_check_in(session, case, PlannedCheckIn(place, look_at))
    note(session, case, EventKind.LAST_LOOK_PLANNED, by=by, now=now, at=look_at.isoformat())
    redraw_last_answer(session, case, now=now)
    redraw_offers(session, case, now=now)
    return case


def _require_offer(session: Session, case: Case) -> None:
    """Raise Moved unless an offer to close holds that nobody has taken."""
    if case.last_look_at is not None:
        planned = queries.latest_event(session, key(case), EventKind.LAST_LOOK_PLANNED)
        by = f"<@{planned.by}>" if planned is not None else "Somebody"
        raise Moved(f"{by} has already planned one last look. {case.name} is asked about again then.")
    newest = asked.newest_asked(session, key(case))
    if newest is not None and newest.state is CheckInState.ASKED:
        raise Moved(
            f"{case.name} was asked about again after that offer. Answer the newest check-in in its thread first."
        )
    offer = f"closing:{case.id}:{newest.id}" if newest is not None else ""
    is_offered = queries.message_keyed(session, case.workspace_id, offer) is not None
    if newest is None or not is_offered or not asked.is_quiet_since(session, case, newest):
        raise Moved(f"{case.name} is no longer quiet, so it goes on. Its next check-in comes as planned.")
    if asked.had_last_look(session, case):
        raise Moved(f"The one last look at {case.name} was taken. Close it, or answer its next check-in.")


def cancel_pending(session: Session, case: Case, *, now: datetime) -> None:
    """Cancel what a case that is over still waited for; posts that are paused stay a task, and are reminded of."""
    paused = paused_task(session, case)
    for check_in in cancel_check_ins(session, case):
        redraw_check_in(session, case, check_in, now=now)
    redraw_last_answer(session, case, now=now)
    redraw_reminders(session, case, Surface.NOTE, None, now=now)
    for task in queries.tasks_of(session, key(case), is_open=True):
        if paused is None or task.id != paused.id:
            change(session, task, state=TaskState.DROPPED)
    for draft in queries.drafts_of(session, key(case)):
        if draft.state in UNAPPROVED:
            change(session, draft, state=DraftState.SUPERSEDED, note="", acted_at=now)
        elif draft.state not in APPROVED_OR_OUT:
            continue
        redraw_draft(session, case, draft, now=now)  # what is said stays, without its buttons
    if paused is not None:
        remind_of_paused(session, case, paused, now=now, why="closed")
