"""Many report at once: each report is received within Slack's 3 seconds, and its case is opened a moment later."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot.erasing import erase_person
from bot.models import Brand, Case, ReceivedReport
from bot.states import ReportState
from bot.storage.jobs import FEW_WAIT
from tests import forging
from tests.left_behind import WHAT, leave_report_behind
from tests.world import ORDINARY, STARTED, Someone, World, shown

AGAIN = "The day in our post is wrong"
LINK = "https://x.com/acme/status/1"


@contextmanager
def crowd(world: World) -> Iterator[None]:
    """Have more people wait for an answer than a few."""
    with ExitStack() as waiting:
        for _ in range(FEW_WAIT + 1):
            waiting.enter_context(world.oops.store.expected())
        yield


async def submits_in_a_crowd(world: World, person: Someone, what: str = WHAT) -> str:
    """Report while many wait; return what stands in the place of the form."""
    await person.types(what)
    await person.fills(**ORDINARY)
    with crowd(world):
        assert await person.person.submit() == {}
        return shown(person.view)


async def cases(world: World) -> list[Case]:
    return await world.oops.store.read(
        lambda session: list(session.exec(select(Case).order_by(col(Case.id))))
    )


async def received(world: World) -> list[ReceivedReport]:
    return await world.oops.store.read(lambda session: list(session.exec(select(ReceivedReport))))


async def test_a_report_is_received_at_once_and_its_answer_comes_by_itself(
    world: World, alice: Someone
) -> None:
    at_once = await submits_in_a_crowd(world, alice)
    await world.oops.settle()

    assert "Your report is kept" in at_once
    assert alice.view.title == "OOPS-1"
    assert "Correct it publicly" in shown(alice.view)
    assert WHAT in shown(world.plan)


async def test_its_words_are_in_the_case_alone_once_that_is_open(world: World, alice: Someone) -> None:
    await submits_in_a_crowd(world, alice)
    await world.oops.settle()

    (row,) = await received(world)
    assert (row.state, row.case_id, row.report) == (ReportState.OPENED, 1, {})


async def test_a_view_that_was_closed_changes_nothing_for_the_plan(world: World, alice: Someone) -> None:
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)
    with crowd(world):
        await alice.person.submit()
        await alice.person.closes()
    await world.oops.settle()

    assert alice.person.views == []
    assert WHAT in shown(world.plan)


async def test_the_same_form_twice_is_one_case(world: World, alice: Someone) -> None:
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)
    view_id = alice.view.id
    with crowd(world):
        await alice.person.submit()
        answers: dict[str, Any] = {name: forging.choice(value) for name, value in ORDINARY.items()}
        await forging.submits(alice, "report", "1", view_id=view_id, what=WHAT, **answers)
    await forging.submits(alice, "report", "1", view_id=view_id, what=WHAT, **answers)
    await world.oops.settle()

    assert [case.number for case in await cases(world)] == [1]


async def test_somebody_elses_form_is_refused(world: World, bob: Someone) -> None:
    await leave_report_behind(world)
    answers: dict[str, Any] = {name: forging.choice(value) for name, value in ORDINARY.items()}

    with crowd(world):
        reply = await forging.submits(bob, "report", "1", view_id="VLEFT", what=AGAIN, **answers)

    assert "no longer works" in str(reply)
    assert [row.reporter for row in await received(world)] == ["UALICE"]


async def test_what_is_missing_is_told_beside_its_field_all_the_same(world: World, alice: Someone) -> None:
    answers: dict[str, Any] = {name: forging.choice(value) for name, value in ORDINARY.items()}

    with crowd(world):
        reply = await forging.submits(alice, "report", "1", view_id="VNEW", what=" ", **answers)

    assert "what" in str(reply.payload)
    assert "errors" in str(reply.payload)
    assert await received(world) == []


async def test_one_with_the_link_of_an_open_case_is_offered_to_be_merged(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(link=LINK)

    await submits_in_a_crowd(world, bob, f"{AGAIN} {LINK}")
    await world.oops.settle()

    assert bob.view.title == "OOPS-2"
    assert "OOPS-1 has the same link" in shown(bob.view)


async def test_one_that_a_process_left_behind_is_opened_by_the_tick_as_of_its_moment(
    world: World, alice: Someone
) -> None:
    await leave_report_behind(world)
    await world.restart_bot()

    await world.passes(minutes=2)

    (case,) = await cases(world)
    assert case.opened_at == STARTED
    assert "Your report is OOPS-1 now" in alice.told()[-1]
    assert WHAT in shown(world.plan)


async def test_an_account_that_was_archived_meanwhile_does_not_lose_the_report(world: World) -> None:
    await leave_report_behind(world)

    def archive(session: Session) -> None:
        session.exec(select(Brand)).first().is_archived = True  # type: ignore[union-attr]  # there is one

    await world.oops.store.run(archive)
    await world.passes(minutes=2)

    assert len(await cases(world)) == 1
    assert WHAT in shown(world.plan)


async def test_erasing_a_person_erases_what_was_received(world: World) -> None:
    await leave_report_behind(world)

    await world.oops.store.run(erase_person, world.oops.workspace_id, "UALICE", now=world.clock())
    await world.passes(minutes=2)

    assert await received(world) == []
    assert await cases(world) == []


@pytest.mark.parametrize("many", [FEW_WAIT, FEW_WAIT + 1])
async def test_a_few_who_wait_are_no_crowd(world: World, many: int) -> None:
    with ExitStack() as waiting:
        for _ in range(many):
            waiting.enter_context(world.oops.store.expected())
        is_crowded = world.oops.store.is_crowded

    assert is_crowded is (many > FEW_WAIT)
    assert not world.oops.store.is_crowded
