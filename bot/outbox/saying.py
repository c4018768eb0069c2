"""Having something said in Slack, and claiming what may be sent now."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

from sqlalchemy import CursorResult, Integer, and_, bindparam, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, exists, select

from bot.models import Case, Message, Outbox, Workspace
from bot.outbox.wanted import is_wanted
from bot.states import OutboxAction, OutboxState, Surface
from bot.storage import queries
from bot.storage.inserts import Values, insert_rows, insert_with_ids
from bot.storage.store import WAKE

LEASE = timedelta(seconds=60)
"""Much longer than the 10 seconds after which a call to Slack is given up, so that a lease rarely ends under a living sender."""

LEAST_LEASE = timedelta(seconds=20)
"""What has to be left of a lease when a call to Slack begins: the call's longest, and as much again."""

NOT_DRAWN = "not_drawn"
"""The error of a row that broke on our side: it is in the log, and a person has to look at it."""

IS_PUBLIC = "is_public"
"""The error of a row that was not said because its channel is public: everybody could read it."""

ARCHIVED = frozenset({"is_archived", "is_inactive"})
CHANNEL_LOST = ARCHIVED | {"channel_not_found", "not_in_channel"}
"""Refusals that mean: this channel cannot be written to now (docs.slack.dev, chat.postMessage and chat.update)."""

DELETED = "message_not_found"
"""The refusal of an update whose message was deleted, by an admin or by how long the workspace keeps messages."""

MAYBE_SAID = "maybe_said:"
"""Begins the error of a failed row that may have been said, and could not be looked for: it is, once the channel is back."""

UNDER_WAY = (OutboxState.PENDING, OutboxState.SENDING, OutboxState.UNCERTAIN)


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
    subject_id: int | None = None,
    params: dict[str, Any] | None = None,
    action: OutboxAction = OutboxAction.POST,
) -> None:
    """Have a message posted, once for this ``key``. A case's plan is its root; all else of the case goes into its thread."""
    if queries.message_keyed(session, workspace_id, key) is not None:
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
        _row(message, cast("int", message.id), message.surface, OutboxAction.UPDATE, now)
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
    roots = session.execute(_due(is_root=True), asked).all()
    room = asked["most"] - len(roots)
    return [*roots, *(session.execute(_due(is_root=False), {**asked, "most": room}).all() if room else ())]


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
def _due(*, is_root: bool) -> Any:
    """Return the question for (id, channel) of rows that may be sent ``now``: at ``most`` so many, none in ``paused``."""
    earlier = aliased(Outbox)
    blocked = exists().where(
        col(earlier.case_id) == Outbox.case_id,
        col(earlier.id) < Outbox.id,
        or_(
            col(earlier.state).in_(UNDER_WAY),
            and_(col(earlier.state) == OutboxState.FAILED, col(earlier.is_root)),
        ),
    )
    return (
        select(Outbox.id, Outbox.channel_id)
        .join(Workspace, col(Workspace.id) == Outbox.workspace_id)
        .where(
            Outbox.state == OutboxState.PENDING,
            col(Outbox.is_root).is_(is_root),
            col(Outbox.not_before) <= bindparam("now"),
            ~blocked,
            col(Workspace.is_active).is_(True),
            col(Outbox.channel_id).not_in(bindparam("paused", expanding=True)),
        )
        .order_by(col(Outbox.id))
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True, of=cast("Any", Outbox))
    )


def count_of(session: Session, statement: Any, values: dict[str, Any] | None = None) -> int:
    """Return how many rows a statement changed, given its parameters' ``values``."""
    return cast("CursorResult[Any]", session.execute(statement, values)).rowcount


def queue(session: Session, message: Message, action: OutboxAction, *, now: datetime) -> None:
    """Have something done with a message that is in the database, now; of a plan, all but drawing it again makes a thread's root."""
    _queue_all(session, [_row(message, cast("int", message.id), message.surface, action, now)])


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


def _take(session: Session, rows: Sequence[Outbox], owner: str, now: datetime) -> None:
    """Lease rows that nobody else can have taken: they are locked, or the database has one writer."""
    taken: dict[str, Any] = {
        "state": OutboxState.SENDING,
        "owner": owner,
        "lease_until": now + LEASE,
        "sent_after": now,
    }
    session.execute(
        _TAKE, {"ids": [row.id for row in rows], **{f"new_{name}": taken[name] for name in taken}}
    )
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
    .execution_options(synchronize_session=False)
)
