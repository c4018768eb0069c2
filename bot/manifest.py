"""The Slack app's manifest: as it is for Socket Mode, or with a public address for HTTP."""

from pathlib import Path

import yaml

from bot.errors import OopsError

MANIFEST = Path(__file__).parent.parent / "manifest.yml"


def manifest_text(url: str = "") -> str:
    """Return the manifest as YAML. Raises OopsError for an address that is not https."""
    text = MANIFEST.read_text(encoding="utf-8")
    if not url:
        return text
    if not url.startswith("https://"):
        raise OopsError(
            "Slack only delivers to https. Give the public address, such as --url https://oops.example.org"
        )
    manifest = yaml.safe_load(text)
    address = f"{url.rstrip('/')}/slack/events"
    settings = manifest["settings"]
    settings["socket_mode_enabled"] = False
    settings["interactivity"]["request_url"] = address
    settings["event_subscriptions"]["request_url"] = address
    for command in manifest["features"]["slash_commands"]:
        command["url"] = address
    return yaml.safe_dump(manifest, sort_keys=False, allow_unicode=True)
