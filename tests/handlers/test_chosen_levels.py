"""A level that a person chose: it stays while it holds, and what the facts say beside it is said too."""

from tests.said import thread_text
from tests.world import Someone, World, first_value, shown

A_LEAK = {
    "mistake": "private_info",
    "harm": "privacy",
    "channel": "email",
    "undo": "cannot",
    "noticed": "a_few",
}


async def chooses(world: World, someone: Someone, level: str) -> None:
    await someone.clicks(world.plan, "case.level")
    assert await someone.submits(level=level, reason="We agreed on it") == {}


async def test_facts_that_advise_more_than_the_level_that_stays_are_said_in_the_thread_and_the_form(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("The mail showed everybody's address", **A_LEAK, affected="many_customers")
    await alice.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    await chooses(world, alice, "direct_contact")

    await bob.clicks(world.plan, "case.facts")
    worse = {"noticed": "press", "fault": "avoidable"}
    assert await bob.submits(**worse) == {}
    await bob.clicks(world.plan, "case.level")

    assert "OOPS-1 · Contact the people affected" in shown(world.plan)
    assert "The facts now say, once the call is made: “Full response”." in thread_text(world)
    assert "Full response (what the facts say)" in shown(bob.view)


async def test_that_a_person_chose_the_level_is_said_once_and_the_facts_keep_their_place(
    world: World, alice: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")

    await chooses(world, alice, "let_it_go")

    plan = shown(world.plan)
    assert "<@UALICE> chose this level: “We agreed on it” The facts say: *Correct it publicly*." in plan
    assert "A person chose" not in plan
    assert plan.split("*Why*")[1].split("Why, in full")[0].count("•") == 2
