"""From facts to a level: with every rule that fired (``judge``), or the level alone, fast (``level_of``)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.decision.beyond import is_believed_by_others
from bot.decision.facts import Facts
from bot.decision.limits import CAPS, FLOORS
from bot.decision.points import points_of, points_that_hold
from bot.decision.raises import RAISES
from bot.decision.rule import Rule
from bot.decision.situation import Situation
from bot.decision.stops import AT_ONCE, CALLS, STOPS
from bot.plan import Level

_REMEMBERED = 65_536
"""Situations whose level is kept. Texts are no part of one, so teams with everyday mistakes meet the same ones again."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say: the level, the one without the stop, which rules fired, which decided, and which say when somebody is called at this level."""

    level: Level
    without_stop: Level
    call_first: bool
    fired: tuple[Rule, ...]
    deciding: tuple[Rule, ...]
    calling: tuple[Rule, ...]
    facts: Facts


def judge(situation: Situation) -> Verdict:
    """Return what the rules say about these facts. The same input gives the same verdict."""
    facts = Facts(situation)
    fired = points_that_hold(facts)
    facts.points = sum(rule.weight for rule in fired)
    raises, caps, floors = (_that_hold(rules, facts) for rules in (RAISES, CAPS, FLOORS))
    stops = [] if facts.is_false_alarm else _that_hold(STOPS, facts)
    is_in_parallel = not stops and (facts.is_false_alarm or facts.is_danger_now)
    calls = _that_hold(AT_ONCE if is_in_parallel else CALLS, facts)
    without_stop = _level_at(_rank(facts), facts)
    return Verdict(
        level=Level.ESCALATE_FIRST if stops else without_stop,
        without_stop=without_stop,
        call_first=bool(stops or calls) and not is_in_parallel,
        fired=(*fired, *raises, *caps, *floors, *stops, *calls),
        deciding=(*stops, *_deciding(raises, caps, floors)),
        calling=() if stops else tuple(calls),
        facts=facts,
    )


@lru_cache(maxsize=_REMEMBERED)
def level_of(situation: Situation) -> Level:
    """Return the level only: what asking about a single change of fact needs."""
    facts = Facts(situation)
    facts.points = points_of(facts)
    if not facts.is_false_alarm and any(rule.when(facts) for rule in STOPS):
        return Level.ESCALATE_FIRST
    return _level_at(_rank(facts), facts)


def _that_hold(rules: Iterable[Rule], facts: Facts) -> list[Rule]:
    return [rule for rule in rules if rule.when(facts)]


_HIGHEST_RAISE_FIRST = sorted(((rule.rank, rule.when) for rule in RAISES), key=lambda pair: -pair[0])
_LOWEST_CAP_FIRST = sorted(((rule.rank, rule.when) for rule in CAPS), key=lambda pair: pair[0])
_HIGHEST_FLOOR_FIRST = sorted(((rule.rank, rule.when) for rule in FLOORS), key=lambda pair: -pair[0])


def _rank(facts: Facts) -> int:
    """Return the rank: the highest raise, under the lowest cap, over the highest floor. Asks no more rules than it has to."""
    risen = next((rank for rank, when in _HIGHEST_RAISE_FIRST if when(facts)), 0)
    capped = next((rank for rank, when in _LOWEST_CAP_FIRST if rank >= risen or when(facts)), risen)
    capped = min(capped, risen)
    floor = next((rank for rank, when in _HIGHEST_FLOOR_FIRST if rank <= capped or when(facts)), capped)
    return max(floor, capped)


def _deciding(raises: list[Rule], caps: list[Rule], floors: list[Rule]) -> list[Rule]:
    """Return the rules that decided the rank, strongest first: floors that lifted it, caps that held it down, raises that led to it.

    A cap at the level of a quiet fix speaks even where nothing pushed against it: it is why silence is right.
    """
    risen = max((rule.rank for rule in raises), default=0)
    capped = min([risen, *(rule.rank for rule in caps)])
    rank = max([capped, *(rule.rank for rule in floors)])
    found = [rule for rule in floors if rule.rank == rank > capped]
    if rank <= Level.QUIET_FIX.rank:
        found += [rule for rule in caps if rule.rank == Level.QUIET_FIX.rank]
    elif rank == capped < risen:
        found += [rule for rule in caps if rule.rank == rank]
    if rank == risen:
        found += [rule for rule in raises if rule.rank == rank]
    return sorted(found, key=lambda rule: -rule.weight)


_LEVELS = (
    Level.LET_IT_GO,
    Level.QUIET_FIX,
    Level.CORRECT_PUBLICLY,
    Level.APOLOGISE_PUBLICLY,
    Level.FULL_RESPONSE,
)


def _level_at(rank: int, facts: Facts) -> Level:
    """Return the level of this rank; at rank 2, whom the words have to reach decides.

    A quiet fix needs something to fix: where nothing can be mended in place, it is letting go. What others believe than those we can write to is put
    right where they read it.
    """
    level = _LEVELS[rank]
    if level is Level.QUIET_FIX and not facts.is_fixable_in_place and not facts.is_misleading:
        return Level.LET_IT_GO
    if level is Level.CORRECT_PUBLICLY and facts.is_reached_directly and not is_believed_by_others(facts):
        return Level.DIRECT_CONTACT
    return level
