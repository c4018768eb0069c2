"""Engines for SQLite and PostgreSQL, set up so that a commit is on disk and a busy database answers within a person's patience."""

import sqlite3
from typing import Any, Protocol

import orjson
from sqlalchemy import Engine, event, make_url
from sqlmodel import create_engine

from bot.storage.checkpointing import MOST_PAGES

CACHE_KB = 500
"""Of a SQLite connection: the operating system keeps the file's pages as well, once for all connections (SQLite's own default is 2 MB each)."""
BUSY_MS = 2000
"""How long to wait for a lock, in milliseconds: below the 3 seconds in which Slack wants an answer."""
IDLE_MS = 10_000
"""How long a PostgreSQL transaction may stand without a statement, in milliseconds, until the server ends it with its locks.

Ours go from one statement to the next within milliseconds. A machine that stands still, or has vanished, would else hold up
all other processes for as long as it does: no report could be written down.
"""

_NOTICE_A_DEAD_LINE = {
    "keepalives_idle": 10,  # seconds
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,  # milliseconds
}
"""Without these a connection whose other end has vanished (a cut cable, a failover) waits for a quarter of an hour, or for ever."""


class MakeEngine(Protocol):
    """Makes an engine for a store, which disposes of it in the end."""

    def __call__(self, url: str, *, threads: int, is_writer: bool) -> Engine: ...


def sqlite_path(url: str) -> str | None:
    """Return the file of a SQLite ``url``, or None for another engine."""
    parsed = make_url(url)
    return parsed.database if parsed.get_backend_name() == "sqlite" else None


def make_engine(url: str, *, threads: int, is_writer: bool, idle_ms: int = IDLE_MS) -> Engine:
    """Return an engine for ``url`` whose pool has ``threads`` connections.

    SQLite: WAL with ``synchronous=FULL`` (NORMAL may lose the last commits on power loss) and BEGIN IMMEDIATE for writers
    (a deferred read-then-write fails with "locked" in spite of the busy timeout).
    """
    columns: dict[str, Any] = {"json_serializer": _json_text, "json_deserializer": orjson.loads}
    if sqlite_path(url) is None:
        options = (
            f"-c lock_timeout={BUSY_MS} -c idle_in_transaction_session_timeout={idle_ms} -c timezone=UTC"
        )
        return create_engine(
            url,
            pool_size=threads,
            max_overflow=0,
            pool_timeout=BUSY_MS / 1000,
            pool_pre_ping=True,
            connect_args={"options": options, "connect_timeout": 2, **_NOTICE_A_DEAD_LINE},
            **columns,
        )
    engine = create_engine(
        url, pool_size=threads, max_overflow=0, connect_args={"check_same_thread": False}, **columns
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin_immediate if is_writer else _begin)
    return engine


def _json_text(value: object) -> str:
    return orjson.dumps(value).decode()


def _set_pragmas(connection: Any, _record: Any) -> None:
    """Set up a connection. Raises what SQLite says of its file, also where Python cannot read it: that quotes what is damaged."""
    try:
        _set_each_pragma(connection)
    except UnicodeDecodeError as error:
        damaged = sqlite3.DatabaseError("malformed database schema")
        damaged.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damaged from error


def _set_each_pragma(connection: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in (
        f"busy_timeout={BUSY_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"cache_size=-{CACHE_KB}",
        f"wal_autocheckpoint={MOST_PAGES}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")
