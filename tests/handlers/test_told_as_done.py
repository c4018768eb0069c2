"""A text that says what was done about the original goes out once that is done: until it is ticked, the text says so."""

import pytest

from tests.handlers.offers import offer_to_close
from tests.handlers.tasks import task_button
from tests.world import Someone, World, shown

GONE = "We have removed the post. The run is on Thursday, not Tuesday. Sorry for the mix-up."
SILENT = "The run is on Thursday, not Tuesday. Sorry for the mix-up."


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(undo="delete", should_have_said="The run is on Thursday")


async def deletes(someone: Someone, world: World) -> None:
    await someone.clicks(world.plan, "task.done", task_button(world.plan, "task.done", "Delete it."))


@pytest.mark.usefixtures("reported")
async def test_until_the_original_is_gone_a_text_that_says_so_asks_for_that_first(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.edits(world.draft(), GONE)
    before = shown(world.draft())

    await deletes(bob, world)

    assert "that is still to be done:* “Delete it.” Do that and tick it in the plan above before" in before
    assert "It says what was done" not in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_text_that_tells_of_nothing_done_asks_for_nothing(world: World, alice: Someone) -> None:
    await alice.edits(world.draft(), SILENT)

    assert "It says what was done" not in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_whoever_publishes_is_told_what_is_still_to_be_done(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.edits(world.draft(), GONE)
    await bob.clicks(world.draft(), "draft.approve")

    await bob.clicks(world.draft(), "draft.published")
    asked = shown(bob.view)
    await bob.submits()
    out = shown(world.draft())
    await deletes(bob, world)

    assert "that is still to be done:* “Delete it.”" in asked
    assert "that is not ticked:* “Delete it.” Please do it now, or tick it" in out
    assert "It says what was done" not in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_text_that_is_out_waits_for_nothing_that_a_new_plan_takes_away(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.edits(world.draft(), GONE)
    draft = world.draft()
    await bob.clicks(draft, "draft.approve")
    await bob.publishes(draft)

    await alice.clicks(world.plan, "case.facts")
    await alice.submits(undo="already_gone")

    assert "It says what was done" not in shown(draft)


@pytest.mark.usefixtures("reported")
async def test_an_offer_to_close_names_what_was_not_done_about_the_original(
    world: World, alice: Someone, bob: Someone
) -> None:
    await world.passes(days=3)
    await alice.clicks(world.check_in(), "checkin.quiet")
    before = shown(offer_to_close(world))

    await deletes(bob, world)

    assert "tasks (among them “Delete it.”)" in before
    assert "among them" not in shown(offer_to_close(world))
