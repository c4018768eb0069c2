"""What others say to a draft: approving it, asking for changes, putting it aside. Approval is bound to exactly one version, the newest."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot import access, approvers
from bot.cases.counsel import follow_wording
from bot.cases.drafting import OpenDraft, advance, draft_for, require_newest
from bot.cases.judging import NoLongerFits
from bot.cases.plan_drafts import settle_main
from bot.cases.planning import newest_decision
from bot.cases.tasks import tick_what_got_words_out
from bot.cases.timeline import Moved, note, redraw_draft, redraw_newest_offer, tell
from bot.draft_kinds import DraftKind, has_gap, kinds_for, needs_approval
from bot.errors import OopsError
from bot.event_kinds import EventKind, NoticeKind
from bot.models import Approval, Draft, key
from bot.states import EDITABLE, UNAPPROVED, DraftState
from bot.storage import queries
from bot.waiting_drafts import goes_out_at_once


def approve_draft(session: Session, version_id: int, *, by: str, now: datetime) -> Draft:
    """Approve exactly this version and return its draft.

    Somebody who has approved it settles it by approving again once fewer approvals are needed than were: a setting alone
    approves nothing. Raises DraftMoved (not the newest), Moved (approved already), NotAnApprover, StaleGroup, OopsError for a
    gap, NoLongerFits, NoSuchCase, CaseClosed.
    """
    opened = draft_for(session, version_id, by=by, now=now)
    require_newest(session, opened, (*UNAPPROVED, DraftState.PUBLISHED))
    _require_approver(session, opened, by=by, now=now)
    _require_fit(opened)
    approvals, is_own = _with_this_one(session, opened, by=by, now=now), opened.version.author == by
    is_enough = _count(session, opened, approvals, by=by, now=now)
    said: dict[str, Any] = {"draft": opened.draft.kind, "number": opened.version.number, "is_own": is_own}
    if is_enough:
        said["settled"] = key(opened.draft)
    stands_in = approvers.approvers_of(session, opened.brand).stand_in == by
    note(session, opened.case, EventKind.DRAFT_APPROVED, by=by, now=now, **said, stands_in=stands_in)
    redraw_draft(session, opened.case, opened.draft, now=now)
    redraw_newest_offer(session, opened.case, now=now)
    return opened.draft


def _require_fit(opened: OpenDraft) -> None:
    """Raise OopsError for a gap, and for a text that does not fit the facts of now; one that is out is approved as it went out."""
    if has_gap(opened.version.text):
        raise OopsError(
            "Something still has to be filled in: edit the draft and replace what stands in [[…]]."
        )
    if opened.version.in_the_way and opened.draft.state is not DraftState.PUBLISHED:
        raise NoLongerFits(opened.version)


def _with_this_one(session: Session, opened: OpenDraft, *, by: str, now: datetime) -> int:
    """Write somebody's approval down and return how many there are. Raises Moved where they have given theirs and it settles nothing."""
    version_id = key(opened.version)
    given = queries.approvals_of(session, version_id)
    if all(approval.by != by for approval in given):
        session.add(Approval(version_id=version_id, by=by, is_own=opened.version.author == by, at=now))
        return len(given) + 1
    if opened.draft.state not in UNAPPROVED or len(given) < opened.brand.approvals_needed:
        raise Moved("You have already approved this version.")
    return len(given)


def _count(session: Session, opened: OpenDraft, approvals: int, *, by: str, now: datetime) -> bool:
    """Move the draft on where it has as many approvals as its brand asks for, and return whether it has.

    Of one that is out, who published it stays known; of one that is to be changed and has too few, who asked for that.
    """
    draft = opened.draft
    is_enough = approvals >= opened.brand.approvals_needed
    values: dict[str, Any] = {"note": "", **_reminded_no_more(draft)} if is_enough else {}
    if draft.state is DraftState.PROPOSED or (is_enough and draft.state is DraftState.CHANGES_REQUESTED):
        state = DraftState.APPROVED if is_enough else draft.state
        values |= {"state": state, "acted_by": by, "acted_at": now}
    advance(session, opened, **values)
    if is_enough and draft.kind is DraftKind.HOLDING_STATEMENT:
        tick_what_got_words_out(session, opened.case, draft, by=by, now=now)
    return is_enough


def _reminded_no_more(draft: Draft) -> dict[str, Any]:
    """Return what ends the reminders of a draft that waits for no approval now; of one that goes out at once they end when it is out."""
    return {} if goes_out_at_once(draft) else {"remind_at": None}


def request_changes(session: Session, version_id: int, reason: str, *, by: str, now: datetime) -> Draft:
    """Ask for changes with a reason and return the draft; the author is told, or the lead where the author is not in the channel.

    Raises DraftMoved, NoSuchCase, CaseClosed.
    """
    opened = draft_for(session, version_id, by=by, now=now)
    require_newest(session, opened, EDITABLE)
    case, draft = opened.case, opened.draft
    if (draft.state, draft.note, draft.acted_by) == (DraftState.CHANGES_REQUESTED, reason, by):
        return draft  # delivered twice
    asked: dict[str, Any] = {"state": DraftState.CHANGES_REQUESTED, "note": reason}
    advance(session, opened, **asked, **_reminded_no_more(draft), acted_by=by, acted_at=now)
    said: dict[str, Any] = {"by": by, "draft": draft.kind, "reason": reason}
    note(session, case, EventKind.CHANGES_REQUESTED, now=now, number=opened.version.number, **said)
    redraw_draft(session, case, draft, now=now)
    told = _who_changes_it(session, opened)
    if told is not None and told != by:
        name = f"changes:{version_id}:{draft.version}"
        tell(session, case, told, NoticeKind.CHANGES_REQUESTED, now=now, name=name, **said)
    return draft


def discard_draft(session: Session, version_id: int, *, by: str, now: datetime) -> Draft:
    """Put a draft aside and return it. Raises DraftMoved, NoSuchCase, CaseClosed."""
    opened = draft_for(session, version_id, by=by, now=now)
    require_newest(session, opened, EDITABLE)
    advance(session, opened, state=DraftState.DISCARDED, note="", acted_by=by, acted_at=now)
    follow_wording(session, opened.case, now=now)
    note(session, opened.case, EventKind.DRAFT_DISCARDED, by=by, now=now, draft=opened.draft.kind)
    decision = newest_decision(session, key(opened.case))
    settle_main(session, opened.case, kinds_for(decision.plan, decision.report), now=now)
    redraw_draft(session, opened.case, opened.draft, now=now)
    redraw_newest_offer(session, opened.case, now=now)
    return opened.draft


def _who_changes_it(session: Session, opened: OpenDraft) -> str | None:
    """Return who is told what should be different: the author, else the lead; none of them who is not in the channel and sees no drafts."""
    asked = (opened.version.author, opened.case.lead)
    return next((one for one in asked if one and access.is_known_member(session, opened.case, one)), None)


def _require_approver(session: Session, opened: OpenDraft, *, by: str, now: datetime) -> None:
    if not needs_approval(opened.draft.kind):
        raise OopsError(f"{opened.draft.kind.label} need no approval: use them when you call.")
    members = access.members_of(session, opened.case, now=now)
    why_not = approvers.why_not_approve(session, opened.brand, opened.version, by, members=members, now=now)
    if why_not is not None:
        raise access.NotAnApprover(why_not)
