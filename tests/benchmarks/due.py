"""What the tick costs while a million check-ins wait for their time, on SQLite and on PostgreSQL."""

import asyncio
import gc
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from statistics import median

from sqlalchemy import text, update
from sqlmodel import Session, col, select

from bot import cases, schedule
from bot.cases.opening import NewReport
from bot.garbage import collect_rarely, leave_what_is_there_alone
from bot.models import Case, CheckIn, key
from bot.outbox import settling
from bot.report import Channel, Harm, Mistake, Noticed, Report, Undo
from bot.slack import facts as slack_facts
from bot.storage import Store, queries
from tests.benchmarks.bots import US, oops_bot, prepare, slack
from tests.benchmarks.report import Bound
from tests.benchmarks.starting import until_ready
from tests.databases import Server

CASES = 1000  # that the check-ins belong to; those that become due are of other cases, with one each
CHECK_INS = 1_000_000
DUE = 100
TIMES = 5  # that so many are due, others each time
TICKS = 50
STARTS = 5  # in turn, since a machine is not always as fast
REPORT = Report(
    "We wrote Tuesday, the run is on Thursday",
    Channel.EMAIL,
    Mistake.WRONG_FACT,
    Harm.CONFUSION,
    Noticed.A_FEW,
    Undo.CANNOT,
)
_LATER = """
INSERT INTO check_in (case_id, number, place, due_at, state, nudges, version)
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :rows)
SELECT (SELECT min(id) FROM oops_case) + :due + n % :cases, 2 + n / :cases, 9, :due_at, 'planned', 0, 1 FROM numbers
"""


async def measure_due() -> AsyncIterator[str | Bound]:
    """Yield the figures of both engines, then their bounds."""
    bounds: list[Bound] = []
    with tempfile.TemporaryDirectory(prefix="oops-bench-") as folder, postgresql() as server:
        server.create("few")
        server.create("many")
        addresses = {
            "SQLite": (f"sqlite:///{folder}/few.sqlite", f"sqlite:///{folder}/many.sqlite"),
            "PostgreSQL": (server.url("few"), server.url("many")),
        }
        for engine, (few, many) in addresses.items():
            await prepare(few)
            await fill(many)
            bounds += [*await tick_bounds(engine, many), *await start_bounds(engine, few, many)]
    for bound in bounds:
        yield bound


@contextmanager
def postgresql() -> Iterator[Server]:
    """Give a server of this process alone."""
    server = Server()
    try:
        yield server
    finally:
        server.stop()


async def fill(url: str) -> None:
    """Make a thousand cases and a million check-ins, all of them due in a year."""
    await prepare(url)
    now = datetime.now(UTC)
    store = Store(url)
    workspace_id = key(await store.run(slack_facts.install_workspace, US, now=now))
    for number in range(TIMES * DUE + CASES):
        await store.run(_open, workspace_id, number, now=now)
    await store.run(_add_later, due_at=now + timedelta(days=365))
    await asyncio.to_thread(store.close)


def _open(session: Session, workspace_id: int, number: int, /, *, now: datetime) -> None:
    (brand,) = queries.brands_of(session, workspace_id)
    new = NewReport(REPORT, brand, "UALICE", report_key=f"V{number}")
    cases.open_case(session, new, now=now)


def _add_later(session: Session, /, *, due_at: datetime) -> None:
    written = due_at.strftime("%Y-%m-%d %H:%M:%S.%f")
    session.execute(text(_LATER), {"rows": CHECK_INS, "cases": CASES, "due": TIMES * DUE, "due_at": written})
    session.execute(update(CheckIn).where(col(CheckIn.number) == 1).values(due_at=due_at))
    session.execute(text("ANALYZE"))  # as PostgreSQL does by itself after a while


async def tick_bounds(engine: str, url: str) -> list[Bound]:
    """Return the cost of a tick that finds nothing, and of asking a hundred check-ins that are due."""
    store = Store(url)
    with collecting_as_served():
        idle = [await _timed_idle(store) for _ in range(TICKS)]
        asking = [await _timed_asking(store, number) for number in range(TIMES)]
    await asyncio.to_thread(store.close)
    return [
        Bound(f"{engine}, {CHECK_INS:,} check-ins: idle tick", median(idle), 5, "ms"),
        Bound(f"{engine}, {CHECK_INS:,} check-ins: asking {DUE} that are due", median(asking), 20, "ms"),
    ]


@contextmanager
def collecting_as_served() -> Iterator[None]:
    """Have the garbage collector look at what ``oops serve`` has it look at while in the block."""
    usual = gc.get_threshold()
    collect_rarely()
    leave_what_is_there_alone()
    yield
    gc.unfreeze()
    gc.set_threshold(*usual)


async def _timed_idle(store: Store) -> float:
    start = time.perf_counter()
    now = datetime.now(UTC)
    assert not await store.read(schedule.is_anything_due, now=now)
    assert not await store.read(settling.has_expired_leases, now=now)
    return 1000 * (time.perf_counter() - start)


async def _timed_asking(store: Store, number: int) -> float:
    await store.run(_make_due, DUE * number)
    start = time.perf_counter()
    asked = 0
    while some := await store.run(schedule.ask_due_check_ins, now=datetime.now(UTC)):
        asked += some
    took = 1000 * (time.perf_counter() - start)
    assert asked == DUE
    return took


def _make_due(session: Session, /, after: int) -> None:
    some = session.exec(select(Case.id).order_by(col(Case.id)).offset(after).limit(DUE)).all()
    statement = update(CheckIn).where(col(CheckIn.case_id).in_(some), col(CheckIn.number) == 1)
    session.execute(statement.values(due_at=datetime.now(UTC) - timedelta(minutes=1)))


async def start_bounds(engine: str, few: str, many: str) -> list[Bound]:
    """Return what the many rows change in how long oops takes to be ready and what it holds."""
    async with slack(20) as slack_url:
        rounds = [{url: await until_ready(slack_url, url) for url in (few, many)} for _ in range(STARTS)]
        held = {}
        for url in (few, many):
            async with oops_bot(slack_url, url) as running:
                await asyncio.sleep(3)
                held[url] = running.resident_mb()
    return [
        Bound(
            f"{engine}, {CHECK_INS:,} check-ins: start, to an empty database",
            median(each[many] for each in rounds) / median(each[few] for each in rounds),
            1.1,
        ),
        Bound(
            f"{engine}, {CHECK_INS:,} check-ins: memory, to an empty database", held[many] / held[few], 1.1
        ),
    ]
