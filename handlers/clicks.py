"""Buttons: one listener for each surface, a table of actions inside; ids in, one verb, and the person hears what went wrong."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import OopsError
from bot.places import Place
from bot.typed import row_id
from handlers.context import OfSubject, Visit, visit_of
from handlers.errors import is_nothing_missed, sentence_for, tell
from messages.blocks import SlackMessage

T = TypeVar("T")


class NoSuchButton(OopsError):
    """A button that was forged or is from another time."""

    def __init__(self) -> None:
        super().__init__("That button no longer works. `/oops list` shows your cases.")


@dataclass(frozen=True, slots=True)
class Click:
    """One click: ``subject_id`` is the row that the button carries; ``thread_ts`` is set for a button in a thread, ``block_id`` for one in a block.

    ``action_ts`` is Slack's name for the click, the same each time it is delivered.
    """

    visit: Visit
    client: AsyncWebClient
    action_id: str
    value: str
    trigger_id: str
    response_url: str
    view: dict[str, Any] | None
    thread_ts: str = ""
    block_id: str = ""
    action_ts: str = ""

    @classmethod
    def of_command(cls, visit: Visit, client: AsyncWebClient, command: dict[str, Any]) -> "Click":
        """Return a command that does the same as a button."""
        response_url = str(command.get("response_url") or "")
        return cls(visit, client, "", "", command["trigger_id"], response_url, None)

    @property
    def subject_id(self) -> int:
        """Return the row's id. Raises NoSuchButton for a button that was forged or is from another time."""
        carried = row_id(self.value)
        if carried is None:
            raise NoSuchButton
        return carried

    @property
    def is_in_modal(self) -> bool:
        """Return whether the click was in a modal, and not in a message or App Home."""
        return self.view is not None and self.view["type"] == "modal"

    async def run(self, verb: OfSubject[T]) -> T:
        """Run a verb on the row that the button carries, for whoever clicked. Raises as ``Visit.run``, ``subject_id`` and the verb."""
        return await self.visit.run(verb, self.subject_id, by=self.visit.user_id, now=self.visit.now())

    def later(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do something after the ack; what goes wrong is told to the person."""
        self.visit.tasks.start(self._guarded(work))

    async def tell(self, words: SlackMessage | str) -> None:
        """Tell the person something privately, where they clicked."""
        await tell(
            self.client,
            self.visit.user_id,
            words,
            response_url=self.response_url,
            thread_ts=self.thread_ts,
        )

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception as error:  # noqa: BLE001  told to the person, with a reference where it was unexpected
            if not is_nothing_missed(error, is_in_modal=self.is_in_modal):
                await self.tell(sentence_for(error))


Clicked = Callable[[Click], Awaitable[None]]
Listener = Callable[..., Awaitable[None]]


def on_click(actions: Mapping[str, Clicked]) -> Listener:
    """Return the listener of a surface's buttons."""

    async def clicked(
        ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
    ) -> None:
        action = body["actions"][0]
        click = Click(
            visit=replace(visit_of(context), clicked=_place_of(body)),
            client=client,
            action_id=action["action_id"],
            value=_value(action),
            trigger_id=body.get("trigger_id", ""),
            response_url=body.get("response_url") or "",
            view=body.get("view"),
            thread_ts=_thread_of(body.get("message") or {}),
            block_id=str(action.get("block_id") or ""),
            action_ts=str(action.get("action_ts") or ""),
        )
        try:
            await _listener_of(click.action_id, actions)(click)
        except Exception as error:  # noqa: BLE001  told to the person, with a reference where it was unexpected
            sentence = sentence_for(error)
            click.later(lambda: click.tell(sentence))
        await ack()

    return clicked


def _listener_of(action_id: str, actions: Mapping[str, Clicked]) -> Clicked:
    """Return who answers a button; messages that were posted long ago have ids that went on after a "~"."""
    return actions.get(action_id.partition("~")[0], _unknown)


def _place_of(body: dict[str, Any]) -> Place | None:
    """Return the message that was clicked in: none for a view, nor for one that only one person sees, which Slack does not send."""
    message, channel = body.get("message") or {}, body.get("channel") or {}
    return Place.of(channel.get("id"), message.get("ts"))


def _thread_of(message: dict[str, Any]) -> str:
    """Return the thread that a message is a reply in; empty for a thread's root, which stands in the channel."""
    thread_ts = message.get("thread_ts")
    return thread_ts if isinstance(thread_ts, str) and thread_ts != message.get("ts") else ""


def _value(action: dict[str, Any]) -> str:
    """Return what a button carries, or what was chosen in a menu."""
    option = action.get("selected_option") or {}
    return str(action.get("value") or option.get("value") or "")


async def _unknown(_click: Click) -> None:
    raise NoSuchButton
