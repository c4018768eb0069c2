"""What thousands of cases leave in memory."""

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from tests.benchmarks import payloads
from tests.benchmarks.acks import WORKERS, opened_forms, quiet
from tests.benchmarks.bots import oops_bot, slack
from tests.benchmarks.load import Slack, in_flight
from tests.benchmarks.report import Bound


async def measure_growth(cases: int) -> AsyncIterator[str | Bound]:
    """Yield what oops holds when idle and after so many cases."""
    with tempfile.TemporaryDirectory(prefix="oops-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'oops.sqlite'}"
        async with slack(1) as slack_url, oops_bot(slack_url, url) as running, Slack(running.url) as sender:
            await quiet(running)
            idle = running.resident_mb()
            await in_flight(sender.send, [payloads.command(0)], 1)
            (form,) = await opened_forms(slack_url, 1)
            for first in range(0, cases, 500):
                views = [{**form["view"], "id": f"V{first + each}"} for each in range(500)]
                await in_flight(sender.send, [payloads.submission(view) for view in views], WORKERS)
            await quiet(running)
            after = running.resident_mb()
    yield f"{idle:.0f} MB when idle, {after:.0f} MB after {cases:,} cases.\n"
    yield Bound(f"memory after {cases:,} cases, to idle", after / idle, 1.3)
