"""Reminders: what waits for somebody has a moment in its row (``remind_at``), and the tick takes it there, once.

How long something may wait follows the plan: its channel's first check-in time says how fast things move there, and the task that
gets the words out says by when they have to be approved.
"""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, exists, or_, select

from bot.attention import NORMAL_PACE, Pace
from bot.cases.approval_reminders import remind_approvers
from bot.cases.handling import ask_for_lead
from bot.cases.tasks import remind_assignee
from bot.models import Case, Draft, Task

MOST_AT_ONCE = 100


def is_due(now: datetime) -> Any:
    """Return the condition that somebody is to be reminded of something."""
    return or_(*(exists().where(col(table.remind_at) <= now) for table in (Case, Task, Draft)))


def remind(session: Session, *, now: datetime, pace: Pace = NORMAL_PACE) -> int:
    """Remind whoever is due to be, each once, however many processes tick; return how many."""
    leads = session.exec(_due(select(Case), Case, now)).all()
    for case in leads:
        ask_for_lead(session, case, now=now)
    of_case = select(Task, Case).join(Case, col(Case.id) == Task.case_id)
    tasks = session.exec(_due(of_case, Task, now)).all()
    for task, case in tasks:
        remind_assignee(session, task, case, now=now)
    drafts = session.exec(
        _due(select(Draft, Case).join(Case, col(Case.id) == Draft.case_id), Draft, now)
    ).all()
    for draft, case in drafts:
        remind_approvers(session, draft, case, now=now, pace=pace)
    return len(leads) + len(tasks) + len(drafts)


def _due(query: Any, table: Any, now: datetime) -> Any:
    return (
        query.where(col(table.remind_at) <= now)
        .order_by(col(table.remind_at))
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
