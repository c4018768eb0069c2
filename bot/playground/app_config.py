"""What is installed in the workspace: one app, its tokens, scopes, commands, shortcuts and events."""

from dataclasses import dataclass, field
from typing import Any, Self

BOT_SCOPES = (
    "commands",
    "chat:write",
    "im:write",
    "users:read",
    "groups:read",
    "groups:history",
    "files:read",
    "files:write",
    "groups:write",
    "usergroups:read",
)
BOT_EVENTS = (
    "app_home_opened",
    "app_uninstalled",
    "tokens_revoked",
    "member_joined_channel",
    "member_left_channel",
    "group_archive",
    "group_unarchive",
)


@dataclass(frozen=True)
class Command:
    command: str
    description: str = ""
    usage_hint: str = ""


@dataclass(frozen=True)
class Shortcut:
    callback_id: str
    name: str
    type: str
    """"global" or "message"."""


@dataclass
class AppConfig:
    """The app as Slack knows it, and how strict this Slack is with time. Change a field and it holds at once."""

    id: str = "AOOPS"
    bot_user: str = "UOOPS"
    bot_id: str = "BOOPS"
    bot_token: str = "xoxb-playground"  # noqa: S105 - known to everybody, worth nothing
    app_token: str = "xapp-playground"  # noqa: S105 - the same
    signing_secret: str = "playground-signing-secret"  # noqa: S105 - the same
    scopes: set[str] = field(default_factory=lambda: set(BOT_SCOPES))
    events: set[str] = field(default_factory=lambda: set(BOT_EVENTS))
    commands: tuple[Command, ...] = (
        Command("/oops", "Something wrong went out: get a plan", "[what went wrong]"),
    )
    shortcuts: tuple[Shortcut, ...] = (
        Shortcut("report_oops", "Report an oops", "global"),
        Shortcut("report_message", "Report this as an oops", "message"),
    )
    is_home_enabled: bool = True
    is_team_null: bool = False
    """Interactive payloads carry "team": null, as for an org-wide install."""
    is_revoked: bool = False
    """The token no longer works: the app was uninstalled or its token revoked."""
    trigger_seconds: float = 3
    response_url_seconds: float = 1800
    sees_strangers: bool = True
    """Slack shows people of other workspaces, whom Slack Connect brings into a channel."""
    refuses_replies_with: str = ""
    """The error of every post into a thread, as where an admin has locked it."""
    response_url_uses: int = 5
    ack_seconds: float = 3
    """Real seconds that Slack waits for an answer."""
    page_limit: int = 1000
    """The most items one page of a list has, whatever was asked for."""
    history_lag_seconds: float = 0
    """A message shows up in history and replies only after so many seconds."""

    @classmethod
    def from_manifest(cls, manifest: dict[str, Any]) -> Self:
        """Return the app that a manifest describes; what it leaves out is as in the defaults."""
        features = manifest.get("features", {})
        config = cls()
        if "slash_commands" in features:
            config.commands = tuple(
                Command(one["command"], one.get("description", ""), one.get("usage_hint", ""))
                for one in features["slash_commands"]
            )
        if "shortcuts" in features:
            config.shortcuts = tuple(
                Shortcut(one["callback_id"], one["name"], one["type"]) for one in features["shortcuts"]
            )
        bot_scopes = manifest.get("oauth_config", {}).get("scopes", {}).get("bot")
        bot_events = manifest.get("settings", {}).get("event_subscriptions", {}).get("bot_events")
        config.scopes = set(bot_scopes) if bot_scopes is not None else config.scopes
        config.events = set(bot_events) if bot_events is not None else config.events
        return config
