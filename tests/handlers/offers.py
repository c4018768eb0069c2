"""Getting as far as the offer to close."""

from bot.playground.state import Message
from tests.world import Someone, World, action_ids


async def quiet_until_offered(world: World, person: Someone) -> None:
    """Answer that it is quiet until closing is offered."""
    for _ in range(9):
        await world.next_check_in()
        await person.clicks(world.check_in(), "checkin.quiet")
        if any("case.close_now" in action_ids(m) for m in world.thread()):
            return
    raise AssertionError("closing was never offered")


def offer_to_close(world: World) -> Message:
    """Return the newest offer that can be taken."""
    return [m for m in world.thread() if "case.last_look" in action_ids(m)][-1]
