"""Two people at the same moment in one case: PostgreSQL writes for both at once, and neither overlooks what the other does."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from sqlmodel import Session, col, select

from bot.cases import do_task, merge_cases
from bot.cases.timeline import CaseClosed
from bot.models import Case, Task, key
from bot.states import CaseState
from tests.world import Someone, World

TOGETHER = 1.0
"""Seconds for two to meet; where one has to wait for the other they do not, and go on."""


@pytest.fixture
async def world(postgresql_url: str) -> AsyncIterator[World]:
    """The running bot on PostgreSQL: SQLite has one writer."""
    world = World(postgresql_url)
    await world.start()
    yield world
    await world.stop()


def all_cases(session: Session) -> list[Case]:
    return list(session.exec(select(Case).order_by(col(Case.number))))


def meet(barrier: threading.Barrier) -> None:
    """Wait for the other one, once: what is done again goes on alone."""
    with suppress(threading.BrokenBarrierError):
        barrier.wait(TOGETHER)
    barrier.abort()


async def test_of_two_cases_that_are_merged_both_ways_one_goes_on(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.reports("The poster has the wrong day too", channel="facebook")
    barrier = threading.Barrier(2)

    def merge(session: Session, into: int, other: int, by: str) -> None:
        ids = [key(case) for case in all_cases(session)]
        meet(barrier)
        merge_cases(session, ids[into], ids[other], by=by, now=world.clock())

    told = await asyncio.gather(
        world.oops.store.run(merge, 0, 1, "UALICE"),
        world.oops.store.run(merge, 1, 0, "UBOB"),
        return_exceptions=True,
    )

    after = await world.oops.store.read(all_cases)
    assert [case.state is CaseState.CLOSED for case in after].count(True) == 1
    assert [type(one) for one in told if one is not None] == [CaseClosed]


async def test_the_last_two_steps_that_are_ticked_off_at_once_leave_only_watching(
    world: World, alice: Someone
) -> None:
    await alice.reports(mistake="typo", harm="none", noticed="nobody_yet", undo="edit")
    barrier = threading.Barrier(2)

    def tick_off(session: Session, name: str) -> None:
        task = session.exec(select(Task).where(Task.key == name)).one()
        do_task(session, key(task), by="UALICE", now=world.clock())
        meet(barrier)

    await asyncio.gather(*(world.oops.store.run(tick_off, name) for name in ("evidence", "take-back")))

    assert [case.state for case in await world.oops.store.read(all_cases)] == [CaseState.WATCHING]
