"""Correcting whose account a case is of: its plan, voice and approvers follow, and what others had approved does not count."""

from sqlmodel import Session

from bot.models import key
from bot.storage import queries
from tests.handlers.brands import give, set_brand
from tests.handlers.reporting import add_brand
from tests.said import thread_text
from tests.world import Someone, World, shown

RIGHT = "The run is on Thursday, not Tuesday. We are sorry for the mix-up."


async def test_another_account_brings_its_own_plan_voice_and_approvers_and_keeps_the_history(
    world: World, alice: Someone, bob: Someone
) -> None:
    other = await add_brand(world, "Hill Walkers", approvers=["UBOB"])
    first = str(await world.oops.store.read(first_brand, world.oops.workspace_id))
    await alice.reports(brand=first, should_have_said="Thursday")

    await bob.clicks(world.plan, "case.more")
    await bob.clicks(bob.view, "case.brand")
    errors = await bob.submits(brand=other)

    assert errors == {}
    assert "Hill Walkers" in shown(world.plan)
    assert "put right whose account it was: Hill Walkers" in thread_text(world)
    assert "from <@UBOB>" in shown(world.draft())
    plans = await world.oops.store.read(queries.plans_of, 1)
    assert [plan.number for plan in plans] == [1, 2]


def first_brand(session: Session, workspace_id: int) -> int | None:
    return min(key(brand) for brand in queries.brands_of(session, workspace_id))


async def test_with_one_account_there_is_nothing_to_correct(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")
    await alice.clicks(world.plan, "case.more")

    await alice.clicks(alice.view, "case.brand")

    assert "only one brand" in shown(alice.view)


async def test_nobody_approves_the_own_text_by_way_of_another_brand(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["UBOB"])
    first = str(await world.oops.store.read(first_brand, world.oops.workspace_id))
    own = await add_brand(world, "Alice herself", self_approval=True, approvers=[])
    await alice.reports(brand=first, should_have_said="Thursday")
    await alice.edits(world.draft(), RIGHT)

    await give(world, alice, own)
    await alice.clicks(world.draft(), "draft.approve")
    approved = shown(world.draft())
    await give(world, alice, first)

    assert "Approved by <@UALICE>" in approved
    assert "Approved by" not in shown(world.draft())
    assert RIGHT in shown(world.draft())
    assert "<@UALICE>, what you approved needs approval again" in thread_text(world)
    await bob.clicks(world.draft(), "draft.approve")
    assert "Approved by <@UBOB>" in shown(world.draft())


async def test_one_of_two_approvals_does_not_count_for_another_brand(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvals_needed=2)
    first = str(await world.oops.store.read(first_brand, world.oops.workspace_id))
    other = await add_brand(world, "Hill Walkers", approvals_needed=2)
    await alice.reports(brand=first, should_have_said="Thursday")
    await bob.clicks(world.draft(), "draft.approve")
    before = shown(world.draft())

    await give(world, alice, other)

    assert "1 of 2" in before
    assert "1 of 2" not in shown(world.draft())
    assert "<@UBOB>, what you approved needs approval again" in thread_text(world)


async def test_a_generated_text_that_was_approved_is_written_anew_in_the_other_brands_voice(
    world: World, alice: Someone, bob: Someone
) -> None:
    first = str(await world.oops.store.read(first_brand, world.oops.workspace_id))
    voice = {"preset": "formal", "sign_off": "The Hill Walkers"}
    other = await add_brand(world, "Hill Walkers", voice=voice)
    await alice.reports(brand=first, channel="email", undo="cannot", should_have_said="Thursday")
    await bob.clicks(world.draft(), "draft.approve")

    await give(world, alice, other)

    assert "The Hill Walkers" in shown(world.draft())
    assert "Approved by" not in shown(world.draft())


async def test_where_nobody_leads_the_lead_of_the_right_brand_does(world: World, alice: Someone) -> None:
    first = str(await world.oops.store.read(first_brand, world.oops.workspace_id))
    other = await add_brand(world, "Hill Walkers", lead="UBOB")
    await alice.reports(brand=first, should_have_said="Thursday")
    before = shown(world.plan)

    await give(world, alice, other)

    assert "Nobody leads this yet" in before
    assert "Lead: <@UBOB>" in shown(world.plan)
    assert "<@UBOB> leads it now." in thread_text(world)


async def test_the_lead_that_the_wrong_brand_brought_goes_and_whoever_took_the_lead_stays(
    world: World, alice: Someone
) -> None:
    await set_brand(world, lead="UALICE")
    first = str(await world.oops.store.read(first_brand, world.oops.workspace_id))
    other = await add_brand(world, "Hill Walkers", lead="UBOB")
    await alice.reports(brand=first, should_have_said="Thursday")

    await give(world, alice, other)
    brought = shown(world.plan)
    await alice.clicks(world.plan, "case.lead")
    await give(world, alice, first)
    await give(world, alice, other)

    assert "Lead: <@UBOB>" in brought
    assert "Lead: <@UALICE>" in shown(world.plan)


async def test_a_lead_who_is_not_in_the_channel_is_not_brought_along(world: World, alice: Someone) -> None:
    first = str(await world.oops.store.read(first_brand, world.oops.workspace_id))
    other = await add_brand(world, "Hill Walkers", lead="UCAROL")
    await alice.reports(brand=first, should_have_said="Thursday")

    await give(world, alice, other)

    assert "Nobody leads this yet" in shown(world.plan)
