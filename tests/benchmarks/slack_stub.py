"""Slack's side of a benchmark: answers ok to every Web API method, and remembers what was opened and posted, and when.

It checks nothing, so that it costs little; that calls are right is what the tests with the strict workspace are for.
`python -m tests.benchmarks.slack_stub 20` answers each call after 20 ms, and prints its port; `... 20 1` takes no more than one
message a second in a channel, after a burst of five, and answers 429 to the others.
"""

import asyncio
import itertools
import json
import math
import sys
import time
from typing import Any

from aiohttp import web

from tests.benchmarks.serving import serve_until_stdin_ends

Json = dict[str, Any]
CHANNEL, PERSON, TEAM, BOT = "CRESPONSE", "UALICE", "T1", "UOOPS"
COLLEAGUE = (
    "UBOB"  # who may approve what she reports: alone in a channel she would be told to invite somebody
)
KNOWN: dict[str, Json] = {
    "auth.test": {
        "team_id": TEAM,
        "team": "Bench",
        "user_id": BOT,
        "bot_id": "B1",
        "url": "https://bench.slack.com/",
    },
    "conversations.info": {"channel": {"id": CHANNEL, "name": "oops", "is_private": True, "is_member": True}},
    "conversations.members": {"members": [PERSON, COLLEAGUE, BOT], "response_metadata": {"next_cursor": ""}},
    "conversations.open": {"channel": {"id": "D1"}},
    "chat.getPermalink": {"permalink": "https://bench.slack.com/archives/CRESPONSE/p1"},
    "users.info": {"user": {"id": PERSON, "name": "alice", "tz": "UTC"}},
}


BURST = 5


class Limit:
    """So many messages a second in each channel, after a burst (0: as many as come)."""

    def __init__(self, per_second: float) -> None:
        self._per_second = per_second
        self._left: dict[str, tuple[float, float]] = {}

    def seconds_to_wait(self, channel: str) -> float:
        """Return 0 when a message may be taken now, and count it; else how long it has to wait."""
        if not self._per_second:
            return 0.0
        now = time.monotonic()
        left, since = self._left.get(channel, (float(BURST), now))
        left = min(float(BURST), left + (now - since) * self._per_second)
        self._left[channel] = (left - 1 if left >= 1 else left, now)
        return 0.0 if left >= 1 else (1 - left) / self._per_second


class Stub:
    """The calls so far; a message's ts and a view's id are numbers that go up, and times are those of time.monotonic()."""

    def __init__(self, seconds: float, per_second: float) -> None:
        self._seconds = seconds
        self._limit = Limit(per_second)
        self._serial = itertools.count(1)
        self._opened: list[Json] = []
        self._posted: list[Json] = []
        self._counts: dict[str, int] = {}

    async def call(self, request: web.Request) -> web.Response:
        """Answer one Web API call."""
        arrived = time.monotonic()
        method = request.match_info["method"]
        given = await arguments(request)
        self._counts[method] = self._counts.get(method, 0) + 1
        await asyncio.sleep(self._seconds)
        if method == "chat.postMessage" and (wait := self._limit.seconds_to_wait(given["channel"])):
            self._counts["refused"] = self._counts.get("refused", 0) + 1
            headers = {"Retry-After": str(math.ceil(wait))}
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
        return web.json_response({"ok": True, **KNOWN.get(method, {}), **self._made(method, given, arrived)})

    def _made(self, method: str, given: Json, arrived: float) -> Json:
        number = next(self._serial)
        if method == "views.open":
            view = {**json_of(given["view"]), "id": f"V{number}", "hash": str(number)}
            self._opened.append({"view": view, "trigger_id": given["trigger_id"], "at": arrived})
            return {"view": view}
        if method == "chat.postMessage":
            self._posted.append({"is_root": not given.get("thread_ts"), "at": time.monotonic()})
        if method.startswith("chat."):
            ts = given.get("ts") or f"{1_700_000_000 + number}.000100"
            thread = {"thread_ts": given["thread_ts"]} if given.get("thread_ts") else {}
            return {"channel": given.get("channel"), "ts": ts, "message": {"ts": ts, **thread}}
        return {}

    async def opened(self, _request: web.Request) -> web.Response:
        """Return the modals opened since the last time that this was asked."""
        opened, self._opened = self._opened, []
        return web.json_response(opened)

    async def posted(self, _request: web.Request) -> web.Response:
        """Return the messages posted since the last time that this was asked."""
        posted, self._posted = self._posted, []
        return web.json_response(posted)

    async def counts(self, _request: web.Request) -> web.Response:
        """Return how often each method was called, and how many calls were refused."""
        return web.json_response(self._counts)


async def arguments(request: web.Request) -> Json:
    """Return a call's arguments, sent as JSON or as a form."""
    if request.content_type == "application/json":
        given: Json = await request.json()
        return given
    return {**request.query, **await request.post()}


def json_of(value: Any) -> Json:
    """Return an object that a form carries as text."""
    decoded: Json = json.loads(value) if isinstance(value, str) else value
    return decoded


def web_app(seconds: float, per_second: float = 0) -> web.Application:
    """Return Slack's side, which answers each call after so many seconds and takes so many messages a second (0: any)."""
    stub = Stub(seconds, per_second)
    app = web.Application(client_max_size=4 * 1024 * 1024)
    app.router.add_route("*", "/api/{method}", stub.call)
    app.router.add_get("/opened", stub.opened)
    app.router.add_get("/posted", stub.posted)
    app.router.add_get("/counts", stub.counts)
    return app


if __name__ == "__main__":
    given_limit = float(sys.argv[2]) if len(sys.argv) > 2 else 0
    asyncio.run(serve_until_stdin_ends(web_app(float(sys.argv[1]) / 1000, given_limit)))
