"""Whether what a reminder was about is settled: its message then says that instead."""

from typing import Any

from sqlmodel import Session

from bot import access
from bot.event_kinds import REMINDERS, NoteKind
from bot.models import Case, Draft, Message, key
from bot.states import UNAPPROVED, CaseState, DraftState
from bot.storage import get, queries

_BY_SOMEBODY = {DraftState.APPROVED, DraftState.DISCARDED, DraftState.CHANGES_REQUESTED}
"""States of a draft that say something of whoever acted last."""


def note_params(session: Session, message: Message) -> dict[str, Any]:
    """Return what a note is drawn from; of a reminder whose matter is settled also how (``settled``), and by whom (``settled_by``)."""
    params, kind = message.params, NoteKind(str(message.params["kind"]))
    if kind not in REMINDERS:
        return params
    if kind is NoteKind.LEAD_WANTED:
        return params | _lead(session, message)
    return params | _draft(session, message)


def _lead(session: Session, message: Message) -> dict[str, Any]:
    case = get(session, Case, message.case_id or 0)
    if case.lead is not None and case.lead != message.params.get("lead", message.params.get("before")):
        return {"settled": "led", "settled_by": case.lead}
    return {"settled": "closed"} if case.state is CaseState.CLOSED else {}


def _draft(session: Session, message: Message) -> dict[str, Any]:
    draft = get(session, Draft, message.subject_id or 0)
    if draft.newest > message.params.get("number", draft.newest):
        return {"settled": "saved"}
    if draft.state in _BY_SOMEBODY:
        return {"settled": draft.state, "settled_by": draft.acted_by}
    if not _still_waits(session, draft):
        return {"settled": draft.state}
    is_over = get(session, Case, draft.case_id).state is CaseState.CLOSED
    return {"settled": "closed"} if is_over else {}


def _still_waits(session: Session, draft: Draft) -> bool:
    """Return whether its approval is wanted, also where it went out before."""
    if draft.state is not DraftState.PUBLISHED:
        return draft.state in UNAPPROVED
    given = queries.approvals_of(session, key(queries.newest_version(session, draft)))
    brand = access.brand_of(session, get(session, Case, draft.case_id))
    return len(given) < brand.approvals_needed
