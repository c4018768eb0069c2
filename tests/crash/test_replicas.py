"""Several processes on one PostgreSQL: some die, some stand still, the database goes away, and everything is said once."""

import asyncio
import time
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from bot.schema import migrate
from tests.crash.chaos import PEOPLE, answer_late, let_go_on, report_through_kills, stand_still
from tests.crash.lives import Point
from tests.crash.processes import SOONEST_KILL
from tests.crash.scene import NOTHING_WRONG, Scene, scene
from tests.databases import Server


@pytest.fixture(scope="module")
def own_server() -> Iterator[Server]:
    """A PostgreSQL that this module may stop: nobody else is on it."""
    server = Server(keeps_commits=True)
    yield server
    server.stop()


@pytest.fixture
def own_url(own_server: Server) -> Iterator[str]:
    own_server.create("replicas")
    migrate(own_server.url("replicas"))
    yield own_server.url("replicas")
    own_server.drop("replicas")


async def test_three_processes_of_which_one_after_the_other_is_killed(own_url: str, tmp_path: Path) -> None:
    async with scene(tmp_path, own_url) as here:
        answer_late(here)

        await report_through_kills(here, each=2, kills=4, seed=11, replicas=3)
        await here.until_all_is_said()

        assert len(set(here.accepted)) == 2 * len(PEOPLE)
        assert here.counts() == NOTHING_WRONG


async def reported_by_everybody(here: Scene) -> None:
    await asyncio.gather(*(here.reports(person) for person in PEOPLE))


async def stopped_at(here: Scene, point: Point) -> tuple[BaseProcess, asyncio.Task[list[int]]]:
    """Have a process stand still at a point of Alice's report and another one take its place; return that process, and the report."""
    still = await here.begins(point, stands_still=True)
    reporting = asyncio.create_task(here.reports("UALICE"))
    await here.stopped(still)
    await here.begins()
    here.delivery.leave_out(0)
    return still, reporting


async def test_a_process_that_stands_still_while_it_writes_holds_nobody_up_for_long(
    own_url: str, tmp_path: Path
) -> None:
    async with scene(tmp_path, own_url) as here:
        still, reporting = await stopped_at(here, Point.BEFORE_COMMIT)

        await asyncio.gather(reporting, here.reports("UBOB"))
        await here.until_all_is_said()
        let_go_on([still])
        still.terminate()
        code = await here.ended(still)

        assert code == 0
        assert here.counts() == NOTHING_WRONG


async def test_a_process_that_stands_still_before_its_call_finds_its_lease_over_and_says_nothing(
    own_url: str, tmp_path: Path
) -> None:
    async with scene(tmp_path, own_url) as here:
        still, reporting = await stopped_at(here, Point.AFTER_CLAIM)

        await stand_still(here, [still])
        await reporting
        await here.until_all_is_said()
        still.terminate()  # it finishes what it was doing
        code = await here.ended(still)

        assert code == 0
        assert here.counts() == NOTHING_WRONG
        assert here.taken_back() == []


async def test_what_was_said_before_standing_still_and_found_by_another_stays(
    own_url: str, tmp_path: Path
) -> None:
    async with scene(tmp_path, own_url) as here:
        still, reporting = await stopped_at(here, Point.BEFORE_SENT)

        await stand_still(here, [still])  # the other one has looked for it, and written down where it stands
        await reporting
        await here.until_all_is_said()
        still.terminate()
        await here.ended(still)

        assert here.counts() == NOTHING_WRONG
        assert here.taken_back() == []


async def test_a_call_that_begins_after_the_lease_doubles_a_message_which_is_taken_back_at_once(
    own_url: str, tmp_path: Path
) -> None:
    """The one double that nobody can rule out: Slack takes no token that would tell it whose turn it is."""
    async with scene(tmp_path, own_url) as here:
        still, reporting = await stopped_at(here, Point.BEFORE_HTTP)

        await stand_still(
            here, [still], beyond_lease=90
        )  # until another has looked for it twice, and said it
        await reporting
        await here.until_all_is_said()
        still.terminate()
        await here.ended(still)

        assert here.counts() == NOTHING_WRONG
        assert len(here.taken_back()) == 1


async def test_all_stand_still_for_longer_than_their_leases_in_the_middle_of_the_work(
    own_url: str, tmp_path: Path
) -> None:
    async with scene(tmp_path, own_url) as here:
        answer_late(here)
        lives = [await here.begins() for _ in range(2)]
        reporting = asyncio.create_task(reported_by_everybody(here))
        await asyncio.sleep(0.3)

        await stand_still(here, lives[:1])
        await stand_still(here, lives)
        await reporting
        await here.until_all_is_said()

        assert here.counts() == NOTHING_WRONG


async def test_sigterm_while_the_database_is_gone_ends_it_all_the_same(
    own_server: Server, own_url: str, tmp_path: Path
) -> None:
    async with scene(tmp_path, own_url) as here:
        life = await here.begins()
        await asyncio.to_thread(own_server.pause)
        reporting = asyncio.create_task(here.reports("UALICE"))

        told_at = time.monotonic()
        life.terminate()
        await here.ended(life)
        took = time.monotonic() - told_at
        await asyncio.to_thread(own_server.resume)
        await here.begins()
        await reporting
        await here.until_all_is_said()

        assert took < SOONEST_KILL
        assert here.counts() == NOTHING_WRONG


async def test_the_database_restarts_and_is_gone_for_a_while(
    own_server: Server, own_url: str, tmp_path: Path
) -> None:
    async with scene(tmp_path, own_url) as here:
        answer_late(here)
        lives = [await here.begins() for _ in range(2)]
        reporting = [asyncio.create_task(here.reports(person, 2)) for person in PEOPLE]

        for seconds in (0.0, 3.0):
            await asyncio.sleep(0.3)
            await asyncio.to_thread(own_server.pause)
            await asyncio.sleep(seconds)
            await asyncio.to_thread(own_server.resume)
        await asyncio.gather(*reporting)
        await here.until_all_is_said()

        assert [life.exitcode for life in lives] == [None, None]
        assert len(set(here.accepted)) == 2 * len(PEOPLE)
        assert here.counts() == NOTHING_WRONG
