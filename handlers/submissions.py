"""Modals that were submitted: ids and values in, one verb, and an answer that never loses what was typed."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import InvalidAnswer, InvalidAnswers, OopsError
from bot.reporting.questions import field_of
from bot.typed import FIELD_LONGEST, clean, row_id
from handlers.clicks import Listener
from handlers.context import Visit, visit_of
from handlers.errors import sentence_for
from messages.problem import problem_view

Reply = dict[str, Any]
CLOSE: Reply = {}
CLOSE_ALL: Reply = {"response_action": "clear"}


def row_carried(view: dict[str, Any]) -> int:
    """Return the id of the row that a modal carries. Raises OopsError for one that was forged."""
    carried = row_id(str(view.get("private_metadata") or ""))
    if carried is None:
        raise OopsError("This form no longer works. `/oops list` shows your cases.")
    return carried


@dataclass(frozen=True, slots=True)
class Submission:
    """One submitted modal: ``subject_id`` is the row that it carries."""

    visit: Visit
    client: AsyncWebClient
    view: dict[str, Any]

    @property
    def subject_id(self) -> int:
        """Return the row's id. Raises OopsError for a modal that was forged."""
        return row_carried(self.view)

    def text(self, block_id: str) -> str:
        """Return what was typed or chosen in a block, empty when nothing was."""
        return clean(self.raw_text(block_id))

    def is_changed(self, block_id: str) -> bool:
        """Return whether a text input holds something else than it was opened with: the view that Slack sends still says that."""
        return self.text(block_id) != clean(self.initial_text(block_id))

    def initial_text(self, block_id: str) -> str:
        """Return what a text input was opened with."""
        for block in self.view["blocks"]:
            if field_of(block["block_id"]) == block_id:
                return str(block.get("element", {}).get("initial_value") or "")
        return ""

    def raw_text(self, block_id: str) -> str:
        """Return what was typed in a block letter by letter."""
        for value in self._entries(block_id):
            option = value.get("selected_option")
            typed = str(option["value"] if option else value.get("value") or "")
            return typed[:FIELD_LONGEST]  # Slack never sends more
        return ""

    def _entries(self, field: str) -> Iterator[dict[str, Any]]:
        values: dict[str, dict[str, dict[str, Any]]] = self.view["state"]["values"]
        for block_id, entries in values.items():
            if field_of(block_id) == field:
                yield from entries.values()


Submitted = Callable[[Submission], Awaitable[Reply]]


def on_submit(handle: Submitted) -> Listener:
    """Return the listener of a modal. ``handle`` returns the ack's arguments; CLOSE closes the modal."""

    async def submitted(
        ack: AsyncAck, view: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
    ) -> None:
        try:
            reply = await handle(Submission(visit_of(context), client, view))
        except InvalidAnswer as error:
            reply = _beside({error.field: str(error)}, view)
        except InvalidAnswers as error:
            reply = _beside(error.errors, view)
        except Exception as error:  # noqa: BLE001  told to the person, with a reference where it was unexpected
            reply = _on_top(sentence_for(error), view)
        await ack(**reply)

    return submitted


def _on_top(sentence: str, view: dict[str, Any]) -> Reply:
    """Return a view on top of the form, which stays as it was typed; beside its first field where Slack takes no fourth view."""
    below = view.get("previous_view_id")
    if below and below != view.get("root_view_id"):
        return _beside({"": sentence}, view)
    return {"response_action": "push", "view": problem_view("Not done yet", sentence)}


def _beside(errors: dict[str, str], view: dict[str, Any]) -> Reply:
    """Return errors beside their fields; one whose field is not shown stands beside the first."""
    shown = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    places = {field_of(block_id): block_id for block_id in shown}
    placed: dict[str, str] = {}
    for field, sentence in errors.items():
        place = places.get(field, shown[0])
        placed[place] = f"{placed[place]} {sentence}" if place in placed else sentence
    return {"response_action": "errors", "errors": placed}
