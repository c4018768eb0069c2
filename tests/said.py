"""What stands in Slack, and which calls led to it."""

from bot.playground.state import Message
from tests.world import World, shown

POST = "chat.postMessage"


def plans(world: World) -> list[Message]:
    return [message for message in world.said() if not message.thread_ts]


def times_said(world: World, words: str) -> int:
    return sum(words in shown(message) for message in world.said())


def calls(world: World, method: str, error: str | None = None) -> int:
    return sum(
        call.method == method and (error is None or call.error == error) for call in world.workspace.calls
    )


async def everything_is_looked_for(world: World) -> None:
    """Ten seconds until the first look, thirty more until the second."""
    await world.passes(seconds=10)
    await world.passes(seconds=30)
