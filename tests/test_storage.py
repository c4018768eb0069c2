"""The store: one writer of a file, several processes on PostgreSQL, and threads that live on whatever a job does."""

import asyncio
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select
from structlog.testing import capture_logs

from bot import cases
from bot.cases.opening import NewReport
from bot.models import Case, Message, Workspace, key
from bot.report import Channel, Harm, Mistake, Noticed, Report, Undo
from bot.slack import facts as slack_facts
from bot.slack.identity import Identity
from bot.storage import Store, StoreBusy, StoreInUse, queries
from bot.storage.checkpointing import ENOUGH
from tests.crash.processes import until
from tests.databases import Server

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
US = Identity("TRIVER", "Riverside Runners", "https://riverside.slack.com/", "UOOPS", "BOOPS", "AOOPS", ())


def open_one(session: Session, report_key: str) -> int:
    """Open a case from a submission and return its number."""
    workspace = slack_facts.install_workspace(session, US, now=NOW)
    brand = queries.brands_of(session, key(workspace))[0]
    report = Report(
        what="We wrote Tuesday, the run is on Thursday",
        channel=Channel.X,
        mistake=Mistake.WRONG_FACT,
        harm=Harm.NONE,
        noticed=Noticed.A_FEW,
        undo=Undo.CANNOT,
    )
    known = queries.case_of_report(session, key(workspace), report_key)
    if known is not None:
        return known.number
    new = NewReport(report, brand, "UALICE", report_key)
    return cases.open_case(session, new, now=NOW).case.number


def cases_in_file(url: str, copy: Path) -> int:
    """Return how many cases SQLite's file holds, without the log beside it."""
    shutil.copyfile(url.removeprefix("sqlite:///"), copy)
    with closing(sqlite3.connect(f"file:{copy}?immutable=1", uri=True)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'oops_case'").fetchone()[
            0
        ]
        return int(tables and connection.execute("SELECT count(*) FROM oops_case").fetchone()[0])


def numbers(session: Session) -> list[int]:
    return list(session.exec(select(Case.number).order_by(col(Case.number))))


async def test_a_submission_that_two_processes_take_at_once_is_one_case(postgresql_url: str) -> None:
    first, second = Store(postgresql_url), Store(postgresql_url)
    await first.run(slack_facts.install_workspace, US, now=NOW)

    opened = await asyncio.gather(*(store.run(open_one, "V1") for store in (first, second) for _ in range(4)))
    others = await asyncio.gather(
        *(store.run(open_one, f"V{n}") for n in range(2, 5) for store in (first, second))
    )

    assert set(opened) == {opened[0]}
    assert len(set(others)) == 3
    assert len(await first.read(numbers)) == 4
    first.close()
    second.close()


async def test_a_second_store_on_the_same_file_is_refused_until_the_first_is_closed(sqlite_url: str) -> None:
    first = Store(sqlite_url)

    with pytest.raises(StoreInUse, match="Stop it first"):
        Store(sqlite_url)
    first.close()

    Store(sqlite_url).close()


async def test_a_job_that_fails_writes_nothing_and_leaves_the_others_alone(database_url: str) -> None:
    store = Store(database_url)

    def write_then_fail(session: Session) -> None:
        open_one(session, "V1")
        raise ValueError("after the writing")

    results = await asyncio.gather(
        store.run(open_one, "V0"),
        store.run(write_then_fail),
        store.run(open_one, "V0"),
        return_exceptions=True,
    )

    assert isinstance(results[1], ValueError)
    assert results[0] == results[2]
    assert len(await store.read(numbers)) == 1
    store.close()


async def test_of_many_jobs_at_once_each_is_done_once_although_some_fail(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    await store.run(slack_facts.install_workspace, US, now=NOW)

    def write(session: Session, name: str) -> int:
        number = open_one(session, name)
        if name in {"V3", "V7"}:
            raise ValueError(name)
        return number

    results = await asyncio.gather(*(store.run(write, f"V{n}") for n in range(12)), return_exceptions=True)

    opened = [number for number in results if isinstance(number, int)]
    assert sorted(opened) == await store.read(numbers) == list(range(1, 11))
    assert [str(error) for error in results if isinstance(error, ValueError)] == ["V3", "V7"]
    store.close()


async def test_a_row_that_is_there_already_is_told_to_whoever_wrote_it(sqlite_url: str) -> None:
    store = Store(sqlite_url)

    def write_twice(session: Session) -> None:
        for _ in range(2):
            session.add(Workspace(team_id="TTWICE", created_at=NOW))
        session.flush()

    with pytest.raises(IntegrityError):
        await store.run(write_twice)

    assert await store.run(open_one, "V1") == 1
    store.close()


async def test_what_is_to_be_said_wakes_the_sender_once_it_is_on_disk(database_url: str) -> None:
    store, woken = Store(database_url), []
    await store.run(slack_facts.install_workspace, US, now=NOW)
    store.on_wake = lambda: woken.append(True)

    await store.run(open_one, "V1")
    store.close()

    assert woken == [True]


async def test_the_sender_is_woken_when_whoever_waits_has_their_answer(database_url: str) -> None:
    store, woken = Store(database_url), []
    await store.run(slack_facts.install_workspace, US, now=NOW)
    store.on_wake = lambda: woken.append(True)

    with store.expected():
        await store.run(open_one, "V1")
        while_waiting = list(woken)
    store.close()

    assert while_waiting == []
    assert woken


async def test_what_nobody_waits_for_any_more_is_written_all_the_same(database_url: str) -> None:
    store = Store(database_url)
    await store.run(slack_facts.install_workspace, US, now=NOW)
    waiting = asyncio.create_task(store.run(open_one, "V1"))
    await asyncio.sleep(0)

    waiting.cancel()
    store.close()

    again = Store(database_url)
    assert await again.read(numbers) == [1]
    again.close()


async def test_what_is_committed_gets_into_the_file_while_it_is_open_and_nobody_waits_for_that(
    sqlite_url: str, tmp_path: Path
) -> None:
    store, copy = Store(sqlite_url), tmp_path / "copy.sqlite"
    await store.run(slack_facts.install_workspace, US, now=NOW)

    async def moved() -> int:
        try:
            return cases_in_file(sqlite_url, copy)
        except sqlite3.DatabaseError:  # copied in the middle of a move
            return 0

    for number in range(ENOUGH):
        await store.run(open_one, f"V{number}")

    assert await until("the file holds cases", moved)
    store.close()

    assert cases_in_file(sqlite_url, copy) == ENOUGH


async def test_the_data_are_there_after_closing(database_url: str) -> None:
    store = Store(database_url)
    await store.run(open_one, "V1")
    store.close()

    again = Store(database_url)
    keys = await again.read(lambda session: session.exec(select(Message.key)).all())
    again.close()

    assert "plan:1" in keys


async def test_a_database_that_does_not_answer_holds_up_no_end(postgresql_url: str) -> None:
    store = Store(postgresql_url)
    begun = threading.Barrier(3)
    waiting = [asyncio.create_task(ask(never_answered, begun)) for ask in (store.run, store.read)]
    await asyncio.to_thread(begun.wait)
    await asyncio.gather(*(store.run(numbers) for _ in range(20)))

    started = time.monotonic()
    await asyncio.to_thread(store.close)
    took = time.monotonic() - started

    assert took < 10
    told = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(error) for error in told] == [StoreBusy, StoreBusy]


async def test_a_line_to_postgresql_that_is_dead_is_given_up_within_half_a_minute(
    postgresql_url: str,
) -> None:
    store = Store(postgresql_url)

    line = await store.read(lambda session: parameters_of(session.connection().connection))
    store.close()

    assert int(line["tcp_user_timeout"]) <= 30_000
    assert (
        int(line["keepalives_idle"]) + int(line["keepalives_interval"]) * int(line["keepalives_count"]) <= 30
    )


def parameters_of(connection: Any) -> dict[str, str]:
    """Return what a connection was opened with."""
    parameters: dict[str, str] = connection.driver_connection.info.get_parameters()
    return parameters


def never_answered(session: Session, begun: threading.Barrier) -> None:
    """Ask what PostgreSQL answers in an hour."""
    session.execute(text("SELECT 1"))
    begun.wait()
    session.execute(text("SELECT pg_sleep(3600)"))


def shut(server: Server, *, is_shut: bool) -> None:
    """Let nobody into the database "bare", and end whoever is in it; or open it again."""
    with server.connect("postgres") as admin:
        admin.execute(f"ALTER DATABASE bare ALLOW_CONNECTIONS {not is_shut!s}".encode())
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'bare'")


async def test_a_database_that_is_gone_is_said_once_and_so_is_its_return(
    bare_postgresql_url: str, postgresql_server: Server
) -> None:
    store = Store(bare_postgresql_url)
    ask = text("SELECT 1")

    with capture_logs() as logs:
        shut(postgresql_server, is_shut=True)
        for work in (store.read, store.read_behind, store.run, store.read, store.run):
            with pytest.raises(StoreBusy):
                await work(lambda session: session.execute(ask).one())
        shut(postgresql_server, is_shut=False)
        for work in (store.read, store.run, store.read):
            await work(lambda session: session.execute(ask).one())
    store.close()

    assert [line["event"] for line in logs] == ["not_read", "not_written", "read_again", "written_again"]
