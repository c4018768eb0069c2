"""Somebody joins or leaves a channel: what the drafts there say of who may approve them follows."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from bot import approvers
from bot.cases.timeline import redraw_draft
from bot.draft_kinds import needs_approval
from bot.models import Approval, Brand, Case, Draft, DraftVersion, key
from bot.states import UNAPPROVED, CaseState

_MOST_DRAFTS = 50


def redraw_drafts_in(
    session: Session,
    workspace_id: int,
    channel_id: str,
    *,
    before: Sequence[str],
    after: Sequence[str],
    now: datetime,
) -> None:
    """Have the newest drafts of a channel drawn again for which it makes a difference who is in it now: nobody may be asked to invite who is there."""
    waiting = _waiting_in(session, workspace_id, channel_id)
    allowed = approvers.approvers_by_brand(session, [brand for *_, brand in waiting])
    for draft, version, case, brand in waiting:
        given = set(session.exec(select(Approval.by).where(Approval.version_id == key(version))))
        lacking = [
            _lacking(brand, version, allowed[key(brand)], given=given, members=members)
            for members in (before, after)
        ]
        if lacking[0] != lacking[1]:
            redraw_draft(session, case, draft, now=now)


def _waiting_in(
    session: Session, workspace_id: int, channel_id: str
) -> list[tuple[Draft, DraftVersion, Case, Brand]]:
    """Return what waits for approval in a channel, each with its newest version."""
    rows = session.exec(
        select(Draft, DraftVersion, Case, Brand)
        .join(Case, col(Case.id) == Draft.case_id)
        .join(Brand, col(Brand.id) == Case.brand_id)
        .join(
            DraftVersion,
            (col(DraftVersion.draft_id) == Draft.id) & (col(DraftVersion.number) == Draft.newest),
        )
        .where(
            Case.workspace_id == workspace_id,
            Case.channel_id == channel_id,
            Case.state != CaseState.CLOSED,
            col(Draft.state).in_(UNAPPROVED),
        )
        .order_by(col(Draft.id).desc())
        .limit(_MOST_DRAFTS)
    )
    return [row for row in rows if needs_approval(row[0].kind)]


def _lacking(
    brand: Brand,
    version: DraftVersion,
    allowed: approvers.Approvers,
    *,
    given: set[str],
    members: Sequence[str],
) -> int | None:
    """Return how many approvals nobody of these members can give; None while that is not known."""
    still = approvers.may_still_approve(brand, version, allowed, given=given, members=members)
    return None if still is None else max(0, brand.approvals_needed - len(given) - still)
