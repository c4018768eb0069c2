"""Socket Mode through a real websocket."""

import asyncio

import pytest
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.bolt import bolt_app
from bot.errors import TryAgain
from bot.playground.people import Person
from bot.serving import connected
from bot.socket_mode import SocketMode
from bot.storage.jobs import FEW_WAIT
from tests.world import Someone, World, shown


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
