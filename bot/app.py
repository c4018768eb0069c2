"""Joins store, Bolt app, handlers, outbox and scheduler: built once, started, drained, stopped."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

import orjson
import structlog
from aiohttp import ClientSession, ClientTimeout, TCPConnector
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import digest, evidence, schedule
from bot.bolt import bolt_app, listen
from bot.brands import keeping, unkept
from bot.cases import receiving
from bot.clock import DatabaseClock, system_clock
from bot.due import DueWork
from bot.errors import OopsError
from bot.evidence import EvidenceKeeper
from bot.intervals import call_now, scheduler_of
from bot.janitor import Janitor
from bot.kept_tasks import KeptTasks
from bot.logs import name_the_workspace
from bot.models import key
from bot.outbox import settling
from bot.outbox.resolver import Resolver
from bot.outbox.retry import retry_failed
from bot.sender import Sender
from bot.settings import Settings
from bot.slack import facts as slack_facts
from bot.slack.client import SlackClient
from bot.slack.directory import Directory
from bot.slack.identity import Identity, ask_who_we_are
from bot.storage import Store
from bot.watchdog import Health
from handlers.context import FORMS_AT_ONCE, Visit
from handlers.home import draw_homes
from handlers.report_form import link_answer

CALL_SECONDS = 10
"""How long a call to Slack may take: far below the outbox's lease."""
MOST_CONNECTIONS = 200
DRAIN_SECONDS = 5
"""How long stopping waits for what is under way; ``oops serve`` gives it less where the last answers took long (``bot.serving``)."""
SET_BACK = timedelta(seconds=2)
"""A clock that is this much behind the last tick was set back; less is what clocks do."""

log = structlog.get_logger()


@dataclass(slots=True)
class Oops:
    """The running bot."""

    settings: Settings
    store: Store
    bolt: AsyncApp
    client: AsyncWebClient
    identity: Identity
    workspace_id: int
    sender: Sender
    resolver: Resolver
    directory: Directory
    evidence: EvidenceKeeper
    due: DueWork
    tasks: KeptTasks
    now: Callable[[], datetime]
    http: ClientSession
    clock: DatabaseClock | None = None
    health: Health = field(default_factory=Health)
    forms_at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(FORMS_AT_ONCE))
    ticked_at: datetime | None = None
    _sending: "asyncio.Task[None] | None" = None
    _scheduler: AsyncIOScheduler | None = None

    async def start(self) -> None:
        """Start sending and ticking. What a killed process was sending is looked for before anything is said again."""
        await self.recover()
        await self._tell_of_unkept_settings()
        self._sending = asyncio.create_task(self.sender.run())
        self._scheduler = scheduler_of(self)
        self._scheduler.start()

    @property
    def is_sending(self) -> bool:
        """Return whether what the outbox holds is being sent: not before the start, nor after the sender has died."""
        return self._sending is not None and not self._sending.done()

    def visit_by(self, user_id: str) -> Visit:
        """Return what a listener needs to do something for a person."""
        return Visit(
            store=self.store,
            directory=self.directory,
            tasks=self.tasks,
            settings=self.settings,
            now=self.now,
            workspace_id=self.workspace_id,
            user_id=user_id,
            forms_at_once=self.forms_at_once,
        )

    def call_for_ticks(self) -> None:
        """Have everything that runs at intervals run now: the clock may have been set back."""
        if self._scheduler is not None:
            call_now(self._scheduler)

    async def refresh(self) -> None:
        """Ask Slack again about the channels with open cases, and whether it still takes our token; once not, only whether it does again."""
        if await self.store.read(slack_facts.is_ended, self.workspace_id):
            await self._come_back()
        else:
            await self.directory.refresh_open_channels()
            if await self.directory.is_app_removed():  # without a case, nothing else would notice
                await self.store.run_behind(slack_facts.end_workspace, self.workspace_id)

    async def _tell_of_unkept_settings(self) -> None:
        for one in await self.store.read(unkept.unkept_settings):
            named = {"brand": one.brand_id, "setting": one.setting}
            log.warning("setting_not_kept", **named, advice="`oops doctor` says more.")

    async def _come_back(self) -> None:
        """Go on where Slack takes our token again: the app was installed again, or a network is allowed again."""
        with suppress(OopsError):
            identity = await ask_who_we_are(self.client)
            fallback = self.settings.oops_response_channel
            await self.store.run(
                slack_facts.install_workspace, identity, now=self.now(), response_channel=fallback
            )
            log.info("app_is_back")
            self.sender.wake()

    async def try_failed_again(self) -> None:
        """Try again what Slack refused: whatever was in the way may be over."""
        await self.store.run_behind(retry_failed, now=self.now())

    async def erase_what_is_over(self) -> None:
        """Erase the content of cases that were closed longer ago than their brand keeps it."""
        for case_id in await self.store.read_behind(keeping.cases_over, now=self.now()):
            await self.store.run_behind(keeping.erase_if_over, case_id, now=self.now())

    async def send_digests(self) -> None:
        """Say the weekly digests that are due."""
        await self.store.run_behind(digest.send_digests, now=self.now())

    async def remove_doubles(self) -> int:
        """Remove what stands twice in Slack, and return how many messages that were."""
        janitor = Janitor(self.store, self.client, self.now, bot_user_id=self.identity.bot_user_id)
        return await janitor.remove_doubles()

    async def forget_old_forms(self) -> None:
        """Forget forms that nobody can still have open: they hold typed text."""
        await self.store.run_behind(schedule.forget_old_forms, now=self.now())

    async def recover(self) -> None:
        """Mark as uncertain what a process that is gone was sending, and try again what failed: it may have been mended."""
        orphans_of = self.sender.owner if self.store.is_exclusive else None
        await self.store.run(settling.expire_leases, now=self.now(), orphans_of=orphans_of)
        await self.store.run(retry_failed, now=self.now())

    async def tick(self) -> None:
        """Do what is due; start, without waiting for Slack, keeping evidence and looking for what may have been said."""
        if self.clock is not None:
            await self.clock.compare()
        now = self.now()
        if self.ticked_at is not None and now < self.ticked_at - SET_BACK:
            await self._start_clock_again(now)
        await self.due.do(now=now)
        self.tasks.start(self.resolver.resolve_uncertain())
        self.tasks.start(self.evidence.keep_wanted())
        self.ticked_at = now
        self.health.note_tick()
        self.sender.wake()

    async def _start_clock_again(self, now: datetime) -> None:
        log.warning("clock_was_set_back", seconds=int((self.ticked_at or now).timestamp() - now.timestamp()))
        for part in (settling, slack_facts, evidence, receiving):
            await self.store.run(part.start_clock_again, now=now)
        self.sender.start_again()
        self.resolver.start_again()

    async def settle(self) -> None:
        """Return when all that follows from what was accepted so far is done: for tests and the playground's clock."""
        await self.tasks.settle()
        await self.sender.settle()
        await self.tasks.settle()
        if await self.evidence.keep_wanted():
            await self.sender.settle()

    async def stop(self, seconds: float = DRAIN_SECONDS) -> None:
        """Take no more work, finish what is under way, and close everything. What does not end in time goes on after a start."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
        self.sender.stop()
        try:
            async with asyncio.timeout(seconds):
                await self._drain()
        except TimeoutError:
            log.warning("stopped_with_work_under_way")
        finally:
            await self.http.close()
            await asyncio.to_thread(self.store.close)

    async def _drain(self) -> None:
        if self._sending is not None:
            await asyncio.wait({self._sending})
            if not self._sending.cancelled() and (error := self._sending.exception()) is not None:
                log.error("sender_died", exc_info=error)
        await self.tasks.drain()
        await self.sender.drain()


async def build_app(
    settings: Settings,
    *,
    now: Callable[[], datetime] | None = None,
    make_store: Callable[[str], Store] = Store,
    make_client: Callable[..., AsyncWebClient] = SlackClient,
) -> Oops:
    """Return the bot, ready to start. Raises OopsError that says what to do when a token or the database is not right.

    Without ``now``, the time is this machine's, on PostgreSQL the database's.
    """
    http = ClientSession(
        timeout=ClientTimeout(total=CALL_SECONDS),
        connector=TCPConnector(limit=MOST_CONNECTIONS),
        json_serialize_bytes=orjson.dumps,
    )
    client = make_client(
        token=settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        session=http,
        timeout=CALL_SECONDS,
        retry_handlers=[],  # a retry after a connection error may say a thing twice; the outbox does it rightly
    )
    try:
        identity = await ask_who_we_are(client)
        name_the_workspace(identity.team_id)
        store = make_store(settings.oops_database_url)
        clock = DatabaseClock(store) if now is None and not store.is_exclusive else None
        if clock is not None:
            await clock.compare()
    except BaseException:
        await http.close()
        raise
    now = now or clock or system_clock
    oops = await _assembled(settings, store, client, identity=identity, http=http, now=now, clock=clock)
    _connect(oops)
    return oops


async def _assembled(
    settings: Settings,
    store: Store,
    client: AsyncWebClient,
    *,
    identity: Identity,
    http: ClientSession,
    now: Callable[[], datetime],
    clock: DatabaseClock | None,
) -> Oops:
    """Return the bot's parts, in a workspace that is known to the database; they do not call each other yet."""
    workspace = await store.run(
        slack_facts.install_workspace, identity, now=now(), response_channel=settings.oops_response_channel
    )
    sender = Sender(store, client, now, pace=settings.pace)
    return Oops(
        settings=settings,
        store=store,
        bolt=bolt_app(client, identity, bot_token=settings.slack_bot_token.get_secret_value()),
        client=client,
        identity=identity,
        workspace_id=key(workspace),
        sender=sender,
        resolver=Resolver(store, client, now, on_found=sender.tell_that_it_is_there),
        directory=Directory(store, client, now, identity),
        evidence=EvidenceKeeper(store, client, http, now),
        due=DueWork(store, settings.pace),
        tasks=KeptTasks(),
        now=now,
        http=http,
        clock=clock,
    )


def _connect(oops: Oops) -> None:
    """Let what happens in one part go on in another: what is written is sent, what is posted is linked, what Slack sends is heard."""
    store, directory, client, now = oops.store, oops.directory, oops.client, oops.now
    loop = asyncio.get_running_loop()
    store.on_wake = lambda: loop.call_soon_threadsafe(oops.sender.wake)
    oops.sender.on_plan_settled = partial(link_answer, store, directory, client, now)
    oops.sender.calls.before_record = partial(directory.learn_names, oops.workspace_id)
    again = directory.put_off
    directory.on_left = lambda left: oops.tasks.start(draw_homes(store, client, now, left, put_off=again))
    oops.sender.on_left = oops.resolver.on_left = directory.on_left
    listen(oops.bolt, oops.identity, oops.visit_by)
