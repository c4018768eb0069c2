"""Doing what is due, kind after kind: one that fails, or one row of it, holds up nothing else, and is tried again some minutes later."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot import schedule
from bot.attention import Pace
from bot.outbox import settling
from bot.schedule import Step
from bot.storage import Store, StoreBusy

LEFT_ALONE_FOR = timedelta(minutes=5)
"""How long what failed is not tried again: each try is a line in the log, and a tick comes every second."""

log = structlog.get_logger()


class DueWork:
    """Remembers what is left alone for a while. A start forgets it: what was in the way may be mended."""

    def __init__(self, store: Store, pace: Pace) -> None:
        self._store = store
        self._pace = pace
        self._left_alone: dict[tuple[str, int | None], datetime] = {}

    async def do(self, *, now: datetime) -> None:
        """Do all that is due, then mark what was being sent by somebody who is gone. Raises StoreBusy."""
        self._left_alone = {
            what: until for what, until in self._left_alone.items() if now < until <= now + LEFT_ALONE_FOR
        }
        await self._apart("is_anything_due", None, partial(self._do_steps, now), now=now)
        await self._apart("leases", None, partial(self._expire_leases, now), now=now)

    async def _do_steps(self, now: datetime) -> None:
        if await self._store.read(schedule.is_anything_due, now=now):
            for step in schedule.STEPS:
                await self._apart(step.name, None, partial(self._do_step, step, now), now=now)

    async def _do_step(self, step: Step, now: datetime) -> None:
        """Do some rows at a time, so that what people wait for comes in between; where that fails, one at a time."""
        if not any(name == step.name for name, _ in self._left_alone):
            try:
                while await self._run(step, now) and step.is_repeated:
                    pass
            except StoreBusy:
                raise
            except Exception as error:  # noqa: BLE001  one of its rows is in the way, which is said of that row
                log.warning("not_done_together", step=step.name, error=type(error).__name__)
            else:
                return
        for row_id in await self._store.read(step.ids, now=now):
            await self._apart(step.name, row_id, partial(self._run, step, now, only=row_id), now=now)

    async def _run(self, step: Step, now: datetime, only: int | None = None) -> int:
        return await self._store.run_behind(step.do, now=now, pace=self._pace, only=only)

    async def _expire_leases(self, now: datetime) -> None:
        if await self._store.read(settling.has_expired_leases, now=now):
            await self._store.run_behind(settling.expire_leases, now=now)

    async def _apart(
        self, step: str, row_id: int | None, work: Callable[[], Awaitable[object]], *, now: datetime
    ) -> None:
        """Do a part of it, unless it is left alone; what goes wrong with it is logged, and nothing else has to wait for it."""
        if (step, row_id) in self._left_alone:
            return
        try:
            await work()
        except StoreBusy:
            raise
        except Exception:
            advice = "It is tried again in 5 minutes. The rest goes on."
            log.exception("due_and_not_done", step=step, row=row_id, advice=advice)
            self._left_alone[step, row_id] = now + LEFT_ALONE_FOR
