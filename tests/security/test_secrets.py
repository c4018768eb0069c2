"""Secrets that are planted everywhere, and looked for in everything that is written: logs, answers, errors, repr, exports."""

import io
import logging
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from pydantic import SecretStr
from sqlmodel import Session, select

from bot.errors import OopsError
from bot.logs import write_logs_to
from bot.models import Brand, BrandContact, key
from bot.settings import Settings, read_settings
from bot.storage import Store
from tests import forging
from tests.world import ORDINARY, World, shown

BOT_TOKEN, APP_TOKEN = "xoxb-canary-bot-token", "xapp-canary-app-token"
SIGNING_SECRET, PASSWORD = "canary-signing-secret", "canary-database-password"
PHONE = "+49 170 canary-phone"
TYPED, DRAFTED = "canary-what-went-wrong", "canary-words-of-the-draft"
SECRETS = (BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, PASSWORD)
CONTENT = (PHONE, TYPED, DRAFTED)
LOUD = (
    "",
    "slack_bolt",
    "slack_sdk",
    "sqlalchemy.engine",
    "sqlalchemy.pool",
    "aiohttp",
    "apscheduler",
    "alembic",
    "asyncio",
)


def found(text: str, canaries: tuple[str, ...] = SECRETS) -> list[str]:
    return [canary for canary in canaries if canary in text]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, with every library told to say all that it can."""
    stream, root = io.StringIO(), logging.getLogger()
    before = {name: logging.getLogger(name).level for name in LOUD}
    handlers = root.handlers[:]
    root.handlers.clear()
    write_logs_to(stream)
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = handlers
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def plant(session: Session) -> None:
    brand = session.exec(select(Brand)).one()
    session.add(BrandContact(brand_id=key(brand), name="Fay", role="counsel", reach=PHONE))


async def lives_through_a_case(world: World) -> None:
    """Everything that writes: a case from beginning to end, refusals, failures of Slack, junk."""
    alice, bob, carol = (world.person(user_id) for user_id in ("UALICE", "UBOB", "UCAROL"))
    await world.oops.store.run(plant)
    await alice.reports(f"We wrote {TYPED} on the page", should_have_said="Thursday")
    await alice.edits(world.draft(), f"It is Thursday, {DRAFTED}, and not Tuesday. Sorry for the mix-up.")
    await forging.clicks(carol, "draft.approve", "1")
    await forging.clicks(bob, "draft.approve", TYPED)
    world.workspace.faults.add("views.open", "error", error="internal_error")
    await alice.types(f"Something {TYPED} again")
    world.workspace.faults.add("chat.postMessage", "accept_then_drop")
    world.workspace.faults.add("chat.update", "server_error", 2)
    await bob.clicks(world.draft(), "draft.approve")
    answers: dict[str, Any] = {**ORDINARY, "harm": TYPED}
    await forging.submits(alice, "report", TYPED, what=f"{TYPED} {DRAFTED}", **answers)
    await world.passes(minutes=10)


async def test_no_log_line_of_any_library_holds_a_secret_or_what_somebody_typed(
    sqlite_url: str, log: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    world = World(sqlite_url)
    await world.start(give_secrets)

    await lives_through_a_case(world)
    try:
        raise RuntimeError(f"{TYPED} {BOT_TOKEN}") from ValueError(PHONE)  # noqa: TRY301  to be logged with its cause
    except RuntimeError:
        structlog.get_logger().exception("unexpected")
        logging.getLogger("sqlalchemy.engine").exception("%s", DRAFTED)
    await world.stop()

    written = log.getvalue() + "".join(capfd.readouterr())
    assert len(written.splitlines()) > 50
    assert found(written, (*SECRETS, *CONTENT)) == []


def give_secrets(workspace: Any) -> None:
    workspace.app.bot_token, workspace.app.app_token = BOT_TOKEN, APP_TOKEN
    workspace.app.signing_secret = SIGNING_SECRET


async def test_what_people_see_in_slack_holds_no_secret(sqlite_url: str) -> None:
    world = World(sqlite_url)
    await world.start(give_secrets)

    await lives_through_a_case(world)

    seen = [shown(message) for message in world.workspace.messages.values()]
    seen += [shown(view) for view in world.workspace.views.values()]
    assert found("\n".join(seen)) == []
    assert DRAFTED in "\n".join(seen)
    await world.stop()


async def test_nothing_that_is_printed_of_the_running_bot_holds_a_secret(sqlite_url: str) -> None:
    world = World(sqlite_url)
    await world.start(give_secrets)
    oops = world.oops

    printed = [
        f"{thing!r} {thing!s}" for thing in (oops, oops.settings, oops.store, oops.client, oops.sender)
    ]

    assert found("\n".join(printed)) == []
    await world.stop()


def settings() -> Settings:
    return Settings(
        slack_bot_token=SecretStr(BOT_TOKEN),
        slack_app_token=SecretStr(APP_TOKEN),
        slack_signing_secret=SecretStr(SIGNING_SECRET),
        oops_database_url=f"postgresql+psycopg://oops:{PASSWORD}@127.0.0.1:1/oops?connect_timeout=1",
    )


async def test_an_error_of_the_database_does_not_say_its_password() -> None:
    given = settings()
    store = Store(given.oops_database_url)
    told = [f"{given!r} {given!s} {store!r}"]

    try:
        await store.read(plant)
    except OopsError as error:
        told += [str(error), *traceback.format_exception(error)]
    store.close()

    assert len(told) > 2
    assert found("\n".join(told)) == []


def test_wrong_settings_are_told_without_their_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OOPS_DATABASE_URL", f"mysql://oops:{PASSWORD}@host/oops")
    monkeypatch.setenv("OOPS_PORT", BOT_TOKEN)

    with pytest.raises(OopsError) as wrong:
        read_settings()

    assert found("".join(traceback.format_exception(wrong.value))) == []


@pytest.mark.parametrize(
    "command", [["doctor"], ["serve"], ["migrate"], ["export"], ["erase", "--case", "OOPS-1"]]
)
def test_no_command_says_a_secret_when_it_fails(tmp_path: Path, command: list[str]) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": "http://127.0.0.1:1/api/",
        "OOPS_DATABASE_URL": settings().oops_database_url,
    }

    ran = subprocess.run(
        [sys.executable, "-m", "bot", *command],
        cwd=Path(__file__).parents[2],
        env={**environment, "HOME": str(tmp_path)},
        check=False,
        capture_output=True,
        text=True,
    )

    assert ran.returncode != 0
    assert ran.stdout + ran.stderr
    assert found(ran.stdout + ran.stderr) == []
