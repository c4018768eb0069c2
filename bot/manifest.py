"""The Slack app's manifest: as it is for Socket Mode, or with a public address for HTTP."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from bot.errors import OopsError

# A link to the one beside README.md, so that a wheel has it.
MANIFEST = Path(__file__).parent / "manifest.yml"
REQUESTS = "/slack/events"
LONGEST_URL = 3000
"""Characters of a slash command's url (Slack's manifest schema 1.0.0)."""


def read_manifest() -> dict[str, Any]:
    """Return manifest.yml as it is read."""
    manifest: dict[str, Any] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return manifest


def manifest_text(url: str = "") -> str:
    """Return the manifest as YAML. Raises OopsError for an address that Slack would not deliver to."""
    if not url:
        return MANIFEST.read_text(encoding="utf-8")
    address = _request_url(url)
    manifest = read_manifest()
    settings = manifest["settings"]
    settings["socket_mode_enabled"] = False
    settings["interactivity"]["request_url"] = address
    settings["interactivity"]["message_menu_options_url"] = address  # what is typed into a menu goes there
    settings["event_subscriptions"]["request_url"] = address
    for command in manifest["features"]["slash_commands"]:
        command["url"] = address
    return yaml.safe_dump(manifest, sort_keys=False, allow_unicode=True, width=120)


def granted_scopes(manifest: dict[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the bot scopes that a manifest requires, and those that it can do without."""
    scopes = manifest["oauth_config"]["scopes"]
    optional = frozenset(scopes.get("bot_optional", ()))
    return frozenset(scopes["bot"]) - optional, optional


def _request_url(url: str) -> str:
    try:
        parts = urlsplit(url)
        is_address = parts.scheme == "https" and bool(parts.hostname) and not (parts.query or parts.fragment)
    except ValueError:
        is_address = False
    if not is_address or any(letter.isspace() for letter in url):
        raise OopsError(
            "Slack only delivers to https. Give the public address, such as --url https://oops.example.org"
        )
    address = url.rstrip("/").removesuffix(REQUESTS) + REQUESTS
    if len(address) > LONGEST_URL:
        raise OopsError(f"Slack takes addresses of up to {LONGEST_URL} characters. Give a shorter one.")
    return address
