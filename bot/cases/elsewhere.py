"""What a case still asks for in the place where its mistake went out: it comes along where the case goes on in one of another place."""

from datetime import datetime

from sqlmodel import Session

from bot.cases.plan_drafts import main_draft
from bot.cases.planning import add_task_behind
from bot.models import Case, Task, key
from bot.plan import ELSEWHERE, TaskId
from bot.states import PUT_ASIDE, DraftState, TaskState
from bot.storage import change, queries

_OF_ITS_PLACE = frozenset({TaskId.EVIDENCE, TaskId.TAKE_BACK, TaskId.REPOST, TaskId.PUBLISH, TaskId.WRITE})


def left_in_its_place(session: Session, case: Case) -> list[Task]:
    """Return what is still to be done about a case's original, and to get its words out where that was read; also what came along before."""
    open_ones = queries.tasks_of(session, key(case), is_open=True)
    return [task for task in open_ones if task.key in _OF_ITS_PLACE or task.key.startswith(ELSEWHERE)]


def bring_along(session: Session, case: Case, other: Case, left: list[Task], *, now: datetime) -> list[str]:
    """Give a case what the ``other`` left to do in another place, in its words and with its times, and return what that is."""
    if other.channel is case.channel:
        return []
    plan_id, words = key(queries.newest_plan(session, key(case))), _where_the_words_are(session, other)
    told = []
    for place, task in enumerate(left):
        is_brought = task.key.startswith(ELSEWHERE)
        text = task.text if is_brought else f"{other.channel.label} ({other.name}): {task.text}"
        if task.key in {TaskId.PUBLISH, TaskId.WRITE}:
            text += words
        add_task_behind(
            session,
            case,
            f"{ELSEWHERE}{other.number}-{other.version}-{place}",
            text,
            plan_id=plan_id,
            owner=task.owner,
            due_at=task.due_at,
            assignee=task.assignee,
            remind_at=task.due_at if task.assignee and task.due_at > now else None,
        )
        session.flush()
        told.append(text)
    return told


def drop_what_came_from(session: Session, case: Case, other: Case) -> None:
    """Drop what a case does for the ``other``, which does it itself again."""
    for task in queries.tasks_of(session, key(case), is_open=True):
        if task.key.startswith(f"{ELSEWHERE}{other.number}-"):
            change(session, task, state=TaskState.DROPPED)


def _where_the_words_are(session: Session, case: Case) -> str:
    draft = main_draft(session, case)
    if draft is None or draft.state is DraftState.DISCARDED:
        return ""
    kind = draft.kind.label.lower()
    if draft.state in PUT_ASIDE:
        return f" The {kind} is in the thread of {case.name}. Nobody approved it: have somebody who may look at it before it goes out."
    return f" The {kind} is in the thread of {case.name}, approved."
