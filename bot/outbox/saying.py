"""Having something said in Slack, or what was said drawn again: a row for each, written with what it tells of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.models import Case, Message, Outbox, key
from bot.states import OutboxAction, OutboxState, Surface
from bot.storage import queries
from bot.storage.inserts import Values, insert_rows, insert_with_ids
from bot.storage.store import WAKE


@dataclass(frozen=True, slots=True)
class Saying:
    """One message of a case to be said: ``key`` makes it one of its kind."""

    case: Case
    surface: Surface
    key: str
    subject_id: int


def say_new(session: Session, sayings: Sequence[Saying], *, now: datetime) -> None:
    """Have messages of cases posted, in this order, that cannot have been said before: what they are about is new."""
    messages = [
        {
            "workspace_id": saying.case.workspace_id,
            "case_id": saying.case.id,
            "channel_id": saying.case.channel_id,
            "key": saying.key,
            "surface": saying.surface,
            "subject_id": saying.subject_id,
            "is_threaded": saying.surface is not Surface.PLAN,
        }
        for saying in sayings
    ]
    ids = insert_with_ids(session, Message, messages)
    _queue_all(
        session,
        [
            _row(saying.case, message_id, saying.surface, OutboxAction.POST, now)
            for message_id, saying in zip(ids, sayings, strict=True)
        ],
    )


def say(
    session: Session,
    surface: Surface,
    *,
    key: str,
    channel_id: str,
    workspace_id: int,
    now: datetime,
    case: Case | None = None,
    about: Case | None = None,
    subject_id: int | None = None,
    params: dict[str, Any] | None = None,
    action: OutboxAction = OutboxAction.POST,
) -> None:
    """Have a message posted, once for this ``key``. A case's plan is its root; all else of the case goes into its thread.

    One that is only ``about`` a case belongs to nobody's thread, and waits for none.
    """
    if queries.message_keyed(session, workspace_id, key) is not None:
        return
    message = Message(
        workspace_id=workspace_id,
        case_id=case.id if case else None,
        about_case_id=about.id if about else None,
        key=key,
        surface=surface,
        subject_id=subject_id,
        params=params or {},
        channel_id=channel_id,
        is_threaded=case is not None and surface is not Surface.PLAN,
    )
    session.add(message)
    session.flush()
    queue(session, message, action, now=now)


def redraw(session: Session, key: str, *, workspace_id: int, now: datetime) -> None:
    """Have a message drawn again from its rows; nothing to do where that is already waiting to happen."""
    message = queries.message_keyed(session, workspace_id, key)
    if message is not None:
        redraw_all(session, [message], now=now)


def redraw_all(session: Session, messages: Sequence[Message], *, now: datetime) -> None:
    """Have messages drawn again from their rows; nothing to do for one of which that is already waiting to happen."""
    waiting = set(session.exec(_WAITING, params={"ids": [message.id for message in messages]}))
    rows = [
        _row(message, key(message), message.surface, OutboxAction.UPDATE, now)
        for message in messages
        if message.id not in waiting
    ]
    _queue_all(session, rows)


# Locked, else another process may draw it before what we change here is there to be seen.
_WAITING = (
    select(Outbox.message_id)
    .where(
        col(Outbox.message_id).in_(bindparam("ids", expanding=True)),
        queries.unindexed(Outbox.state) == OutboxState.PENDING,
    )
    .with_for_update(read=True)
)


def queue(session: Session, message: Message, action: OutboxAction, *, now: datetime) -> None:
    """Have something done with a message that is in the database, now; of a plan, all but drawing it again makes a thread's root."""
    _queue_all(session, [_row(message, key(message), message.surface, action, now)])


def _queue_all(session: Session, rows: Sequence[Values]) -> None:
    if rows:
        insert_rows(session, Outbox, rows)
        session.info[WAKE] = True


def _row(
    of: Case | Message, message_id: int, surface: Surface, action: OutboxAction, now: datetime
) -> Values:
    """Return what is to be done with a message: it belongs to the case ``of``, or is the message ``of`` itself."""
    return {
        "workspace_id": of.workspace_id,
        "case_id": of.id if isinstance(of, Case) else of.case_id,
        "channel_id": of.channel_id,
        "message_id": message_id,
        "action": action,
        "is_root": surface is Surface.PLAN and action is not OutboxAction.UPDATE,
        "state": OutboxState.PENDING,
        "not_before": now,
        "created_at": now,
    }
