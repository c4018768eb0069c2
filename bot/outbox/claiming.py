"""Claiming what may be sent now: each row for a lease, in the order of its case, and a few for each channel."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

from sqlalchemy import Integer, and_, bindparam, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, exists, select

from bot.models import Message, Outbox, Workspace
from bot.outbox.wanted import is_wanted
from bot.states import OutboxState
from bot.storage import count_changed

LEASE = timedelta(seconds=60)
"""Much longer than the 10 seconds after which a call to Slack is given up, so that a lease rarely ends under a living sender."""

LEAST_LEASE = timedelta(seconds=20)
"""What has to be left of a lease when a call to Slack begins: the call's longest, and as much again."""

UNDER_WAY = (OutboxState.PENDING, OutboxState.SENDING, OutboxState.UNCERTAIN)


def claim(
    session: Session,
    *,
    owner: str,
    now: datetime,
    most: int,
    most_each: int,
    under_way: Iterable[str] = (),
    paused: Collection[str] = (),
) -> list[tuple[Outbox, Message]]:
    """Take up to ``most`` rows that may be sent now, each for a lease, and return them; what is no longer wanted is cancelled instead.

    No channel gets more than ``most_each``, together with those ``under_way`` (a channel for each), and those in ``paused``
    wait. Nothing is taken for a workspace that removed the app.
    """
    taken = Counter(under_way)
    full = [channel_id for channel_id, count in taken.items() if count >= most_each]
    asked = {"now": now, "most": most, "paused": [*paused, *full]}
    while True:
        ids = _first_of_each_channel(_due_rows(session, asked), most_each, taken.copy())
        if not ids:
            return []
        due = session.exec(_with_messages(), params={"ids": ids}).all()
        wanted = []
        for row, message in due:
            if is_wanted(session, row, message):
                wanted.append((row, message))
            else:
                row.state = OutboxState.CANCELLED
        session.flush()
        if wanted:  # else what was cancelled may have held up others
            _take(session, [row for row, _ in wanted], owner, now)
            return wanted


def _due_rows(session: Session, asked: dict[str, Any]) -> list[Any]:
    """Return what may be sent now, plans first: a team waits for these, and nothing else of their case can go before them."""
    connection, has_paused = session.connection(), bool(asked["paused"])
    roots = connection.execute(_due(is_root=True, has_paused=has_paused), asked).all()
    room = asked["most"] - len(roots)
    if not room:
        return list(roots)
    others = connection.execute(_due(is_root=False, has_paused=has_paused), {**asked, "most": room})
    return [*roots, *others]


def _first_of_each_channel(rows: Sequence[Any], most_each: int, taken: Counter[str]) -> list[int]:
    chosen = []
    for row_id, channel_id in rows:
        taken[channel_id] += 1
        if taken[channel_id] <= most_each:
            chosen.append(row_id)
    return chosen


@cache
def _with_messages() -> Any:
    return (
        select(Outbox, Message)
        .join(Message, col(Message.id) == Outbox.message_id)
        .where(col(Outbox.id).in_(bindparam("ids", expanding=True)))
        .order_by(col(Outbox.id))
    )


@cache  # making the statement takes longer than the database needs for it
def _due(*, is_root: bool, has_paused: bool) -> Any:
    """Return the question for (id, channel) of rows that may be sent ``now``: at ``most`` so many, none in ``paused``.

    A list of values is put into the statement's text each time, so none is asked for where it is known or empty.
    """
    earlier = aliased(Outbox)
    blocked = exists().where(
        col(earlier.case_id) == Outbox.case_id,
        col(earlier.id) < Outbox.id,
        or_(
            *(col(earlier.state) == state for state in UNDER_WAY),
            and_(col(earlier.state) == OutboxState.FAILED, col(earlier.is_root)),
        ),
    )
    is_free = [col(Outbox.channel_id).not_in(bindparam("paused", expanding=True))] if has_paused else []
    return (
        select(Outbox.id, Outbox.channel_id)
        .join(Workspace, col(Workspace.id) == Outbox.workspace_id)
        .where(
            Outbox.state == OutboxState.PENDING,
            col(Outbox.is_root).is_(is_root),
            col(Outbox.not_before) <= bindparam("now"),
            ~blocked,
            col(Workspace.is_active).is_(True),
            *is_free,
        )
        .order_by(col(Outbox.id))
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True, of=cast("Any", Outbox))
    )


def _take(session: Session, rows: Sequence[Outbox], owner: str, now: datetime) -> None:
    """Lease rows that nobody else can have taken: they are locked, or the database has one writer."""
    taken: dict[str, Any] = {
        "state": OutboxState.SENDING,
        "owner": owner,
        "lease_until": now + LEASE,
        "sent_after": now,
    }
    new = {f"new_{name}": value for name, value in taken.items()}
    count_changed(session, _TAKE, {"ids": [row.id for row in rows], **new})
    for row in rows:
        session.expunge(row)
        for name, value in taken.items():
            setattr(row, name, value)
        row.attempt += 1


_TAKE = (
    update(Outbox)
    .where(col(Outbox.id).in_(bindparam("ids", expanding=True)))
    .values(
        {
            "attempt": Outbox.attempt + 1,
            **{name: bindparam(f"new_{name}") for name in ("state", "owner", "lease_until", "sent_after")},
        }
    )
)
