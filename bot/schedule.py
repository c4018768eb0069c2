"""What is due: check-ins, nudges, reminders, reports that wait, and the end of exercises. APScheduler is only the tick that asks."""

from datetime import datetime

from sqlmodel import Session, col, exists, or_, select

from bot.attention import NORMAL_PACE, Pace
from bot.brands import forms as settings_forms
from bot.cases import asking, received, receiving, reminders
from bot.cases.check_ins import nudge
from bot.models import Case, CheckIn
from bot.practice import exercises
from bot.reporting import forms
from bot.states import CaseState, CheckInState

MOST_AT_ONCE = 20
"""What one transaction reminds of: it takes about 0.1 s, and a person's submission waits for it on SQLite."""


def is_anything_due(session: Session, *, now: datetime) -> bool:
    """Return whether a check-in, a nudge, a reminder or a report that waits is due, or an exercise has lasted too long."""
    # Each by itself: an index finds it at once, where "one or the other" is looked for in all of a million rows.
    is_to_ask = exists().where(col(CheckIn.state) == CheckInState.PLANNED, col(CheckIn.due_at) <= now)
    is_to_nudge = exists().where(col(CheckIn.state) == CheckInState.ASKED, col(CheckIn.nudge_at) <= now)
    others = (reminders.is_due(now), received.is_due(now), exercises.is_over(now))
    return bool(session.exec(select(or_(is_to_ask, is_to_nudge, *others))).one())


def ask_due_check_ins(session: Session, *, now: datetime, pace: Pace = NORMAL_PACE) -> int:
    """Ask up to a hundred of the check-ins that are due, each exactly once, however many processes tick; return how many."""
    return asking.ask_due(session, now=now, pace=pace)


def nudge_unanswered(session: Session, *, now: datetime, pace: Pace = NORMAL_PACE) -> int:
    """Remind somebody of the check-ins that have waited too long for an answer; return how many those were."""
    due = session.exec(
        select(CheckIn, Case)
        .join(Case, col(Case.id) == CheckIn.case_id)
        .where(CheckIn.state == CheckInState.ASKED, CheckIn.nudge_at <= now, Case.state != CaseState.CLOSED)  # type: ignore[operator]  # null never compares
        .order_by(col(CheckIn.nudge_at))
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    for check_in, case in due:
        nudge(session, check_in, case, now=now, pace=pace)
    return len(due)


def send_reminders(session: Session, *, now: datetime, pace: Pace = NORMAL_PACE) -> int:
    """Remind whoever has something waiting that is due, each once; return how many."""
    return reminders.remind(session, now=now, pace=pace)


def open_overdue(session: Session, *, now: datetime, pace: Pace = NORMAL_PACE) -> int:
    """Make cases of the reports that waited too long to become one; return how many."""
    return receiving.open_overdue(session, now=now, pace=pace)


def end_exercises(session: Session, *, now: datetime) -> int:
    """End the exercises that have lasted too long; return how many."""
    return exercises.end_those_over(session, now=now)


def forget_old_forms(session: Session, *, now: datetime) -> None:
    """Remove forms that nobody can still have open, of reports and of settings."""
    forms.forget_forms(session, now=now)
    settings_forms.forget_forms(session, now=now)


def next_check_in(session: Session) -> datetime | None:
    """Return when the earliest planned check-in of any case is due, or None."""
    return session.exec(
        select(CheckIn.due_at)
        .join(Case, col(Case.id) == CheckIn.case_id)
        .where(CheckIn.state == CheckInState.PLANNED, Case.state != CaseState.CLOSED)
        .order_by(col(CheckIn.due_at))
        .limit(1)
    ).first()
