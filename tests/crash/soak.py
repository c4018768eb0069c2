"""kill -9 for as long as you like: rounds of reports and check-ins, and how much was lost, said twice or out of order.

    make soak                                        200 rounds on SQLite, and on PostgreSQL with two processes in turn
    make soak ARGS="--rounds 20 --engine postgresql --replicas 4"
    make soak ARGS="--full --rounds 10"              PostgreSQL with four processes: besides the kills one and then all stand
                                                     still for longer than a lease, the database restarts twice, and is
                                                     gone for 60 seconds, in which one is killed; people report all the while
    make soak ARGS="--full --rounds 10 --socket"     the same by Socket Mode
    make soak ARGS="--full --rounds 1 --speed 1"     the same with leases of a real minute (six minutes a round)

Each round has a new database and a new Slack; the clock runs twenty times as fast, but for the 60 seconds. Exit code 1 when
anything was lost or out of order, or doubled. A message that was doubled and taken back is counted beside: a call that begins
after its lease doubles one, which nobody can rule out.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.schema import migrate
from tests.crash.chaos import Crew, Deed, answer_late, report_through, told
from tests.crash.scene import Counts, Scene, scene
from tests.databases import Server

ENGINES = ("sqlite", "postgresql")
OUTAGE_SECONDS = 60
RESTARTS = 2
REST_SECONDS = 0.5
"""Between two reports of a person who goes on: the channel takes twenty messages a second, and a case is three."""


@dataclass
class Total:
    """What came of all rounds so far."""

    rounds: int = 0
    accepted: int = 0
    posted: int = 0
    taken_back: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)

    def add(self, here: Scene, counts: Counts) -> None:
        """Add a round."""
        self.rounds, self.taken_back = self.rounds + 1, self.taken_back + len(here.taken_back())
        self.accepted, self.posted = self.accepted + len(here.accepted), self.posted + len(here.said())
        self.lost += counts.lost
        self.doubled += counts.doubled
        self.out_of_order += counts.out_of_order

    def line(self) -> str:
        """Return the sums in a line."""
        counts = Counts(tuple(self.lost), tuple(self.doubled), tuple(self.out_of_order))
        return (
            f"{self.rounds} rounds, {self.accepted} reports accepted, {self.posted} messages posted: {told(counts)}; "
            f"{self.taken_back} doubled and taken back"
        )


async def play_round(
    folder: Path, url: str, number: int, given: argparse.Namespace, server: Server | None
) -> tuple[Scene, Counts]:
    """Return what came of one round."""
    migrate(url)
    replicas = 1 if server is None else given.replicas
    async with scene(folder, url, check_ins="40s,80s,1d", speed=given.speed, patience=given.patience) as here:
        answer_late(here)
        crew = Crew(here, replicas=replicas, seed=given.seed + number, by_socket=given.socket)
        await report_through(
            here,
            crew,
            _deeds(crew, given, server),
            each=given.reports,
            rest=REST_SECONDS if given.full else 0,
        )
        await here.until_all_is_said(patience=given.patience)
        return here, here.counts()


def _deeds(crew: Crew, given: argparse.Namespace, server: Server | None) -> list[Deed]:
    """Return what happens in a round."""
    deeds: list[Deed] = [crew.loses_one] * given.kills
    if server is not None and given.full:
        deeds += [crew.has_one_stand_still, crew.stands_still]
        deeds += [partial(crew.is_without, server, 0)] * RESTARTS
    if server is not None and given.outage:
        deeds.append(partial(crew.is_without, server, given.outage))
    return deeds


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
    parser.add_argument("--replicas", type=int, help="processes on PostgreSQL (2, with --full 4)")
    parser.add_argument("--full", action="store_true", help="everything that may happen to PostgreSQL's")
    parser.add_argument("--socket", action="store_true", help="by Socket Mode instead of HTTP")
    parser.add_argument("--speed", type=float, default=20, help="how much faster than real the clock runs")
    parser.add_argument(
        "--outage", type=float, help="seconds for which PostgreSQL is gone in each round (with --full 60)"
    )
    parser.add_argument(
        "--patience", type=float, default=300, help="seconds until what was not said counts as lost"
    )
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    given.replicas = given.replicas or (4 if given.full else 2)
    if given.full:
        given.engine, given.outage = "postgresql", OUTAGE_SECONDS if given.outage is None else given.outage
    return given


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
            total.add(here, counts)
            sys.stdout.write(
                f"round {number + 1} of {given.rounds}, {engine}: {len(here.accepted)} accepted, {len(here.said())} posted, "
                f"{told(counts)}; {len(here.taken_back())} taken back; {time.monotonic() - began:.0f} s so far\n"
            )
            sys.stdout.flush()
    finally:
        if server is not None:
            server.stop()
        sys.stdout.write(f"all: {total.line()}\n")
    raise SystemExit(1 if total.lost or total.doubled or total.out_of_order else 0)


if __name__ == "__main__":
    main()
