"""What a rule is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from bot.decision.facts import Facts
from bot.plan import Level


class Effect(Enum):
    """What a rule does when it holds."""

    POINTS = "adds points"
    RAISE = "raises to at least"
    CAP = "caps at"
    FLOOR = "never below"
    STOP = "stops: call first"
    CALL = "somebody is called before any public word"
    AT_ONCE = "nothing waits for a call"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``weight`` is the points it adds, or else how strongly it speaks among the reasons; POINTS, CALL and AT_ONCE have no level.

    ``of_one_person`` is said instead of ``text`` where the account is one person's own, ``text_at`` at a level with which ``text`` is at odds.
    """

    name: str
    when: Callable[[Facts], bool]
    effect: Effect
    text: str
    source: str
    weight: int
    level: Level = Level.LET_IT_GO
    of_one_person: str = ""
    text_at: Mapping[Level, str] = field(default_factory=dict, hash=False)

    @property
    def rank(self) -> int:
        """Return the rank of the level it raises to, caps at or puts a floor at."""
        return self.level.rank


SECOND = Level.CORRECT_PUBLICLY
"""Stands for both levels of rank 2: whom the words have to reach decides between them."""
