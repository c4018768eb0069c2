"""A SQLite file is one process's: a lock beside it keeps every other oops off."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bot.errors import OopsError
from bot.storage.engine import sqlite_path
from bot.storage.writable import LOCK, make_folder_of, require_writable_file


class StoreInUse(OopsError):
    """Another process has the SQLite file."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"Another oops is using {path}. Stop it first, or set OOPS_DATABASE_URL to a PostgreSQL database, "
            "which several can share."
        )


@contextmanager
def held(url: str) -> Iterator[None]:
    """Keep every other oops off a SQLite file meanwhile; a PostgreSQL database is shared. Raises StoreInUse."""
    path = sqlite_path(url)
    lock = hold(path) if path else None
    try:
        yield
    finally:
        if lock is not None:
            lock.close()


def hold(path: str) -> IO[str] | None:
    """Take the lock that keeps a second process off a SQLite file. Raises StoreInUse, NotWritable, NoFolder."""
    if path in {"", ":memory:"}:
        return None
    require_writable_file(Path(path))
    make_folder_of(Path(path))
    lock = Path(f"{path}{LOCK}").open("w")  # noqa: SIM115  held until close()
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise StoreInUse(path) from None
    return lock
