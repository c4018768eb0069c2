"""Moving a case that began in a direct message to a private channel, with its whole story."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from bot import access
from bot.brands.cards import MoveCard
from bot.cases.timeline import Moved, move, note, require_open, say_in_thread
from bot.event_kinds import EventKind, NoteKind
from bot.models import Case, Evidence
from bot.outbox.moving import move_messages
from bot.response_channels import usable_channel
from bot.states import EvidenceState, Surface


def move_card(session: Session, case_id: int, *, by: str, now: datetime) -> MoveCard:
    """Return what the form is drawn from. Raises NoSuchCase, CaseClosed, Moved."""
    case = _movable(session, case_id, by=by, now=now)
    brand = access.brand_of(session, case)
    return MoveCard(case_id=case_id, case_name=case.name, suggested=brand.response_channel or "")


def move_case(session: Session, case_id: int, channel_id: str, *, by: str, now: datetime) -> Case:
    """Move a case to a private channel and return it: everything is said there once more, and who may see it follows the channel.

    Raises NoSuchCase, CaseClosed, Moved (it has been moved already), InvalidAnswer (why not there), StaleChannel.
    """
    case = _movable(session, case_id, by=by, now=now)
    chosen = usable_channel(session, case.workspace_id, channel_id, by, now=now)
    move(session, case, channel_id=chosen)
    move_messages(session, case, now=now)
    session.execute(  # put into the new thread as well
        update(Evidence)
        .where(col(Evidence.case_id) == case.id, col(Evidence.state) == EvidenceState.KEPT)
        .values(state=EvidenceState.WANTED, tries=0, not_before=None)
    )
    note(session, case, EventKind.CASE_MOVED, by=by, now=now, channel_id=chosen)
    say_in_thread(session, case, Surface.NOTE, "case_moved", now=now, kind=NoteKind.CASE_MOVED, by=by)
    return case


def _movable(session: Session, case_id: int, *, by: str, now: datetime) -> Case:
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(case)
    if not access.is_direct(case):
        raise Moved(f"{case.name} is in <#{case.channel_id}> already.")
    return case
