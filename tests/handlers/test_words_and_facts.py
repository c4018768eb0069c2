"""Texts that people wrote stay when the facts change; what no longer fits them is said, and cannot be approved as it stands."""

import pytest

from tests.said import thread_text
from tests.world import Someone, World, action_ids, shown

LONG = (
    "Correction: the run is on Thursday, not Tuesday. "
    + "We have put the post right and all who signed up get the new date today by mail. " * 3
    + "Sorry."
)
SHORT = "The run is on Friday. Sorry for the mix-up."
OTHER_FACTS = {
    "channel": "x",
    "undo": "delete_and_repost",
    "should_have_said": "The run is on Friday",
}


@pytest.fixture
async def edited(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(channel="facebook", undo="edit", should_have_said="The run is on Thursday")
    assert await bob.edits(world.draft(), LONG) == {}


async def finds(someone: Someone, world: World, **facts: str | list[str]) -> None:
    await someone.clicks(world.plan, "case.facts")
    assert await someone.submits(**facts) == {}


@pytest.mark.usefixtures("edited")
async def test_what_somebody_wrote_is_judged_anew_by_new_facts(world: World, alice: Someone) -> None:
    await finds(alice, world, **OTHER_FACTS)

    draft = shown(world.draft())
    assert LONG in draft
    assert "of 280 characters" in draft
    assert "*too long for the channel*" in draft
    assert "*differs from the report*, “Thursday”" in draft
    assert "This no longer fits the case as it is now" in draft


@pytest.mark.usefixtures("edited")
async def test_the_thread_says_to_whoever_wrote_it_what_no_longer_fits(world: World, alice: Someone) -> None:
    await finds(alice, world, **OTHER_FACTS)

    assert (
        "<@UBOB>, the public correction above no longer fits the case: *too long for the channel, differs from the report*."
        in thread_text(world)
    )


@pytest.mark.usefixtures("edited")
async def test_what_no_longer_fits_is_not_approved(world: World, alice: Someone) -> None:
    await finds(alice, world, **OTHER_FACTS)

    await alice.clicks(world.draft(), "draft.approve")

    assert (
        "This text no longer fits the case as it is now: too long for the channel, differs from the report."
        in alice.hears("CRESPONSE")[-1]
    )
    assert "needs approval" in shown(world.draft())


@pytest.mark.usefixtures("edited")
async def test_home_says_that_what_no_longer_fits_has_to_be_edited(world: World, alice: Someone) -> None:
    await finds(alice, world, **OTHER_FACTS)

    home = await alice.opens_home()

    assert "Public correction no longer fits the case: edit it, then it can be approved" in shown(home)


@pytest.mark.usefixtures("edited")
async def test_a_text_that_was_made_to_fit_again_is_approved(
    world: World, alice: Someone, bob: Someone
) -> None:
    await finds(alice, world, **OTHER_FACTS)

    errors = await bob.edits(world.draft(), SHORT)
    await alice.clicks(world.draft(), "draft.approve")

    assert errors == {}
    assert "no longer fits" not in shown(world.draft())
    assert "Approved by <@UALICE>" in shown(world.draft())


@pytest.mark.usefixtures("edited")
async def test_facts_that_are_put_back_make_the_text_fit_again(world: World, alice: Someone) -> None:
    await finds(alice, world, **OTHER_FACTS)

    await finds(alice, world, channel="facebook", undo="edit")
    await finds(alice, world, should_have_said="The run is on Thursday")
    fits = shown(world.draft())
    await alice.clicks(world.draft(), "draft.approve")

    assert "no longer fits" not in fits
    assert "Approved by <@UALICE>" in shown(world.draft())


@pytest.mark.usefixtures("edited")
async def test_a_text_that_was_approved_says_that_it_no_longer_fits_and_is_followed_by_one_that_does(
    world: World, alice: Someone
) -> None:
    approved = world.draft()
    await alice.clicks(approved, "draft.approve")

    await finds(alice, world, **OTHER_FACTS)

    assert "it was approved before the case changed" in shown(approved)
    assert "the public correction above, which was approved, no longer fits the case" in thread_text(world)
    assert "The run is on Friday" in shown(world.draft())
    assert "needs approval" in shown(world.draft())


async def test_a_reason_to_keep_something_holds_for_the_facts_that_it_was_given_for(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    wrong = "The run is on Friday. Sorry for the mix-up."
    await bob.edits(world.draft(), wrong)
    await bob.submits(text=wrong, keep_contradicts_report="It was moved once more")
    before = shown(world.draft())

    await finds(alice, world, should_have_said="The run is on Saturday")

    assert "Kept, because “It was moved once more”" in before
    assert "Kept, because" not in shown(world.draft())
    assert "This no longer fits the case as it is now" in shown(world.draft())


async def test_words_that_are_chosen_to_apologise_have_to_do_so(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    assert await bob.edits(world.draft(), "Correction: the run is on Thursday.") == {}

    await bob.clicks(world.plan, "case.level")
    await bob.submits(level="apologise_publicly", reason="It was our third")

    assert "no longer fits the case: *apology missing*" in thread_text(world)


async def test_an_approved_draft_says_that_it_waits_for_a_call_which_new_facts_bring(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    approved = world.draft()
    await bob.clicks(approved, "draft.approve")

    await finds(bob, world, red_flags=["personal_data"])

    assert "It is published after the call in the plan has been ticked." in shown(approved)


async def test_an_approved_draft_waits_for_no_call_that_new_facts_take_away(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday", red_flags=["personal_data"])
    approved = world.draft("Holding statement")
    await bob.clicks(approved, "draft.approve")
    before = shown(approved)

    await finds(bob, world, red_flags=[])

    assert "after the call" in before
    assert "after the call" not in shown(approved)
    assert "draft.published" in action_ids(approved)


@pytest.mark.usefixtures("edited")
async def test_a_reminder_of_what_no_longer_fits_asks_to_mend_it(world: World, alice: Someone) -> None:
    await finds(alice, world, **OTHER_FACTS)

    await world.passes(hours=1)

    mended = "above no longer fits the case, so it cannot be approved as it stands: press *Edit*"
    assert f"<@UBOB>, the public correction {mended}" in thread_text(world)
    assert "public correction above still waits for approval" not in thread_text(world)


@pytest.mark.usefixtures("edited")
async def test_what_was_said_not_to_fit_is_settled_by_an_edit(
    world: World, alice: Someone, bob: Someone
) -> None:
    await finds(alice, world, **OTHER_FACTS)

    assert await bob.edits(world.draft(), SHORT) == {}

    assert "above no longer fits the case" not in thread_text(world)
    assert "_Settled:_ the public correction was changed." in thread_text(world)


@pytest.mark.usefixtures("edited")
async def test_what_was_said_not_to_fit_is_settled_by_facts_that_it_fits(
    world: World, alice: Someone
) -> None:
    await finds(alice, world, should_have_said="The run is on Friday")
    before = thread_text(world)

    await finds(alice, world, should_have_said="The run is on Thursday")

    assert "above no longer fits the case" in before
    assert "_Settled:_ the public correction fits the case again." in thread_text(world)
