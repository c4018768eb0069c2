"""Socket Mode through a real websocket."""

from bot.playground.people import Person
from bot.serving import connected
from tests.world import Someone, World, shown


async def test_a_whole_report_goes_over_socket_mode(world: World) -> None:
    world.settings = {"slack_app_token": world.workspace.app.app_token}
    await world.restart_bot()
    world.workspace.delivery = world.workspace.sockets
    alice = Someone(world, Person(world.workspace, "UALICE"))

    async with connected(world.oops):
        await alice.reports()

    assert "OOPS-1" in shown(world.plan)
