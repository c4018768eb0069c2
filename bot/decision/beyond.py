"""Whether more people believe it than the few whom we know: then a note to those few does not put it right."""

from bot.decision.facts import Facts
from bot.decision.situation import ADDRESSED, CONDUCT
from bot.report import CONFIDENCES, Affected, Harm

_OF_WHOM_IT_IS_ABOUT = {Harm.TRUST, Harm.OFFENCE, Harm.HURTS_PEOPLE}
"""What people suffer by what others read. What somebody acts or pays on, they have read themselves."""


def is_believed_by_others(facts: Facts) -> bool:
    """Return whether those whom we know are only the ones it is about, and others read something that is not so and believe it.

    The harm says so, or many talk about it while it still misleads; a leak, which is only too true, is nothing to put right.
    """
    is_leak = facts.is_personal_data or facts.mistake in CONFIDENCES
    if facts.affected is not Affected.FEW_KNOWN or is_leak:
        return False
    is_about_others = facts.is_seen or facts.mistake not in ADDRESSED
    if facts.harm is Harm.MISLEADS_PUBLIC:
        return is_about_others and _is_believed(facts)
    is_told = facts.mistake not in CONDUCT | ADDRESSED and facts.harm in _OF_WHOM_IT_IS_ABOUT
    return is_told and facts.is_seen and facts.is_misleading


def _is_believed(facts: Facts) -> bool:
    """Return whether it still is, or nobody can tell and what is mended in place has not come too late for many."""
    return facts.is_misleading or (facts.is_unsure and (facts.is_seen or not facts.is_replaceable))
