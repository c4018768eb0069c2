"""Drafts: who may approve which text, what an edit does to an approval, and what the lint does to an edit."""

import asyncio

import pytest

from bot.lint.spelling import misspellings
from tests.databases import ON_SQLITE
from tests.world import Someone, World, action_ids, first_value, shown

RIGHT = "The run is on Thursday, not Tuesday. Sorry for the mix-up."


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")


@pytest.mark.usefixtures("reported")
async def test_the_author_cannot_approve_the_own_text(world: World, alice: Someone) -> None:
    await alice.clicks(world.draft(), "draft.approve")

    refusal = (
        "It was drafted from your report, so somebody else has to approve it: anybody else who is here can."
    )
    assert refusal in alice.hears("CRESPONSE")[-1]
    assert "needs approval" in shown(world.draft())


@ON_SQLITE
@pytest.mark.usefixtures("reported")
async def test_what_judges_a_text_is_loaded_while_it_is_typed(world: World, alice: Someone) -> None:
    misspellings.cache_clear()

    await alice.clicks(world.draft(), "draft.edit")

    assert misspellings.cache_info().currsize == 1


@pytest.mark.usefixtures("reported")
async def test_somebody_else_in_the_channel_approves(world: World, bob: Someone) -> None:
    await bob.clicks(world.draft(), "draft.approve")

    assert "Approved by <@UBOB>" in shown(world.draft())
    assert "draft.approve" not in action_ids(world.draft())


@pytest.mark.usefixtures("reported")
async def test_an_edit_voids_the_approval(world: World, alice: Someone, bob: Someone) -> None:
    await bob.clicks(world.draft(), "draft.approve")

    errors = await alice.edits(world.draft(), RIGHT)

    assert errors == {}
    assert RIGHT in shown(world.draft())
    assert "needs approval" in shown(world.draft())
    assert "Approved by" not in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_click_on_an_old_version_says_who_saved_the_newer_one(
    world: World, alice: Someone, bob: Someone
) -> None:
    old = world.draft().blocks
    await alice.edits(world.draft(), RIGHT)
    message = world.draft()
    message.blocks, new = old, message.blocks

    await bob.clicks(message, "draft.approve")

    message.blocks = new
    assert "<@UALICE> has saved version 2" in bob.hears("CRESPONSE")[-1]
    assert "Approved by" not in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_second_click_is_told_what_happened(world: World, bob: Someone) -> None:
    message = world.draft()
    before = message.blocks
    await bob.clicks(message, "draft.approve")
    message.blocks = before

    await bob.clicks(message, "draft.approve")

    assert "already approved" in bob.hears("CRESPONSE")[-1]


@pytest.mark.usefixtures("reported")
async def test_two_edits_at_once_lose_no_text(world: World, alice: Someone, bob: Someone) -> None:
    await alice.clicks(world.draft(), "draft.edit")
    await bob.edits(world.draft(), RIGHT)

    await alice.submits(text="It is on Thursday. We are sorry.")

    assert "<@UBOB> has saved version 2" in shown(alice.view)
    assert "It is on Thursday. We are sorry." in str(alice.view.blocks)
    assert RIGHT in str(alice.view.blocks)
    assert await alice.submits() == {}
    assert "It is on Thursday. We are sorry." in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_text_that_puts_the_blame_on_others_is_not_saved(world: World, alice: Someone) -> None:
    errors = await alice.edits(
        world.draft(), "An intern at our agency got it wrong. The run is on Thursday. Sorry for the mix-up."
    )

    assert errors == {}
    assert "intern" in shown(alice.view)
    assert "intern" not in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_text_that_is_too_long_for_its_channel_cannot_be_kept(world: World, alice: Someone) -> None:
    await alice.edits(
        world.draft(), "The run is on Thursday. Sorry. " + "We look forward to seeing you. " * 12
    )

    assert "keep_over_length" not in [block.get("block_id") for block in alice.view.blocks]
    await alice.submits()
    assert "look forward" not in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_an_empty_text_is_refused_beside_the_field(world: World, alice: Someone) -> None:
    errors = await alice.edits(world.draft(), "   ")

    assert "empty" in errors["text"]


@pytest.mark.usefixtures("reported")
async def test_changes_are_asked_for_and_the_author_is_told(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.request_changes")
    errors = await bob.submits(reason="Please name the *place* too <!channel>")

    assert errors == {}
    assert "changes asked for" in shown(world.draft())
    assert "Please name the" in alice.told()[-1]
    assert "<!channel>" not in alice.told()[-1]


@pytest.mark.usefixtures("reported")
async def test_a_discarded_draft_has_no_buttons(world: World, bob: Someone) -> None:
    await bob.clicks(world.draft(), "draft.discard")

    assert "Discarded by <@UBOB>" in shown(world.draft())
    assert action_ids(world.draft()) == []


async def test_a_gap_cannot_be_approved(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports()
    assert "[[" in shown(world.draft())

    await bob.clicks(world.draft(), "draft.approve")

    assert "has to be filled in" in bob.hears("CRESPONSE")[-1]
    assert "Approved by" not in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_another_voice_is_offered_and_stored_only_when_saved(world: World, alice: Someone) -> None:
    before = shown(world.draft())
    await alice.clicks(world.draft(), "draft.edit")

    await alice.selects(alice.view, "draft.preset", "formal")

    assert "apologise" in str(alice.view.blocks)
    assert shown(world.draft()) == before
    assert await alice.submits() == {}
    assert "apologise" in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_of_two_voices_that_are_chosen_quickly_one_is_drawn_and_nothing_is_told(
    world: World, alice: Someone
) -> None:
    await alice.clicks(world.draft(), "draft.edit")
    friendly = alice.view.blocks

    await asyncio.gather(
        alice.person.selects(alice.view, "draft.preset", "formal"),
        alice.person.selects(alice.view, "draft.preset", "playful"),
    )
    await world.oops.settle()

    assert alice.told() == []
    assert alice.view.blocks != friendly


@pytest.mark.usefixtures("reported")
async def test_a_form_that_was_closed_before_another_voice_is_drawn_is_missed_by_nobody(
    world: World, alice: Someone
) -> None:
    await alice.clicks(world.draft(), "draft.edit")
    await alice.person.selects(alice.view, "draft.preset", "formal")

    await alice.person.closes()
    await world.oops.settle()

    assert alice.person.views == []
    assert alice.told() == []


@pytest.mark.usefixtures("reported")
async def test_saving_without_a_change_keeps_the_approval(world: World, alice: Someone, bob: Someone) -> None:
    await bob.clicks(world.draft(), "draft.approve")

    await alice.clicks(world.draft(), "draft.edit")
    errors = await alice.submits()

    assert errors == {}
    assert "Version 1" in shown(world.draft())
    assert "Approved by <@UBOB>" in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_text_that_stays_although_changes_were_asked_for_is_proposed_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.request_changes")
    await bob.submits(reason="Name the date")
    asked = action_ids(world.draft())

    await alice.clicks(world.draft(), "draft.edit")
    await alice.submits()

    assert asked.index("draft.edit") < asked.index("draft.approve")
    assert "needs approval" in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_refusal_stands_in_the_thread_where_the_button_is(world: World, alice: Someone) -> None:
    await alice.clicks(world.draft(), "draft.approve")

    refusal = [message for message in alice.person.sees("CRESPONSE") if message.ephemeral_to][-1]
    assert "somebody else has to approve it" in shown(refusal)
    assert refusal.thread_ts == world.plan.ts


@pytest.mark.usefixtures("reported")
async def test_a_refusal_on_the_plan_stands_in_the_channel(
    world: World, alice: Someone, bob: Someone
) -> None:
    message, task = world.plan, first_value(world.plan, "task.done")
    before = message.blocks
    await alice.clicks(message, "task.done", task)
    message.blocks, now = before, message.blocks

    await bob.clicks(message, "task.done", task)

    message.blocks = now
    refusal = [message for message in bob.person.sees("CRESPONSE") if message.ephemeral_to][-1]
    assert "<@UALICE> has already done that" in shown(refusal)
    assert not refusal.thread_ts


async def test_a_draft_with_a_gap_is_said_to_be_filled_in_not_to_need_approval(
    world: World, alice: Someone
) -> None:
    await alice.reports()

    await alice.clicks(world.draft(), "draft.edit")
    await alice.submits(text=f"{world.draft().text} [[when]]")
    await alice.clicks(world.draft(), "draft.edit")

    assert "to be filled in" in shown(world.draft())
    assert "Public correction (to be filled in)" in shown(world.plan)
    assert "filled in before anybody can approve it" in shown(alice.view)
    assert "before it can be saved" not in shown(alice.view)


@pytest.mark.usefixtures("reported")
async def test_a_refused_text_is_counted_as_it_stands_in_the_form(world: World, alice: Someone) -> None:
    await alice.clicks(world.draft(), "draft.edit")

    await alice.submits(text=RIGHT * 6)

    assert f"As it stands here: {len(RIGHT) * 6} of 280 characters" in shown(alice.view)
