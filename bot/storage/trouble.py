"""What a database's own troubles mean for a person: a sentence that says what to do, and that nothing is lost."""

import sqlite3
import threading
from dataclasses import dataclass, field
from sqlite3 import (
    SQLITE_CORRUPT,
    SQLITE_ERROR,
    SQLITE_FULL,
    SQLITE_IOERR,
    SQLITE_NOTADB,
    SQLITE_READONLY,
)

import structlog
from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError

from bot.errors import OopsError

FULL = "the disk is full"
READ_ONLY = "the database may not be written to"
DAMAGED = "the database file is damaged"
UNUSABLE = "the disk cannot be written to or read"
OTHER_TABLES = "its tables are not those that this oops works with"
RESTORE_OWN = (
    "Stop oops, and restore a backup that a released version has made, or begin with another database (OOPS_DATABASE_URL) and keep "
    "this one: nothing in it was changed."
)
MAKE_ROOM = "Make room on the disk that it is on."
STEPS = {
    READ_ONLY: "Let this user write to it: the file and its folder, or the PostgreSQL role.",
    DAMAGED: "Stop oops, keep a copy of the file, and restore your last backup.",
    FULL: MAKE_ROOM,
    OTHER_TABLES: RESTORE_OWN,
    UNUSABLE: f"{MAKE_ROOM} If there is room, the disk is broken: look at the system's log.",
}
"""What whoever runs oops does about it."""
_BY_SQLITE_CODE = {
    SQLITE_FULL: FULL,
    SQLITE_READONLY: READ_ONLY,
    SQLITE_CORRUPT: DAMAGED,
    SQLITE_NOTADB: DAMAGED,
    SQLITE_IOERR: UNUSABLE,
}
_BY_SQLSTATE = {
    "53100": FULL,
    "25006": READ_ONLY,
    "XX001": DAMAGED,
    "42703": OTHER_TABLES,
    "42P01": OTHER_TABLES,
}
log = structlog.get_logger()
_LACKS_TABLES = ("no such table", "no such column", "has no column named")
"""What SQLite says where a statement names what is not there; its code for that is the one for every mistake in a statement."""
_SAID_IN_PASSING = ("starting up", "shutting down", "in recovery", "too many clients", "connection slots")
_FIRST_BYTE = 0xFF  # the rest of a result code says where in SQLite it came from


class StoreBusy(OopsError):
    """The database did not answer in time, or cannot be used now (``reason``, empty when it was only busy)."""

    def __init__(self, reason: str = "") -> None:
        self.reason, self.is_passing = reason, not reason
        super().__init__(
            f"oops cannot write anything down at the moment: {reason}. Nothing you typed is lost: please tell whoever runs "
            "oops (`oops doctor` says more), and try again afterwards."
            if reason
            else "The database is busy. Nothing is lost: please try again in a moment."
        )

    @property
    def for_operator(self) -> str:
        """Return what whoever runs oops does about it: nobody is sent to themselves."""
        if not self.reason:
            return str(self)
        return f"The database cannot be used: {self.reason}. {STEPS.get(self.reason, '')}".rstrip()


@dataclass(slots=True)
class Turns:
    """Logs ``fails`` when something begins to fail, and ``works`` when it is over: those who wait hear it, whoever runs oops does not."""

    fails: str
    works: str
    is_failing: bool = False
    _turning: threading.Lock = field(default_factory=threading.Lock)

    def note(self, error: BaseException | None) -> None:
        """Remember how it went; an error that is not the database's trouble says that the database works."""
        with self._turning:
            was_failing, self.is_failing = self.is_failing, isinstance(error, StoreBusy)
        if isinstance(error, StoreBusy) and not was_failing:
            log.warning(self.fails, reason=error.reason or "the database is busy or gone")
        elif was_failing and not self.is_failing:
            log.info(self.works)


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
        code = getattr(original, "sqlite_errorcode", 0) & _FIRST_BYTE
        if code == SQLITE_ERROR and any(words in str(original) for words in _LACKS_TABLES):
            return OTHER_TABLES
        return _BY_SQLITE_CODE.get(code, "")
    return _BY_SQLSTATE.get(getattr(original, "sqlstate", None) or "", "")


def is_refused(said: str) -> bool:
    """Return whether a PostgreSQL server has said no, as to a password; psycopg has no code for why it could not connect."""
    return "FATAL:" in said and not any(words in said for words in _SAID_IN_PASSING)


def is_trouble(error: Exception) -> bool:
    """Return whether an error is the database's trouble, and not a mistake in what it was asked."""
    kinds = (OperationalError, InterfaceError, InternalError)
    return isinstance(error, kinds) or (isinstance(error, DBAPIError) and bool(reason_of(error)))
