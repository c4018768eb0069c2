"""Saying that a draft is out: what has to be true before, and what follows."""

from datetime import datetime

from sqlmodel import Session

from bot.cases.alike import redraw_open_ones_alike
from bot.cases.calls import is_waiting_for_call
from bot.cases.drafting import OpenDraft, advance, draft_for, require_newest
from bot.cases.tasks import tick_what_got_words_out
from bot.cases.timeline import announce, move, note, redraw_draft, redraw_newest_offer
from bot.draft_kinds import is_public, may_publish_before_approval, needs_approval
from bot.errors import OopsError
from bot.event_kinds import EventKind
from bot.models import Case, Draft, key
from bot.plan import Level
from bot.states import EDITABLE, CaseState, DraftState


def publish_draft(
    session: Session,
    version_id: int,
    *,
    by: str,
    now: datetime,
    where: str = "",
    link: str = "",
    override: str = "",
) -> Draft:
    """Write down that a draft went out and return it; the main one ticks off its task and sets the case to watching.

    Raises DraftMoved, OopsError (not approved, or a named owner has to be called first and the lead gave no reason), NoSuchCase.
    """
    opened = draft_for(session, version_id, by=by, now=now)
    require_newest(session, opened, EDITABLE)
    _require_publishable(session, opened, by=by, override=override, now=now)
    out = {"published_where": where, "published_link": link, "note": "", "reminders": 0}
    advance(session, opened, state=DraftState.PUBLISHED, acted_by=by, acted_at=now, **out)
    said = {"draft": opened.draft.kind, "where": where, "link": link}
    note(session, opened.case, EventKind.DRAFT_PUBLISHED, by=by, now=now, **said)
    tick_what_got_words_out(session, opened.case, opened.draft, by=by, now=now)
    # At a quiet fix the steps are what counts, and the draft is for whoever asks.
    is_left = opened.case.level is Level.QUIET_FIX or is_waiting_for_call(session, key(opened.case))
    if opened.draft.is_main and opened.case.state is CaseState.OPEN and not is_left:
        move(session, opened.case, state=CaseState.WATCHING)
    redraw_draft(session, opened.case, opened.draft, now=now)
    redraw_newest_offer(session, opened.case, now=now)
    if opened.draft.is_main:
        redraw_open_ones_alike(session, opened.case, now=now)
    return opened.draft


def require_lead(case: Case, *, by: str) -> None:
    """Return for whoever may let public words go out before the call that has to come first. Raises OopsError."""
    if case.lead != by:
        raise OopsError(
            "Somebody has to be called before any public word. Only the case's lead can publish before that call: "
            "tick the call in the plan when it is made, or take the lead."
        )


def _require_publishable(
    session: Session, opened: OpenDraft, *, by: str, override: str, now: datetime
) -> None:
    kind = opened.draft.kind
    is_approved = opened.draft.state is DraftState.APPROVED
    if needs_approval(kind) and not is_approved and not may_publish_before_approval(kind):
        raise OopsError(
            "This version has not been approved yet. Approve it first, then mark it as published."
        )
    if not is_public(kind) or not is_waiting_for_call(session, key(opened.case)):
        return
    if not override.strip():
        raise OopsError(
            "Somebody has to be called before any public word: tick that task first. "
            "If it cannot wait, the lead can publish with a reason."
        )
    require_lead(opened.case, by=by)
    move(session, opened.case, call_override=override)
    once = f"overridden:{opened.case.version}"
    announce(session, opened.case, EventKind.CALL_OVERRIDDEN, once=once, by=by, now=now, reason=override)
