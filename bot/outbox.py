"""Messages that must reach Slack exactly as often as intended: rows, their order, claims and leases.

    pending -> sending (lease, sent_after) -> sent | failed | uncertain | cancelled

Order is kept per case: a row waits for every earlier one of its case that is not done with, and for the root while that has
failed. An update that still waits is not repeated: it is drawn from the rows as they are when it goes out. What failed goes
back to pending when its channel can be written to again, and when the bot starts.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

from sqlalchemy import CursorResult, Integer, and_, bindparam, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, exists, select

from bot.models import Case, Message, Outbox, Workspace
from bot.outbox_wanted import is_wanted
from bot.states import OutboxAction, OutboxState, Surface
from bot.storage.inserts import insert_rows, insert_with_ids
from bot.storage.store import WAKE

LEASE = timedelta(seconds=60)
"""Much longer than the 10 seconds after which a call to Slack is given up, so that a lease rarely ends under a living sender."""

NOT_DRAWN = "not_drawn"
"""The error of a row that broke on our side: it is in the log, and a person has to look at it."""

CHANNEL_LOST = frozenset({"channel_not_found", "not_in_channel", "is_archived", "is_inactive"})
"""Refusals that mean: this channel cannot be written to now (docs.slack.dev, chat.postMessage and chat.update)."""

MAYBE_SAID = "maybe_said:"
"""Begins the error of a failed row that may have been said, and could not be looked for: it is, once the channel is back."""

UNDER_WAY = (OutboxState.PENDING, OutboxState.SENDING, OutboxState.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class Saying:
    """One message to be said: ``key`` makes it one of its kind."""

    surface: Surface
    key: str
    subject_id: int


def say_of_new_case(session: Session, case: Case, sayings: Sequence[Saying], *, now: datetime) -> None:
    """Have the first messages of a case posted, in this order. The case is new, so none can have been said before."""
    place = {"workspace_id": case.workspace_id, "case_id": case.id, "channel_id": case.channel_id}
    messages = [
        {
            **place,
            "key": saying.key,
            "surface": saying.surface,
            "subject_id": saying.subject_id,
            "is_threaded": saying.surface is not Surface.PLAN,
        }
        for saying in sayings
    ]
    rows = [
        {
            **place,
            "message_id": message_id,
            "action": OutboxAction.POST,
            "is_root": saying.surface is Surface.PLAN,
            "state": OutboxState.PENDING,
            "not_before": now,
            "created_at": now,
        }
        for message_id, saying in zip(insert_with_ids(session, Message, messages), sayings, strict=True)
    ]
    insert_rows(session, Outbox, rows)
    session.info[WAKE] = True


def say(
    session: Session,
    surface: Surface,
    *,
    key: str,
    channel_id: str,
    workspace_id: int,
    now: datetime,
    case: Case | None = None,
    subject_id: int | None = None,
    params: dict[str, Any] | None = None,
    action: OutboxAction = OutboxAction.POST,
) -> None:
    """Have a message posted, once for this ``key``. A case's plan is its root; all else of the case goes into its thread."""
    if _message(session, workspace_id, key) is not None:
        return
    message = Message(
        workspace_id=workspace_id,
        case_id=case.id if case else None,
        key=key,
        surface=surface,
        subject_id=subject_id,
        params=params or {},
        channel_id=channel_id,
        is_threaded=case is not None and surface is not Surface.PLAN,
    )
    session.add(message)
    session.flush()
    _queue(session, message, action, now)


def redraw(session: Session, key: str, *, workspace_id: int, now: datetime) -> None:
    """Have a message drawn again from its rows; nothing to do where that is already waiting to happen."""
    message = _message(session, workspace_id, key)
    if message is None:
        return
    waiting = select(Outbox.id).where(Outbox.message_id == message.id, Outbox.state == OutboxState.PENDING)
    if session.exec(waiting).first() is None:
        _queue(session, message, OutboxAction.UPDATE, now)


def claim(
    session: Session,
    *,
    owner: str,
    now: datetime,
    most: int,
    paused: Collection[str] = (),
    only: str | None = None,
) -> list[tuple[Outbox, Message]]:
    """Take up to ``most`` rows that may be sent now, each for a lease; what is no longer wanted is cancelled instead.

    Channels in ``paused`` wait; with ``only``, every other channel does. Nothing is taken for a workspace that removed the app.
    """
    asked = {"now": now, "most": most, **({"paused": list(paused)} if only is None else {"only": only})}
    while True:
        due = session.exec(_due(is_for_one_channel=only is not None), params=asked).all()
        wanted = []
        for row, message in due:
            if is_wanted(session, row, message):
                wanted.append((row, message))
            else:
                row.state = OutboxState.CANCELLED
        session.flush()
        if wanted or not due:  # what was cancelled may have held up others
            return [(row, message) for row, message in wanted if _take(session, row, owner, now)]


@cache  # making the statement takes longer than the database needs for it
def _due(*, is_for_one_channel: bool) -> Any:
    """Return the question for rows that may be sent ``now``: at ``most`` so many, none in ``paused``, or ``only`` in one channel."""
    earlier = aliased(Outbox)
    blocked = exists().where(
        col(earlier.case_id) == Outbox.case_id,
        col(earlier.id) < Outbox.id,
        or_(
            col(earlier.state).in_(UNDER_WAY),
            and_(col(earlier.state) == OutboxState.FAILED, col(earlier.is_root)),
        ),
    )
    channel = col(Outbox.channel_id)
    return (
        select(Outbox, Message)
        .join(Message, col(Message.id) == Outbox.message_id)
        .join(Workspace, col(Workspace.id) == Outbox.workspace_id)
        .where(
            Outbox.state == OutboxState.PENDING,
            col(Outbox.not_before) <= bindparam("now"),
            ~blocked,
            col(Workspace.is_active).is_(True),
            channel == bindparam("only")
            if is_for_one_channel
            else channel.not_in(bindparam("paused", expanding=True)),
        )
        .order_by(col(Outbox.id))
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True, of=cast("Any", Outbox))
    )


def settle(
    session: Session,
    row: Outbox,
    state: OutboxState,
    *,
    error: str = "",
    ts: str | None = None,
    posted_to: str | None = None,
    not_before: datetime | None = None,
) -> bool:
    """Write down how sending ended, if the row is still ours; return whether it was."""
    values: dict[str, Any] = {"state": state, "error": error, "lease_until": None}
    if state is OutboxState.UNCERTAIN:
        values |= {"lookups": 0, "looked_up_at": None}
    if not_before is not None:
        values["not_before"] = not_before
    statement = (
        update(Outbox)
        .where(col(Outbox.id) == row.id, col(Outbox.owner) == row.owner, col(Outbox.state) == row.state)
        .values(**values)
    )
    mine = cast("CursorResult[Any]", session.execute(statement)).rowcount == 1
    if mine and ts is not None:
        session.execute(
            update(Message).where(col(Message.id) == row.message_id).values(ts=ts, posted_to=posted_to)
        )
    session.info[WAKE] = True
    return mine


def expire_leases(session: Session, *, now: datetime, orphans_of: str | None = None) -> int:
    """Mark as uncertain what was being sent by somebody who is gone; return how many.

    ``orphans_of`` is given by the only process there can be (SQLite): every other owner's row is then orphaned at once.
    """
    gone = col(Outbox.lease_until) < now
    if orphans_of is not None:
        gone = or_(gone, col(Outbox.owner) != orphans_of)
    statement = (
        update(Outbox)
        .where(col(Outbox.state) == OutboxState.SENDING, gone)
        .values(state=OutboxState.UNCERTAIN, lease_until=None, lookups=0, looked_up_at=None)
    )
    return cast("CursorResult[Any]", session.execute(statement)).rowcount


def has_expired_leases(session: Session, *, now: datetime) -> bool:
    """Return whether somebody who was sending is gone."""
    expired = select(Outbox.id).where(Outbox.state == OutboxState.SENDING, col(Outbox.lease_until) < now)
    return session.exec(expired.limit(1)).first() is not None


def uncertain_rows(
    session: Session, *, now: datetime, first: timedelta, again: timedelta
) -> list[tuple[Outbox, Message]]:
    """Return what may or may not have been said and is to be looked for: ``first`` after the call, ``again`` after a look."""
    is_due = or_(
        and_(col(Outbox.looked_up_at).is_(None), col(Outbox.sent_after) <= now - first),
        col(Outbox.looked_up_at) <= now - again,
    )
    return list(
        session.exec(
            select(Outbox, Message)
            .join(Message, col(Message.id) == Outbox.message_id)
            .where(Outbox.state == OutboxState.UNCERTAIN, is_due)
            .order_by(col(Outbox.id))
        ).all()
    )


def note_lookup(session: Session, row: Outbox, *, now: datetime, counts: bool) -> None:
    """Write down that the message was looked for; ``counts``: Slack answered, and it was not there."""
    statement = (
        update(Outbox)
        .where(col(Outbox.id) == row.id, col(Outbox.state) == OutboxState.UNCERTAIN)
        .values(lookups=Outbox.lookups + int(counts), looked_up_at=now)
    )
    session.execute(statement)


def next_due(session: Session) -> datetime | None:
    """Return when the earliest waiting row may be sent, or None."""
    return session.exec(
        select(Outbox.not_before)
        .where(Outbox.state == OutboxState.PENDING)
        .order_by(col(Outbox.not_before))
        .limit(1)
    ).first()


def _message(session: Session, workspace_id: int, key: str) -> Message | None:
    return session.exec(
        select(Message).where(Message.workspace_id == workspace_id, Message.key == key)
    ).first()


def _queue(session: Session, message: Message, action: OutboxAction, now: datetime) -> None:
    session.add(
        Outbox(
            workspace_id=message.workspace_id,
            case_id=message.case_id,
            message_id=cast("int", message.id),
            action=action,
            is_root=message.surface is Surface.PLAN and action is OutboxAction.POST,
            state=OutboxState.PENDING,
            channel_id=message.channel_id,
            not_before=now,
            created_at=now,
        )
    )
    session.info[WAKE] = True


def _take(session: Session, row: Outbox, owner: str, now: datetime) -> bool:
    taken: dict[str, Any] = {
        "state": OutboxState.SENDING,
        "owner": owner,
        "lease_until": now + LEASE,
        "sent_after": now,
        "attempt": row.attempt + 1,
    }
    statement = (
        update(Outbox)
        .where(col(Outbox.id) == row.id, col(Outbox.state) == OutboxState.PENDING)
        .values(**taken)
        .execution_options(synchronize_session=False)
    )
    if cast("CursorResult[Any]", session.execute(statement)).rowcount == 0:
        return False
    session.expunge(row)
    for name, value in taken.items():
        setattr(row, name, value)
    return True
