"""Moves what was committed from SQLite's log into its file, beside the writer.

Left to itself, SQLite does so at a commit, and everybody who reports at that moment waits for the disk: 0.1 to 0.2 s, seen among
submissions that are 32 in flight (``make bench ARGS=acks`` has such).
"""

import sqlite3
import threading
from contextlib import closing, suppress

ENOUGH = 256
"""Jobs after which it is worth while: some 25 cases, each opened and told in about ten jobs of ten pages, are 10 MB."""
MOST_PAGES = 10_000
"""So many pages the log may hold before a commit moves them all the same: 40 MB, where this thread cannot keep up."""


class Checkpointer:
    """A thread of its own, which sleeps until enough was committed."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._committed = 0
        self._is_closed = False
        self._wanted = threading.Event()
        self._thread = threading.Thread(target=self._run, name="checkpoint", daemon=True)
        self._thread.start()

    def note(self, jobs: int) -> None:
        """Count jobs that were committed."""
        self._committed += jobs
        if self._committed >= ENOUGH:
            self._wanted.set()

    def close(self) -> None:
        """End the thread; the last connection that is closed moves the rest."""
        self._is_closed = True
        self._wanted.set()
        self._thread.join()

    def _run(self) -> None:
        while self._wanted.wait() and not self._is_closed:
            self._wanted.clear()
            self._committed = 0
            with suppress(sqlite3.Error):  # the writer meets the same trouble, and tells whoever waits
                checkpoint(self._path)


def checkpoint(path: str) -> None:
    """Move what the log holds, without making anybody wait. Raises sqlite3.Error."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
