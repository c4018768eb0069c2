"""The bot and its Slack on a clock that runs ten times as fast, so that leases and look-ups end while a test watches.

    python -m tests.crash.hurried bot
    python -m tests.crash.hurried slack --port 8737 --store workspace.sqlite --deliver-to http://127.0.0.1:3000/slack/events

Otherwise they are `python -m bot serve` and `python -m bot.playground`. Both read the same clock: real time, ten times as far
from 2026 as it is.
"""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.playground.delivery import HttpDelivery
from bot.playground.persistence import StateFile
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import Workspace
from bot.serving import serve
from bot.settings import read_settings

SPEED = 10
START = datetime(2026, 1, 1, tzinfo=UTC)


def hurried_clock() -> datetime:
    """Return the time now, as far as ten times the real one has got."""
    return START + (datetime.now(UTC) - START) * SPEED


async def slack(port: int, store: Path, deliver_to: str) -> None:
    """Be a workspace until killed."""
    workspace = Workspace(hurried_clock, store=StateFile(store))
    workspace.app.trigger_seconds *= SPEED  # a person's three seconds stay three seconds
    workspace.app.response_url_seconds *= SPEED
    workspace.delivery = HttpDelivery(deliver_to, workspace.app.signing_secret)
    await PlaygroundServer(workspace, port=port).start()
    await asyncio.Event().wait()


def main() -> None:
    """Run one of the two programs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", choices=["bot", "slack"])
    parser.add_argument("--port", type=int)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--deliver-to")
    given = parser.parse_args(sys.argv[1:])
    if given.program == "bot":
        asyncio.run(serve(read_settings(), now=hurried_clock))
    else:
        asyncio.run(slack(given.port, given.store, given.deliver_to))


if __name__ == "__main__":
    main()
