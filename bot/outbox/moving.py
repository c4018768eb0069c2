"""Taking what was said about a case to another conversation: said there once more, in its order; what stands in the old one says so."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.event_kinds import NoteKind
from bot.models import Case, Message, Outbox, key
from bot.outbox.reasons import MAYBE_SAID
from bot.outbox.saying import queue
from bot.states import OutboxAction, OutboxState, Surface

_NOT_TAKEN_ALONG = {Surface.NUDGE, Surface.MOVED}
"""A reminder is of its moment: whoever has not answered is reminded again."""
_OF_ITS_PLACE = {NoteKind.CHANNEL_CHOSEN}
"""Kinds of note that have no sense in the new conversation."""
_NOT_SAID_YET = (OutboxState.PENDING, OutboxState.FAILED)


def move_messages(session: Session, case: Case, *, now: datetime) -> None:
    """Have every message of a case said in the case's conversation, which has just become another one.

    The key goes to the new message, so that whatever happens later is drawn there: the plan is the new root. The old message
    is drawn once more, after that, and says where the new one is. What was never said is only said in the new place.
    """
    session.execute(
        update(Outbox)
        .where(col(Outbox.case_id) == case.id, col(Outbox.state).in_(_NOT_SAID_YET))
        .values(state=OutboxState.CANCELLED)
        .execution_options(synchronize_session=False)
    )
    old = session.exec(
        select(Message)
        .where(Message.case_id == case.id, col(Message.surface).not_in(_NOT_TAKEN_ALONG))
        .order_by(col(Message.id))
    ).all()
    tries = _tries(session, case)
    for message in old:
        _say_there(session, case, message, tries.get(key(message), []), now=now)
    for message in old:
        queue(session, message, OutboxAction.UPDATE, now=now)


def was_never_said(session: Session, case: Case) -> bool:
    """Return whether the case's plan was refused, and nothing of the case is in Slack, or may be."""
    maybe_said = col(Outbox.error).startswith(MAYBE_SAID, autoescape=True)
    rows = session.exec(
        select(Outbox.state, Outbox.is_root, maybe_said).where(
            Outbox.case_id == case.id, Outbox.state != OutboxState.CANCELLED
        )
    ).all()
    is_refused = any(state is OutboxState.FAILED and is_root for state, is_root, _ in rows)
    return is_refused and all(state in _NOT_SAID_YET and not maybe for state, _, maybe in rows)


def say_elsewhere(session: Session, case: Case, *, now: datetime) -> None:
    """Have all that a case has to say said in the case's conversation, which has just become another one: none of it was said.

    Each gets a new row, in the order of the old ones: an answer to one of those that comes late is then taken back.
    """
    waiting = session.exec(
        select(Outbox)
        .where(Outbox.case_id == case.id, col(Outbox.state).in_(_NOT_SAID_YET))
        .order_by(col(Outbox.id))
    ).all()
    for row in waiting:
        row.state = OutboxState.CANCELLED
    session.flush()
    for row in waiting:
        if row.action is not OutboxAction.UPDATE:  # what is said for the first time is as the rows are then
            message = session.get_one(Message, row.message_id)
            message.channel_id = case.channel_id
            session.flush()
            queue(session, message, row.action, now=now)


def _tries(session: Session, case: Case) -> dict[int, list[Outbox]]:
    found: dict[int, list[Outbox]] = {}
    for row in session.exec(select(Outbox).where(Outbox.case_id == case.id).order_by(col(Outbox.id))):
        found.setdefault(row.message_id, []).append(row)
    return found


def _say_there(session: Session, case: Case, message: Message, tries: list[Outbox], *, now: datetime) -> None:
    is_file = any(row.action is OutboxAction.UPLOAD for row in tries)
    is_said = message.ts is not None or any(row.state is not OutboxState.CANCELLED for row in tries)
    its_key, message.key = message.key, f"moved:{message.id}"
    session.flush()  # before the new message takes the key
    if message.params.get("kind") in _OF_ITS_PLACE:
        message.surface = Surface.MOVED
        return
    copy = Message(
        workspace_id=message.workspace_id,
        case_id=message.case_id,
        key=its_key,
        surface=message.surface,
        subject_id=message.subject_id,
        params=message.params,
        channel_id=case.channel_id,
        is_threaded=message.is_threaded,
    )
    session.add(copy)
    session.flush()
    message.surface = Surface.MOVED
    again = OutboxAction.REPOST if is_said else OutboxAction.POST
    queue(session, copy, OutboxAction.UPLOAD if is_file else again, now=now)
