"""A part that dies while the process lives shows in the health check, and ends the process with a reason after a limit."""

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.app import Oops
from bot.serving import listening, run
from bot.storage.engine import sqlite_path
from bot.storage.removed import GONE
from bot.watchdog import LIMITS, OLDEST_TICK_SECONDS, Health, Part, PartDied, look, watch
from tests.crash.processes import until
from tests.databases import ON_SQLITE
from tests.seconds import Seconds
from tests.world import World


class Socket:
    """A Socket Mode client that is connected or not."""

    is_there = True
    refusal = ""

    async def is_connected(self) -> bool:
        return self.is_there


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def running(sqlite_url: str, seconds: Seconds) -> AsyncIterator[World]:
    """The bot, started, with its own ticks."""
    world = World(sqlite_url, settings={"oops_port": 0})
    await world.start()
    world.oops.health = Health(seconds)
    await world.oops.start()
    await world.oops.tick()
    yield world
    await world.stop()


async def test_all_is_well_while_everything_works(running: World) -> None:
    await look(running.oops, Socket())

    assert running.oops.health.problem() == ""


async def test_a_token_that_slack_takes_no_longer_shows_until_it_does_again(
    running: World, seconds: Seconds
) -> None:
    health = running.oops.health
    running.workspace.app.is_revoked = True

    await running.oops.refresh()
    await look(running.oops, None)
    seconds.now += 24 * 3600
    shown, fatal = health.problem(), health.fatal()
    running.workspace.app.is_revoked = False
    await running.oops.refresh()
    await running.oops.tick()
    await look(running.oops, None)

    assert "Slack takes SLACK_BOT_TOKEN no longer" in shown
    assert "Install the app again" in shown
    assert fatal == ""
    assert health.problem() == ""


async def test_a_tick_that_does_not_come_shows_and_after_a_minute_more_ends_it(
    running: World, seconds: Seconds
) -> None:
    health = running.oops.health

    seconds.now += OLDEST_TICK_SECONDS + 1
    shown = health.problem()
    await look(running.oops, None)
    seconds.now += LIMITS[Part.TICK] - 1
    before = health.fatal()
    seconds.now += 1

    assert shown == "the scheduler has not ticked for 30 seconds"
    assert before == ""
    assert "not ticked" in health.fatal()


async def test_a_tick_that_is_late_is_called_for(running: World, seconds: Seconds) -> None:
    """So it is after a clock was set back by an hour: APScheduler waits for the hour to pass."""
    scheduler = running.oops._scheduler
    assert scheduler is not None
    in_an_hour = datetime.now(UTC) + timedelta(hours=1)
    for job in scheduler.get_jobs():
        job.modify(next_run_time=in_an_hour)

    seconds.now += 10
    await look(running.oops, None)

    ticks, refreshes = [job for job in scheduler.get_jobs() if job.name in {"tick", "refresh"}]
    assert ticks.next_run_time < in_an_hour
    assert refreshes.next_run_time < in_an_hour


@ON_SQLITE
async def test_what_is_over_is_erased_at_the_start_too(world: World) -> None:
    """Else it would be kept for ever where the machine is off every night."""
    await world.oops.start()

    scheduler = world.oops._scheduler
    assert scheduler is not None
    begun = [job.name for job in scheduler.get_jobs() if job.next_run_time <= datetime.now(UTC)]
    assert {"forget_old_forms", "erase_what_is_over"} <= {*begun}


async def test_a_process_that_stood_still_is_not_ended_for_it(running: World, seconds: Seconds) -> None:
    seconds.now += 3600
    await look(running.oops, None)
    await running.oops.tick()
    seconds.now += 5
    await look(running.oops, None)

    assert running.oops.health.fatal() == ""
    assert running.oops.health.problem() == ""


async def test_a_sender_that_has_died_ends_it_at_once(running: World) -> None:
    assert running.oops._sending is not None
    running.oops._sending.cancel()

    reason = await watch(running.oops, None, every=0)

    assert reason == "the sender has stopped"
    running.oops._sending = None


async def test_a_database_that_says_nothing_shows_although_it_refuses_nothing(running: World) -> None:
    store, answers = running.oops.store, threading.Event()
    waiting = [asyncio.create_task(store.read(lambda _: answers.wait())) for _ in range(2)]
    await asyncio.sleep(0)

    await look(running.oops, None, answer_seconds=0.1)
    shown = running.oops.health.problem()
    answers.set()
    await asyncio.gather(*waiting)
    await look(running.oops, None)

    assert shown == "the database does not answer"
    assert running.oops.health.problem() == ""


async def test_a_connection_that_is_lost_shows_and_may_come_back(running: World, seconds: Seconds) -> None:
    socket, health = Socket(), running.oops.health

    socket.is_there = False
    await look(running.oops, socket)
    lost = health.problem()
    seconds.now += LIMITS[Part.SOCKET]
    fatal = health.fatal()
    socket.is_there = True
    health.note_tick()
    await look(running.oops, socket)

    assert lost == "Slack is not connected"
    assert "for 120 seconds" in fatal
    assert health.problem() == ""


async def test_a_connection_that_slack_refuses_shows_with_the_reason_and_somebody_has_to_put_it_right(
    running: World, seconds: Seconds
) -> None:
    socket, health = Socket(), running.oops.health

    socket.is_there, socket.refusal = False, "Socket Mode is switched off. Switch it on"
    await look(running.oops, socket)
    shown = health.problem()
    seconds.now += LIMITS[Part.LINK] - 1
    before = health.fatal()
    seconds.now += 1
    ending = health.ending(health.fatal())

    assert (shown, before) == (socket.refusal, "")
    assert str(ending) == "oops has stopped: Socket Mode is switched off. Switch it on."
    assert not ending.is_passing
    assert health.ending("the sender has stopped").is_passing


async def test_a_database_that_takes_nothing_shows_with_the_reason_and_may_come_back(
    running: World, seconds: Seconds
) -> None:
    oops = running.oops

    await loses_its_database(oops)
    await look(oops, None)
    broken = oops.health.problem()
    seconds.now += LIMITS[Part.DATABASE]
    fatal = oops.health.fatal()
    oops.health.note_tick()
    only_read(oops, is_on=False)
    await look(oops, None)

    assert broken == "the database does not answer: the database may not be written to"
    assert "for 300 seconds" in fatal
    assert oops.health.problem() == ""


async def test_a_database_that_is_gone_has_its_own_time_to_come_back_though_nothing_ticks(
    running: World, seconds: Seconds
) -> None:
    oops = running.oops
    await loses_its_database(oops)

    seconds.now += OLDEST_TICK_SECONDS + 1
    await look(oops, None)
    assert oops._scheduler is not None
    for job in oops._scheduler.get_jobs():
        await job.func()  # what is called meanwhile waits for the next time
    seconds.now += LIMITS[Part.DATABASE] - 1
    before = oops.health.fatal()
    seconds.now += 1
    fatal = oops.health.fatal()
    only_read(oops, is_on=False)

    assert before == ""
    assert "the database does not answer" in fatal


async def test_a_full_disk_shows_at_once_and_no_start_would_mend_it(running: World, seconds: Seconds) -> None:
    health = running.oops.health

    await look(running.oops, None, free=lambda _: 0)
    shown = health.problem()
    seconds.now += 3600
    fatal = health.fatal()
    await running.oops.tick()
    await look(running.oops, None)

    assert (shown, fatal) == ("the disk is full", "")
    assert health.problem() == ""


async def test_a_database_file_that_was_removed_shows_in_the_health_check_and_ends_the_process(
    sqlite_url: str, seconds: Seconds
) -> None:
    world = World(sqlite_url, settings={"oops_port": 0})
    await world.start()
    health = world.oops.health = Health(seconds)
    running = asyncio.create_task(run(world.oops, look_every=0.01))
    await until("it is ready", lambda: is_said(health, ""))

    file_of(world).unlink()
    await until("it is noticed", lambda: is_said(health, GONE))
    assert await readiness(world) == (503, GONE)
    seconds.now += LIMITS[Part.DATABASE]

    with pytest.raises(PartDied, match=r"somebody has removed or replaced it, for 300 seconds"):
        await running
    await world.server.stop()


async def test_a_database_file_that_was_put_back_is_no_trouble_any_more_another_one_is(
    running: World,
) -> None:
    health, file = running.oops.health, file_of(running)
    kept = is_replaced(file)

    await look(running.oops, None)
    replaced = health.problem()
    kept.rename(file)
    await look(running.oops, None)

    assert replaced == GONE
    assert health.problem() == ""


async def is_said(health: Health, problem: str) -> bool:
    return health.problem() == problem


def file_of(world: World) -> Path:
    return Path(str(sqlite_path(world.oops.store.url)))


def is_replaced(file: Path) -> Path:
    """Put another file of the same content in a file's place, and return where the first one is now."""
    kept = file.rename(file.with_suffix(".kept"))
    file.write_bytes(kept.read_bytes())
    return kept


async def loses_its_database(oops: Oops) -> None:
    """Have nothing written any more, and something notice it."""
    only_read(oops, is_on=True)
    with pytest.raises(Exception, match="may not be written to"):
        await oops.store.run(lambda session: session.connection().exec_driver_sql("DELETE FROM workspace"))


def only_read(oops: Oops, *, is_on: bool) -> None:
    """Let the database take nothing, as a file that may only be read does."""
    connection = oops.store._writing.raw_connection()
    connection.cursor().execute(f"PRAGMA query_only={'ON' if is_on else 'OFF'}").close()
    connection.close()


async def test_what_is_wrong_is_what_the_health_check_answers(sqlite_url: str) -> None:
    world = World(sqlite_url, settings={"oops_port": 0})
    await world.start()
    world.oops.health.note_tick()
    world.oops.health.note(Part.SENDER, "the sender has stopped")
    found = await readiness(world)

    await world.stop()
    assert found == (503, "the sender has stopped")


async def readiness(world: World) -> tuple[int, str]:
    """Return what ``/readyz`` answers."""
    async with (
        listening(world.oops) as port,
        aiohttp.ClientSession() as http,
        http.get(f"http://127.0.0.1:{port}/readyz") as answer,
    ):
        return answer.status, await answer.text()


async def sender_of(world: World) -> "asyncio.Task[None] | None":
    return world.oops._sending


async def test_a_bot_whose_part_has_died_stops_in_order_and_says_why(sqlite_url: str) -> None:
    world = World(sqlite_url, settings={"oops_port": 0})
    await world.start()
    running = asyncio.create_task(run(world.oops, look_every=0.01))
    sender = await until("it sends", lambda: sender_of(world))

    sender.cancel()

    with pytest.raises(PartDied, match="the sender has stopped"):
        await running
    await world.server.stop()
