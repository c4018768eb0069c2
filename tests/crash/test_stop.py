"""SIGTERM, SIGHUP: no new work is taken, what was taken is finished, the process ends within ten seconds, and nothing is lost."""

import asyncio
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.crash.chaos import PEOPLE
from tests.crash.processes import SOONEST_KILL, Bot, running
from tests.crash.scene import NOTHING_WRONG, scene


@pytest.mark.parametrize("by_socket", [False, True], ids=["http", "socket_mode"])
async def test_in_the_middle_of_the_work(sqlite_url: str, tmp_path: Path, *, by_socket: bool) -> None:
    async with scene(tmp_path, sqlite_url) as here:
        here.workspace.faults.add("chat.postMessage", "slow", times=5, seconds=1)
        first = await here.begins(by_socket=by_socket)
        reporting = [asyncio.create_task(here.reports(person, 2)) for person in PEOPLE]
        await here.called("chat.postMessage")

        told_at = time.monotonic()
        first.terminate()
        code = await here.ended(first)
        took = time.monotonic() - told_at
        under_way = here.under_way()
        await here.begins(by_socket=by_socket)
        await asyncio.gather(*reporting)
        await here.until_all_is_said()

        assert code == 0
        assert took < SOONEST_KILL
        assert under_way == []  # nothing of what it had begun has to be looked for
        assert len(set(here.accepted)) == 2 * len(PEOPLE)
        assert here.counts() == NOTHING_WRONG


@pytest.mark.parametrize("by_socket", [False, True], ids=["http", "socket_mode"])
async def test_slack_that_does_not_answer_does_not_hold_it_up(
    sqlite_url: str, tmp_path: Path, *, by_socket: bool
) -> None:
    async with scene(tmp_path, sqlite_url) as here:
        first = await here.begins(by_socket=by_socket)
        here.workspace.faults.add("*", "slow", times=100, seconds=60)
        reporting = asyncio.create_task(here.reports("UALICE"))
        await here.called("views.open")

        told_at = time.monotonic()
        first.terminate()
        code = await here.ended(first)
        took = time.monotonic() - told_at
        here.workspace.faults.clear()
        await here.begins(by_socket=by_socket)
        await reporting
        await here.until_all_is_said()

        assert code == 0
        assert took < SOONEST_KILL
        assert here.counts() == NOTHING_WRONG


async def started_with(bot: Bot, hang_up: signal.Handlers) -> None:
    """Start the bot from a process that treats a terminal's end so: it inherits that."""
    before = signal.signal(signal.SIGHUP, hang_up)
    try:
        await bot.start()
    finally:
        signal.signal(signal.SIGHUP, before)


async def test_a_terminal_that_hangs_up_stops_it_as_it_should(sqlite_url: str, tmp_path: Path) -> None:
    async with running(tmp_path, sqlite_url) as (bot, _):
        await started_with(bot, signal.SIG_DFL)
        assert bot.process is not None

        bot.process.send_signal(signal.SIGHUP)

        assert await bot.ends() == 0
        assert "stopping" in bot.said()


async def test_under_nohup_it_goes_on_when_the_terminal_hangs_up(sqlite_url: str, tmp_path: Path) -> None:
    async with running(tmp_path, sqlite_url) as (bot, _):
        await started_with(bot, signal.SIG_IGN)
        assert bot.process is not None

        bot.process.send_signal(signal.SIGHUP)

        with pytest.raises(subprocess.TimeoutExpired):
            bot.process.wait(timeout=1)
