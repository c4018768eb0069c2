"""What the check-ins of a case say, and when the next one is planned."""

from bot.schedule import next_check_in
from messages.texts import when
from tests.world import World, shown


def check_ins(world: World) -> list[str]:
    return [shown(m) for m in world.thread() if "check-in" in shown(m).lower() and "OOPS-1" in shown(m)]


async def planned_next(world: World) -> str:
    """Return the words that name the next check-in."""
    due = await world.oops.store.read(next_check_in)
    assert due is not None
    return f"Planned next: {when(due)}."
