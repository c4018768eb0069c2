"""A hint of the lint can be kept with a reason, and the record says which and why."""

from bot.playground.state import Message
from tests.said import record_of
from tests.world import Someone, World, action_ids, shown

BUSY = "We were very busy that day. The run is on Thursday, not Tuesday. Sorry for the mix-up."
CLEAN = "The run is on Thursday, not Tuesday. Sorry for the mix-up."
IF = "The run is on Thursday, not Tuesday. We are sorry if anyone was confused."
OTHER_IF = "The run is on Thursday, not Tuesday. We apologise for any offence this may have caused."
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


async def test_a_hint_that_went_out_without_a_reason_is_in_the_record(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), BUSY)
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())

    await bob.clicks(world.plan, "case.close")
    await bob.submits()

    told = record_of(world)
    assert "It went out with what was found as “excuse” (“We were very busy”); no reason was given." in told
    assert "Kept by" not in told


async def test_a_hint_that_went_out_with_its_reason_is_told_once(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await keeps(alice, world.draft(), IF, keep_conditional=WHY)
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())

    await bob.clicks(world.plan, "case.close")
    await bob.submits()

    assert "Kept by Alice in spite of" in record_of(world)
    assert "no reason was given" not in record_of(world)


async def keeps(someone: Someone, draft: Message, text: str, **reasons: str) -> None:
    """Edit a draft and keep what the form then asks about."""
    await someone.edits(draft, text)
    if reasons:
        await someone.submits(**reasons)


async def test_a_reason_goes_with_what_was_found(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await keeps(alice, world.draft(), IF, keep_conditional=WHY)

    await alice.edits(world.draft(), CLEAN)
    await bob.clicks(world.plan, "case.close")
    await bob.submits()

    assert record_of(world).count("Kept by") == 1


async def test_a_reason_that_stood_in_the_form_holds_for_no_other_words(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await keeps(alice, world.draft(), IF, keep_conditional=WHY)

    await alice.edits(world.draft(), OTHER_IF)
    asked = shown(alice.view)
    before = shown(world.draft())
    await alice.submits(keep_conditional=WHY)

    assert "“any offence this may have" in asked
    assert WHY not in asked
    assert IF in before
    assert OTHER_IF in shown(world.draft())
    assert f"Kept, because “{WHY}”" in shown(world.draft())


async def test_a_reason_holds_for_the_same_words_wherever_they_stand(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await keeps(alice, world.draft(), IF, keep_conditional=WHY)

    errors = await alice.edits(world.draft(), f"Correction: {IF}")

    assert errors == {}
    assert f"Kept, because “{WHY}”" in shown(world.draft())


async def test_nobodys_reason_is_put_into_somebody_elses_mouth(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await keeps(alice, world.draft(), IF, keep_conditional=WHY)

    await bob.edits(world.draft(), f"Correction: {IF}")
    asked = shown(bob.view)
    await bob.submits(keep_conditional="The printer wants it")

    assert "Keep “if anyone was confused”?" in asked
    assert WHY not in asked
    assert "Kept, because “The printer wants it”" in shown(world.draft())


async def test_a_kept_text_that_somebody_else_only_looked_at_stays_as_it_is(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await keeps(bob, world.draft(), IF, keep_conditional=WHY)
    await alice.clicks(world.draft(), "draft.approve")

    errors = await alice.edits(world.draft(), IF)

    assert errors == {}
    assert "Approved by <@UALICE>" in shown(world.draft())
    assert f"Kept, because “{WHY}”" in shown(world.draft())


async def test_a_text_that_stays_with_a_reason_has_not_changed(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), BUSY)

    await alice.clicks(world.draft(), "draft.edit")
    await alice.submits(keep_excuse=WHY)

    assert "Version 3" in shown(world.draft())
    assert "Changed since" not in shown(world.draft())
    assert "draft.difference" not in action_ids(world.draft())
