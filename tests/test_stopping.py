"""A stop waits for what is under way, whatever becomes of the rest."""

import asyncio

from sqlmodel import Session, select

from bot.models import Outbox
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
