"""The time: this machine's, or on PostgreSQL the database's, which every process that shares it agrees on."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, func, select

from bot.storage import Store


def system_clock() -> datetime:
    """Return the time now, aware and in UTC."""
    return datetime.now(UTC)


class DatabaseClock:
    """The database server's time, so that a lease and a due time mean the same in every process.

    Between two comparisons it goes on as ``own`` does.
    """

    def __init__(self, store: Store, own: Callable[[], datetime] = system_clock) -> None:
        self._store = store
        self._own = own
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return self._own() + self._ahead

    async def compare(self) -> None:
        """Ask the database for its time. Raises StoreBusy."""
        before = self._own()
        moment = await self._store.read(_database_time)
        self._ahead = moment - (before + (self._own() - before) / 2)


def _database_time(session: Session) -> datetime:
    moment: datetime = session.exec(select(func.clock_timestamp())).one()
    return moment.astimezone(UTC)
