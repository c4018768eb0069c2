"""Reminders to approve: by the plan's time, to whoever can do something about it, then to the backup."""

import pytest

from tests.handlers.brands import goes_away, set_brand
from tests.said import thread_text
from tests.world import Someone, World

TEXT = "The run is on Thursday, not Tuesday. Sorry for the mix-up."


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")


@pytest.fixture
async def carol_is_in(alice: Someone) -> None:
    await alice.person.invites("CRESPONSE", "UCAROL")


@pytest.mark.usefixtures("carol_is_in")
async def test_approvers_are_reminded_by_the_plans_time_then_the_backup_and_then_nobody(
    world: World, alice: Someone
) -> None:
    await set_brand(world, approvers=["UBOB"], backup="UCAROL", lead="UALICE")
    await alice.reports(should_have_said="The run is on Thursday")

    await world.passes(minutes=29)
    assert "still waits for approval" not in thread_text(world)
    await world.passes(minutes=1)
    assert "<@UBOB>, the public correction above still waits for approval." in thread_text(world)
    await world.passes(minutes=30)
    assert "<@UCAROL>, the public correction above still waits for approval: please see" in thread_text(world)
    await world.passes(hours=5)

    assert thread_text(world).count("still waits for approval") == 2


async def test_an_approver_who_is_away_is_not_reminded(world: World, alice: Someone) -> None:
    await set_brand(world, approvers=["UBOB"], lead="UALICE")
    await goes_away(world, "UBOB")
    await alice.reports(should_have_said="The run is on Thursday")

    await world.passes(minutes=30)

    assert "The public correction above still waits for approval" in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_what_was_approved_is_not_reminded_of(world: World, bob: Someone) -> None:
    await bob.clicks(world.draft(), "draft.approve")

    await world.passes(hours=2)

    assert "still waits for approval" not in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_a_new_version_is_reminded_of_anew(world: World, alice: Someone, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.lead")
    await world.passes(minutes=25)
    await alice.edits(world.draft(), TEXT)

    await world.passes(minutes=10)
    assert "still waits for approval" not in thread_text(world)
    await world.passes(minutes=20)

    assert "<@UBOB>, the public correction above still waits for approval" in thread_text(world)


async def test_a_gap_is_the_leads_to_fill(world: World, alice: Someone) -> None:
    await set_brand(world, lead="UALICE", approvers=["UBOB"])
    await alice.reports()

    await world.passes(minutes=30)

    assert "<@UALICE>, the public correction above cannot be approved yet" in thread_text(world)
