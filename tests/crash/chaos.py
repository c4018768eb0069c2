"""kill -9, and machines that stand still, at random moments while people report."""

import asyncio
import os
import random
import signal
from collections.abc import Sequence
from multiprocessing.process import BaseProcess

from tests.crash.processes import free_port
from tests.crash.scene import Counts, Scene

PEOPLE = ("UALICE", "UBOB", "UCAROL")
LEASE_SECONDS = 60
LATE_ANSWER = 0.05
"""Seconds by which Slack says later that it took a message: long enough for ends to fall in between."""


def answer_late(here: Scene) -> None:
    """Have Slack take messages at once and say so a moment later."""
    here.workspace.faults.add("chat.postMessage", "slow", times=100_000, seconds=LATE_ANSWER)


async def report_through_kills(here: Scene, *, each: int, kills: int, seed: int, replicas: int = 1) -> None:
    """Have everybody report ``each`` times while one of the ``replicas`` after the other is killed, ``kills`` times."""
    chance = random.Random(seed)
    ports = [free_port() for _ in range(replicas)]
    lives = [await here.begins(port=port) for port in ports]
    reporting = [asyncio.create_task(here.reports(person, each)) for person in PEOPLE]
    for _ in range(kills):
        await asyncio.sleep(chance.uniform(0.05, 0.7))  # the moment is the point: anywhere in the work
        place = chance.randrange(replicas)
        lives[place].kill()
        await here.ended(lives[place])
        lives[place] = await here.begins(port=ports[place])
    await asyncio.gather(*reporting)


async def stand_still(here: Scene, lives: Sequence[BaseProcess], *, beyond_lease: float = 20) -> None:
    """Stop processes as a paused machine does, until their leases are over, and let them go on."""
    _signal(lives, signal.SIGSTOP)
    await asyncio.sleep(here.clock.real_seconds(LEASE_SECONDS + beyond_lease))
    _signal(lives, signal.SIGCONT)


def _signal(lives: Sequence[BaseProcess], number: signal.Signals) -> None:
    for life in lives:
        assert life.pid is not None
        os.kill(life.pid, number)


def told(counts: Counts) -> str:
    """Return the counts in a line."""
    return f"{len(counts.lost)} lost, {len(counts.doubled)} doubled, {len(counts.out_of_order)} out of order"
