"""Who is there to lead or to approve, or how many have to, changes: what plans and drafts say of it follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlmodel import Session, and_, col, or_, select

from bot import access, approvers, outbox
from bot.cases.timeline import redraw_draft, redraw_plan
from bot.draft_kinds import needs_approval
from bot.models import Approval, Brand, Case, Draft, DraftVersion, Message, key
from bot.states import EDITABLE, UNAPPROVED, CaseState, DraftState, GroupTrouble, Surface
from bot.storage import queries
from bot.waiting_drafts import EARLY, drafts_with_texts

APPROVAL_SETTINGS = frozenset({"approvals_needed", "approvers", "self_approval", "backup"})
"""The columns of a brand that a draft's message depends on: the backup stands in for approvers who are away."""
_MOST_DRAFTS = 50
_MOST_REDRAWN = 200
"""At once: Slack takes about one change a second in a channel."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A draft that waits for approval, with its newest version and who has approved that."""

    draft: Draft
    version: DraftVersion
    case: Case
    brand: Brand
    given: frozenset[str]


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
    waiting = _waiting(session, Case.workspace_id == workspace_id, Case.channel_id == channel_id)
    allowed = approvers.approvers_by_brand(session, [one.brand for one in waiting])
    for one in waiting:
        approving = allowed[key(one.brand)]
        if _lacking(one, approving, before) != _lacking(one, approving, after):
            redraw_draft(session, one.case, one.draft, now=now)


def redraw_led_in(
    session: Session,
    workspace_id: int,
    channel_id: str,
    *,
    before: Sequence[str],
    after: Sequence[str],
    now: datetime,
) -> None:
    """Have the plans and the waiting drafts of a channel drawn again whose lead has joined it or is no longer in it."""
    led = select(Case).where(
        Case.workspace_id == workspace_id,
        Case.channel_id == channel_id,
        Case.state != CaseState.CLOSED,
        col(Case.lead).is_not(None),
    )
    for case in session.exec(led).all():
        if access.is_outside(case.lead, before) == access.is_outside(case.lead, after):
            continue
        redraw_plan(session, case, now=now)
        waiting = select(Draft).where(Draft.case_id == key(case), col(Draft.state).in_(UNAPPROVED))
        for draft in session.exec(waiting).all():
            redraw_draft(session, case, draft, now=now)


def redraw_drafts_of(session: Session, brand: Brand, *, now: datetime) -> None:
    """Have the newest drafts of a brand's open cases drawn again with which something can be done, or whose approval is awaited."""
    is_early = and_(Draft.state == DraftState.PUBLISHED, col(Draft.kind).in_(EARLY))
    messages = session.exec(
        select(Message)
        .join(Draft, col(Draft.id) == Message.subject_id)
        .join(Case, col(Case.id) == Draft.case_id)
        .where(
            Message.surface == Surface.DRAFT,
            Case.brand_id == brand.id,
            Case.state != CaseState.CLOSED,
            or_(col(Draft.state).in_(EDITABLE), is_early),
        )
        .order_by(col(Draft.id).desc())
        .limit(_MOST_REDRAWN)
    ).all()
    outbox.redraw_all(session, messages, now=now)


def take_group(
    session: Session,
    workspace_id: int,
    group_id: str,
    members: Sequence[str],
    *,
    trouble: GroupTrouble | None = None,
    now: datetime,
) -> None:
    """Write down who is in a user group, or why that cannot be known; the newest drafts for which it makes a difference are drawn again."""
    remember = partial(
        approvers.remember_group, session, workspace_id, group_id, members, trouble=trouble, now=now
    )
    known = approvers.known_group(session, workspace_id, group_id)
    is_told_anew = trouble != (known.trouble if known is not None else None)
    if known is not None and not is_told_anew and {*members} == {*known.members}:
        remember()
        return
    brands = queries.all_brands_of(session, workspace_id)
    naming = [key(brand) for brand in brands if group_id in brand.approvers]
    waiting = _waiting(session, col(Case.brand_id).in_(naming))
    before = _all_lacking(session, waiting)
    remember()
    session.flush()
    for one, lacked, lacks in zip(waiting, before, _all_lacking(session, waiting), strict=True):
        if lacked != lacks or is_told_anew:
            redraw_draft(session, one.case, one.draft, now=now)


def _waiting(session: Session, *where: Any) -> list[_Waiting]:
    """Return what waits for approval in cases that are not closed, the newest first."""
    rows = session.exec(
        drafts_with_texts(*where, Case.state != CaseState.CLOSED, col(Draft.state).in_(UNAPPROVED))
        .order_by(col(Draft.id).desc())
        .limit(_MOST_DRAFTS)
    ).all()
    return [
        _Waiting(draft, version, case, brand, _given(session, version))
        for draft, version, case, brand in rows
        if needs_approval(draft.kind)
    ]


def _given(session: Session, version: DraftVersion) -> frozenset[str]:
    return frozenset(session.exec(select(Approval.by).where(Approval.version_id == key(version))))


def _all_lacking(session: Session, waiting: Sequence[_Waiting]) -> list[tuple[int, Sequence[str]] | None]:
    """Return for each what ``_lacking`` does, with who is in its channel and who may approve as the rows say now."""
    allowed = approvers.approvers_by_brand(session, [one.brand for one in waiting])
    return [
        _lacking(one, allowed[key(one.brand)], access.known_members(session, one.case)) for one in waiting
    ]


def _lacking(
    one: _Waiting, allowed: approvers.Approvers, members: Sequence[str]
) -> tuple[int, Sequence[str]] | None:
    """Return how many approvals nobody of these members can give, and who can give the others; None where none is lacking, as far as is known."""
    still = approvers.may_still_approve(one.brand, one.version, allowed, given=one.given, members=members)
    missing = one.brand.approvals_needed - len(one.given)
    return (missing - len(still), still) if still is not None and len(still) < missing else None
