"""A workspace with a clock that stands still, its server, and an app that answers as a test tells it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import modals
from bot.playground.delivery import Reply, Retry
from bot.playground.people import Person
from bot.playground.server import PlaygroundServer
from bot.playground.state import View
from bot.playground.workspace import Workspace
from tests.playground.examples import Json, modal

Opens = Callable[..., Awaitable[View]]


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class StubApp:
    """Takes every payload and answers with `reply`, or with what `answer` makes of the payload."""

    received: list[Json] = field(default_factory=list)
    retries: list[Retry | None] = field(default_factory=list)
    reply: Reply = field(default_factory=lambda: Reply(acked=True))
    answer: Callable[[Json], Reply] | None = None

    async def deliver(self, kind: str, body: Json, retry: Retry | None = None) -> Reply:
        self.received.append({"kind": kind, **body})
        self.retries.append(retry)
        return self.answer(body) if self.answer else self.reply

    @property
    def last(self) -> Json:
        return self.received[-1]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app() -> StubApp:
    return StubApp()


@pytest.fixture
def workspace(clock: Clock, app: StubApp) -> Workspace:
    return Workspace(clock, delivery=app)


@pytest.fixture
def alice(workspace: Workspace) -> Person:
    return Person(workspace, "UALICE")


@pytest.fixture
def bob(workspace: Workspace) -> Person:
    return Person(workspace, "UBOB")


@pytest.fixture
def carol(workspace: Workspace) -> Person:
    return Person(workspace, "UCAROL")


@pytest.fixture
async def server(workspace: Workspace) -> AsyncIterator[PlaygroundServer]:
    server = PlaygroundServer(workspace)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def client(server: PlaygroundServer, session: aiohttp.ClientSession) -> AsyncWebClient:
    return AsyncWebClient("xoxb-playground", base_url=server.api_url, session=session, retry_handlers=[])


@pytest.fixture
def opens(alice: Person, workspace: Workspace, app: StubApp) -> Opens:
    """Let Alice use the command, and open a modal of these blocks for her."""

    async def opens(*blocks: Json, **more: object) -> View:
        await alice.command("CGENERAL", "/oops", "")
        return modals.open_view(workspace, app.last["trigger_id"], modal(*blocks, **more))

    return opens


async def error_of(call: Awaitable[object]) -> str:
    with pytest.raises(SlackApiError) as error:
        await call
    return str(error.value.response["error"])
