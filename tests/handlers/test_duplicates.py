"""The same mistake reported twice: each report has its case at once, and merging is offered to those who see both."""

import pytest

from tests.handlers.twice import AGAIN, LINK, OTHER_LINK, all_cases, reports_again
from tests.many_cases import add_cases
from tests.said import plans
from tests.world import ORDINARY, Someone, World, action_ids, shown

MERGE = "answer.merge"


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday", link=LINK)


def thread_text(world: World) -> str:
    first = next(message for message in world.said() if not message.thread_ts)
    return "\n".join(shown(message) for message in world.thread(first))


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
