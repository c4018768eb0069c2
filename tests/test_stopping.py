"""A stop waits for what is under way, whatever becomes of the rest."""

import asyncio
import time

from sqlmodel import Session, select

from bot.app import DRAIN_SECONDS
from bot.models import Outbox
from bot.serving import Deadline
from bot.states import OutboxAction, OutboxState
from tests.world import ORDINARY, Someone, World


def sent(session: Session) -> list[str]:
    plan = select(Outbox.state).where(Outbox.is_root, Outbox.action == OutboxAction.POST)
    return list(session.exec(plan))


async def fail() -> None:
    await asyncio.sleep(0)
    raise ValueError


async def test_what_fails_meanwhile_cuts_off_nothing_that_is_being_sent(world: World, alice: Someone) -> None:
    await alice.types("We wrote Tuesday, the run is on Thursday")
    await alice.fills(**ORDINARY)
    await alice.person.submit()
    world.workspace.faults.add("chat.postMessage", "slow", seconds=0.3)
    await world.oops.sender.send_due()

    world.oops.tasks.start(fail())
    await world.oops.stop()
    await world.start_bot()

    assert await world.oops.store.read(sent) == [OutboxState.SENT]


async def test_a_stop_with_little_time_left_waits_no_longer_and_what_was_cut_off_is_said_after_a_start(
    world: World, alice: Someone
) -> None:
    await alice.types("We wrote Tuesday, the run is on Thursday")
    await alice.fills(**ORDINARY)
    await alice.person.submit()
    world.workspace.faults.add("chat.postMessage", "slow", seconds=60)
    await world.oops.sender.send_due()
    begun = time.monotonic()

    await world.oops.stop(0.05)
    took = time.monotonic() - begun
    world.workspace.faults.clear()
    await world.start_bot()
    await world.passes(minutes=2)

    assert took < DRAIN_SECONDS
    assert await world.oops.store.read(sent) == [OutboxState.SENT]
    assert len([message for message in world.said() if not message.thread_ts]) == 1


def test_what_the_last_answers_took_is_taken_from_what_comes_after_them() -> None:
    clock = iter([100.0, 100.0, 103.0, 106.0])
    deadline = Deadline(8, seconds=lambda: next(clock))

    assert [deadline.left(3), deadline.left(3), deadline.left(5)] == [3, 3, 2]
