"""Store: runs one unit of work in one transaction, off the event loop."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel import Session

from bot.storage.changes import WRITES
from bot.storage.checkpointing import Checkpointer
from bot.storage.engine import MakeEngine, make_engine, sqlite_path
from bot.storage.hanging import Lines, finish
from bot.storage.holding import hold
from bot.storage.jobs import Job, Jobs
from bot.storage.removed import GONE, FilePlace
from bot.storage.trouble import StoreBusy, Turns, is_trouble, trouble_with

P = ParamSpec("P")
T = TypeVar("T")
WAKE = "wake"
# Group commit: the disk is flushed once for all that wait. PostgreSQL does this by itself.
_MOST_TOGETHER = 16
_POSTGRESQL_WRITERS = 8
_READERS = 2
_READERS_BEHIND = 1
_TRIES = 3
# Serialization failure, deadlock, and a unique row that another process was faster to write: nothing was written, so the work
# is done again and finds what the other has done. (SQLite has one writer, and never gets there.)
_AGAIN = frozenset({"40001", "40P01", "23505"})


class Store:
    """One database. ``on_wake`` is called after a commit that left something to be said in Slack, and after those who wait have their answers.

    Whether it can be written to and read is logged when that changes.
    """

    def __init__(self, url: str, *, make_engine: MakeEngine = make_engine) -> None:
        self.url = url
        self.on_wake: Callable[[], object] = lambda: None
        self._writes, self._reads = Turns("not_written", "written_again"), Turns("not_read", "read_again")
        self._has_to_wake = self._is_given_up = False
        self._done = 0
        self._path = sqlite_path(url)
        self._lock = hold(self._path) if self._path else None
        self._place = FilePlace(self._path)
        threads = 1 if self._path else _POSTGRESQL_WRITERS
        self._writing = make_engine(url, threads=threads, is_writer=True)
        self._reading = make_engine(url, threads=_READERS + _READERS_BEHIND, is_writer=False)
        self._lines = None if self._path else Lines(self._writing, self._reading)
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="read")
        self._readers_behind = ThreadPoolExecutor(_READERS_BEHIND, thread_name_prefix="read-behind")
        self._jobs = Jobs(together=_MOST_TOGETHER if self._path else 1)
        self._writers = [
            threading.Thread(target=self._write, name=f"write-{number}", daemon=True)
            for number in range(threads)
        ]
        for writer in self._writers:
            writer.start()
        self._checkpointer = Checkpointer(self._path) if self._path else None

    @property
    def is_exclusive(self) -> bool:
        """Return whether this process is the only one that can have the database open."""
        return self._lock is not None

    @property
    def is_failing(self) -> bool:
        """Return whether the last commit could not be made."""
        return self._writes.is_failing

    @property
    def is_removed(self) -> bool:
        """Return whether the SQLite file that is open is no longer where it was."""
        return self._place.is_left()

    @property
    def is_crowded(self) -> bool:
        """Return whether people have to wait in line: what nobody waits for should hold back."""
        return self._jobs.is_crowded

    @contextmanager
    def expected(self) -> Iterator[None]:
        """Count somebody who waits for an answer meanwhile, even before anything is asked of the database for it."""
        try:
            with self._jobs.expected():
                yield
        finally:
            if self._has_to_wake:
                self._wake()

    async def run(self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``verb`` in one transaction and return its result once it is on disk.

        Raises what the verb raises (nothing is written then), and StoreBusy when the database does not answer in time.
        """
        return await self._run(lambda session: verb(session, *args, **kwargs), is_behind=False)

    async def run_behind(
        self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do as ``run`` does, for what nobody waits for: it gives way to what somebody does wait for."""
        return await self._run(lambda session: verb(session, *args, **kwargs), is_behind=True)

    async def _run(self, work: Callable[[Session], T], *, is_behind: bool) -> T:
        waiting: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._jobs.put(Job(work, waiting), is_behind=is_behind)
        return await waiting

    async def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``query`` in one read-only view of the database and return its result."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._readers, lambda: self._read(lambda session: query(session, *args, **kwargs))
        )

    async def read_behind(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do as ``read`` does, for what nobody waits for, such as drawing a message: it never holds up a person."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._readers_behind, lambda: self._read(lambda session: query(session, *args, **kwargs))
        )

    def close(self) -> None:
        """Finish what is queued, then give the database back; a PostgreSQL that does not answer meanwhile is given up."""
        self._jobs.close()
        finish(self._end_threads, done=lambda: self._done, give_up=self._give_up)
        if self._lines is not None:
            self._lines.close()
        self._reading.dispose()
        self._writing.dispose()
        if self._lock is not None:
            self._lock.close()

    def _end_threads(self) -> None:
        for writer in self._writers:
            writer.join()
        if self._checkpointer is not None:
            self._checkpointer.close()
        self._readers.shutdown()
        self._readers_behind.shutdown()

    def _give_up(self) -> None:
        if self._lines is not None:
            self._is_given_up = True
            self._lines.cut()

    def _read(self, work: Callable[[Session], T]) -> T:
        if self._is_given_up:
            raise StoreBusy
        try:
            with Session(self._reading, expire_on_commit=False) as session:
                result = work(session)
        except (DBAPIError, PoolTimeout) as error:
            if isinstance(error, DBAPIError) and not is_trouble(error):
                raise
            busy = trouble_with(error)
            self._reads.note(busy)
            raise busy from error
        self._reads.note(None)
        return result

    def _write(self) -> None:
        while jobs := self._jobs.take():
            self._commit(jobs)

    def _commit(self, jobs: list[Job]) -> None:
        error = self._no_place() or self._try(jobs) or self._no_place()
        self._done += 1
        if self._checkpointer is not None:
            self._checkpointer.note(len(jobs))
        self._writes.note(error)
        for job in jobs:
            job.error = error or job.error
        if any(job.wakes and job.error is None for job in jobs):
            self._has_to_wake = True
        _tell(jobs)
        if self._has_to_wake and not self._jobs.is_anybody_expected:
            self._wake()

    def _wake(self) -> None:
        """Say that something is to be said, now that nobody waits: drawing it would hold up the answer by some 2 ms."""
        self._has_to_wake = False
        self.on_wake()

    def _no_place(self) -> StoreBusy | None:
        """Return why nothing that is written now would be found again: not before it is written, and not if the file went meanwhile."""
        if self._is_given_up:
            return StoreBusy()
        return StoreBusy(GONE) if self._place.is_left() else None

    def _try(self, jobs: list[Job]) -> BaseException | None:
        """Do all jobs in one transaction, again where that helps; return what went wrong with the transaction itself."""
        for attempt in range(1, _TRIES + 1):
            try:
                self._do(jobs)
            except (DBAPIError, PoolTimeout) as error:
                if attempt < _TRIES and _may_be_done_again(error):
                    continue
                busy = trouble_with(error)
                busy.__cause__ = error
                return busy
            except BaseException as error:  # noqa: BLE001  whoever waits has to hear it, and the thread has to live on
                return error
            return None
        raise AssertionError("the last try returns")

    def _do(self, jobs: list[Job]) -> None:
        """Do all jobs; where one of several fails, take everything back, and do them again so that it leaves the others alone."""
        with self._writing.connect() as connection:
            if len(jobs) == 1:
                _work(Session(connection, expire_on_commit=False), jobs[0])
                return
            if not _done_together(connection, jobs):
                _do_apart(connection, jobs)


def _tell(jobs: list[Job]) -> None:
    """Hand over what came of the jobs, all at once: each call into a loop costs its thread's turn."""
    for loop in {job.waiting.get_loop() for job in jobs}:
        with suppress(RuntimeError):  # it was closed: nobody waits
            loop.call_soon_threadsafe(_tell_all, [job for job in jobs if job.waiting.get_loop() is loop])


def _tell_all(jobs: list[Job]) -> None:
    for job in jobs:
        job.tell()


def _done_together(connection: Connection, jobs: list[Job]) -> bool:
    """Do all jobs and return True, or nothing and False: a savepoint for each would cost as much as a row."""
    with connection.begin() as transaction:
        for job in jobs:
            _work(Session(connection, expire_on_commit=False, join_transaction_mode="rollback_only"), job)
            if job.error is not None:
                transaction.rollback()
                return False
    return True


def _do_apart(connection: Connection, jobs: list[Job]) -> None:
    """Do each job in a savepoint of its own, so that only what a failing one has done is taken back."""
    with connection.begin():
        for job in jobs:
            _work(Session(connection, expire_on_commit=False, join_transaction_mode="create_savepoint"), job)


def _work(opened: Session, job: Job) -> None:
    """Do one job and commit it, or take back what it has done."""
    job.error, job.wakes = None, False
    try:
        with opened as session:
            session.info[WRITES] = True
            job.result = job.work(session)
            session.commit()
            job.wakes = bool(session.info.get(WAKE))
    except DBAPIError as error:
        if is_trouble(error) or (isinstance(error, IntegrityError) and _may_be_done_again(error)):
            raise
        job.error = error
    except BaseException as error:  # noqa: BLE001  it is handed to whoever waits for this job
        job.error = error


def _may_be_done_again(error: Exception) -> bool:
    return getattr(getattr(error, "orig", None), "sqlstate", None) in _AGAIN
