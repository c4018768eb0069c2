"""Slack's side of a benchmark: answers ok to every Web API method, and remembers the modals that were opened.

It checks nothing, so that it costs little; that calls are right is what the tests with the strict workspace are for.
`python -m tests.benchmarks.slack_stub 20` answers each call after 20 ms, and prints its port.
"""

import asyncio
import itertools
import json
import sys
from typing import Any

from aiohttp import web

from tests.benchmarks.serving import serve_until_stdin_ends

Json = dict[str, Any]
CHANNEL, PERSON, TEAM, BOT = "CRESPONSE", "UALICE", "T1", "UOOPS"
KNOWN: dict[str, Json] = {
    "auth.test": {
        "team_id": TEAM,
        "team": "Bench",
        "user_id": BOT,
        "bot_id": "B1",
        "url": "https://bench.slack.com/",
    },
    "conversations.info": {"channel": {"id": CHANNEL, "name": "oops", "is_private": True, "is_member": True}},
    "conversations.members": {"members": [PERSON, BOT], "response_metadata": {"next_cursor": ""}},
    "conversations.open": {"channel": {"id": "D1"}},
    "chat.getPermalink": {"permalink": "https://bench.slack.com/archives/CRESPONSE/p1"},
    "users.info": {"user": {"id": PERSON, "name": "alice", "tz": "UTC"}},
}


class Stub:
    """The calls so far; a message's ts and a view's id are numbers that go up."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._serial = itertools.count(1)
        self._opened: list[Json] = []
        self._counts: dict[str, int] = {}

    async def call(self, request: web.Request) -> web.Response:
        """Answer one Web API call."""
        method = request.match_info["method"]
        given = await arguments(request)
        self._counts[method] = self._counts.get(method, 0) + 1
        await asyncio.sleep(self._seconds)
        return web.json_response({"ok": True, **KNOWN.get(method, {}), **self._made(method, given)})

    def _made(self, method: str, given: Json) -> Json:
        number = next(self._serial)
        if method == "views.open":
            view = {**json_of(given["view"]), "id": f"V{number}", "hash": str(number)}
            self._opened.append(view)
            return {"view": view}
        if method.startswith("chat."):
            ts = given.get("ts") or f"{1_700_000_000 + number}.000100"
            return {"channel": given.get("channel"), "ts": ts, "message": {"ts": ts}}
        return {}

    async def opened(self, _request: web.Request) -> web.Response:
        """Return the modals opened since the last time that this was asked."""
        views, self._opened = self._opened, []
        return web.json_response(views)

    async def counts(self, _request: web.Request) -> web.Response:
        """Return how often each method was called."""
        return web.json_response(self._counts)


async def arguments(request: web.Request) -> Json:
    """Return a call's arguments, sent as JSON or as a form."""
    if request.content_type == "application/json":
        given: Json = await request.json()
        return given
    return dict(await request.post())


def json_of(value: Any) -> Json:
    """Return an object that a form carries as text."""
    decoded: Json = json.loads(value) if isinstance(value, str) else value
    return decoded


def web_app(seconds: float) -> web.Application:
    """Return Slack's side, which answers each call after so many seconds."""
    stub = Stub(seconds)
    app = web.Application(client_max_size=4 * 1024 * 1024)
    app.router.add_post("/api/{method}", stub.call)
    app.router.add_get("/opened", stub.opened)
    app.router.add_get("/counts", stub.counts)
    return app


if __name__ == "__main__":
    asyncio.run(serve_until_stdin_ends(web_app(float(sys.argv[1]) / 1000)))
