"""Calls that come before any public word."""

from sqlalchemy import bindparam
from sqlmodel import Session, select

from bot.models import Task
from bot.plan import TaskKind
from bot.states import TaskState
from bot.storage import ask


def is_waiting_for_call(session: Session, case_id: int) -> bool:
    """Return whether a named owner has yet to be called before any public word."""
    return ask(session, _CALLS_LEFT, case_id=case_id).first() is not None


_CALLS_LEFT = select(Task.id).where(  # asked for each draft that is drawn
    Task.case_id == bindparam("case_id"), Task.kind == TaskKind.CALL_FIRST, Task.state == TaskState.OPEN
)
