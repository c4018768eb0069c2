"""The processes of a benchmark: Slack's side, and the bot that is measured."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session

from bot.brands.pages import Step
from bot.models import key
from bot.slack import facts as slack_facts
from bot.slack.identity import Identity
from bot.storage import Store, queries
from tests.benchmarks.bare import PATH, TOKEN
from tests.benchmarks.load import SECRET
from tests.benchmarks.slack_stub import BOT, CHANNEL, TEAM

US = Identity(TEAM, "Bench", "https://bench.slack.com/", BOT, "B1", "A1", ())


@dataclass(frozen=True, slots=True)
class Running:
    """A bot that takes requests, and its process."""

    url: str
    process_id: int

    def resident_mb(self) -> float:
        """Return the memory that it holds now, in MB; 0 where the system does not tell."""
        return resident_mb(self.process_id)

    def cpu_seconds(self) -> float:
        """Return the processor time that it has used so far; 0 where the system does not tell (only Linux has /proc)."""
        stat = Path(f"/proc/{self.process_id}/stat")
        if not stat.exists():
            return 0.0
        after_name = stat.read_text().rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(process_id: int) -> float:
    """Return the memory that a process holds now, in MB; 0 where the system does not tell (only Linux has /proc)."""
    status = Path(f"/proc/{process_id}/status")
    if not status.exists():
        return 0.0
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


@asynccontextmanager
async def process(
    *arguments: str, environment: Mapping[str, str] | None = None, stderr: int | None = None
) -> AsyncIterator[Process]:
    """Run a Python module of the project while in the block, and end it with the block."""
    started = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *arguments,
        stdin=PIPE,
        stdout=PIPE,
        stderr=stderr,
        env={
            **os.environ,
            **(environment or {}),
            "PYTHONDONTWRITEBYTECODE": "",
        },  # compiled once, as where it is installed
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.terminate()
        await started.communicate()


async def printed_port(started: Process) -> int:
    """Return the port that a process prints as its first line."""
    assert started.stdout is not None
    return int(await started.stdout.readline())


@asynccontextmanager
async def slack(latency_ms: int, per_second: float = 0) -> AsyncIterator[str]:
    """Give the address of Slack's side, which answers each call after so many milliseconds and limits each channel (0: not)."""
    async with process("tests.benchmarks.slack_stub", str(latency_ms), str(per_second)) as started:
        yield f"http://127.0.0.1:{await printed_port(started)}"


@asynccontextmanager
async def bare_bot(kind: str, slack_url: str, folder: Path) -> AsyncIterator[Running]:
    """Give a bare bot: `default`, `tuned`, or tuned and writing so many rows."""
    async with process(
        "tests.benchmarks.bare", f"{slack_url}/api/", str(folder / "rows.sqlite"), kind
    ) as started:
        port = await printed_port(started)
        yield Running(f"http://127.0.0.1:{port}{PATH}", started.pid)


def settings(slack_url: str, database_url: str) -> dict[str, str]:
    """Return the environment of oops."""
    return {
        "SLACK_APP_TOKEN": "",
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{slack_url}/api/",
        "OOPS_DATABASE_URL": database_url,
        "OOPS_RESPONSE_CHANNEL": CHANNEL,
        "OOPS_PORT": "0",
    }


async def prepare(database_url: str) -> None:
    """Make the tables of a database, and set its workspace up, as it is where oops is used."""
    async with process("bot", "migrate", environment={"OOPS_DATABASE_URL": database_url}) as migrating:
        await migrating.communicate()
    store = Store(database_url)
    await store.run(set_up)
    await asyncio.to_thread(store.close)


def set_up(session: Session) -> None:
    """Answer every step of the guide for the first brand."""
    workspace = slack_facts.install_workspace(session, US, now=datetime.now(UTC))
    for brand in queries.brands_of(session, key(workspace)):
        brand.response_channel, brand.steps_done = brand.response_channel or CHANNEL, list(Step)


@asynccontextmanager
async def oops_bot(slack_url: str, database_url: str) -> AsyncIterator[Running]:
    """Give oops itself, as `oops serve` runs it over HTTP, on a database whose tables it makes first."""
    environment = settings(slack_url, database_url)
    await prepare(database_url)
    async with process("bot", "serve", environment=environment, stderr=PIPE) as started:
        port = await port_when_ready(started)
        emptying = asyncio.create_task(empty(started.stderr))
        try:
            yield Running(f"http://127.0.0.1:{port}{PATH}", started.pid)
        finally:
            emptying.cancel()
            await asyncio.wait([emptying])


async def port_when_ready(started: Process) -> int:
    """Return the port in the log's line `ready`."""
    assert started.stderr is not None
    said = []
    async for line in started.stderr:
        said.append(line.decode())
        if line.startswith(b"{") and (entry := json.loads(line)).get("event") == "ready":
            return int(entry["port"])
    raise RuntimeError(f"oops did not start:\n{''.join(said)}")


async def empty(log: asyncio.StreamReader | None) -> None:
    """Read and forget what is logged, so that the bot is never held up by it."""
    while log is not None and await log.read(65536):
        pass
