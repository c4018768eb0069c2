"""Steps that come before words: calls before any public word, and what a text says was done."""

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.models import Task
from bot.plan import TaskId, TaskKind
from bot.states import TaskState
from bot.storage import ask

OF_THE_ORIGINAL = frozenset({TaskId.TAKE_BACK, TaskId.REPOST})
"""What has to be done about the original before a text may say that it was."""


def is_waiting_for_call(session: Session, case_id: int) -> bool:
    """Return whether a named owner has yet to be called before any public word."""
    return ask(session, _CALLS_LEFT, case_id=case_id).first() is not None


def not_taken_back(session: Session, case_id: int) -> str:
    """Return what has yet to be done about the original, as its task begins; empty where nothing has."""
    row = ask(session, _TAKE_BACK_LEFT, case_id=case_id).first()
    first, stop, _ = (row[0] if row else "").partition(". ")
    return f"{first}{stop.strip()}"


_TAKE_BACK_LEFT = (
    select(Task.text)
    .where(
        Task.case_id == bindparam("case_id"), col(Task.key).in_(OF_THE_ORIGINAL), Task.state == TaskState.OPEN
    )
    .order_by(col(Task.position))
)
_CALLS_LEFT = select(Task.id).where(  # asked for each draft that is drawn
    Task.case_id == bindparam("case_id"), Task.kind == TaskKind.CALL_FIRST, Task.state == TaskState.OPEN
)
