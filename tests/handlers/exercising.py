"""Starting an exercise, and what it posted."""

from bot.playground.state import Message
from tests.world import Someone, World, shown


def practised(world: World, person: Someone) -> list[Message]:
    """Return what the bot wrote to somebody directly, oldest first."""
    return world.said(world.workspace.direct_channel(person.id).id)


def newest(world: World, person: Someone, words: str) -> Message:
    """Return the newest direct message with these words in it."""
    return [message for message in practised(world, person) if words in shown(message)][-1]


async def start(person: Someone, sample: str = "wrong-day", **answers: str) -> None:
    await person.types("practice")
    errors = await person.submits(sample=sample, **answers)
    assert errors == {}
