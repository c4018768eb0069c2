"""``oops doctor``: a line for each thing that has to be right, and for each that is not, the one thing to do next."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import ClientSession, ClientTimeout
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.brands.unkept import Unkept, unkept_settings
from bot.doctor import rows
from bot.doctor.check import AGAIN, Check, Mark, failed, failed_by, hint, not_checked, ok
from bot.doctor.slack import (
    check_bot_token,
    check_channels,
    check_clock,
    check_connection,
    check_scopes,
    hear,
)
from bot.doctor.tick import check_tick, span
from bot.errors import OopsError
from bot.models import case_name
from bot.offline import offline_session
from bot.settings import Settings, unknown_settings
from bot.slack.client import SlackClient
from bot.storage.engine import sqlite_path
from bot.storage.trouble import DAMAGED, FULL, READ_ONLY, STEPS, StoreBusy
from bot.storage.writable import LEAST_FREE, free_bytes, prove_writable

CALL_SECONDS = 10
LATE = timedelta(minutes=2)
"""The bot ticks every second and sends at once: what has waited for so long waits for a bot that does not run."""
_SERVE = "Start `oops serve`."

__all__ = ["Check", "Mark", "examine"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the database says; without one that can be used, ``check`` says why, and nothing else is known."""

    check: Check
    channels: list[tuple[str, str]]
    waiting: rows.Waiting | None = None
    overdue: tuple[str, datetime] | None = None
    unkept: Sequence[Unkept] = ()


async def examine(
    settings: Settings, *, now: Callable[[], datetime], environment: Iterable[str] = ()
) -> list[Check]:
    """Look at everything and return what was found; nothing is changed, and nothing is said in Slack.

    ``environment`` are the names that are set: what only looks like a setting is told.
    """
    async with ClientSession(timeout=ClientTimeout(total=CALL_SECONDS)) as http:
        client = SlackClient(
            token=settings.slack_bot_token.get_secret_value(),
            base_url=settings.slack_api_url,
            session=http,
            timeout=CALL_SECONDS,
            retry_handlers=[],
        )
        heard = await hear(client)
        seen = await asyncio.to_thread(look_into_database, settings, team_id=heard.team_id, now=now())
        return [
            *check_names(environment),
            check_bot_token(heard, settings),
            check_scopes(heard),
            await check_connection(client, settings),
            check_clock(heard, now=now()),
            seen.check,
            *await check_channels(client, heard, seen.channels),
            *check_brands(seen.unkept),
            check_outbox(seen, now=now()),
            await check_tick(http, settings, database=seen.check, overdue=seen.overdue, now=now()),
        ]


def check_names(environment: Iterable[str]) -> list[Check]:
    """Return a hint for each name that looks like a setting of oops and is none; nothing where there is none."""
    return [
        hint(
            name,
            "oops has no such setting and does not read it",
            f"If {near} is meant, set that, else take it out." if near else "Take it out.",
        )
        for name, near in unknown_settings(environment).items()
    ]


def look_into_database(settings: Settings, *, team_id: str, now: datetime) -> Seen:
    """Return what the database says: whether it can be used, the channels to ask about, and what waits."""
    url, fallback = settings.oops_database_url, settings.oops_response_channel
    without = [("OOPS_RESPONSE_CHANNEL", fallback)] if fallback else []
    try:
        with offline_session(url, is_writer=True) as session:
            prove_writable(session)
        with offline_session(url) as session:
            if found := rows.damage(session):
                return Seen(failed("database", f"{DAMAGED}: {found}", STEPS[DAMAGED]), without)
            channels = rows.response_channels(session, team_id, fallback)
            return Seen(
                _check_usable(sqlite_path(url)),
                channels or without,
                rows.waiting_outbox(session),
                _overdue(session, before=now - LATE),
                unkept_settings(session),
            )
    except StoreBusy as busy:
        return Seen(check_trouble(busy), without)
    except OopsError as error:
        return Seen(failed_by("database", error), without)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or type(error).__name__).splitlines()[0]
        return Seen(failed("database", f"it cannot be written to: {reason}", STEPS[READ_ONLY]), without)


def _overdue(session: Session, *, before: datetime) -> tuple[str, datetime] | None:
    """Return what has been due for longest and was not done, and since when."""
    check_in, report_due = (
        rows.overdue_check_in(session, before=before),
        rows.overdue_report(session, before=before),
    )
    late = [("a report that was received", report_due)] if report_due else []
    late += [(f"a check-in of {case_name(check_in[0])}", check_in[1])] if check_in else []
    return min(late, key=lambda each: each[1], default=None)


def check_room(path: str, *, free: int) -> Check:
    """Return whether the file can grow."""
    if free < LEAST_FREE:
        return failed("database", f"{FULL}: {free // 1024} KB are left for {path}", STEPS[FULL])
    return ok("database", f"{path}, newest schema, writable")


def _check_usable(path: str | None) -> Check:
    if path is None:
        return ok("database", "PostgreSQL, newest schema, writable")
    return check_room(path, free=free_bytes(path))


def check_trouble(busy: StoreBusy) -> Check:
    """Return what keeps the database from being used, and what whoever runs oops does about it."""
    return failed("database", busy.reason or "it is busy", STEPS.get(busy.reason, AGAIN))


def check_brands(unkept: Sequence[Unkept]) -> list[Check]:
    """Return a check for each setting of a brand that cannot be kept; nothing where all can."""
    step = "Choose another one in `/oops settings`, under “Hours and check-ins”."
    return [
        failed(f"{one.setting} of {one.name}", f"“{one.value}” cannot be kept: {one.instead}", step)
        for one in unkept
    ]


def check_outbox(seen: Seen, *, now: datetime) -> Check:
    """Return whether everything that was to be said in Slack got there."""
    name, waiting = "outbox", seen.waiting
    if waiting is None:
        return not_checked(name, "the database comes first")
    if waiting.failed:
        first = waiting.failed[0]
        text = f"{len(waiting.failed)} could not be said, the first in {first.channel_id}: {first.error}"
        return failed(name, text, first.next_step)
    if waiting.oldest is not None and now - waiting.oldest > LATE:
        return failed(
            name, f"{waiting.pending} wait to be said, the oldest for {span(now - waiting.oldest)}", _SERVE
        )
    uncertain = f"; {waiting.uncertain} may have been said, and are looked for" if waiting.uncertain else ""
    return ok(name, f"nothing failed, {waiting.pending} to be said{uncertain}")
