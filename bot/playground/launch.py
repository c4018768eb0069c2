"""Starts the playground: a local workspace, and the real bot connected to it by Socket Mode, both on one movable clock."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pydantic import SecretStr

from bot import schedule
from bot.app import Oops, build_app
from bot.errors import OopsError
from bot.playground import events
from bot.playground.clock import MovableClock
from bot.playground.persistence import StateFile
from bot.playground.play import ClockHooks
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import Workspace
from bot.schema import migrate
from bot.serving import connected, signals_to_stop
from bot.settings import Settings
from bot.storage.holding import held
from bot.storage.writable import SQLITE_FILES, make_folder_of, require_writable_file

DATABASE, WORKSPACE = "oops.sqlite", "workspace.sqlite"
FAST = 60
"""How many seconds pass in one second with --fast-clock."""


async def play(
    *, port: int, folder: Path, is_fresh: bool, is_fast: bool, ready: Callable[[str], None]
) -> None:
    """Run the playground until Ctrl-C. Raises OopsError when the port is taken, the folder may not be written to, or another playground uses it."""
    _prepare(folder, is_fresh=is_fresh)
    stopping = asyncio.Event()
    for name in signals_to_stop():
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    clock = MovableClock(speed=FAST if is_fast else 1)
    workspace = Workspace(clock, store=StateFile(folder / WORKSPACE))
    clock.catch_up(workspace.counters.last_ts / 1_000_000)
    workspace.delivery = workspace.sockets
    if is_fast:  # Slack's three seconds stay three seconds of the person who clicks
        workspace.app.trigger_seconds *= FAST
        workspace.app.response_url_seconds *= FAST
    running: list[Oops] = []
    hooks = ClockHooks(
        on_advance=lambda seconds: _advance(clock, running, seconds),
        next_check_in=lambda: _next_check_in(running),
        is_fast=is_fast,
    )
    server = PlaygroundServer(workspace, port=port, hooks=hooks)
    try:
        await server.start()
    except OSError as error:
        raise OopsError(f"Port {port} cannot be used: {error.strerror}. Try --port {port + 1}.") from error
    try:
        await _run(server, clock, folder, running, lambda: ready(server.url), stopping)
    finally:
        await server.stop()


def _prepare(folder: Path, *, is_fresh: bool) -> None:
    for name in (DATABASE, WORKSPACE):
        require_writable_file(folder / name)
    make_folder_of(folder / DATABASE)
    if is_fresh:
        forget(folder)


def forget(folder: Path) -> None:
    """Delete what a playground keeps in a folder, and nothing else there. Raises StoreInUse while one runs."""
    with held(_database(folder)):
        for name in (DATABASE, WORKSPACE):
            for beside in SQLITE_FILES:
                (folder / f"{name}{beside}").unlink(missing_ok=True)


def _database(folder: Path) -> str:
    return f"sqlite:///{folder / DATABASE}"


async def _run(  # noqa: PLR0917  what one running playground is made of
    server: PlaygroundServer,
    clock: MovableClock,
    folder: Path,
    running: list[Oops],
    ready: Callable[[], None],
    stopping: asyncio.Event,
) -> None:
    workspace = server.workspace
    settings = Settings(
        slack_bot_token=SecretStr(workspace.app.bot_token),
        slack_app_token=SecretStr(workspace.app.app_token),
        slack_api_url=server.api_url,
        oops_database_url=_database(folder),
        oops_response_channel=_response_channel(workspace),
    )
    migrate(settings.oops_database_url)
    oops = await build_app(settings, now=clock)
    running.append(oops)
    try:
        async with connected(oops):
            await oops.start()
            ready()
            while not stopping.is_set():
                await _wait(stopping)
                await events.redeliver_due(workspace)
    finally:
        await oops.stop()


async def _wait(stopping: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(1):
            await stopping.wait()
    except TimeoutError:
        return


async def _advance(clock: MovableClock, running: list[Oops], seconds: float) -> None:
    clock.advance(seconds)
    for oops in running:
        await oops.directory.refresh_open_channels()
        await oops.tick()
        await oops.send_digests()
        await oops.erase_what_is_over()
        await oops.settle()


async def _next_check_in(running: list[Oops]) -> datetime | None:
    for oops in running:
        return await oops.store.read(schedule.next_check_in)
    return None


def _response_channel(workspace: Workspace) -> str:
    """Return the seeded private channel, so that a first plan has a place to go."""
    return next(
        channel.id
        for channel in workspace.channels.values()
        if channel.is_private and not channel.is_im and not channel.is_archived
    )
