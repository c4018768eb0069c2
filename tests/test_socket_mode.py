"""Socket Mode through a real websocket."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.bolt import bolt_app
from bot.errors import OopsError, TryAgain
from bot.playground.people import Person
from bot.playground.socket_mode import MOST_CONNECTIONS
from bot.serving import connected
from bot.slack.socket_mode import STEADY_SECONDS, SocketMode
from bot.storage.jobs import FEW_WAIT
from tests.crash.processes import until
from tests.seconds import Seconds
from tests.world import PATIENCE, Someone, World, shown


async def test_a_whole_report_goes_over_socket_mode(world: World) -> None:
    world.settings = {"slack_app_token": world.workspace.app.app_token}
    await world.restart_bot()
    world.workspace.delivery = world.workspace.sockets
    alice = Someone(world, Person(world.workspace, "UALICE"))

    async with connected(world.oops):
        await alice.reports()

    assert "OOPS-1" in shown(world.plan)


@pytest.fixture
async def far_slack(world: World) -> World:
    """Socket Mode is switched on, and Slack does not answer when it is to be opened."""
    world.settings = {"slack_app_token": world.workspace.app.app_token}
    await world.restart_bot()
    world.workspace.faults.add("apps.connections.open", "slow", seconds=60)
    return world


async def test_a_start_that_finds_no_socket_mode_ends_with_what_to_do(far_slack: World) -> None:
    with pytest.raises(TryAgain, match="wss://"):
        async with connected(far_slack.oops, seconds=0.1):
            pass


async def test_a_start_that_is_still_connecting_can_be_stopped(far_slack: World) -> None:
    stopping = asyncio.Event()
    stopping.set()

    async with asyncio.timeout(5), connected(far_slack.oops, stopping):
        is_left = stopping.is_set()

    assert is_left


class Pauses:
    """Waits for nothing, writes down for how long it was to be waited, and once that is enough stands still until it is over."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.are_enough, self.are_over = asyncio.Event(), asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        if len(self.seconds) == ENOUGH:
            self.are_enough.set()
            await self.are_over.wait()


ENOUGH = 9


@pytest.fixture
async def paused(world: World) -> AsyncIterator[tuple[SocketMode, Pauses, Seconds]]:
    """A Socket Mode connection, its pauses, and the clock that says how long it stood."""
    app = bolt_app(world.oops.client, world.oops.identity, bot_token="xoxb-playground")
    pauses, seconds = Pauses(), Seconds()
    socket = SocketMode(
        app,
        world.workspace.app.app_token,
        web_client=world.oops.client,
        expected=world.oops.store.expected,
        wait=pauses,
        seconds=seconds,
    )
    await socket.connect()
    yield socket, pauses, seconds
    await socket.close()


async def test_once_socket_mode_is_switched_off_slack_is_asked_ever_more_rarely(
    world: World, paused: tuple[SocketMode, Pauses, Seconds]
) -> None:
    socket, pauses, _ = paused

    await world.workspace.sockets.disconnect("link_disabled")
    async with asyncio.timeout(PATIENCE):
        await pauses.are_enough.wait()

    assert pauses.seconds == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert "Socket Mode is switched off for this app" in socket.client.refusal


async def test_once_socket_mode_is_switched_on_again_work_is_taken(
    world: World, paused: tuple[SocketMode, Pauses, Seconds]
) -> None:
    socket, pauses, _ = paused
    await world.workspace.sockets.disconnect("link_disabled")
    async with asyncio.timeout(PATIENCE):
        await pauses.are_enough.wait()

    world.workspace.sockets.is_enabled = True
    pauses.are_over.set()

    await until("it is let in", lambda: is_true(socket.client.refusal == ""))
    assert await socket.client.is_connected()


async def test_a_connection_that_stood_is_replaced_at_once(
    world: World, paused: tuple[SocketMode, Pauses, Seconds]
) -> None:
    socket, pauses, seconds = paused
    for _ in range(3):
        seconds.now += STEADY_SECONDS
        left = socket.client.current_session
        await world.workspace.sockets.disconnect("refresh_requested")
        await until("another is there", lambda left=left: is_replaced(socket, left))  # type: ignore[misc]

    assert pauses.seconds == []


async def test_an_app_token_that_was_revoked_meanwhile_is_named(
    world: World, paused: tuple[SocketMode, Pauses, Seconds]
) -> None:
    socket, _, _ = paused
    world.workspace.faults.add("apps.connections.open", "error", error="token_revoked")

    await world.workspace.sockets.disconnect("refresh_requested")

    await until("it is named", lambda: is_true("token_revoked" in socket.client.refusal))
    assert "Create an app-level token" in socket.client.refusal


@pytest.mark.parametrize(
    ("is_enabled", "sentence"),
    [(False, "Switch it on under “Socket Mode”"), (True, "Stop the copies of oops")],
)
async def test_a_start_that_slack_lets_nobody_in_for_says_what_to_put_right(
    world: World, is_enabled: bool, sentence: str
) -> None:
    world.settings = {"slack_app_token": world.workspace.app.app_token}
    await world.restart_bot()
    sockets = world.workspace.sockets
    sockets.is_enabled = is_enabled
    sockets.connections.extend([web.WebSocketResponse()] * MOST_CONNECTIONS)

    with pytest.raises(OopsError, match=sentence) as refused:
        async with asyncio.timeout(PATIENCE), connected(world.oops):
            pass

    sockets.connections.clear()
    assert not refused.value.is_passing


async def is_true(found: bool) -> bool:
    return found


async def is_replaced(socket: SocketMode, left: object) -> bool:
    return socket.client.current_session is not left and await socket.client.is_connected()


async def test_whoever_waits_is_counted_before_anything_is_asked_of_the_database(world: World) -> None:
    world.workspace.delivery = world.workspace.sockets
    oops, arrived, answered = world.oops, asyncio.Semaphore(0), asyncio.Event()
    app = bolt_app(oops.client, oops.identity, bot_token="xoxb-playground")

    @app.command("/oops")
    async def wait(ack: AsyncAck) -> None:
        arrived.release()
        await answered.wait()
        await ack()

    socket = SocketMode(
        app, world.workspace.app.app_token, web_client=oops.client, expected=oops.store.expected
    )
    await socket.connect()
    before = oops.store.is_crowded
    async with asyncio.timeout(30), asyncio.TaskGroup() as people:
        for _ in range(FEW_WAIT + 1):
            people.create_task(Person(world.workspace, "UALICE").command("CGENERAL", "/oops", "help"))
        for _ in range(FEW_WAIT + 1):
            await arrived.acquire()
        meanwhile = oops.store.is_crowded
        answered.set()
    await socket.close()

    assert (before, meanwhile, oops.store.is_crowded) == (False, True, False)
