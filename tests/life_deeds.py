"""What people and bad luck do in a case's life, whatever is on the screen."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

from bot.playground.inputs import TEXTS
from bot.playground.limits_of_elements import options_of
from bot.playground.refused import NotOnScreen
from bot.playground.state import Message, View
from tests.world import Someone, World

A_MOMENT = timedelta(
    milliseconds=1
)  # two things that a person does one after the other never have the same time
WORDS = {
    "plain_text_input": "The run is on Thursday, not Tuesday. Sorry for the mix-up.",
    "url_text_input": "https://example.org/p/2",
    "number_input": "3",
}


async def ignoring(work: Coroutine[Any, Any, Any]) -> None:
    try:
        await work
    except NotOnScreen:  # it has just gone from the screen
        return


async def both(one: Coroutine[Any, Any, None], other: Coroutine[Any, Any, None]) -> None:
    await asyncio.gather(one, other)


async def press(someone: Someone, button: tuple[Message, str, str]) -> None:
    message, action, value = button
    someone.world.clock.now += A_MOMENT
    await ignoring(someone.clicks(message, action, value))


async def press_in_front(someone: Someone, action: str) -> None:
    """Press a button of the form in front, where it has one."""
    someone.world.clock.now += A_MOMENT
    if someone.person.views:
        await ignoring(someone.clicks(someone.view, action))


async def submit(someone: Someone, **answers: str) -> None:
    """Answer what the form in front asks, and submit it; close what is left of it."""
    someone.world.clock.now += A_MOMENT
    if someone.person.views:
        await ignoring(someone.submits(**answers))
    await go_through_modals(someone, 0, fills=False)


async def answered(someone: Someone, answers: dict[str, str]) -> None:
    """Fill the report form if it has opened, and submit it."""
    if someone.person.views:
        await ignoring(someone.fills(**answers))
        await go_through_modals(someone, 0, fills=True)


async def go_through_modals(someone: Someone, choice: int, *, fills: bool) -> None:
    """Fill what has opened and submit it, or only close it."""
    for _ in range(3):
        if not someone.person.views:
            return
        if fills and "submit" in someone.view.view and someone.view.view["submit"]:
            await fill(someone, someone.view, choice)
            someone.world.clock.now += A_MOMENT
            await ignoring(someone.submits())
        else:
            break
    while someone.person.views:
        await someone.person.closes(everything=True)
        await someone.world.oops.settle()


async def fill(someone: Someone, view: View, choice: int) -> None:
    for block in list(view.blocks):
        if block["type"] != "input":
            continue
        element = block["element"]
        if element["type"] in TEXTS:
            await ignoring(someone.fills(**{block["block_id"]: WORDS[element["type"]]}))
        elif element["type"] in {"static_select", "radio_buttons"} and not block.get("dispatch_action"):
            options = options_of(element)
            await ignoring(someone.fills(**{block["block_id"]: options[choice % len(options)]["value"]}))


async def die(world: World) -> None:
    """End the bot where it is: what it holds in memory is gone, what it was doing is not finished; then start another."""
    oops = world.oops
    under_way = [*oops.tasks._tasks, *oops.sender._tasks._tasks]
    for task in under_way:
        task.cancel()
    await asyncio.gather(*under_way, return_exceptions=True)
    await oops.http.close()
    await asyncio.to_thread(oops.store.close)
    faults, world.workspace.faults.waiting = world.workspace.faults.waiting, []
    await world.start_bot()  # with what a start needs of Slack: without, it ends, and is started again
    world.workspace.faults.waiting = faults
    await world.oops.settle()
