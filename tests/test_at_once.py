"""Two people at the same moment in one case: PostgreSQL writes for both at once, and neither overlooks what the other does."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session, col, select

from bot.attention import CheckInAnswer
from bot.brands.contacts import open_new_contact, save_contact
from bot.cases import answer_check_in, assign_task, do_task, merge_cases
from bot.cases.timeline import CaseClosed
from bot.models import BrandContact, Case, CheckIn, Task, key
from bot.slack.facts import remember_member
from bot.states import CaseState, CheckInState, TaskState
from bot.storage.queries import brands_of
from bot.storage.slack_rows import slack_channel
from tests.world import TEAM_CHANNEL, Someone, World

TOGETHER = 1.0
"""Seconds for two to meet; where one has to wait for the other they do not, and go on."""
PATIENCE = 30.0
"""Seconds after which something that has to happen has not."""


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


def asked_check_in(session: Session) -> int:
    return key(session.exec(select(CheckIn).where(CheckIn.state == CheckInState.ASKED)).one())


def first_task(session: Session) -> int:
    return key(session.exec(select(Task).order_by(col(Task.position))).all()[0])


def until_somebody_waits(session: Session) -> None:
    """Return once another unit of work waits for a row that this one holds."""
    waiting, over = text("SELECT count(*) FROM pg_locks WHERE NOT granted"), time.monotonic() + PATIENCE
    while not session.execute(waiting).scalar():
        assert time.monotonic() < over, "The second one never waited."


async def in_turn(
    world: World, first: Callable[[Session], object], second: Callable[[Session], object]
) -> Any:
    """Have the first act and go on only once the second has read and waits; return what came of the second."""
    acted = threading.Event()

    def holding(session: Session) -> None:
        first(session)
        session.flush()
        acted.set()
        until_somebody_waits(session)

    def waiting(session: Session) -> object:
        acted.wait()
        return second(session)

    _, came = await asyncio.gather(
        world.oops.store.run(holding), world.oops.store.run(waiting), return_exceptions=True
    )
    return came


async def test_whoever_answers_second_hears_who_answered_and_what(world: World, alice: Someone) -> None:
    await alice.reports()
    await world.next_check_in()
    check_in = await world.oops.store.read(asked_check_in)

    def answer(session: Session, given: CheckInAnswer, by: str) -> None:
        answer_check_in(session, check_in, given, by=by, now=world.clock())

    told = await in_turn(
        world,
        lambda session: answer(session, CheckInAnswer.SIMMERING, "UBOB"),
        lambda session: answer(session, CheckInAnswer.QUIET, "UALICE"),
    )

    assert str(told) == "<@UBOB> has already answered: it is still simmering."


async def test_a_task_can_be_ticked_off_while_somebody_gives_it_away(world: World, alice: Someone) -> None:
    await alice.reports()
    task = await world.oops.store.read(first_task)

    came = await in_turn(
        world,
        lambda session: assign_task(session, task, "UBOB", by="UBOB", now=world.clock()),
        lambda session: do_task(session, task, by="UALICE", now=world.clock()),
    )

    assert not isinstance(came, Exception)
    after = await world.oops.store.read(lambda session: session.get_one(Task, task))
    assert (after.state, after.assignee) == (TaskState.DONE, "UBOB")


async def test_two_who_leave_at_once_have_both_left(world: World, alice: Someone) -> None:
    await alice.reports()
    workspace, now = world.oops.workspace_id, world.clock()

    await in_turn(
        world,
        lambda session: remember_member(session, workspace, TEAM_CHANNEL, "UBOB", is_in=False, now=now),
        lambda session: remember_member(session, workspace, TEAM_CHANNEL, "UALICE", is_in=False, now=now),
    )

    row = await world.oops.store.read(slack_channel, workspace, TEAM_CHANNEL)
    assert row is not None
    assert {"UALICE", "UBOB"} & {*row.members} == set()


async def test_a_form_of_a_new_key_person_that_comes_twice_at_once_makes_one(
    world: World, alice: Someone
) -> None:
    await alice.types("settings")
    workspace, now = world.oops.workspace_id, world.clock()
    (brand,) = await world.oops.store.read(brands_of, workspace)
    form = await world.oops.store.run(
        open_new_contact, key(brand), workspace_id=workspace, by="UALICE", now=now
    )

    def save(session: Session) -> None:
        save_contact(session, form.id, {"name": "Ola"}, by="UALICE", now=now)

    await in_turn(world, save, save)

    people = await world.oops.store.read(lambda session: session.exec(select(BrandContact.name)).all())
    assert people == ["Ola"]
