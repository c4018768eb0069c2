"""The workspace: what Slack knows. Everything else here reads it, or changes it through a verb and then `save`s."""

import copy
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from bot.playground.app_config import AppConfig
from bot.playground.delivery import Delivery, NobodyListens
from bot.playground.faults import Faults
from bot.playground.limits import elements_of
from bot.playground.message_index import MessageIndex
from bot.playground.persistence import StateFile
from bot.playground.quick_json import dumped, loaded
from bot.playground.rate_limit import RateLimiter
from bot.playground.refused import Json, Refused
from bot.playground.seed import Seed, riverside_runners
from bot.playground.socket_mode import SocketMode
from bot.playground.state import (
    Channel,
    Counters,
    File,
    Message,
    PendingEvent,
    ResponseUrl,
    Team,
    Trigger,
    User,
    UserGroup,
    View,
)
from bot.playground.watching import Watching

_KINDS: tuple[type, ...] = (
    User,
    Channel,
    Message,
    View,
    File,
    Trigger,
    ResponseUrl,
    PendingEvent,
    UserGroup,
    Team,
)


@dataclass(frozen=True)
class Call:
    """One Web API call (or a post to a response_url), as it arrived."""

    at: datetime
    method: str
    args: Json
    error: str = ""


@dataclass(frozen=True)
class Refusal:
    """Something that Slack would not take from the app, or would take and handle badly."""

    method: str
    error: str
    messages: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Notice:
    """What Slack's client told a person by itself, since the app did not answer or answered badly."""

    user: str
    text: str


class Workspace:
    """One Slack team. `clock` returns an aware UTC datetime; `store` keeps it all in a file."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        *,
        delivery: Delivery | None = None,
        app: AppConfig | None = None,
        seed: Seed | None = None,
        store: StateFile | None = None,
        base_url: str = "http://127.0.0.1",
    ) -> None:
        self.clock = clock
        self.delivery: Delivery = delivery or NobodyListens()
        self.app = app or AppConfig()
        self.store = store or StateFile()
        self.base_url = base_url
        self.faults = Faults()
        self.limiter = RateLimiter()
        self.sockets = SocketMode(self.app.id, self.app.ack_seconds)
        self.watching = Watching()
        self.calls: list[Call] = []
        self.refusals: list[Refusal] = []
        self.notices: list[Notice] = []
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, Message] = {}
        self.erased: set[str] = set()
        self.views: dict[str, View] = {}
        self.files: dict[str, File] = {}
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.pending_events: dict[str, PendingEvent] = {}
        self.usergroups: dict[str, UserGroup] = {}
        self.team = Team()
        self.counters = Counters()
        self._index = MessageIndex()
        self._load(seed)

    # -- keeping

    def _shelf(self, kind: type) -> dict[str, Any]:
        shelves: dict[type, dict[str, Any]] = {
            User: self.users,
            Channel: self.channels,
            Message: self.messages,
            View: self.views,
            File: self.files,
            Trigger: self.triggers,
            ResponseUrl: self.response_urls,
            PendingEvent: self.pending_events,
            UserGroup: self.usergroups,
        }
        return shelves.get(kind, {})

    def _load(self, seed: Seed | None) -> None:
        for body in self.store.load("Counters"):
            self.counters = Counters(**body)
        for body in self.store.load("Team"):
            self.team = Team(**body)
        for kind in _KINDS:
            for body in self.store.load(kind.__name__):
                thing = kind(**body)
                self._put(thing)
        expiring: list[Trigger | ResponseUrl] = [*self.triggers.values(), *self.response_urls.values()]
        for over in expiring:
            if over.expires_at < self.now:
                self.forget(over)
        if not self.users:
            seed = seed or riverside_runners()
            self.team = seed.team
            for thing in copy.deepcopy((seed.team, *seed.users, *seed.channels, *seed.usergroups)):
                self.save(thing)

    def save(self, thing: Any) -> None:
        """Put a new or changed thing into the workspace and its file."""
        self._put(thing)
        if self.store.is_file:
            self.store.keep(type(thing).__name__, _key(thing), asdict(thing))

    def _put(self, thing: Any) -> None:
        self._shelf(type(thing))[_key(thing)] = thing
        if isinstance(thing, Message):
            self._index.add(thing)

    def forget(self, thing: Any) -> None:
        key = _key(thing)
        self._shelf(type(thing)).pop(key, None)
        if isinstance(thing, Message):
            self._index.remove(thing)
        self.store.drop(type(thing).__name__, key)

    # -- numbers and time

    @property
    def now(self) -> float:
        return self.clock().timestamp()

    def serial(self, prefix: str) -> str:
        """Return an id that was never given out, such as "V000012"."""
        self.counters.serial += 1
        self.save(self.counters)
        return f"{prefix}{self.counters.serial:06d}"

    def new_ts(self) -> str:
        """Return a message's ts, "<seconds>.<microseconds>", later than every other one."""
        self.counters.last_ts = max(round(self.now * 1_000_000), self.counters.last_ts + 1)
        self.save(self.counters)
        seconds, micros = divmod(self.counters.last_ts, 1_000_000)
        return f"{seconds}.{micros:06d}"

    # -- who sees what

    def channel(self, channel_id: str) -> Channel:
        """Return a channel by id or "#name"; raises Refused("channel_not_found")."""
        if channel_id in self.channels:
            return self.channels[channel_id]
        for channel in self.channels.values():
            if not channel.is_im and channel_id.lstrip("#") == channel.name:
                return channel
        raise Refused("channel_not_found")

    def user(self, user_id: str) -> User:
        if user_id not in self.users:
            raise Refused("user_not_found")
        return self.users[user_id]

    def can_see(self, user_id: str, channel: Channel) -> bool:
        """Return whether a person may read a channel: a member, or anybody for a public one."""
        return user_id in channel.members or not (channel.is_private or channel.is_im)

    def direct_channel(self, user_id: str) -> Channel:
        """Return the app's direct conversation with a person, opened when there is none; its id is D + the name."""
        channel_id = "D" + user_id.removeprefix("U")
        if channel_id not in self.channels:
            members = [self.user(user_id).id, self.app.bot_user]
            self.save(Channel(channel_id, "", members, is_im=True, created=int(self.now)))
        return self.channels[channel_id]

    # -- messages

    def post(
        self, channel: str, user: str, text: str, blocks: list[Json] | None = None, **more: Any
    ) -> Message:
        """Store a message; `more` are further fields of Message."""
        message = Message(channel, self.new_ts(), user, text, self.with_ids(blocks or []), **more)
        self.save(message)
        self.changed_in(channel)
        return message

    def message(self, channel: str, ts: str) -> Message:
        """Return a message that still stands; raises Refused("message_not_found")."""
        message = self.messages.get(f"{channel}:{ts}")
        if message is None or message.deleted:
            raise Refused("message_not_found")
        return message

    def messages_in(self, channel: str) -> list[Message]:
        """Return everything in a channel, oldest first: replies, ephemeral ones and tombstones too."""
        return self._index.in_channel(channel)

    def replies(self, message: Message) -> list[Message]:
        return self._index.replies(message.channel, message.ts)

    def erase(self, message: Message) -> None:
        """Delete a message; the root of a thread stays as a tombstone."""
        if [reply for reply in self.replies(message) if not reply.ephemeral_to]:
            message.deleted, message.text, message.blocks = True, "This message was deleted.", []
            self.save(message)
        else:
            self.forget(message)
        self.erased.add(f"{message.channel}:{message.ts}")
        self.changed_in(message.channel)

    def with_ids(self, blocks: list[Json]) -> list[Json]:
        """Return a copy of blocks in which every block and element has an id, as Slack fills them in."""
        filled: list[Json] = loaded(dumped(blocks))  # quicker than deepcopy, and it is JSON
        for block in filled:
            block["block_id"] = block.get("block_id") or self.serial("b")
            for element in [one for one in elements_of(block) if one.get("type") != "image"]:
                element["action_id"] = element.get("action_id") or self.serial("a")
        return filled

    # -- triggers and response urls

    def new_trigger(self, user: str, view_id: str = "") -> str:
        trigger = Trigger(self.serial("trigger."), user, self.now + self.app.trigger_seconds, view_id)
        self.save(trigger)
        return trigger.id

    def new_response_url(self, user: str, channel: str, ts: str = "", thread_ts: str = "") -> str:
        expires_at = self.now + self.app.response_url_seconds
        url = ResponseUrl(self.serial("R"), user, channel, expires_at, ts=ts, thread_ts=thread_ts)
        self.save(url)
        return f"{self.base_url}/respond/{url.id}"

    # -- telling

    def refuse(self, method: str, error: str, messages: list[str] | None = None) -> None:
        """Note something that the app did and Slack would not take."""
        self.refusals.append(Refusal(method, error, messages or []))

    def notify(self, user: str, text: str) -> None:
        self.notices.append(Notice(user, text))
        self.changed_for([user])

    def changed_in(self, channel: str) -> None:
        """Tell whoever can see a channel that something changed there."""
        place = self.channels[channel]
        self.watching.tell([user for user in self.users if self.can_see(user, place)])

    def changed_for(self, users: Iterable[str]) -> None:
        self.watching.tell(users)

    async def until(self, condition: Callable[[], Any], timeout: float = 5) -> Any:  # noqa: ASYNC109 - a test's patience
        """Return what `condition()` returns once that is true, asked again whenever something changes here.

        Raises TimeoutError after `timeout` real seconds.
        """
        return await self.watching.until(condition, timeout)


def _key(thing: Any) -> str:
    return f"{thing.channel}:{thing.ts}" if isinstance(thing, Message) else str(thing.id)
