"""Notices a part that has died while the process lives: ``/readyz`` says so, and after a limit the process ends with a reason.

A process that ends is started again by whoever runs it, and loses nothing. One that only looks alive helps nobody.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf
from typing import TYPE_CHECKING, Protocol

import structlog
from sqlmodel import Session

from bot.errors import OopsError, TryAgain
from bot.slack import facts as slack_facts
from bot.storage import StoreBusy
from bot.storage.engine import sqlite_path
from bot.storage.removed import GONE
from bot.storage.trouble import FULL
from bot.storage.writable import LEAST_FREE, free_bytes, prove_writable

if TYPE_CHECKING:
    from bot.app import Oops

LOOK_SECONDS = 5
LATE_TICK_SECONDS = 5
"""A tick comes every second: one that is so late is called for."""
ANSWER_SECONDS = 10
"""What is asked of the database takes a millisecond; a line that is dead says nothing at all."""
DATABASE_IS_SILENT = "the database does not answer"

log = structlog.get_logger()


class Part(StrEnum):
    """What has to live."""

    TICK = "tick"
    SENDER = "sender"
    DATABASE = "database"
    DISK = "disk"
    SOCKET = "socket"
    LINK = "link"
    ACCESS = "access"


LIMITS = {
    Part.TICK: 60,
    Part.SENDER: 0,
    Part.DATABASE: 300,
    Part.DISK: inf,
    Part.SOCKET: 120,
    Part.LINK: 120,
    Part.ACCESS: inf,
}
"""Seconds after which a broken part ends the process. A database or a connection may come back; a dead task does not.

No start makes room on a full disk, or makes a token valid: until somebody does, whoever reports is told, and keeps what they typed.
Where Slack lets no connection in, nobody can be told anything: the process ends, and its last line says what to put right.
"""
OLDEST_TICK_SECONDS = 30
_NO_TICK = f"the scheduler has not ticked for {OLDEST_TICK_SECONDS} seconds"
NOT_LET_IN = (
    "Slack takes SLACK_BOT_TOKEN no longer: the app was removed, or the token was revoked or has expired. Install the app again, "
    "and where that gives another token, set it and restart oops"
)
READY = "ready"
STARTING = "oops is starting"
"""What is wrong before the first tick."""


class PartDied(TryAgain):
    """A part of the running bot has died for good."""


class SocketClient(Protocol):
    """What is asked of a Socket Mode client; ``refusal`` is why Slack lets it in no longer, with what to do, or empty."""

    refusal: str

    async def is_connected(self) -> bool:
        """Return whether Slack can be heard."""
        ...


@dataclass(slots=True)
class Health:
    """What is wrong with which part, and since when. ``seconds`` only goes forward, whatever is done to the clock."""

    seconds: Callable[[], float] = time.monotonic
    _ticked_at: float | None = None
    _broken: dict[Part, tuple[str, float]] = field(default_factory=dict)

    def note_tick(self) -> None:
        """Write down that the tick has done its work."""
        self._ticked_at = self.seconds()

    def tick_age(self) -> float:
        """Return the seconds since the last tick; endless before the first."""
        return float("inf") if self._ticked_at is None else self.seconds() - self._ticked_at

    def note(self, part: Part, problem: str) -> None:
        """Write down what is wrong with a part; nothing is wrong where ``problem`` is empty."""
        if not problem:
            self._broken.pop(part, None)
        elif part not in self._broken:
            self._broken[part] = (problem, self.seconds())
            log.warning("part_broken", part=part, problem=problem)

    def problem(self) -> str:
        """Return why the bot cannot take work, or an empty string."""
        if self._broken:
            return next(iter(self._broken.values()))[0]
        if self._ticked_at is None:
            return STARTING
        if self.tick_age() > OLDEST_TICK_SECONDS:
            return _NO_TICK
        return ""

    def fatal(self) -> str:
        """Return why the process has to end, or an empty string."""
        for part, (problem, since) in self._broken.items():
            if self.seconds() - since >= LIMITS[part]:
                is_timed = LIMITS[part] and part != Part.LINK
                return f"{problem}, for {LIMITS[part]} seconds" if is_timed else problem
        return ""

    def ending(self, reason: str) -> OopsError:
        """Return what the process ends with: whether a start is enough, or somebody has to put something right first."""
        if self._broken.get(Part.LINK, ("",))[0] == reason:
            return OopsError(f"oops has stopped: {reason}.")
        return PartDied(f"oops has stopped: {reason}. Start it again; `oops doctor` says what to look at.")


async def watch(oops: "Oops", socket: SocketClient | None, *, every: float = LOOK_SECONDS) -> str:
    """Look at every part ``every`` so many seconds; return why the process has to end."""
    while not (reason := oops.health.fatal()):
        await asyncio.sleep(every)
        await look(oops, socket)
    return reason


async def look(
    oops: "Oops",
    socket: SocketClient | None,
    *,
    answer_seconds: float = ANSWER_SECONDS,
    free: Callable[[str], int] = free_bytes,
) -> None:
    """Look at every part once, and call for a tick that is late. ``free`` returns the room that is left for a file, in bytes."""
    health, age = oops.health, oops.health.tick_age()
    silence = await _said_by(_database_answers(oops), answer_seconds)
    trouble = (
        GONE if oops.store.is_removed else silence
    )  # known once it was asked: it may have gone meanwhile
    path = sqlite_path(oops.store.url)
    is_full = bool(path) and trouble != GONE and free(str(path)) < LEAST_FREE
    health.note(Part.DISK, FULL if is_full else "")
    health.note(Part.DATABASE, "" if is_full else trouble)
    if age > LATE_TICK_SECONDS:
        oops.call_for_ticks()
    # Without a database nothing ticks, and it may come back.
    is_dead = age > OLDEST_TICK_SECONDS and not trouble
    health.note(Part.TICK, _NO_TICK if is_dead else "")
    if not trouble:
        await _look_at_token(oops, answer_seconds)
    health.note(Part.SENDER, "" if oops.is_sending else "the sender has stopped")
    if socket is not None:
        is_lost = not socket.refusal and not await socket.is_connected()
        health.note(Part.LINK, socket.refusal)
        health.note(Part.SOCKET, "Slack is not connected" if is_lost else "")


async def _database_answers(oops: "Oops") -> None:
    """Raise StoreBusy, or TimeoutError, where the database cannot be read, or cannot be written to since something could not be."""
    await oops.store.read(_read)
    if oops.store.is_failing:
        await oops.store.run(prove_writable)


async def _look_at_token(oops: "Oops", seconds: float) -> None:
    """Look at what Slack has last said of our token; as it was, where the database does not tell."""
    with suppress(StoreBusy, TimeoutError):
        async with asyncio.timeout(seconds):
            is_refused = await oops.store.read(slack_facts.is_ended, oops.workspace_id)
        oops.health.note(Part.ACCESS, NOT_LET_IN if is_refused else "")


async def _said_by(work: Awaitable[None], seconds: float) -> str:
    try:
        async with asyncio.timeout(seconds):
            await work
    except TimeoutError:
        return DATABASE_IS_SILENT
    except StoreBusy as error:
        return f"{DATABASE_IS_SILENT}: {error.reason}" if error.reason else DATABASE_IS_SILENT
    return ""


def _read(session: Session) -> None:
    session.connection().exec_driver_sql("SELECT 1")
