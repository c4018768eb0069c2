"""The time: this machine's, or on PostgreSQL the database's, which every process that shares it agrees on."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, func, select

from bot.storage import Store


def system_clock() -> datetime:
    """Return the time now, aware and in UTC."""
    return datetime.now(UTC)


LONGEST_COMPARISON = timedelta(seconds=2)
"""A database that is asked for its time answers within milliseconds: of one that took longer, nobody knows when in between it looked."""


class DatabaseClock:
    """The database server's time, so that a lease and a due time mean the same in every process.

    Between two comparisons it goes on as ``own`` does.
    """

    def __init__(self, store: Store, own: Callable[[], datetime] = system_clock) -> None:
        self._store = store
        self._own = own
        self._ahead = timedelta()
        self._is_compared = False

    def __call__(self) -> datetime:
        return self._own() + self._ahead

    async def compare(self) -> None:
        """Ask the database for its time; where that took too long, as it does when the machine stands still, the last comparison stays. Raises StoreBusy."""
        before = self._own()
        moment = await self._store.read(_database_time)
        took = self._own() - before
        if abs(took) < LONGEST_COMPARISON or not self._is_compared:
            self._ahead, self._is_compared = moment - (before + took / 2), True


def _database_time(session: Session) -> datetime:
    moment: datetime = session.exec(select(func.clock_timestamp())).one()
    return moment.astimezone(UTC)
