"""A text that may admit fault in law is for counsel to see: a task of its own, which no new plan takes away."""

from datetime import timedelta

from sqlmodel import Session, select

from bot.models import Task
from bot.plan import TaskId
from tests.world import Someone, World, action_ids, shown

ADMITS = "The run is on Thursday, not Tuesday. We were negligent and we are liable for it. We are sorry."
CLEAN = "The run is on Thursday, not Tuesday. Sorry for the mix-up."
TASK = "Show the draft's wording to counsel before it goes out."


async def closes_and_reopens(world: World, someone: Someone) -> None:
    await someone.clicks(world.plan, "case.close")
    await someone.submits()
    await someone.clicks(world.plan, "case.reopen")
    await someone.submits(reason="It goes on")


async def task_id(world: World) -> str:
    task = select(Task.id).where(Task.text == TASK)
    return str(await world.oops.store.read(lambda session: session.exec(task).one()))


async def test_new_facts_leave_the_task_to_ask_counsel(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), ADMITS)
    before = shown(world.plan)

    await alice.clicks(world.plan, "case.facts")
    await alice.submits(noticed="press")

    assert TASK in before
    assert TASK in shown(world.plan)


async def test_a_case_that_is_opened_again_with_the_words_has_the_task_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), ADMITS)

    await closes_and_reopens(world, bob)

    assert ADMITS in shown(world.draft())
    assert TASK in shown(world.plan)


async def test_an_approved_text_brings_the_task_back_when_its_case_is_opened_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), ADMITS)
    await bob.clicks(world.draft(), "draft.approve")

    await closes_and_reopens(world, bob)

    assert "draft.published" in action_ids(world.draft())
    assert TASK in shown(world.plan)


async def test_what_counsel_has_seen_is_not_asked_again_when_the_case_is_opened_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), ADMITS)
    await bob.clicks(world.draft(), "draft.approve")
    await bob.clicks(world.plan, "task.done", await task_id(world))

    await closes_and_reopens(world, bob)

    assert TASK not in shown(world.plan)


async def test_counsel_is_asked_once_about_several_texts(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")

    await alice.edits(world.draft(), ADMITS)
    await alice.edits(world.draft(), f"{ADMITS} Write to us.")

    assert shown(world.plan).count(TASK) == 1


async def test_counsel_has_an_hour_to_be_asked(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), ADMITS)

    (task,) = await world.oops.store.read(asked_of_counsel)

    assert task.due_at == world.clock() + timedelta(hours=1)


async def test_a_wording_that_admits_nothing_any_more_is_not_shown_to_counsel(
    world: World, alice: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), ADMITS)

    await alice.edits(world.draft(), CLEAN)
    mended = shown(world.plan)
    await alice.edits(world.draft(), ADMITS)

    assert TASK not in mended
    assert TASK in shown(world.plan)


async def test_a_wording_that_was_discarded_is_not_shown_to_counsel(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.edits(world.draft(), ADMITS)

    await bob.clicks(world.draft(), "draft.discard")

    assert TASK not in shown(world.plan)


def asked_of_counsel(session: Session) -> list[Task]:
    return [task for task in session.exec(select(Task)) if task.key == TaskId.ASK_COUNSEL]
