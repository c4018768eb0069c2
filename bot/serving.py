"""``oops serve``: connects to Slack, says when it is ready, drains on SIGTERM and SIGHUP, and ends with a reason when a part has died."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from errno import EADDRNOTAVAIL
from socket import gaierror
from typing import Any

import structlog
from aiohttp import web
from slack_sdk.errors import SlackApiError

from bot.app import DRAIN_SECONDS, Oops, build_app
from bot.errors import OopsError, TryAgain
from bot.garbage import leave_what_is_there_alone
from bot.http import web_app
from bot.schema import require_newest
from bot.settings import Settings, unknown_settings
from bot.slack.refusals import NO_ANSWER, refusal_of
from bot.slack.socket_mode import SocketMode, token_refused
from bot.storage.writable import require_writable
from bot.watchdog import LIMITS, LOOK_SECONDS, Part, SocketClient, watch

DEFAULT_PORT = 3000
STOP_SECONDS = 8
"""How long stopping takes altogether, but for closing the database: an orchestrator kills after 10 seconds or more."""
LAST_ANSWERS_SECONDS = 3
"""How long stopping waits for answers that are under way, in either mode; the drain of ``bot.app`` comes after it."""
CLOSING_SECONDS = 1
"""How long the other end of a Socket Mode connection may take to say that it is closed; aiohttp would wait for 10."""
LINGERING_SECONDS = 1
"""How long the rest of a refused body is still read and thrown away; aiohttp's own 10 s would let a slow sender hold a connection."""
IDLE_SECONDS = 75
"""How long a connection may stand without a whole request: longer than a proxy keeps one (60 s, nginx and others); aiohttp's own is an hour."""
TURN_SECONDS = 0.0005
"""How long a thread that computes keeps Python for itself while others wait for it; Python's own is ten times as long.

The writer gives it up at each of a transaction's statements, and while many report it had to wait for its turn each time.
"""
log = structlog.get_logger()


class NotConnected(TryAgain):
    """Slack's Socket Mode could not be reached."""

    def __init__(self) -> None:
        super().__init__(
            "Slack's Socket Mode could not be reached. Let this machine open connections to wss://*.slack.com (port 443), or use "
            "HTTP, and start it again."
        )


class Deadline:
    """The end of a stop, which has begun at the latest when it is asked how much is left. What ends early leaves its time to the rest."""

    def __init__(self, whole: float = STOP_SECONDS, *, seconds: Callable[[], float] = time.monotonic) -> None:
        self._whole, self._seconds = whole, seconds
        self._at: float | None = None

    def begin(self) -> float:
        """Have the stop begin, unless it has, and return when it ends."""
        if self._at is None:
            self._at = self._seconds() + self._whole
        return self._at

    def left(self, most: float) -> float:
        """Return how many seconds something that should have ``most`` can have."""
        return max(0.0, min(most, self.begin() - self._seconds()))


async def serve(
    settings: Settings, *, now: Callable[[], datetime] | None = None, environment: Iterable[str] = ()
) -> None:
    """Run until SIGTERM, SIGHUP or Ctrl-C. Raises OopsError that says what to do when it cannot start or nobody lets it in, PartDied when it cannot go on.

    ``environment`` are the names that are set: what only looks like a setting is logged.
    """
    _warn_of_names(environment)
    if not settings.is_socket_mode and not settings.slack_signing_secret.get_secret_value():
        raise OopsError(
            "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set. Set SLACK_APP_TOKEN (xapp-…) for Socket Mode, "
            "or SLACK_SIGNING_SECRET for HTTP."
        )
    require_writable(settings.oops_database_url)
    require_newest(settings.oops_database_url)
    oops = await build_app(settings, now=now)
    leave_what_is_there_alone()
    sys.setswitchinterval(TURN_SECONDS)
    await run(oops)


def _warn_of_names(environment: Iterable[str]) -> None:
    """Log which names look like a setting and are none, each with what may be meant; a value may be a secret."""
    if unknown := unknown_settings(environment):
        advice = [
            f"{name}: is {near} meant?" if near else f"{name}: take it out" for name, near in unknown.items()
        ]
        log.warning("settings_not_known", advice=advice)


async def run(oops: Oops, *, look_every: float = LOOK_SECONDS) -> None:
    """Run a bot that was built until it is told to stop, or a part of it has died (PartDied), or Slack lets it in no longer (OopsError)."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in signals_to_stop():
        loop.add_signal_handler(name, stopping.set)
    reason, deadline = "", Deadline()
    try:
        async with listening(oops) as port, connected(oops, stopping, deadline=deadline) as socket:
            if not stopping.is_set():
                await _start(oops, port)
            reason = await _until_over(stopping, watch(oops, socket, every=look_every))
            log.info("stopping", reason=reason or "told to")
            deadline.begin()
    finally:
        await oops.stop(deadline.left(DRAIN_SECONDS))
    if reason:
        raise oops.health.ending(reason)


def signals_to_stop() -> tuple[signal.Signals, ...]:
    """Return what tells oops to stop: a terminal that hangs up does, unless that is ignored, as under nohup."""
    is_ignored = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    return (signal.SIGTERM, signal.SIGINT, *(() if is_ignored else (signal.SIGHUP,)))


async def _start(oops: Oops, port: int | None) -> None:
    await oops.start()
    await oops.tick()
    log.info("ready", team=oops.identity.team_name, socket_mode=oops.settings.is_socket_mode, port=port)


async def _until_over(stopping: asyncio.Event, look_out: Coroutine[Any, Any, str]) -> str:
    """Return why it cannot go on, empty when it was told to stop."""
    watching = asyncio.create_task(look_out)
    told = asyncio.create_task(stopping.wait())
    await asyncio.wait({watching, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if not watching.done():
        watching.cancel()
        return ""
    return watching.result()


@asynccontextmanager
async def listening(oops: Oops, *, idle_seconds: float = IDLE_SECONDS) -> AsyncIterator[int | None]:
    """Serve HTTP while in the block: always without Socket Mode, with it only where a port is set. Gives the port.

    At the end no new request is taken, and those under way are answered.
    """
    settings = oops.settings
    if settings.is_socket_mode and settings.oops_port is None:
        yield None
        return
    runner = web.AppRunner(
        web_app(oops),
        access_log=None,
        shutdown_timeout=LAST_ANSWERS_SECONDS,
        lingering_time=LINGERING_SECONDS,
        keepalive_timeout=idle_seconds,
    )
    await runner.setup()
    port = DEFAULT_PORT if settings.oops_port is None else settings.oops_port
    try:
        try:
            await web.TCPSite(runner, settings.oops_host, port).start()
        except OSError as error:
            raise _cannot_listen(settings.oops_host, port, error) from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _cannot_listen(host: str, port: int, error: OSError) -> OopsError:
    """Return what is wrong with the address, in the system's words; asyncio has put its own around some of them."""
    if isinstance(error, gaierror) or error.errno == EADDRNOTAVAIL:
        return OopsError(
            f"OOPS_HOST is {host}, which is no address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 for all."
        )
    reason = os.strerror(error.errno) if error.errno else str(error)
    return OopsError(f"Port {port} on {host} cannot be used: {reason}. Set OOPS_PORT to another.")


@asynccontextmanager
async def connected(
    oops: Oops,
    stopping: asyncio.Event | None = None,
    *,
    seconds: float = LIMITS[Part.SOCKET],
    deadline: Deadline | None = None,
) -> AsyncIterator[SocketClient | None]:
    """Keep a Socket Mode connection while in the block, where an app token is set; at the end answer what is under way.

    Raises OopsError for a token that is refused or where Socket Mode is off, NotConnected where Slack is not reached in time.
    """
    if not oops.settings.is_socket_mode:
        yield None
        return
    socket = SocketMode(
        oops.bolt,
        oops.settings.slack_app_token.get_secret_value(),
        web_client=oops.client,
        expected=oops.store.expected,
    )
    try:
        await _connect(socket, stopping or asyncio.Event(), seconds)
        yield socket.client
    finally:
        deadline = deadline or Deadline()
        await socket.drain(deadline.left(LAST_ANSWERS_SECONDS))
        with suppress(TimeoutError):
            async with asyncio.timeout(deadline.left(CLOSING_SECONDS)):
                await socket.close()


async def _connect(socket: SocketMode, stopping: asyncio.Event, seconds: float) -> None:
    """Connect, unless told to stop meanwhile: the SDK tries for ever, and hears of no signal."""
    connecting, told = asyncio.create_task(socket.connect()), asyncio.create_task(stopping.wait())
    try:
        done, _ = await asyncio.wait({connecting, told}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if not done:
            raise NotConnected
        if connecting in done:
            await connecting
    except SlackApiError as error:
        if refusal_of(error).is_passing:
            raise NotConnected from error
        raise OopsError(f"{token_refused(error)}.") from error
    except NO_ANSWER as error:
        raise NotConnected from error
    finally:
        connecting.cancel()
        told.cancel()
