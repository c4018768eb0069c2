"""What a surface shows of a whole case looked back on, or of many: its record, Home, lists, figures and exercises."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.decision.words import headline_once_called
from bot.draft_kinds import kinds_for, may_publish_before_approval, needs_approval
from bot.facts_from import facts_from
from bot.models import (
    Approval,
    Brand,
    Case,
    CasePlan,
    CheckIn,
    Draft,
    DraftVersion,
    Event,
    Evidence,
    Task,
)
from bot.plan import Level, Plan, TaskKind
from bot.report import Report
from bot.states import DraftState


@dataclass(frozen=True, slots=True)
class DraftHistory:
    """All versions of one draft and who approved which."""

    draft: Draft
    versions: tuple[DraftVersion, ...]
    approvals: tuple[Approval, ...]

    @property
    def is_out_unapproved(self) -> bool:
        """Return whether the text went out before its approval, which nobody gave."""
        newest = self.versions[-1].id if self.versions else None
        is_out = self.draft.state is DraftState.PUBLISHED and may_publish_before_approval(self.draft.kind)
        return is_out and all(approval.version_id != newest for approval in self.approvals)

    @property
    def left_without_reason(self) -> dict[str, list[str]]:
        """Return what was found in the text that went out and stayed without a reason: by its label, the words that it is about."""
        if self.draft.state is not DraftState.PUBLISHED or not self.versions:
            return {}
        version, left = self.versions[-1], dict[str, list[str]]()
        for found in version.findings:
            if found["label"] not in version.kept:
                words = version.text[found["start"] : found["end"]]
                left.setdefault(found["label"], []).extend([words] if words else [])
        return left


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing that an exercise showed, held against the advice."""

    is_as_advised: bool
    text: str


@dataclass(frozen=True, slots=True)
class Closing:
    """When a case was closed, by whom, and what was learned; ``at`` is None while it is open."""

    at: datetime | None
    by: str | None
    cause: str
    change: str


@dataclass(frozen=True, slots=True)
class RecordCard:
    """Everything about a case, for its record. ``names`` are people's names by their id, since a file cannot show ids as names.

    ``dropped`` are the tasks that were left open at closing, or that a later plan did not have; ``lessons`` are an exercise's.
    ``elsewhere`` is what went out in cases that were merged into this one, each with that one's name.
    ``earlier`` is the closing that it is the record of, where the case was opened again since.
    """

    case: Case
    brand: Brand
    plans: tuple[tuple[CasePlan, Plan, Report], ...]
    tasks: tuple[Task, ...]
    drafts: tuple[DraftHistory, ...]
    check_ins: tuple[CheckIn, ...]
    events: tuple[Event, ...]
    evidence: tuple[Evidence, ...]
    names: dict[str, str] = field(default_factory=dict)
    dropped: tuple[Task, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    earlier: Closing | None = None
    elsewhere: tuple[tuple[str, Draft], ...] = ()

    @property
    def name(self) -> str:
        """Return the case's public name, such as ``OOPS-7``."""
        return self.case.name

    def headline_of(self, row: CasePlan, plan: Plan) -> str:
        """Return a plan in a line: of a call that was made before it, it does not say that it comes first."""
        calls = [task for task in (*self.tasks, *self.dropped) if task.kind is TaskKind.CALL_FIRST]
        asked = [task for task in calls if task.plan_id <= (row.id or 0)]
        is_made = all(task.done_at is not None and task.done_at < row.created_at for task in asked)
        return headline_once_called(plan.headline) if asked and is_made else plan.headline

    def facts_from(self, version: DraftVersion) -> tuple[str, ...]:
        """Return who gave facts, besides the reporter, that a drafted text is made from."""
        return facts_from(self.events, version)

    @property
    def closing(self) -> Closing:
        """Return the closing that this is the record of."""
        case = self.case
        return self.earlier or Closing(case.closed_at, case.closed_by, case.cause, case.change)

    @property
    def out(self) -> tuple[Draft, ...]:
        """Return the texts that went out before that closing; notes for a call are nobody's to read."""
        is_earlier, at = self.earlier is not None, self.closing.at
        return tuple(
            history.draft
            for history in self.drafts
            if history.draft.state is DraftState.PUBLISHED
            and needs_approval(history.draft.kind)
            and not (is_earlier and at and history.draft.acted_at and history.draft.acted_at > at)
        )

    @property
    def unsaid(self) -> Draft | None:
        """Return the text that the last plan was about, where it never went out and the plan wanted it to."""
        row, plan, report = self.plans[-1]
        level = row.level if self.earlier else self.case.level
        drafts = [history.draft for history in self.drafts]
        if self.earlier:  # which one is the main one by now is another matter
            mains = [draft for draft in drafts if draft.kind is kinds_for(plan, report)[0]]
        else:
            mains = [draft for draft in drafts if draft.is_main]
        if level in {Level.LET_IT_GO, Level.QUIET_FIX} or not mains:
            return None
        counted = mains if self.earlier else mains[-1:]
        is_out = any(draft in self.out for draft in counted)
        is_out |= any(draft.kind is mains[-1].kind for _, draft in self.elsewhere)
        return None if is_out else mains[-1]


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in a list. ``is_member`` is false for a reporter who sees the own report only; ``merged_into`` names where it goes on."""

    case: Case
    brand_name: str
    headline: str
    next_check_in: datetime | None
    is_member: bool
    link: str = ""
    merged_into: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the newest, and how many more there are."""

    words: str
    lines: tuple[CaseLine, ...]
    more: int


class WantedKind(StrEnum):
    """What waits for somebody; what it is about stands beside it."""

    CHECK_IN = "check_in"
    DRAFT = "draft"  # about the draft's kind, as in the next five
    DRAFT_WITH_GAP = "draft_with_gap"
    DRAFT_NO_LONGER_FITS = "draft_no_longer_fits"
    DRAFT_OVERTAKEN = "draft_overtaken"
    DRAFT_OUT = "draft_out"
    DRAFT_UNSENT = "draft_unsent"
    CHANGES = "changes"
    TASK = "task"  # about its text
    LEAD = "lead"  # about the case's level
    LEAD_HERE = "lead_here"  # about the case's level; its lead is not in its channel
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that waits for this person."""

    kind: WantedKind
    case_number: int
    about: str = ""
    due_at: datetime | None = None
    link: str = ""
    is_practice: bool = False
    brand_id: int | None = None


@dataclass(frozen=True, slots=True)
class HomeCard:
    """What App Home shows to one person at ``seen_at``: one page of the ``wanted_count`` things that wait for them, and one of the cases that go on.

    ``brands`` are the brands of the cases that they can see, ``brand_id`` the one that is chosen (None: all).
    ``is_first_run`` while the workspace has no case; ``is_guided`` while a step of the guide is not answered.
    """

    seen_at: datetime
    wanted: tuple[Wanted, ...]
    open_cases: tuple[CaseLine, ...]
    recent: tuple[CaseLine, ...]
    may_set_up: bool
    is_first_run: bool = False
    is_guided: bool = False
    watching: tuple[CaseLine, ...] = ()
    wanted_count: int = 0
    wanted_page: int = 1
    wanted_pages: int = 1
    open_count: int = 0
    watching_count: int = 0
    page: int = 1
    pages: int = 1
    brands: tuple[tuple[int, str], ...] = ()
    brand_id: int | None = None

    def brand_of(self, wanted: Wanted) -> str:
        """Return whose it is, where what is shown may be of several brands."""
        is_of_one = self.brand_id is not None or len(self.brands) <= 1
        return "" if is_of_one else dict(self.brands).get(wanted.brand_id or 0, "")


@dataclass(frozen=True, slots=True)
class Timing:
    """The middle of so many durations, in seconds; None of none."""

    seconds: float | None
    of: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A kind of mistake that a brand made more than once."""

    brand_name: str
    mistake: str
    count: int


@dataclass(frozen=True, slots=True)
class StatsCard:
    """What a year's cases show. Counts are labels with how often they occur, the most frequent first.

    ``let_go`` is how often letting it go was put to the test, ``let_go_right`` how often nothing came of it.
    """

    cases: int
    going_on: int
    by_mistake: tuple[tuple[str, int], ...]
    by_channel: tuple[tuple[str, int], ...]
    by_level: tuple[tuple[str, int], ...]
    to_plan: Timing
    to_approval: Timing
    to_quiet: Timing
    let_go: int
    let_go_right: int
    repeats: tuple[Repeat, ...]


@dataclass(frozen=True, slots=True)
class DigestCard:
    """A week of one brand, as the people of one channel may see it. ``opened`` counts the week's reports, ``unled`` are the numbers of cases that nobody there leads."""

    brand_name: str
    opened: int
    going_on: tuple[CaseLine, ...]
    more_going_on: int
    closed: tuple[Case, ...]
    unled: frozenset[int] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to tell."""
        return not (self.opened or self.going_on or self.closed)


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """What can be practised: samples by key and title; or the exercise that somebody is in the middle of, and its address."""

    samples: tuple[tuple[str, str], ...]
    running: Case | None = None
    running_title: str = ""
    link: str = ""
