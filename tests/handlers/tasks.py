"""Finding a task's buttons."""

from bot.playground.state import Message, View
from tests.world import first_value


def task_button(place: Message | View, action_id: str, words: str) -> str:
    """Return the value of the button of the task that says these words."""
    at = next(at for at, block in enumerate(place.blocks) if words in str(block.get("text", "")))
    near = [place.blocks[at], *place.blocks[at + 1 : at + 2]]
    return first_value(type("Blocks", (), {"blocks": near})(), action_id)
