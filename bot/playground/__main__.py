"""Runs a workspace as a process of its own, for tests that kill the app: python -m bot.playground --help.

Prints one line of JSON with its port when it can take calls, then runs until SIGINT or SIGTERM.
"""

import argparse
import asyncio
import json
import signal
import sys
from pathlib import Path

from bot.playground import events
from bot.playground.app_config import AppConfig
from bot.playground.clock import MovableClock
from bot.playground.delivery import HttpDelivery
from bot.playground.persistence import StateFile
from bot.playground.play import ClockHooks
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import Workspace

REDELIVERY_SECONDS = 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.playground", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--store", type=Path, help="the SQLite file to keep everything in; none: memory")
    parser.add_argument("--deliver-to", help="the app's request URL; none: Socket Mode")
    parser.add_argument("--signing-secret", default=AppConfig.signing_secret)
    return parser.parse_args()


async def _run(options: argparse.Namespace) -> None:
    clock = MovableClock()
    workspace = Workspace(clock, store=StateFile(options.store))
    clock.catch_up(workspace.counters.last_ts / 1_000_000)
    workspace.app.signing_secret = options.signing_secret
    http = HttpDelivery(options.deliver_to, options.signing_secret) if options.deliver_to else None
    workspace.delivery = http or workspace.sockets
    server = PlaygroundServer(workspace, port=options.port, hooks=ClockHooks(on_advance=clock.advance))
    await server.start()
    sys.stdout.write(json.dumps({"port": server.port, "api_url": server.api_url}) + "\n")
    sys.stdout.flush()
    await _until_stopped(workspace)
    await server.stop()
    if http is not None:
        await http.close()


async def _until_stopped(workspace: Workspace) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    while not stopped.is_set():
        try:
            async with asyncio.timeout(REDELIVERY_SECONDS):
                await stopped.wait()
        except TimeoutError:
            await events.redeliver_due(workspace)


if __name__ == "__main__":
    asyncio.run(_run(_options()))
