"""Counsel is shown a wording that may admit fault in law: a task that is there as long as such words are."""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from bot.cases.planning import add_task_behind
from bot.cases.timeline import pace_of
from bot.decision.steps import LEAD
from bot.lint import Label
from bot.models import Case, DraftVersion, Task, key
from bot.plan import TaskId
from bot.states import EDITABLE, TaskState
from bot.storage import change, queries

_WITHIN = timedelta(hours=1)
"""What the plan gives for asking counsel before something is changed."""
_TEXT = "Show the draft's wording to counsel before it goes out."


def follow_wording(session: Session, case: Case, *, now: datetime) -> None:
    """Give the case the task of showing counsel the wording, or take it away: as the texts that have yet to go out ask for it."""
    drafts = [draft for draft in queries.drafts_of(session, key(case)) if draft.state in EDITABLE]
    is_wanted = any(_admits_fault(queries.newest_version(session, draft)) for draft in drafts)
    tasks = [task for task in queries.tasks_of(session, key(case)) if task.key == TaskId.ASK_COUNSEL]
    if is_wanted and not tasks:
        _ask(session, case, now=now)
    for task in tasks:
        if task.state is TaskState.OPEN and not is_wanted:
            change(session, task, state=TaskState.DROPPED)


def _ask(session: Session, case: Case, *, now: datetime) -> None:
    """Give the case the task; one that the newest plan had, and that was taken away, is there again."""
    plan_id, due_at = key(queries.newest_plan(session, key(case))), now + pace_of(case).due(_WITHIN)
    of_plan = select(Task).where(Task.plan_id == plan_id, Task.key == TaskId.ASK_COUNSEL)
    known = session.exec(of_plan).first()
    if known is not None:
        change(session, known, state=TaskState.OPEN, due_at=due_at)
        return
    add_task_behind(session, case, TaskId.ASK_COUNSEL, _TEXT, plan_id=plan_id, owner=LEAD, due_at=due_at)


def _admits_fault(version: DraftVersion) -> bool:
    """Return whether the lint saw an admission in the text."""
    return any(finding["label"] == Label.LEGAL_ADMISSION for finding in version.findings)
