"""Two people who change the facts at the same time: what does not go together is refused beside its field, and nothing typed is lost."""

import pytest

from tests.world import Someone, World, shown


@pytest.fixture
async def both_open(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(channel="facebook", undo="cannot", should_have_said="The run is on Thursday")
    await alice.clicks(world.plan, "case.facts")
    await bob.clicks(world.plan, "case.facts")


@pytest.mark.usefixtures("both_open")
async def test_what_cannot_be_done_where_it_went_out_after_all_is_refused_beside_its_field(
    world: World, alice: Someone, bob: Someone
) -> None:
    assert await alice.submits(channel="email") == {}

    errors = await bob.submits(undo="edit", should_have_said="The run is on Friday")

    assert set(errors) == {"undo"}
    assert "Alice changed the facts while you had this open: E-mail or newsletter" in errors["undo"]
    assert "“It can be edited” is not possible there. Choose another answer" in errors["undo"]
    assert "Swap what can be swapped" not in shown(world.plan)


@pytest.mark.usefixtures("both_open")
async def test_another_answer_is_taken_with_all_that_was_typed(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.submits(channel="email")
    await bob.submits(undo="edit", should_have_said="The run is on Friday")

    errors = await bob.submits(undo="cannot")

    assert errors == {}
    assert "The run is on Friday" in shown(world.draft())
    assert "“It can be edited”" not in shown(world.plan)


@pytest.mark.usefixtures("both_open")
async def test_whoever_says_where_it_went_out_has_said_what_can_be_done_there(
    world: World, alice: Someone, bob: Someone
) -> None:
    assert await alice.submits(undo="edit") == {}

    errors = await bob.submits(channel="email")

    assert errors == {}
    assert "Whether it can be taken back: “No, it is out” instead of “It can be edited”." in shown(
        world.thread()[-1]
    )
