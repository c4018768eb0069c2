"""Keeps a workspace in one SQLite file, so that it is all there after a restart."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bot.playground.refused import Json

SCHEMA = """
CREATE TABLE IF NOT EXISTS things (kind TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS contents (id TEXT PRIMARY KEY, data BLOB NOT NULL);
"""


class StateFile:
    """A SQLite file, or nothing but memory when no path is given."""

    def __init__(self, path: Path | None = None) -> None:
        self._contents: dict[str, bytes] = {}
        self._db: sqlite3.Connection | None = None
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.executescript(SCHEMA)

    @property
    def is_file(self) -> bool:
        return self._db is not None

    def keep(self, kind: str, key: str, body: Json) -> None:
        if self._db is not None:
            self._db.execute("INSERT OR REPLACE INTO things VALUES (?, ?, ?)", (kind, key, json.dumps(body)))

    def drop(self, kind: str, key: str) -> None:
        if self._db is not None:
            self._db.execute("DELETE FROM things WHERE kind = ? AND id = ?", (kind, key))

    def load(self, kind: str) -> Iterator[Json]:
        """Yield everything of one kind, in the order of its keys."""
        if self._db is not None:
            for (body,) in self._db.execute("SELECT body FROM things WHERE kind = ? ORDER BY id", (kind,)):
                yield json.loads(body)

    def keep_content(self, key: str, data: bytes) -> None:
        if self._db is None:
            self._contents[key] = data
        else:
            self._db.execute("INSERT OR REPLACE INTO contents VALUES (?, ?)", (key, data))

    def content(self, key: str) -> bytes:
        """Return a file's bytes; raises KeyError when there are none."""
        if self._db is None:
            return self._contents[key]
        row = self._db.execute("SELECT data FROM contents WHERE id = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return bytes(row[0])

    def close(self) -> None:
        if self._db is not None:
            self._db.close()
