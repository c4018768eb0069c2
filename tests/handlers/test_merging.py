"""Merging two cases of one mistake: which can be, and which one goes on."""

import pytest

from bot.models import Case, key
from tests.handlers.reporting import add_brand, case_numbered
from tests.said import plans
from tests.world import Someone, World, shown

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
