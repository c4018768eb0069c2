"""The manifest says what the code listens to and calls, and keeps to Slack's rules."""

import ast
import re
from collections.abc import Iterator
from typing import Any, TypeVar, cast

import pytest
import yaml
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import OopsError
from bot.manifest import granted_scopes, manifest_text, read_manifest
from bot.playground.app_config import AppConfig
from bot.slack.identity import OPTIONAL_SCOPES, REQUIRED_SCOPES
from handlers import register_all
from tests.architecture import ROOT, modules

# What each method needs of a bot token (docs.slack.dev, the page of each method), for the conversations that oops speaks in:
# private channels, and direct messages that it opens itself.
SCOPES = {
    "auth_test": None,
    "apps_connections_open": None,  # with the app-level token
    "api_test": None,
    "chat_getPermalink": None,
    "views_open": None,
    "views_publish": None,
    "views_push": None,
    "views_update": None,
    "chat_postMessage": "chat:write",
    "chat_postEphemeral": "chat:write",
    "chat_update": "chat:write",
    "chat_delete": "chat:write",
    "conversations_create": "groups:write",
    "conversations_history": "groups:history",
    "conversations_info": "groups:read",
    "conversations_invite": "groups:write",
    "conversations_members": "groups:read",
    "conversations_open": "im:write",
    "conversations_replies": "groups:history",
    "files_delete": "files:write",
    "files_info": "files:read",
    "files_upload_v2": "files:write",
    "usergroups_list": "usergroups:read",
    "usergroups_users_list": "usergroups:read",
    "users_conversations": "groups:read",
    "users_info": "users:read",
}
# What each event needs, of which one is enough (docs.slack.dev, the page of each event).
SCOPES_OF_EVENTS = {
    "app_home_opened": frozenset[str](),
    "app_uninstalled": frozenset[str](),
    "tokens_revoked": frozenset[str](),
    "member_joined_channel": frozenset({"channels:read", "groups:read"}),
    "member_left_channel": frozenset({"channels:read", "groups:read"}),
    "group_archive": frozenset({"groups:read"}),
    "group_unarchive": frozenset({"groups:read"}),
}
METHODS = {name for name in dir(AsyncWebClient) if re.fullmatch(r"[a-z]+(_[a-zA-Z0-9]+)+", name)}


T = TypeVar("T")


class Recording:
    """Stands where the Bolt app does, and writes down what is registered."""

    def __init__(self) -> None:
        self.commands: set[str] = set()
        self.shortcuts: set[str] = set()
        self.events: set[str] = set()
        self.menus: set[re.Pattern[str]] = set()

    def command(self, name: str) -> Any:
        return self._noted(self.commands, name)

    def shortcut(self, callback_id: str) -> Any:
        return self._noted(self.shortcuts, callback_id)

    def event(self, name: str) -> Any:
        return self._noted(self.events, name)

    def action(self, _constraint: Any) -> Any:
        return self._noted(set(), "")

    def options(self, constraint: Any) -> Any:
        return self._noted(self.menus, constraint)

    view = view_closed = action

    @staticmethod
    def _noted(kind: set[T], name: T) -> Any:
        kind.add(name)
        return lambda listener: listener


@pytest.fixture
def registered() -> Recording:
    recording = Recording()
    register_all(cast("AsyncApp", recording))
    return recording


@pytest.fixture(params=["", "https://oops.example.org/team/"])
def manifest(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The manifest as it is printed, for Socket Mode and for HTTP."""
    printed: dict[str, Any] = yaml.safe_load(manifest_text(request.param))
    return printed


def calls() -> Iterator[tuple[str, str]]:
    """Yield the module and the name of every Web API method that is called, the playground's own side left out."""
    for module, path in modules():
        if not module.startswith("bot.playground"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    called, of = node.func.attr, ast.unparse(node.func.value)
                    if called in METHODS and of.rpartition(".")[2].endswith("client"):
                        yield module, called


def used_scopes() -> set[str]:
    called = {SCOPES[method] for _, method in calls()}
    return {scope for scope in called if scope} | {"commands"}


# ---- the code and the manifest


def test_every_command_is_listened_to_and_no_other(registered: Recording, manifest: dict[str, Any]) -> None:
    assert {one["command"] for one in manifest["features"]["slash_commands"]} == registered.commands


def test_every_shortcut_is_listened_to_and_no_other(registered: Recording, manifest: dict[str, Any]) -> None:
    assert {one["callback_id"] for one in manifest["features"]["shortcuts"]} == registered.shortcuts


def test_every_event_is_listened_to_and_no_other(registered: Recording, manifest: dict[str, Any]) -> None:
    assert set(manifest["settings"]["event_subscriptions"]["bot_events"]) == registered.events


def test_menus_that_load_are_listened_to_and_so_have_an_address(registered: Recording) -> None:
    over_http = yaml.safe_load(manifest_text("https://oops.example.org"))

    assert ("message_menu_options_url" in over_http["settings"]["interactivity"]) is bool(registered.menus)


def test_every_method_that_is_called_has_its_scope_in_the_table() -> None:
    assert {(module, method) for module, method in calls() if method not in SCOPES} == set()


def test_the_walk_finds_the_calls() -> None:
    assert {
        ("bot.outbox.calls", "chat_postMessage"),
        ("bot.slack.identity", "auth_test"),
        ("handlers.home", "views_publish"),
    } <= set(calls())


def test_the_required_scopes_are_those_that_the_code_uses(manifest: dict[str, Any]) -> None:
    required, optional = granted_scopes(manifest)

    assert used_scopes() - optional == required


def test_the_start_asks_for_the_scopes_of_the_manifest(manifest: dict[str, Any]) -> None:
    assert granted_scopes(manifest) == (frozenset(REQUIRED_SCOPES), frozenset(OPTIONAL_SCOPES))


def test_every_event_of_a_private_channel_can_be_had_with_the_required_scopes(
    manifest: dict[str, Any],
) -> None:
    required, _ = granted_scopes(manifest)

    without = {
        event
        for event in manifest["settings"]["event_subscriptions"]["bot_events"]
        if SCOPES_OF_EVENTS[event] and not SCOPES_OF_EVENTS[event] & required
    }

    assert without == set()  # Slack takes no manifest with an event whose scope is not asked for


def test_the_playground_is_the_app_of_the_manifest() -> None:
    described, default = AppConfig.from_manifest(read_manifest()), AppConfig()

    assert (described.scopes, described.events) == (default.scopes, default.events)
    assert {one.command for one in described.commands} == {one.command for one in default.commands}
    assert described.shortcuts == default.shortcuts


# ---- Slack's rules (its published schema manifest.schema.1.0.0.json, and docs.slack.dev, App manifest reference)


def test_there_is_nothing_that_slack_does_not_know(manifest: dict[str, Any]) -> None:
    known = {
        "_metadata": {"major_version"},
        "display_information": {"name", "description", "long_description", "background_color"},
        "features": {"app_home", "bot_user", "shortcuts", "slash_commands"},
        "oauth_config": {"scopes", "redirect_urls", "token_management_enabled"},
        "settings": {
            "event_subscriptions",
            "interactivity",
            "org_deploy_enabled",
            "socket_mode_enabled",
            "token_rotation_enabled",
        },
    }

    assert manifest.keys() == known.keys()
    assert {part: set(manifest[part]) - names for part, names in known.items()} == {
        part: set() for part in known
    }


def test_the_display_information_fits(manifest: dict[str, Any]) -> None:
    shown = manifest["display_information"]

    assert 1 <= len(shown["name"]) <= 35
    assert 1 <= len(shown["description"]) <= 140
    assert 175 <= len(shown["long_description"]) <= 4000
    assert re.fullmatch("#(?:[0-9a-fA-F]{3}){1,2}", shown["background_color"])


def test_the_bot_user_fits(manifest: dict[str, Any]) -> None:
    assert re.fullmatch(r"[a-z0-9._-]{1,80}", manifest["features"]["bot_user"]["display_name"])


def test_the_shortcuts_fit(manifest: dict[str, Any]) -> None:
    shortcuts = manifest["features"]["shortcuts"]

    assert 1 <= len(shortcuts) <= 10
    for shortcut in shortcuts:
        assert set(shortcut) == {"name", "type", "callback_id", "description"}
        assert 1 <= len(shortcut["name"]) <= 24
        assert shortcut["type"] in {"global", "message"}
        assert 1 <= len(shortcut["callback_id"]) <= 255
        assert 1 <= len(shortcut["description"]) <= 150


def test_the_commands_fit(manifest: dict[str, Any]) -> None:
    commands = manifest["features"]["slash_commands"]

    assert 1 <= len(commands) <= 50
    for command in commands:
        assert set(command) <= {"command", "description", "usage_hint", "should_escape", "url"}
        assert re.fullmatch(r"/[a-z0-9_-]{1,31}", command["command"])
        assert 1 <= len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000


def test_optional_scopes_stand_in_the_whole_list_too(manifest: dict[str, Any]) -> None:
    scopes = manifest["oauth_config"]["scopes"]

    assert set(scopes["bot_optional"]) <= set(scopes["bot"])
    assert len(scopes["bot"]) == len(set(scopes["bot"])) <= 255
    assert all(len(scope) <= 50 for scope in scopes["bot"])


def test_the_events_fit(manifest: dict[str, Any]) -> None:
    events = manifest["settings"]["event_subscriptions"]["bot_events"]

    assert len(events) == len(set(events)) <= 100


def test_messages_to_the_bot_are_off_since_nobody_reads_them(manifest: dict[str, Any]) -> None:
    assert manifest["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": True,
    }


# ---- Socket Mode and HTTP


def test_socket_mode_has_no_address_anywhere() -> None:
    assert manifest_text() == (ROOT / "manifest.yml").read_text(encoding="utf-8")
    assert "url" not in manifest_text()
    assert read_manifest()["settings"]["socket_mode_enabled"] is True


@pytest.mark.parametrize(
    "url",
    [
        "https://oops.example.org",
        "https://oops.example.org/",
        "https://oops.example.org/slack/events",
        "https://oops.example.org/slack/events/",
    ],
)
def test_http_has_the_one_address_in_all_four_places(url: str) -> None:
    manifest = yaml.safe_load(manifest_text(url))

    settings, address = manifest["settings"], "https://oops.example.org/slack/events"
    assert settings["socket_mode_enabled"] is False
    assert settings["interactivity"] == {
        "is_enabled": True,
        "request_url": address,
        "message_menu_options_url": address,
    }
    assert settings["event_subscriptions"]["request_url"] == address
    assert [command["url"] for command in manifest["features"]["slash_commands"]] == [address]


def test_http_changes_nothing_else() -> None:
    over_http = yaml.safe_load(manifest_text("https://oops.example.org"))

    over_http["settings"]["socket_mode_enabled"] = True
    del over_http["settings"]["interactivity"]["request_url"]
    del over_http["settings"]["event_subscriptions"]["request_url"]
    for command in over_http["features"]["slash_commands"]:
        del command["url"]
    del over_http["settings"]["interactivity"]["message_menu_options_url"]

    assert over_http == read_manifest()


@pytest.mark.parametrize(
    "url",
    [
        "http://oops.example.org",
        "oops.example.org",
        "https://",
        "https:///slack/events",
        "https://oops.example.org/?team=1",
        "https://oops.example.org/#there",
        "https://oops example.org",
        "https://[oops",
        "ftp://oops.example.org",
        f"https://oops.example.org/{'a' * 3000}",
    ],
)
def test_an_address_that_slack_does_not_take_is_refused(url: str) -> None:
    with pytest.raises(OopsError, match="Give"):
        manifest_text(url)
