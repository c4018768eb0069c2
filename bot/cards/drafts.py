"""What a draft's message and its forms show, gathered from rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.draft_kinds import has_gap
from bot.models import Approval, Brand, Case, Draft, DraftVersion
from bot.states import PUT_ASIDE, DraftState, GroupTrouble


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft with its newest version and what it still needs.

    ``before`` is the version that it is compared with: the last one that somebody had approved, else the one before.
    ``may_still_approve`` is how many people in the channel may approve it and have not; None while that is not known. ``who_may`` are they.
    ``who_could_come`` may approve it too and are not in the channel; None where anybody may. ``is_author_barred``: only because it is their own text may one who approves not do so.
    ``unread`` are approving groups whose members cannot be known; ``stand_in`` may approve when nobody else can. ``ended_by_closing``: it was open when the case was closed.
    ``is_lead_outside``: the lead is not there to be asked. ``is_of_older_facts``: it was approved before the plan had another text of its kind, or a person wrote it before there was something else to say.
    ``is_after_call``: it is no public text, and a call in the plan comes before it all the same. ``is_outside_plan``: the newest plan has no text of its kind.
    ``not_taken_back``: what has yet to be done about the original, where the text says that it was done.
    ``facts_from``: who gave facts, besides the reporter, that a drafted text is made from.
    """

    case: Case
    brand: Brand
    draft: Draft
    version: DraftVersion
    approvals: tuple[Approval, ...]
    approvals_needed: int
    may_still_approve: int | None
    length: int | None
    limit: int | None
    is_waiting_for_call: bool
    before: DraftVersion | None = None
    is_before_approved: bool = False
    ended_by_closing: bool = False
    is_direct: bool = False
    is_lead_outside: bool = False
    who_may: tuple[str, ...] = ()
    who_could_come: frozenset[str] | None = None
    is_author_barred: bool = False
    unread: Mapping[str, GroupTrouble] = field(default_factory=dict)
    stand_in: str | None = None
    is_of_older_facts: bool = False
    is_after_call: bool = False
    is_outside_plan: bool = False
    not_taken_back: str = ""
    facts_from: tuple[str, ...] = ()

    @property
    def missing(self) -> int:
        """Return how many approvals are still needed."""
        return max(0, self.approvals_needed - len(self.approvals))

    @property
    def lacking(self) -> int:
        """Return how many of them nobody in the channel can give."""
        return max(0, self.missing - self.may_still_approve) if self.may_still_approve is not None else 0

    @property
    def is_short_of_approvers(self) -> bool:
        """Return whether inviting everybody who may approve would not do: too few approve for this brand, or the author is one of them."""
        return self.who_could_come is not None and len(self.who_could_come) < self.lacking

    @property
    def is_to_settle(self) -> bool:
        """Return whether it has enough approvals, since fewer are needed than were, and still nobody has settled it."""
        return self.draft.state is DraftState.PROPOSED and bool(self.approvals) and not self.missing

    @property
    def is_nobody_left(self) -> bool:
        """Return whether nobody has approved it and nobody in the channel may."""
        return self.may_still_approve == 0 and not self.approvals

    @property
    def is_misfit(self) -> bool:
        """Return whether the text no longer fits its case: what blocks was found in it since it was saved."""
        return bool(self.version.in_the_way)

    @property
    def has_gap(self) -> bool:
        """Return whether something in the text is yet to be filled in."""
        return has_gap(self.version.text)

    @property
    def name(self) -> str:
        """Return the case's public name, such as ``OOPS-7``."""
        return self.case.name


@dataclass(frozen=True, slots=True)
class Doubts:
    """The ids of those of a case's drafts that have a gap, that no longer fit the case, and that were written before there was something else to say."""

    to_fill_in: frozenset[int] = frozenset()
    misfits: frozenset[int] = frozenset()
    overtaken: frozenset[int] = frozenset()


NO_DOUBTS = Doubts()


def superseded_approvals(drafts: Sequence[Draft]) -> frozenset[int]:
    """Return the ids of approved texts that were followed by another of their kind: they say what was known before."""
    return frozenset(
        draft.id or 0
        for draft in drafts
        if draft.state is DraftState.APPROVED
        and any(
            other.kind is draft.kind and (other.id or 0) > (draft.id or 0) and other.state not in PUT_ASIDE
            for other in drafts
        )
    )
