"""HTTP: Slack's requests at /slack/events, and /healthz and /readyz for whoever watches the process."""

from datetime import timedelta

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

from bot.app import Oops

LARGEST_BODY = 2 * 1024 * 1024
"""Bytes; a view is 250 KB at most (docs.slack.dev, views.open), and everything else that Slack sends is smaller."""
OLDEST_TICK = timedelta(seconds=30)
CONTENT_TYPES = ("application/x-www-form-urlencoded", "application/json")


def web_app(oops: Oops) -> web.Application:
    """Return the application; without a signing secret (Socket Mode) it only answers the health checks."""

    async def ready(_request: web.Request) -> web.Response:
        problem = problem_of(oops)
        return web.Response(status=503 if problem else 200, text=problem or "ready")

    async def slack(request: web.Request) -> web.StreamResponse:
        refused = _refusal(request)
        if refused is not None:
            return refused
        bolt_request = await to_bolt_request(request)
        return await to_aiohttp_response(await oops.bolt.async_dispatch(bolt_request))

    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_get("/healthz", _healthy)
    app.router.add_get("/readyz", ready)
    if not oops.settings.is_socket_mode:
        app.router.add_post("/slack/events", slack)
    return app


def problem_of(oops: Oops) -> str:
    """Return why the bot cannot take work, or an empty string."""
    if oops.ticked_at is None or oops.now() - oops.ticked_at > OLDEST_TICK:
        return "the scheduler has not ticked for 30 seconds"
    return ""


async def _healthy(_request: web.Request) -> web.Response:
    return web.Response(text="ok")


def _refusal(request: web.Request) -> web.Response | None:
    """Refuse what cannot be from Slack before it is read: Bolt would answer 500 to a timestamp that is no number."""
    if request.content_type not in CONTENT_TYPES:
        return web.Response(status=415, text="unsupported content type")
    timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
    is_number = timestamp.isascii() and timestamp.isdecimal() and len(timestamp) <= 12  # noqa: PLR2004  digits of a far future
    if not is_number or not request.headers.get("X-Slack-Signature", "").isascii():
        return web.Response(status=401, text="invalid request")
    return None
