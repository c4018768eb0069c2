"""A brand's quiet hours or its time zone change: the check-ins that are planned keep to the new ones."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.attention import Pace, PlannedCheckIn, in_open_hours
from bot.cases.courses import Course, courses_of
from bot.cases.timeline import move, redraw_last_answer, redraw_offers, redraw_plan
from bot.models import Brand, Case, CheckIn
from bot.states import CaseState, CheckInState
from bot.storage import change

HOURS = frozenset({"quiet_from", "quiet_until", "rests_on_weekends", "timezone"})
"""The columns of a brand that say when it is not to be disturbed."""


def keep_to_quiet_hours(session: Session, brand: Brand, *, now: datetime, pace: Pace) -> int:
    """Move the planned check-ins of a brand out of its quiet hours as they are now, and return how many that were.

    None comes sooner than people were told, and what is due already is asked at once.
    """
    rows = session.exec(
        select(CheckIn, Case)
        .join(Case, col(Case.id) == CheckIn.case_id)
        .where(
            Case.brand_id == brand.id,
            Case.state != CaseState.CLOSED,
            CheckIn.state == CheckInState.PLANNED,
            CheckIn.due_at > now,
        )
        .order_by(col(CheckIn.id))
    ).all()
    courses = courses_of(session, [case for _, case in rows], pace=pace)
    moved = [
        _moved(session, case, check_in, course, now=now)
        for (check_in, case), course in zip(rows, courses, strict=True)
    ]
    return sum(moved)


def _moved(session: Session, case: Case, check_in: CheckIn, course: Course, *, now: datetime) -> bool:
    """Move a check-in that would be asked in quiet hours, and return whether it had to be; what names its time is drawn again."""
    planned = PlannedCheckIn(check_in.place, check_in.due_at)
    since, times = case.check_ins_since, course.times
    later = in_open_hours(planned, since=since, times=times, hours=course.hours)
    if later == planned or not change(session, check_in, place=later.place, due_at=later.at):
        return False
    if case.last_look_at is not None:
        move(session, case, last_look_at=later.at)
        redraw_offers(session, case, now=now)
    redraw_plan(session, case, now=now)
    redraw_last_answer(session, case, now=now)
    return True
