"""After a backup was put back: what was said in Slack since then carries ids that are another case's by now."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.storage.engine import sqlite_path
from tests.said import POST, plans
from tests.world import Someone, World, action_ids, shown

FORGOTTEN = "oops does not know this message any more"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Putting a file back is SQLite's way; what follows from it is the same on PostgreSQL."""
    return sqlite_url


def back_up(world: World, copy: Path) -> None:
    """Copy the file while the bot runs, as the README says."""
    with closing(sqlite3.connect(str(sqlite_path(world.database_url)))) as running:
        running.execute("VACUUM INTO ?", (str(copy),))


def replace_file(path: Path, copy: Path) -> None:
    for rest in ("-wal", "-shm"):
        Path(f"{path}{rest}").unlink(missing_ok=True)
    shutil.copy(copy, path)


async def changes_level(world: World, someone: Someone) -> None:
    await someone.clicks(world.plan, "case.level")
    await someone.submits(level="apologise_publicly", reason="Many have asked")


async def put_back(world: World, copy: Path) -> None:
    """Stop the bot, put the copy back, start the bot: that takes a while."""
    path = str(sqlite_path(world.database_url))
    await world.oops.stop()
    replace_file(Path(path), copy)
    world.clock.now += timedelta(minutes=5)
    await world.start_bot()
    await world.oops.settle()


async def test_an_old_draft_does_not_approve_the_draft_that_has_its_id_now(
    world: World, alice: Someone, bob: Someone, tmp_path: Path
) -> None:
    back_up(world, tmp_path / "copy")
    await alice.reports("We wrote Tuesday", should_have_said="The race is on Thursday.")
    forgotten = world.draft()
    await put_back(world, tmp_path / "copy")
    await alice.reports("We named the wrong sponsor", should_have_said="The sponsor is Nordmann.")

    await bob.clicks(forgotten, "draft.approve")

    assert FORGOTTEN in bob.hears("CRESPONSE")[-1]
    assert "approved by" not in shown(world.draft()).lower()
    await bob.clicks(world.draft(), "draft.approve")
    assert "approved by" in shown(world.draft()).lower()


@pytest.mark.parametrize("action_id", ["case.lead", "case.close", "case.why"])
async def test_an_old_plan_does_nothing_in_the_case_that_has_its_number_now(
    world: World, alice: Someone, bob: Someone, tmp_path: Path, action_id: str
) -> None:
    back_up(world, tmp_path / "copy")
    await alice.reports("We wrote Tuesday")
    forgotten = world.plan
    await put_back(world, tmp_path / "copy")
    await alice.reports("We named the wrong sponsor")
    before = shown(world.plan)

    await bob.clicks(forgotten, action_id)

    assert FORGOTTEN in bob.hears("CRESPONSE")[-1]
    assert shown(world.plan) == before


async def test_an_old_draft_does_not_approve_a_later_one_of_the_same_case(
    world: World, alice: Someone, bob: Someone, tmp_path: Path
) -> None:
    await alice.reports("We wrote Tuesday", should_have_said="The race is on Thursday.")
    back_up(world, tmp_path / "copy")
    await changes_level(world, alice)
    forgotten = [message for message in world.thread() if "draft.approve" in action_ids(message)][-1]
    await put_back(world, tmp_path / "copy")
    await changes_level(world, alice)

    await bob.clicks(forgotten, "draft.approve")

    assert FORGOTTEN in bob.hears("CRESPONSE")[-1]


async def test_a_version_that_is_another_drafts_by_now_is_not_approved_from_the_old_one(
    world: World, alice: Someone, bob: Someone, tmp_path: Path
) -> None:
    await alice.reports("We wrote Tuesday", should_have_said="The race is on Thursday.")
    back_up(world, tmp_path / "copy")
    await bob.edits(world.draft(), "The race is on Thursday, not on Tuesday. Sorry!")
    await put_back(world, tmp_path / "copy")
    await bob.edits(world.draft("Reply if asked"), "It is on Thursday. Sorry that we wrote Tuesday.")

    await alice.clicks(world.draft(), "draft.approve")

    assert FORGOTTEN in alice.hears("CRESPONSE")[-1]
    assert "approved by" not in shown(world.draft("Reply if asked")).lower()


async def test_a_plan_of_which_nobody_knows_yet_where_it_stands_can_be_used(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.faults.add(POST, "accept_then_drop")
    await alice.reports()

    await bob.clicks(world.plan, "case.lead")
    await world.passes(seconds=10)

    assert "Lead: <@UBOB>" in shown(world.plan)
    assert len(plans(world)) == 1


async def test_a_check_in_of_which_nobody_knows_yet_where_it_stands_can_be_answered(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    world.workspace.faults.add(POST, "accept_then_drop")
    await world.next_check_in()

    asked = world.check_in()

    await bob.clicks(asked, "checkin.simmering")
    await world.passes(seconds=10)

    assert ["<@UBOB>" in shown(one) for one in world.thread() if one.ts == asked.ts] == [True]
