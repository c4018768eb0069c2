"""Saying that a task was not done after all: what hung on it waits again, and the record tells both."""

import pytest

from tests.handlers.reporting import PRIZE
from tests.handlers.tasks import task_button
from tests.said import record_of, thread_text
from tests.world import Someone, World, action_ids, first_value, shown

NO_CAR = {**PRIZE, "affected": "public", "should_have_said": "There is no car to win."}
NOT_MADE = "a call was not made after all"


@pytest.fixture
async def called(world: World, alice: Someone) -> None:
    """A case whose call was ticked off."""
    await alice.reports("We told everybody that they had won the car", **NO_CAR)
    await alice.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))


async def takes_back(world: World, someone: Someone, words: str) -> None:
    await someone.clicks(world.plan, "case.tasks")
    await someone.clicks(someone.view, "task.reopen", task_button(someone.view, "task.reopen", words))


@pytest.mark.usefixtures("called")
async def test_a_call_that_was_never_made_is_to_be_made_again_and_public_words_wait_for_it(
    world: World, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")
    before = shown(world.plan)

    await takes_back(world, bob, "Call")

    assert "*Call first, due" not in before
    assert "*Call first, due" in shown(world.plan)
    assert "After the call:" in shown(bob.view)
    assert f"*<@UBOB> said that {NOT_MADE}:* Call" in thread_text(world)
    assert "Public words wait for it again." in thread_text(world)
    assert "It is published after the call in the plan has been ticked." in shown(world.draft())


@pytest.mark.usefixtures("called")
async def test_a_call_that_is_taken_back_after_the_words_went_out_is_to_be_made_now(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())

    await takes_back(world, bob, "Call")

    assert "*Words are out already: make the call now" in thread_text(world)
    assert "Make the call now, and say nothing more before it." in shown(world.plan)


@pytest.mark.usefixtures("called")
async def test_the_record_tells_of_the_tick_and_that_it_was_taken_back(world: World, alice: Someone) -> None:
    await takes_back(world, alice, "Call")

    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    record = record_of(world)
    assert record.index("Alice ticked off: Call") < record.index(
        "Alice said that it was not done after all: Call"
    )
    assert "- [ ] Call" in record


async def test_a_quiet_fix_that_was_not_done_is_no_longer_only_watched(world: World, alice: Someone) -> None:
    await alice.reports(mistake="typo", harm="none", noticed="nobody_yet", undo="edit")
    while "task.done" in action_ids(world.plan):
        await alice.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    before = shown(world.plan)

    await alice.clicks(world.plan, "case.tasks")
    await alice.clicks(alice.view, "task.reopen", first_value(alice.view, "task.reopen"))

    assert "Only watching now" in before
    assert "Only watching now" not in shown(world.plan)


async def test_what_a_text_that_is_out_has_done_cannot_be_taken_back(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await alice.clicks(world.plan, "case.tasks")
    publish = task_button(alice.view, "task.done", "Publish one short, approved line")
    await alice.clicks(alice.view, "task.done", publish)
    stale = alice.view.view
    await bob.clicks(world.draft(), "draft.approve")
    await bob.publishes(world.draft())
    alice.view.view = stale

    await alice.clicks(alice.view, "task.reopen", publish)

    assert "is marked as out, so it is done" in shown(alice.view)
    assert "task.reopen" not in action_ids(alice.view)


async def test_telling_the_few_whom_a_note_was_sent_to_cannot_be_taken_back(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday", affected="few_known", harm="misleads_decision")
    note = world.draft("Private note")
    await alice.edits(note, "Our post named the wrong day. It is Thursday. I am sorry.")
    await bob.clicks(world.draft("Private note"), "draft.approve")

    await bob.publishes(world.draft("Private note"))

    await alice.clicks(world.plan, "case.tasks")
    done = [line for line in shown(alice.view).splitlines() if line.startswith("✓")]
    assert done
    assert "task.reopen" not in action_ids(alice.view)


@pytest.mark.usefixtures("called")
async def test_after_a_day_there_is_no_way_back(world: World, alice: Someone) -> None:
    await world.passes(days=1, minutes=1)

    await alice.clicks(world.plan, "case.tasks")

    assert "task.reopen" not in action_ids(alice.view)


@pytest.mark.usefixtures("called")
async def test_of_two_who_take_it_back_the_second_hears_that_it_is_open(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.tasks")
    stale = alice.view.view
    call = task_button(alice.view, "task.reopen", "Call")
    await takes_back(world, bob, "Call")
    alice.view.view = stale

    await alice.clicks(alice.view, "task.reopen", call)

    assert "open already" in shown(alice.view)
    assert thread_text(world).count(NOT_MADE) == 1
