"""Trying again what failed: when its channel can be written to again, every hour, and when the bot starts."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, exists, select

from bot.models import Outbox
from bot.outbox.reasons import MAYBE_SAID
from bot.states import OutboxAction, OutboxState
from bot.storage import count_changed
from bot.storage.store import WAKE

FAILED_SINCE = timedelta(days=7)
"""How far back what failed is tried again: a token, a permission or our own mistake may have been mended since."""


def retry_channel(session: Session, workspace_id: int, channel_id: str, *, now: datetime) -> int:
    """Try again what failed in a channel that can be written to again; return how many rows."""
    asked = {"workspace_id": workspace_id, "channel_id": channel_id}
    if not session.execute(_HAS_FAILED, asked).scalar_one():  # as nearly always
        return 0
    here = and_(col(Outbox.workspace_id) == workspace_id, col(Outbox.channel_id) == channel_id)
    return _retry(session, here, now=now)


_HAS_FAILED = select(
    exists().where(
        col(Outbox.workspace_id) == bindparam("workspace_id"),
        col(Outbox.channel_id) == bindparam("channel_id"),
        col(Outbox.state) == OutboxState.FAILED,
    )
)


def retry_failed(session: Session, *, now: datetime) -> int:
    """Try again what failed lately, wherever: what was in the way may have been mended; return how many rows."""
    return _retry(session, col(Outbox.created_at) >= now - FAILED_SINCE, now=now)


def _retry(session: Session, which: Any, *, now: datetime) -> int:
    _cancel_repeated_updates(session, which)
    failed = and_(col(Outbox.state) == OutboxState.FAILED, which)
    maybe_said = col(Outbox.error).startswith(MAYBE_SAID, autoescape=True)
    to_look_for = {"state": OutboxState.UNCERTAIN, "lookups": 0, "looked_up_at": None, "error": ""}
    to_say = {"state": OutboxState.PENDING, "not_before": now, "error": ""}
    session.info[WAKE] = True
    return sum(
        count_changed(session, statement)
        for statement in (
            update(Outbox).where(failed, maybe_said).values(**to_look_for),
            update(Outbox).where(failed).values(**to_say),
        )
    )


def _cancel_repeated_updates(session: Session, which: Any) -> None:
    """Of several failed updates of one message only the last has to be made: it draws the rows as they are then."""
    later = aliased(Outbox)
    repeated = exists().where(
        col(later.message_id) == Outbox.message_id,
        col(later.id) > Outbox.id,
        col(later.action) == OutboxAction.UPDATE,
        col(later.state).in_((OutboxState.FAILED, OutboxState.PENDING)),
    )
    session.execute(
        update(Outbox)
        .where(
            col(Outbox.state) == OutboxState.FAILED,
            col(Outbox.action) == OutboxAction.UPDATE,
            which,
            repeated,
        )
        .values(state=OutboxState.CANCELLED)
        .execution_options(synchronize_session=False)
    )
