"""How Slack hands a command, an interaction or an event to the app, and what it takes for an answer."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import aiohttp
from yarl import URL

from bot.playground.refused import Json

COMMANDS, INTERACTIVE, EVENTS = "slash_commands", "interactive", "events_api"


@dataclass(frozen=True)
class Retry:
    """The second and later tries of an event: 1 to 3, with Slack's reason, such as "http_timeout"."""

    num: int
    reason: str


@dataclass(frozen=True)
class Reply:
    """The app's answer. `payload` is what it answered with: None for nothing, a text, or JSON."""

    acked: bool
    payload: Any = None
    reason: str = ""
    """Why it is not acked, in Slack's words for events."""
    is_final: bool = False
    """The app asked not to be sent this event again."""


class Delivery(Protocol):
    """Anything that takes a payload to the app."""

    async def deliver(self, kind: str, body: Json, retry: Retry | None = None) -> Reply:
        """Return the app's answer. `kind` is "slash_commands", "interactive" or "events_api"."""


class NobodyListens:
    """No app is connected."""

    async def deliver(self, kind: str, body: Json, retry: Retry | None = None) -> Reply:  # noqa: ARG002 - the protocol's
        return Reply(acked=False, reason="connection_failed")


def signed(secret: str, raw: str, now: float) -> dict[str, str]:
    """Return the two headers that prove a body comes from Slack (v0 signature)."""
    timestamp = str(int(now))
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:{raw}".encode(), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def encoded(kind: str, body: Json) -> tuple[str, str]:
    """Return content type and raw body as Slack sends them over HTTP."""
    if kind == EVENTS:
        return "application/json", json.dumps(body)
    fields: Mapping[str, Any] = body if kind == COMMANDS else {"payload": json.dumps(body)}
    return "application/x-www-form-urlencoded", URL.build(query=fields).raw_query_string


def read_reply(status: int, content_type: str, text: str, *, is_final: bool = False) -> Reply:
    """Return what Slack makes of an HTTP answer."""
    if status != 200:  # noqa: PLR2004 - HTTP's OK, the only answer that Slack takes for an ack
        return Reply(acked=False, reason="http_error", is_final=is_final)
    if not text:
        return Reply(acked=True)
    try:
        return Reply(acked=True, payload=json.loads(text) if "json" in content_type else text)
    except ValueError:
        return Reply(acked=True, payload=text)


def headers_of(kind: str, body: Json, secret: str, retry: Retry | None) -> tuple[dict[str, str], str]:
    """Return the headers and the raw body of one delivery. Signatures carry real time: verifiers compare with theirs."""
    content_type, raw = encoded(kind, body)
    headers = {"Content-Type": content_type, **signed(secret, raw, time.time())}
    if retry is not None:
        headers |= {"X-Slack-Retry-Num": str(retry.num), "X-Slack-Retry-Reason": retry.reason}
    return headers, raw


class HttpDelivery:
    """Signed POSTs to the app's request URL."""

    def __init__(self, url: str, signing_secret: str, ack_seconds: float = 3) -> None:
        self._url = url
        self._secret = signing_secret
        self._timeout = aiohttp.ClientTimeout(total=ack_seconds)
        self._session: aiohttp.ClientSession | None = None

    async def deliver(self, kind: str, body: Json, retry: Retry | None = None) -> Reply:
        headers, raw = headers_of(kind, body, self._secret, retry)
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout)
        try:
            async with self._session.post(self._url, data=raw.encode(), headers=headers) as answer:
                is_final = answer.headers.get("x-slack-no-retry") == "1"
                return read_reply(answer.status, answer.content_type, await answer.text(), is_final=is_final)
        except TimeoutError:
            return Reply(acked=False, reason="http_timeout")
        except aiohttp.ClientError:
            return Reply(acked=False, reason="connection_failed")

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


Dispatch = Callable[[str, dict[str, str]], Awaitable[tuple[int, str, str]]]
"""Takes a raw body and headers, returns status, content type and text."""


class InProcessDelivery:
    """The same signed request as over HTTP, handed to a function in this process: no socket, same bytes."""

    def __init__(self, dispatch: Dispatch, signing_secret: str, ack_seconds: float = 3) -> None:
        self._dispatch = dispatch
        self._secret = signing_secret
        self._ack_seconds = ack_seconds

    async def deliver(self, kind: str, body: Json, retry: Retry | None = None) -> Reply:
        headers, raw = headers_of(kind, body, self._secret, retry)
        try:
            async with asyncio.timeout(self._ack_seconds):
                return read_reply(*await self._dispatch(raw, headers))
        except TimeoutError:
            return Reply(acked=False, reason="http_timeout")


def bolt_dispatch(app: Any, read: Callable[[str, Mapping[str, str]], Any] | None = None) -> Dispatch:
    """Return a dispatch into a Bolt AsyncApp, for InProcessDelivery; ``read`` makes its request, or None of what is none."""
    from slack_bolt.request.async_request import AsyncBoltRequest  # noqa: PLC0415 - only for those who have a Bolt app

    async def dispatch(raw: str, headers: dict[str, str]) -> tuple[int, str, str]:
        request = read(raw, headers) if read else AsyncBoltRequest(body=raw, headers=dict(headers))
        if request is None:
            return 400, "text/plain", "not a request that Slack sends"
        answer = await app.async_dispatch(request)
        text = answer.body or ""
        content_type = (answer.headers.get("content-type") or [""])[0]
        return (
            answer.status,
            content_type or ("application/json" if text.startswith("{") else "text/plain"),
            text,
        )

    return dispatch
