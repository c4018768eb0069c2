"""An aiohttp application as a process of its own, which ends with whoever started it."""

import asyncio
import sys

from aiohttp import web


async def serve_until_stdin_ends(app: web.Application) -> None:
    """Serve on a free port of this machine, print the port, and stop when standard input ends."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)  # noqa: T201  whoever started the process reads it
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()
