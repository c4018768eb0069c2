"""What is due: check-ins, nudges, reminders, reports that wait, and the end of exercises. APScheduler is only the tick that asks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlmodel import Session, and_, col, exists, or_, select

from bot.attention import NORMAL_PACE, Pace
from bot.brands import forms as settings_forms
from bot.cases import asking, received, receiving, reminders
from bot.cases.check_ins import nudge
from bot.models import Case, CheckIn, Draft, ReceivedReport, Task
from bot.practice import exercises
from bot.reporting import forms
from bot.states import CaseState, CheckInState

MOST_AT_ONCE = 20
"""What one transaction reminds of: it takes about 0.1 s, and a person's submission waits for it on SQLite."""


def is_anything_due(session: Session, *, now: datetime) -> bool:
    """Return whether a check-in, a nudge, a reminder or a report that waits is due, or an exercise has lasted too long."""
    # Each by itself: an index finds it at once, where "one or the other" is looked for in all of a million rows.
    return bool(session.exec(select(or_(*(exists().where(step.is_due(now)) for step in STEPS)))).one())


def ask_due_check_ins(
    session: Session, *, now: datetime, pace: Pace = NORMAL_PACE, only: int | None = None
) -> int:
    """Ask up to a hundred of the check-ins that are due, each exactly once, however many processes tick; return how many."""
    return asking.ask_due(session, now=now, pace=pace, only=only)


def nudge_unanswered(
    session: Session, *, now: datetime, pace: Pace = NORMAL_PACE, only: int | None = None
) -> int:
    """Remind somebody of the check-ins that have waited too long for an answer; return how many those were."""
    unanswered = (
        select(CheckIn, Case)
        .join(Case, col(Case.id) == CheckIn.case_id)
        .where(_is_to_nudge(now), Case.state != CaseState.CLOSED)
    )
    due = session.exec(
        (unanswered if only is None else unanswered.where(CheckIn.id == only))
        .order_by(col(CheckIn.nudge_at))
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    for check_in, case in due:
        nudge(session, check_in, case, now=now, pace=pace)
    return len(due)


def end_exercises(
    session: Session,
    *,
    now: datetime,
    pace: Pace = NORMAL_PACE,  # noqa: ARG001  every step is called alike
    only: int | None = None,
) -> int:
    """End the exercises that have lasted too long; return how many."""
    return exercises.end_those_over(session, now=now, only=only)


def _is_to_ask(now: datetime) -> Any:
    return and_(col(CheckIn.state) == CheckInState.PLANNED, col(CheckIn.due_at) <= now)


def _is_to_nudge(now: datetime) -> Any:
    return and_(col(CheckIn.state) == CheckInState.ASKED, col(CheckIn.nudge_at) <= now)


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of what is due: rows of a table, and the verb that does them, some at a time or ``only`` one.

    ``is_repeated``: until none is left. The verb returns how many it did.
    """

    name: str
    table: Any
    is_due: Callable[[datetime], Any]
    do: Callable[..., int]
    is_repeated: bool = False

    def ids(self, session: Session, *, now: datetime) -> Sequence[int]:
        """Return which rows are due."""
        return session.exec(select(self.table.id).where(self.is_due(now)).order_by(self.table.id)).all()


STEPS = (
    Step("check_ins", CheckIn, _is_to_ask, ask_due_check_ins, is_repeated=True),
    Step("nudges", CheckIn, _is_to_nudge, nudge_unanswered),
    Step("leads", Case, partial(reminders.is_due, Case), reminders.remind_of_lead),
    Step("tasks", Task, partial(reminders.is_due, Task), reminders.remind_of_tasks),
    Step("drafts", Draft, partial(reminders.is_due, Draft), reminders.remind_of_drafts),
    Step("received", ReceivedReport, received.is_due, receiving.open_overdue, is_repeated=True),
    Step("exercises", Case, exercises.is_over, end_exercises),
)
"""What each tick does, in this order."""


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
