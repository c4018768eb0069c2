"""Drafts: who may approve which text, what an edit does to an approval, and what the lint does to an edit."""

import pytest

from tests.world import Someone, World, action_ids, first_value, shown

RIGHT = "The run is on Thursday, not Tuesday. Sorry for the mix-up."


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")


@pytest.mark.usefixtures("reported")
async def test_the_author_cannot_approve_the_own_text(world: World, alice: Someone) -> None:
    await alice.clicks(world.draft(), "draft.approve")

    assert "You wrote this version" in alice.hears("CRESPONSE")[-1]
    assert "needs approval" in shown(world.draft())


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
async def test_an_unapproved_text_cannot_be_published(world: World) -> None:
    assert "draft.published" not in action_ids(world.draft())


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


@pytest.mark.usefixtures("reported")
async def test_publishing_says_where_and_starts_the_watching(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")

    errors = await alice.publishes(world.draft(), where="X", link="https://example.org/p/2")

    assert errors == {}
    assert "https://example.org/p/2" in shown(world.draft())
    assert "Only watching now" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_a_published_link_has_to_be_a_web_address(world: World, alice: Someone, bob: Someone) -> None:
    await bob.clicks(world.draft(), "draft.approve")

    errors = await alice.publishes(world.draft(), link="javascript:alert(1)")

    assert "link" in errors
    assert "published by" not in shown(world.draft())


async def test_a_gap_cannot_be_approved(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports()
    assert "[[" in shown(world.draft())

    await bob.clicks(world.draft(), "draft.approve")

    assert "has to be filled in" in bob.hears("CRESPONSE")[-1]
    assert "Approved by" not in shown(world.draft())


async def test_public_words_wait_for_the_call(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(
        "We told everybody that they had won the car",
        mistake="wrong_price_or_offer",
        harm="misleads_decision",
        red_flags=["false_price_or_prize"],
        should_have_said="There is one winner, drawn on Friday",
    )
    assert "Call first" in shown(world.plan)
    draft = next(m for m in world.thread() if "draft.approve" in action_ids(m))
    await bob.clicks(draft, "draft.approve")

    await alice.publishes(draft)
    assert "called before any public word" in shown(alice.view)
    await alice.closes()
    await alice.closes()
    await alice.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    errors = await alice.publishes(draft)

    assert errors == {}
    assert "published" in shown(draft)


async def test_the_lead_may_publish_before_the_call_with_a_reason(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(
        "We told everybody that they had won the car",
        mistake="wrong_price_or_offer",
        harm="misleads_decision",
        red_flags=["false_price_or_prize"],
        should_have_said="There is one winner, drawn on Friday",
    )
    draft = next(m for m in world.thread() if "draft.approve" in action_ids(m))
    await bob.clicks(draft, "draft.approve")
    await alice.clicks(world.plan, "case.lead")

    await alice.clicks(draft, "draft.published")
    errors = await alice.submits(override="People are on their way to collect it")

    assert errors == {}
    assert "published" in shown(draft)


@pytest.mark.usefixtures("reported")
async def test_another_voice_is_offered_and_stored_only_when_saved(world: World, alice: Someone) -> None:
    before = shown(world.draft())
    await alice.clicks(world.draft(), "draft.edit")

    await alice.selects(alice.view, "draft.preset", "formal")

    assert "apologise" in str(alice.view.blocks)
    assert shown(world.draft()) == before
    assert await alice.submits() == {}
    assert "apologise" in shown(world.draft())
