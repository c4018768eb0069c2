"""What may be wrong at the start: one sentence that says what to do next."""

import io
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.errors import OopsError
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import Workspace
from bot.schema import migrate
from bot.serving import serve
from bot.settings import Settings
from bot.storage.trouble import is_refused
from tests.world import Clock


@pytest.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    """Slack, without a bot."""
    server = PlaygroundServer(Workspace(Clock()))
    await server.start()
    yield server
    await server.stop()


async def refusal(server: PlaygroundServer, url: str, **other: Any) -> str:
    """Start with right settings but for ``other``, and return what is said."""
    return str(await stopped_by(server, url, **other))


async def test_a_name_that_only_looks_like_a_setting_is_logged_once_with_the_one_that_is_near(
    server: PlaygroundServer, sqlite_url: str, log: io.StringIO
) -> None:
    wrong = {"slack_bot_token": SecretStr("")}
    names = ["OOPS_DATABSE_URL", "OOPS_ZZZZ", "OOPS_PORT", "PATH"]

    await stopped_by(server, sqlite_url, environment=names, **wrong)
    await stopped_by(server, sqlite_url, environment=["OOPS_PORT"], **wrong)

    (line,) = [line for line in log.getvalue().splitlines() if "settings_not_known" in line]
    assert "OOPS_DATABSE_URL: is OOPS_DATABASE_URL meant?" in line
    assert "OOPS_ZZZZ: take it out" in line
    assert "OOPS_PORT" not in line


async def stopped_by(
    server: PlaygroundServer, url: str, *, environment: Sequence[str] = (), **other: Any
) -> OopsError:
    """Start with right settings but for ``other``, and return what ends it."""
    app = server.workspace.app
    right = {
        "slack_bot_token": SecretStr(app.bot_token),
        "slack_signing_secret": SecretStr(app.signing_secret),
        "slack_api_url": server.api_url,
        "oops_database_url": url,
        "oops_port": 0,
    }
    with pytest.raises(OopsError) as error:
        await serve(Settings(**{**right, **other}), environment=environment)
    return error.value


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"slack_bot_token": SecretStr("")}, "SLACK_BOT_TOKEN is not set"),
        (
            {"slack_bot_token": SecretStr("xoxb-another")},
            "Slack does not know SLACK_BOT_TOKEN. Copy it again",
        ),
        (
            {"slack_bot_token": SecretStr("xapp-playground")},
            "another kind of token. Copy the bot token from “OAuth & Permissions”",
        ),
        ({"slack_app_token": SecretStr("xapp-another")}, "Slack refused SLACK_APP_TOKEN"),
        ({"slack_signing_secret": SecretStr("")}, "Set SLACK_APP_TOKEN (xapp-…) for Socket Mode"),
        ({"oops_host": "nohost.invalid"}, "OOPS_HOST is nohost.invalid, which is no address of this machine"),
        ({"oops_host": "192.0.2.1"}, "OOPS_HOST is 192.0.2.1, which is no address of this machine"),
        ({"slack_api_url": "http://127.0.0.1:1/api/"}, "Check the network, and SLACK_API_URL"),
    ],
)
async def test_a_wrong_setting_is_named(
    server: PlaygroundServer, sqlite_url: str, wrong: dict[str, Any], sentence: str
) -> None:
    assert sentence in await refusal(server, sqlite_url, **wrong)


NOWHERE = {"slack_api_url": "http://127.0.0.1:1/api/"}
NO_SERVER = {"oops_database_url": "postgresql+psycopg://nobody@127.0.0.1:1/none"}
SOCKET = {"slack_app_token": SecretStr("xapp-playground")}


@pytest.mark.parametrize(
    ("method", "fault", "given"),
    [
        ("auth.test", {"kind": "server_error"}, {}),
        ("auth.test", {"kind": "ratelimited"}, {}),
        ("auth.test", {"kind": "error", "error": "internal_error"}, {}),
        ("auth.test", {"kind": "drop"}, {}),
        ("apps.connections.open", {"kind": "server_error"}, SOCKET),
        ("apps.connections.open", {"kind": "drop"}, SOCKET),
        ("", {"kind": "drop"}, NOWHERE),
        ("", {"kind": "drop"}, NO_SERVER),
    ],
)
async def test_what_passes_is_to_be_tried_again(
    server: PlaygroundServer, sqlite_url: str, method: str, fault: dict[str, Any], given: dict[str, Any]
) -> None:
    server.workspace.faults.add(method, **fault)

    error = await stopped_by(server, sqlite_url, **given)

    assert error.is_passing


async def test_what_somebody_has_to_put_right_is_not_to_be_tried_again(
    server: PlaygroundServer, sqlite_url: str
) -> None:
    server.workspace.app.is_revoked = True

    assert not (await stopped_by(server, sqlite_url)).is_passing
    assert not (await stopped_by(server, sqlite_url, slack_api_url=f"{server.url}/nowhere/")).is_passing


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ('connection failed: FATAL:  password authentication failed for user "oops"', True),
        ('connection failed: FATAL:  database "oops" does not exist', True),
        ("connection failed: FATAL:  the database system is starting up", False),
        ("connection failed: FATAL:  sorry, too many clients already", False),
        ("connection failed: Connection refused", False),
    ],
)
def test_what_a_postgresql_says_no_to_is_told_from_one_that_is_not_there_yet(
    said: str, refused: bool
) -> None:
    assert is_refused(said) is refused


async def test_a_taken_port_is_named(server: PlaygroundServer, sqlite_url: str) -> None:
    said = await refusal(server, sqlite_url, oops_port=server.port)

    assert said == (
        f"Port {server.port} on 127.0.0.1 cannot be used: Address already in use. Set OOPS_PORT to another."
    )


async def test_an_answer_that_is_not_slack_s_says_where_to_look(
    server: PlaygroundServer, sqlite_url: str
) -> None:
    said = await refusal(server, sqlite_url, slack_api_url=f"{server.url}/nowhere/")

    assert "SLACK_API_URL" in said


async def test_a_missing_permission_is_named(server: PlaygroundServer, sqlite_url: str) -> None:
    server.workspace.app.scopes -= {"files:read", "groups:history"}

    said = await refusal(server, sqlite_url)

    assert "groups:history, files:read" in said
    assert "OAuth & Permissions" in said


async def test_a_removed_app_is_to_be_installed_again(server: PlaygroundServer, sqlite_url: str) -> None:
    server.workspace.app.is_revoked = True

    assert "Install the app again" in await refusal(server, sqlite_url)


async def test_a_database_that_is_not_there_or_empty_is_to_be_made_and_is_named(
    server: PlaygroundServer, bare_database_url: str
) -> None:
    said = await refusal(server, bare_database_url)

    assert "`oops migrate`" in said
    assert "OOPS_DATABASE_URL" in said


async def test_a_mistyped_file_is_not_made(server: PlaygroundServer, bare_sqlite_url: str) -> None:
    file = Path(bare_sqlite_url.removeprefix("sqlite:///"))

    said = await refusal(server, bare_sqlite_url)

    assert f"There is no database at {file}" in said
    assert list(file.parent.iterdir()) == []


async def test_an_older_database_is_to_be_migrated(server: PlaygroundServer, sqlite_url: str) -> None:
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.commit()

    assert "Run `oops migrate` first; it keeps everything" in await refusal(server, sqlite_url)


async def test_a_newer_database_is_left_alone(server: PlaygroundServer, sqlite_url: str) -> None:
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()

    assert "newer oops" in await refusal(server, sqlite_url)
    with pytest.raises(OopsError, match="was written by a newer oops"):
        migrate(sqlite_url)


@pytest.mark.parametrize(
    "url",
    ["postgresql+psycopg://nobody@127.0.0.1:1/none", "sqlite:////tmp"],
)
async def test_a_database_that_cannot_be_opened_is_named(server: PlaygroundServer, url: str) -> None:
    assert "cannot be used" in await refusal(server, url)
