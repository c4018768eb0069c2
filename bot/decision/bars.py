"""How many points it takes for an apology, and for a leader: the bars that differ with what happened."""

from bot.brand import Reputation
from bot.decision.facts import Facts
from bot.decision.situation import CONDUCT, HARM_POINTS
from bot.report import WORDLESS, Affected, Channel, Fault, Harm, RedFlag, Undo

FULL_FROM = 18
"""Points from which a named leader answers: somebody was hurt, many know, and something makes it worse than one slip."""


def apology_from(facts: Facts) -> int:
    """Return the points from which many people having noticed calls for an apology."""
    if facts.is_false_alarm:
        return 12
    if not facts.is_light and (facts.is_secret or facts.mistake in WORDLESS):
        # a confidence was broken, or there is nothing to correct: the only word that helps is sorry, and few whom we know hear it from us directly
        return 9 if _is_owed_to_few(facts) else 6
    if _is_rude_awakening(facts):
        return 5
    is_few, is_avoidable = facts.affected is Affected.FEW_KNOWN, facts.fault is Fault.AVOIDABLE
    if facts.harm is Harm.OFFENCE or (is_few and is_avoidable):
        return 7
    if facts.harm is Harm.TRUST and facts.is_wrong_version and not is_avoidable:
        return 10  # the right version, openly, is what mends it
    is_somebody_wronged = facts.mistake in CONDUCT or is_few or facts.is_vulnerable
    is_our_doing = is_avoidable and not facts.is_light
    is_grave = facts.severity >= HARM_POINTS[Harm.MISLEADS_DECISION]
    return 8 if is_somebody_wronged or is_our_doing or is_grave else 9


def _is_owed_to_few(facts: Facts) -> bool:
    """Return whether a confidence was broken, by no choice of ours, of few people whom we know: a public apology would be to the wrong people."""
    is_few, is_avoidable = facts.affected is Affected.FEW_KNOWN, facts.fault is Fault.AVOIDABLE
    return facts.is_secret and facts.harm is Harm.TRUST and is_few and not is_avoidable


def _is_rude_awakening(facts: Facts) -> bool:
    """Return whether a message that nobody can take back cost people more than a puzzled look, at night perhaps, and the press has it."""
    is_alert = facts.channel is Channel.PUSH_SMS and facts.undo is Undo.CANNOT
    is_felt = not facts.is_only_about_us and facts.harm is not Harm.CONFUSION
    return is_alert and is_felt and facts.is_press and facts.affected is not Affected.NOBODY


def full_from(facts: Facts) -> int:
    """Return the points from which a leader answers.

    One more for danger, until somebody was hurt; two fewer where the press has a promise of money that is not so, of a brand with a poor
    reputation: one more apology from it would not be believed.
    """
    is_danger_only = facts.harm is Harm.SAFETY and RedFlag.DEATH_OR_INJURY not in facts.flags
    is_promise = RedFlag.FALSE_PRICE_OR_PRIZE in facts.flags and facts.is_press
    is_disbelieved = facts.reputation is Reputation.POOR
    is_worse = is_promise and is_disbelieved and facts.severity >= HARM_POINTS[Harm.MISLEADS_DECISION]
    return FULL_FROM + is_danger_only - 2 * is_worse


def is_small_privacy_slip(facts: Facts) -> bool:
    """Few known people, hardly noticed, nothing else: telling them is the answer."""
    if len(facts.flags) > 1 or facts.is_vulnerable or facts.points >= FULL_FROM:
        return False
    is_few = facts.affected is Affected.FEW_KNOWN
    return (is_few and facts.is_light) if facts.is_seen else (is_few or facts.is_light)
