"""Whether a mistake was made before: what counts as a second time, and what may be the same slip."""

import pytest

from bot.models import key
from bot.report import History, Report
from bot.storage import queries
from bot.storage.history import history_of
from tests.handlers.brands import ANOTHER, make_another_channel, set_brand
from tests.handlers.twice import LINK, OTHER_LINK, all_cases, reports_again
from tests.said import plans
from tests.world import Someone, World, shown


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday", link=LINK)


@pytest.mark.usefixtures("reported")
async def test_a_merged_duplicate_is_no_history(world: World, alice: Someone, bob: Someone) -> None:
    await bob.reports("The poster has the wrong day too", link="https://x.com/acme/status/2")
    first = next(message for message in world.said() if not message.thread_ts)
    other = (await world.oops.store.read(all_cases))[1]
    await alice.clicks(first, "case.more")
    await alice.clicks(alice.view, "case.merge")
    await alice.submits(case=str(other.id))

    history = await world.oops.store.read(
        history_of, other.brand_id, Report("Again"), now=world.clock(), but_not=1
    )

    assert history is History.FIRST_TIME


SECOND_TIME = "It happened before"


async def newest_plan(world: World) -> str:
    newest = (await world.oops.store.read(all_cases))[-1]
    return str((await world.oops.store.read(queries.newest_plan, key(newest))).plan)


@pytest.mark.usefixtures("reported")
async def test_the_same_mistake_at_another_address_is_a_second_time(world: World, bob: Someone) -> None:
    await reports_again(bob, link=OTHER_LINK)

    assert SECOND_TIME in await newest_plan(world)


@pytest.mark.usefixtures("reported")
async def test_one_mistake_that_two_report_is_not_a_second_time(world: World, bob: Someone) -> None:
    await reports_again(bob, link="http://www.twitter.com/acme/status/1/?s=20")

    assert SECOND_TIME not in await newest_plan(world)


@pytest.mark.usefixtures("reported")
async def test_of_two_reports_without_an_address_nobody_knows_that_they_are_of_one_mistake(
    world: World, bob: Someone
) -> None:
    await bob.reports(link="")
    await bob.reports(link="")

    assert SECOND_TIME in await newest_plan(world)


async def test_an_earlier_slip_that_is_still_open_is_named_and_may_be_the_same_one(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await bob.reports(should_have_said="Thursday")
    asked = shown(world.plan)
    await bob.clicks(world.plan, "case.why")
    why = shown(bob.view)

    await alice.clicks(plans(world)[0], "case.close")
    await alice.submits()
    await bob.clicks(world.plan, "case.lead")

    named = (
        "OOPS-1 is of the same kind and still open. If it is the same mistake, press *More* and merge them."
    )
    assert named in asked
    assert f"{named} If not, it happened before" in why
    assert "OOPS-1 is of the same kind" not in shown(world.plan)
    await bob.clicks(world.plan, "case.why")
    assert "It happened before: a second time looks like carelessness." in shown(bob.view)


async def test_an_earlier_slip_that_turns_out_to_be_the_same_mistake_weighs_no_longer_once_it_is_merged(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.reports()
    first, _ = await world.oops.store.read(all_cases)
    before = await newest_plan(world)

    await bob.clicks(world.plan, "case.more")
    await bob.clicks(bob.view, "case.merge")
    await bob.submits(case=str(first.id), goes_on="this")

    assert SECOND_TIME in before
    assert SECOND_TIME not in await newest_plan(world)
    said = shown(world.thread()[-1])
    assert "merged OOPS-1 into this case" in said
    assert "It was the same mistake and no earlier one, so the plan was made again" in said


@pytest.mark.parametrize("channel", ["facebook", "press_release", "email", "push_sms"])
async def test_one_slip_that_went_out_in_two_places_is_no_second_time_and_each_plan_names_the_other(
    world: World, alice: Someone, bob: Someone, channel: str
) -> None:
    await alice.reports("Our post says that savings pay 4.5 %", channel="x", link="")

    await bob.reports("We wrote 4.5 % for the savings account", channel=channel, undo="cannot", link="")

    assert SECOND_TIME not in await newest_plan(world)
    assert "OOPS-1 is of the same kind and still open" in shown(world.plan)
    await alice.clicks(plans(world)[0], "case.lead")
    assert "OOPS-2 is of the same kind and still open" in shown(plans(world)[0])
    await bob.types("stats")
    assert "more than once" not in bob.hears()[-1]


@pytest.mark.parametrize(
    ("minutes", "answers"),
    [
        (61, {"what": "We wrote 4.5 % for the savings account", "channel": "email"}),
        (5, {"what": "The mayor's name is spelt in two ways", "channel": "email"}),
        (5, {"what": "We wrote 4.5 % for the savings account", "channel": "x"}),
    ],
)
async def test_what_was_reported_later_or_told_otherwise_or_stands_in_the_same_place_is_a_second_time(
    world: World, alice: Someone, bob: Someone, minutes: int, answers: dict[str, str]
) -> None:
    await alice.reports("Our post says that savings pay 4.5 %", channel="x", link="")
    await world.passes(minutes=minutes)

    await bob.reports(**answers, undo="cannot", link="")

    assert SECOND_TIME in await newest_plan(world)
    assert ("OOPS-1 is of the same kind" in shown(world.plan)) is (answers["channel"] == "x")


async def test_one_slip_in_two_places_counts_still_when_it_was_made_before(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("The mayor's name is spelt in two ways", channel="x")
    await alice.reports("Our post says that savings pay 4.5 %", channel="x", link="")

    await bob.reports("We wrote 4.5 % for the savings account", channel="email", undo="cannot", link="")

    assert SECOND_TIME in await newest_plan(world)


async def test_a_slip_whose_right_words_are_others_is_not_named_as_the_same_one(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("The rate is wrong", channel="push_sms", undo="cannot", should_have_said="3.5 %")

    await bob.reports(
        "We said that she had died", channel="push_sms", undo="cannot", should_have_said="Ruth Adler is alive"
    )

    assert SECOND_TIME in await newest_plan(world)
    await bob.clicks(world.plan, "case.why")
    assert "OOPS-1" not in shown(world.plan) + shown(bob.view)


@pytest.mark.parametrize("ending", ["merged", "closed"])
async def test_a_plan_names_a_case_no_longer_as_soon_as_that_is_over(
    world: World, alice: Someone, bob: Someone, ending: str
) -> None:
    for what in ("We wrote Tuesday", "The day is wrong", "It says Tuesday in our post"):
        await alice.reports(what)
    first, *_ = await world.oops.store.read(all_cases)
    before = shown(world.plan)

    if ending == "merged":
        await bob.clicks(plans(world)[1], "case.more")
        await bob.clicks(bob.view, "case.merge")
        await bob.submits(case=str(first.id), goes_on="this")
    else:
        await bob.clicks(plans(world)[0], "case.close")
        await bob.submits()

    assert "OOPS-1 and OOPS-2 are of the same kind" in before
    assert "OOPS-2 is of the same kind" in shown(world.plan)


async def test_a_slip_of_another_channel_is_not_named(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(should_have_said="Thursday")
    make_another_channel(world)
    await set_brand(world, response_channel=ANOTHER)

    await bob.reports(should_have_said="Thursday")

    plan = next(message for message in world.said(ANOTHER) if not message.thread_ts)
    await bob.clicks(plan, "case.why")
    assert "It happened before" in shown(bob.view)
    assert "OOPS-1 is" not in shown(bob.view) + shown(plan)
