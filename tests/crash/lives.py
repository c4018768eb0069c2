"""One life of the bot in a process of its own: the real parts, with a store and a client that can end it at a named point.

A life is forked from a process that has everything imported, so that starting again and again costs little.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy import func
from sqlmodel import Session, select

from bot import outbox, schedule
from bot.app import build_app
from bot.logs import write_logs_to
from bot.models import Case
from bot.outbox import settling
from bot.serving import run
from bot.settings import Settings
from bot.slack.client import SlackClient
from bot.states import OutboxState
from bot.storage import Store
from bot.storage.engine import make_engine

START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
DIED = 9
TOKEN, SECRET = "xoxb-playground", "playground-signing-secret"
IDLE_MS = 2000
"""As ``bot.storage.engine`` has it, in the hurry of these tests."""
LOOK_UPS = ("conversations.history", "conversations.replies")


class Point(StrEnum):
    """Where a life may end, or stand still."""

    BEFORE_COMMIT = "before the commit"
    BEFORE_ACK = "after the commit and before the ack"
    AFTER_CLAIM = "after the claim"
    BEFORE_HTTP = "before the call"
    BEFORE_ANSWER = "after Slack has accepted and before its answer"
    BEFORE_SENT = "after the answer and before it is written down"
    IN_TICK = "inside the tick"
    IN_LOOK_UP = "inside a look-up"


@dataclass(frozen=True)
class HurriedClock:
    """Real time, ``speed`` times as fast from the moment it was made; every process that has it agrees."""

    speed: float = 20
    made_at: float = field(default_factory=time.time)

    def __call__(self) -> datetime:
        return START + timedelta(seconds=(time.time() - self.made_at) * self.speed)

    def real_seconds(self, seconds: float) -> float:
        """Return how long so many of its seconds are."""
        return seconds / self.speed


@dataclass
class Life:
    """What a process needs to live: ``point`` is where it ends, or with ``stands_still`` stops itself once like a paused machine."""

    database_url: str
    api_url: str
    port: int
    log: Path
    clock: HurriedClock
    check_ins: str = ""
    app_token: str = ""
    point: Point | None = None
    stands_still: bool = False

    def settings(self) -> Settings:
        """Return the settings of this life."""
        return Settings(
            slack_bot_token=SecretStr(TOKEN),
            slack_signing_secret=SecretStr(SECRET),
            slack_app_token=SecretStr(self.app_token),
            slack_api_url=self.api_url,
            oops_database_url=self.database_url,
            oops_response_channel="CRESPONSE",
            oops_port=self.port,
            oops_check_ins=self.check_ins,
        )

    def ends(self, point: Point) -> None:
        """End, or stand still, if this is the point."""
        if point is not self.point:
            return
        if self.stands_still:
            self.point = None  # whoever is let go on comes here again
            os.kill(os.getpid(), signal.SIGSTOP)
        else:
            os._exit(DIED)


class MortalStore(Store):
    """A store in whose transactions, or right after them, a life may end."""

    def __init__(self, url: str, *, life: Life) -> None:
        super().__init__(url, make_engine=partial(make_engine, idle_ms=IDLE_MS))
        self._life = life

    async def run(self, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return await self._watched(super().run, verb, args, kwargs)

    async def run_behind(self, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return await self._watched(super().run_behind, verb, args, kwargs)

    async def _watched(
        self,
        run: Callable[..., Coroutine[Any, Any, Any]],
        verb: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        opened: list[int] = []
        if verb is settling.settle and args[1] is OutboxState.SENT:
            self._life.ends(Point.BEFORE_SENT)

        def watched(session: Session) -> Any:
            before = _cases(session)
            result = verb(session, *args, **kwargs)
            if (now := _cases(session)) > before:
                opened.append(now)
                self._life.ends(Point.BEFORE_COMMIT)
            if verb is schedule.ask_due_check_ins and result:
                self._life.ends(Point.IN_TICK)
            return result

        result = await run(watched)
        if opened:
            self._life.ends(Point.BEFORE_ACK)
        if verb is outbox.claim and result:
            self._life.ends(Point.AFTER_CLAIM)
        return result


def _cases(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Case)).one()


class MortalClient(SlackClient):
    """A client around whose calls a life may end."""

    def __init__(self, *, life: Life, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._life = life

    async def api_call(self, api_method: str, **kwargs: Any) -> Any:
        if api_method == "chat.postMessage":
            self._life.ends(Point.BEFORE_HTTP)
            if self._life.point is Point.BEFORE_ANSWER:
                await self._end_when_accepted(super().api_call(api_method, **kwargs), kwargs)
        answer = await super().api_call(api_method, **kwargs)
        if api_method in LOOK_UPS:
            self._life.ends(Point.IN_LOOK_UP)
        return answer

    async def _end_when_accepted(self, call: Coroutine[Any, Any, Any], said: dict[str, Any]) -> None:
        """Make the call, which Slack answers late, and end as soon as the message is there."""
        posted = asyncio.create_task(call)
        channel = said["json"]["channel"]
        while True:
            seen: Any = await super().api_call(
                "conversations.history", json={"channel": channel, "include_all_metadata": True}
            )
            if any(message.get("metadata") == said["json"]["metadata"] for message in seen["messages"]):
                self._life.ends(Point.BEFORE_ANSWER)
            assert not posted.done(), "Slack answered too soon"
            await asyncio.sleep(0.01)


def live(life: Life) -> None:
    """Run the bot until it is told to stop, or its point comes."""
    with life.log.open("a") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        sys.stderr = log
        write_logs_to(log)
        try:
            asyncio.run(_live(life))
        except Exception:
            traceback.print_exc()  # here, since the log is closed when multiprocessing would say it
            raise


async def _live(life: Life) -> None:
    await run(
        await build_app(
            life.settings(),
            now=life.clock,
            make_store=lambda url: MortalStore(url, life=life),
            make_client=lambda **given: MortalClient(life=life, **given),
        )
    )


_FORKS = multiprocessing.get_context("forkserver")


def begin(life: Life) -> multiprocessing.process.BaseProcess:
    """Start a process that lives it."""
    _FORKS.set_forkserver_preload(["tests.crash.lives"])
    process = _FORKS.Process(target=live, args=(life,), daemon=True)
    process.start()
    return process


def ends_of(processes: Sequence[multiprocessing.process.BaseProcess]) -> None:
    """End every process that still lives."""
    for process in processes:
        if process.is_alive() and process.pid is not None:
            os.kill(process.pid, signal.SIGCONT)
            process.kill()
        process.join()
