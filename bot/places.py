"""Whether what somebody clicked in is a message of the case that its button means.

The rows' ids begin again where a backup was restored: a message that was said after the backup carries ids that are another
case's by now, or another draft's. Such a message is older than the case, or the draft, that it seems to be of.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Executable, bindparam, or_, select
from sqlmodel import Session, col

from bot.errors import OopsError
from bot.models import Case, CheckIn, Draft, Message, key
from bot.states import Surface
from bot.storage import ask, queries

SKEW = timedelta(minutes=1)
"""How far Slack's clock, which is in a message's ts, may be behind ours."""
_CLICKED_IN = "clicked_in"
_TS = re.compile(r"\d{10}\.\d{6}")
"""As Slack writes it (docs.slack.dev, messages): seconds and their millionths."""
_SURFACES: dict[type[Any], Surface] = {Draft: Surface.DRAFT, CheckIn: Surface.CHECK_IN}
"""Parts of a case that have a message of their own, which holds their buttons."""


@dataclass(frozen=True, slots=True)
class Place:
    """A message in Slack."""

    channel_id: str
    ts: str

    @classmethod
    def of(cls, channel_id: object, ts: object) -> "Place | None":
        """Return the message with these ids, or None where they are none."""
        is_place = isinstance(channel_id, str) and isinstance(ts, str) and _TS.fullmatch(ts) is not None
        return cls(str(channel_id), str(ts)) if is_place else None

    @property
    def said_at(self) -> datetime:
        """Return when Slack took it."""
        return datetime.fromtimestamp(float(self.ts), UTC)


class UnknownMessage(OopsError):
    """The message is not one that the database has said of this case."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing was changed: oops does not know this message any more. It is from before oops's database was restored "
            "from a backup. `/oops list` shows your cases; use the newest plan and its thread. "
            "If the case is not there, report it again."
        )


def note_place(session: Session, place: Place | None) -> None:
    """Remember in which message the click was that this unit of work is for; None for a view, a command or a form."""
    session.info[_CLICKED_IN] = place


def require_known_place(session: Session, case: Case, part: Draft | CheckIn | None = None) -> None:
    """Raise UnknownMessage for a click in another part's message, or in one that the case does not know and that is older than it.

    A newer one that it does not know may be its own: where it stands is noted once the call that said it was answered.
    """
    place: Place | None = session.info.get(_CLICKED_IN)
    if place is None:
        return
    asked = {"case_id": key(case), "channel_id": place.channel_id, "ts": place.ts}
    known = ask(session, _message_there(), **asked).first()
    if known is None:
        is_ours = place.said_at >= _there_since(session, case, part) - SKEW
    else:
        surface, subject_id = known
        is_ours = part is None or surface is not _SURFACES[type(part)] or subject_id == part.id
    if not is_ours:
        raise UnknownMessage


@cache
def _message_there() -> Executable:
    """Return the question for a case's message at a place: its surface, and the row that it shows."""
    return (
        select(col(Message.surface), col(Message.subject_id))
        .where(
            or_(
                col(Message.case_id) == bindparam("case_id"),
                col(Message.about_case_id) == bindparam("case_id"),
            ),
            col(Message.ts) == bindparam("ts"),
            or_(
                col(Message.posted_to) == bindparam("channel_id"),
                col(Message.channel_id) == bindparam("channel_id"),
            ),
        )
        .limit(1)
    )


def _there_since(session: Session, case: Case, part: Draft | CheckIn | None) -> datetime:
    """Return since when a case, or a part of it, can have had a message."""
    if isinstance(part, CheckIn):
        return part.asked_at or case.opened_at
    if part is None:
        return case.opened_at
    return queries.versions_of(session, key(part))[0].created_at
