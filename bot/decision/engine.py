"""From facts to a level, with the rules that fired."""

from dataclasses import dataclass

from bot.brand import Reputation
from bot.decision.facts import Facts
from bot.decision.points import points_that_hold
from bot.decision.rule import Rule
from bot.decision.steps import CAPS, FLOORS, RAISES
from bot.decision.stops import CALLS, STOPS
from bot.plan import Level
from bot.report import History, Report


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say: the level, the one without the stop, and which rules fired or decided."""

    level: Level
    without_stop: Level
    call_first: bool
    points: int
    fired: tuple[Rule, ...]
    deciding: tuple[Rule, ...]
    facts: Facts


def judge(report: Report, history: History, reputation: Reputation) -> Verdict:
    """Return what the rules say about these facts. The same input gives the same verdict."""
    facts = Facts(report, history, reputation)
    fired = points_that_hold(facts)
    facts.points = sum(rule.weight for rule in fired)
    level, steps, deciding = _walk(facts)
    stops = [] if facts.is_false_alarm else [rule for rule in STOPS if rule.when(facts)]
    calls = [] if facts.is_false_alarm else [rule for rule in CALLS if rule.when(facts)]
    return Verdict(
        level=Level.ESCALATE_FIRST if stops else level,
        without_stop=level,
        call_first=bool(stops or calls),
        points=facts.points,
        fired=(*fired, *steps, *stops, *calls),
        deciding=(*stops, *deciding, *calls[:1]),
        facts=facts,
    )


def level_of(report: Report, history: History, reputation: Reputation) -> Level:
    """Return the level only: what asking for a single change of fact needs."""
    return judge(report, history, reputation).level


def _walk(facts: Facts) -> tuple[Level, list[Rule], list[Rule]]:
    """Return the level, the step rules that hold, and those of them that decided it."""
    raises = [rule for rule in RAISES if rule.when(facts)]
    caps = [rule for rule in CAPS if rule.when(facts)]
    floors = [rule for rule in FLOORS if rule.when(facts)]
    risen = max((_rank(rule) for rule in raises), default=0)
    capped = min([risen, *(_rank(rule) for rule in caps)])
    rank = max([capped, *(_rank(rule) for rule in floors)])
    deciding = [rule for rule in floors if _rank(rule) == rank > capped]
    deciding += [rule for rule in caps if _rank(rule) == capped == rank]
    if risen == rank == capped:
        deciding += [rule for rule in raises if _rank(rule) == rank]
    return _level_at(rank, facts), raises + caps + floors, deciding


def _rank(rule: Rule) -> int:
    assert rule.level is not None
    return rule.level.rank


_LEVELS = (
    Level.LET_IT_GO,
    Level.QUIET_FIX,
    Level.CORRECT_PUBLICLY,
    Level.APOLOGISE_PUBLICLY,
    Level.FULL_RESPONSE,
)


def _level_at(rank: int, facts: Facts) -> Level:
    """Return the level of this rank; at rank 2, whom the words have to reach decides.

    A quiet fix needs something to fix: where nothing can be mended in place, it is letting go.
    """
    level = _LEVELS[rank]
    if level is Level.QUIET_FIX and not facts.is_fixable_in_place and not facts.is_misleading:
        return Level.LET_IT_GO
    if level is Level.CORRECT_PUBLICLY and facts.is_reached_directly:
        return Level.DIRECT_CONTACT
    return level
