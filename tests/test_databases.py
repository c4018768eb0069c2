"""The databases that other tests stand on."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from bot.storage.hanging import Lines
from tests.databases import ReusedDatabase, Server
from tests.engines import LentEngines

OWNER_OF_A_SERVER = """
from tests.databases import Server
print(Server().url("postgres").partition("host=")[2], flush=True)
input()
"""


def connect(url: str) -> psycopg.Connection:
    return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)


@pytest.fixture(scope="module")
def reused(postgresql_server: Server) -> Iterator[ReusedDatabase]:
    def prepare(url: str) -> None:
        with connect(url) as connection:
            connection.execute("CREATE TABLE parent (id serial PRIMARY KEY)")
            connection.execute("CREATE TABLE child (parent integer REFERENCES parent (id))")
            connection.execute("CREATE TABLE alembic_version (revision text)")
            connection.execute("INSERT INTO alembic_version VALUES ('0001')")

    with closing(ReusedDatabase(postgresql_server, "reused", prepare)) as database:
        yield database
    postgresql_server.drop("reused")
    postgresql_server.drop("reused_prepared")


def test_rows_of_an_earlier_test_are_gone_and_numbers_start_again(reused: ReusedDatabase) -> None:
    with connect(reused.renewed()) as earlier:
        earlier.execute("INSERT INTO parent DEFAULT VALUES")
        earlier.execute("INSERT INTO child VALUES (1)")

    with connect(reused.renewed()) as later:
        count = later.execute("SELECT count(*) FROM child").fetchone()
        number = later.execute("INSERT INTO parent DEFAULT VALUES RETURNING id").fetchone()

    assert (count, number) == ((0,), (1,))


def test_the_revision_of_the_tables_stays(reused: ReusedDatabase) -> None:
    reused.renewed()

    with connect(reused.renewed()) as later:
        revision = later.execute("SELECT revision FROM alembic_version").fetchone()

    assert revision == ("0001",)


@pytest.mark.parametrize(
    "change",
    [
        "DROP TABLE child",
        "CREATE TABLE extra ()",
        "ALTER TABLE child RENAME parent TO father",
        "CREATE INDEX extra ON child (parent)",
    ],
)
def test_tables_that_an_earlier_test_changed_are_as_prepared(reused: ReusedDatabase, change: str) -> None:
    with connect(reused.renewed()) as earlier:
        earlier.execute(change.encode())

    with connect(reused.renewed()) as later:
        tables = later.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        indexes = later.execute("SELECT count(*) FROM pg_indexes WHERE schemaname = 'public'").fetchone()
        later.execute("SELECT parent FROM child")

    assert (tables, indexes) == ((3,), (1,))


def test_a_transaction_that_an_earlier_test_left_open_does_not_hold_up_the_next(
    reused: ReusedDatabase,
) -> None:
    with connect(reused.renewed()) as earlier:
        earlier.execute("BEGIN")
        earlier.execute("LOCK TABLE parent")

        with connect(reused.renewed()) as later:
            later.execute("INSERT INTO parent DEFAULT VALUES")

        with pytest.raises(psycopg.OperationalError):
            earlier.execute("SELECT 1")


def test_each_engine_is_met(database_url: str, request: pytest.FixtureRequest) -> None:
    engine = database_url.partition(":")[0].partition("+")[0]

    assert f"[{engine}]" in request.node.name


def test_a_bare_database_can_be_reached_and_has_no_tables(
    bare_postgresql_url: str, bare_sqlite_url: str
) -> None:
    with connect(bare_postgresql_url) as connection:
        postgresql = connection.execute("SELECT * FROM pg_tables WHERE schemaname = 'public'").fetchall()
    with closing(sqlite3.connect(bare_sqlite_url.removeprefix("sqlite:///"))) as file:
        sqlite = file.execute("SELECT * FROM sqlite_schema").fetchall()

    assert (postgresql, sqlite) == ([], [])


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_server_leaves_nothing_behind_however_its_owner_ends(end: signal.Signals) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER_OF_A_SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with owner:
        assert owner.stdout is not None
        assert owner.stderr is not None
        directory = Path(owner.stdout.readline().strip())
        connection = psycopg.connect(host=str(directory), user="postgres")

        owner.send_signal(end)
        owner.stderr.read()  # the server's shell has inherited this pipe, so it ends when both have ended

    assert not directory.exists()
    with pytest.raises(psycopg.OperationalError):
        connection.execute("SELECT 1")


def asked(engine: Engine, question: str) -> Any:
    """Return the answer, and give the engine back."""
    with closing(engine.connect()) as connection:
        answer = connection.exec_driver_sql(question).scalar()
    engine.dispose()
    return answer


def test_an_engine_is_lent_to_one_store_at_a_time_and_then_to_the_next(postgresql_url: str) -> None:
    lend = partial(LentEngines().lend, postgresql_url, threads=1, is_writer=True)
    one, other = lend(), lend()

    one.dispose()

    assert lend() is one is not other
    assert lend() not in (one, other)


def test_an_engine_keeps_its_connections_for_the_next_store(postgresql_url: str) -> None:
    with closing(LentEngines()) as engines:
        lend = partial(engines.lend, postgresql_url, threads=1, is_writer=True)
        first = asked(lend(), "SELECT pg_backend_pid()")

        assert asked(lend(), "SELECT pg_backend_pid()") == first


def test_an_engine_whose_lines_were_cut_is_fit_for_the_next_store(postgresql_url: str) -> None:
    with closing(LentEngines()) as engines:
        engine = engines.lend(postgresql_url, threads=1, is_writer=True)
        lines = Lines(engine)
        lines.cut()
        with pytest.raises(OperationalError):
            engine.connect()

        lines.close()

        assert asked(engine, "SELECT 1") == 1
