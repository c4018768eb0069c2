"""The same mistake reported twice: who is asked, what joining adds, and that nothing that was accepted is lost."""

from typing import Any

import pytest
from sqlmodel import Session, select

from bot.erasing import erase_person
from bot.models import Case, Evidence, PendingReport
from bot.report import History
from bot.states import ReportState
from bot.storage import queries
from tests import forging
from tests.world import ORDINARY, Someone, World, action_ids, shown

LINK = "https://x.com/acme/status/1"
OTHER_LINK = "https://x.com/acme/status/2"
AGAIN = "The day in our post is wrong"


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday", link=LINK)


def all_cases(session: Session) -> list[Case]:
    return list(session.exec(select(Case).order_by(Case.number)))  # type: ignore[arg-type]  # a column at run time


async def numbers(world: World) -> list[int]:
    return [case.number for case in await world.oops.store.read(all_cases)]


async def pending(world: World) -> list[PendingReport]:
    return await world.oops.store.read(lambda session: list(session.exec(select(PendingReport))))


def roots(world: World) -> list[str]:
    return [shown(message).splitlines()[0] for message in world.said() if not message.thread_ts]


def thread_text(world: World) -> str:
    first = next(message for message in world.said() if not message.thread_ts)
    return "\n".join(shown(message) for message in world.thread(first))


async def reports_again(person: Someone, what: str = AGAIN, **answers: object) -> None:
    await person.types(what)
    assert await person.submits(**{**ORDINARY, "link": LINK, **answers}) == {}


@pytest.mark.usefixtures("reported")
async def test_the_same_link_is_asked_about(world: World, bob: Someone) -> None:
    await reports_again(bob)

    assert bob.view.callback_id == "report_duplicate"
    assert "OOPS-1" in shown(bob.view)
    assert "We wrote Tuesday" in shown(bob.view)
    assert await numbers(world) == [1]
    assert [row.state for row in await pending(world)] == [ReportState.WAITING]


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
async def test_the_same_link_is_asked_about_however_late_and_however_it_is_spelt(
    world: World, bob: Someone
) -> None:
    await world.passes(days=2)

    await reports_again(
        bob, channel="email", undo="cannot", link="http://www.twitter.com/acme/status/1/?s=20"
    )

    assert "with the same link" in shown(bob.view)


@pytest.mark.usefixtures("reported")
async def test_another_place_is_another_mistake(bob: Someone) -> None:
    await reports_again(bob, channel="email", undo="cannot", link="")

    assert bob.view.title == "OOPS-2"


@pytest.mark.usefixtures("reported")
async def test_joining_adds_the_report_to_the_thread_and_shows_the_plan_that_is_there(
    world: World, bob: Someone
) -> None:
    await reports_again(bob, link="https://twitter.com/acme/status/1")

    await bob.clicks(bob.view, "report_duplicate.join")

    assert bob.view.title == "OOPS-1"
    assert "Correct it publicly" in shown(bob.view)
    assert f"<@UBOB> reported it too: “{AGAIN}”" in thread_text(world)
    assert "https://twitter.com/acme/status/1" in thread_text(world)
    assert await numbers(world) == [1]


@pytest.mark.usefixtures("reported")
async def test_joining_brings_its_screenshots_along(world: World, bob: Someone) -> None:
    file = await bob.person.uploads("second.png", b"a picture")
    await reports_again(bob, evidence=[file])

    await bob.clicks(bob.view, "report_duplicate.join")

    kept = await world.oops.store.read(lambda session: list(session.exec(select(Evidence))))
    assert [(row.case_id, row.state) for row in kept] == [(1, "kept")]


@pytest.mark.usefixtures("reported")
async def test_insisting_opens_a_case_of_its_own_and_leaves_the_other_thread_alone(
    world: World, bob: Someone
) -> None:
    await reports_again(bob)

    await bob.clicks(bob.view, "report_duplicate.insist")

    assert bob.view.title == "OOPS-2"
    assert [root[:6] for root in roots(world)] == ["OOPS-1", "OOPS-2"]
    assert "reported again" not in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_an_answer_counts_once(world: World, bob: Someone) -> None:
    await reports_again(bob)
    question = bob.view.view
    await bob.clicks(bob.view, "report_duplicate.join")
    bob.view.view = question

    await bob.clicks(bob.view, "report_duplicate.insist")

    assert bob.view.title == "OOPS-1"
    assert await numbers(world) == [1]


@pytest.mark.usefixtures("reported")
async def test_a_report_that_nobody_decides_about_becomes_a_case_and_the_team_is_told(
    world: World, bob: Someone
) -> None:
    await reports_again(bob)
    await bob.closes()

    await world.passes(minutes=9)
    assert await numbers(world) == [1]
    await world.passes(minutes=1)

    assert await numbers(world) == [1, 2]
    assert "Your report is OOPS-2 now" in bob.told()[-1]
    assert "as OOPS-2" in thread_text(world)
    await world.passes(minutes=20)
    assert await numbers(world) == [1, 2]


@pytest.mark.usefixtures("reported")
async def test_a_restart_loses_no_report_that_waits(world: World, bob: Someone) -> None:
    await reports_again(bob)

    await world.restart_bot()
    await world.passes(minutes=11)

    assert await numbers(world) == [1, 2]


@pytest.mark.usefixtures("reported")
async def test_whoever_may_not_see_the_case_gets_one_of_their_own_and_hears_nothing_of_it(
    world: World, carol: Someone
) -> None:
    await reports_again(carol)

    assert carol.view.title == "OOPS-2"
    assert "OOPS-1" not in shown(carol.view)
    assert "This may have been reported again, as OOPS-2" in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_many_reports_from_outside_are_one_line_in_the_thread(world: World, carol: Someone) -> None:
    for _ in range(4):
        await reports_again(carol)

    assert thread_text(world).count("may have been reported again") == 1


@pytest.mark.usefixtures("reported")
async def test_somebody_elses_question_cannot_be_answered(world: World, alice: Someone, bob: Someone) -> None:
    await reports_again(bob)
    await alice.types("Something else went wrong, elsewhere")
    alice.view.view = bob.view.view

    await alice.clicks(alice.view, "report_duplicate.join")

    assert "no longer stands" in alice.told()[-1]
    assert [row.state for row in await pending(world)] == [ReportState.WAITING]


@pytest.mark.usefixtures("reported")
async def test_a_case_that_was_closed_meanwhile_is_not_joined(
    world: World, alice: Someone, bob: Someone
) -> None:
    await reports_again(bob)
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    await bob.clicks(bob.view, "report_duplicate.join")

    assert bob.view.title == "OOPS-2"


@pytest.mark.usefixtures("reported")
async def test_a_form_that_slack_delivers_again_after_the_other_case_was_closed_is_one_case(
    world: World, alice: Someone, bob: Someone
) -> None:
    await reports_again(bob)
    await alice.clicks(world.plan, "case.close")
    await alice.submits()
    answers: dict[str, Any] = {name: forging.choice(value) for name, value in ORDINARY.items()}

    await forging.submits(bob, "report", "1", view_id=bob.view.id, what=AGAIN, **answers)
    await world.passes(minutes=11)

    assert await numbers(world) == [1, 2]
    assert [row.state for row in await pending(world)] == [ReportState.OPENED]


@pytest.mark.usefixtures("reported")
async def test_the_question_holds_two_buttons_and_no_form(bob: Someone) -> None:
    await reports_again(bob)

    assert action_ids(bob.view) == ["report_duplicate.join", "report_duplicate.insist"]
    assert "ten minutes" in shown(bob.view)


async def test_a_second_report_of_the_same_person_is_answered_at_once(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday", link=LINK)

    await reports_again(alice, link=LINK)

    assert alice.view.title == "OOPS-2"
    assert await numbers(world) == [1, 2]
    assert "reported again" not in thread_text(world)


async def test_the_own_case_does_not_hide_the_one_that_somebody_else_has_reported(
    alice: Someone, bob: Someone
) -> None:
    await bob.reports("The poster has the wrong day")
    await alice.reports(should_have_said="Thursday", link=LINK)

    await reports_again(bob)

    assert "OOPS-2" in shown(bob.view)
    assert bob.view.callback_id == "report_duplicate"


@pytest.mark.usefixtures("reported")
async def test_erasing_a_person_erases_the_report_that_waits(world: World, bob: Someone) -> None:
    await reports_again(bob)

    await world.oops.store.run(erase_person, world.oops.workspace_id, "UBOB", now=world.clock())

    assert await pending(world) == []


@pytest.mark.usefixtures("reported")
async def test_a_report_that_was_decided_about_keeps_no_words_of_its_own(world: World, bob: Someone) -> None:
    await reports_again(bob)

    await bob.clicks(bob.view, "report_duplicate.join")

    assert [(row.report, row.evidence) for row in await pending(world)] == [({}, [])]


@pytest.mark.usefixtures("reported")
async def test_a_merged_duplicate_is_no_history(world: World, alice: Someone, bob: Someone) -> None:
    await bob.reports("The poster has the wrong day too", link="https://x.com/acme/status/2")
    first = next(message for message in world.said() if not message.thread_ts)
    other = (await world.oops.store.read(all_cases))[1]
    await alice.clicks(first, "case.more")
    await alice.clicks(alice.view, "case.merge")
    await alice.submits(case=str(other.id))

    history = await world.oops.store.read(
        queries.history_of, other.brand_id, other.mistake, now=world.clock(), but_not=1
    )

    assert history is History.FIRST_TIME
