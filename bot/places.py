"""Whether what somebody clicked in is a message of the case that its button means.

The rows' ids begin again where a backup was restored: a message that was said after the backup carries ids that are another
case's by now, or another draft's.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, or_
from sqlmodel import Session, col, exists, select

from bot.errors import OopsError
from bot.models import Case, CheckIn, Draft, Message, Outbox, key
from bot.outbox.reasons import MAYBE_SAID
from bot.states import OutboxState, Surface
from bot.storage import ask

_CLICKED_IN = "clicked_in"
_TS = re.compile(r"\d{1,15}\.\d{1,15}")
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


class UnknownMessage(OopsError):
    """The message is not one that the database has said of this case."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing was changed: oops does not know this message any more. It is from before oops's database was restored "
            "from a backup, or was said a second time since. `/oops list` shows your cases; use the newest plan and its thread. "
            "If the case is not there, report it again."
        )


def note_place(session: Session, place: Place | None) -> None:
    """Remember in which message the click was that this unit of work is for; None for a view, a command or a form."""
    session.info[_CLICKED_IN] = place


def require_known_place(session: Session, case: Case, part: Draft | CheckIn | None = None) -> None:
    """Raise UnknownMessage for a click in a message that is not the case's, or not that part's.

    One whose ts is not noted yet, since the answer to the call that said it is on its way or was lost, may be the one.
    """
    place: Place | None = session.info.get(_CLICKED_IN)
    if place is None:
        return
    asked: dict[str, Any] = {"case_id": key(case), "channel_id": place.channel_id, "ts": place.ts}
    if part is not None:
        asked["subject_id"] = part.id
    surface = _SURFACES[type(part)] if part is not None else None
    if ask(session, _message_of(surface), **asked).first() is None:
        raise UnknownMessage


@cache
def _message_of(surface: Surface | None) -> Select[Any]:
    """Return the question for a message of a case at a place: of any part, or the ``surface`` of one, which may have been moved."""
    here = and_(
        col(Message.ts) == bindparam("ts"),
        or_(
            col(Message.posted_to) == bindparam("channel_id"),
            col(Message.channel_id) == bindparam("channel_id"),
        ),
    )
    own = (
        (
            col(Message.subject_id) == bindparam("subject_id"),
            col(Message.surface).in_([surface, Surface.MOVED]),
        )
        if surface is not None
        else ()
    )
    return (
        select(Message.id)
        .where(
            or_(
                col(Message.case_id) == bindparam("case_id"),
                col(Message.about_case_id) == bindparam("case_id"),
            ),
            or_(here, and_(col(Message.ts).is_(None), _maybe_said())),
            *own,
        )
        .limit(1)
    )


def _maybe_said() -> Any:
    """Return the condition that a message may stand in Slack although nobody has noted where."""
    return exists().where(
        col(Outbox.message_id) == Message.id,
        or_(
            col(Outbox.state) == OutboxState.SENDING,
            col(Outbox.state) == OutboxState.UNCERTAIN,
            and_(
                col(Outbox.state) == OutboxState.FAILED,
                col(Outbox.error).startswith(MAYBE_SAID, autoescape=True),
            ),
        ),
    )
