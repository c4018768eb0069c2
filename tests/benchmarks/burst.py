"""Five hundred reports at once, each for a brand with its own channel, while Slack takes 100 ms for a call."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from tests.benchmarks import payloads
from tests.benchmarks.acks import opened_forms
from tests.benchmarks.bare import MODELS
from tests.benchmarks.bots import Running, bare_bot, oops_bot, prepare, slack
from tests.benchmarks.brands import add_brands
from tests.benchmarks.load import Slack, in_flight
from tests.benchmarks.report import Bound

REPORTS = 500
LATENCY_MS = 100


@dataclass(frozen=True, slots=True)
class Burst:
    """The slowest ack, and how long until the last plan was posted, in seconds."""

    slowest_ack: float
    all_posted: float

    def __str__(self) -> str:
        return f"slowest ack {self.slowest_ack:.2f} s, all posted after {self.all_posted:.2f} s"


async def measure_burst(rows: int) -> AsyncIterator[str | Bound]:
    """Yield how bare Bolt and oops take it, then the bounds."""
    with tempfile.TemporaryDirectory(prefix="oops-bench-") as folder:
        bare = await burst_on_bare(str(rows), Path(folder))
        yield f"Bolt, tuned, {rows} rows first: {bare}."
        models = await burst_on_bare(f"{MODELS}{rows}", Path(folder))
        yield f"The same, by SQLModel and an outbox: {models}."
        ours = await burst_on_oops(Path(folder))
        yield f"oops, SQLite: {ours}.\n"
    yield Bound(
        f"slowest ack of {REPORTS} submissions at once", ours.slowest_ack, 1, "s", bare=models.slowest_ack
    )
    yield Bound(
        "all plans posted, to that app",
        ours.all_posted / bare.all_posted,
        1.5,
        bare=models.all_posted / bare.all_posted,
    )


async def burst_on_bare(kind: str, folder: Path) -> Burst:
    """Return the figures of a bare app, whose rows are in a file of its own."""
    own = folder / kind
    own.mkdir()
    async with slack(LATENCY_MS) as slack_url, bare_bot(kind, slack_url, own) as running:
        return await burst(slack_url, running, payloads.bare_submissions(REPORTS))


async def burst_on_oops(folder: Path) -> Burst:
    """Return the figures of oops with a brand and a channel for each report."""
    url = f"sqlite:///{folder / 'oops.sqlite'}"
    await prepare(url)
    brands = add_brands(folder / "oops.sqlite", REPORTS, have_channels=True)
    async with slack(LATENCY_MS) as slack_url, oops_bot(slack_url, url) as running:
        async with Slack(running.url) as sender:
            await sender.send(payloads.command(0))
        (form,) = await opened_forms(slack_url, 1)
        views = [of_brand(form["view"], number, brand) for number, brand in enumerate(brands)]
        return await burst(slack_url, running, [payloads.submission(*view) for view in views])


def of_brand(view: dict[str, Any], number: int, brand_id: int) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a form of its own, and what is chosen in it."""
    return {**view, "id": f"VBURST{number}"}, {"brand": str(brand_id)}


async def burst(slack_url: str, running: Running, bodies: list[bytes]) -> Burst:
    """Send everything at once and return when all is posted."""
    async with Slack(running.url) as sender:
        loop = asyncio.get_running_loop()
        start = loop.time()
        acks = await in_flight(sender.send, bodies, len(bodies))
    last = 0.0
    roots = 0
    async with ClientSession() as session, asyncio.timeout(120):
        while roots < len(bodies):
            await asyncio.sleep(0.2)
            async with session.get(f"{slack_url}/posted") as answer:
                posted = [message["at"] for message in await answer.json() if message["is_root"]]
            roots, last = roots + len(posted), max([last, *posted])
    return Burst(max(acks.took), last - start)
