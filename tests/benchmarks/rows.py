"""Rows on disk before the ack, at the least that this can cost: plain sqlite3, one writer thread, one commit for all that wait."""

import asyncio
import queue
import sqlite3
import threading
from pathlib import Path

MOST_IN_A_COMMIT = 64


class RowWriter:
    """Writes so many rows for each request in one durable transaction."""

    def __init__(self, path: Path, rows: int) -> None:
        self._rows = rows
        self._loop = asyncio.get_running_loop()
        self._waiting: queue.SimpleQueue[asyncio.Future[None]] = queue.SimpleQueue()
        threading.Thread(target=self._run, args=(path,), daemon=True).start()

    async def write(self) -> None:
        """Return when the rows are on disk."""
        done = self._loop.create_future()
        self._waiting.put(done)
        await done

    def _run(self, path: Path) -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT, at TEXT)"
        )
        while True:
            together = [self._waiting.get()]
            while len(together) < MOST_IN_A_COMMIT and not self._waiting.empty():
                together.append(self._waiting.get())
            connection.execute("BEGIN IMMEDIATE")
            row = ("x" * 300, "2026-03-03T09:00:00Z")
            connection.executemany(
                "INSERT INTO rows (body, at) VALUES (?, ?)", [row] * (self._rows * len(together))
            )
            connection.execute("COMMIT")
            self._loop.call_soon_threadsafe(self._tell, together)

    @staticmethod
    def _tell(together: list[asyncio.Future[None]]) -> None:
        for done in together:
            if not done.done():  # the request may have been given up meanwhile
                done.set_result(None)
