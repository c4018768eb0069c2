"""Whether the bot runs and ticks: by its own word, and by what is overdue."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import ClientSession

from bot.doctor.check import AGAIN, Check, Mark, failed, failed_by, ok
from bot.errors import OopsError
from bot.serving import DEFAULT_PORT
from bot.settings import Settings
from bot.slack.refusals import NO_ANSWER, SERVICE_UNAVAILABLE
from bot.storage.trouble import FULL, MAKE_ROOM
from bot.watchdog import NOT_LET_IN, READY, STARTING

NAME = "last tick"
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104  what OOPS_HOST may be, and where it is heard on this machine
_SERVE_OR_LOOK = "Start `oops serve`. If it runs, its log says why (`due_and_not_done`)."
_SERVE_OR_NAME = "Start `oops serve`. If it runs with another --port or address, set OOPS_PORT and OOPS_HOST to those, here too."
_NAME = "Set OOPS_PORT to the port of `oops serve`, here and there."
_ANSWER_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Said:
    """What is answered at the address of ``/readyz``: by oops, in its words, or by another program."""

    status: int
    kind: str
    words: str

    @property
    def is_ours(self) -> bool:
        """Return whether oops says it."""
        is_known = self.words == READY or self.status == SERVICE_UNAVAILABLE
        return is_known and self.kind == "text/plain" and bool(self.words)


async def check_tick(
    http: ClientSession,
    settings: Settings,
    *,
    database: Check,
    overdue: tuple[str, datetime] | None,
    now: datetime,
) -> Check:
    """Return whether the bot runs and ticks. What keeps it from that may be the ``database``, which no start mends."""
    if overdue is not None:
        what, due_at = overdue
        step = database.next_step if database.is_failed else _SERVE_OR_LOOK
        return failed(NAME, f"{what} has been due for {span(now - due_at)}", step)
    address = _address_of(settings)
    if not address:
        text = "no check-in is overdue; set OOPS_PORT, and it can be asked whether it runs"
        return Check(NAME, Mark.NOT_CHECKED, text)
    try:
        async with http.get(address) as answer:
            said = Said(answer.status, answer.content_type, (await answer.text())[:_ANSWER_LONGEST])
    except (*NO_ANSWER, UnicodeDecodeError) as error:
        return _unanswered(address, error)
    if not said.is_ours:
        return failed(NAME, f"what answers at {address} is not oops (HTTP {said.status})", _NAME)
    return _as_said(said.words, address, database)


def _address_of(settings: Settings) -> str:
    """Return where the bot can be asked; empty where it listens nowhere."""
    port = DEFAULT_PORT if settings.oops_port is None and not settings.is_socket_mode else settings.oops_port
    host = _EVERYWHERE.get(settings.oops_host, settings.oops_host)
    return f"http://{host}:{port}/readyz" if port else ""


def _unanswered(address: str, error: Exception) -> Check:
    if isinstance(error, UnicodeDecodeError):
        return failed(NAME, f"what answers at {address} is not oops", _NAME)
    return failed(NAME, f"nothing answers at {address}, where oops would", _SERVE_OR_NAME)


def _as_said(words: str, address: str, database: Check) -> Check:
    """Return what oops itself says, and what mends that: often no start does."""
    if words == READY:
        return ok(NAME, f"under 30 seconds ago, it says at {address}")
    if words == NOT_LET_IN:
        return failed_by(NAME, OopsError(words))
    if database.is_failed:
        return failed(NAME, words, database.next_step)
    steps = {STARTING: AGAIN, FULL: MAKE_ROOM}
    return failed(NAME, words, steps.get(words, "Restart `oops serve`."))


def span(duration: timedelta) -> str:
    """Return how long something has waited, in a few characters."""
    minutes = int(duration.total_seconds()) // 60
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"  # noqa: PLR2004  two hours read better in hours
