"""kill -9, machines that stand still, and a database that goes away, at random moments while people report."""

import asyncio
import os
import random
import signal
from collections.abc import Awaitable, Callable, Sequence
from multiprocessing.process import BaseProcess

from tests.crash.processes import free_port
from tests.crash.scene import Counts, Scene
from tests.databases import Server

PEOPLE = ("UALICE", "UBOB", "UCAROL")
LEASE_SECONDS = 60
LATE_ANSWER = 0.05
"""Seconds by which Slack says later that it took a message: long enough for ends to fall in between."""

Deed = Callable[[], Awaitable[None]]


def answer_late(here: Scene) -> None:
    """Have Slack take messages at once and say so a moment later."""
    here.workspace.faults.add("chat.postMessage", "slow", times=100_000, seconds=LATE_ANSWER)


class Crew:
    """The processes on one database, and what may happen to them; ``seed`` says to which and when."""

    def __init__(self, here: Scene, *, replicas: int, seed: int, by_socket: bool = False) -> None:
        self._here = here
        self._by_socket = by_socket
        self._chance = random.Random(seed)
        self._ports = [free_port() for _ in range(replicas)]
        self._lives: list[BaseProcess] = []

    async def begins(self) -> None:
        """Start all of them."""
        self._lives = [await self._begins(port) for port in self._ports]

    async def _begins(self, port: int) -> BaseProcess:
        return await self._here.begins(port=port, by_socket=self._by_socket)

    async def suffers(self, deeds: Sequence[Deed]) -> None:
        """Have each of ``deeds`` happen, in an order and at moments of chance: anywhere in the work."""
        for deed in self._chance.sample(deeds, len(deeds)):
            await asyncio.sleep(self._chance.uniform(0.05, 0.7))
            await deed()

    async def loses_one(self) -> None:
        """Kill one of them, and start it again."""
        place = await self._killed()
        self._lives[place] = await self._begins(self._ports[place])

    async def _killed(self) -> int:
        place = self._chance.randrange(len(self._lives))
        self._lives[place].kill()
        await self._here.ended(self._lives[place])
        return place

    async def has_one_stand_still(self) -> None:
        """Stop one of them for longer than a lease."""
        await stand_still(self._here, [self._chance.choice(self._lives)])

    async def stands_still(self) -> None:
        """Stop all of them for longer than a lease."""
        await stand_still(self._here, self._lives)

    async def is_without(self, server: Server, seconds: float) -> None:
        """Take the database away for so long; one that is killed meanwhile is started again when it is back."""
        await asyncio.to_thread(server.pause)
        await asyncio.sleep(seconds / 2)
        place = await self._killed() if seconds else None
        await asyncio.sleep(seconds / 2)
        await asyncio.to_thread(server.resume)
        if place is not None:
            self._lives[place] = await self._begins(self._ports[place])


async def report_through(
    here: Scene, crew: Crew, deeds: Sequence[Deed], *, each: int, rest: float = 0
) -> None:
    """Have everybody report at least ``each`` times, and on until all deeds are done where they ``rest`` so many seconds in between."""
    await crew.begins()
    happening = asyncio.create_task(crew.suffers(deeds))

    async def report(person: str) -> None:
        await here.reports(person, each)
        while rest and not happening.done():
            await here.reports(person)
            await asyncio.sleep(rest)

    await asyncio.gather(happening, *(report(person) for person in PEOPLE))


async def report_through_kills(here: Scene, *, each: int, kills: int, seed: int, replicas: int = 1) -> None:
    """Have everybody report ``each`` times while one of the ``replicas`` after the other is killed, ``kills`` times."""
    crew = Crew(here, replicas=replicas, seed=seed)
    await report_through(here, crew, [crew.loses_one] * kills, each=each)


async def stand_still(here: Scene, lives: Sequence[BaseProcess], *, beyond_lease: float = 20) -> None:
    """Stop processes as a paused machine does, until their leases are over, and let them go on."""
    _signal(lives, signal.SIGSTOP)
    await asyncio.sleep(here.clock.real_seconds(LEASE_SECONDS + beyond_lease))
    let_go_on(lives)


def let_go_on(lives: Sequence[BaseProcess]) -> None:
    """Let processes go on that stand still."""
    _signal(lives, signal.SIGCONT)


def _signal(lives: Sequence[BaseProcess], number: signal.Signals) -> None:
    for life in lives:
        assert life.pid is not None
        os.kill(life.pid, number)


def told(counts: Counts) -> str:
    """Return the counts in a line."""
    return f"{len(counts.lost)} lost, {len(counts.doubled)} doubled, {len(counts.out_of_order)} out of order"
