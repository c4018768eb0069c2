"""Settling what may or may not have been said: it is looked for in Slack, and said again only when it was twice not there."""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.models import Message, Outbox
from bot.notices import tell_that_it_failed
from bot.outbox import settling
from bot.outbox.lookup import Found, LookUp
from bot.slack.directory import Left
from bot.slack.refusals import NO_ANSWER, refusal_of, seconds_to_wait
from bot.states import OutboxState
from bot.storage import Store, StoreBusy, queries

FIRST_LOOK = timedelta(seconds=10)
"""How long after the call: a message needs a moment to show up in Slack's history."""
LOOK_AGAIN = timedelta(seconds=30)
"""How long between two looks: what is twice not there, this far apart, was not taken."""

log = structlog.get_logger()


class Resolver:
    """Looks for one message after the other. ``on_found`` is given the row of a message that was there; ``on_left`` as the sender's."""

    def __init__(
        self,
        store: Store,
        client: AsyncWebClient,
        now: Callable[[], datetime],
        *,
        on_found: Callable[[Outbox], None],
    ) -> None:
        self._store = store
        self._now = now
        self._look_up = LookUp(client)
        self._on_found = on_found
        self.on_left: Callable[[Left], object] = lambda _left: None
        self._is_busy = False
        self._quiet_until: datetime | None = None

    def start_again(self) -> None:
        """Forget that Slack said to wait: the clock was set back."""
        self._quiet_until = None

    async def resolve_uncertain(self) -> None:
        """Look once for everything whose time has come; return at once while that is already under way, or Slack said to wait."""
        if self._is_busy or (self._quiet_until is not None and self._now() < self._quiet_until):
            return
        self._is_busy = True
        try:
            rows = await self._store.read(
                settling.uncertain_rows, now=self._now(), first=FIRST_LOOK, again=LOOK_AGAIN
            )
            self._quiet_until = None
            for row, message in rows:
                await self._resolve(row, message)
                if self._quiet_until is not None:
                    return
        except StoreBusy:  # it is still uncertain at the next tick
            return
        finally:
            self._is_busy = False

    async def _resolve(self, row: Outbox, message: Message) -> None:
        try:
            thread_ts = await self._store.read(queries.thread_ts_of, message)
            found = await self._look_up.find(row, message, thread_ts)
        except SlackApiError as error:
            await self._refused(row, message, error)
        except NO_ANSWER as error:
            await self._not_looked(row, type(error).__name__)
        else:
            await self._settle(row, found)

    async def _settle(self, row: Outbox, found: Found) -> None:
        now = self._now()
        if found.ts is not None:
            said = await self._store.run_behind(
                settling.settle_found, row, ts=found.ts, posted_to=found.channel_id, now=now
            )
            if said:
                log.info("found", case=row.case_id, intent=row.intent_id)
                self._on_found(row)
        elif found.is_final or row.lookups >= 1:
            await self._store.run_behind(settling.settle, row, OutboxState.PENDING, not_before=now)
        else:
            await self._store.run_behind(settling.note_lookup, row, now=now, counts=True)

    async def _refused(self, row: Outbox, message: Message, error: SlackApiError) -> None:
        """Look again later; where Slack will not let us look, a person is told, and it is looked for when something has changed."""
        refusal = refusal_of(error)
        if refusal.is_rate_limit:
            wait = seconds_to_wait(error.response.headers.get("Retry-After", ""))
            self._quiet_until = self._now() + timedelta(seconds=wait)
        if refusal.is_passing or refusal.is_app_removed:
            await self._not_looked(row, refusal.text)
            return
        log.warning("may_not_look", case=row.case_id, intent=row.intent_id, error=refusal.code)
        left = await self._store.run_behind(
            tell_that_it_failed, row, message, refusal.code, now=self._now(), is_maybe_said=True
        )
        if left:
            self.on_left(Left(row.workspace_id, left))

    async def _not_looked(self, row: Outbox, error: str) -> None:
        log.warning("look_up_failed", case=row.case_id, intent=row.intent_id, error=error)
        await self._store.run_behind(settling.note_lookup, row, now=self._now(), counts=False)
