"""Alice, Bob and Carol, the real bot, a strict workspace, a real database, and a clock that tests move."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from pydantic import SecretStr
from sqlmodel import Session, select

from bot.app import Oops, build_app
from bot.http import read_request
from bot.models import Brand, Outbox
from bot.outbox import NOT_DRAWN
from bot.playground.delivery import InProcessDelivery, NobodyListens, bolt_dispatch
from bot.playground.limits_of_elements import options_of
from bot.playground.people import Person
from bot.playground.screen import Container, find_input
from bot.playground.server import PlaygroundServer
from bot.playground.state import Message, View
from bot.playground.workspace import Workspace
from bot.settings import Settings
from bot.storage import Store
from tests.engines import ENGINES

PATIENCE = 60.0
"""Seconds: what has one or three of them in Slack gets these in tests, whose machine may be busy with other things."""
TEAM_CHANNEL = "CRESPONSE"
STARTED = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
ORDINARY = {
    "channel": "x",
    "mistake": "wrong_fact",
    "harm": "inconvenience",
    "noticed": "many_replies",
    "undo": "delete_and_repost",
}


class Clock:
    """A clock that only tests move."""

    def __init__(self, now: datetime = STARTED) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@dataclass(slots=True)
class World:
    """Everything that a scenario needs; ``oops`` is the running bot, which can be stopped and started again."""

    database_url: str
    clock: Clock = field(default_factory=Clock)
    settings: dict[str, Any] = field(default_factory=dict)
    workspace: Workspace = field(init=False)
    server: PlaygroundServer = field(init=False)
    oops: Oops = field(init=False)

    async def start(self, arrange: Callable[[Workspace], None] | None = None) -> None:
        """Start the workspace and the bot."""
        self.workspace = Workspace(self.clock)
        if arrange is not None:
            arrange(self.workspace)
        self.server = PlaygroundServer(self.workspace)
        await self.server.start()
        await self.start_bot()

    async def start_bot(self) -> None:
        """Start the bot on the same database and workspace."""
        given = {"oops_response_channel": TEAM_CHANNEL, **self.settings}
        settings = Settings(
            slack_bot_token=SecretStr(self.workspace.app.bot_token),
            slack_signing_secret=SecretStr(self.workspace.app.signing_secret),
            slack_api_url=self.server.api_url,
            oops_database_url=self.database_url,
            **given,
        )
        self.oops = await build_app(
            settings, now=self.clock, make_store=partial(Store, make_engine=ENGINES.lend)
        )
        self.oops.directory.look_up_seconds = PATIENCE
        self.workspace.delivery = InProcessDelivery(
            bolt_dispatch(self.oops.bolt, read_request),
            self.workspace.app.signing_secret,
            ack_seconds=PATIENCE,
        )
        await self.oops.recover()

    async def restart_bot(self) -> None:
        """Stop the bot and start it again."""
        await self.oops.stop()
        await self.start_bot()

    async def stop(self) -> None:
        """Stop everything. Nothing may have broken while it was drawn."""
        broken = await self.oops.store.read(broken_rows)
        await self.oops.stop()
        await self.server.stop()
        self.workspace.delivery = (
            NobodyListens()
        )  # aiohttp's cache of handlers keeps the workspace, and it would keep the bot
        assert broken == []

    def person(self, user_id: str) -> "Someone":
        """Return somebody who sits at their Slack."""
        return Someone(self, Person(self.workspace, user_id))

    async def passes(self, **span: float) -> None:
        """Let time pass, and the bot do what is due."""
        self.clock.now += timedelta(**span)
        await self.oops.refresh()
        await self.oops.tick()
        await self.oops.settle()

    async def next_check_in(self) -> None:
        """Let time pass until the next check-in is asked."""
        from bot import schedule  # noqa: PLC0415  kept beside its only use

        due = await self.oops.store.read(schedule.next_check_in)
        assert due is not None, "no check-in is planned"
        await self.passes(seconds=max(0.0, (due - self.clock()).total_seconds()))

    def said(self, channel: str = TEAM_CHANNEL) -> list[Message]:
        """Return what the bot said in a channel, oldest first, threads included."""
        return [
            message
            for message in self.workspace.messages.values()
            if message.channel == channel and message.user == "UOOPS" and not message.ephemeral_to
        ]

    @property
    def plan(self) -> Message:
        """Return the newest case's plan message."""
        return [message for message in self.said() if not message.thread_ts][-1]

    def thread(self, root: Message | None = None) -> list[Message]:
        """Return the bot's messages in a plan's thread, oldest first."""
        parent = root or self.plan
        return [message for message in self.said(parent.channel) if message.thread_ts == parent.ts]

    def draft(self, kind: str = "Public correction") -> Message:
        """Return the newest draft of a kind."""
        return [message for message in self.thread() if shown(message).startswith(f"*{kind}*")][-1]

    def check_in(self) -> Message:
        """Return the newest check-in that can be answered."""
        return [message for message in self.thread() if "checkin.quiet" in action_ids(message)][-1]


def broken_rows(session: Session) -> list[str]:
    """Return what could not be drawn."""
    return [row.intent_id for row in session.exec(select(Outbox).where(Outbox.error == NOT_DRAWN))]


def brand_name(session: Session, brand_id: str) -> str:
    """Return an account's name, by its id as a form carries it."""
    return session.get_one(Brand, int(brand_id)).name


@dataclass(slots=True)
class Someone:
    """A person in the workspace; after everything they do, the bot does what follows from it."""

    world: World
    person: Person

    @property
    def id(self) -> str:
        """Return the person's id."""
        return self.person.id

    @property
    def view(self) -> View:
        """Return the modal in front."""
        return self.person.view

    async def types(self, text: str, channel: str = "CGENERAL") -> None:
        """Type ``/oops`` and some words."""
        await self.person.command(channel, "/oops", text)
        await self.world.oops.settle()

    async def fills(self, **answers: Any) -> None:
        """Answer questions of the form in front; an account that is not listed is searched for by its name."""
        for block_id, value in answers.items():
            _, element = find_input(self.view, block_id)
            if element["type"] == "external_select" and value:
                name = await self.world.oops.store.read(brand_name, value)
                await self.searches(self.view, element["action_id"], name)
            await self.person.fills(block_id, value)
            await self.world.oops.settle()

    async def searches(self, place: Message | View, action_id: str, typed: str = "") -> list[str]:
        """Type into a menu whose options are loaded, and return the names that it offers."""
        container: Container = "home" if isinstance(place, View) and place.type == "home" else place
        answer = await self.person.searches(container, action_id, typed)
        return [option["text"]["text"] for option in options_of(answer)]

    async def submits(self, **answers: Any) -> dict[str, str]:
        """Answer questions, then submit the form; return the errors beside its fields."""
        await self.fills(**answers)
        errors = dict(await self.person.submit())
        await self.world.oops.settle()
        return errors

    async def reports(self, what: str = "We wrote Tuesday, the run is on Thursday", **answers: Any) -> None:
        """Report a mistake from beginning to end."""
        await self.types(what)
        errors = await self.submits(**{**ORDINARY, **answers})
        assert errors == {}

    async def clicks(self, place: Message | View, action_id: str, value: str | None = None) -> None:
        """Press a button of a message or of a modal."""
        await self.person.clicks(place, action_id, value)
        await self.world.oops.settle()

    async def selects(self, place: Message | View, action_id: str, value: Any) -> None:
        """Choose something in a menu outside of an input."""
        await self.person.selects(place, action_id, value)
        await self.world.oops.settle()

    async def closes(self) -> None:
        """Close the form in front."""
        await self.person.closes()
        await self.world.oops.settle()

    async def edits(self, draft: Message, text: str, **answers: Any) -> dict[str, str]:
        """Edit a draft and save it."""
        await self.clicks(draft, "draft.edit")
        return await self.submits(text=text, **answers)

    async def publishes(self, draft: Message, **answers: Any) -> dict[str, str]:
        """Mark a draft as out."""
        await self.clicks(draft, "draft.published")
        return await self.submits(**answers)

    async def opens_home(self) -> View:
        """Open App Home and return it."""
        await self.person.opens_home()
        await self.world.oops.settle()
        return self.person.home

    def hears(self, channel: str = "CGENERAL") -> list[str]:
        """Return what only this person can see in a channel."""
        return [shown(message) for message in self.person.sees(channel) if message.ephemeral_to == self.id]

    def told(self) -> list[str]:
        """Return what the bot wrote to this person directly."""
        direct = self.world.workspace.direct_channel(self.id)
        return [shown(message) for message in self.world.said(direct.id)]


def shown(place: Message | View) -> str:
    """Return all words of a message or view, as they are drawn, in their order."""
    return "\n".join(words_in(place.blocks)) or getattr(place, "text", "")


def words_in(thing: Any) -> list[str]:
    if isinstance(thing, dict):
        own = [thing["text"]] if isinstance(thing.get("text"), str) else []
        return own + [
            word for key, value in thing.items() if key != "text" or not own for word in words_in(value)
        ]
    if isinstance(thing, list):
        return [word for item in thing for word in words_in(item)]
    return []


def first_value(place: Message | View, action_id: str) -> str:
    """Return the value of the first button with this action id."""
    return next(value for found, value in _buttons(place.blocks) if found == action_id)


def _buttons(thing: Any) -> list[tuple[str, str]]:
    if isinstance(thing, dict):
        own = [(thing["action_id"], str(thing.get("value", "")))] if thing.get("type") == "button" else []
        return own + [found for value in thing.values() for found in _buttons(value)]
    if isinstance(thing, list):
        return [found for item in thing for found in _buttons(item)]
    return []


def action_ids(place: Message | View) -> list[str]:
    """Return the action ids of everything that can be used there."""
    return _ids(place.blocks)


def _ids(thing: Any) -> list[str]:
    if isinstance(thing, dict):
        own = [thing["action_id"]] if "action_id" in thing else []
        return own + [found for value in thing.values() for found in _ids(value)]
    if isinstance(thing, list):
        return [found for item in thing for found in _ids(item)]
    return []
