"""A case's tasks: who does which, how a try to reach somebody ended, ticking off, and posts that were paused."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot import access
from bot.attention import NORMAL_PACE, Pace
from bot.cases.calls import OF_THE_ORIGINAL
from bot.cases.plan_drafts import main_draft
from bot.cases.planning import (
    add_task_behind,
    is_fixed,
    say_what_waits_no_more,
    state_after,
)
from bot.cases.timeline import (
    Moved,
    move,
    note,
    pace_of,
    redraw_draft,
    redraw_newest_offer,
    require_open,
    say_in_thread,
    tell,
)
from bot.draft_kinds import DraftKind
from bot.errors import InvalidAnswer, OopsError
from bot.event_kinds import EventKind, NoteKind, NoticeKind
from bot.models import Case, Draft, Task, key
from bot.plan import RESUME_TEXT, Level, Outcome, TaskId, TaskKind
from bot.report import Affected
from bot.states import CaseState, Surface, TaskState
from bot.storage import change, queries
from bot.ticked import GETS_OUT

PAUSED_FOR = timedelta(days=1)
"""When whoever paused the posts is reminded: as long as the plan gives for resuming them."""


def task_for(session: Session, task_id: int, *, by: str, now: datetime) -> tuple[Task, Case]:
    """Return a task for somebody in its case's channel. Raises NoSuchCase, StaleChannel, CaseClosed.

    Of a closed case there is only one task left: posts that are still paused.
    """
    task, case = access.part_for(session, Task, task_id, by=by, now=now)
    if task.key != TaskId.RESUME or task.state is not TaskState.OPEN:
        require_open(session, case)
    return task, case


def require_undone(task: Task) -> None:
    """Raise Moved for a task that is done or dropped."""
    if task.state is not TaskState.OPEN:
        raise Moved(_what_happened(task))


def do_task(session: Session, task_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE) -> Case:
    """Tick a task off and return its case; a person to reach was reached then.

    Raises NoSuchCase, CaseClosed, Moved (done or dropped already).
    """
    task, case = task_for(session, task_id, by=by, now=now)
    reached = Outcome.REACHED if task.kind is TaskKind.REACH else None
    tried = {"outcome": reached, "outcome_by": by, "outcome_at": now} if reached else {}
    is_mine = task.state is TaskState.OPEN and change(
        session, task, state=TaskState.DONE, done_by=by, done_at=now, remind_at=None, **tried
    )
    if not is_mine:
        raise Moved(_what_happened(task))
    note(session, case, EventKind.TASK_DONE, by=by, now=now, task=task.text, outcome=reached)
    redraw_newest_offer(session, case, now=now)
    if task.key == TaskId.PAUSE:
        _remind_to_resume(session, case, task, by=by, now=now, pace=pace)
    if task.kind is TaskKind.CALL_FIRST:
        say_what_waits_no_more(session, case)
    if task.kind is TaskKind.CALL_FIRST or task.key in OF_THE_ORIGINAL:
        for draft in queries.drafts_of(session, key(case)):
            redraw_draft(session, case, draft, now=now)
    if case.state is CaseState.OPEN and _was_the_last(session, case, task):
        move(session, case, state=CaseState.WATCHING)
    return case


def _was_the_last(session: Session, case: Case, task: Task) -> bool:
    """Return whether only watching is left after this task: a step of a quiet fix, or the call that all else was done before."""
    if case.level is Level.QUIET_FIX:
        return is_fixed(session, case)
    if task.kind is not TaskKind.CALL_FIRST:
        return False
    return state_after(session, case, case.level, main_draft(session, case)) is CaseState.WATCHING


def tick_what_got_words_out(session: Session, case: Case, draft: Draft, *, by: str, now: datetime) -> None:
    """Tick off what a text was for: who says that it is out has said it of its task too.

    A private note is written to the few whom it concerns, whether or not it is the main one: they have heard by it.
    """
    is_note = draft.kind is DraftKind.PRIVATE_NOTE
    wanted = {GETS_OUT.get(draft.kind)} if draft.is_main or is_note else set()
    if is_note and case.report.get("affected") == Affected.FEW_KNOWN:
        wanted.add(TaskId.AFFECTED)
    for task in queries.tasks_of(session, key(case), is_open=True):
        if task.key in wanted:
            reached = {"outcome": Outcome.REACHED, "outcome_by": by, "outcome_at": now}
            how = reached if task.kind is TaskKind.REACH else {}
            change(session, task, state=TaskState.DONE, done_by=by, done_at=now, remind_at=None, **how)


def note_outcome(session: Session, task_id: int, outcome: Outcome, *, by: str, now: datetime) -> Case:
    """Write down how a try to reach somebody ended and return the case; the task is done only when they were reached.

    Raises NoSuchCase, CaseClosed, Moved (done or dropped already), OopsError for a task that is nobody to reach.
    """
    task, case = task_for(session, task_id, by=by, now=now)
    if task.kind is not TaskKind.REACH:
        raise OopsError("There is nobody to reach in this task. Press “Done” when it is done.")
    if outcome is Outcome.REACHED:
        return do_task(session, task_id, by=by, now=now)
    is_mine = task.state is TaskState.OPEN and change(
        session, task, outcome=outcome, outcome_by=by, outcome_at=now
    )
    if not is_mine:
        raise Moved(_what_happened(task))
    note(session, case, EventKind.REACH_TRIED, by=by, now=now, task=task.text, outcome=outcome)
    return case


def assign_task(session: Session, task_id: int, person: str, *, by: str, now: datetime) -> Case:
    """Give a task to somebody in the channel, who is told, and reminded once when it is due; return the case.

    Raises InvalidAnswer (nobody chosen, not in the channel), Moved (theirs already, done or dropped), NoSuchCase, CaseClosed.
    """
    task, case = task_for(session, task_id, by=by, now=now)
    access.require_member(session, case, person, field="person", now=now)
    require_undone(task)
    if task.assignee == person:
        raise InvalidAnswer("person", "This task is theirs already. Choose somebody else, or close this.")
    before, due = task.assignee, task.due_at if task.due_at > now else None
    if not change(session, task, assignee=person, remind_at=due):
        raise Moved("Somebody changed this task at the same moment. Please look at it again.")
    note(session, case, EventKind.TASK_ASSIGNED, by=by, now=now, task=task.text, to=person, before=before)
    if person != by:
        name = f"assigned:{task.id}:{task.version}"
        due_at = task.due_at.isoformat()
        tell(
            session,
            case,
            person,
            NoticeKind.TASK_ASSIGNED,
            now=now,
            name=name,
            by=by,
            task=task.text,
            due_at=due_at,
        )
    return case


def remind_assignee(session: Session, task: Task, case: Case, *, now: datetime) -> None:
    """Remind whoever has a task that it is due, once; nobody who has left the channel meanwhile.

    A call that public words wait for is its lead's where it was given to nobody.
    """
    is_call = task.kind is TaskKind.CALL_FIRST
    person = (task.assignee or (case.lead if is_call else None)) if task.state is TaskState.OPEN else None
    if not change(session, task, remind_at=None) or person is None:
        return
    if task.key == TaskId.RESUME:
        remind_of_paused(session, case, task, now=now, why="due")
    elif case.state is not CaseState.CLOSED and access.is_known_member(session, case, person):
        due_at = task.due_at.isoformat()
        name = f"task_due:{task.id}:{task.version}"
        said: dict[str, Any] = {"task": task.text, "due_at": due_at, "is_call": is_call}
        tell(session, case, person, NoticeKind.TASK_DUE, now=now, name=name, **said)


def paused_task(session: Session, case: Case) -> Task | None:
    """Return the open task of resuming posts that were paused, or None when nothing is paused."""
    tasks = {task.key: task for task in queries.tasks_of(session, key(case))}
    pause, resume = tasks.get(TaskId.PAUSE), tasks.get(TaskId.RESUME)
    if pause is None or resume is None or pause.state is not TaskState.DONE:
        return None
    return resume if resume.state is TaskState.OPEN else None


def remind_of_paused(session: Session, case: Case, task: Task, *, now: datetime, why: str) -> None:
    """Tell whoever paused the posts, and once the thread, that they are still paused; ``why`` is when: due, quiet, closed."""
    if task.assignee is not None and access.is_known_member(session, case, task.assignee):
        tell(session, case, task.assignee, NoticeKind.STILL_PAUSED, now=now, name=f"paused:{task.id}:{why}")
    say_in_thread(
        session,
        case,
        Surface.NOTE,
        "paused",
        now=now,
        subject_id=task.id,
        kind=NoteKind.STILL_PAUSED,
        by=task.assignee,
    )


def _remind_to_resume(
    session: Session, case: Case, pause: Task, *, by: str, now: datetime, pace: Pace
) -> None:
    """Give the task of resuming to whoever paused the posts, due in a day; a plan that has none gets one."""
    due = now + pace_of(case, pace).due(PAUSED_FOR)
    known = next((row for row in queries.tasks_of(session, key(case)) if row.key == TaskId.RESUME), None)
    if known is not None and known.state is TaskState.OPEN:
        change(session, known, assignee=by, due_at=due, remind_at=due)
    elif known is None:
        add_task_behind(
            session,
            case,
            TaskId.RESUME,
            RESUME_TEXT,
            plan_id=pause.plan_id,
            owner=pause.owner,
            due_at=due,
            assignee=by,
            remind_at=due,
        )


def _what_happened(task: Task) -> str:
    if task.state is TaskState.DONE:
        return f"<@{task.done_by}> has already done that."
    return "That task is no longer part of the plan. The plan message shows what is."
