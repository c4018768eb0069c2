"""Opening a closed case again, while it may still be the same story."""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from bot import access
from bot.attention import NORMAL_PACE, Pace
from bot.cases.planning import add_drafts, plan_first_check_in, write_plan, write_tasks
from bot.cases.timeline import Moved, key, move, note, pace_of, redraw_offers, say_in_thread
from bot.errors import OopsError
from bot.models import PLAN, REPORT, Brand, Case, Event
from bot.plan import Level, Plan
from bot.report import Report
from bot.states import CaseState, DraftState, Surface
from bot.storage import queries
from bot.urgency import approval_reminder_at

REOPEN_WITHIN = timedelta(days=30)
"""How long after its closing a case may be opened again; after that it is a new mistake, or a new story."""
_SAID = (DraftState.APPROVED, DraftState.PUBLISHED)


def reopen_case(
    session: Session, case_id: int, *, by: str, now: datetime, reason: str = "", pace: Pace = NORMAL_PACE
) -> Case:
    """Open a closed case again: its plan holds, what was dropped comes back, check-ins begin anew from now.

    Raises Moved (it is open), OopsError (too long ago, or erased), NoSuchCase, StaleChannel.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_reopenable(session, case, now=now)
    old = queries.newest_plan(session, case_id)
    plan, report = PLAN.validate_python(old.plan), REPORT.validate_python(old.report)
    brand = access.brand_of(session, case)
    plan_id = write_plan(
        session,
        case,
        plan,
        report,
        number=old.number + 1,
        now=now,
        chosen_by=old.chosen_by,
        reason=old.reason,
    )
    move(
        session,
        case,
        state=_state(session, case),
        closed_at=None,
        closed_by=None,
        merged_into=None,
        check_ins_since=now,
        other_answer_at=now,
        nudges=0,
    )
    write_tasks(session, case, plan_id, plan, now=now)
    _draft_again(session, case, brand, plan, report, now=now, pace=pace_of(case, pace))
    plan_first_check_in(session, case, brand, plan, now=now, pace=pace_of(case, pace))
    note(session, case, "case_reopened", by=by, now=now, reason=reason)
    say_in_thread(
        session,
        case,
        Surface.NOTE,
        f"reopened:{case.version}",
        now=now,
        kind="case_reopened",
        by=by,
        reason=reason,
    )
    redraw_offers(session, case, now=now)
    return case


def require_reopenable(session: Session, case: Case, *, now: datetime) -> None:
    """Raise Moved when the case is open, OopsError when it is over for good."""
    if case.state is not CaseState.CLOSED:
        raise Moved(f"OOPS-{case.number} is open: somebody has opened it again already.")
    if case.closed_at is None or now - case.closed_at > REOPEN_WITHIN:
        raise OopsError(
            f"OOPS-{case.number} was closed more than {REOPEN_WITHIN.days} days ago. Type `/oops` to report what is new; "
            "its record stays in the thread."
        )
    erased = select(Event.id).where(Event.case_id == case.id, Event.kind == "content_erased")
    if session.exec(erased).first() is not None:
        raise OopsError(
            f"What was written in OOPS-{case.number} was erased, so there is nothing to go on with. "
            "Type `/oops` to report what is new."
        )


def _state(session: Session, case: Case) -> CaseState:
    """Return what the case is in: there is only watching left where the main words are out, or nothing is said."""
    drafts = queries.drafts_of(session, key(case))
    is_out = any(draft.is_main and draft.state is DraftState.PUBLISHED for draft in drafts)
    return CaseState.WATCHING if is_out or case.level is Level.LET_IT_GO else CaseState.OPEN


def _draft_again(
    session: Session, case: Case, brand: Brand, plan: Plan, report: Report, *, now: datetime, pace: Pace
) -> None:
    """Write the plan's drafts anew, but for those kinds that were approved or went out."""
    said = {draft.kind for draft in queries.drafts_of(session, key(case)) if draft.state in _SAID}
    hours = queries.quiet_hours_of(brand)
    added = add_drafts(
        session,
        case,
        profile=queries.profile_of(session, brand),
        plan=plan,
        report=report,
        now=now,
        remind_at=approval_reminder_at(plan, now=now, hours=hours, pace=pace),
        but_not=said,
    )
    for draft_id in added:
        say_in_thread(session, case, Surface.DRAFT, "draft", now=now, subject_id=draft_id)
