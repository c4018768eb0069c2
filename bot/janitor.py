"""Removes what stands twice in Slack: once a day it looks again at whatever had to be sent more than once.

A double can arise only where a message became visible after it had been looked for twice, or where a machine that stood still
called Slack after its lease. It is the same intent id on two messages, or in the names of two files. In a direct message nothing
is looked for: that would need a permission of its own (``im:history``), to read what people write to oops.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlmodel import Session, col, select

from bot import outbox
from bot.models import Message, Outbox, key
from bot.outbox.lookup import LookUp
from bot.slack.refusals import CALL_FAILED, refusal_of, seconds_to_wait
from bot.states import OutboxAction, OutboxState, Surface
from bot.storage import Store, find, queries

LOOKS_BACK = timedelta(days=2)
"""Twice the time between two runs: one that did not happen is made up for."""

log = structlog.get_logger()


class Janitor:
    """Looks at one message after the other. ``bot_user_id`` has uploaded our files: others may have such a name too.

    ``pause`` waits for so many seconds where Slack says that it was asked too often.
    """

    def __init__(
        self,
        store: Store,
        client: AsyncWebClient,
        now: Callable[[], datetime],
        *,
        bot_user_id: str,
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._bot_user_id = bot_user_id
        self._client = client
        self._now = now
        self._look_up = LookUp(client)
        self._pause = pause

    async def remove_doubles(self) -> int:
        """Remove every double of the last days and return how many there were."""
        suspects = await self._store.read_behind(sent_more_than_once, since=self._now() - LOOKS_BACK)
        removed = looked_for = 0
        for row, message in suspects:
            found = await self._found(row, message)
            if found is None:  # Slack is still asked too often: the next run looks for the rest
                break
            looked_for, removed = looked_for + 1, removed + found
        log.info("doubles_removed", looked_for=looked_for, removed=removed, left=len(suspects) - looked_for)
        return removed

    async def _found(self, row: Outbox, message: Message) -> int | None:
        """Return how many doubles of a message were removed; None where Slack is asked too often, also after a pause."""
        for is_last in (False, True):
            try:
                return await self._remove_doubles_of(row, message)
            except CALL_FAILED as error:
                log.warning("double_not_looked_for", intent=row.intent_id, error=type(error).__name__)
                if not isinstance(error, SlackApiError) or not refusal_of(error).is_rate_limit:
                    return 0
                if not is_last:
                    await self._pause(seconds_to_wait(error.response.headers.get("Retry-After", "")))
        return None

    async def _remove_doubles_of(self, row: Outbox, message: Message) -> int:
        thread_ts = await self._store.read_behind(queries.thread_ts_of, message)
        if row.action is OutboxAction.UPLOAD:
            return await self._remove_files_of(row, message, thread_ts)
        found = sorted(await self._look_up.places(row, message, thread_ts))
        if len(found) < 2:  # noqa: PLR2004  twice is what is looked for
            return 0
        # The first stays, but for a plan: its thread hangs on the one that we know.
        is_root = message.surface is Surface.PLAN and message.ts in found
        kept = message.ts if is_root else found[0]
        if kept != message.ts:
            await self._store.run_behind(stands_at, message, kept, now=self._now())
        for ts in found:
            if ts != kept:
                await self._client.chat_delete(channel=message.channel_id, ts=ts)
        return len(found) - 1

    async def _remove_files_of(self, row: Outbox, message: Message, thread_ts: str | None) -> int:
        """Delete every file but the first; what Slack leaves in the thread is a line that says so."""
        doubles = (await self._look_up.files(row, message, thread_ts, by=self._bot_user_id))[1:]
        for file_id in doubles:
            await self._client.files_delete(file=file_id)
        return len(doubles)


def sent_more_than_once(session: Session, *, since: datetime) -> list[tuple[Outbox, Message]]:
    """Return what was sent ``since`` then, at the second try or later, where it can be looked for."""
    return list(
        session.exec(
            select(Outbox, Message)
            .join(Message, col(Message.id) == Outbox.message_id)
            .where(
                Outbox.state == OutboxState.SENT,
                Outbox.action != OutboxAction.UPDATE,
                Outbox.attempt > 1,
                col(Outbox.sent_after) >= since,
                ~col(Outbox.channel_id).startswith("U"),
                ~col(Outbox.channel_id).startswith("W"),
            )
            .order_by(col(Outbox.id))
        ).all()
    )


def stands_at(session: Session, message: Message, ts: str | None, *, now: datetime) -> None:
    """Write down where the message that stays is, and have it drawn as it should be now."""
    row = find(session, Message, key(message))
    if row is not None and row.ts == message.ts:
        row.ts = ts
        session.flush()
        outbox.redraw(session, row.key, workspace_id=row.workspace_id, now=now)
