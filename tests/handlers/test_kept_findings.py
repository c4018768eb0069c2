"""A hint of the lint can be kept with a reason, and the record says which and why."""

from tests.said import record_of
from tests.world import Someone, World, action_ids, shown

BUSY = "We were very busy that day. The run is on Thursday, not Tuesday. Sorry for the mix-up."
WHY = "The club asked us to say that the office was closed"


async def test_a_hint_is_shown_with_the_text_and_asks_why_it_should_stay(
    world: World, alice: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), BUSY)

    await alice.clicks(world.draft(), "draft.edit")

    assert "keep_excuse" in [block.get("block_id") for block in alice.view.blocks]
    assert "excuse" in shown(world.draft())


async def test_the_reason_for_keeping_a_hint_is_in_the_record(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), BUSY)

    await alice.clicks(world.draft(), "draft.edit")
    errors = await alice.submits(keep_excuse=WHY)
    message = shown(world.draft())
    await bob.clicks(world.plan, "case.close")
    await bob.submits()

    assert errors == {}
    assert WHY in message
    assert f"Kept by Alice in spite of “excuse”: “{WHY}”" in record_of(world)


async def test_a_text_that_stays_with_a_reason_has_not_changed(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), BUSY)

    await alice.clicks(world.draft(), "draft.edit")
    await alice.submits(keep_excuse=WHY)

    assert "Version 3" in shown(world.draft())
    assert "Changed since" not in shown(world.draft())
    assert "draft.difference" not in action_ids(world.draft())
