"""What the environment says, read once; every problem is told at once."""

from collections.abc import Iterable
from datetime import timedelta
from difflib import get_close_matches
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.attention import Pace, parse_durations
from bot.errors import OopsError
from bot.typed import is_channel_id

SLACK_API_URL = "https://slack.com/api/"


def _durations(value: object) -> object:
    if not isinstance(value, str) or not value.strip():
        return value or ()
    try:
        return parse_durations(value)
    except OopsError as error:  # pydantic gathers only a ValueError with the other problems
        raise ValueError(str(error)) from None


def _database_url(url: str) -> str:
    """Return an address that can be opened, as it was given. Raises ValueError, without the password, for any other."""
    sentence = "write sqlite:///path/to/oops.sqlite or postgresql://user:password@host/name, with %40 for an @ in the password"
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise ValueError(sentence) from None
    is_file = url.startswith("sqlite:///") and parsed.database not in {None, "", ":memory:"}
    is_server = parsed.drivername in {"postgresql", "postgresql+psycopg"} and "@" not in (parsed.host or "")
    if not is_file and not is_server:
        raise ValueError(sentence)
    return url


def _one_word(secret: SecretStr) -> SecretStr:
    if len(secret.get_secret_value().split()) > 1:
        raise ValueError("copy it again: there is a space or a line break in it")
    return secret


def _channel_id(value: str) -> str:
    if value and not is_channel_id(value):
        raise ValueError(
            "write the channel's id, such as C0123456789, not its name: it stands at the end of “About” in the channel's details"
        )
    return value


Secret = Annotated[SecretStr, AfterValidator(_one_word)]


def _address(url: str) -> str:
    """Return an http or https address as it was given. Raises ValueError for anything else."""
    sentence = f"write an address such as {SLACK_API_URL}"
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise ValueError(sentence) from None
    if not is_address:
        raise ValueError(sentence)
    return url


def _port(value: object) -> object:
    """Return a port's number. Raises ValueError for what is none."""
    if value is None:
        return None
    text = str(value)
    if not (text.isascii() and text.isdecimal() and int(text[:_LONGEST_PORT]) <= _HIGHEST_PORT):
        raise ValueError(f"write a number up to {_HIGHEST_PORT}, such as 3000")
    return int(text)


_HIGHEST_PORT = 65535
_LONGEST_PORT = 6
_OURS = "OOPS_"
_OF_OAUTH = frozenset({"SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"})
"""What Bolt reads by itself, and makes a way to install the app of, which nothing here leads to."""


class Settings(BaseSettings):
    """The settings of one process. Secrets do not show in ``repr``."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, extra="ignore")

    slack_bot_token: Secret = Field(
        default=SecretStr(""), description="The bot token (`xoxb-…`) from *OAuth & Permissions*."
    )
    slack_app_token: Secret = Field(
        default=SecretStr(""),
        description="The app-level token (`xapp-…`) with `connections:write`; set: Socket Mode, empty: HTTP.",
    )
    slack_signing_secret: Secret = Field(
        default=SecretStr(""), description="The signing secret from *Basic Information*; needed for HTTP."
    )
    slack_api_url: Annotated[str, AfterValidator(_address)] = Field(
        default=SLACK_API_URL, description="Where Slack's Web API is."
    )
    oops_database_url: Annotated[str, AfterValidator(_database_url)] = Field(
        default="sqlite:///oops.sqlite",
        repr=False,  # it may hold a password
        description="A SQLite file, or PostgreSQL as `postgresql://user:password@host/name`.",
    )
    oops_response_channel: Annotated[str, AfterValidator(_channel_id)] = Field(
        default="", description="A private channel's id for brands that have none of their own."
    )
    oops_host: str = Field(default="127.0.0.1", description="The address that HTTP listens on.")
    oops_port: Annotated[int | None, BeforeValidator(_port)] = Field(
        default=None,
        description="The port of `/slack/events`, `/healthz` and `/readyz` (3000 for HTTP; in Socket Mode only when set).",
    )
    oops_check_ins: Annotated[tuple[timedelta, ...], NoDecode, BeforeValidator(_durations)] = Field(
        default=(),
        description="Durations such as `20s,1m,5m` that replace every channel's check-in times, for rehearsals.",
    )

    @field_validator("*", mode="before")
    @classmethod
    def _without_space_around(cls, value: object) -> object:
        """Return a value as it was meant: what is read from a file ends with a line break, and no signature would fit a secret with one."""
        if isinstance(value, SecretStr):
            return SecretStr(value.get_secret_value().strip())
        return value.strip() if isinstance(value, str) else value

    @model_validator(mode="after")
    def _url_ends_with_slash(self) -> Self:
        if not self.slack_api_url.endswith("/"):
            object.__setattr__(self, "slack_api_url", f"{self.slack_api_url}/")
        return self

    @property
    def pace(self) -> Pace:
        """Return how fast check-ins run."""
        return Pace(self.oops_check_ins)

    @property
    def is_socket_mode(self) -> bool:
        """Return whether Slack is reached by Socket Mode."""
        return bool(self.slack_app_token.get_secret_value())


def unknown_settings(environment: Iterable[str]) -> dict[str, str]:
    """Return the names that look like a setting of oops, or of an app for several workspaces, and are none of ours.

    Each comes with the setting that is nearest to it, which may be empty.
    """
    known = [name.upper() for name in Settings.model_fields]
    meant = [name for name in environment if name.upper().startswith(_OURS) or name.upper() in _OF_OAUTH]
    unknown = [name for name in meant if name.upper() not in known]
    return {name: next(iter(get_close_matches(name.upper(), known, n=1)), "") for name in sorted(unknown)}


def read_settings(**given: object) -> Settings:
    """Return the settings from the environment. Raises OopsError that names every problem at once."""
    try:
        return Settings(**given)  # type: ignore[arg-type]  # given by name, checked by pydantic
    except ValidationError as error:
        problems = [
            f"{'.'.join(str(part) for part in problem['loc']).upper()}: {problem['msg'].removeprefix('Value error, ')}"
            for problem in error.errors(include_input=False, include_url=False)
        ]
        raise OopsError(
            "The settings are not right:\n" + "\n".join(f"- {line}" for line in problems)
        ) from None
