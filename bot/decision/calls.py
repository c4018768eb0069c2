"""Whom to call, as tasks: before any public word, or in parallel. The words say whom and by when, never what the law is."""

from dataclasses import replace

from bot.brand import BrandProfile
from bot.decision.bars import full_from
from bot.decision.facts import Facts
from bot.decision.owners import (
    CONFIDANT,
    COUNSEL,
    INVESTOR_RELATIONS,
    LEADER,
    OF_ONE_PERSON,
    OWNERS,
    SAFETY_DUTY,
    SECOND_READER,
    UNNAMED,
    Owner,
)
from bot.decision.situation import HARM_POINTS
from bot.decision.steps import LEAD, step
from bot.plan import Level, PlanTask, TaskKind
from bot.report import Affected, Harm, Mistake, RedFlag

CALLS_TO_COUNSEL = frozenset({"call-counsel", "call-lawsuit-or-regulator"})
"""Tasks of calling counsel, or whom a brand has named in their place."""
_LED_BY_A_SENIOR = {RedFlag.DISCRIMINATION, RedFlag.DEATH_OR_INJURY, RedFlag.MINORS}
"""Flags whose owner is a senior leader already, or the second reader of one person's words."""


def call_tasks(facts: Facts, level: Level, brand: BrandProfile, *, is_first: bool) -> list[PlanTask]:
    """Return one task per person to call, the most urgent first; none where nobody has to be called."""
    people = [*_per_flag(facts, brand), *_beyond_flags(facts, level, brand, is_first=is_first)]
    people.sort(key=lambda person: person[1].minutes)
    return [_task(f"call-{name}", owner, facts, is_first=is_first) for name, owner in people]


def _per_flag(facts: Facts, brand: BrandProfile) -> list[tuple[str, Owner]]:
    usual = OWNERS | OF_ONE_PERSON if brand.is_one_person else OWNERS
    ticked = [flag for flag in RedFlag if flag in facts.flags]
    return [(flag.value.replace("_", "-"), _named(usual[flag], flag, brand)) for flag in ticked]


def _beyond_flags(
    facts: Facts, level: Level, brand: BrandProfile, *, is_first: bool
) -> list[tuple[str, Owner]]:
    """Return whom the facts themselves call for, unless a flag has named them already."""
    flags, people = facts.flags, []
    counsel = _named(COUNSEL, RedFlag.LAWSUIT_OR_REGULATOR, brand)
    if facts.harm is Harm.SAFETY and RedFlag.SAFETY not in flags:
        people.append(("safety", _named(SAFETY_DUTY, RedFlag.SAFETY, brand)))
    if facts.harm is Harm.LEGAL_FINANCIAL and not flags & {
        RedFlag.LAWSUIT_OR_REGULATOR,
        RedFlag.MARKET_INFORMATION,
    }:
        people.append(("counsel", counsel))
    is_of_interest = facts.severity >= HARM_POINTS[Harm.MISLEADS_PUBLIC]
    if facts.affected is Affected.INVESTORS and is_of_interest and RedFlag.MARKET_INFORMATION not in flags:
        people.append(("investors", _named(INVESTOR_RELATIONS, RedFlag.MARKET_INFORMATION, brand)))
    is_a_breach = facts.severity >= HARM_POINTS[Harm.TRUST]
    if facts.mistake is Mistake.CONFIDENTIAL_INFO and is_a_breach:
        people.append(("confidant", CONFIDANT))
    if (level is Level.FULL_RESPONSE or facts.points >= full_from(facts)) and not flags & _LED_BY_A_SENIOR:
        is_by_name = level in {Level.FULL_RESPONSE, Level.ESCALATE_FIRST}
        leader = replace(LEADER, who=brand.leader or LEADER.who)
        leader = leader if is_by_name else replace(leader, ask=UNNAMED)
        people.append(("leader", SECOND_READER if brand.is_one_person else leader))
    if level is Level.ESCALATE_FIRST and is_first and not people and not flags:
        people.append(("counsel", counsel))
    return people


def _named(usual: Owner, flag: RedFlag, brand: BrandProfile) -> Owner:
    """Return the owner by whom the brand has named for what the flag stands for, ticked or not."""
    return replace(usual, who=brand.owners.get(flag) or usual.who)


def _task(name: str, owner: Owner, facts: Facts, *, is_first: bool) -> PlanTask:
    asked = (facts.is_false_alarm and owner.of_false_alarm) or owner.ask
    ask = asked + (owner.if_kept if facts.is_kept_for_counsel else "")
    when = f"within {owner.minutes} minutes"
    if is_first:
        text = f"Call {owner.who} {when}, before any public word. Ask: {ask}."
        return step(name, text, LEAD, owner.minutes, TaskKind.CALL_FIRST)
    text = f"Call {owner.who} {when}; do not wait with the words for it. Ask: {ask}."
    return step(name, text, LEAD, owner.minutes, TaskKind.CALL)
