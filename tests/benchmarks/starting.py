"""How long oops takes to be ready, and what it holds in memory, beside a process that only imports the same packages."""

import asyncio
import tempfile
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median

from tests.benchmarks.bots import oops_bot, port_when_ready, prepare, process, resident_mb, settings, slack
from tests.benchmarks.report import Bound

TIMES = 5
MOST_IDLE_MB = 120


async def measure_start() -> AsyncIterator[str | Bound]:
    """Yield both figures and their bounds."""
    with tempfile.TemporaryDirectory(prefix="oops-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'oops.sqlite'}"
        await prepare(url)
        async with slack(20) as slack_url:
            imports = [await until_imported() for _ in range(TIMES)]
            starts = [await until_ready(slack_url, url) for _ in range(TIMES)]
            async with oops_bot(slack_url, url) as running:
                await asyncio.sleep(3)
                idle = running.resident_mb()
    import_seconds, import_mb = median(took for took, _ in imports), median(held for _, held in imports)
    yield (
        f"Importing slack-bolt, SQLModel, APScheduler and the other packages takes {import_seconds:.2f} s and {import_mb:.0f} MB; "
        f"oops is ready after {median(starts):.2f} s and holds {idle:.0f} MB when idle (medians of {TIMES}).\n"
    )
    yield Bound("start to ready, to the imports", median(starts) / import_seconds, 1.5)
    yield Bound("idle memory", idle, MOST_IDLE_MB, "MB")
    yield Bound("idle memory, to the imports", idle / import_mb, 1.25)


async def until_imported() -> tuple[float, float]:
    """Return the seconds until a process has imported the packages, and its memory in MB."""
    start = time.monotonic()
    async with process("tests.benchmarks.imports") as started:
        assert started.stdout is not None
        await started.stdout.readline()
        return time.monotonic() - start, resident_mb(started.pid)


async def until_ready(slack_url: str, database_url: str) -> float:
    """Return the seconds until `oops serve` logs that it is ready."""
    start = time.monotonic()
    async with process("bot", "serve", environment=settings(slack_url, database_url), stderr=PIPE) as started:
        await port_when_ready(started)
        return time.monotonic() - start
