"""What waits to be written: what people wait for goes first."""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session


@dataclass(slots=True)
class Job:
    """One unit of work: ``wakes`` is whether it left something to be said in Slack."""

    work: Callable[[Session], Any]
    done: "Future[Any]" = field(default_factory=Future)
    result: Any = None
    error: BaseException | None = None
    wakes: bool = False


class Jobs:
    """Jobs of one store, taken by its writing threads up to ``together`` at a time."""

    def __init__(self, *, together: int) -> None:
        self._together = together
        self._asked: deque[Job] = deque()
        self._behind: deque[Job] = deque()
        self._changed = threading.Condition()
        self._is_closed = False

    def put(self, job: Job, *, is_behind: bool) -> None:
        """Add a job; one that is ``behind`` gives way to those that are not."""
        with self._changed:
            (self._behind if is_behind else self._asked).append(job)
            self._changed.notify()

    @property
    def is_crowded(self) -> bool:
        """Return whether more waits that somebody waits for than is taken at a time."""
        return len(self._asked) > self._together

    def close(self) -> None:
        """Have ``take`` return nothing once all jobs were taken."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def take(self) -> list[Job]:
        """Return the next jobs, waiting for one; none when closed and done.

        Where several are taken together, one of those behind comes along every time: what was said in Slack has to be
        written down before its lease ends, however many people are asking.
        """
        with self._changed:
            while not (self._asked or self._behind or self._is_closed):
                self._changed.wait()
            taken = [self._asked.popleft() for _ in range(min(len(self._asked), self._together))]
            least = 1 if self._together > 1 else 0
            room = max(self._together - len(taken), least)
            taken += [self._behind.popleft() for _ in range(min(len(self._behind), room))]
            return taken
