"""HTTP: Slack's requests at /slack/events, and /healthz and /readyz for whoever watches the process."""

import json
from typing import Any

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier
from yarl import URL

from bot.app import Oops

LARGEST_BODY = 2 * 1024 * 1024
"""Bytes; a view is 250 KB at most (docs.slack.dev, views.open), and everything else that Slack sends is smaller."""
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
_DIGITS = 12


def web_app(oops: Oops) -> web.Application:
    """Return the application; in Socket Mode it only answers the health checks."""
    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_get("/healthz", _healthy)
    app.router.add_get("/readyz", _ready_check(oops))
    if not oops.settings.is_socket_mode:
        app.router.add_post("/slack/events", _slack_requests(oops))
    return app


def problem_of(oops: Oops) -> str:
    """Return why the bot cannot take work, or an empty string."""
    return oops.health.problem()


def _ready_check(oops: Oops) -> Any:
    async def ready(_request: web.Request) -> web.Response:
        problem = problem_of(oops)
        return web.Response(status=503 if problem else 200, text=problem or "ready")

    return ready


async def _healthy(_request: web.Request) -> web.Response:
    return web.Response(text="ok")


def _slack_requests(oops: Oops) -> Any:
    verifier = SignatureVerifier(oops.settings.slack_signing_secret.get_secret_value())

    async def slack(request: web.Request) -> web.StreamResponse:
        """Refuse what is not Slack's, or makes no sense, before Bolt reads it: Bolt parses first, and answers 500 to junk."""
        if request.content_type not in {FORM, JSON}:
            return web.Response(status=415, text="unsupported content type")
        raw = await request.read()
        if not _is_signed(verifier, request, raw):
            return web.Response(status=401, text="invalid request")
        payload = read_payload(request.content_type, raw.decode("utf-8", errors="replace"))
        if payload is None:
            return web.Response(status=400, text="not a request that Slack sends")
        headers: dict[str, Any] = dict(request.headers)
        # Given as a Socket Mode message is: verified, and parsed once. Bolt would parse a form of 25 KB again, for 1 ms.
        bolt_request = AsyncBoltRequest(body=payload, headers=headers, mode="socket_mode")
        return await to_aiohttp_response(await oops.bolt.async_dispatch(bolt_request))

    return slack


def _is_signed(verifier: SignatureVerifier, request: web.Request, raw: bytes) -> bool:
    timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
    signature = request.headers.get("X-Slack-Signature", "")
    is_number = timestamp.isascii() and timestamp.isdecimal() and len(timestamp) <= _DIGITS
    return is_number and signature.isascii() and bool(verifier.is_valid(raw, timestamp, signature))


def read_payload(content_type: str, body: str) -> dict[str, Any] | None:
    """Return a command, an interaction or an event as Bolt takes it, or None for what is none of these."""
    try:
        if content_type == JSON:
            payload = json.loads(body)
        else:
            fields = dict(URL.build(query_string=body, encoded=True).query)
            if "payload" not in fields:
                is_command = "ssl_check" in fields or {"command", "user_id", "team_id"} <= fields.keys()
                return fields if is_command else None
            payload = json.loads(fields["payload"])
    except (ValueError, RecursionError):
        return None
    return payload if isinstance(payload, dict) and isinstance(payload.get("type"), str) else None
