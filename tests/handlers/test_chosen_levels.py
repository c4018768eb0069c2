"""A level that a person chose: it stays while it holds, and what the facts say beside it is said too."""

from tests.said import record_of, thread_text
from tests.world import Someone, World, first_value, shown

A_LEAK = {
    "mistake": "private_info",
    "harm": "privacy",
    "channel": "email",
    "undo": "cannot",
    "noticed": "a_few",
}


def _ticks(someone: Someone, words: str) -> list[str]:
    """Return the values of the buttons that tick off the tasks with these words."""
    blocks = someone.view.blocks
    near = [blocks[at + 1] for at, block in enumerate(blocks) if words in str(block.get("text", ""))]
    return [block["elements"][0]["value"] for block in near]


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


async def test_what_is_let_go_while_it_stands_is_said_to_stay_up_in_the_form_and_in_the_plan(
    world: World, alice: Someone
) -> None:
    await alice.reports(undo="delete", noticed="many_replies", still_misleading="yes")
    await alice.clicks(world.plan, "case.level")
    form = shown(alice.view)

    assert await alice.submits(level="let_it_go", reason="We agreed on it") == {}

    assert "What is still up stays up, and somebody could act on it or be hurt." in form
    assert "change the level to “Correct it publicly”" in shown(world.plan)
    assert "save a screenshot" in shown(world.plan)
    assert "in one line, after saving" not in shown(world.plan)


async def test_once_the_call_is_made_nothing_is_forbidden_until_then_and_no_record_asks_for_it(
    world: World, alice: Someone
) -> None:
    await alice.reports(red_flags=["lawsuit_or_regulator"], undo="delete")
    before = shown(world.plan)
    await world.passes(minutes=5)
    await alice.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    after = shown(world.plan)
    await world.passes(minutes=5)
    await chooses(world, alice, "apologise_publicly")
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    assert "Do not post anything before the call" in before
    assert "Do not change or delete anything before counsel was asked" in before
    assert "OOPS-1 · Call first, then speak: the call is made" in after
    assert "before the call" not in after
    assert "before counsel was asked" not in after
    assert "First make the call." not in record_of(world)


async def test_whether_to_delete_is_no_question_once_it_is_deleted(world: World, alice: Someone) -> None:
    await alice.reports(harm="offence", undo="delete")
    before = shown(world.plan)

    await alice.clicks(world.plan, "case.tasks")
    deleted = next(value for value in _ticks(alice, "Delete it"))
    await alice.clicks(alice.view, "task.done", deleted)

    assert "*Delete or keep:*" in before
    assert "*Delete or keep:*" not in shown(world.plan)
