"""The doctor: a line for each check, one next step for each failure, an exit code, and never a token."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import create_engine, text

from bot.doctor import Check, Mark, check_names, examine
from bot.doctor.rows import Failed
from bot.doctor.tick import Said
from bot.serving import listening
from bot.settings import Settings
from bot.watchdog import NOT_LET_IN, Health, Part
from tests.handlers.brands import add_brands, choose_another_channel
from tests.left_behind import leave_report_behind
from tests.world import TEAM_CHANNEL, Clock, Someone, World

NOWHERE = "http://127.0.0.1:1/api/"


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    """The running bot, at this hour: Slack's answers carry the real time."""
    world = World(database_url, clock=Clock(datetime.now(UTC)), settings={"oops_port": 0})
    await world.start()
    yield world
    await world.stop()


def settings_for(world: World, **changed: Any) -> Settings:
    given: dict[str, Any] = {
        "slack_bot_token": SecretStr(world.workspace.app.bot_token),
        "slack_app_token": SecretStr(world.workspace.app.app_token),
        "slack_signing_secret": SecretStr(""),
        "slack_api_url": world.server.api_url,
        "oops_database_url": world.database_url,
        "oops_response_channel": TEAM_CHANNEL,
        "oops_port": None,
    }
    return Settings(**{**given, **changed})


async def look(world: World, *, ahead: timedelta = timedelta(), **changed: Any) -> dict[str, Check]:
    checks = await examine(settings_for(world, **changed), now=lambda: world.clock() + ahead)
    return {check.name: check for check in checks}


def failures(checks: dict[str, Check]) -> list[str]:
    return [name for name, check in checks.items() if check.is_failed]


CHANNEL = "response channel of Riverside Runners"


async def test_all_is_well(world: World) -> None:
    await world.oops.tick()

    async with listening(world.oops) as port:
        checks = await look(world, oops_port=port)

    assert [check.line for check in checks.values() if check.mark is not Mark.OK] == []
    assert list(checks) == [
        "bot token",
        "scopes",
        "app token",
        "clock",
        "database",
        CHANNEL,
        "outbox",
        "last tick",
    ]


async def test_every_failure_has_one_next_step_and_nothing_tells_a_token(world: World) -> None:
    world.workspace.app.scopes -= {"files:read"}
    world.workspace.channels[TEAM_CHANNEL].is_archived = True

    checks = await look(world, ahead=timedelta(hours=2), slack_app_token=SecretStr("xapp-wrong"), oops_port=1)

    assert failures(checks) == ["scopes", "app token", "clock", CHANNEL, "last tick"]
    lines = [check.line for check in checks.values()]
    assert all(line.count("next: ") == 1 for line in lines if line.startswith("FAILED"))
    assert "xapp-" not in "".join(lines)
    assert "xoxb-playground" not in "".join(lines)


# ---- tokens and scopes


@pytest.mark.parametrize(
    ("token", "says"),
    [("", "not set"), ("xoxb-wrong", "does not know"), ("xapp-playground", "another kind of token")],
)
async def test_a_bot_token_that_is_missing_or_wrong(world: World, token: str, says: str) -> None:
    checks = await look(world, slack_bot_token=SecretStr(token))

    assert says in checks["bot token"].text
    assert checks["scopes"].mark is Mark.NOT_CHECKED
    assert checks[CHANNEL].mark is Mark.NOT_CHECKED
    assert failures(checks) == ["bot token"]


async def test_a_revoked_token_says_to_install_again(world: World) -> None:
    world.workspace.app.is_revoked = True

    checks = await look(world)

    assert "Install the app again" in checks["bot token"].next_step


async def test_slack_that_cannot_be_reached(world: World) -> None:
    checks = await look(world, slack_api_url=NOWHERE)

    assert failures(checks) == ["bot token"]
    assert "SLACK_API_URL" in checks["bot token"].next_step
    assert checks["clock"].mark is Mark.NOT_CHECKED


async def test_without_an_app_token_the_signing_secret_is_enough(world: World) -> None:
    none = SecretStr("")

    neither = await look(world, slack_app_token=none)
    http = await look(world, slack_app_token=none, slack_signing_secret=SecretStr("secret"))

    assert "connections:write" in neither["app token"].next_step
    assert http["signing secret"].mark is Mark.OK
    assert "secret" not in http["signing secret"].text.replace("signing secret", "")


async def test_scopes_are_compared_with_the_manifest(world: World) -> None:
    world.workspace.app.scopes -= {"groups:history", "usergroups:read"}

    missing = (await look(world))["scopes"]
    world.workspace.app.scopes |= {"groups:history"}
    without_optional = (await look(world))["scopes"]

    assert missing.text == "not granted: groups:history"
    assert "oops manifest" in missing.next_step
    assert without_optional.mark is Mark.OK
    assert "usergroups:read" in without_optional.text


async def test_an_address_that_is_not_the_web_api_is_named_and_blames_no_token(world: World) -> None:
    checks = await look(world, slack_api_url=f"{world.server.url}/nowhere/")

    assert failures(checks) == ["bot token"]
    assert f"{world.server.url}/nowhere/ is not Slack's Web API (HTTP 405)" in checks["bot token"].text
    assert checks["bot token"].next_step == "Set SLACK_API_URL to https://slack.com/api/, or take it out."
    assert checks["app token"].mark is Mark.NOT_CHECKED


async def test_a_slack_that_is_down_is_not_taken_for_another_address(world: World) -> None:
    world.workspace.faults.add("auth.test", "server_error")

    assert "SLACK_API_URL" not in (await look(world))["bot token"].next_step


async def test_a_channel_is_not_called_public_where_oops_may_read_none(world: World) -> None:
    world.workspace.app.scopes -= {"groups:read"}

    checks = await look(world)

    assert failures(checks) == ["scopes"]
    assert checks[CHANNEL].text == "not checked: the scope groups:read comes first"


# ---- names of settings


def test_a_name_that_only_looks_like_a_setting_is_told_with_the_one_that_is_near() -> None:
    near, far = check_names(["OOPS_DATABSE_URL", "OOPS_ZZZZ", "OOPS_PORT", "oops_host", "PATH"])

    assert (near.name, near.mark) == ("OOPS_DATABSE_URL", Mark.HINT)
    assert near.next_step == "If OOPS_DATABASE_URL is meant, set that, else take it out."
    assert (far.name, far.next_step) == ("OOPS_ZZZZ", "Take it out.")


# ---- the clock


@pytest.mark.parametrize(("minutes", "side"), [(5, "ahead of"), (-5, "behind")])
async def test_a_clock_that_is_off_is_told_with_its_side(world: World, minutes: int, side: str) -> None:
    clock = (await look(world, ahead=timedelta(minutes=minutes)))["clock"]

    assert clock.is_failed
    assert side in clock.text


async def test_slack_tells_its_time_without_a_token(world: World) -> None:
    assert (await look(world, slack_bot_token=SecretStr("")))["clock"].mark is Mark.OK


# ---- channels


async def test_a_channel_that_the_bot_is_not_in(world: World) -> None:
    world.workspace.channels[TEAM_CHANNEL].members.remove("UOOPS")

    assert "/invite @oops" in (await look(world))[CHANNEL].next_step


async def test_an_archived_channel(world: World) -> None:
    world.workspace.channels[TEAM_CHANNEL].is_archived = True

    assert "Unarchive" in (await look(world))[CHANNEL].next_step


async def test_a_public_channel(world: World) -> None:
    check = (await look(world, oops_response_channel="CGENERAL"))[CHANNEL]

    assert check.is_failed
    assert "public" in check.text


async def test_a_channel_that_is_not_there(world: World) -> None:
    assert "CNOWHERE" in (await look(world, oops_response_channel="CNOWHERE"))[CHANNEL].text


async def test_no_channel_is_a_hint_and_no_failure(world: World) -> None:
    checks = await look(world, oops_response_channel="")

    assert checks[CHANNEL].mark is Mark.HINT
    assert failures(checks) == []


async def test_without_a_bot_token_the_channels_of_many_brands_are_one_line(world: World) -> None:
    await add_brands(world, 12)

    checks = await look(world, slack_bot_token=SecretStr("xoxb-wrong"))

    unchecked = [name for name in checks if name.startswith("response channel")]
    assert unchecked == ["response channels of 13 brands"]
    assert "the bot token comes first" in checks[unchecked[0]].text


# ---- database


async def test_a_database_that_is_not_there_is_not_made(world: World, tmp_path: Path) -> None:
    file = tmp_path / "none.sqlite"

    checks = await look(world, oops_database_url=f"sqlite:///{file}")

    assert failures(checks) == ["database"]
    assert "oops migrate" in checks["database"].next_step
    assert checks["outbox"].mark is Mark.NOT_CHECKED
    assert checks["response channel of OOPS_RESPONSE_CHANNEL"].mark is Mark.OK
    assert not file.exists()


async def test_an_older_schema_says_to_migrate(world: World) -> None:
    engine = create_engine(world.database_url)
    with engine.begin() as connection:
        newest = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        connection.execute(text("DELETE FROM alembic_version"))

    checks = await look(world)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO alembic_version VALUES (:newest)"), {"newest": newest})
    engine.dispose()

    assert "oops migrate" in checks["database"].next_step


async def test_a_database_that_cannot_be_reached(world: World) -> None:
    checks = await look(world, oops_database_url="postgresql+psycopg://nobody@127.0.0.1:1/oops")

    assert failures(checks) == ["database"]
    assert "OOPS_DATABASE_URL" in checks["database"].next_step


async def test_a_database_that_somebody_holds_is_busy(world: World, sqlite_url: str) -> None:
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        checks = await look(world, oops_database_url=sqlite_url)

    assert "busy" in checks["database"].text


# ---- outbox and tick


async def test_what_could_not_be_said_is_counted_with_the_way_out(world: World, alice: Someone) -> None:
    world.workspace.channels[TEAM_CHANNEL].members.remove("UOOPS")
    await alice.reports()

    outbox = (await look(world))["outbox"]

    assert "not_in_channel" in outbox.text or "channel_not_found" in outbox.text
    assert f"`/invite @oops` in {TEAM_CHANNEL}" in outbox.next_step


async def test_a_channel_that_was_given_up_for_another_is_not_advised_any_more(
    world: World, alice: Someone
) -> None:
    world.workspace.channels[TEAM_CHANNEL].members.remove("UOOPS")
    await alice.reports()
    await choose_another_channel(world, alice)

    outbox = (await look(world))["outbox"]

    assert outbox.mark is Mark.OK
    assert TEAM_CHANNEL not in outbox.text + outbox.next_step


@pytest.mark.parametrize(
    ("error", "step"),
    [
        ("is_public", "Make C1 private in Slack, or choose a private channel"),
        ("is_archived", "choose “Unarchive channel”"),
        ("maybe_said:not_in_channel", "Type `/invite @oops` in C1"),
        ("restricted_action_read_only_channel", "Let oops write in C1"),
        ("message_limit_exceeded", "Restart `oops serve`"),
    ],
)
def test_what_could_not_be_said_has_the_step_that_lets_it_be_said(error: str, step: str) -> None:
    assert step in Failed("C1", error).next_step


async def test_what_slack_refused_for_another_reason_is_tried_again_by_a_restart(
    world: World, alice: Someone
) -> None:
    world.workspace.faults.add("chat.postMessage", "error", error="message_limit_exceeded")
    await alice.reports()

    assert "Restart" in (await look(world))["outbox"].next_step


async def test_what_waits_for_long_asks_for_the_bot(world: World, alice: Someone) -> None:
    world.workspace.faults.add("chat.postMessage", "ratelimited", seconds=30)
    await alice.reports()

    soon = (await look(world))["outbox"]
    later = (await look(world, ahead=timedelta(minutes=45)))["outbox"]

    assert soon.mark is Mark.OK
    assert "the oldest for 4" in later.text
    assert later.next_step == "Start `oops serve`."


async def test_an_overdue_check_in_shows_that_nobody_ticks(world: World, alice: Someone) -> None:
    await alice.reports()

    tick = (await look(world, ahead=timedelta(days=1)))["last tick"]

    assert "a check-in of OOPS-1 has been due for 23 h" in tick.text
    assert tick.next_step.startswith("Start `oops serve`.")


async def test_a_report_that_waits_and_is_not_opened_shows_where_to_look(world: World) -> None:
    await leave_report_behind(world)

    soon = (await look(world, ahead=timedelta(minutes=1)))["last tick"]
    later = (await look(world, ahead=timedelta(minutes=10)))["last tick"]

    assert soon.mark is Mark.NOT_CHECKED
    assert "a report that was received has been due for 9 min" in later.text
    assert "its log says why (`due_and_not_done`)" in later.next_step


async def test_without_a_port_a_running_bot_cannot_be_asked(world: World) -> None:
    tick = (await look(world))["last tick"]

    assert tick.mark is Mark.NOT_CHECKED
    assert "OOPS_PORT" in tick.text


async def test_a_bot_that_has_not_ticked_says_so_itself(world: World) -> None:
    seconds = iter([0.0])
    world.oops.health = Health(lambda: next(seconds, 100.0))
    world.oops.health.note_tick()
    async with listening(world.oops) as port:
        tick = (await look(world, oops_port=port))["last tick"]

    assert "has not ticked" in tick.text
    assert "Restart" in tick.next_step


async def test_a_bot_that_is_starting_is_given_a_moment(world: World) -> None:
    async with listening(world.oops) as port:
        tick = (await look(world, oops_port=port))["last tick"]

    assert "starting" in tick.text
    assert "again in a moment" in tick.next_step


async def test_the_address_that_was_asked_is_named_with_how_to_ask_another(world: World) -> None:
    await world.oops.tick()
    async with listening(world.oops) as port:
        there = (await look(world, oops_port=port))["last tick"]
        elsewhere = (await look(world, oops_port=1))["last tick"]

    assert f"http://127.0.0.1:{port}/readyz" in there.text
    assert elsewhere.text == "nothing answers at http://127.0.0.1:1/readyz, where oops would"
    assert "another --port or address, set OOPS_PORT and OOPS_HOST" in elsewhere.next_step


async def test_a_port_of_another_program_is_told_as_one(world: World) -> None:
    tick = (await look(world, oops_port=world.server.port))["last tick"]

    assert "is not oops (HTTP 404)" in tick.text
    assert "Set OOPS_PORT" in tick.next_step


def test_only_words_of_oops_are_taken_for_its_own() -> None:
    assert Said(200, "text/plain", "ready").is_ours
    assert Said(503, "text/plain", "the disk is full").is_ours
    assert not Said(200, "text/html", "ready").is_ours
    assert not Said(200, "text/plain", "welcome").is_ours
    assert not Said(404, "text/plain", "").is_ours
    assert not Said(503, "text/plain", "").is_ours


@pytest.mark.parametrize(
    ("problem", "step"),
    [
        ("the disk is full", "Make room on the disk that it is on."),
        (NOT_LET_IN, "Install the app again, and where that gives another token, set it and restart oops"),
        ("the sender has stopped", "Restart `oops serve`."),
    ],
)
async def test_what_no_restart_mends_has_another_step(world: World, problem: str, step: str) -> None:
    world.oops.health.note(Part.DISK, problem)
    async with listening(world.oops) as port:
        tick = (await look(world, oops_port=port))["last tick"]

    assert tick.is_failed
    assert tick.next_step == step


async def test_a_bot_whose_database_is_away_waits_for_that(world: World) -> None:
    away = "postgresql+psycopg://nobody@127.0.0.1:1/oops"
    world.oops.health.note(Part.DATABASE, "the database does not answer")
    async with listening(world.oops) as port:
        checks = await look(world, oops_port=port, oops_database_url=away)

    assert checks["last tick"].text == "the database does not answer"
    assert checks["last tick"].next_step == checks["database"].next_step


async def test_nothing_is_said_or_changed_by_looking(world: World, alice: Someone) -> None:
    await alice.reports()
    said = len(world.said())

    await look(world)
    await world.oops.settle()

    assert len(world.said()) == said
    assert {call.method for call in world.workspace.calls[-3:]} == {
        "auth.test",
        "apps.connections.open",
        "conversations.info",
    }
