"""Due times of tasks that a new plan keeps."""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from bot.models import Task
from bot.states import TaskState
from tests.world import Someone, World, first_value


def due_times(session: Session) -> dict[str, datetime]:
    rows = session.exec(select(Task).where(Task.state == TaskState.OPEN)).all()
    return {row.key: row.due_at for row in rows}


async def test_what_new_facts_put_behind_a_call_is_not_due_before_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(harm="misleads_public", affected="few_known", undo="edit", channel="facebook")
    await world.passes(minutes=8)

    await bob.clicks(world.plan, "case.facts")
    assert await bob.submits(red_flags=["lawsuit_or_regulator"]) == {}

    due = await world.oops.store.read(due_times)
    assert due["evidence"] < due["call-lawsuit-or-regulator"]
    assert due["take-back"] == due["call-lawsuit-or-regulator"] + timedelta(minutes=15)
    assert due["reach-affected"] > due["call-lawsuit-or-regulator"]


async def test_what_waits_for_a_second_call_is_not_overdue_before_that_is_made(
    world: World, alice: Someone, bob: Someone
) -> None:
    leak = {"mistake": "private_info", "harm": "privacy", "channel": "email", "undo": "cannot"}
    await alice.reports("The mail showed everybody's address", **leak, affected="many_customers")
    await alice.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    await world.passes(minutes=70)

    await bob.clicks(world.plan, "case.facts")
    assert await bob.submits(noticed="press", fault="avoidable") == {}

    due = await world.oops.store.read(due_times)
    assert due["contain"] > due["call-leader"] > world.clock()
