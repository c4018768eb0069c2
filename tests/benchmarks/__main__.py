"""Prints what oops costs beside bare Bolt apps, as Markdown, with the bound of each figure that has one: `make bench`."""

import argparse
import asyncio
import os
import platform
from collections.abc import AsyncIterator, Callable

from tests.benchmarks import judgement
from tests.benchmarks.acks import measure_acks
from tests.benchmarks.burst import measure_burst
from tests.benchmarks.due import measure_due
from tests.benchmarks.growing import measure_growth
from tests.benchmarks.report import Bound, bounds_table
from tests.benchmarks.starting import measure_start
from tests.benchmarks.storm import measure_storm


def say(line: object) -> None:
    print(line, flush=True)  # noqa: T201  the tables are what this is for


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", default=list(PARTS), help=f"which parts: {', '.join(PARTS)} (default: all)"
    )
    parser.add_argument(
        "--requests", type=int, default=1000, help="how many while 32 are in flight (default 1000)"
    )
    parser.add_argument(
        "--latency-ms", type=int, default=20, help="how long Slack takes to answer (default 20)"
    )
    parser.add_argument(
        "--rows", type=int, default=21, help="how many rows the bare app of `burst` writes (default 21)"
    )
    parser.add_argument(
        "--cases", type=int, default=10_000, help="how many cases `growth` opens (default 10,000)"
    )
    return parser.parse_args()


async def measure_judgement() -> AsyncIterator[str | Bound]:
    for line in judgement.lines():
        yield line


PARTS: dict[str, Callable[[argparse.Namespace], AsyncIterator[str | Bound]]] = {
    "acks": lambda given: measure_acks(count=given.requests, latency_ms=given.latency_ms),
    "burst": lambda given: measure_burst(given.rows),
    "start": lambda _given: measure_start(),
    "due": lambda _given: measure_due(),
    "storm": lambda _given: measure_storm(),
    "growth": lambda given: measure_growth(given.cases),
    "judgement": lambda _given: measure_judgement(),
}


async def main() -> None:
    """Print each part's table as soon as it is known, then all bounds."""
    given = parsed()
    say(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}.\n")
    bounds = []
    for name in given.parts:
        async for said in PARTS[name](given):
            if isinstance(said, Bound):
                bounds.append(said)
            else:
                say(said)
    say(bounds_table(bounds))


if __name__ == "__main__":
    asyncio.run(main())
