"""What thousands of cases leave in memory."""

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from tests.benchmarks import payloads
from tests.benchmarks.acks import WORKERS, opened_forms, quiet
from tests.benchmarks.bots import oops_bot, slack
from tests.benchmarks.brands import add_brands
from tests.benchmarks.load import Slack, in_flight
from tests.benchmarks.report import Bound

AT_ONCE = 500  # reports that are held ready


async def measure_growth(cases: int) -> AsyncIterator[str | Bound]:
    """Yield what oops holds when idle and after so many cases."""
    with tempfile.TemporaryDirectory(prefix="oops-bench-") as folder:
        file = Path(folder) / "oops.sqlite"
        async with (
            slack(1) as slack_url,
            oops_bot(slack_url, f"sqlite:///{file}") as running,
            Slack(running.url) as sender,
        ):
            await quiet(running)
            idle = running.resident_mb()
            await in_flight(sender.send, [payloads.command(0)], 1)
            (form,) = await opened_forms(slack_url, 1)
            brands = [{"brand": str(brand)} for brand in add_brands(file, cases)]
            for first in range(0, cases, AT_ONCE):
                reports = [
                    payloads.submission({**form["view"], "id": f"V{first + each}"}, brand)
                    for each, brand in enumerate(brands[first : first + AT_ONCE])
                ]
                await in_flight(sender.send, reports, WORKERS)
                await quiet(running)
            after = running.resident_mb()
    yield f"{idle:.0f} MB when idle, {after:.0f} MB after {cases:,} cases.\n"
    yield Bound(f"memory after {cases:,} cases, to idle", after / idle, 1.3)
