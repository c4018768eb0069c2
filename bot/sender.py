"""Takes claimed outbox rows, draws them from the rows as they are now, and calls Slack."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import outbox
from bot.attention import NORMAL_PACE, Pace
from bot.kept_tasks import KeptTasks
from bot.models import Message, Outbox, key
from bot.notices import tell_that_it_failed
from bot.outbox import settling
from bot.outbox.calls import LeaseTooShort, NoThread, OutboxCalls, nobody_waits
from bot.outbox.rate_limits import RateLimits
from bot.response_channels import ChannelIsPublic
from bot.slack import facts as slack_facts
from bot.slack.directory import Left
from bot.slack.refusals import FILE_UNANSWERED, refusal_of, seconds_to_wait
from bot.states import OutboxAction, OutboxState
from bot.storage import Store, StoreBusy

MOST_IN_FLIGHT = 100
FEW_IN_FLIGHT = 4
"""While people wait in line for an ack: Slack gives them 3 seconds, and drawing and posting take the same processor."""
UPDATE_AGAIN = timedelta(seconds=2)
UPDATE_AT_LEAST_EVERY = timedelta(seconds=30)
"""An update is made again after twice as long each time, but no later: while Slack is down, every open case may have one."""

log = structlog.get_logger()


class Sender:
    """Sends what the outbox holds. One per process; ``owner`` marks its leases.

    ``on_plan_settled`` is given a case's id once its plan is in Slack, or was refused there; ``on_left`` hears of people whose channel oops is out of, as a refusal has shown.
    """

    def __init__(
        self, store: Store, client: AsyncWebClient, now: Callable[[], datetime], *, pace: Pace = NORMAL_PACE
    ) -> None:
        self.owner = uuid4().hex
        self._store = store
        self._now = now
        self.calls = OutboxCalls(store, client, now, pace)
        self._tasks = KeptTasks()
        self._in_flight: dict[int, str] = {}
        self._plans_posted: list[int] = []
        self._wake = asyncio.Event()
        self._is_stopping = False
        self._limits = RateLimits()
        self.on_plan_settled: Callable[[int], Coroutine[Any, Any, None]] = nobody_waits
        self.on_left: Callable[[Left], object] = lambda _left: None

    def wake(self) -> None:
        """Have the outbox looked at now."""
        self._wake.set()

    def stop(self) -> None:
        """Claim nothing more: ``run`` returns, and ``drain`` waits for what is being sent."""
        self._is_stopping = True
        self._wake.set()

    async def run(self) -> None:
        """Send until stopped: at once when woken, else when a limited channel is free again (at most 1 s later)."""
        while not self._is_stopping:
            self._wake.clear()
            if not await self._send_what_it_can() or self._has_taken_all():
                try:
                    async with asyncio.timeout(self._seconds_to_wait()):
                        await self._wake.wait()
                except TimeoutError:
                    continue

    def _has_taken_all(self) -> bool:
        """Return whether no limit has cut the last claim short: then there is nothing more until somebody wakes us."""
        by_channel = Counter(self._in_flight.values())
        is_full = max(by_channel.values(), default=0) >= self._limits.at_once(self._now())
        return not is_full and len(self._in_flight) < self._most_in_flight()

    def _most_in_flight(self) -> int:
        return FEW_IN_FLIGHT if self._store.is_crowded else MOST_IN_FLIGHT

    def _seconds_to_wait(self) -> float:
        now = self._now()
        opening = self._limits.next_opening(now)
        return 1.0 if opening is None else min(1.0, max(0.0, (opening - now).total_seconds()))

    def start_again(self) -> None:
        """Forget which channels were limited: the clock was set back."""
        self._limits.start_again()
        self.wake()

    async def _send_what_it_can(self) -> int:
        try:
            return await self.send_due()
        except StoreBusy:  # the rows are still there in a second, and the store has said it
            return 0

    async def send_due(self) -> int:
        """Claim what is due and start sending it; return how many rows were claimed."""
        now = self._now()
        room = self._most_in_flight() - len(self._in_flight)
        if room <= 0 or self._is_stopping:
            return 0
        claimed = await self._store.run_behind(
            outbox.claim,
            owner=self.owner,
            now=now,
            most=room,
            most_each=self._limits.at_once(now),
            under_way=tuple(self._in_flight.values()),
            paused=self._limits.held_up(now),
        )
        for row, message in claimed:
            self._in_flight[key(row)] = row.channel_id
            self._limits.note_start(row.channel_id, now)
            self._tasks.start(self._send(row, message))
        if not any(row.is_root for row, _ in claimed):
            self._go_on_from_plans()
        return len(claimed)

    async def settle(self) -> None:
        """Send everything that is due, and what becomes due by it; return when nothing is left to do now."""
        while await self.send_due() or self._tasks.is_busy:
            await self._tasks.settle()

    async def drain(self) -> None:
        """Return when what is being sent has ended."""
        await self._tasks.drain()

    async def _send(self, row: Outbox, message: Message) -> None:
        try:
            await self._deliver(row, message)
        except StoreBusy:  # its lease ends, then it is looked for
            log.warning("outcome_not_written", case=row.case_id, intent=row.intent_id)
        finally:
            self._in_flight.pop(key(row), None)
            self._wake.set()

    async def _deliver(self, row: Outbox, message: Message) -> None:
        try:
            ts, channel = await self.calls.make(row, message)
        except SlackApiError as error:
            await self._refused(row, message, error)
        except (StoreBusy, LeaseTooShort):  # nothing was said yet
            await self._store.run_behind(settling.settle, row, OutboxState.PENDING)
        except FILE_UNANSWERED as error:
            await self._unknown(row, type(error).__name__)
        except NoThread:
            await self._failed(row, message, settling.NO_THREAD)
        except ChannelIsPublic:
            await self._failed(row, message, outbox.IS_PUBLIC)
        except Exception:  # our own mistake: nothing was said, and the rest of the case must not wait for it
            log.exception("not_drawn", case=row.case_id, intent=row.intent_id, surface=message.surface)
            await self._failed(row, message, outbox.NOT_DRAWN)
        else:
            await self._said(row, message, ts, channel)

    async def _said(self, row: Outbox, message: Message, ts: str | None, channel: str) -> None:
        is_ours = await self._store.run_behind(
            settling.settle, row, OutboxState.SENT, ts=ts, posted_to=channel
        )
        if not is_ours and not await self._said_late(row, ts, channel):
            return
        log.info("said", case=row.case_id, intent=row.intent_id, surface=message.surface)
        self.tell_that_it_is_there(row)

    async def _said_late(self, row: Outbox, ts: str | None, channel: str) -> bool:
        """Settle what got through after its lease had ended; what somebody else has said as well is taken back."""
        if row.action is OutboxAction.UPDATE:  # it is drawn once more: ours may stand over a newer one
            return False
        late = settling.settle_late
        if await self._store.run_behind(late, row, ts=ts, posted_to=channel, now=self._now()):
            return True
        if ts is not None and await self._store.read_behind(settling.stands_at, row) == ts:
            return False  # whoever took it over has found ours, and that one has to stay
        log.warning("doubled", case=row.case_id, intent=row.intent_id)
        if ts is not None:
            await self.calls.take_back(row, ts, channel)
        return False

    def tell_that_it_is_there(self, row: Outbox) -> None:
        """Do what follows from a message that has got through, once no other plan waits to be posted."""
        if row.is_root and row.case_id is not None:
            self._plans_posted.append(row.case_id)
            self._wake.set()

    def _go_on_from_plans(self) -> None:
        for case_id in self._plans_posted:
            self._tasks.start(self.on_plan_settled(case_id))
        self._plans_posted.clear()

    async def _refused(self, row: Outbox, message: Message, error: SlackApiError) -> None:
        refusal = refusal_of(error)
        code = refusal.code
        if refusal.is_rate_limit:
            until = self._limits.note_refusal(
                row.channel_id,
                self._now(),
                wait_seconds=seconds_to_wait(error.response.headers.get("Retry-After", "")),
            )
            await self._store.run_behind(
                settling.settle, row, OutboxState.PENDING, not_before=until, error=code
            )
        elif refusal.is_unclear:
            await self._unknown(row, code)
        elif refusal.is_app_removed:
            log.error("app_removed", error=code, advice="Install the app again and restart oops.")
            await self._store.run_behind(slack_facts.end_workspace, row.workspace_id)
            await self._store.run_behind(settling.settle, row, OutboxState.PENDING, error=code)
        else:
            log.error("refused", case=row.case_id, intent=row.intent_id, surface=message.surface, error=code)
            await self._failed(row, message, code)

    async def _failed(self, row: Outbox, message: Message, code: str) -> None:
        left = await self._store.run_behind(tell_that_it_failed, row, message, code, now=self._now())
        if left:
            self.on_left(Left(row.workspace_id, left))
        if row.is_root and row.case_id is not None:
            self._tasks.start(self.on_plan_settled(row.case_id))

    async def _unknown(self, row: Outbox, error: str) -> None:
        """Look for a post later, since it may have arrived; an update drawn twice does no harm and is done again."""
        log.warning("outcome_unknown", case=row.case_id, intent=row.intent_id, error=error)
        if row.action is OutboxAction.UPDATE:
            wait = min(UPDATE_AGAIN * 2 ** min(row.attempt - 1, 9), UPDATE_AT_LEAST_EVERY)
            later = self._now() + wait
            await self._store.run_behind(
                settling.settle, row, OutboxState.PENDING, not_before=later, error=error
            )
        else:
            await self._store.run_behind(settling.settle, row, OutboxState.UNCERTAIN, error=error)
