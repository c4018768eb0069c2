"""What waits to be written: what people wait for goes first."""

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

FEW_WAIT = 8
"""So many reports are opened within some 60 ms: nobody notices that they were not alone."""
PASSED_OVER = 64
"""After so many jobs that went before it in a crowd, one that nobody waits for comes along: opening a case takes some 6 ms."""
FEW_BEHIND = 4
"""So many of those that nobody waits for are done in one transaction: a crowd that comes meanwhile waits some 25 ms, not 100."""
QUIET = 0.05
"""Seconds after which it comes along as well, where a crowd asks for nothing to be written.

As long it is before a crowd counts as gone: between two of its requests fewer wait for a moment, and whoever comes next should
not find four cases being opened.
"""

MOST_BEHIND = 1000
"""So many of them may be held back at a time: a report that waits to be opened takes up 6 KB, and a crowd may go on for hours."""


@dataclass(slots=True)
class Job:
    """One unit of work, and who waits for it: ``wakes`` is whether it left something to be said in Slack."""

    work: Callable[[Session], Any]
    waiting: "asyncio.Future[Any]"
    result: Any = None
    error: BaseException | None = None
    wakes: bool = False

    def tell(self) -> None:
        """Hand over the result, or what went wrong, to whoever still waits. Called in their loop."""
        if self.waiting.done():
            return
        if self.error is None:
            self.waiting.set_result(self.result)
        else:
            self.waiting.set_exception(self.error)


class Jobs:
    """Jobs of one store, taken by its writing threads up to ``together`` at a time."""

    def __init__(self, *, together: int, seconds: Callable[[], float] = time.monotonic) -> None:
        self._together, self._seconds = together, seconds
        self._asked: deque[Job] = deque()
        self._behind: deque[Job] = deque()
        self._changed = threading.Condition()
        self._people = 0
        self._passed_over = 0
        self._crowded_at = float("-inf")
        self._is_closed = False

    def put(self, job: Job, *, is_behind: bool) -> None:
        """Add a job; one that is ``behind`` gives way to those that are not."""
        with self._changed:
            (self._behind if is_behind else self._asked).append(job)
            self._changed.notify()

    @contextmanager
    def expected(self) -> Iterator[None]:
        """Count somebody who waits for an answer, from before it is known what has to be written for it."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    @property
    def is_anybody_expected(self) -> bool:
        """Return whether somebody waits for an answer."""
        return self._people > 0

    @property
    def is_crowded(self) -> bool:
        """Return whether more than a few people wait."""
        return max(self._people, len(self._asked)) > FEW_WAIT

    def close(self) -> None:
        """Have ``take`` return nothing once all jobs were taken."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def take(self) -> list[Job]:
        """Return the next jobs, waiting for one; none when closed and done.

        While people wait in a crowd, of those behind one is taken now and then: what was said in Slack has to be written
        down before its lease ends, however many people are asking.
        """
        with self._changed:
            while not (self._asked or self._room_behind() or self._is_closed):
                if not self._changed.wait(QUIET if self._behind else None):
                    self._passed_over = PASSED_OVER
            taken = [self._asked.popleft() for _ in range(min(len(self._asked), self._together))]
            self._passed_over += len(taken)
            behind = [self._behind.popleft() for _ in range(self._room_behind(len(taken)))]
            if behind:
                self._passed_over = 0
            return taken + behind

    def _room_behind(self, taken: int = 0) -> int:
        """Return how many of those behind may come along with so many that were ``taken``."""
        least = int(self._passed_over >= PASSED_OVER)
        is_held_back = len(self._behind) <= MOST_BEHIND and not self._is_calm()
        most = 0 if is_held_back else min(FEW_BEHIND, self._together - taken)
        return min(len(self._behind), max(least, most))

    def _is_calm(self) -> bool:
        """Return whether there has been no crowd for a while, or there will be none any more."""
        self._note_crowd()
        return self._is_closed or self._seconds() - self._crowded_at >= QUIET

    def _note_crowd(self) -> None:
        if self.is_crowded:
            self._crowded_at = self._seconds()

    def _count(self, people: int) -> None:
        with self._changed:
            self._people += people
            self._note_crowd()
