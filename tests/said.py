"""What stands in Slack, which calls led to it, and having something said twice."""

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


def thread_text(world: World) -> str:
    return "\n".join(shown(message) for message in world.thread())


def record_of(world: World) -> str:
    file = next(file for file in world.workspace.files.values() if file.name.endswith(".md"))
    return world.workspace.store.content(file.id).decode()


def double_the_next(world: World) -> None:
    """Have Slack take the next message, lose its answer, and show it only after it was looked for twice."""
    world.workspace.app.history_lag_seconds = 300
    world.workspace.faults.add(POST, "accept_then_drop")


async def said_again(world: World) -> None:
    for seconds in (10, 30, 300):
        await world.passes(seconds=seconds)
    world.workspace.app.history_lag_seconds = 0
