"""Which tasks that were ticked off can be opened again: for a day, unless a text that is out has done them."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.draft_kinds import DraftKind
from bot.models import Task
from bot.plan import TaskId
from bot.states import TaskState

REOPEN_WITHIN = timedelta(days=1)
GETS_OUT = {
    DraftKind.PUBLIC_CORRECTION: TaskId.PUBLISH,
    DraftKind.PRIVATE_NOTE: TaskId.WRITE,
    DraftKind.ALL_CLEAR: TaskId.ALL_CLEAR,
    DraftKind.HOLDING_STATEMENT: TaskId.HOLD,
}
"""The key of the task that gets each kind of draft out."""
_DONE_TOO = {DraftKind.PRIVATE_NOTE: TaskId.AFFECTED}
"""Of the few whom it concerns, who is to be told has heard by the note."""


def is_done_by_words(task: Task, out: Collection[DraftKind]) -> bool:
    """Return whether a text that is out has done what the task asked for."""
    return any(task.key in {GETS_OUT.get(kind), _DONE_TOO.get(kind)} for kind in out)


def may_reopen(task: Task, out: Collection[DraftKind], *, now: datetime) -> bool:
    """Return whether somebody may still say that a task was not done after all."""
    is_recent = task.done_at is not None and now - task.done_at <= REOPEN_WITHIN
    return task.state is TaskState.DONE and is_recent and not is_done_by_words(task, out)
