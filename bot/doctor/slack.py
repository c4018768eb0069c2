"""What only Slack can say: tokens, scopes, the clock, channels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.doctor.check import Check, Mark, failed, not_checked, ok
from bot.manifest import granted_scopes, read_manifest
from bot.settings import SLACK_API_URL, Settings
from bot.slack.identity import REFUSALS
from bot.slack.refusals import NO_ANSWER, refusal_of

MOST_SECONDS_OFF = 60
"""Slack refuses signatures that are 5 minutes old (docs.slack.dev, Verifying requests from Slack): warn well before."""

_CONNECT_STEP = "Make an app-level token with connections:write under “Basic Information” and copy it into SLACK_APP_TOKEN."
_READS_CHANNELS = "groups:read"
_NEW_CHANNEL_STEP = (
    "Make a private channel, type `/invite @oops` in it, and set OOPS_RESPONSE_CHANNEL to its id."
)


@dataclass(frozen=True, slots=True)
class Heard:
    """Slack's answer to auth.test; ``error`` is empty when it knows the token, ``is_reached`` false when nothing came back.

    ``is_elsewhere`` where something has answered that is not Slack's Web API.
    """

    is_reached: bool = True
    is_elsewhere: bool = False
    error: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        """Return whether the bot token works."""
        return self.is_reached and not self.error

    @property
    def team_id(self) -> str:
        """Return the team that the bot token belongs to, empty where it does not work."""
        return str(self.body.get("team_id", ""))

    @property
    def granted(self) -> frozenset[str]:
        """Return the scopes that Slack says were granted; none where it does not say."""
        scopes = self.headers.get("x-oauth-scopes", "").split(",")
        return frozenset(scope.strip() for scope in scopes) - {""}


async def hear(client: AsyncWebClient) -> Heard:
    """Return what Slack says of who we are, also without a token: it answers with its time all the same."""
    try:
        answer: Any = await client.auth_test()
    except SlackApiError as error:
        refusal, headers = refusal_of(error), _lower(error.response.headers)
        return Heard(error=refusal.text, is_elsewhere=refusal.is_elsewhere, headers=headers)
    except NO_ANSWER:
        return Heard(is_reached=False)
    return Heard(body=dict(answer.data), headers=_lower(answer.headers))


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def check_bot_token(heard: Heard, settings: Settings) -> Check:
    """Return whether Slack knows the bot token."""
    name = "bot token"
    if not settings.slack_bot_token.get_secret_value():
        text, _, step = REFUSALS["not_authed"].partition(". ")
        return failed(name, text, step)
    if not heard.is_reached:
        return failed(
            name,
            f"Slack could not be reached at {settings.slack_api_url}",
            "Check the network (and SLACK_API_URL, if you set it).",
        )
    if heard.is_elsewhere:
        text = f"what answers at {settings.slack_api_url} is not Slack's Web API ({heard.error})"
        return failed(name, text, f"Set SLACK_API_URL to {SLACK_API_URL}, or take it out.")
    if heard.error:
        sentence = REFUSALS.get(heard.error, f"Slack refused it: {heard.error}. Run `oops doctor` again.")
        text, _, step = sentence.partition(". ")
        return failed(name, text, step)
    return ok(name, f"{heard.body.get('team', '')} ({heard.team_id}), as {heard.body.get('user', 'oops')}")


def check_scopes(heard: Heard) -> Check:
    """Return whether the app was granted what manifest.yml asks for."""
    name = "scopes"
    if not heard.is_known:
        return not_checked(name, "the bot token comes first")
    granted = heard.granted
    required, optional = granted_scopes(read_manifest())
    if not granted:
        return not_checked(name, "Slack did not say which were granted")
    if required - granted:
        return failed(
            name,
            f"not granted: {', '.join(sorted(required - granted))}",
            "Paste what `oops manifest` prints under “App Manifest”, save, and install the app again.",
        )
    without = f"; without the optional {', '.join(sorted(optional - granted))}" if optional - granted else ""
    return ok(name, f"all {len(required)} that the manifest requires{without}")


async def check_connection(client: AsyncWebClient, settings: Settings) -> Check:
    """Return whether events can come in: by Socket Mode with an app token, else by HTTP with a signing secret."""
    if not settings.is_socket_mode:
        return _check_http(settings)
    name = "app token"
    try:
        await client.apps_connections_open(app_token=settings.slack_app_token.get_secret_value())
    except SlackApiError as error:
        refusal = refusal_of(error)
        if not refusal.code:
            return not_checked(name, f"the answer was none of Slack's ({refusal.text})")
        return failed(name, f"Slack refused it: {refusal.text}", _CONNECT_STEP)
    except NO_ANSWER:
        return not_checked(name, "Slack could not be reached")
    return ok(name, "Socket Mode can be opened")


def _check_http(settings: Settings) -> Check:
    if settings.slack_signing_secret.get_secret_value():
        return ok(
            "signing secret", "set, for HTTP; only a request from Slack can show that it is the right one"
        )
    return failed("app token", "neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set", _CONNECT_STEP)


def check_clock(heard: Heard, *, now: datetime) -> Check:
    """Return whether this machine's clock agrees with Slack's (the Date header of its answer)."""
    try:
        theirs = parsedate_to_datetime(heard.headers["date"]).astimezone(UTC)
    except (KeyError, ValueError):
        return not_checked("clock", "Slack's time is not known")
    off = round((now - theirs).total_seconds())
    if abs(off) <= MOST_SECONDS_OFF:
        return ok("clock", f"{abs(off)} s from Slack's")
    side = "ahead of" if off > 0 else "behind"
    return failed("clock", f"{abs(off)} s {side} Slack's", "sudo timedatectl set-ntp true")


async def check_channels(
    client: AsyncWebClient, heard: Heard, channels: Iterable[tuple[str, str]]
) -> list[Check]:
    """Return for each brand's response channel whether plans can go there; each channel is asked about once.

    Without a bot token that works and may read channels, several that could not be asked about are one line.
    """
    checks: dict[str, Check] = {}
    unasked: list[str] = []
    first = _comes_first(heard)
    for brand, channel_id in channels:
        name = f"response channel of {brand}"
        if not channel_id:
            text = "none, so that plans go to whoever reports"
            checks[name] = Check(name, Mark.HINT, text, _NEW_CHANNEL_STEP)
        elif first:
            unasked.append(name)
        elif channel_id not in checks:
            checks[channel_id] = await _check_channel(client, name, channel_id)
    return [*checks.values(), *_unasked(unasked, first)]


def _comes_first(heard: Heard) -> str:
    """Return what has to be right before Slack tells of a channel; empty where all is."""
    if not heard.is_known:
        return "the bot token"
    return f"the scope {_READS_CHANNELS}" if heard.granted and _READS_CHANNELS not in heard.granted else ""


def _unasked(names: Sequence[str], first: str) -> list[Check]:
    if not names:
        return []
    name = names[0] if len(names) == 1 else f"response channels of {len(names)} brands"
    return [not_checked(name, f"{first} comes first")]


async def _check_channel(client: AsyncWebClient, name: str, channel_id: str) -> Check:
    try:
        answer: Any = await client.conversations_info(channel=channel_id)
    except SlackApiError as error:
        return _refused_channel(name, channel_id, refusal_of(error).text)
    except NO_ANSWER:
        return not_checked(name, "Slack did not answer")
    channel = answer["channel"]
    shown = f"#{channel.get('name', channel_id)} ({channel_id})"
    if not channel.get("is_private"):
        return failed(name, f"{shown} is not a private channel", _NEW_CHANNEL_STEP)
    if channel.get("is_archived"):
        return failed(name, f"{shown} is archived", "Open it in Slack and choose “Unarchive channel”.")
    if not channel.get("is_member"):
        return failed(name, f"oops is not in {shown}", f"Type `/invite @oops` in {shown}.")
    return ok(name, shown)


def _refused_channel(name: str, channel_id: str, error: str) -> Check:
    if error == "missing_scope":  # oops may only read private channels
        return failed(name, f"{channel_id} is a public channel", _NEW_CHANNEL_STEP)
    if error == "channel_not_found":
        return failed(
            name, f"{channel_id} is not there, or oops is not in it", "Type `/invite @oops` in that channel."
        )
    return failed(name, f"Slack refused to tell about {channel_id}: {error}", "Run `oops doctor` again.")
