"""HTTP: Slack's requests at /slack/events, and /healthz and /readyz for whoever watches the process."""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier
from yarl import URL

from bot.app import Oops
from bot.slack.refusals import SERVICE_UNAVAILABLE
from bot.watchdog import READY
from handlers.payloads import is_readable

LARGEST_BODY = 2 * 1024 * 1024
"""Bytes; a view is 250 KB at most (docs.slack.dev, views.open), and everything else that Slack sends is smaller."""
BODY_SECONDS = 5.0
"""How long a body may take to arrive: Slack gives up after 3 seconds, so what is slower is not Slack."""
LARGE_BODY = 128 * 1024
"""Bytes; forms that people fill in are smaller."""
LARGE_AT_ONCE = 16
"""So many larger bodies are read at a time: from whom one is shows only when all of it is there, and until then it takes up memory."""
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
_DIGITS = 12
TOLD_EVERY = 60.0
"""Seconds between two log lines about requests without a right signature: anybody on the Internet can send them."""

log = structlog.get_logger()


@dataclass(slots=True)
class Unsigned:
    """Counts requests that are refused for their signature, and says so now and then: a wrong secret refuses everything."""

    seconds: Callable[[], float] = time.monotonic
    _count: int = 0
    _told_at: float = float("-inf")

    def note(self) -> None:
        """Count one more."""
        self._count += 1
        if self.seconds() - self._told_at >= TOLD_EVERY:
            advice = "If people say that oops does not answer, check SLACK_SIGNING_SECRET and this machine's clock."
            log.warning("requests_not_signed_by_slack", count=self._count, advice=advice)
            self._count, self._told_at = 0, self.seconds()


def web_app(
    oops: Oops, *, body_seconds: float = BODY_SECONDS, large_at_once: int = LARGE_AT_ONCE
) -> web.Application:
    """Return the application; in Socket Mode it only answers the health checks."""
    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_get("/healthz", _healthy)
    app.router.add_get("/readyz", _ready_check(oops))
    if not oops.settings.is_socket_mode:
        app.router.add_post("/slack/events", _slack_requests(oops, body_seconds, large_at_once))
    return app


def _ready_check(oops: Oops) -> Any:
    async def ready(_request: web.Request) -> web.Response:
        problem = oops.health.problem()
        return web.Response(status=SERVICE_UNAVAILABLE if problem else 200, text=problem or READY)

    return ready


async def _healthy(_request: web.Request) -> web.Response:
    return web.Response(text="ok")


def _slack_requests(oops: Oops, body_seconds: float, large_at_once: int) -> Any:
    verifier = SignatureVerifier(oops.settings.slack_signing_secret.get_secret_value())
    large, unsigned = asyncio.Semaphore(large_at_once), Unsigned()

    async def slack(request: web.Request) -> web.StreamResponse:
        """Refuse what is not Slack's, or makes no sense, before Bolt reads it: Bolt parses first, and answers 500 to junk."""
        if request.content_type not in {FORM, JSON}:
            return web.Response(status=415, text="unsupported content type")
        try:
            async with asyncio.timeout(body_seconds):
                raw = await _body(request, large)
        except TimeoutError:
            return _too_slow()
        if not _is_signed(verifier, request, raw):
            if _is_certificate_check(request, raw):
                return web.Response()
            unsigned.note()
            return web.Response(status=401, text="invalid request")
        with oops.store.expected():
            # The others that arrived with it are counted too, before any of them is read.
            await asyncio.sleep(0)
            return await _answer(oops, request, raw)

    return slack


def _too_slow() -> web.Response:
    answer = web.Response(status=408, text="too slow")
    answer.force_close()
    return answer


async def _body(request: web.Request, large: asyncio.Semaphore) -> bytes:
    """Return what was sent; of what is large, or does not say how large it will be, only some at a time."""
    length = request.content_length
    if length is not None and length <= LARGE_BODY and "Content-Encoding" not in request.headers:
        return await request.read()
    async with large:
        return await request.read()


async def _answer(oops: Oops, request: web.Request, raw: bytes) -> web.StreamResponse:
    text = raw.decode("utf-8", errors="replace")
    bolt_request = read_request(text, {**request.headers, "Content-Type": request.content_type})
    if bolt_request is None:
        return web.Response(status=400, text="not a request that Slack sends")
    return await to_aiohttp_response(await oops.bolt.async_dispatch(bolt_request))


def read_request(body: str, headers: Mapping[str, str]) -> AsyncBoltRequest | None:
    """Return a verified request as Bolt takes it, or None for what Slack does not send."""
    payload = read_payload(headers["Content-Type"], body)
    if payload is None:
        return None
    # Given as a Socket Mode message is: verified, and parsed once. Bolt would parse a form of 25 KB again, for 1 ms.
    return AsyncBoltRequest(body=payload, headers=dict(headers), mode="socket_mode")


def _is_signed(verifier: SignatureVerifier, request: web.Request, raw: bytes) -> bool:
    timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
    signature = request.headers.get("X-Slack-Signature", "")
    is_number = timestamp.isascii() and timestamp.isdecimal() and len(timestamp) <= _DIGITS
    try:
        return is_number and signature.isascii() and bool(verifier.is_valid(raw, timestamp, signature))
    except UnicodeDecodeError:  # what Slack signs is text
        return False


def _is_certificate_check(request: web.Request, raw: bytes) -> bool:
    """Return whether somebody only tries the certificate, as Slack does now and then, signed or not: nothing follows from it."""
    if request.content_type != FORM or len(raw) > LARGE_BODY:
        return False
    fields = read_payload(FORM, raw.decode("utf-8", errors="replace"))
    return fields is not None and fields.get("ssl_check") == "1" and "command" not in fields


def read_payload(content_type: str, body: str) -> dict[str, Any] | None:
    """Return a command, an interaction or an event as Bolt takes it, or None for what is none of these."""
    try:
        if content_type == JSON:
            payload = _read_json(body)
        else:
            fields = dict(URL.build(query_string=body, encoded=True).query)
            if "payload" not in fields:
                is_command = "ssl_check" in fields or "command" in fields
                return fields if is_command and is_readable(fields) else None
            payload = _read_json(fields["payload"])
    except (ValueError, RecursionError):
        return None
    is_typed = isinstance(payload, dict) and isinstance(payload.get("type"), str)
    return payload if is_typed and is_readable(payload) else None


def _read_json(text: str) -> Any:
    """Return what a JSON text says; orjson, which is quick, takes no half of a character, which a person's text may hold."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        if "\\ud" not in text.lower():
            raise
        return json.loads(text)
