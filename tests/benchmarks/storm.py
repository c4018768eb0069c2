"""A storm: sixty-seven reports in a few seconds, some two hundred messages for one channel, which takes one a second after a burst."""

import asyncio
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

from aiohttp import ClientSession

from tests.benchmarks import payloads
from tests.benchmarks.acks import opened_forms, opening_ms
from tests.benchmarks.bots import oops_bot, slack
from tests.benchmarks.brands import add_brands
from tests.benchmarks.load import Slack, at_rate, in_flight
from tests.benchmarks.report import Bound
from tests.benchmarks.slack_stub import BURST

REPORTS = 67
PER_SECOND = 20
_FIRST = (
    0,
    REPORTS,
    2 * REPORTS,
)  # the numbers of the first commands: to warm up, while it is calm, in the storm
_LOST = "SELECT count(*) FROM outbox WHERE state NOT IN ('sent', 'cancelled')"
_SAID = "SELECT count(*) FROM outbox WHERE state = 'sent' AND action = 'post'"


async def measure_storm() -> AsyncIterator[str | Bound]:
    """Yield how long it takes until all is said, how many calls were refused, and what a command's ack takes meanwhile."""
    with tempfile.TemporaryDirectory(prefix="oops-bench-") as folder:
        file = Path(folder) / "oops.sqlite"
        async with (
            slack(20, per_second=1) as slack_url,
            oops_bot(slack_url, f"sqlite:///{file}") as running,
            Slack(running.url) as sender,
        ):
            warming, calmly, in_storm = (
                [payloads.command(first + each) for each in range(REPORTS)] for first in _FIRST
            )
            brands = add_brands(file, REPORTS)
            await in_flight(sender.send, warming, 5)
            calm = await at_rate(sender.send, calmly, PER_SECOND)
            forms = await opened_forms(slack_url, 2 * REPORTS)
            start = asyncio.get_running_loop().time()
            reports = [
                payloads.submission(form["view"], {"brand": str(brand)})
                for form, brand in zip(forms, brands, strict=False)
            ]
            await at_rate(sender.send, reports, PER_SECOND)
            stormy = await at_rate(sender.send, in_storm, PER_SECOND)
            meanwhile = await opened_forms(slack_url, REPORTS)
            last = await last_post(slack_url)
            async with ClientSession() as session, session.get(f"{slack_url}/counts") as answer:
                refused = (await answer.json()).get("refused", 0)
        with closing(sqlite3.connect(file)) as database:
            ((said,),) = database.execute(_SAID)
            ((lost,),) = database.execute(_LOST)
    yield f"{said} messages, {refused} refused calls, all said after {last - start:.0f} s.\n"
    yield Bound("storm: messages lost", lost, 0, "")
    yield Bound("storm: until all is said, to the limit's own time", (last - start) / (said - BURST), 1.15)
    yield Bound("storm: refused calls for each message", refused / said, 0.05, "")
    yield Bound("storm: command ack p50, to calm", stormy.percentile(50) / calm.percentile(50), 1.2)
    _, calm_first, storm_first = _FIRST
    opened = opening_ms(meanwhile, stormy, first=storm_first) / opening_ms(forms, calm, first=calm_first)
    yield Bound("storm: command to `views.open`, to calm", opened, 1.2)


async def last_post(slack_url: str) -> float:
    """Return when the last message was posted, once none has come for ten seconds."""
    last, quiet_polls = 0.0, 0
    async with ClientSession() as session, asyncio.timeout(900):
        while quiet_polls < 10:
            await asyncio.sleep(1)
            async with session.get(f"{slack_url}/posted") as answer:
                posted = [message["at"] for message in await answer.json()]
            last, quiet_polls = max([last, *posted]), 0 if posted else quiet_polls + 1
    return last
