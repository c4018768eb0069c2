"""Opening a task again that was ticked off by mistake: what hung on it waits again."""

from datetime import datetime

from sqlmodel import Session

from bot.cases.calls import OF_THE_ORIGINAL
from bot.cases.plan_drafts import main_draft
from bot.cases.planning import plan_of, state_after
from bot.cases.tasks import task_for
from bot.cases.timeline import Moved, move, note, redraw_draft, redraw_newest_offer, say_in_thread
from bot.cases.words_out import so_far
from bot.decision.people import once_called
from bot.draft_kinds import is_public
from bot.event_kinds import EventKind, NoteKind
from bot.models import Case, Task, key
from bot.plan import Level, TaskId, TaskKind
from bot.states import CaseState, Surface, TaskState
from bot.storage import change, queries
from bot.ticked import is_done_by_words, may_reopen


def reopen_task(session: Session, task_id: int, *, by: str, now: datetime) -> Case:
    """Write down that a task was not done after all and return its case; what waited for it waits again, but for what went out meanwhile.

    Raises NoSuchCase, CaseClosed, Moved (open or dropped by now, a text that is out has done it, or it is too long ago).
    """
    task, case = task_for(session, task_id, by=by, now=now)
    _require_reopenable(session, case, task, now=now)
    is_call = task.kind is TaskKind.CALL_FIRST
    open_again(session, task, now=now)
    note(session, case, EventKind.TASK_REOPENED, by=by, now=now, task=task.text)
    redraw_newest_offer(session, case, now=now)
    if task.key == TaskId.PAUSE:
        _remind_of_no_pause(session, case)
    if is_call:
        _wait_again(session, case, task, by=by, now=now)
    if is_call or task.key in OF_THE_ORIGINAL:
        for draft in queries.drafts_of(session, key(case)):
            redraw_draft(session, case, draft, now=now)
    is_needed = is_call or case.level is Level.QUIET_FIX
    if is_needed and case.state is CaseState.WATCHING:
        move(session, case, state=state_after(session, case, case.level, main_draft(session, case)))
    return case


def open_again(session: Session, task: Task, *, now: datetime) -> None:
    """Open a task as if nobody had ticked it off; the timeline says who had. Raises Moved."""
    is_reminded = task.kind is TaskKind.CALL_FIRST or task.assignee is not None
    is_mine = change(
        session,
        task,
        state=TaskState.OPEN,
        remind_at=task.due_at if is_reminded and task.due_at > now else None,
        **dict.fromkeys(("done_by", "done_at", "outcome", "outcome_by", "outcome_at")),
    )
    if not is_mine:
        raise Moved("Somebody changed this task at the same moment. Please look at it again.")


def _require_reopenable(session: Session, case: Case, task: Task, *, now: datetime) -> None:
    if task.state is not TaskState.DONE:
        is_open = task.state is TaskState.OPEN
        raise Moved(
            "That task is open already."
            if is_open
            else "That task is no longer part of the plan, done or not."
        )
    out = so_far(session, case).out
    if is_done_by_words(task, out):
        raise Moved("The text that this task was for is marked as out, so it is done.")
    if not may_reopen(task, out, now=now):
        raise Moved(
            "It was ticked off more than a day ago. Say in the thread what is so, and press “New facts” if that changes the plan."
        )


def _wait_again(session: Session, case: Case, call: Task, *, by: str, now: datetime) -> None:
    """Have open tasks say again that they come after the call, and the thread that public words wait for it."""
    planned = {task.id: task.text for task in plan_of(session, case).tasks}
    for task in queries.tasks_of(session, key(case), is_open=True):
        text = planned.get(task.key, task.text)
        if text != task.text and once_called(text, is_counsel_asked=True) == once_called(
            task.text, is_counsel_asked=True
        ):
            change(session, task, text=text)
    is_out = any(is_public(kind) for kind in so_far(session, case).out)
    said = {"kind": NoteKind.CALL_REOPENED, "by": by, "task": call.text, "is_out": is_out}
    name = f"call_reopened:{call.version}"
    say_in_thread(session, case, Surface.NOTE, name, now=now, subject_id=call.id, **said)


def _remind_of_no_pause(session: Session, case: Case) -> None:
    """Remind nobody of resuming posts that were never paused."""
    for task in queries.tasks_of(session, key(case), is_open=True):
        if task.key == TaskId.RESUME:
            change(session, task, assignee=None, remind_at=None)
