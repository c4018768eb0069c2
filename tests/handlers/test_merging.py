"""Merging two cases of one mistake: which can be, and which one goes on."""

import pytest

from bot.models import Case, key
from tests.handlers.reporting import PRIZE, add_brand, case_numbered
from tests.handlers.tasks import task_button
from tests.said import plans, record_of, thread_text
from tests.world import Someone, World, action_ids, first_value, shown

OTHER = "Harbour Café"


async def opens_merging(world: World, someone: Someone, number: int) -> None:
    await someone.clicks(plans(world)[number - 1], "case.more")
    await someone.clicks(someone.view, "case.merge")


@pytest.fixture
async def of_two_brands(world: World, alice: Someone) -> None:
    other = await add_brand(world, OTHER)
    await alice.reports("We wrote Tuesday, the run is on Thursday", brand="1")
    await alice.reports("The café is open on Monday", brand=other)


@pytest.mark.usefixtures("of_two_brands")
async def test_a_case_of_another_brand_is_not_offered_for_merging(world: World, alice: Someone) -> None:
    await opens_merging(world, alice, 2)

    assert f"no other open case of {OTHER} in this channel" in shown(alice.view)
    assert "OOPS-1" not in shown(alice.view)
    assert "*Correct the brand*" in shown(alice.view)


async def test_a_case_that_turned_out_to_be_another_brands_while_the_form_was_open_is_not_merged(
    world: World, alice: Someone, bob: Someone
) -> None:
    other = await add_brand(world, OTHER)
    await alice.reports("We wrote Tuesday, the run is on Thursday", brand="1")
    await alice.reports("The run is not on Tuesday", brand="1")
    first = await case_numbered(world, 1)
    await opens_merging(world, alice, 2)
    await bob.clicks(plans(world)[0], "case.more")
    await bob.clicks(bob.view, "case.brand")
    assert await bob.submits(brand=other) == {}

    errors = await alice.submits(case=str(key(first)))

    assert f"OOPS-1 is filed for {OTHER}" in errors["case"]
    assert "Correct the brand" in errors["case"]
    assert [await merged(world, number) for number in (1, 2)] == [None, None]


async def merged(world: World, number: int) -> int | None:
    case: Case = await case_numbered(world, number)
    return case.merged_into


async def report_twice(alice: Someone) -> None:
    await alice.reports("We told everybody that they had won the car", **PRIZE)
    await alice.reports("Everybody in the draw was told that the car is theirs", **PRIZE)


async def calls(world: World, someone: Someone, number: int) -> None:
    plan = plans(world)[number - 1]
    await someone.clicks(plan, "task.done", first_value(plan, "task.done"))


async def merges(world: World, someone: Someone, number: int, other: int, **answers: str) -> None:
    await opens_merging(world, someone, number)
    chosen = str(key(await case_numbered(world, other)))
    assert await someone.submits(case=chosen, **answers) == {}


async def test_of_two_that_are_as_far_the_first_goes_on_wherever_the_form_was_opened(
    world: World, alice: Someone
) -> None:
    await report_twice(alice)
    await opens_merging(world, alice, 2)
    offered = shown(alice.view)

    await alice.submits(case=str(key(await case_numbered(world, 1))))

    assert "OOPS-1 goes on: it was reported first" in offered
    assert await merged(world, 2) == key(await case_numbered(world, 1))
    assert "OOPS-1 goes on, with a plan of its own." in shown(plans(world)[1])


async def test_the_one_whose_call_is_made_goes_on_though_it_was_reported_later(
    world: World, alice: Someone
) -> None:
    await report_twice(alice)
    await calls(world, alice, 2)
    await opens_merging(world, alice, 1)
    offered = shown(alice.view)

    await alice.submits(case=str(key(await case_numbered(world, 2))))

    assert "OOPS-2 goes on: its call is made" in offered
    assert "*Unless you choose otherwise, the one goes on that has come further" in offered
    assert await merged(world, 1) == key(await case_numbered(world, 2))


@pytest.mark.parametrize(("goes_on", "ends"), [("this", 1), ("other", 2)])
async def test_whoever_knows_better_chooses_which_one_goes_on(
    world: World, alice: Someone, goes_on: str, ends: int
) -> None:
    await report_twice(alice)

    await merges(world, alice, 2, 1, goes_on=goes_on)

    assert [await merged(world, number) is None for number in (1, 2)] == [ends != 1, ends != 2]


async def publishes_apology(world: World, alice: Someone, bob: Someone) -> None:
    await bob.clicks(world.draft(), "draft.approve")
    assert await alice.publishes(world.draft()) == {}


async def test_words_that_are_out_are_not_asked_for_again_by_the_case_that_goes_on(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await publishes_apology(world, alice, bob)
    await alice.reports("The day in our post is not right")
    before = shown(world.plan)

    await merges(world, alice, 2, 1, goes_on="this")

    plan = shown(world.plan)
    assert "Publish one short, approved line" in before
    assert "Publish one short, approved line" not in plan
    assert "Now watch whether it dies down." in plan
    assert "Public correction (OOPS-1)" in plan
    assert "draft.approve" not in action_ids(world.draft())
    assert "*Out already, in its thread:* public correction." in thread_text(world)


async def test_words_of_a_merged_case_that_say_that_the_post_is_gone_ask_for_the_deletion_that_is_still_open(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(undo="delete", should_have_said="Thursday")
    await alice.edits(world.draft(), "We have removed our post: the run is on Thursday. Sorry.")
    await publishes_apology(world, alice, bob)
    await alice.reports("The day in our post is not right", undo="delete", should_have_said="Thursday")

    await merges(world, alice, 2, 1, goes_on="this")

    asked = "*What is out says what was done about the original, and that is not ticked here:* “"
    assert asked in shown(world.plan)
    assert "and that is not ticked here:* “" in shown(world.thread()[-1])
    await alice.clicks(world.plan, "task.done", task_button(world.plan, "task.done", "Delete"))
    assert asked not in shown(world.plan)


async def test_words_of_a_merged_case_that_say_nothing_of_the_post_ask_for_nothing(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(undo="delete", should_have_said="Thursday")
    await alice.edits(world.draft(), "The run is on Thursday, not on Tuesday. Sorry.")
    await publishes_apology(world, alice, bob)
    await alice.reports("The day in our post is not right", undo="delete", should_have_said="Thursday")

    await merges(world, alice, 2, 1, goes_on="this")

    assert "not ticked here" not in shown(world.plan) + thread_text(world)


async def test_once_the_merged_case_is_opened_again_the_other_asks_for_its_own_words(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await publishes_apology(world, alice, bob)
    published = world.clock.now
    first = world.plan
    await alice.reports("The day in our post is not right")
    await world.passes(minutes=30)
    await merges(world, alice, 2, 1, goes_on="this")
    await alice.clicks(world.plan, "case.tasks")
    ticked = shown(alice.view)

    await alice.clicks(first, "case.reopen")
    await alice.submits(reason="They are two mistakes after all")

    assert f"<!date^{int(published.timestamp())}^" in ticked
    plan = shown(world.plan)
    assert "Publish one short, approved line" in plan
    assert "Now watch whether it dies down." not in plan
    assert "Public correction (OOPS-1)" not in plan
    assert "draft.edit" in action_ids(world.draft())
    assert "this case asks for its own words again" in thread_text(world)


async def test_a_call_that_was_made_for_one_is_made_for_the_other_too(
    world: World, alice: Someone, bob: Someone
) -> None:
    await report_twice(alice)
    await calls(world, bob, 1)
    before = shown(world.plan)

    await merges(world, alice, 2, 1, goes_on="this")

    assert "*Call first, due" in before
    assert "*Call first, due" not in shown(world.plan)
    assert "I made the call" not in shown(world.plan)
    assert "*Spoken to already, which counts here too:*\n• Call" in thread_text(world)
    await alice.clicks(world.plan, "case.tasks")
    assert "(<@UBOB>" in shown(alice.view)


async def test_the_record_names_what_went_out_in_a_case_that_was_merged(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await publishes_apology(world, alice, bob)
    await alice.reports("The day in our post is not right")
    await merges(world, alice, 2, 1, goes_on="this")

    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    assert "Public correction: went out in OOPS-1, which was merged into this case" in record_of(world)
    assert "did not go out" not in record_of(world)


async def test_red_flags_that_only_the_merged_case_had_are_named(world: World, alice: Someone) -> None:
    await alice.reports("We told everybody that they had won the car", **PRIZE)
    await alice.reports(
        "We told all of them that they had won", **{**PRIZE, "red_flags": ["lawsuit_or_regulator"]}
    )

    await merges(world, alice, 1, 2)

    said = "\n".join(shown(message) for message in world.thread(plans(world)[0]))
    assert "*It was reported with: A lawsuit or regulator is likely.*" in said
    assert "press *New facts*" in said


async def test_new_facts_after_the_merging_may_ask_for_other_words(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await publishes_apology(world, alice, bob)
    await alice.reports("The day in our post is not right", should_have_said="Thursday")
    await merges(world, alice, 2, 1, goes_on="this")
    await world.passes(minutes=1)

    await alice.clicks(world.plan, "case.facts")
    await alice.submits(should_have_said="Friday")

    assert "draft.approve" in action_ids(world.draft())
    assert "Publish one short, approved line" in shown(world.plan)


PUSH = {"channel": "push_sms", "undo": "cannot", "harm": "misleads_decision", "should_have_said": "3.5 %"}
LEFT = "Push alert or SMS (OOPS-1): Send the approved private note"


async def report_in_two_places(alice: Someone) -> None:
    await alice.reports("Our push said that savings pay 4.5 %", affected="few_known", **PUSH)
    await alice.reports("Our post says that savings pay 4.5 %", **{**PUSH, "channel": "x", "undo": "delete"})


async def test_what_is_left_to_do_in_another_place_comes_along_and_stays_with_new_facts(
    world: World, alice: Someone
) -> None:
    await report_in_two_places(alice)
    await opens_merging(world, alice, 2)
    offered = shown(alice.view)

    await alice.submits(case=str(key(await case_numbered(world, 1))), goes_on="this")
    told = shown(world.thread()[-1])
    await alice.clicks(world.plan, "case.facts")
    await alice.submits(noticed="press")
    await alice.clicks(world.plan, "case.tasks")

    assert "*Not all of them went out in one place*" in offered
    assert "OOPS-1, Push alert or SMS: Save a copy of what went out" in offered
    assert (
        "*Still to be done where that went out, and a task here now:*\n• Push alert or SMS (OOPS-1)" in told
    )
    assert LEFT in told
    assert "The private note is in the thread of OOPS-1. Nobody approved it" in told
    assert LEFT in shown(alice.view)


async def test_what_came_along_is_done_where_it_was_once_that_case_is_opened_again(
    world: World, alice: Someone
) -> None:
    await report_in_two_places(alice)
    await merges(world, alice, 2, 1, goes_on="this")
    first = plans(world)[0]

    for _ in range(2):
        await alice.clicks(first, "case.reopen")
        await alice.submits()
        await alice.clicks(world.plan, "case.tasks")
        parted = shown(alice.view)
        await merges(world, alice, 2, 1, goes_on="this")
        await alice.clicks(world.plan, "case.tasks")

        assert "(OOPS-1)" not in parted
        assert LEFT in shown(alice.view)


async def test_of_two_in_one_place_nothing_has_to_come_along(world: World, alice: Someone) -> None:
    await alice.reports()
    await alice.reports("The day in our post is not right")
    await opens_merging(world, alice, 2)
    offered = shown(alice.view)

    await alice.submits(case=str(key(await case_numbered(world, 1))), goes_on="this")

    assert "in one place" not in offered
    assert "Still to be done where that went out" not in thread_text(world)
