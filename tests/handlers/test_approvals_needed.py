"""How many have to approve changes while a draft waits, is approved, or is out."""

import pytest

from tests.handlers.brands import open_page, set_brand
from tests.said import thread_text
from tests.world import Someone, World, action_ids, shown

ALARM = {"channel": "push_sms", "mistake": "false_alarm", "harm": "safety", "undo": "cannot"}


async def needed(someone: Someone, number: int) -> None:
    await open_page(someone, "people")
    assert await someone.submits(approvals_needed=str(number)) == {}


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")


@pytest.fixture
async def approved_by_one_of_two(world: World, alice: Someone, bob: Someone) -> None:
    await needed(alice, 2)
    await alice.reports(should_have_said="The run is on Thursday")
    await bob.clicks(world.draft(), "draft.approve")


@pytest.mark.usefixtures("approved_by_one_of_two")
async def test_a_draft_that_has_enough_now_is_settled_by_whoever_approved_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    await needed(alice, 1)
    said = shown(world.draft())

    await bob.clicks(world.draft(), "draft.approve")

    assert "Approved by <@UBOB>. That is enough by now" in said
    assert "draft.published" in action_ids(world.draft())
    assert "Approved by <@UBOB>: 1 of 1" in shown(world.draft())


@pytest.mark.usefixtures("approved_by_one_of_two")
async def test_a_setting_alone_approves_nothing(world: World, alice: Someone) -> None:
    await needed(alice, 1)

    assert "needs approval" in shown(world.draft())
    assert "draft.published" not in action_ids(world.draft())


@pytest.mark.usefixtures("approved_by_one_of_two")
async def test_whoever_can_settle_a_draft_is_reminded_and_finds_it_in_app_home(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.plan, "case.lead")
    await needed(alice, 1)

    home = shown(await bob.opens_home())
    await world.passes(minutes=30)

    assert "Public correction waits for approval" in home
    assert "<@UBOB>, the public correction above still waits for approval" in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_what_was_approved_stays_approved_and_says_what_it_had_when_more_are_needed(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")

    await needed(alice, 2)

    assert "Approved by <@UBOB>: 1 of 1" in shown(world.draft())
    assert "more approval" not in shown(world.draft())
    assert "may approve this text" not in shown(world.draft())
    assert "draft.published" in action_ids(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_new_version_needs_as_many_as_are_needed_now(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")
    await needed(alice, 2)

    await alice.edits(world.draft(), "The run is on Thursday, not Tuesday. Sorry for the mix-up.")

    assert "Two approvals are needed" in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_a_draft_that_is_out_never_says_that_approvals_are_missing(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")
    await needed(alice, 2)

    await alice.publishes(world.draft())

    assert "Approved by <@UBOB>: 1 of 1" in shown(world.draft())
    assert "more approval" not in shown(world.draft())


async def test_an_all_clear_that_was_approved_before_it_went_out_is_asked_about_no_more(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("The evacuation alert was a test", **ALARM)
    await bob.clicks(world.draft("All-clear"), "draft.approve")
    await alice.publishes(world.draft("All-clear"))

    await needed(alice, 2)
    await bob.clicks(world.plan, "case.lead")

    assert "Approved by <@UBOB>: 1 of 1" in shown(world.draft("All-clear"))
    assert "draft.approve" not in action_ids(world.draft("All-clear"))
    assert "still waits for approval" not in shown(await bob.opens_home())


async def test_an_all_clear_that_went_out_first_wants_as_many_as_are_needed_now(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("The evacuation alert was a test", **ALARM)
    await alice.publishes(world.draft("All-clear"))

    await needed(alice, 2)
    await bob.clicks(world.draft("All-clear"), "draft.approve")

    assert "1 of 2 · 1 more approval needed" in shown(world.draft("All-clear"))
    assert "draft.approve" in action_ids(world.draft("All-clear"))


async def test_an_all_clear_that_had_enough_after_it_went_out_is_asked_about_no_more(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("The evacuation alert was a test", **ALARM)
    await alice.publishes(world.draft("All-clear"))
    await bob.clicks(world.draft("All-clear"), "draft.approve")

    await needed(alice, 2)

    assert "Approved by <@UBOB>: 1 of 1" in shown(world.draft("All-clear"))
    assert "draft.approve" not in action_ids(world.draft("All-clear"))


async def test_an_all_clear_that_is_out_and_was_not_right_says_how_another_one_follows(
    world: World, alice: Someone
) -> None:
    await alice.reports("The evacuation alert was a test", **ALARM)
    await alice.publishes(world.draft("All-clear"))
    out = shown(world.draft("All-clear"))

    await alice.clicks(world.plan, "case.facts")
    await alice.submits(should_have_said="The water is safe to drink")

    assert "If it was not, press *New facts* in the plan above" in out
    assert "The water is safe to drink" in shown(world.draft("All-clear"))
    assert "draft.published" in action_ids(world.draft("All-clear"))


async def test_where_the_one_who_approves_wrote_the_text_all_hear_what_would_help(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["UALICE"], lead="UALICE")
    await alice.reports(should_have_said="The run is on Thursday")

    await alice.clicks(world.draft(), "draft.approve")
    await bob.clicks(world.draft(), "draft.approve")

    asked = "<@UALICE>, please see to that, or choose who else approves (`/oops settings`)"
    assert "if somebody else edits it, <@UALICE> may approve that. " + asked in shown(world.draft())
    assert "are not here" not in shown(world.draft())
    assert "/invite" not in shown(world.draft())
    assert "Let somebody else edit it, for you to approve, or choose who else" in alice.hears("CRESPONSE")[-1]
    assert "Edit it, and they may approve what you save" in bob.hears("CRESPONSE")[-1]


async def test_who_asks_for_an_approver_is_not_sent_to_the_author(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["UALICE", "UCAROL"])
    await alice.reports(should_have_said="The run is on Thursday")

    await bob.clicks(world.draft(), "draft.approve")

    assert "Those who may are not here." in shown(world.draft())
    assert "approve for this brand: <@UCAROL>. Please ask one of them." in bob.hears("CRESPONSE")[-1]


async def test_where_fewer_approve_than_are_needed_the_lead_is_asked_to_choose_more(
    world: World, alice: Someone
) -> None:
    await set_brand(world, approvers=["UBOB"], approvals_needed=2)

    await alice.reports(should_have_said="The run is on Thursday")

    assert "Too few people approve for this brand. " in shown(world.draft())
    assert "lease choose who else approves (`/oops settings`)" in shown(world.draft())


async def test_what_somebody_else_made_of_the_text_is_for_the_one_who_approves(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["UALICE"])
    await alice.reports(should_have_said="The run is on Thursday")
    await bob.edits(world.draft(), "The run is on Thursday, not Tuesday. Sorry.")

    await alice.clicks(world.draft(), "draft.approve")

    assert "Approved by <@UALICE>" in shown(world.draft())
