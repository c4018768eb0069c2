"""A plan that stops for a call: what it says before the call, after it, and when words go out all the same."""

import pytest

from bot.playground.state import Message
from tests.said import record_of
from tests.world import Someone, World, first_value, shown

LEAKED_TO_A_FEW = {
    "channel": "email",
    "mistake": "private_info",
    "harm": "privacy",
    "noticed": "a_few",
    "undo": "cannot",
    "affected": "few_known",
    "still_misleading": "no",
    "red_flags": ["personal_data"],
}
ABOUT_TWO_GUESTS = {
    "mistake": "tone_deaf",
    "harm": "offence",
    "affected": "few_known",
    "noticed": "many_replies",
}
AN_ADDRESS = {"mistake": "private_info", "harm": "privacy", "undo": "delete"}


@pytest.fixture
async def stopped(alice: Someone) -> None:
    await alice.reports("We published the home address of one of our runners", **AN_ADDRESS)


@pytest.fixture
async def note(world: World, alice: Someone, bob: Someone) -> Message:
    """A private note that is approved while the call of its plan is still to be made."""
    await alice.reports("A reminder showed all addresses to everybody in it", **LEAKED_TO_A_FEW)
    note = world.draft("Private note")
    assert await alice.edits(note, "Dear runner, we showed your address by mistake. We are sorry.") == {}
    await bob.clicks(note, "draft.approve")
    return note


@pytest.fixture
async def waiting(alice: Someone) -> None:
    flagged = {"red_flags": ["discrimination"], "harm": "offence", "affected": "protected_group"}
    await alice.reports("We posted a slur about our guests", **flagged)


async def make_the_call(world: World, someone: Someone) -> None:
    await someone.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))


@pytest.mark.usefixtures("stopped")
async def test_after_the_call_the_plan_says_to_choose_what_was_agreed(world: World, alice: Someone) -> None:
    await make_the_call(world, alice)

    plan = shown(world.plan)
    assert "The call is made. Next, press “Change level” and choose what was agreed" in plan
    assert "The facts say: *Apologise publicly*" in plan
    assert "Stop. Keep the evidence" not in plan


@pytest.mark.usefixtures("stopped")
async def test_after_the_call_the_leads_home_asks_for_what_was_agreed(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.lead")
    before = shown(await bob.opens_home())

    await make_the_call(world, bob)

    assert "The call is made" not in before
    assert "The call is made: press “Change level” and choose what was agreed" in shown(
        await bob.opens_home()
    )


@pytest.mark.usefixtures("waiting")
async def test_once_the_call_is_made_no_task_says_that_it_comes_after_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.plan, "case.lead")
    await bob.clicks(world.plan, "case.tasks")
    before = shown(bob.view)
    await bob.closes()

    await make_the_call(world, bob)
    await alice.clicks(world.plan, "case.facts")
    await alice.submits(noticed="press")

    await bob.clicks(world.plan, "case.tasks")
    assert "After the call: post the right version." in before
    assert "Post the right version." in shown(bob.view)
    assert "After the call: " not in shown(bob.view)
    assert "After the call: " not in shown(world.plan)
    assert "After the call: " not in shown(await bob.opens_home())


@pytest.mark.usefixtures("waiting")
async def test_a_case_that_is_opened_again_after_its_call_has_no_task_that_waits_for_it(
    world: World, alice: Someone
) -> None:
    await make_the_call(world, alice)
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    await alice.clicks(world.plan, "case.reopen")
    await alice.submits()

    await alice.clicks(world.plan, "case.tasks")
    assert "Post the right version." in shown(alice.view)
    assert "After the call: " not in shown(alice.view)


async def test_once_counsel_was_called_nothing_waits_for_asking_them(world: World, alice: Someone) -> None:
    await alice.reports(undo="edit", red_flags=["lawsuit_or_regulator"])
    await alice.clicks(world.plan, "case.tasks")
    before = shown(alice.view)
    await alice.closes()

    await make_the_call(world, alice)

    await alice.clicks(world.plan, "case.tasks")
    assert "Once counsel was asked: edit it" in before
    assert "Once counsel was asked" not in shown(alice.view)
    assert "Edit it" in shown(alice.view)


@pytest.mark.usefixtures("stopped")
async def test_the_menu_of_levels_marks_what_the_facts_say_without_the_stop(
    world: World, alice: Someone
) -> None:
    await make_the_call(world, alice)

    await alice.clicks(world.plan, "case.level")

    assert "The call is made: choose what was agreed" in shown(alice.view)
    assert "Apologise publicly (what the facts say)" in shown(alice.view)


@pytest.mark.usefixtures("stopped")
async def test_the_agreed_level_no_longer_asks_for_the_call(world: World, alice: Someone) -> None:
    await make_the_call(world, alice)

    await alice.clicks(world.plan, "case.level")
    await alice.submits(level="apologise_publicly", reason="The privacy officer agrees")

    assert "*Apologise once, briefly, in the same place.*" in shown(world.plan)
    assert "First make the call" not in shown(world.plan)


@pytest.mark.usefixtures("stopped")
async def test_a_holding_statement_that_is_out_does_not_turn_the_stop_into_watching(
    world: World, bob: Someone
) -> None:
    await bob.clicks(world.plan, "case.lead")
    await bob.clicks(world.draft("Holding statement"), "draft.approve")

    await bob.publishes(world.draft("Holding statement"), override="The press prints it in ten minutes")

    plan = shown(world.plan)
    assert "*Stop. Keep the evidence, and say nothing more in public before the call.*" in plan
    assert "Now watch whether it dies down" not in plan
    assert "Only watching now" not in plan


async def test_a_private_note_says_that_the_call_comes_first_until_it_is_made(
    world: World, bob: Someone, note: Message
) -> None:
    before = shown(note)
    await bob.clicks(note, "draft.published")
    form = shown(bob.view)
    await bob.closes()

    await make_the_call(world, bob)
    await bob.clicks(note, "draft.published")

    assert "*The call in the plan comes first:*" in before
    assert "*The call in the plan comes first, and it is not ticked yet.*" in form
    assert "The call in the plan comes first" not in shown(note)
    assert "The call in the plan comes first" not in shown(bob.view)


async def test_a_private_note_can_be_marked_as_sent_before_the_call(bob: Someone, note: Message) -> None:
    assert await bob.publishes(note) == {}

    assert "Marked as sent by <@UBOB>" in shown(note)


async def test_a_private_note_beside_a_correction_follows_facts_that_put_a_call_first(
    world: World, alice: Someone
) -> None:
    await alice.reports("We posted a joke about two guests", **ABOUT_TWO_GUESTS)
    note = world.draft("Private note")
    assert await alice.edits(note, "Dear guest, we made a joke about you in public. We are sorry.") == {}
    before = shown(note)

    await alice.clicks(world.plan, "case.facts")
    await alice.submits(red_flags=["discrimination"])

    assert "version 2" in before.lower()
    assert "The call in the plan comes first" not in before
    assert "*The call in the plan comes first:*" in shown(note)


@pytest.mark.usefixtures("stopped")
async def test_an_approved_text_that_the_plan_no_longer_has_says_so(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft("Holding statement"), "draft.approve")
    before = shown(world.draft("Holding statement"))
    await make_the_call(world, alice)

    await alice.clicks(world.plan, "case.level")
    await alice.submits(level="direct_contact", reason="The privacy officer asks for it")

    assert "The plan as it is now has no such text" not in before
    assert "*The plan as it is now has no such text:* discard it" in shown(world.draft("Holding statement"))


@pytest.mark.usefixtures("stopped")
async def test_an_approved_text_that_did_not_go_out_says_so_once_the_case_is_closed(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft("Holding statement"), "draft.approve")

    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    assert "OOPS-1 · approved, not published" in shown(world.draft("Holding statement"))
    assert "### Holding statement: approved, not published" in record_of(world)


@pytest.mark.usefixtures("stopped")
async def test_an_approved_holding_statement_is_no_longer_asked_to_be_approved(
    world: World, bob: Someone
) -> None:
    assert "Approve it now if you like" in shown(world.draft("Holding statement"))

    await bob.clicks(world.draft("Holding statement"), "draft.approve")

    draft = shown(world.draft("Holding statement"))
    assert "Approve it now" not in draft
    assert "It is published after the call in the plan has been ticked" in draft
