"""Looking in Slack for a message that may or may not have arrived, by its intent id."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.models import Message, Outbox
from bot.slack.refusals import refusal_of
from bot.states import OutboxAction
from bot.typed import is_person_id

EARLIER_SECONDS = 3600
"""How long before the call the search in a channel begins: Slack's clock is not ours, and ours may be wrong by much.

A response channel sees few messages an hour, and a thread, which is searched as a whole, few at all.
"""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the message is. ``is_final``: there is no way to look (a direct message), so a rare double is accepted."""

    ts: str | None
    channel_id: str = ""
    is_final: bool = False


class LookUp:
    """Searches the channel's history, or the thread's replies, to the end."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def find(self, row: Outbox, message: Message, thread_ts: str | None) -> Found:
        """Return where the row's message is, if anywhere. Raises what the client raises."""
        if is_person_id(message.channel_id):
            return Found(None, is_final=True)
        try:
            async for said in self._said(row, message, thread_ts):
                if _is_it(said, row):
                    return Found(said["ts"], message.channel_id)
        except SlackApiError as error:
            if refusal_of(error).code != "thread_not_found":  # the root was deleted, or does not show up yet
                raise
        return Found(None)

    async def places(self, row: Outbox, message: Message, thread_ts: str | None) -> list[str]:
        """Return the ts of every message that is this row's, in a channel or thread. Raises what the client raises."""
        return [said["ts"] async for said in self._said(row, message, thread_ts) if _is_it(said, row)]

    async def files(self, row: Outbox, message: Message, thread_ts: str | None, *, by: str) -> list[str]:
        """Return the id of every file that is this row's and that ``by`` uploaded, oldest first. Raises what the client raises."""
        found: dict[str, str] = {}
        async for said in self._said(row, message, thread_ts):
            for file in said.get("files", ()):
                if _has_name_of(file, row) and file.get("user") == by:
                    found[file["id"]] = min(said["ts"], found.get(file["id"], said["ts"]))
        return sorted(found, key=lambda file_id: found[file_id])

    async def _said(
        self, row: Outbox, message: Message, thread_ts: str | None
    ) -> AsyncIterator[dict[str, Any]]:
        since = row.sent_after.timestamp() - EARLIER_SECONDS if row.sent_after else 0.0
        cursor = ""
        while True:
            arguments: dict[str, Any] = {
                "channel": message.channel_id,
                "include_all_metadata": True,
                "limit": 200,
                **({"cursor": cursor} if cursor else {}),
            }
            page: Any = (
                await self._client.conversations_replies(ts=thread_ts, **arguments)
                if thread_ts
                else await self._client.conversations_history(oldest=f"{since:.6f}", **arguments)
            )
            for said in page["messages"]:
                yield said
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return


def _is_it(said: dict[str, Any], row: Outbox) -> bool:
    if row.action is OutboxAction.UPLOAD:
        return any(_has_name_of(file, row) for file in said.get("files", ()))
    payload = (said.get("metadata") or {}).get("event_payload", {})
    return bool(payload.get("intent_id") == row.intent_id)


def _has_name_of(file: dict[str, Any], row: Outbox) -> bool:
    """Return whether a file carries the row's intent id in its name; a deleted one has no name."""
    return row.intent_id[:8] in (file.get("name") or "")
