"""Measures the acks of a command and of a submission, for bare Bolt apps and for oops, and prints a Markdown table."""

import argparse
import asyncio
import os
import platform
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from tests.benchmarks import payloads
from tests.benchmarks.bots import Running, bare_bot, oops_bot, slack
from tests.benchmarks.load import Acks, Slack, at_rate, in_flight

Start = Callable[[str, Path], AbstractAsyncContextManager[Running]]
WORKERS = 32
PER_SECOND = 20
STEADY_SECONDS = 3
HEAD = "| bot | request | p50 / p95 / p99 ms at 20 a second | a second, 32 in flight | p50 / p95 / p99 ms | later than 3 s | CPU ms each |"


@dataclass(frozen=True, slots=True)
class Measured:
    """One row of the table."""

    bot: str
    request: str
    steady: Acks
    busy: Acks
    cpu_ms: float

    def __str__(self) -> str:
        rate, late = f"{self.busy.rate:.0f}", f"{self.steady.late + self.busy.late}"
        cells = [
            self.bot,
            self.request,
            times(self.steady),
            rate,
            times(self.busy),
            late,
            f"{self.cpu_ms:.2f}",
        ]
        return f"| {' | '.join(cells)} |"


def times(acks: Acks) -> str:
    return " / ".join(f"{acks.percentile(percent):.1f}" for percent in (50, 95, 99))


@asynccontextmanager
async def oops_on_sqlite(slack_url: str, folder: Path) -> AsyncIterator[Running]:
    async with oops_bot(slack_url, f"sqlite:///{folder / 'oops.sqlite'}") as running:
        yield running


BOTS: dict[str, Start] = {
    "Bolt, default": partial(bare_bot, "default"),
    "Bolt, tuned": partial(bare_bot, "tuned"),
    "Bolt, tuned, 6 rows first": partial(bare_bot, "rows"),
    "oops, SQLite": oops_on_sqlite,
}


async def measure(bot: str, start: Start, *, count: int, latency_ms: int) -> AsyncIterator[Measured]:
    """Yield the rows of one bot, whose process and Slack are its own."""
    with tempfile.TemporaryDirectory(prefix="oops-bench-") as folder:
        async with (
            slack(latency_ms) as slack_url,
            start(slack_url, Path(folder)) as running,
            Slack(running.url) as sender,
        ):
            needed = WORKERS + PER_SECOND * STEADY_SECONDS + count
            yield await measure_request(
                bot, "/oops", running, sender, [payloads.command(each) for each in range(needed)]
            )
            views = await opened(slack_url, needed)
            submissions = [payloads.submission(view) for view in views]
            yield await measure_request(bot, "submission", running, sender, submissions)


async def opened(slack_url: str, count: int) -> list[dict[str, Any]]:
    """Return the modals that the bot opened, once there are as many as commands were sent."""
    views: list[dict[str, Any]] = []
    async with ClientSession() as session, asyncio.timeout(60):
        while len(views) < count:
            async with session.get(f"{slack_url}/opened") as answer:
                views += await answer.json()
            await asyncio.sleep(0.1)
    return views


async def measure_request(
    bot: str, request: str, running: Running, sender: Slack, bodies: Sequence[bytes]
) -> Measured:
    """Warm up, then measure at a steady rate, then at as many a second as the bot can take."""
    steady_count = PER_SECOND * STEADY_SECONDS
    await in_flight(sender.send, bodies[:WORKERS], WORKERS)
    steady = await at_rate(sender.send, bodies[WORKERS : WORKERS + steady_count], PER_SECOND)
    before = running.cpu_seconds()
    busy = await in_flight(sender.send, bodies[WORKERS + steady_count :], WORKERS)
    cpu_ms = 1000 * (running.cpu_seconds() - before) / len(busy.took)
    return Measured(bot, request, steady, busy, cpu_ms)


def say(line: object) -> None:
    print(line, flush=True)  # noqa: T201  the table is what this is for


async def main() -> None:
    """Print the table, a row as soon as it is known."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--requests", type=int, default=1000, help="how many while 32 are in flight (default 1000)"
    )
    parser.add_argument(
        "--latency-ms", type=int, default=20, help="how long Slack takes to answer a call (default 20)"
    )
    parser.add_argument("--only", default="", help="only bots with this in their name")
    given = parser.parse_args()
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    say(f"{machine}; Slack answers in {given.latency_ms} ms.\n\n{HEAD}\n|---|---|---|---|---|---|---|")
    for bot, start in BOTS.items():
        if given.only in bot:
            async for measured in measure(bot, start, count=given.requests, latency_ms=given.latency_ms):
                say(measured)


if __name__ == "__main__":
    asyncio.run(main())
