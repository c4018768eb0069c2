"""Socket Mode that ends in order: no new envelope is taken, and those under way are answered before the connection closes."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from handlers.payloads import is_readable

log = structlog.get_logger()


class SocketMode:
    """One connection to Slack. ``expected`` counts whoever waits for an answer, as long as its block lasts."""

    def __init__(
        self,
        app: AsyncApp,
        app_token: str,
        *,
        web_client: AsyncWebClient,
        expected: Callable[[], AbstractContextManager[None]],
    ) -> None:
        handler = AsyncSocketModeHandler(app, app_token, web_client=web_client)
        self.client = handler.client
        self._answer = handler.handle
        self._expected = expected
        self._under_way: set[asyncio.Task[None] | None] = set()
        self._is_stopping = False
        self.client.socket_mode_request_listeners[:] = [self._take]  # type: ignore[list-item]  # of its own kind

    async def connect(self) -> None:
        """Connect. Raises SlackApiError for a token that is refused."""
        # Asked here, once: the SDK's own connecting takes every refusal for a passing trouble, and tries for ever.
        self.client.wss_uri = await self.client.issue_new_wss_url()
        await self.client.connect()  # type: ignore[no-untyped-call]  # the SDK's

    async def drain(self, seconds: float) -> None:
        """Take nothing more, and return when what was taken is answered, or after so many seconds."""
        self._is_stopping = True
        if self._under_way:
            await asyncio.wait({task for task in self._under_way if task is not None}, timeout=seconds)

    async def close(self) -> None:
        """End the connection."""
        await self.client.close()  # type: ignore[no-untyped-call]  # the SDK's

    async def _take(self, client: SocketModeClient, request: SocketModeRequest) -> None:
        if self._is_stopping:  # Slack hands it to another connection, or sends it again
            return
        if not isinstance(request.payload, dict) or not is_readable(request.payload):
            log.warning("request_not_read", type=str(request.type)[:40])
            return
        task = asyncio.current_task()
        self._under_way.add(task)
        try:
            with self._expected():
                await asyncio.sleep(0)  # the others that came with it are counted too, before any is answered
                await self._answer(client, request)
        finally:
            self._under_way.discard(task)
