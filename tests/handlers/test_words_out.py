"""A plan that comes after something was published, or after a call was made: it knows what is out, and waits for no call."""

import pytest

from tests.said import record_of, thread_text
from tests.world import Someone, World, first_value, shown

CLAIM = {
    "channel": "youtube",
    "harm": "misleads_public",
    "noticed": "many_replies",
    "undo": "edit",
    "affected": "few_known",
    "should_have_said": "Mara Lindqvist took no money.",
}

LEAK = {
    "mistake": "private_info",
    "harm": "privacy",
    "channel": "email",
    "undo": "cannot",
    "affected": "few_known",
}
WRITE_TO_THEM = "Phone or write to each of the people concerned"


@pytest.fixture
async def corrected(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports("We said that the councillor Mara Lindqvist took bribes", **CLAIM)
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())


async def changes(world: World, someone: Someone, **facts: object) -> None:
    await world.passes(minutes=1)
    await someone.clicks(world.plan, "case.facts")
    assert await someone.submits(**facts) == {}


@pytest.mark.usefixtures("corrected")
async def test_a_stop_after_public_words_tells_whom_is_called_and_takes_nothing_back(
    world: World, bob: Someone
) -> None:
    await changes(world, bob, red_flags=["lawsuit_or_regulator"])

    plan = shown(world.plan)
    assert "Tell them first what is out already: Public correction." in plan
    assert "say nothing more in public before the call" in plan
    assert "holding statement" not in plan.lower()
    assert "*Holding statement*" not in thread_text(world)


@pytest.mark.usefixtures("corrected")
async def test_a_lesser_level_after_the_apology_asks_for_no_second_text_of_the_same(
    world: World, bob: Someone
) -> None:
    await changes(world, bob, red_flags=["lawsuit_or_regulator"])
    await bob.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    await bob.clicks(world.plan, "case.level")
    await bob.submits(level="correct_publicly", reason="Counsel: a correction, no apology")

    assert thread_text(world).count("*Public correction*") == 1
    assert "Publish one short, approved line" not in shown(world.plan)
    assert "Now watch whether it dies down." in shown(world.plan)


@pytest.mark.usefixtures("corrected")
async def test_another_right_version_is_a_text_and_a_task_of_its_own(world: World, bob: Someone) -> None:
    before = shown(world.plan)
    await changes(world, bob, should_have_said="Mara Lindqvist was never paid.")

    assert thread_text(world).count("*Public correction*") == 2
    assert "Publish the approved apology" not in before
    assert "Publish the approved apology" in shown(world.plan)


async def test_a_call_that_comes_up_after_the_words_does_not_ask_for_them_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    mail = {"channel": "email", "undo": "cannot", "affected": "few_known", "noticed": "a_few"}
    await alice.reports(**mail, harm="misleads_decision", should_have_said="Thursday")
    await bob.clicks(world.draft("Private note"), "draft.approve")
    await alice.publishes(world.draft("Private note"))

    await changes(world, alice, red_flags=["minors"])

    assert "OOPS-1 · Contact the people affected" in shown(world.plan)
    assert "*The words are out. Make the call now, and say nothing more before it.*" in shown(world.plan)
    assert "First make the call" not in shown(world.plan)


async def test_an_all_clear_with_other_words_is_a_task_again(world: World, alice: Someone) -> None:
    alarm = {"channel": "push_sms", "mistake": "false_alarm", "harm": "safety", "undo": "cannot"}
    await alice.reports("We sent a flood warning that was a test", **alarm)
    await alice.publishes(world.draft("All-clear"))
    before = shown(world.plan)

    await changes(world, alice, should_have_said="There is no flood. The boathouse is open.")

    assert thread_text(world).count("*All-clear*") == 2
    assert "Send the all-clear now, in the same place or to the same phones" not in before
    assert "Now watch whether it dies down." in before
    assert shown(world.plan).count("Send the all-clear now") > 1


async def _calls(world: World, someone: Someone) -> None:
    await world.passes(minutes=1)
    await someone.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))


async def _chooses(world: World, someone: Someone, level: str) -> None:
    await world.passes(minutes=1)
    await someone.clicks(world.plan, "case.level")
    assert await someone.submits(level=level, reason="Agreed in the call") == {}


async def _sends_the_note(world: World, alice: Someone, bob: Someone) -> None:
    note = world.draft("Private note")
    await alice.clicks(note, "draft.edit")
    await alice.submits(text="Hello, we are sorry. We showed your address to nine others.")
    await bob.clicks(world.draft("Private note"), "draft.approve")
    await alice.publishes(world.draft("Private note"))


async def test_a_stop_after_the_call_and_the_note_waits_for_no_call_and_asks_for_no_second_note(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("The mail showed ten people each other's address", **LEAK, noticed="a_few")
    await _calls(world, alice)
    await _chooses(world, alice, "direct_contact")
    await _sends_the_note(world, alice, bob)
    await changes(world, bob, noticed="press")
    plan, notes = shown(world.plan), shown(world.draft("Phone notes"))
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    assert "the call is made" in plan
    assert "as soon as that is agreed" in plan
    assert WRITE_TO_THEM not in plan
    assert "you call first" not in notes
    assert "Until that first call is made" not in notes
    assert "To those who had the private note: the same words as in it." in notes
    assert "Beyond that, say only what was agreed in the call." in notes
    assert "make the call before any public word" not in record_of(world)
    assert "say in public only what was agreed in the call" in record_of(world)


async def test_those_who_had_no_note_yet_are_still_to_be_written_to(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("The mail showed ten people each other's address", **LEAK, noticed="a_few")
    await _calls(world, alice)
    await changes(world, bob, noticed="press")

    assert WRITE_TO_THEM in shown(world.plan)


async def test_a_note_about_something_else_answers_for_nothing(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("The mail showed ten people each other's address", **LEAK, noticed="a_few")
    await _calls(world, alice)
    await _chooses(world, alice, "direct_contact")
    await _sends_the_note(world, alice, bob)
    await changes(world, bob, noticed="press", what="The mail showed ten people each other's salary")

    assert WRITE_TO_THEM in shown(world.plan)


async def test_a_note_after_the_correction_says_what_is_right_and_announces_nothing(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("We said that the councillor Mara Lindqvist took bribes", **CLAIM)
    before = shown(world.draft("Private note"))
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())
    await changes(world, bob, red_flags=["lawsuit_or_regulator"])
    notes = shown(world.draft("Phone notes"))
    await _calls(world, alice)
    await _chooses(world, bob, "apologise_publicly")
    after = shown(world.draft("Private note"))

    assert "We will put it right in public" in before
    assert "what has been said already" in notes
    assert "To anybody else: the words that are public already." in notes
    assert "put it right in public" not in after
    assert "Mara Lindqvist took no money." in after
    assert thread_text(world).count("*Public correction*") == 1


async def test_the_note_that_was_sent_beside_a_public_apology_is_what_those_concerned_were_written(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(
        "We gave nine people a wrong price", affected="few_known", should_have_said="90 euros"
    )
    await _chooses(world, alice, "apologise_publicly")
    before = shown(world.plan)

    await _sends_the_note(world, alice, bob)

    assert WRITE_TO_THEM in before
    assert "The private note in the thread has the words" in before
    assert WRITE_TO_THEM not in shown(world.plan)
    assert "Publish the approved apology" in shown(world.plan)
