"""Work that goes on after the ack: kept in a set, so that none is lost to the garbage collector or cut off at shutdown."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class KeptTasks:
    """The tasks under way. An error in one is kept for the asyncio handler, never swallowed."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()

    def start(self, work: Coroutine[Any, Any, object]) -> None:
        """Run ``work`` in the background and hold on to it until it ends."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @property
    def is_busy(self) -> bool:
        """Return whether any is under way."""
        return bool(self._tasks)

    async def settle(self) -> None:
        """Return when every task, and those that they started, has ended. Raises what the first failing one raised."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def drain(self) -> None:
        """Return when every task, and those that they started, has ended, whatever became of them."""
        while self._tasks:
            await asyncio.wait(self._tasks)
