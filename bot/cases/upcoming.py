"""Planning a case's check-ins, and calling off those that are planned."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from bot.attention import Pace, PlannedCheckIn, first_check_in
from bot.models import Brand, Case, CheckIn, key
from bot.plan import Plan
from bot.states import CheckInState
from bot.storage import change, insert_rows, queries


def cancel_check_ins(session: Session, case: Case) -> list[CheckIn]:
    """Cancel what is planned or unanswered; return the asked ones, whose messages have to be drawn again."""
    asked = cancel_asked(session, case)
    if (planned := _planned(session, case)) is not None:
        change(session, planned, state=CheckInState.CANCELLED)
    return asked


def cancel_asked(session: Session, case: Case, *, before: int | None = None) -> list[CheckIn]:
    """Cancel what waits for an answer, ``before`` a number or all of it, and return what was: its messages have to be drawn again."""
    cancelled = {"state": CheckInState.CANCELLED, "nudge_at": None}
    pending = queries.pending_check_ins(session, key(case))
    asked = [row for row in pending if row.state is CheckInState.ASKED]
    over = [row for row in asked if before is None or row.number < before]
    return [row for row in over if change(session, row, **cancelled)]


def plan_first_check_in(
    session: Session, case: Case, brand: Brand, plan: Plan, *, now: datetime, pace: Pace
) -> None:
    """Plan the first check-in of the case's list that is still to come."""
    planned = _first_check_in(case, brand, plan, now=now, pace=pace)
    plan_check_in(session, case, planned)


def start_check_ins(
    session: Session, case: Case, brand: Brand, plan: Plan, *, now: datetime, pace: Pace
) -> None:
    """Plan the first check-in of a case that was only just opened."""
    planned = _first_check_in(case, brand, plan, now=now, pace=pace)
    _insert_check_ins(session, {key(case): planned}, so_far={})


def _first_check_in(case: Case, brand: Brand, plan: Plan, *, now: datetime, pace: Pace) -> PlannedCheckIn:
    return first_check_in(
        since=case.check_ins_since,
        times=pace.times(plan.check_ins),
        now=now,
        hours=pace.hours(queries.quiet_hours_of(brand), plan.level),
    )


def plan_check_in(session: Session, case: Case, upcoming: PlannedCheckIn) -> None:
    """Plan the case's next check-in. One that is planned already is moved, so that none seems to be missing where they are counted."""
    planned = _planned(session, case)
    if planned is None:
        add_check_ins(session, {key(case): upcoming})
    else:
        change(session, planned, place=upcoming.place, due_at=upcoming.at)


def _planned(session: Session, case: Case) -> CheckIn | None:
    pending = queries.pending_check_ins(session, key(case))
    return next((row for row in pending if row.state is CheckInState.PLANNED), None)


def add_check_ins(session: Session, planned: Mapping[int, PlannedCheckIn]) -> None:
    """Plan one check-in of each case, its newest, by the cases' ids."""
    _insert_check_ins(session, planned, so_far=queries.check_ins_so_far(session, planned.keys()))


def _insert_check_ins(
    session: Session, planned: Mapping[int, PlannedCheckIn], *, so_far: Mapping[int, int]
) -> None:
    rows = [
        {
            "case_id": case_id,
            "number": so_far.get(case_id, 0) + 1,
            "place": each.place,
            "due_at": each.at,
            "state": CheckInState.PLANNED,
        }
        for case_id, each in planned.items()
    ]
    insert_rows(session, CheckIn, rows)
