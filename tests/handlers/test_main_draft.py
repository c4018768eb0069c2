"""Which draft is the main one follows the newest plan: a case is only watched once that plan's own words are out."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.models import Case, Task
from bot.states import CaseState, TaskState
from tests.said import thread_text
from tests.world import Someone, World, first_value, shown

NOTE = "Hello, the caption should have said: The run is on Thursday. We are sorry."
TO_A_FEW = {"should_have_said": "The run is on Thursday", "affected": "few_known"}


async def state(world: World) -> CaseState:
    return await world.oops.store.read(lambda session: session.exec(select(Case)).one().state)


async def task_state(world: World, name: str) -> TaskState:
    def newest(session: Session) -> TaskState:
        return session.exec(select(Task).where(Task.key == name)).all()[-1].state

    return await world.oops.store.read(newest)


async def chooses(world: World, someone: Someone, level: str) -> None:
    await someone.clicks(world.plan, "case.level")
    assert await someone.submits(level=level, reason="We agreed on it") == {}


@pytest.fixture
async def to_a_few(alice: Someone) -> None:
    await alice.reports(**TO_A_FEW)


@pytest.mark.usefixtures("to_a_few")
async def test_a_note_that_becomes_the_main_draft_sets_the_case_to_watching_once_it_is_sent(
    world: World, bob: Someone
) -> None:
    await chooses(world, bob, "direct_contact")
    await bob.clicks(world.draft("Private note"), "draft.approve")

    await bob.publishes(world.draft("Private note"))

    assert await state(world) is CaseState.WATCHING
    assert await task_state(world, "write") is TaskState.DONE


@pytest.mark.usefixtures("to_a_few")
async def test_a_note_that_somebody_wrote_is_kept_as_the_main_draft(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.edits(world.draft("Private note"), NOTE)

    await chooses(world, bob, "direct_contact")
    await alice.clicks(world.draft("Private note"), "draft.approve")
    await bob.publishes(world.draft("Private note"))

    assert NOTE in shown(world.draft("Private note"))
    assert await state(world) is CaseState.WATCHING


@pytest.mark.usefixtures("to_a_few")
async def test_a_correction_that_was_approved_before_is_not_what_a_plan_of_private_words_waits_for(
    world: World, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")
    await chooses(world, bob, "direct_contact")

    await bob.publishes(world.draft())

    assert await state(world) is CaseState.OPEN
    assert await task_state(world, "write") is TaskState.OPEN


@pytest.mark.usefixtures("to_a_few")
async def test_a_note_that_went_out_does_not_stand_for_the_apology_that_is_called_for_now(
    world: World, alice: Someone, bob: Someone
) -> None:
    await chooses(world, bob, "quiet_fix")
    await chooses(world, bob, "direct_contact")
    await bob.edits(world.draft("Private note"), NOTE)
    await chooses(world, bob, "apologise_publicly")
    await alice.clicks(world.draft("Private note"), "draft.approve")
    await bob.publishes(world.draft("Private note"))
    before = await state(world)

    await bob.clicks(world.draft(), "draft.approve")
    await bob.publishes(world.draft())

    assert before is CaseState.OPEN
    assert await state(world) is CaseState.WATCHING


async def test_a_holding_statement_is_not_the_apology_that_counsel_agreed_to(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Friday", red_flags=["lawsuit_or_regulator"])
    await bob.clicks(world.draft("Holding statement"), "draft.approve")
    await bob.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    await chooses(world, bob, "apologise_publicly")

    await bob.publishes(world.draft("Holding statement"))

    assert await state(world) is CaseState.OPEN


@pytest.mark.usefixtures("to_a_few")
async def test_a_note_that_was_sent_before_it_became_the_main_draft_is_ticked_off(
    world: World, bob: Someone
) -> None:
    await bob.clicks(world.draft("Private note"), "draft.approve")
    await bob.publishes(world.draft("Private note"))

    await chooses(world, bob, "direct_contact")

    assert await state(world) is CaseState.WATCHING
    assert await task_state(world, "write") is TaskState.DONE


@pytest.mark.usefixtures("to_a_few")
async def test_the_approval_of_a_draft_that_becomes_the_main_one_is_reminded_of(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.lead")
    await chooses(world, bob, "direct_contact")

    await world.passes(seconds=timedelta(hours=4).total_seconds())

    assert "private note above still waits for approval" in thread_text(world)
    assert "public correction above still waits" not in thread_text(world)


@pytest.mark.usefixtures("to_a_few")
async def test_an_approved_text_is_the_main_draft_again_once_the_one_in_its_place_is_put_aside(
    world: World, alice: Someone, bob: Someone
) -> None:
    approved = world.draft()
    await bob.clicks(approved, "draft.approve")
    await alice.clicks(world.plan, "case.facts")
    await alice.submits(should_have_said="The run is on Thursday at noon")

    await bob.clicks(world.draft(), "draft.discard")
    await bob.publishes(approved)

    assert await state(world) is CaseState.WATCHING
