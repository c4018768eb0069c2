"""Merging two cases of one mistake: which can be, and which one goes on."""

import pytest

from bot.models import Case, key
from tests.handlers.reporting import add_brand, case_numbered
from tests.said import plans
from tests.world import Someone, World, first_value, shown

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


PRIZE = {
    "channel": "email",
    "undo": "cannot",
    "mistake": "wrong_price_or_offer",
    "harm": "misleads_decision",
    "red_flags": ["false_price_or_prize"],
}


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
    assert await merged(world, 1) == key(await case_numbered(world, 2))


@pytest.mark.parametrize(("goes_on", "ends"), [("this", 1), ("other", 2)])
async def test_whoever_knows_better_chooses_which_one_goes_on(
    world: World, alice: Someone, goes_on: str, ends: int
) -> None:
    await report_twice(alice)

    await merges(world, alice, 2, 1, goes_on=goes_on)

    assert [await merged(world, number) is None for number in (1, 2)] == [ends != 1, ends != 2]
