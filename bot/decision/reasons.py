"""Which of the rules that fired are shown as reasons, and in which words: a reason never speaks against the level in force."""

from bot.brand import BrandProfile
from bot.decision import words
from bot.decision.engine import Verdict
from bot.decision.rule import Effect, Rule
from bot.plan import Level, Reason

MOST_REASONS = 5


def reason_of(rule: Rule, verdict: Verdict, level: Level, brand: BrandProfile) -> Reason:
    """Return a rule as a reason for a level; of a stop the words are those for what follows the call."""
    then = verdict.without_stop if level is Level.ESCALATE_FIRST else level
    usual = rule.of_one_person if brand.is_one_person and rule.of_one_person else rule.text
    return Reason(rule.name, rule.text_at.get(then, usual), rule.source, rule.weight)


def reasons_for(verdict: Verdict, level: Level, brand: BrandProfile) -> tuple[Reason, ...]:
    """Return the rules that weighed most: those that decided, then the heaviest points; the article is always among them."""
    points = [rule for rule in verdict.fired if rule.effect is Effect.POINTS]
    points.sort(key=lambda rule: -abs(rule.weight))
    decided = (*verdict.deciding[:2], *verdict.calling[:1])
    return _the_most([reason_of(rule, verdict, level, brand) for rule in (*decided, *points)], level)


def reasons_beside(chosen: Reason, verdict: Verdict, level: Level, brand: BrandProfile) -> tuple[Reason, ...]:
    """Return that a person chose the level, and what speaks beside it: who stops or is called, and how much the facts weigh.

    What led the rules to another level is left out: it would argue against the one that is in force.
    """
    if level in {verdict.level, verdict.without_stop}:  # the second is what follows a call
        return _the_most([chosen, *reasons_for(verdict, level, brand)], level)
    stops = [rule for rule in verdict.fired if rule.effect is Effect.STOP]
    points = [rule for rule in verdict.fired if rule.effect is Effect.POINTS and rule.weight > 0]
    points.sort(key=lambda rule: -rule.weight)
    weighed = (*stops[:2], *verdict.calling[:1], *points)
    return _the_most([chosen, *(reason_of(rule, verdict, level, brand) for rule in weighed)], level)


def _the_most(ranked: list[Reason], level: Level) -> tuple[Reason, ...]:
    most = ranked[:MOST_REASONS]
    if not any(_is_article(reason) for reason in most):
        most = [*most[: MOST_REASONS - 1], words.BASES[level]]
    return tuple(most)


def _is_article(reason: Reason) -> bool:
    return reason.source in {"A1", "A2", "A3", "A4", "A5", "A6", "A7"}
