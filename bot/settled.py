"""Whether what a reminder was about is settled: its message then says that instead."""

from typing import Any

from sqlmodel import Session

from bot import access
from bot.doubts import is_written_before
from bot.event_kinds import REMINDERS, NoteKind
from bot.models import Case, Draft, Message, key
from bot.states import EDITABLE, UNAPPROVED, CaseState, DraftState
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
    if kind is NoteKind.NO_LONGER_FITS:
        return params | _misfit(session, message)
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
    case = get(session, Case, draft.case_id)
    if case.state is CaseState.CLOSED:
        return {"settled": "closed"}
    is_overtaken = is_written_before(session, case, access.brand_of(session, case), draft)
    return {"is_misfit": _is_misfit(session, draft), "is_overtaken": is_overtaken}


def _misfit(session: Session, message: Message) -> dict[str, Any]:
    """Return how it ended that a text did not fit its case: somebody changed it, nothing is done with it any more, or the facts did."""
    draft, case = get(session, Draft, message.subject_id or 0), get(session, Case, message.case_id or 0)
    if draft.newest > message.params.get("number", draft.newest):
        return {"settled": "saved"}
    if case.state is CaseState.CLOSED:
        return {"settled": "closed"}
    if draft.state not in EDITABLE:
        return {"settled": draft.state}
    return {} if _is_misfit(session, draft) else {"settled": "fits"}


def _is_misfit(session: Session, draft: Draft) -> bool:
    return draft.state in EDITABLE and bool(queries.newest_version(session, draft).in_the_way)


def _still_waits(session: Session, draft: Draft) -> bool:
    """Return whether its approval is wanted, also where it went out before."""
    if draft.state is not DraftState.PUBLISHED:
        return draft.state in UNAPPROVED
    given = queries.approvals_of(session, key(queries.newest_version(session, draft)))
    brand = access.brand_of(session, get(session, Case, draft.case_id))
    return len(given) < brand.approvals_needed
