"""What would change a plan: single changes of fact, asked of the engine again, the nearest first."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from bot.channels import LISTED, undo_options
from bot.decision.engine import level_of
from bot.decision.situation import CONDUCT, HARM_POINTS, SORE, Situation
from bot.decision.spread import Reach
from bot.plan import Change, Level
from bot.report import (
    FACTUAL,
    Affected,
    Answer,
    Channel,
    Fault,
    Harm,
    History,
    Mistake,
    Noticed,
    RedFlag,
    StillMisleading,
    Undo,
)

MOST = 4
"""How many changes a plan shows: the nearest, one for each question."""
Option = tuple[Answer, str]

_NOTICED: dict[Answer, str] = {
    Noticed.A_FEW: "If a few people notice",
    Noticed.MANY_REPLIES: "If many people notice",
    Noticed.PRESS: "If the press picks it up",
}
_REACH: dict[Answer, str] = {
    Reach.SOME: "If more than two dozen people have seen it",
    Reach.MANY: "If 100 people or more have seen it",
    Reach.MASS: "If 100,000 people or more have seen it",
}
_MISLEADING: dict[Answer, str] = {
    StillMisleading.YES: "If people can still act on the wrong thing",
    StillMisleading.NO: "Once nobody can act on the wrong thing any more",
}
_AFFECTED: tuple[Option, ...] = (
    (Affected.GRIEVING_OR_VULNERABLE, "If it touches people who are grieving or vulnerable"),
    (Affected.PROTECTED_GROUP, "If it touches a group that is often discriminated against"),
    (Affected.FEW_KNOWN, "If only a few people whom you know are affected"),
    (Affected.PUBLIC, "If the public is affected"),
    (Affected.NOBODY, "If nobody but us is affected"),
)
_NOT_SORE: tuple[Option, ...] = ((Affected.PUBLIC, "If it touches nobody in a sore spot after all"),)
_FEW_AFTER_ALL: tuple[Option, ...] = (
    (Affected.FEW_KNOWN, "If only a few people whom you know are affected"),
    *_NOT_SORE,
)
_FLAGS = {
    RedFlag.PERSONAL_DATA: "If personal data got out",
    RedFlag.MARKET_INFORMATION: "If it could move a share price",
    RedFlag.SAFETY: "If somebody could come to harm",
    RedFlag.DISCRIMINATION: "If it discriminates, or reads that way",
    RedFlag.FALSE_PRICE_OR_PRIZE: "If it promised a false price or prize",
    RedFlag.LAWSUIT_OR_REGULATOR: "If a lawsuit or a regulator becomes likely",
}
_FLAGS_AFTER_ALL = {
    RedFlag.PERSONAL_DATA: "If no personal data got out after all",
    RedFlag.MARKET_INFORMATION: "If it could not move a share price after all",
    RedFlag.SAFETY: "If nobody could come to harm after all",
    RedFlag.DISCRIMINATION: "If it does not discriminate after all",
    RedFlag.FALSE_PRICE_OR_PRIZE: "If it promised no false price or prize after all",
    RedFlag.DEATH_OR_INJURY: "If nobody died or was injured after all",
    RedFlag.MINORS: "If no children or teenagers are involved after all",
    RedFlag.LAWSUIT_OR_REGULATOR: "If neither a lawsuit nor a regulator is likely after all",
}
"""What a ticked flag may have been misjudged for."""
_HARM: dict[Harm, str] = {
    Harm.NONE: "If nobody is worse off after all",
    Harm.EMBARRASSMENT: "If it only embarrasses us after all",
    Harm.INCONVENIENCE: "If it only costs people a moment after all",
    Harm.TRUST: "If people start to doubt that we are neutral or reliable",
    Harm.OFFENCE: "If people turn out to be offended",
    Harm.MISLEADS_PUBLIC: "If the public comes to believe something wrong",
    Harm.MISLEADS_DECISION: "If somebody may act, pay or travel because of it",
    Harm.HURTS_PEOPLE: "If people turn out to be hurt in a sore spot",
}
_LIGHTER: dict[Harm, str] = {
    Harm.OFFENCE: "If people are offended, but nobody is hurt",
    Harm.MISLEADS_PUBLIC: "If people believe something wrong, but nobody acts on it",
    Harm.MISLEADS_DECISION: "If somebody may act on it, but nobody comes to harm",
}
_NEAR_HARMS: dict[Harm, tuple[Harm, ...]] = {
    Harm.NONE: (Harm.EMBARRASSMENT, Harm.INCONVENIENCE, Harm.TRUST, Harm.MISLEADS_PUBLIC),
    Harm.EMBARRASSMENT: (Harm.TRUST, Harm.OFFENCE, Harm.NONE),
    Harm.CONFUSION: (Harm.MISLEADS_PUBLIC, Harm.MISLEADS_DECISION, Harm.NONE),
    Harm.INCONVENIENCE: (Harm.MISLEADS_DECISION, Harm.NONE),
    Harm.TRUST: (Harm.OFFENCE, Harm.EMBARRASSMENT, Harm.NONE),
    Harm.OFFENCE: (Harm.HURTS_PEOPLE, Harm.EMBARRASSMENT),
    Harm.MISLEADS_PUBLIC: (Harm.MISLEADS_DECISION, Harm.INCONVENIENCE),
    Harm.MISLEADS_DECISION: (Harm.MISLEADS_PUBLIC, Harm.INCONVENIENCE),
    Harm.HURTS_PEOPLE: (Harm.OFFENCE, Harm.EMBARRASSMENT),
    Harm.PRIVACY: (),
    Harm.SAFETY: (Harm.MISLEADS_DECISION, Harm.INCONVENIENCE),
    Harm.LEGAL_FINANCIAL: (Harm.MISLEADS_DECISION, Harm.INCONVENIENCE),
}
"""What a harm may turn out to be: a step worse, then lighter; others would be another mistake, not a nearby fact."""
_UNDO: dict[Answer, str] = {
    Undo.EDIT: "If it can be edited after all",
    Undo.DELETE_AND_REPOST: "If it can be replaced after all",
    Undo.DELETE: "If it can be deleted after all",
    Undo.CANNOT: "If it cannot be taken back after all",
}
_UNDO_NEWS: dict[Undo, tuple[Undo, ...]] = {
    Undo.CANNOT: (Undo.EDIT, Undo.DELETE_AND_REPOST, Undo.DELETE),
    Undo.DELETE: (Undo.EDIT, Undo.DELETE_AND_REPOST, Undo.CANNOT),
    Undo.DELETE_AND_REPOST: (Undo.EDIT, Undo.CANNOT),
    Undo.EDIT: (Undo.CANNOT,),
}
"""What would be news: whoever can edit or replace a post knows that it can be deleted."""
_FAULT: dict[Answer, str] = {
    Fault.AVOIDABLE: "If we could have known better",
    Fault.OUTSIDER: "If an outsider did it",
}
_AGAIN: tuple[Option, ...] = ((History.HAPPENED_BEFORE, "If it happens again within a year"),)
_THEN = {
    Level.LET_IT_GO: "let it go",
    Level.QUIET_FIX: "fix it quietly",
    Level.DIRECT_CONTACT: "contact the people affected",
    Level.CORRECT_PUBLICLY: "correct it publicly",
    Level.APOLOGISE_PUBLICLY: "apologise publicly",
    Level.FULL_RESPONSE: "give a full response",
    Level.ESCALATE_FIRST: "call first, then speak",
}


def what_would_change(situation: Situation, level: Level) -> tuple[Change, ...]:
    """Return the nearest single changes of fact that lead to another level, at most one per question and ``MOST`` in all.

    ``level`` is the one in force. Where a person chose it, only what leads further from it than from the rules' own counts.
    """
    bounds = _Bounds(advised=level_of(situation), in_force=level)
    found: list[Change] = []
    for field, options in _questions(situation):
        change = _first_change(situation, bounds, field, options)
        if change:
            found.append(change)
        if len(found) == MOST:
            break
    return tuple(found)


class _Bounds(NamedTuple):
    """The level that the rules give, and the one in force: they differ where a person chose it."""

    advised: Level
    in_force: Level

    def is_left_for(self, other: Level) -> bool:
        """Return whether the rules would come to another level, beyond the one in force as well."""
        if other in self:
            return False
        if other.rank > self.advised.rank:
            return other.rank > self.in_force.rank
        if other.rank < self.advised.rank:
            return other.rank < self.in_force.rank
        return self.advised is self.in_force


def _first_change(
    situation: Situation, bounds: _Bounds, field: str, options: Iterable[Option]
) -> Change | None:
    """Return the first other answer to a question that leads to another level."""
    given = getattr(situation, field)
    for value, text in options:
        if value is given:
            continue
        answer: Any = given ^ {value} if field == "red_flags" else value
        other = level_of(situation._replace(**{field: answer}))
        is_worse = other.rank > bounds.advised.rank
        if bounds.is_left_for(other) and (value is not Undo.CANNOT or is_worse):
            return Change(field, value.value, other, f"{text}: {_THEN[other]}.")
    return None


def _questions(situation: Situation) -> Iterator[tuple[str, Iterable[Option]]]:
    """Yield each question with its other answers, the likeliest first: what may happen next, then what may have been misjudged."""
    yield "noticed", _if_more_notice(situation.noticed)
    yield "reach", _if_more_see_it(situation.reach)
    # What a mistake of conduct told can be acted on only where it was not so.
    if situation.mistake not in CONDUCT or situation.harm in FACTUAL:
        yield "still_misleading", _MISLEADING.items()
    yield "harm", _near_harms(situation.harm)
    yield "red_flags", [*_flags_in_reach(situation), *_flags_after_all(situation)]
    yield "affected", _affected(situation)
    yield "history", _AGAIN
    if situation.fault is Fault.UNSURE and situation.mistake is not Mistake.FALSE_ALARM:
        yield "fault", _FAULT.items()
    yield "undo", _possible_undo(situation)


def _if_more_notice(noticed: Noticed) -> Iterator[Option]:
    """Yield what comes after: what was noticed cannot be unnoticed."""
    order = list(Noticed)
    for later in order[order.index(noticed) + 1 :]:
        yield later, _NOTICED[later]


def _affected(situation: Situation) -> Iterable[Option]:
    """Return whom else it may touch. Of people in a sore spot also that we know each of them, where it is known whom it reached."""
    if situation.affected not in SORE:
        return _AFFECTED
    return _FEW_AFTER_ALL if situation.channel in LISTED else _NOT_SORE


def _if_more_see_it(reach: Reach | None) -> Iterator[Option]:
    """Yield what the number may grow to; where there is none, whether it is so high that silence is no proof any more."""
    steps = list(Reach)
    later = [Reach.MANY] if reach is None else steps[steps.index(reach) + 1 :]
    yield from ((step, _REACH[step]) for step in later if step in _REACH)


def _near_harms(harm: Harm) -> Iterator[Option]:
    """Yield what the harm may turn out to be, told as worse or as lighter than what was said."""
    for other in _NEAR_HARMS[harm]:
        is_lighter = HARM_POINTS[other] < HARM_POINTS[harm]
        yield other, (is_lighter and _LIGHTER.get(other)) or _HARM[other]


_FLAGS_BY_MISTAKE = {
    Mistake.WRONG_AUDIENCE: (RedFlag.PERSONAL_DATA, RedFlag.FALSE_PRICE_OR_PRIZE),
    Mistake.UNFINISHED_OR_TEST: (RedFlag.PERSONAL_DATA,),
    Mistake.WRONG_PRICE_OR_OFFER: (RedFlag.FALSE_PRICE_OR_PRIZE, RedFlag.LAWSUIT_OR_REGULATOR),
    Mistake.CONFIDENTIAL_INFO: (RedFlag.MARKET_INFORMATION, RedFlag.PERSONAL_DATA),
    Mistake.PRIVATE_INFO: (RedFlag.LAWSUIT_OR_REGULATOR,),
    Mistake.WRONG_FACT: (RedFlag.SAFETY,),
}


_TOLD_OF_SOMEBODY = {Mistake.WRONG_FACT, Mistake.WRONG_LABEL, Mistake.WRONG_IMAGE}
"""What may have been said falsely of a person: whoever it was said of may go to law."""


def _flags_in_reach(situation: Situation) -> list[Option]:
    """Return the red flags that a mistake of this kind, in this place, comes near to."""
    near = list(_FLAGS_BY_MISTAKE.get(situation.mistake, ()))
    if situation.mistake in _TOLD_OF_SOMEBODY and HARM_POINTS[situation.harm] > HARM_POINTS[Harm.CONFUSION]:
        is_of_somebody = situation.affected is Affected.FEW_KNOWN
        near.insert(0 if is_of_somebody else len(near), RedFlag.LAWSUIT_OR_REGULATOR)
    if situation.channel is Channel.PRESS_RELEASE or situation.affected is Affected.INVESTORS:
        near.insert(0, RedFlag.MARKET_INFORMATION)
    if situation.mistake in CONDUCT or situation.harm in {Harm.OFFENCE, Harm.HURTS_PEOPLE}:
        near += [RedFlag.DISCRIMINATION, RedFlag.LAWSUIT_OR_REGULATOR]
    return [(flag, _FLAGS[flag]) for flag in near if flag not in situation.red_flags]


def _flags_after_all(situation: Situation) -> Iterator[Option]:
    """Yield the red flags that may not hold, but for the one that the mistake itself is."""
    for flag, text in _FLAGS_AFTER_ALL.items():
        is_the_mistake = flag is RedFlag.PERSONAL_DATA and situation.mistake is Mistake.PRIVATE_INFO
        if flag in situation.red_flags and not is_the_mistake:
            yield flag, text


def _possible_undo(situation: Situation) -> Iterator[Option]:
    """Yield what may turn out about taking it back: more than was thought, or that it cannot be done; what is gone is gone."""
    possible = undo_options(situation.channel, situation.mistake)
    for undo, text in _UNDO.items():
        if undo in possible and undo in _UNDO_NEWS.get(situation.undo, ()):
            yield undo, text
