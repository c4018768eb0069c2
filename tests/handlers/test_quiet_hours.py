"""Quiet hours that are set while a check-in is planned count for it too, and its plan says when it comes instead."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.schedule import next_check_in
from tests.handlers.brands import open_page
from tests.said import thread_text
from tests.world import Someone, World, shown

AT_NIGHT = {"timezone": "UTC", "quiet_from": "22:00", "quiet_until": "07:00"}
MORNING = datetime(2026, 3, 4, 7, 0, tzinfo=UTC)


@pytest.fixture
async def planned_for_the_night(world: World, alice: Someone, bob: Someone) -> None:
    """The fourth check-in of the evening is planned for 23:30."""
    world.clock.now = datetime(2026, 3, 3, 15, 30, tzinfo=UTC)
    await world.oops.refresh()
    await alice.reports(should_have_said="The run is on Thursday")
    for minutes in (20, 40, 120):
        await world.passes(minutes=minutes)
        await bob.clicks(world.check_in(), "checkin.simmering")


async def sets(someone: Someone, **times: Any) -> None:
    await open_page(someone, "times")
    assert await someone.submits(**times) == {}


@pytest.mark.usefixtures("planned_for_the_night")
async def test_a_check_in_is_asked_in_the_morning_after_a_night_that_has_become_quiet(
    world: World, alice: Someone
) -> None:
    await sets(alice, **AT_NIGHT)

    await world.passes(hours=5)
    at_night = thread_text(world)
    await world.passes(hours=8.5)

    assert "check-in 4" not in at_night
    assert "check-in 4" in thread_text(world)


@pytest.mark.usefixtures("planned_for_the_night")
async def test_the_plan_says_at_once_when_the_check_in_comes_instead(world: World, alice: Someone) -> None:
    before = shown(world.plan)

    await sets(alice, **AT_NIGHT)

    assert "2026-03-03 23:30 UTC" in before
    assert "2026-03-04 07:00 UTC" in shown(world.plan)
    assert "2026-03-04 07:00 UTC" in thread_text(world)
    assert "2026-03-03 23:30 UTC" not in shown(world.plan) + thread_text(world)
    assert "as quiet hours moved it" not in before
    assert "2026-03-04 07:00 UTC>, as quiet hours moved it" in shown(world.plan)


@pytest.mark.usefixtures("planned_for_the_night")
async def test_quiet_hours_of_another_time_zone_count_at_once(world: World, alice: Someone) -> None:
    await sets(alice, timezone="UTC", quiet_from="00:00", quiet_until="06:00")
    before = await world.oops.store.read(next_check_in)

    await sets(alice, timezone="Europe/Athens")

    assert before == datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
    assert await world.oops.store.read(next_check_in) == datetime(2026, 3, 4, 4, 0, tzinfo=UTC)


@pytest.mark.usefixtures("planned_for_the_night")
async def test_a_case_that_calls_for_all_hands_keeps_its_times(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.plan, "case.level")
    await bob.submits(level="full_response", reason="The press has it")
    before = await world.oops.store.read(next_check_in)

    await sets(alice, **AT_NIGHT)

    assert await world.oops.store.read(next_check_in) == before


@pytest.mark.usefixtures("planned_for_the_night")
async def test_hours_that_are_no_longer_quiet_bring_nothing_sooner_than_was_said(
    world: World, alice: Someone
) -> None:
    await sets(alice, **AT_NIGHT)

    await sets(alice, quiet_from="", quiet_until="")

    assert await world.oops.store.read(next_check_in) == MORNING
