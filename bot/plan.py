"""What a plan is: one level, reasons, tasks and check-in times."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.report import Answer


class Level(Answer):
    """What is done about a mistake. ``rank`` orders them; two levels share rank 2."""

    LET_IT_GO = "let_it_go", "Let it go"
    QUIET_FIX = "quiet_fix", "Fix it quietly"
    DIRECT_CONTACT = "direct_contact", "Contact the people affected"
    CORRECT_PUBLICLY = "correct_publicly", "Correct it publicly"
    APOLOGISE_PUBLICLY = "apologise_publicly", "Apologise publicly"
    FULL_RESPONSE = "full_response", "Full response"
    ESCALATE_FIRST = "escalate_first", "Call first, then speak"

    @property
    def rank(self) -> int:
        """Return the level's weight, 0 (nothing public) to 5 (stop and call)."""
        return _RANKS[self]


_RANKS = dict(zip(Level, (0, 1, 2, 2, 3, 4, 5), strict=True))


class TaskKind(StrEnum):
    """What a task is for."""

    CALL_FIRST = "call_first"  # a named owner before any public word
    CALL = "call"  # a named owner, in parallel
    FIRST_STEP = "first_step"
    REACH = "reach"  # a person to reach off-line
    WATCH = "watch"


class TaskId(StrEnum):
    """The ids of the tasks that are asked for by name outside the rules that give them; a case's row has it as its key."""

    ALL_CLEAR = "all-clear"
    PUBLISH = "publish"
    WRITE = "write"
    HOLD = "hold"
    EVIDENCE = "evidence"
    TAKE_BACK = "take-back"
    REPOST = "repost"
    PAUSE = "pause"  # stops what is scheduled
    RESUME = "resume"  # lets it go on
    CLIENT = "reach-client"
    OTHER_CLIENT = "reach-other-client"
    AFFECTED = "reach-affected"
    PARTNERS = "reach-partners"
    PRESS = "reach-press"
    ASK_COUNSEL = "ask-counsel-about-the-wording"
    """Of no plan: somebody wrote a text that may admit fault in law."""


ELSEWHERE = "elsewhere-"
"""What the keys of tasks begin with that came from a case of another place, before its number. Of no plan either."""
GETS_WORDS_OUT = frozenset({TaskId.ALL_CLEAR, TaskId.PUBLISH, TaskId.WRITE, TaskId.HOLD})
"""The tasks by whose time the main draft has to be approved."""
RESUME_TEXT = "Resume the scheduled posts, or drop those that no longer fit."


class Outcome(Answer):
    """How a try to reach somebody off-line ended."""

    REACHED = "reached", "Reached"
    LEFT_MESSAGE = "left_message", "Left a message"
    NOT_REACHABLE = "not_reachable", "Not reachable"


class Expects(StrEnum):
    """What the situation calls for in the public words."""

    APOLOGY = "apology"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that fired: its name, one plain sentence, its source, and how much it weighed."""

    rule: str
    text: str
    source: str
    weight: int


@dataclass(frozen=True, slots=True)
class Change:
    """A single change of fact that would lead to another level."""

    field: str
    value: str
    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class PlanTask:
    """One action with an owner (a role's words) and a due time after the report. ``id`` is unique in the plan."""

    id: str
    text: str
    kind: TaskKind
    owner: str
    due: timedelta


@dataclass(frozen=True, slots=True)
class Plan:
    """The recommendation for one report. ``after_call`` only at ``escalate_first``. Same input, same plan.

    ``fired`` are all rules that held, with what they weigh; ``reasons`` those that weighed most. ``delete_or_keep`` shows both
    sides where it can be deleted, else it is empty. ``is_kept_for_counsel``: nothing is deleted or changed before counsel was asked.
    ``advised`` is what the facts give, the calls being made, where a person chose the level.
    """

    level: Level
    headline: str
    reasons: tuple[Reason, ...]
    tasks: tuple[PlanTask, ...]
    do_not: tuple[str, ...]
    check_ins: tuple[timedelta, ...]
    call_first: bool = False
    after_call: Level | None = None
    would_change: tuple[Change, ...] = ()
    is_serious: bool = False
    is_still_misleading: bool = False
    expects: frozenset[Expects] = frozenset()
    is_false_alarm: bool = False
    is_kept_for_counsel: bool = False
    delete_or_keep: str = ""
    fired: tuple[Reason, ...] = ()
    advised: Level | None = None
