"""How quickly a command and a submission are acked, and how soon the form opens, beside bare Bolt apps."""

import asyncio
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from tests.benchmarks import payloads
from tests.benchmarks.bare import MODELS
from tests.benchmarks.bots import Running, bare_bot, oops_bot, slack
from tests.benchmarks.brands import add_brands
from tests.benchmarks.load import Acks, Slack, at_rate, in_flight
from tests.benchmarks.report import Bound

WORKERS = 32
PER_SECOND = 5
ALONE = 40  # requests at the steady rate: eight seconds
HEAD = (
    "| bot | request | p50 / p95 / p99 ms at 5 a second | a second, 32 in flight | p50 / p95 / p99 ms "
    "| later than 3 s | CPU ms each |\n|---|---|---|---|---|---|---|"
)
OOPS = "oops, SQLite"
ROWS_WRITTEN = (
    "oops_case",
    "report_form",
    "case_plan",
    "task",
    "draft",
    "draft_version",
    "check_in",
    "event",
    "message",
    "outbox",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One row of the table. ``opened_ms`` is the median time from a command to `views.open`."""

    bot: str
    request: str
    alone: Acks
    busy: Acks
    cpu_ms: float
    opened_ms: float = 0.0

    def __str__(self) -> str:
        cells = [
            self.bot,
            self.request,
            times(self.alone),
            f"{self.busy.rate:.0f}",
            times(self.busy),
            f"{self.alone.late + self.busy.late}",
            f"{self.cpu_ms:.2f}",
        ]
        return f"| {' | '.join(cells)} |"


def times(acks: Acks) -> str:
    return " / ".join(f"{acks.percentile(percent):.1f}" for percent in (50, 95, 99))


@dataclass(frozen=True, slots=True)
class OneBot:
    """Both rows of a bot; ``rows_each`` is how many rows a submission wrote, where that was counted."""

    command: Measured
    submission: Measured
    rows_each: int = 0


async def measure_acks(*, count: int, latency_ms: int) -> AsyncIterator[str | Bound]:
    """Yield the lines of the table, then the bounds."""
    yield HEAD
    bots = {}
    ours = await measure_oops(count=count, latency_ms=latency_ms)
    with_rows = f"Bolt, tuned, {ours.rows_each} rows first"
    with_models = f"{with_rows}, by SQLModel and an outbox"
    for name, kind in (
        ("Bolt, default", "default"),
        ("Bolt, tuned", "tuned"),
        (with_rows, str(ours.rows_each)),
        (with_models, f"{MODELS}{ours.rows_each}"),
    ):
        bots[name] = await measure_bare(name, kind, count=count, latency_ms=latency_ms)
        yield f"{bots[name].command}\n{bots[name].submission}"
    yield f"{ours.command}\n{ours.submission}\n\nA case writes {ours.rows_each} rows."
    for bound in bounds(ours, bots["Bolt, default"], bots["Bolt, tuned"], bots[with_rows], bots[with_models]):
        yield bound


def bounds(ours: OneBot, default: OneBot, tuned: OneBot, rows: OneBot, models: OneBot) -> list[Bound]:
    """Return what is asked of oops, as ratios to the bare apps of the same run, and what the one ``models`` has of reports."""

    def p50(measured: Measured) -> float:
        return measured.alone.percentile(50)

    def p99_busy(measured: Measured) -> float:
        return measured.busy.percentile(99)

    return [
        Bound("command ack p50 to the tuned app", p50(ours.command) / p50(tuned.command), 2),
        Bound("command ack p50 to the default app", p50(ours.command) / p50(default.command), 0.15),
        Bound(
            "command to `views.open` to the tuned app", ours.command.opened_ms / tuned.command.opened_ms, 1.5
        ),
        Bound(
            "commands, 32 in flight, to the tuned app",
            ours.command.busy.rate / tuned.command.busy.rate,
            0.6,
            is_least=True,
        ),
        Bound(
            "submission ack p50 to the app that writes as many rows",
            p50(ours.submission) / p50(rows.submission),
            1.8,
            bare=p50(models.submission) / p50(rows.submission),
        ),
        Bound(
            "submission ack p99, 32 in flight, to that app",
            p99_busy(ours.submission) / p99_busy(rows.submission),
            2,
            bare=p99_busy(models.submission) / p99_busy(rows.submission),
        ),
        Bound(
            "submissions, 32 in flight, to that app",
            ours.submission.busy.rate / rows.submission.busy.rate,
            0.7,
            is_least=True,
            bare=models.submission.busy.rate / rows.submission.busy.rate,
        ),
        Bound(
            "submissions, 32 in flight, to the tuned app",
            ours.submission.busy.rate / tuned.submission.busy.rate,
            0.35,
            is_least=True,
            bare=models.submission.busy.rate / tuned.submission.busy.rate,
        ),
    ]


async def measure_oops(*, count: int, latency_ms: int) -> OneBot:
    """Return the figures of oops on a SQLite file, and how many rows a submission wrote."""
    with tempfile.TemporaryDirectory(prefix="oops-bench-") as folder:
        file = Path(folder) / "oops.sqlite"
        async with slack(latency_ms) as slack_url, oops_bot(slack_url, f"sqlite:///{file}") as running:
            command, submission = await measure(OOPS, slack_url, running, count, brands_in=file)
        return OneBot(command, submission, rows_each(file))


async def measure_bare(name: str, kind: str, *, count: int, latency_ms: int) -> OneBot:
    """Return the figures of a bare app."""
    with tempfile.TemporaryDirectory(prefix="oops-bench-") as folder:
        async with slack(latency_ms) as slack_url, bare_bot(kind, slack_url, Path(folder)) as running:
            return OneBot(*await measure(name, slack_url, running, count))


def rows_each(file: Path) -> int:
    """Return how many rows a case has, its form's included, once everything about it was said."""
    with closing(sqlite3.connect(file)) as connection:
        written: int = sum(
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ROWS_WRITTEN
        )
        cases: int = connection.execute("SELECT count(*) FROM oops_case").fetchone()[0]
    return round(written / cases)


async def measure(
    name: str, slack_url: str, running: Running, count: int, *, brands_in: Path | None = None
) -> tuple[Measured, Measured]:
    """Return a bot's two rows: commands, and submissions of the forms that they opened, each for a brand of its own."""
    needed = WORKERS + ALONE + count
    async with Slack(running.url) as sender:
        commands = [payloads.command(each) for each in range(needed)]
        command = await measure_request(name, "/oops", running, sender, commands)
        opened = await opened_forms(slack_url, needed)
        brands = add_brands(brands_in, needed) if brands_in else []
        chosen = [{"brand": str(brand)} for brand in brands] or [{}] * needed
        submissions = [
            payloads.submission(form["view"], brand) for form, brand in zip(opened, chosen, strict=True)
        ]
        submission = await measure_request(name, "submission", running, sender, submissions)
    return replace(command, opened_ms=opening_ms(opened, command.alone, first=WORKERS)), submission


def opening_ms(opened: Sequence[dict[str, Any]], sent: Acks, *, first: int) -> float:
    """Return the median time from when a command was due to the arrival of its `views.open`, in milliseconds.

    ``first`` is the number of the first command that was sent.
    """
    arrived: dict[str, float] = {form["trigger_id"]: form["at"] for form in opened}
    waits = sorted(arrived[f"{first + number}.1.bench"] - due for number, due in enumerate(sent.due))
    return 1000 * waits[len(waits) // 2]


async def opened_forms(slack_url: str, count: int) -> list[dict[str, Any]]:
    """Return the forms that the bot opened, once there are as many as commands were sent."""
    forms: list[dict[str, Any]] = []
    async with ClientSession() as session, asyncio.timeout(60):
        while len(forms) < count:
            async with session.get(f"{slack_url}/opened") as answer:
                forms += await answer.json()
            await asyncio.sleep(0.1)
    return forms


async def measure_request(
    bot: str, request: str, running: Running, sender: Slack, bodies: Sequence[bytes]
) -> Measured:
    """Warm up, then measure at a steady rate, then at as many a second as the bot can take."""
    await in_flight(sender.send, bodies[:WORKERS], WORKERS)
    await quiet(running)
    alone = await at_rate(sender.send, bodies[WORKERS : WORKERS + ALONE], PER_SECOND)
    before = running.cpu_seconds()
    busy = await in_flight(sender.send, bodies[WORKERS + ALONE :], WORKERS)
    await quiet(running)
    cpu_ms = 1000 * (running.cpu_seconds() - before) / len(busy.took)
    return Measured(bot, request, alone, busy, cpu_ms)


async def quiet(running: Running) -> None:
    """Return when the bot has done what followed from the requests: its processor time stands still for half a second."""
    async with asyncio.timeout(300):
        before = -1.0
        while running.cpu_seconds() - before > 0.02:
            before = running.cpu_seconds()
            await asyncio.sleep(0.5)
