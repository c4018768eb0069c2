"""Opening a case again, and merging two: from two people's seats."""

import pytest

from bot.states import CaseState
from tests.handlers.brands import ANOTHER, make_another_channel, set_brand
from tests.handlers.offers import offer_to_close, quiet_until_offered
from tests.handlers.reporting import add_brand, case_numbered
from tests.said import thread_text
from tests.world import Someone, World, action_ids, shown


@pytest.fixture
async def closed(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")
    await alice.clicks(world.plan, "case.close")
    await alice.submits(cause="The calendar")


def roots(world: World) -> list[str]:
    return [shown(message) for message in world.said() if not message.thread_ts]


@pytest.mark.usefixtures("closed")
async def test_a_closed_case_is_opened_again_with_its_plan_and_new_check_ins(
    world: World, bob: Someone
) -> None:
    await world.passes(days=2)
    await bob.clicks(world.plan, "case.reopen")
    errors = await bob.submits(reason="A newspaper has picked it up")

    assert errors == {}
    assert "<@UBOB> opened the case again: “A newspaper has picked it up”" in thread_text(world)
    assert "task.done" in action_ids(world.plan)
    assert "draft.approve" in action_ids(world.draft())
    await world.passes(minutes=20)
    assert "checkin.quiet" in action_ids(world.check_in())


async def test_an_approved_draft_has_no_buttons_while_its_case_is_closed(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await bob.clicks(world.draft(), "draft.approve")
    approved = world.draft()
    await alice.clicks(world.plan, "case.close")
    await alice.submits(cause="The calendar")
    while_closed = action_ids(approved)

    await bob.clicks(world.plan, "case.reopen")
    await bob.submits(reason="A newspaper has picked it up")

    assert while_closed == []
    assert "draft.published" in action_ids(approved)


async def test_an_offer_to_close_from_before_does_not_come_back(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await quiet_until_offered(world, bob)
    offer = offer_to_close(world)
    await bob.clicks(offer, "case.last_look")
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    await bob.clicks(world.plan, "case.reopen")
    await bob.submits(reason="A newspaper has picked it up")

    assert action_ids(offer) == []
    assert "OOPS-1 goes on: something new came after this offer to close it." in shown(offer)


@pytest.mark.usefixtures("closed")
async def test_two_people_open_it_again_at_once_and_one_is_told(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.reopen")
    await bob.clicks(world.plan, "case.reopen")
    await bob.submits()

    await alice.submits(reason="Typed in vain?")

    assert "opened it again already" in shown(alice.view)


@pytest.mark.usefixtures("closed")
async def test_after_thirty_days_it_is_a_new_story(world: World, bob: Someone) -> None:
    await world.passes(days=30, minutes=1)

    await bob.clicks(world.plan, "case.reopen")

    assert "more than 30 days ago" in bob.hears("CRESPONSE")[-1]
    assert (await case_numbered(world, 1)).state is CaseState.CLOSED


@pytest.mark.usefixtures("closed")
async def test_whoever_left_the_channel_cannot_open_it_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.plan, "case.reopen")
    await alice.person.removes("CRESPONSE", "UBOB")

    await bob.submits()

    assert (await case_numbered(world, 1)).state is CaseState.CLOSED


@pytest.mark.usefixtures("closed")
async def test_closing_it_a_second_time_gives_a_second_record(world: World, alice: Someone) -> None:
    await alice.clicks(world.plan, "case.reopen")
    await alice.submits()

    await alice.clicks(world.plan, "case.close")
    await alice.submits(cause="The calendar, and nobody looked")

    assert thread_text(world).count("Record of OOPS-1") == 2


async def test_what_somebody_had_made_of_a_draft_comes_back_as_theirs(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await bob.edits(world.draft(), "The run is on Thursday, not Tuesday. Sorry for the mix-up.")
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    await alice.clicks(world.plan, "case.reopen")
    await alice.submits()

    assert "The run is on Thursday, not Tuesday. Sorry for the mix-up." in shown(world.draft())
    assert "Version 2 by <@UBOB>" in shown(world.draft())
    await bob.clicks(world.draft(), "draft.approve")
    assert "somebody else has to approve it" in bob.hears("CRESPONSE")[-1]


async def test_what_was_published_is_not_drafted_again(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(should_have_said="Thursday")
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    await bob.clicks(world.plan, "case.reopen")
    await bob.submits()

    assert thread_text(world).count("*Public correction*") == 1
    assert (await case_numbered(world, 1)).state is CaseState.WATCHING


@pytest.fixture
async def two_cases(alice: Someone, bob: Someone) -> None:
    await alice.reports(should_have_said="Thursday")
    await bob.reports("The poster has the wrong day too", channel="facebook")


@pytest.mark.usefixtures("two_cases")
async def test_two_cases_become_one_with_pointers_both_ways(world: World, alice: Someone) -> None:
    first = next(message for message in world.said() if not message.thread_ts)
    await alice.clicks(first, "case.more")
    await alice.clicks(alice.view, "case.merge")
    other = await case_numbered(world, 2)

    errors = await alice.submits(case=str(other.id))

    assert errors == {}
    assert alice.person.views == []
    assert "Merged into OOPS-1 by <@UALICE>" in roots(world)[1]
    assert "merged this case into OOPS-1" in thread_text(world)
    assert "<@UALICE> merged OOPS-2 into this case" in "\n".join(shown(m) for m in world.thread(first))
    await world.passes(hours=3)
    assert not any("checkin.quiet" in action_ids(m) for m in world.thread())


@pytest.mark.usefixtures("two_cases")
async def test_a_merged_case_that_is_opened_again_is_told_of_where_it_went_on(
    world: World, alice: Someone, bob: Someone
) -> None:
    first, second = (message for message in world.said() if not message.thread_ts)
    await alice.clicks(first, "case.more")
    await alice.clicks(alice.view, "case.merge")
    await alice.submits(case=str((await case_numbered(world, 2)).id))

    await bob.clicks(second, "case.reopen")
    await bob.submits(reason="They are two mistakes")

    told = "<@UBOB> opened OOPS-2 again, which was merged into this case"
    assert told in "\n".join(shown(message) for message in world.thread(first))
    assert told not in "\n".join(shown(message) for message in world.thread(second))


@pytest.mark.usefixtures("two_cases")
async def test_a_case_that_was_merged_meanwhile_cannot_be_merged_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    first = next(message for message in world.said() if not message.thread_ts)
    other = str((await case_numbered(world, 2)).id)
    for person in (alice, bob):
        await person.clicks(first, "case.more")
        await person.clicks(person.view, "case.merge")
    await alice.submits(case=other)

    errors = await bob.submits(case=other)

    assert "closed" in errors["case"]


async def test_a_case_in_another_channel_is_not_offered(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")
    make_another_channel(world)
    await set_brand(world, response_channel=ANOTHER)
    await alice.reports(channel="facebook")

    await alice.clicks(world.plan, "case.more")
    await alice.clicks(alice.view, "case.merge")

    assert "no other open case of Riverside Runners in this channel" in shown(alice.view)


async def test_a_case_of_an_archived_brand_is_opened_again_once_the_brand_is_in_use(
    world: World, alice: Someone, bob: Someone
) -> None:
    other = await add_brand(world, "Harbour Café")
    await alice.reports(brand=other)
    await bob.clicks(world.plan, "case.close")
    await bob.submits()
    await alice.types("settings")
    await alice.clicks(alice.view, "settings.brand", other)
    await alice.clicks(alice.view, "settings.archive")

    await bob.clicks(world.plan, "case.reopen")
    refused = bob.hears("CRESPONSE")[-1]
    await alice.types("settings")
    await alice.clicks(alice.view, "settings.archived")
    await alice.clicks(alice.view, "settings.brand", other)
    await alice.clicks(alice.view, "settings.restore")
    await bob.clicks(world.plan, "case.reopen")
    await bob.submits()

    assert "Harbour Café is archived" in refused
    assert "Take the brand out of the archive" in refused
    assert (await case_numbered(world, 1)).state is not CaseState.CLOSED


async def test_the_plan_says_from_when_check_ins_count_once_the_case_is_open_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    before = shown(world.plan)
    await bob.clicks(world.plan, "case.close")
    await bob.submits()
    await world.passes(days=6)

    await bob.clicks(world.plan, "case.reopen")
    await bob.submits(reason="A paper asks")

    assert "Check-ins after the report: " in before
    assert "Check-ins after the report" not in shown(world.plan)
    assert f"Check-ins counted from <!date^{int(world.clock().timestamp())}^" in shown(world.plan)
