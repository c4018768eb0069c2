"""A plan that comes after something was published: it knows what is out."""

import pytest

from tests.said import thread_text
from tests.world import Someone, World, first_value, shown

CLAIM = {
    "channel": "youtube",
    "harm": "misleads_public",
    "noticed": "many_replies",
    "undo": "edit",
    "affected": "few_known",
    "should_have_said": "Mara Lindqvist took no money.",
}


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
    assert "publish it" not in shown(world.plan)
    assert "Now watch whether it dies down." in shown(world.plan)


@pytest.mark.usefixtures("corrected")
async def test_another_right_version_is_a_text_and_a_task_of_its_own(world: World, bob: Someone) -> None:
    before = shown(world.plan)
    await changes(world, bob, should_have_said="Mara Lindqvist was never paid.")

    assert thread_text(world).count("*Public correction*") == 2
    assert "Approve the apology and publish it" not in before
    assert "Approve the apology and publish it" in shown(world.plan)


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
