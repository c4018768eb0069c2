"""The calls to Slack that say what an outbox row holds, drawn from the rows as they are now."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlmodel import Session

from bot import outbox
from bot.attention import Pace
from bot.drawing import draw, file_to_draw
from bot.models import Message, Outbox
from bot.outbox import settling
from bot.response_channels import require_private
from bot.slack.refusals import CALL_FAILED, NO_ANSWER, refusal_of
from bot.states import OutboxAction, Surface
from bot.storage import Store, queries
from bot.typed import is_person_id
from messages.blocks import SlackMessage

EVENT_TYPE = "oops_message"

log = structlog.get_logger()


class LeaseTooShort(Exception):
    """Too little of the lease is left to begin a call."""


class NoThread(Exception):
    """Slack has posted a reply into the channel, since its thread's root was deleted (github.com/slack-go/slack/issues/1571)."""


class OutboxCalls:
    """Makes one call after the other. ``before_record`` is given a case's id, and awaited before its record is made."""

    def __init__(self, store: Store, client: AsyncWebClient, now: Callable[[], datetime], pace: Pace) -> None:
        self._store = store
        self._client = client
        self._now = now
        self._pace = pace
        self.before_record: Callable[[int], Coroutine[Any, Any, None]] = nobody_waits

    async def make(self, row: Outbox, message: Message) -> tuple[str | None, str]:
        """Do what a row says and return where its message stands then: ts, None for a file, and channel.

        Raises what the client raises, and of ours LeaseTooShort, NoThread and ChannelIsPublic.
        """
        if row.action is OutboxAction.UPLOAD:
            return await self._upload(row, message)
        content, thread_ts = await self._store.read_behind(_drawn, message, self._pace)
        if row.action is OutboxAction.UPDATE:
            place = message.posted_to or message.channel_id
            if message.ts is not None:
                self._require_lease(row)
                await self._client.chat_update(channel=place, ts=message.ts, **content)
            return message.ts, place
        channel = await self._conversation(message.channel_id)
        self._require_lease(row)
        answer: Any = await self._client.chat_postMessage(
            channel=channel,
            thread_ts=thread_ts,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"intent_id": row.intent_id}},
            unfurl_links=False,
            unfurl_media=False,
            **content,
        )
        is_loose = thread_ts and "thread_ts" not in (answer.get("message") or {"thread_ts": thread_ts})
        if is_loose and await self._is_gone(channel, thread_ts):
            await self.take_back(row, answer["ts"], answer["channel"])
            raise NoThread
        return answer["ts"], answer["channel"]

    async def _is_gone(self, channel: str, thread_ts: str | None) -> bool:
        """Return whether a thread's root was deleted; what Slack does not say for sure is not so."""
        try:
            await self._client.conversations_replies(channel=channel, ts=thread_ts or "", limit=1)
        except SlackApiError as error:
            return refusal_of(error).code in settling.THREAD_GONE
        except NO_ANSWER:
            return False
        return False

    async def _upload(self, row: Outbox, message: Message) -> tuple[str | None, str]:
        if message.surface is Surface.RECORD and row.case_id is not None:
            await self.before_record(row.case_id)
        file = await self._store.read_behind(file_to_draw, message, row.intent_id)
        content = await asyncio.to_thread(file.content)
        channel = await self._conversation(message.channel_id)
        thread_ts = await self._store.read_behind(_thread_of, message)
        self._require_lease(row)
        await self._client.files_upload_v2(
            channel=channel,
            thread_ts=thread_ts,
            filename=file.name,
            title=file.title,
            alt_txt=file.alt_text,
            content=content,
        )
        return None, channel

    def _require_lease(self, row: Outbox) -> None:
        """Raise LeaseTooShort where somebody else may come to look for it before our call has ended: we were held up."""
        if row.lease_until is None or row.lease_until - self._now() < outbox.LEAST_LEASE:
            raise LeaseTooShort

    async def _conversation(self, channel_id: str) -> str:
        """Return where to post: a person's id becomes the direct message with them."""
        if not is_person_id(channel_id):
            return channel_id
        opened: Any = await self._client.conversations_open(users=channel_id)
        return str(opened["channel"]["id"])

    async def take_back(self, row: Outbox, ts: str, channel: str) -> None:
        """Delete what should not stand there; where that fails it is only logged."""
        try:
            await self._client.chat_delete(channel=channel, ts=ts)
        except CALL_FAILED as error:  # of a double, the janitor finds it
            log.warning("not_taken_back", intent=row.intent_id, error=type(error).__name__)


def _drawn(session: Session, message: Message, pace: Pace) -> tuple[SlackMessage, str | None]:
    """Return a message as its rows are now, and the thread that it goes into."""
    thread_ts = _thread_of(session, message)
    return draw(session, message, pace=pace), thread_ts


def _thread_of(session: Session, message: Message) -> str | None:
    require_private(session, message)
    return queries.thread_ts_of(session, message)


async def nobody_waits(_case_id: int) -> None:
    """Do nothing about a case, where nobody wants to be asked or to hear of it."""
