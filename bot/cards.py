"""What a surface shows, gathered from rows: the only thing that ``messages/`` is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.attention import CheckInAnswer
from bot.decision.words import STOP_AFTER_WORDS, UNTIL_CALLED, headline_once_called
from bot.draft_kinds import has_gap, is_public, needs_approval
from bot.models import Approval, Brand, Case, CasePlan, CheckIn, Draft, DraftVersion, Event, Evidence, Task
from bot.plan import Level, Plan, TaskId, TaskKind
from bot.report import Report
from bot.states import PUT_ASIDE, CaseState, DraftState, GroupTrouble, TaskState


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A case with its newest plan; ``link`` is the plan message's address once it is posted.

    ``merged_into`` is the public name of the case in which it goes on, ``to_fill_in`` the ids of drafts with a gap. ``seen_at`` is
    the moment for which it is drawn: a task that was due before is overdue. ``is_lead_outside``: the lead is not in the case's channel.
    ``alike`` are the public names of open cases that the plan counts as an earlier slip. ``has_record`` is false for a closed case that was open when it was erased.
    """

    case: Case
    brand: Brand
    row: CasePlan
    plan: Plan
    report: Report
    tasks: tuple[Task, ...]
    next_check_in: datetime | None
    drafts: tuple[Draft, ...]
    evidence: tuple[Evidence, ...]
    latest: Event | None
    seen_at: datetime
    link: str = ""
    merged_into: str = ""
    to_fill_in: frozenset[int] = frozenset()
    is_lead_outside: bool = False
    alike: tuple[str, ...] = ()
    has_record: bool = True

    @property
    def name(self) -> str:
        """Return the case's public name, such as ``OOPS-7``."""
        return self.case.name

    @property
    def is_direct(self) -> bool:
        """Return whether the case lives in a direct message with its reporter."""
        return self.case.channel_id == self.case.reporter

    @property
    def is_led(self) -> bool:
        """Return whether somebody leads the case who sees it."""
        return self.case.lead is not None and not self.is_lead_outside

    @property
    def is_waiting_for_call(self) -> bool:
        """Return whether a named owner has yet to be called before any public word."""
        return any(task.kind is TaskKind.CALL_FIRST and task.state is TaskState.OPEN for task in self.tasks)

    @property
    def is_stopped(self) -> bool:
        """Return whether the plan is to stop and call: what comes after the call is a level that is yet to be chosen."""
        return self.row.level is Level.ESCALATE_FIRST

    @property
    def is_only_watched(self) -> bool:
        """Return whether there is only watching left; a holding statement that is out does not end a stop."""
        return self.case.state is CaseState.WATCHING and not self.is_stopped

    @property
    def is_call_made(self) -> bool:
        """Return whether whoever had to be called first was called."""
        is_asked = any(task.kind is TaskKind.CALL_FIRST for task in self.tasks)
        return is_asked and not self.is_waiting_for_call

    @property
    def do_not(self) -> tuple[str, ...]:
        """Return what to keep from doing; what a call ends is over once it is made."""
        over = UNTIL_CALLED if self.is_call_made else ()
        return tuple(line for line in self.plan.do_not if line not in over)

    @property
    def delete_or_keep(self) -> str:
        """Return both sides of deleting, while it is not done."""
        done = {task.key for task in self.tasks if task.state is TaskState.DONE}
        return "" if TaskId.TAKE_BACK in done else self.plan.delete_or_keep

    @property
    def out(self) -> tuple[Draft, ...]:
        """Return the texts that people have read."""
        out = (draft for draft in self.drafts if draft.state is DraftState.PUBLISHED)
        return tuple(draft for draft in out if needs_approval(draft.kind))

    @property
    def is_out_before_call(self) -> bool:
        """Return whether the plan's own words are out, and a call that came up since is to be made."""
        return self.is_waiting_for_call and any(draft.is_main for draft in self.out) and not self.is_stopped

    @property
    def headline(self) -> str:
        """Return the plan in a line: of a call that is made it no longer says that it comes first, nor to be silent of what has spoken."""
        headline = self.plan.headline
        if self.is_stopped and self.is_waiting_for_call and any(is_public(draft.kind) for draft in self.out):
            return STOP_AFTER_WORDS
        return headline if self.is_waiting_for_call else headline_once_called(headline)


class PlanPlace(StrEnum):
    """Where a new case's plan is, as its reporter is told."""

    CHANNEL = "in_channel"
    DIRECT_MESSAGE = "in_direct_message"
    UNREACHED = "not_reached"
    ARCHIVED = "archived"
    PUBLIC = "held_back"


@dataclass(frozen=True, slots=True)
class FirstTask:
    """A task as the reporter's answer names it."""

    text: str
    owner: str


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """What a reporter is told at once: the case, its level, the first open tasks, and where the whole plan is.

    ``guide_for`` is the case's brand where something of it is not set up, and this person may do it.
    """

    case_number: int
    brand_name: str
    channel_id: str
    level: Level
    headline: str
    tasks: tuple[FirstTask, ...]
    place: PlanPlace
    guide_for: int | None = None

    @property
    def name(self) -> str:
        """Return the case's public name, such as ``OOPS-7``."""
        return f"OOPS-{self.case_number}"


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft with its newest version and what it still needs.

    ``before`` is the version that it is compared with: the last one that somebody had approved, else the one before.
    ``may_still_approve`` is how many people in the channel may approve it and have not; None while that is not known. ``who_may`` are they.
    ``who_could_come`` may approve it too and are not in the channel; None where anybody may. ``is_author_barred``: only because it is their own text may one who approves not do so.
    ``unread`` are approving groups whose members cannot be known; ``stand_in`` may approve when nobody else can. ``ended_by_closing``: it was open when the case was closed.
    ``is_lead_outside``: the lead is not there to be asked. ``is_of_older_facts``: it is approved, and the plan has had another text of its kind since.
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


@dataclass(frozen=True, slots=True)
class CheckInCard:
    """A check-in that was asked, with how late it came and what came before; ``is_latest``: none was asked after it.

    ``is_still_quiet``: nothing came after it that ends an offer to close. ``next_due`` is left out of all answers but the last: they tell of what was planned then. ``overtaken_by`` is the number of the first later one that somebody answered or put off.
    ``is_last_look``: it is the one before closing; ``brought_last_look``: the next one was; ``had_last_look``: one was taken since it is quiet. ``is_unnoticed``: as far as was said, nobody had noticed.
    ``main_draft`` is the text that the plan wanted to be out and is not, ``open_tasks`` how many tasks are left; ``not_taken_back`` is the one about the original.
    """

    case: Case
    brand: Brand
    check_in: CheckIn
    earlier: tuple[CheckIn, ...]
    next_due: datetime | None
    late_seconds: float
    is_latest: bool = True
    is_still_quiet: bool = True
    overtaken_by: int | None = None
    is_last_look: bool = False
    had_last_look: bool = False
    brought_last_look: bool = False
    main_draft: Draft | None = None
    open_tasks: int = 0
    is_unnoticed: bool = False
    not_taken_back: str = ""

    @property
    def before(self) -> CheckIn | None:
        """Return the answer before this one that said that it was not quiet."""
        others = [row for row in self.earlier if row.answer not in {None, CheckInAnswer.QUIET}]
        return max(others, key=lambda row: row.answered_at or row.due_at, default=None)

    @property
    def is_first_look_since(self) -> bool:
        """Return whether nobody had looked between that answer, or the report, and this one."""
        since = self.before.number if self.before is not None else 0
        return all(row.answer is None for row in self.earlier if row.number > since)

    @property
    def name(self) -> str:
        """Return the case's public name, such as ``OOPS-7``."""
        return self.case.name
