"""The same mistake reported twice: each report has its case at once, and merging is offered to those who see both."""

import pytest
from sqlmodel import Session, select

from bot.models import Case, key
from bot.report import History, Report
from bot.storage import queries
from bot.storage.history import history_of
from tests.handlers.brands import ANOTHER, make_another_channel, set_brand
from tests.many_cases import add_cases
from tests.said import plans
from tests.world import ORDINARY, Someone, World, action_ids, shown

LINK = "https://x.com/acme/status/1"
OTHER_LINK = "https://x.com/acme/status/2"
AGAIN = "The day in our post is wrong"
MERGE = "answer.merge"


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday", link=LINK)


def all_cases(session: Session) -> list[Case]:
    return list(session.exec(select(Case).order_by(Case.number)))  # type: ignore[arg-type]  # a column at run time


def thread_text(world: World) -> str:
    first = next(message for message in world.said() if not message.thread_ts)
    return "\n".join(shown(message) for message in world.thread(first))


async def reports_again(person: Someone, what: str = AGAIN, **answers: object) -> None:
    await person.types(what)
    assert await person.submits(**{**ORDINARY, "link": LINK, **answers}) == {}


@pytest.mark.usefixtures("reported")
async def test_the_same_link_is_answered_at_once_and_merging_is_offered_once_the_plan_is_there(
    world: World, bob: Someone
) -> None:
    await bob.types(AGAIN)
    await bob.fills(**{**ORDINARY, "link": LINK})
    await bob.person.submit()
    at_once = shown(bob.view)
    await world.oops.settle()

    assert "Correct it publicly" in at_once
    assert "same link" not in at_once
    assert "OOPS-1 has the same link" in shown(bob.view)
    assert "We wrote Tuesday" in shown(bob.view)
    assert action_ids(bob.view) == [MERGE]
    assert "This may have been reported again, as OOPS-2" in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_the_same_place_within_the_hour_is_answered_at_once_and_noted_in_the_thread(
    world: World, bob: Someone
) -> None:
    await world.passes(minutes=59)

    await reports_again(bob, link=OTHER_LINK)

    assert bob.view.title == "OOPS-2"
    assert "This may have been reported again, as OOPS-2" in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_later_than_an_hour_the_same_place_is_another_mistake(world: World, bob: Someone) -> None:
    await world.passes(minutes=61)

    await reports_again(bob, link="")

    assert bob.view.title == "OOPS-2"
    assert "reported again" not in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_the_same_link_is_seen_however_late_and_however_it_is_spelt(world: World, bob: Someone) -> None:
    await world.passes(days=2)

    await reports_again(
        bob, channel="email", undo="cannot", link="http://www.twitter.com/acme/status/1/?s=20"
    )

    assert "OOPS-1 has the same link" in shown(bob.view)


@pytest.mark.usefixtures("reported")
async def test_another_place_is_another_mistake(bob: Someone) -> None:
    await reports_again(bob, channel="email", undo="cannot", link="")

    assert bob.view.title == "OOPS-2"


@pytest.mark.usefixtures("reported")
async def test_merging_ends_the_own_case_and_shows_the_plan_that_goes_on(world: World, bob: Someone) -> None:
    await reports_again(bob)

    await bob.clicks(bob.view, MERGE)

    assert bob.view.title == "OOPS-1"
    assert "Correct it publicly" in shown(bob.view)
    assert action_ids(bob.view) == []  # the guide is for admins, as Alice is
    assert "<@UBOB> merged OOPS-2 into this case" in thread_text(world)
    assert [(case.number, case.merged_into) for case in await world.oops.store.read(all_cases)] == [
        (1, None),
        (2, 1),
    ]


@pytest.mark.usefixtures("reported")
async def test_merging_a_graver_case_says_what_it_asked_for(world: World, bob: Someone) -> None:
    await reports_again(bob, harm="safety", noticed="press")

    await bob.clicks(bob.view, MERGE)

    (merged,) = [line for line in thread_text(world).splitlines() if "merged OOPS-2" in line]
    assert "*It asked for more: Apologise publicly.*" in merged
    assert "press *New facts*" in merged


@pytest.mark.usefixtures("reported")
async def test_merging_a_case_that_asks_for_no_more_says_only_that(world: World, bob: Someone) -> None:
    await reports_again(bob)

    await bob.clicks(bob.view, MERGE)

    assert "asked for more" not in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_merging_counts_once(world: World, bob: Someone) -> None:
    await reports_again(bob)
    offer = bob.view.view
    await bob.clicks(bob.view, MERGE)
    bob.view.view = offer

    await bob.clicks(bob.view, MERGE)

    assert bob.view.title == "OOPS-1"
    assert thread_text(world).count("merged OOPS-2 into this case") == 1


@pytest.mark.usefixtures("reported")
async def test_merging_does_not_depend_on_how_many_newer_cases_are_open(world: World, bob: Someone) -> None:
    await reports_again(bob)
    await world.oops.store.run(add_cases, 100, now=world.clock())

    await bob.clicks(bob.view, MERGE)

    assert bob.view.title == "OOPS-1"
    assert "<@UBOB> merged OOPS-2 into this case" in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_a_form_of_a_merged_case_says_in_which_one_it_goes_on(
    world: World, alice: Someone, bob: Someone
) -> None:
    await reports_again(bob)
    await alice.clicks(world.plan, "case.level")
    await bob.clicks(bob.view, MERGE)

    await alice.submits(level="let_it_go", reason="Nobody minds")

    said = shown(alice.person.views[-1])
    assert "OOPS-2 was merged into OOPS-1 by <@UBOB>, and goes on there." in said
    assert "/oops OOPS-1" in said


@pytest.mark.usefixtures("reported")
async def test_a_case_that_was_closed_meanwhile_is_not_merged_into(
    world: World, alice: Someone, bob: Someone
) -> None:
    await reports_again(bob)
    first = next(message for message in world.said() if not message.thread_ts)
    await alice.clicks(first, "case.close")
    await alice.submits()

    await bob.clicks(bob.view, MERGE)

    assert bob.view.title == "OOPS-2"
    assert "closed or moved meanwhile" in bob.told()[-1]
    assert [case.merged_into for case in await world.oops.store.read(all_cases)] == [None, None]


@pytest.mark.usefixtures("reported")
async def test_whoever_may_not_see_the_case_hears_nothing_of_it(world: World, carol: Someone) -> None:
    await reports_again(carol)

    assert carol.view.title == "OOPS-2"
    assert "OOPS-1" not in shown(carol.view)
    assert action_ids(carol.view) == []
    assert "This may have been reported again, as OOPS-2" in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_many_reports_from_outside_are_one_line_in_the_thread(world: World, carol: Someone) -> None:
    for _ in range(4):
        await reports_again(carol)

    assert thread_text(world).count("may have been reported again") == 1


@pytest.mark.usefixtures("reported")
async def test_all_reports_of_one_link_are_named_in_one_thread_and_name_the_case_that_it_is_of(
    world: World, alice: Someone, bob: Someone
) -> None:
    await reports_again(bob)
    await reports_again(alice)

    assert "This may have been reported again, as OOPS-2 and OOPS-3" in thread_text(world)
    first, second, third = plans(world)
    for later in (second, third):
        assert "*OOPS-1 was reported before, with the same link.*" in shown(later)
        assert "reported again" not in "\n".join(map(shown, world.thread(later)))
    assert "with the same link" not in shown(first)
    assert "OOPS-1 has the same link" in shown(alice.view)


@pytest.mark.usefixtures("reported")
async def test_whoever_reports_it_again_hears_that_its_words_are_out(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())

    await reports_again(bob)

    said = "*The words about that one are out already (Public correction).*"
    assert said in shown(bob.view)
    assert shown(bob.view).index(said) < shown(bob.view).index("*First*")
    assert "*Words are out already:* Public correction in OOPS-1." in shown(plans(world)[1])

    await bob.clicks(bob.view, MERGE)

    assert "*Now watch whether it dies down.* The plan was: " in shown(bob.view)


@pytest.mark.usefixtures("reported")
async def test_a_plan_for_the_same_link_says_so_as_soon_as_the_words_of_the_other_are_out(
    world: World, alice: Someone, bob: Someone
) -> None:
    await reports_again(bob, mistake="typo")
    first, second = plans(world)
    assert "Words are out already" not in shown(second)
    draft = world.thread(first)[0]

    await bob.clicks(draft, "draft.approve")
    await alice.publishes(draft)

    assert "*Words are out already:* Public correction in OOPS-1." in shown(second)
    assert "Words are out already" not in shown(first)


async def test_a_second_report_of_the_same_person_is_answered_at_once(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday", link=LINK)

    await reports_again(alice, link=LINK)

    assert alice.view.title == "OOPS-2"
    assert MERGE not in action_ids(alice.view)
    assert "OOPS-1 has the same link*\nYou reported: “We wrote Tuesday" in shown(alice.view)
    assert "reported again" not in thread_text(world)


async def test_the_own_case_does_not_hide_the_one_that_somebody_else_has_reported(
    alice: Someone, bob: Someone
) -> None:
    await bob.reports("The poster has the wrong day")
    await alice.reports(should_have_said="Thursday", link=LINK)

    await reports_again(bob)

    assert "OOPS-2 has the same link" in shown(bob.view)


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


async def test_list_search_and_app_home_say_where_a_merged_case_goes_on(
    world: World, alice: Someone, bob: Someone, carol: Someone
) -> None:
    await alice.reports("We wrote Tuesday, the run is on Thursday")
    await carol.reports("The fun run is not on Tuesday")
    await bob.clicks(plans(world)[0], "case.more")
    await bob.clicks(bob.view, "case.merge")
    await bob.submits(case="2")

    home = shown(await bob.opens_home())
    said = []
    for words in ("list", "find fun"):
        await bob.types(words)
        said.append(bob.hears()[-1])
    await carol.types("list")

    assert all("*OOPS-2* · Correct it publicly · merged into OOPS-1 ·" in words for words in [home, *said])
    assert "OOPS-1" not in carol.hears()[-1]
