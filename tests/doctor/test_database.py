"""What the doctor finds in the database: whether it is there, its schema, and what could not be said."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.doctor import Mark
from bot.doctor.rows import Failed
from tests.doctor.looking import failures, look
from tests.handlers.brands import choose_another_channel
from tests.world import TEAM_CHANNEL, Someone, World


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
