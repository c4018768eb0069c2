"""Takes claimed outbox rows, draws them from the rows as they are now, and calls Slack."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import uuid4

import structlog
from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import outbox
from bot.drawing import draw, draw_file
from bot.kept_tasks import KeptTasks
from bot.models import Message, Outbox, OutboxAction, OutboxState
from bot.notices import tell_that_it_failed
from bot.outbox_lookup import LookUp
from bot.storage import Store, queries

MOST_IN_FLIGHT = 100
EVENT_TYPE = "oops_message"
UNKNOWN_OUTCOME = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
RATE_LIMITED = frozenset({"ratelimited", "rate_limited"})

log = structlog.get_logger()


class Sender:
    """Sends what the outbox holds. One per process; ``owner`` marks its leases, ``on_plan_posted`` is given a case's id."""

    def __init__(self, store: Store, client: AsyncWebClient, now: Callable[[], datetime]) -> None:
        self.owner = uuid4().hex
        self._store = store
        self._client = client
        self._now = now
        self._tasks = KeptTasks()
        self._in_flight = 0
        self._wake = asyncio.Event()
        self._paused: dict[str, datetime] = {}
        self._look_up = LookUp(client)
        self.on_plan_posted: Callable[[int], Coroutine[Any, Any, None]] = _nobody_waits

    def wake(self) -> None:
        """Have the outbox looked at now."""
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled: at once when woken, else when the next row or paused channel is due (at most 1 s later)."""
        while True:
            self._wake.clear()
            if not await self.send_due():
                try:
                    async with asyncio.timeout(1.0):
                        await self._wake.wait()
                except TimeoutError:
                    continue

    async def send_due(self) -> int:
        """Claim what is due and start sending it; return how many rows were claimed."""
        room = MOST_IN_FLIGHT - self._in_flight
        if room <= 0:
            return 0
        now = self._now()
        self._paused = {channel: until for channel, until in self._paused.items() if until > now}
        claimed = await self._store.run(
            outbox.claim, owner=self.owner, now=now, most=room, paused=tuple(self._paused)
        )
        for row, message in claimed:
            self._in_flight += 1
            self._tasks.start(self._send(row, message))
        return len(claimed)

    async def settle(self) -> None:
        """Send everything that is due, and what becomes due by it; return when nothing is left to do now."""
        while await self.send_due() or self._in_flight:
            await self._tasks.settle()

    async def drain(self) -> None:
        """Return when what is being sent has ended."""
        await self._tasks.settle()

    async def resolve_uncertain(self) -> None:
        """Look for what may or may not have been said; say it again only when it was twice not there."""
        rows = await self._store.read(outbox.uncertain_rows, now=self._now(), wait=timedelta(seconds=10))
        for row, message in rows:
            await self._resolve(row, message)

    async def _resolve(self, row: Outbox, message: Message) -> None:
        now = self._now()
        if row.lookups and row.looked_up_at and now - row.looked_up_at < timedelta(seconds=30):
            return
        thread_ts = await self._thread_ts(message)
        try:
            found = await self._look_up.find(row, message, thread_ts)
        except (ClientError, SlackApiError, TimeoutError) as error:
            log.warning("look_up_failed", intent=row.intent_id, error=type(error).__name__)
            return
        if found.ts is not None:
            await self._store.run(
                outbox.settle, row, OutboxState.SENT, ts=found.ts, posted_to=found.channel_id
            )
        elif found.is_final or row.lookups >= 1:
            await self._store.run(outbox.settle, row, OutboxState.PENDING, not_before=now)
        else:
            await self._store.run(outbox.note_lookup, cast("int", row.id), now=now)

    async def _send(self, row: Outbox, message: Message) -> None:
        try:
            await self._deliver(row, message)
        finally:
            self._in_flight -= 1
            self._wake.set()

    async def _deliver(self, row: Outbox, message: Message) -> None:
        try:
            ts, channel = await self._call(row, message)
        except SlackApiError as error:
            await self._refused(row, message, error)
        except (TimeoutError, ClientError, ConnectionError) as error:
            await self._unknown(row, type(error).__name__)
        except Exception:  # our own mistake: nothing was said, and the rest of the case must not wait for it
            log.exception("not_drawn", case=row.case_id, intent=row.intent_id, surface=message.surface)
            await self._store.run(outbox.settle, row, OutboxState.FAILED, error=outbox.NOT_DRAWN)
        else:
            await self._store.run(outbox.settle, row, OutboxState.SENT, ts=ts, posted_to=channel)
            log.info("said", case=row.case_id, intent=row.intent_id, surface=message.surface)
            if row.is_root and row.case_id is not None:
                self._tasks.start(self.on_plan_posted(row.case_id))

    async def _call(self, row: Outbox, message: Message) -> tuple[str | None, str]:
        if row.action is OutboxAction.UPLOAD:
            return await self._upload(row, message)
        content = await self._store.read(draw, message)
        if row.action is OutboxAction.UPDATE:
            if message.ts is None:
                return None, message.channel_id
            await self._client.chat_update(
                channel=message.posted_to or message.channel_id, ts=message.ts, **content
            )
            return message.ts, message.posted_to or message.channel_id
        thread_ts = await self._thread_ts(message)
        channel = await self._conversation(message.channel_id)
        answer = await self._client.chat_postMessage(
            channel=channel,
            thread_ts=thread_ts,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"intent_id": row.intent_id}},
            unfurl_links=False,
            unfurl_media=False,
            **content,
        )
        return answer["ts"], answer["channel"]

    async def _upload(self, row: Outbox, message: Message) -> tuple[str | None, str]:
        file = await self._store.read(draw_file, message, row.intent_id)
        channel = await self._conversation(message.channel_id)
        await self._client.files_upload_v2(
            channel=channel,
            thread_ts=await self._thread_ts(message),
            filename=file.name,
            title=file.title,
            content=file.content,
        )
        return None, channel

    async def _thread_ts(self, message: Message) -> str | None:
        if not message.is_threaded:
            return None
        root = await self._store.read(queries.message_keyed, message.workspace_id, f"plan:{message.case_id}")
        return root.ts if root else None

    async def _conversation(self, channel_id: str) -> str:
        """Return where to post: a person's id becomes the direct message with them."""
        if not channel_id.startswith(("U", "W")):
            return channel_id
        opened: Any = await self._client.conversations_open(users=channel_id)
        return str(opened["channel"]["id"])

    async def _refused(self, row: Outbox, message: Message, error: SlackApiError) -> None:
        response: Any = error.response
        code = str(response.get("error", ""))
        if response.status_code == 429 or code in RATE_LIMITED:  # noqa: PLR2004  HTTP: too many requests
            wait = timedelta(seconds=int(response.headers.get("Retry-After", 1)))
            self._paused[row.channel_id] = self._now() + wait
            await self._store.run(
                outbox.settle, row, OutboxState.PENDING, not_before=self._now() + wait, error=code
            )
        elif response.status_code >= 500 or code in UNKNOWN_OUTCOME:  # noqa: PLR2004  HTTP: server errors
            await self._unknown(row, code)
        else:
            log.error("refused", case=row.case_id, intent=row.intent_id, surface=message.surface, error=code)
            await self._store.run(tell_that_it_failed, row, message, code, now=self._now())

    async def _unknown(self, row: Outbox, error: str) -> None:
        """Look for a post later, since it may have arrived; an update drawn twice does no harm and is done again."""
        log.warning("outcome_unknown", case=row.case_id, intent=row.intent_id, error=error)
        if row.action is OutboxAction.UPDATE:
            later = self._now() + timedelta(seconds=2)
            await self._store.run(outbox.settle, row, OutboxState.PENDING, not_before=later, error=error)
        else:
            await self._store.run(outbox.settle, row, OutboxState.UNCERTAIN, error=error)


async def _nobody_waits(_case_id: int) -> None:
    """Tell nobody that a plan was posted."""
