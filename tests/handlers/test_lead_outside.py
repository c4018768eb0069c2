"""A lead who is not in the case's channel, from the settings or since they left it: nobody there leads, and that is said."""

import pytest

from tests.handlers.brands import open_brand, open_page, set_brand
from tests.world import TEAM_CHANNEL, Someone, World, shown

OUTSIDE = "Lead: <@UCAROL>, who is not in this channel"


async def report_led_by_carol(world: World, alice: Someone, **settings: object) -> None:
    await set_brand(world, lead="UCAROL", **settings)
    await alice.reports(should_have_said="The run is on Thursday")


async def test_a_plan_says_that_its_lead_is_not_there_and_others_can_take_over(
    world: World, alice: Someone, bob: Someone
) -> None:
    await report_led_by_carol(world, alice)
    before = shown(world.plan)

    await bob.clicks(world.plan, "case.lead")

    assert OUTSIDE in before
    assert "Lead: <@UBOB>" in shown(world.plan)
    assert "not in this channel" not in shown(world.plan)


async def test_whoever_is_there_is_asked_to_invite_somebody_who_may_approve(
    world: World, alice: Someone
) -> None:
    await report_led_by_carol(world, alice, approvers=["UCAROL"])

    said = shown(world.draft())
    assert "<@UCAROL>, who leads the case, is not here either. Whoever reads this, please invite" in said
    assert "<@UCAROL>, please invite" not in said


async def test_app_home_lists_a_case_whose_lead_is_outside_as_led_by_nobody_there(
    world: World, alice: Someone, bob: Someone
) -> None:
    await report_led_by_carol(world, alice)
    await world.next_check_in()

    home = shown(await bob.opens_home())

    assert "OOPS-1* · Nobody here leads this case: its lead is not in its channel" in home
    assert "OOPS-1* · Has it died down?" in home


async def test_a_lead_who_leaves_the_channel_is_said_to_be_gone_and_one_who_comes_back_is_not(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await bob.clicks(world.plan, "case.lead")

    await alice.person.removes(TEAM_CHANNEL, "UBOB")
    await world.oops.settle()
    gone, asked = shown(world.plan), shown(world.draft())
    await alice.person.invites(TEAM_CHANNEL, "UBOB")
    await world.oops.settle()

    assert "Lead: <@UBOB>, who is not in this channel" in gone
    assert "<@UBOB>, who leads the case, is not here either" in asked
    assert "who is not in this channel" not in shown(world.plan)
    assert "who leads the case" not in shown(world.draft())


async def test_settings_warn_of_a_lead_who_is_not_in_the_channel(alice: Someone) -> None:
    await alice.reports()
    await open_page(alice, "people")

    errors = await alice.submits(lead="UCAROL", backup="UBOB")

    assert errors == {}
    assert "<@UCAROL> is not in <#CRESPONSE>" in shown(alice.view)
    assert "<@UBOB> is not in" not in shown(alice.view)


async def test_a_lead_who_is_not_there_hears_nothing_of_changes_that_somebody_asks_for(
    world: World, bob: Someone, carol: Someone
) -> None:
    await set_brand(world, lead="UCAROL")
    await carol.reports(should_have_said="The run is on Thursday")
    told = carol.told()

    await bob.clicks(world.draft(), "draft.request_changes")
    await bob.submits(reason="Name the place too")

    assert carol.told() == told
    assert "Name the place too" in shown(world.draft())


@pytest.mark.parametrize("approver", ["UBOB", None])
async def test_a_draft_that_lacks_one_of_two_approvals_names_who_may_give_the_other(
    world: World, alice: Someone, bob: Someone, approver: str | None
) -> None:
    await set_brand(world, approvals_needed=2, approvers=[approver, "UCAROL"] if approver else [])

    await alice.reports(should_have_said="The run is on Thursday")
    before = shown(world.draft())
    await bob.clicks(world.draft(), "draft.approve")

    assert "In this channel only <@UBOB> may approve this text: 1 more approval will be missing." in before
    assert "Nobody else in this channel may approve this text" not in before
    assert "Nobody else in this channel may approve this text" in shown(world.draft())


async def test_settings_that_ask_for_two_warn_where_fewer_can(alice: Someone) -> None:
    await alice.reports()
    await open_brand(alice)
    before = shown(alice.view)
    await alice.clicks(alice.view, "settings.people")

    await alice.submits(approvals_needed="2")

    assert "*2 approvals are needed, and of a text that was written in" not in before
    assert "*2 approvals are needed, and of a text that was written in" in shown(alice.view)
    assert "only 1 person there can give one" in shown(alice.view)


async def test_whoever_practises_alone_is_not_offered_the_lead_that_they_have(
    world: World, carol: Someone
) -> None:
    await carol.types("practice")
    await carol.submits()

    plan = next(one for one in world.said(world.workspace.direct_channel("UCAROL").id) if not one.thread_ts)

    assert "Lead: <@UCAROL>" in shown(plan)
    assert "Take over the lead" not in shown(plan)
