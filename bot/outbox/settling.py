"""How sending ended, and what becomes of what was being sent by somebody who is gone."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

from sqlalchemy import and_, bindparam, or_, update
from sqlmodel import Session, col, func, select

from bot.models import Message, Outbox, Workspace
from bot.outbox.claiming import LEASE
from bot.outbox.saying import queue, redraw_all
from bot.states import OutboxAction, OutboxState, Surface
from bot.storage import count_changed, queries
from bot.storage.store import WAKE


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
    """Write down how sending ended, if the row is still ours; return whether it was.

    An update that ended after somebody else had taken it over may stand in Slack over theirs, which is newer: it is made once more.
    """
    values: dict[str, Any] = {"state": state, "error": error, "lease_until": None}
    if state is OutboxState.UNCERTAIN:
        values |= {"lookups": 0, "looked_up_at": None}
    if not_before is not None:
        values["not_before"] = not_before
    ours = {"our_id": row.id, "our_owner": row.owner, "our_attempt": row.attempt, "our_state": row.state}
    new = {f"new_{name}": value for name, value in values.items()}
    mine = count_changed(session, _settling(tuple(values)), {**ours, **new}) == 1
    if mine and ts is not None:
        _note_place(session, row, ts, posted_to)
    if not mine and row.action is OutboxAction.UPDATE:
        redraw_all(session, [session.get_one(Message, row.message_id)], now=row.not_before)
    session.info[WAKE] = True
    return mine


@cache
def _settling(names: tuple[str, ...]) -> Any:
    return (
        update(Outbox)
        .where(
            col(Outbox.id) == bindparam("our_id"),
            col(Outbox.owner) == bindparam("our_owner"),
            col(Outbox.attempt) == bindparam("our_attempt"),
            col(Outbox.state) == bindparam("our_state"),
        )
        .values({name: bindparam(f"new_{name}") for name in names})
    )


def say_anew(session: Session, row: Outbox, surface: Surface) -> None:
    """Have a message posted anew that was to be drawn again, and that somebody has deleted in Slack meanwhile.

    The same row does it: a plan is the root again, and what follows in its case waits for it.
    """
    if settle(session, row, OutboxState.PENDING):
        post = {"action": OutboxAction.POST, "is_root": surface is Surface.PLAN}
        session.execute(update(Outbox).where(col(Outbox.id) == row.id).values(**post))
        nowhere = {"ts": None, "posted_to": None}
        session.execute(update(Message).where(col(Message.id) == row.message_id).values(**nowhere))


NO_THREAD = "thread_not_found"
THREAD_GONE = frozenset({NO_THREAD, "cannot_reply_to_message", "invalid_thread_ts"})
"""Refusals of a reply that mean: the message that the thread hangs on was deleted in Slack."""
MOST_ROOTS = 3
"""So often a case's plan is posted anew: a thread that is refused after that is refused for another reason."""


def say_root_anew(session: Session, row: Outbox, message: Message, *, now: datetime) -> bool:
    """Have the plan posted anew that somebody has deleted, and then, below it, the reply that found no thread.

    The row becomes the root's, so that all that follows in the case waits for it; the reply gets another one. Returns False,
    and does nothing, where that was done too often already, or the row is no longer ours.
    """
    if not message.is_threaded:
        return False
    root = queries.message_keyed(session, message.workspace_id, f"plan:{message.case_id}")
    roots = select(func.count()).where(Outbox.case_id == row.case_id, col(Outbox.is_root).is_(True))
    if root is None or session.exec(roots).one() >= MOST_ROOTS:
        return False
    if settle(session, row, OutboxState.PENDING):
        queue(session, message, row.action, now=now)
        post = {"message_id": root.id, "action": OutboxAction.POST, "is_root": True}
        session.execute(update(Outbox).where(col(Outbox.id) == row.id).values(**post))
        root.ts = root.posted_to = None
    return True


def settle_found(session: Session, row: Outbox, *, ts: str, posted_to: str | None, now: datetime) -> bool:
    """Write down where a message stands that may have been said, if the row is still ours; return whether it was."""
    if not settle(session, row, OutboxState.SENT, ts=ts, posted_to=posted_to):
        return False
    _catch_up(session, row, now=now)
    return True


def settle_late(session: Session, row: Outbox, *, ts: str | None, posted_to: str, now: datetime) -> bool:
    """Write down that a row was said after its lease had ended; return False where somebody else says or has said it.

    Whoever took it over still looks for it, or has found nothing so far: our answer spares them saying it again.
    """
    statement = (
        update(Outbox)
        .where(
            col(Outbox.id) == row.id,
            col(Outbox.state).in_((OutboxState.UNCERTAIN, OutboxState.PENDING, OutboxState.FAILED)),
        )
        .values(state=OutboxState.SENT, error="", lease_until=None)
    )
    if count_changed(session, statement) == 0:
        return False
    if ts is not None:
        _note_place(session, row, ts, posted_to)
        _catch_up(session, row, now=now)
    session.info[WAKE] = True
    return True


def stands_at(session: Session, row: Outbox) -> str | None:
    """Return where a row's message stands in Slack, as far as is known."""
    return session.exec(select(Message.ts).where(Message.id == row.message_id)).first()


def _catch_up(session: Session, row: Outbox, *, now: datetime) -> None:
    """Have a message drawn again of which an update came while nobody knew where it stands: that one changed nothing."""
    in_vain = select(Outbox.id).where(
        Outbox.message_id == row.message_id,
        Outbox.action == OutboxAction.UPDATE,
        Outbox.state == OutboxState.SENT,
    )
    if session.exec(in_vain.limit(1)).first() is not None:
        redraw_all(session, [session.get_one(Message, row.message_id)], now=now)


def expire_leases(session: Session, *, now: datetime, orphans_of: str | None = None) -> int:
    """Mark as uncertain what was being sent by somebody who is gone; return how many.

    An update does no harm twice, so it is simply made again. ``orphans_of`` is given by the only process there can be
    (SQLite): every other owner's row is then orphaned at once.
    """
    gone = col(Outbox.lease_until) < now
    if orphans_of is not None:
        gone = or_(gone, col(Outbox.owner) != orphans_of)
    orphaned = and_(col(Outbox.state) == OutboxState.SENDING, gone)
    is_update = col(Outbox.action) == OutboxAction.UPDATE
    again = {"state": OutboxState.PENDING, "lease_until": None}
    to_look_for = {
        "state": OutboxState.UNCERTAIN,
        "lease_until": None,
        "lookups": 0,
        "looked_up_at": None,
    }
    return count_changed(session, update(Outbox).where(orphaned, is_update).values(**again)) + count_changed(
        session, update(Outbox).where(orphaned).values(**to_look_for)
    )


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
            .join(Workspace, col(Workspace.id) == Outbox.workspace_id)
            .where(Outbox.state == OutboxState.UNCERTAIN, is_due, col(Workspace.is_active).is_(True))
            .order_by(col(Outbox.id))
        ).all()
    )


def note_lookup(session: Session, row: Outbox, *, now: datetime, counts: bool) -> None:
    """Write down that the message was looked for; ``counts``: Slack answered, and it was not there.

    Several processes may look at the same time: that is one look.
    """
    statement = (
        update(Outbox)
        .where(
            col(Outbox.id) == row.id,
            col(Outbox.state) == OutboxState.UNCERTAIN,
            col(Outbox.lookups) == row.lookups,
        )
        .values(lookups=row.lookups + int(counts), looked_up_at=now)
    )
    session.execute(statement)


def start_clock_again(session: Session, *, now: datetime) -> None:
    """Bring what lies in the future back to ``now``: the clock was set back, and nobody is to wait for it to catch up."""
    for moment in (Outbox.not_before, Outbox.sent_after, Outbox.looked_up_at):
        later = col(moment) > now
        session.execute(update(Outbox).where(later).values({cast("Any", moment): now}))
    later = col(Outbox.lease_until) > now + LEASE
    session.execute(update(Outbox).where(later).values(lease_until=now + LEASE))
    session.info[WAKE] = True


def _note_place(session: Session, row: Outbox, ts: str, posted_to: str | None) -> None:
    place = {"message_id": row.message_id, "new_ts": ts, "new_place": posted_to}
    count_changed(session, _PLACE, place)


_PLACE = (
    update(Message)
    .where(col(Message.id) == bindparam("message_id"))
    .values(ts=bindparam("new_ts"), posted_to=bindparam("new_place"))
)
