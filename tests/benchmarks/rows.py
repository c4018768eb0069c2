"""Rows on disk before the ack, by one writer thread and one commit for all that wait: through plain sqlite3, or through SQLModel."""

import asyncio
import queue
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlmodel import Field, Session, SQLModel, create_engine
from sqlmodel.main import SQLModelMetaclass

MOST_IN_A_COMMIT = 64
MODELS = 10
"""A case writes to so many tables."""
DURABLE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"
BODY, AT = "x" * 300, "2026-03-03T09:00:00Z"

Write = Callable[["Counter[str]"], None]
"""Does in one durable transaction so many of each thing: ``rows`` written, ``marks`` of a message on its way."""


class Row(SQLModel):
    """What a row of the plain table has, too."""

    id: int | None = Field(default=None, primary_key=True)
    body: str
    at: str


TABLES: list[Any] = [
    SQLModelMetaclass(
        f"Row{number}", (Row,), {"__module__": __name__, "__tablename__": f"rows_{number}"}, table=True
    )
    for number in range(MODELS)
]


def plain(path: Path) -> Write:
    """Return what writes at the least that this can cost, and marks nothing. It has to be called in the thread that writes."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"{DURABLE}; CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT, at TEXT)")

    def write(asked: Counter[str]) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO rows (body, at) VALUES (?, ?)", [(BODY, AT)] * asked["rows"])
        connection.execute("COMMIT")

    return write


def through_models(path: Path) -> Write:
    """Return what writes as SQLModel's documentation shows it, to as many tables as a case does."""
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def make_durable(connection: sqlite3.Connection, _record: object) -> None:
        connection.executescript(DURABLE)

    SQLModel.metadata.create_all(engine)

    def write(asked: Counter[str]) -> None:
        with Session(engine) as session:
            session.add_all(TABLES[number % MODELS](body=BODY, at=AT) for number in range(asked["rows"]))
            for number in range(asked["marks"]):
                session.get_one(TABLES[0], number + 1).body = f"{number} {AT} {BODY}"
            session.commit()

    return write


class RowWriter:
    """Writes so many rows for each request in one durable transaction, and with ``is_marking`` what becomes of its message."""

    def __init__(
        self, path: Path, rows: int, make_write: Callable[[Path], Write], *, is_marking: bool = False
    ) -> None:
        self.is_marking = is_marking
        self._rows = Counter(rows=rows)
        self._loop = asyncio.get_running_loop()
        self._waiting: queue.SimpleQueue[tuple[Counter[str], asyncio.Future[None]]] = queue.SimpleQueue()
        threading.Thread(target=self._run, args=(path, make_write), daemon=True).start()

    async def write(self) -> None:
        """Return when the rows are on disk."""
        await self._ask(self._rows)

    async def mark(self) -> None:
        """Return when it is on disk that the message is claimed, or sent."""
        await self._ask(Counter(marks=1))

    async def _ask(self, asked: Counter[str]) -> None:
        done = self._loop.create_future()
        self._waiting.put((asked, done))
        await done

    def _run(self, path: Path, make_write: Callable[[Path], Write]) -> None:
        write = make_write(path)
        while True:
            together = [self._waiting.get()]
            while len(together) < MOST_IN_A_COMMIT and not self._waiting.empty():
                together.append(self._waiting.get())
            write(sum((asked for asked, _ in together), Counter()))
            self._loop.call_soon_threadsafe(self._tell, [done for _, done in together])

    @staticmethod
    def _tell(together: list[asyncio.Future[None]]) -> None:
        for done in together:
            if not done.done():  # the request may have been given up meanwhile
                done.set_result(None)
