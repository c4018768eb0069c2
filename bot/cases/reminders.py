"""Reminders: what waits for somebody has a moment in its row (``remind_at``), and the tick takes it there, once.

How long something may wait follows the plan: its channel's first check-in time says how fast things move there, and the task that
gets the words out says by when they have to be approved.
"""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bot.attention import NORMAL_PACE, Pace
from bot.cases.approval_reminders import remind_approvers
from bot.cases.handling import ask_for_lead
from bot.cases.sending_reminders import remind_to_send
from bot.cases.tasks import remind_assignee
from bot.models import Case, Draft, Task
from bot.states import CaseState
from bot.waiting_drafts import goes_out_at_once

MOST_AT_ONCE = 100


def is_due(table: Any, now: datetime) -> Any:
    """Return the condition that somebody is to be reminded of a row of this table."""
    return col(table.remind_at) <= now


def remind_of_lead(
    session: Session,
    *,
    now: datetime,
    pace: Pace = NORMAL_PACE,  # noqa: ARG001  every step is called alike
    only: int | None = None,
) -> int:
    """Ask who leads the cases that nobody leads, each once, however many processes tick; return how many."""
    cases = session.exec(_due(select(Case), Case, now, only)).all()
    for case in cases:
        ask_for_lead(session, case, now=now)
    return len(cases)


def remind_of_tasks(
    session: Session,
    *,
    now: datetime,
    pace: Pace = NORMAL_PACE,  # noqa: ARG001  every step is called alike
    only: int | None = None,
) -> int:
    """Remind those who have tasks that are due, each once, however many processes tick; return how many."""
    of_case = select(Task, Case).join(Case, col(Case.id) == Task.case_id)
    tasks = session.exec(_due(of_case, Task, now, only)).all()
    for task, case in tasks:
        remind_assignee(session, task, case, now=now)
    return len(tasks)


def remind_of_drafts(
    session: Session, *, now: datetime, pace: Pace = NORMAL_PACE, only: int | None = None
) -> int:
    """Remind those who may approve what waits for it, and of what goes out at once and has not; each once, however many processes tick. Return how many."""
    of_case = select(Draft, Case).join(Case, col(Case.id) == Draft.case_id)
    drafts = session.exec(_due(of_case, Draft, now, only)).all()
    for draft, case in drafts:
        is_to_send = goes_out_at_once(draft) and case.state is not CaseState.CLOSED
        remind = remind_to_send if is_to_send else remind_approvers
        remind(session, draft, case, now=now, pace=pace)
    return len(drafts)


def _due(query: Any, table: Any, now: datetime, only: int | None) -> Any:
    due = (
        query.where(is_due(table, now)) if only is None else query.where(is_due(table, now), table.id == only)
    )
    return due.order_by(col(table.remind_at)).limit(MOST_AT_ONCE).with_for_update(skip_locked=True)
