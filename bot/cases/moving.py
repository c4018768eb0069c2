"""Moving a case to a private channel: from a direct message with its whole story, or from a channel that refused its plan."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, exists, select

from bot import access
from bot.cards.handling import MoveCard
from bot.cases.timeline import Moved, move, note, require_open, say_in_thread
from bot.event_kinds import EventKind, NoteKind
from bot.models import Brand, Case, Evidence, Outbox, Workspace
from bot.outbox.moving import move_messages, say_elsewhere, was_never_said
from bot.response_channels import usable_channel
from bot.states import CaseState, EvidenceState, OutboxState, Surface
from bot.storage import get


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


def say_where_it_can_be(
    session: Session, workspace_id: int, *where: Any, now: datetime, by: str | None = None
) -> int:
    """Have open cases whose plan was refused in their channel said in the one that their brand has now; return how many.

    ``where`` narrows down which. One that was said, or may have been, stays where it is: its people follow it there.
    """
    workspace = get(session, Workspace, workspace_id)
    moved = 0
    for case, brand in _refused_cases(session, workspace_id, *where):
        channel_id = brand.response_channel or workspace.response_channel
        if channel_id in {"", case.channel_id} or not was_never_said(session, case):
            continue
        move(session, case, channel_id=channel_id)
        say_elsewhere(session, case, now=now)
        note(session, case, EventKind.CASE_MOVED, by=by, now=now, channel_id=channel_id)
        moved += 1
    return moved


def _refused_cases(session: Session, workspace_id: int, *where: Any) -> Sequence[tuple[Case, Brand]]:
    """Return the open cases, with their brands, of which a plan was refused in a channel; nobody else changes them meanwhile."""
    is_refused = exists().where(
        col(Outbox.case_id) == Case.id, col(Outbox.is_root), col(Outbox.state) == OutboxState.FAILED
    )
    return session.exec(
        select(Case, Brand)
        .join(Brand, col(Brand.id) == Case.brand_id)
        .where(
            Case.workspace_id == workspace_id,
            Case.state != CaseState.CLOSED,
            Case.channel_id != Case.reporter,
            col(Case.is_exercise).is_(False),
            is_refused,
            *where,
        )
        .order_by(col(Case.id))
        .with_for_update(key_share=True, of=Case)
        .execution_options(populate_existing=True)
    ).all()


def _movable(session: Session, case_id: int, *, by: str, now: datetime) -> Case:
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    if not case.is_direct:
        raise Moved(f"{case.name} is in <#{case.channel_id}> already.")
    return case
