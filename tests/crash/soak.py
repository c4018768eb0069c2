"""kill -9 for as long as you like: rounds of reports and check-ins, and how much was lost, said twice or out of order.

    make soak                                        200 rounds on SQLite, and on PostgreSQL with two processes in turn
    make soak ARGS="--rounds 20 --engine postgresql --replicas 4"
    make soak ARGS="--rounds 5 --engine postgresql --outage 60"     the database is gone for 60 seconds in each round,
                                                     and nobody is killed: a start needs it

Each round has a new database and a new Slack; the clock runs twenty times as fast. Exit code 1 when anything was lost or
out of order, or doubled.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.schema import migrate
from tests.crash.chaos import answer_late, report_through_kills, told
from tests.crash.processes import until
from tests.crash.scene import Counts, Scene, scene
from tests.databases import Server

ENGINES = ("sqlite", "postgresql")


@dataclass
class Total:
    """What came of all rounds so far."""

    rounds: int = 0
    accepted: int = 0
    posted: int = 0
    kills: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)

    def add(self, here: Scene, counts: Counts, kills: int) -> None:
        """Add a round."""
        self.rounds, self.kills = self.rounds + 1, self.kills + kills
        self.accepted, self.posted = self.accepted + len(here.accepted), self.posted + len(here.said())
        self.lost += counts.lost
        self.doubled += counts.doubled
        self.out_of_order += counts.out_of_order

    def line(self) -> str:
        """Return the sums in a line."""
        counts = Counts(tuple(self.lost), tuple(self.doubled), tuple(self.out_of_order))
        return (
            f"{self.rounds} rounds, {self.kills} kills, {self.accepted} reports accepted, {self.posted} messages posted: "
            f"{told(counts)}"
        )


async def play_round(
    folder: Path, url: str, number: int, given: argparse.Namespace, server: Server | None
) -> tuple[Scene, Counts]:
    """Return what came of one round."""
    migrate(url)
    replicas = 1 if server is None else given.replicas
    async with scene(folder, url, check_ins="40s,80s,1d") as here:
        answer_late(here)
        outage = (
            asyncio.create_task(_outage(server, given.outage, here, replicas))
            if server and given.outage
            else None
        )
        await report_through_kills(
            here,
            each=given.reports,
            kills=0 if outage else given.kills,
            seed=given.seed + number,
            replicas=replicas,
        )
        if outage is not None:
            await outage
        await here.until_all_is_said(patience=given.patience)
        return here, here.counts()


async def _outage(server: Server, seconds: float, here: Scene, replicas: int) -> None:
    async def all_are_ready() -> bool:
        return len(here.delivery.by_port) == replicas

    await until("all are ready", all_are_ready)
    await asyncio.to_thread(server.pause)
    await asyncio.sleep(seconds)
    await asyncio.to_thread(server.resume)


@contextmanager
def _database(engine: str, folder: Path, server: Server | None) -> Iterator[str]:
    if engine == "sqlite" or server is None:
        yield f"sqlite:///{folder / 'oops.sqlite'}"
        return
    server.create("soak")
    yield server.url("soak")
    server.drop("soak")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--kills", type=int, default=5, help="in each round")
    parser.add_argument("--reports", type=int, default=2, help="by each of three people in each round")
    parser.add_argument("--engine", choices=ENGINES, help="both in turn when left out")
    parser.add_argument("--replicas", type=int, default=2, help="processes on PostgreSQL")
    parser.add_argument(
        "--outage", type=float, default=0, help="seconds for which PostgreSQL is gone in each round"
    )
    parser.add_argument(
        "--patience", type=float, default=180, help="seconds until what was not said counts as lost"
    )
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Play the rounds and print a line for each, and the sum."""
    given, total, began = _options(), Total(), time.monotonic()
    server = Server(keeps_commits=True) if given.engine != "sqlite" else None
    try:
        for number in range(given.rounds):
            engine = given.engine or ENGINES[number % 2]
            with (
                tempfile.TemporaryDirectory(prefix="oops-soak-") as folder,
                _database(engine, Path(folder), server) as url,
            ):
                here, counts = asyncio.run(
                    play_round(Path(folder), url, number, given, server if engine == "postgresql" else None)
                )
            total.add(here, counts, given.kills)
            sys.stdout.write(
                f"round {number + 1} of {given.rounds}, {engine}: {len(here.accepted)} accepted, {len(here.said())} posted, "
                f"{told(counts)}; {time.monotonic() - began:.0f} s so far\n"
            )
            sys.stdout.flush()
    finally:
        if server is not None:
            server.stop()
        sys.stdout.write(f"all: {total.line()}\n")
    raise SystemExit(1 if total.lost or total.doubled or total.out_of_order else 0)


if __name__ == "__main__":
    main()
