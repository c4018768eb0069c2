"""What runs at intervals. APScheduler only calls: what is due is a row, and is still due when the database is back."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.storage import StoreBusy

if TYPE_CHECKING:
    from bot.app import Oops

TICK_SECONDS = 1
REFRESH_SECONDS = 45
"""Channels with open cases are asked about this often, so that their rows are never older than a minute."""
DIGEST_MINUTES = 5
"""How often the weekly digests are looked for: the question is cheap, and nobody waits for the answer."""


def scheduler_of(oops: "Oops") -> AsyncIOScheduler:
    """Return the bot's scheduler, not started yet."""
    scheduler = AsyncIOScheduler(
        timezone=UTC,
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )

    def call(work: Callable[[], Awaitable[object]], trigger: str, **times: object) -> None:
        scheduler.add_job(_waiting(work), trigger, name=work.__name__, **times)

    first = datetime.now(UTC)
    call(oops.tick, "interval", seconds=TICK_SECONDS)
    call(oops.refresh, "interval", seconds=REFRESH_SECONDS, next_run_time=first)
    call(oops.send_digests, "interval", minutes=DIGEST_MINUTES)
    call(oops.try_failed_again, "cron", minute=30)
    call(oops.forget_old_forms, "cron", hour=3, next_run_time=first)  # the machine may be off every night
    call(oops.erase_what_is_over, "cron", hour=4, next_run_time=first)
    call(oops.remove_doubles, "cron", hour=5)
    return scheduler


def call_now(scheduler: AsyncIOScheduler) -> None:
    """Have everything that runs at intervals run now: APScheduler waits for its time, and the clock may have been set back."""
    for job in scheduler.get_jobs():
        if isinstance(job.trigger, IntervalTrigger):
            job.modify(next_run_time=datetime.now(UTC))


def _waiting(work: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[None]]:
    """Return work that leaves what is due for the next time while the database is gone, which the store says once."""

    async def work_or_wait() -> None:
        try:
            await work()
        except* StoreBusy:
            pass

    return work_or_wait
