"""Socket Mode that ends in order: no new envelope is taken, and those under way are answered before the connection closes.

Where Slack lets nobody in, it is asked ever more rarely.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from typing import Any

import structlog
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import OopsError
from bot.slack.refusals import refusal_of
from handlers.payloads import is_readable

PING_SECONDS = 10
"""How often each side shows the other that it lives; the SDK takes a connection for dead after four of these."""
STEADY_SECONDS = 60
"""What stood for so long is replaced at once when it ends: Slack ends every connection after some hours."""
LONGEST_PAUSE = 60
SHUT = {
    "link_disabled": "Socket Mode is switched off for this app (Slack says link_disabled). Switch it on under “Socket Mode” in the "
    "app's settings (api.slack.com/apps); or use HTTP: set SLACK_SIGNING_SECRET instead of SLACK_APP_TOKEN",
    "too_many_websockets": "Slack takes no further connection of this app (it says too_many_websockets): 10 are open. Stop the "
    "copies of oops that nobody needs",
}
"""Why Slack lets no connection in, by what it says as it ends one. Any other end is followed by a new connection."""

log = structlog.get_logger()


def token_refused(error: SlackApiError) -> str:
    """Return what to do where Slack takes the app token no longer, or never did."""
    return (
        f"Slack refused SLACK_APP_TOKEN: {refusal_of(error).text}. Create an app-level token with the scope "
        "connections:write under “Basic Information” and copy it (it starts with xapp-)"
    )


class Connection(SocketModeClient):
    """The SDK's client, which takes every end for a passing one and asks for the next connection at once, 50 times a second."""

    def __init__(
        self,
        app_token: str,
        *,
        app: AsyncApp,
        web_client: AsyncWebClient,
        wait: Callable[[float], Awaitable[None]],
        seconds: Callable[[], float],
    ) -> None:
        super().__init__(app_token, app.logger, web_client, ping_interval=PING_SECONDS)
        self.refusal = ""
        self.is_answered = asyncio.Event()
        self._wait, self._seconds = wait, seconds
        self._tries = 0
        self._let_in_at: float | None = None
        self._pause: asyncio.Future[None] | None = None
        self._is_connecting_again = False

    async def run_message_listeners(self, message: dict[str, Any], raw_message: str) -> None:
        """Read why Slack ends a connection, or that it lets us in, before the SDK does what it does about it."""
        if message.get("type") == "hello":
            self._note("")
            self._let_in_at = self._seconds()
            log.info("socket_mode_connected", num_connections=message.get("num_connections"))
        elif message.get("type") == "disconnect":
            reason = str(message.get("reason"))[:40]
            log.info("socket_mode_ended", reason=reason)
            if reason in SHUT:
                self._note(SHUT[reason])
        await super().run_message_listeners(message, raw_message)

    async def connect_to_new_endpoint(self, force: bool = False) -> None:
        """Connect again: at once after a connection that stood, later each time after one that did not."""
        if (
            self._is_connecting_again
        ):  # the SDK asks for it when it is told to go, and when it sees that it is gone
            return
        self._is_connecting_again = True
        try:
            if force or self.refusal:  # what is only lost is looked for every ping, and may be back at once
                await self._pause_before_next()
            await super().connect_to_new_endpoint(force)
        except SlackApiError as error:
            if not refusal_of(error).is_passing:
                self._note(token_refused(error))
            raise
        finally:
            self._is_connecting_again = False

    async def close(self) -> None:
        """End the connection, and the pause before the next."""
        if self._pause is not None:
            self._pause.cancel()
        await super().close()  # type: ignore[no-untyped-call]  # the SDK's

    def _note(self, refusal: str) -> None:
        self.refusal = refusal
        self.is_answered.set()

    async def _pause_before_next(self) -> None:
        if self._let_in_at is not None and self._seconds() - self._let_in_at >= STEADY_SECONDS:
            self._tries = 0
        self._let_in_at = None
        self._tries += 1
        if self._tries > 1:
            self._pause = asyncio.ensure_future(self._wait(min(2.0 ** (self._tries - 2), LONGEST_PAUSE)))
            await self._pause


class SocketMode:
    """One connection to Slack. ``expected`` counts whoever waits for an answer, as long as its block lasts."""

    def __init__(
        self,
        app: AsyncApp,
        app_token: str,
        *,
        web_client: AsyncWebClient,
        expected: Callable[[], AbstractContextManager[None]],
        wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self.client = Connection(app_token, app=app, web_client=web_client, wait=wait, seconds=seconds)
        self._app = app
        self._expected = expected
        self._under_way: set[asyncio.Task[None] | None] = set()
        self._is_stopping = False
        self.client.socket_mode_request_listeners[:] = [self._take]  # type: ignore[list-item]  # of its own kind

    async def connect(self) -> None:
        """Connect, until Slack lets us in. Raises SlackApiError for a token that is refused, OopsError where Slack lets nobody in."""
        # Asked here, once: the SDK's own connecting takes every refusal for a passing trouble, and tries for ever.
        self.client.wss_uri = await self.client.issue_new_wss_url()
        await self.client.connect()  # type: ignore[no-untyped-call]  # the SDK's
        await self.client.is_answered.wait()
        if self.client.refusal:
            raise OopsError(f"{self.client.refusal}.")

    async def drain(self, seconds: float) -> None:
        """Take nothing more, and return when what was taken is answered, or after so many seconds."""
        self._is_stopping = True
        if self._under_way:
            await asyncio.wait({task for task in self._under_way if task is not None}, timeout=seconds)

    async def close(self) -> None:
        """End the connection."""
        await self.client.close()

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
                begun = time.time()
                answer = await run_async_bolt_app(self._app, request)
                await send_async_response(client, request, answer, begun)
        finally:
            self._under_way.discard(task)
