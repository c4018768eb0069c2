"""What a surface shows, gathered from rows: the only thing that ``messages/`` is given.

Here is what shows one case; ``drafts``, ``handling`` and ``overview`` hold what shows its texts, what is done with it, and many.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.attention import CheckInAnswer
from bot.cards.drafts import NO_DOUBTS, Doubts
from bot.cards.numbers import said_by_numbers
from bot.decision.words import STOP_AFTER_WORDS, UNTIL_CALLED, headline_once_called
from bot.draft_kinds import is_public, needs_approval
from bot.models import (
    Brand,
    Case,
    CasePlan,
    CheckIn,
    Draft,
    Event,
    Evidence,
    Task,
    case_name,
)
from bot.plan import Level, Plan, TaskId, TaskKind
from bot.report import Report
from bot.states import CaseState, DraftState, TaskState
from bot.ticked import may_reopen


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A case with its newest plan; ``link`` is the plan message's address once it is posted.

    ``merged_into`` is the public name of the case in which it goes on, ``doubts`` what speaks against its texts. ``seen_at`` is
    the moment for which it is drawn: a task that was due before is overdue. ``is_lead_outside``: the lead is not in the case's channel.
    ``alike`` are the public names of open cases that may be of the same mistake. ``elsewhere`` is what went out in cases that were merged into this one, each with that one's name,
    ``claimed_elsewhere`` what has yet to be done about the original although one of those texts says that it was done.
    ``same_link`` is the public name of the first open case of the same address, in the same channel; ``said_there`` is what went out in that one and in those
    alike, each with its case's name.
    ``has_record`` is false for a closed case that was open when it was erased.
    ``is_moved_by_quiet_hours``: the next check-in is later than the plan has it.
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
    doubts: Doubts = NO_DOUBTS
    is_lead_outside: bool = False
    alike: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, Draft], ...] = ()
    claimed_elsewhere: str = ""
    same_link: str = ""
    said_there: tuple[tuple[str, Draft], ...] = ()
    has_record: bool = True
    is_moved_by_quiet_hours: bool = False

    @property
    def name(self) -> str:
        """Return the case's public name, such as ``OOPS-7``."""
        return self.case.name

    @property
    def is_direct(self) -> bool:
        """Return whether the case lives in a direct message with its reporter."""
        return self.case.is_direct

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
        return (
            *(draft for draft in out if needs_approval(draft.kind)),
            *(draft for _, draft in self.elsewhere),
        )

    @property
    def reopenable(self) -> tuple[Task, ...]:
        """Return the tasks of which somebody may still say that they were not done, the last ones ticked off first."""
        out = {draft.kind for draft in self.out}
        may = [task for task in self.tasks if may_reopen(task, out, now=self.seen_at)]
        return tuple(sorted(may, key=lambda task: task.done_at or self.seen_at, reverse=True))

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
        is_asked = self.is_waiting_for_call and not self.is_out_before_call  # there, the line before it asks
        return headline if is_asked else headline_once_called(headline)


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

    ``is_watched``: there is only watching left. ``guide_for`` is the case's brand where something of it is not set up, and this person may do it.
    """

    case_number: int
    brand_name: str
    channel_id: str
    level: Level
    headline: str
    tasks: tuple[FirstTask, ...]
    place: PlanPlace
    is_watched: bool = False
    guide_for: int | None = None

    @property
    def name(self) -> str:
        """Return the case's public name, such as ``OOPS-7``."""
        return case_name(self.case_number)


@dataclass(frozen=True, slots=True)
class CheckInCard:
    """A check-in that was asked, with how late it came and what came before; ``is_latest``: none was asked after it.

    ``is_still_quiet``: nothing came after it that ends an offer to close. ``next_due`` is left out of all answers but the last: they tell of what was planned then. ``overtaken_by`` is the number of the first later one that somebody answered or put off.
    ``is_last_look``: it is the one before closing; ``brought_last_look``: the next one was; ``had_last_look``: one was taken since it is quiet. ``is_unnoticed``: as far as was said, nobody had noticed.
    ``main_draft`` is the text that the plan wanted to be out and is not, ``open_tasks`` how many tasks are left; ``not_taken_back`` is the one about the original.
    """

    case: Case
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
    def numbers_say(self) -> CheckInAnswer | None:
        """Return what was counted says, None where nothing was or there is nothing to compare it with."""
        said = said_by_numbers((*self.earlier, self.check_in), reported_at=self.case.opened_at)
        return said.get(self.check_in.number)

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
