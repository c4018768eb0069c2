"""The drafts that wait for somebody, as App Home and who joins or leaves ask for them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy import case as choose
from sqlmodel import and_, col, func, or_, select

from bot.cards.overview import WantedKind
from bot.draft_kinds import DraftKind, has_gap, may_publish_before_approval, needs_approval
from bot.models import Approval, Brand, Case, Draft, DraftVersion
from bot.plan import Level
from bot.states import EDITABLE, DraftState

_APPROVED = [kind for kind in DraftKind if needs_approval(kind)]
EARLY = [kind for kind in DraftKind if may_publish_before_approval(kind)]
"""The kinds that go out before their approval."""


def newest_drafts(mine: Sequence[ColumnElement[bool]]) -> Any:
    """Return the question for drafts, the most urgent first: what goes out at once, then what its plan is about, of the gravest case first.

    Of those alike, what was reminded of already goes first, then by time.
    """
    urgency = choose((col(Draft.kind).in_(EARLY), 0), (col(Draft.is_main), 1), else_=2)
    gravity = choose(*((col(Case.level) == level, level.rank) for level in Level))
    is_reminded = choose((col(Draft.reminders) > 0, 0), else_=1)
    at = func.coalesce(Draft.remind_at, Case.opened_at)
    return drafts_with_texts(*mine).order_by(
        urgency, gravity.desc(), is_reminded, at, col(Case.number), col(Draft.position)
    )


def drafts_with_texts(*where: Any) -> Any:
    """Return the question for drafts in no order, each with its newest version, its case and its brand."""
    return (
        select(Draft, DraftVersion, Case, Brand)
        .join(Case, col(Case.id) == Draft.case_id)
        .join(Brand, col(Brand.id) == Case.brand_id)
        .join(
            DraftVersion,
            and_(col(DraftVersion.draft_id) == Draft.id, col(DraftVersion.number) == Draft.newest),
        )
        .where(*where)
    )


def is_to_approve() -> ColumnElement[bool]:
    """Return whether a draft waits for approval; what may go out before it waits until it has all that it needs."""
    is_early = and_(
        Draft.state == DraftState.PUBLISHED,
        col(Draft.kind).in_(EARLY),
        approvals_given() < Brand.approvals_needed,
    )
    return or_(and_(Draft.state == DraftState.PROPOSED, col(Draft.kind).in_(_APPROVED)), is_early)


def goes_out_at_once(draft: Draft) -> bool:
    """Return whether a text is to go out now, approved or not, and nobody has said that it did."""
    return draft.is_main and may_publish_before_approval(draft.kind) and draft.state in EDITABLE


def is_unsent_at_once() -> ColumnElement[bool]:
    """Return whether a text goes out at once and nobody has said that it did, nor that it has to be changed first."""
    is_ready = col(Draft.state).in_((DraftState.PROPOSED, DraftState.APPROVED))
    return and_(is_ready, col(Draft.is_main), col(Draft.kind).in_(EARLY))


def approvals_given() -> Any:
    """Return how many have approved a draft's newest version, for a statement that names the version."""
    return (
        select(func.count())
        .where(col(Approval.version_id) == DraftVersion.id)
        .correlate(DraftVersion)
        .scalar_subquery()
    )


def what_it_waits_for(draft: Draft, version: DraftVersion) -> WantedKind:
    """Return what somebody has to do about a draft."""
    is_out = draft.state is DraftState.PUBLISHED
    is_early = may_publish_before_approval(draft.kind)
    if has_gap(version.text):
        return WantedKind.DRAFT_WITH_GAP
    if version.in_the_way and not is_out:
        return WantedKind.DRAFT_NO_LONGER_FITS
    if is_out:
        return WantedKind.DRAFT_OUT
    return WantedKind.DRAFT_UNSENT if is_early else WantedKind.DRAFT
