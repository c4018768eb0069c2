"""The things a workspace is made of. Times are unix seconds on the workspace's clock."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.playground.refused import Json


@dataclass
class User:
    id: str
    name: str
    real_name: str
    tz: str = "UTC"
    is_admin: bool = False
    is_bot: bool = False
    deleted: bool = False
    is_restricted: bool = False
    team_id: str = ""
    """Another workspace's, whose people come in by Slack Connect; empty: our own."""
    grid_teams: list[str] = field(default_factory=list)
    """The workspaces that somebody of our Enterprise Grid is in; ``team_id`` is then the first of them."""
    locale: str = "en-US"
    status_emoji: str = ""
    status_expiration: int = 0

    def tz_offset(self, now: float) -> int:
        """Return the seconds east of UTC at that time."""
        offset = datetime.fromtimestamp(now, UTC).astimezone(ZoneInfo(self.tz)).utcoffset()
        return int(offset.total_seconds()) if offset else 0


@dataclass
class Channel:
    id: str
    name: str
    members: list[str]
    is_private: bool = False
    is_im: bool = False
    is_archived: bool = False
    creator: str = ""
    created: int = 0
    read: dict[str, str] = field(default_factory=dict)
    """The newest ts that each person has looked at."""


@dataclass
class Message:
    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    bot_id: str = ""
    thread_ts: str = ""
    metadata: Json | None = None
    edited: Json | None = None
    files: list[str] = field(default_factory=list)
    ephemeral_to: str = ""
    values: Json = field(default_factory=dict)
    loaded: Json = field(default_factory=dict)
    """By block id and action id the options that the app answered with last, for a select that has none in itself."""
    deleted: bool = False
    """A tombstone: the root of a thread was deleted, its replies stay."""
    broadcast: bool = False

    @property
    def ephemeral_id(self) -> str:
        """Return the id under which the page names an ephemeral message; empty for others."""
        return f"{self.channel}-{self.ts}" if self.ephemeral_to else ""

    @property
    def is_reply(self) -> bool:
        return bool(self.thread_ts) and self.thread_ts != self.ts


@dataclass
class View:
    id: str
    user: str
    type: str
    view: Json
    """The app's own definition, with block and action ids filled in."""
    hash: str
    root_view_id: str = ""
    previous_view_id: str = ""
    values: Json = field(default_factory=dict)
    loaded: Json = field(default_factory=dict)
    """As a message's."""
    errors: dict[str, str] = field(default_factory=dict)
    notice: str = ""
    """What Slack itself tells the person on this view, such as "We had some trouble connecting"."""

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.view.get("blocks", [])
        return blocks

    @property
    def callback_id(self) -> str:
        return str(self.view.get("callback_id") or "")

    @property
    def title(self) -> str:
        return str((self.view.get("title") or {}).get("text", ""))

    @property
    def private_metadata(self) -> str:
        return str(self.view.get("private_metadata") or "")


@dataclass
class File:
    id: str
    name: str
    user: str
    size: int = 0
    mimetype: str = "application/octet-stream"
    title: str = ""
    alt_text: str = ""
    created: int = 0
    channels: list[str] = field(default_factory=list)
    upload_token: str = ""
    is_uploaded: bool = False
    is_complete: bool = False
    """True when the app may read it: shared by a person in a modal, or finished by the app."""
    is_deleted: bool = False
    """A tombstone: the messages that it was shared in stay, without its name and bytes."""


@dataclass
class Trigger:
    id: str
    user: str
    expires_at: float
    view_id: str = ""
    is_used: bool = False


@dataclass
class ResponseUrl:
    id: str
    user: str
    channel: str
    expires_at: float
    ts: str = ""
    """The message whose element was used; empty for a command."""
    thread_ts: str = ""
    uses: int = 0


@dataclass
class PendingEvent:
    id: str
    body: Json
    next_at: float
    retry: int
    reason: str


@dataclass
class UserGroup:
    id: str
    handle: str
    name: str
    users: list[str] = field(default_factory=list)


@dataclass
class Team:
    id: str = "TRIVER"
    name: str = "Riverside Runners"
    domain: str = "riverside-runners"
    enterprise_id: str = ""
    """The Enterprise Grid that the workspace belongs to, if any."""


@dataclass
class Counters:
    """Numbers that must never be given out twice, also after a restart."""

    id: str = "counters"
    serial: int = 0
    last_ts: int = 0
    """Microseconds of the newest ts."""
