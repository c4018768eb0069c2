"""Tells open pages and waiting tests that something visible changed."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any


class Watching:
    def __init__(self) -> None:
        self._queues: dict[asyncio.Queue[bool], str | None] = {}

    def tell(self, users: Iterable[str]) -> None:
        """Wake everybody who looks on as one of these users, and those who look at everything."""
        wanted = set(users)
        for queue, user in self._queues.items():
            if (user is None or user in wanted) and queue.empty():
                queue.put_nowait(True)

    def close(self) -> None:
        """End every watch: its queue gets False."""
        for queue in self._queues:
            queue.put_nowait(False)

    @contextmanager
    def watch(self, user: str | None = None) -> Iterator[asyncio.Queue[bool]]:
        """Give a queue that gets True after every change that this user (None: anybody) can see."""
        queue: asyncio.Queue[bool] = asyncio.Queue()
        self._queues[queue] = user
        try:
            yield queue
        finally:
            del self._queues[queue]

    async def until(self, condition: Callable[[], Any], timeout: float) -> Any:  # noqa: ASYNC109 - a test's patience
        """Return `condition()` once it is true; raises TimeoutError after so many real seconds."""
        with self.watch() as changes:
            async with asyncio.timeout(timeout):
                while True:
                    found = condition()
                    if found:
                        return found
                    await changes.get()
