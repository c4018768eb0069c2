"""Bare Bolt apps with the same two listeners as oops, and nothing behind them.

`python -m tests.benchmarks.bare API_URL DATABASE_FILE KIND` serves one of them and prints its port:
default   Bolt and the SDK as they come
tuned     acks without polling, a known token, one session for every Web API call, work after the ack in tasks
a number  tuned, and each submission writes so many rows that are on disk before its ack
models-N  the like, with N rows through SQLModel, and the message claimed before it is posted and marked as sent after that:
          the least that durable messages cost with it
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, TCPConnector, web
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from tests.benchmarks.load import SECRET
from tests.benchmarks.payloads import BARE_VIEW
from tests.benchmarks.rows import RowWriter, plain, through_models
from tests.benchmarks.serving import serve_until_stdin_ends
from tests.benchmarks.slack_stub import CHANNEL

TOKEN = "xoxb-benchmark"
PATH = "/slack/events"
MODELS = "models-"
MODAL: dict[str, Any] = {
    "type": "modal",
    "callback_id": BARE_VIEW["callback_id"],
    "title": {"type": "plain_text", "text": "Report a mistake"},
    "submit": {"type": "plain_text", "text": "Get the plan"},
    "blocks": [
        {**block, "label": {"type": "plain_text", "text": "What went wrong?"}}
        for block in BARE_VIEW["blocks"]
    ],
}


def default_app(api_url: str) -> AsyncApp:
    """Return Bolt as its documentation shows it."""
    app = AsyncApp(client=AsyncWebClient(token=TOKEN, base_url=api_url), signing_secret=SECRET)

    @app.command("/oops")
    async def open_report(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.view(BARE_VIEW["callback_id"])
    async def submit_report(ack: AsyncAck, client: AsyncWebClient) -> None:
        await ack()
        await client.chat_postMessage(channel=CHANNEL, text="A plan")

    return app


class Tasks:
    """Work after the ack, kept so that it is not collected."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Start it."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def post_plan(slack: AsyncWebClient, writer: RowWriter | None) -> None:
    """Post it, claimed before and marked as sent after that where the writer marks."""
    marked = writer if writer is not None and writer.is_marking else None
    if marked is not None:
        await marked.mark()
    await slack.chat_postMessage(channel=CHANNEL, text="A plan")
    if marked is not None:
        await marked.mark()


def tuned_app(api_url: str, session: ClientSession, writer: RowWriter | None) -> AsyncApp:
    """Return Bolt with everything switched off that costs time without need; with a writer, submissions are kept."""
    slack = AsyncWebClient(token=TOKEN, base_url=api_url, session=session)
    known = AuthorizeResult(
        enterprise_id=None, team_id="T1", bot_token=TOKEN, bot_id="B1", bot_user_id="UOOPS"
    )
    tasks = Tasks()

    async def authorize() -> AuthorizeResult:
        return known

    app = AsyncApp(signing_secret=SECRET, authorize=authorize, process_before_response=True)

    @app.command("/oops")
    async def open_report(ack: AsyncAck, body: dict[str, Any]) -> None:
        tasks.start(slack.views_open(trigger_id=body["trigger_id"], view=MODAL))
        await ack()

    @app.view(BARE_VIEW["callback_id"])
    async def submit_report(ack: AsyncAck) -> None:
        if writer is not None:
            await writer.write()
        tasks.start(post_plan(slack, writer))
        await ack()

    return app


@asynccontextmanager
async def bare_app(kind: str, api_url: str, database: Path) -> AsyncIterator[AsyncApp]:
    """Give the app of a kind."""
    if kind == "default":
        yield default_app(api_url)
        return
    async with ClientSession(connector=TCPConnector(limit=200)) as session:
        yield tuned_app(api_url, session, writer_of(kind, database))


def writer_of(kind: str, database: Path) -> RowWriter | None:
    """Return what writes the rows of a kind, if it has any."""
    if kind.startswith(MODELS):
        return RowWriter(database, int(kind.removeprefix(MODELS)), through_models, is_marking=True)
    return RowWriter(database, int(kind), plain) if kind.isdigit() else None


async def serve(kind: str, api_url: str, database: Path) -> None:
    """Serve a bare app until standard input ends."""
    async with bare_app(kind, api_url, database) as app:
        served: web.Application = app.server(port=0, path=PATH).web_app
        await serve_until_stdin_ends(served)


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[3], sys.argv[1], Path(sys.argv[2])))
