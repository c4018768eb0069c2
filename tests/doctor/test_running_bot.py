"""What the doctor finds of a running bot: when it ticked last, and what it says of itself."""

from datetime import timedelta

import pytest

from bot.doctor import Mark
from bot.doctor.tick import Said
from bot.serving import listening
from bot.watchdog import NOT_LET_IN, Health, Part
from tests.doctor.looking import look
from tests.left_behind import leave_report_behind
from tests.world import Someone, World


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
