"""What a database's own troubles mean for a person: a sentence that says what to do, and that nothing is lost."""

import sqlite3
from sqlite3 import SQLITE_CORRUPT, SQLITE_FULL, SQLITE_IOERR, SQLITE_NOTADB, SQLITE_READONLY

from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError

from bot.errors import OopsError

FULL = "the disk is full"
READ_ONLY = "the database may not be written to"
DAMAGED = "the database file is damaged"
UNUSABLE = "the disk cannot be written to or read"
_BY_SQLITE_CODE = {
    SQLITE_FULL: FULL,
    SQLITE_READONLY: READ_ONLY,
    SQLITE_CORRUPT: DAMAGED,
    SQLITE_NOTADB: DAMAGED,
    SQLITE_IOERR: UNUSABLE,
}
_BY_SQLSTATE = {"53100": FULL, "25006": READ_ONLY, "XX001": DAMAGED}
_FIRST_BYTE = 0xFF  # the rest of a result code says where in SQLite it came from


class StoreBusy(OopsError):
    """The database did not answer in time, or cannot be used now (``reason``, empty when it was only busy)."""

    def __init__(self, reason: str = "") -> None:
        self.reason = reason
        super().__init__(
            f"oops cannot write anything down at the moment: {reason}. Nothing you typed is lost: please tell whoever runs "
            "oops (`oops doctor` says more), and try again afterwards."
            if reason
            else "The database is busy. Nothing is lost: please try again in a moment."
        )


def trouble_with(error: Exception) -> StoreBusy:
    """Return what a person is told of an error of the database."""
    return StoreBusy(reason_of(error))


def reason_of(error: BaseException | None) -> str:
    """Return what is wrong with the database, in half a sentence; empty when it is busy or gone.

    A full disk ends SQLite's transaction, and then undoing it fails too: what came first counts.
    """
    while error is not None:
        if found := _reason_of(error):
            return found
        error = error.__context__
    return ""


def _reason_of(error: BaseException) -> str:
    original = getattr(error, "orig", error)
    if isinstance(original, sqlite3.Error):
        return _BY_SQLITE_CODE.get(getattr(original, "sqlite_errorcode", 0) & _FIRST_BYTE, "")
    return _BY_SQLSTATE.get(getattr(original, "sqlstate", None) or "", "")


def is_trouble(error: Exception) -> bool:
    """Return whether an error is the database's trouble, and not a mistake in what it was asked."""
    kinds = (OperationalError, InterfaceError, InternalError)
    return isinstance(error, kinds) or (isinstance(error, DBAPIError) and bool(reason_of(error)))
