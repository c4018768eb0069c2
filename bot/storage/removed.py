"""A SQLite file that was removed or replaced: SQLite goes on with the one that it has open, which nobody will ever find again."""

from pathlib import Path

GONE = "the database file is no longer where it was: somebody has removed or replaced it"


class FilePlace:
    """Where a database file is. It is only asked about: to open and close it would drop the locks that SQLite has on it."""

    def __init__(self, path: str | None) -> None:
        self._path = Path(path) if path not in {None, "", ":memory:"} else None
        self._first = self._identity()

    def is_left(self) -> bool:
        """Return whether another file, or none, is there than was there at first; it may be put back."""
        if self._first is None:
            self._first = self._identity()
        return self._identity() != self._first

    def _identity(self) -> tuple[int, int] | None:
        if self._path is None:
            return None
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
