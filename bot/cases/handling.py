"""Leading a case and ticking off its tasks."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot import access
from bot.cases.timeline import Moved, key, move, note, redraw_draft, require_open, say_in_thread
from bot.models import Case, Task
from bot.plan import Level, TaskKind
from bot.states import CaseState, Surface, TaskState
from bot.storage import change, queries


def take_lead(session: Session, case_id: int, *, by: str, now: datetime) -> Case:
    """Make somebody the case's lead. Raises NoSuchCase, CaseClosed, Moved (already the lead)."""
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(case)
    if case.lead == by:
        raise Moved("You are already leading this case.")
    before = case.lead
    move(session, case, lead=by)
    note(session, case, "lead_taken", by=by, now=now, before=before)
    say_in_thread(
        session, case, Surface.NOTE, f"lead:{case.version}", now=now, kind="lead_taken", by=by, before=before
    )
    return case


def do_task(session: Session, task_id: int, *, by: str, now: datetime) -> Case:
    """Tick a task off. Raises NoSuchCase, CaseClosed, Moved (done or dropped already)."""
    task = session.get(Task, task_id)
    if task is None:
        raise access.NoSuchCase
    case = access.case_for(session, task.case_id, by=by, now=now)
    require_open(case)
    is_mine = task.state is TaskState.OPEN and change(
        session, task, state=TaskState.DONE, done_by=by, done_at=now
    )
    if not is_mine:
        raise Moved(_what_happened(task))
    note(session, case, "task_done", by=by, now=now, task=task.text)
    if task.kind is TaskKind.CALL_FIRST:
        _redraw_drafts(session, case, now=now)
    if case.level is Level.QUIET_FIX and case.state is CaseState.OPEN and _is_fixed(session, case):
        move(session, case, state=CaseState.WATCHING)
    return case


def _what_happened(task: Task) -> str:
    if task.state is TaskState.DONE:
        return f"<@{task.done_by}> has already done that."
    return "That task is no longer part of the plan. The plan message shows what is."


def _is_fixed(session: Session, case: Case) -> bool:
    """Return whether the first steps are done, so that there is only watching left."""
    left = session.exec(
        select(Task.id).where(
            Task.case_id == case.id,
            Task.state == TaskState.OPEN,
            col(Task.kind).in_([TaskKind.FIRST_STEP, TaskKind.CALL_FIRST]),
        )
    )
    return left.first() is None


def _redraw_drafts(session: Session, case: Case, *, now: datetime) -> None:
    for draft in queries.drafts_of(session, key(case)):
        redraw_draft(session, case, draft, now=now)
