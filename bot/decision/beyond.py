"""Whether more people believe it than the few whom we know: then a note to those few does not put it right."""

from bot.channels import LISTED
from bot.decision.facts import Facts
from bot.decision.situation import ADDRESSED
from bot.report import CONFIDENCES, Affected, Harm


def is_believed_by_others(facts: Facts) -> bool:
    """Return whether those whom we know are only the ones it is about, and others read something that is not so and believe it.

    Whom a mail or a text told may be just those few, as long as few have noticed. A leak, which is only too true, is nothing
    to put right.
    """
    is_leak = facts.is_personal_data or facts.mistake in CONFIDENCES
    if facts.affected is not Affected.FEW_KNOWN or facts.harm is not Harm.MISLEADS_PUBLIC or is_leak:
        return False
    may_be_them = facts.channel in LISTED or facts.mistake in ADDRESSED
    return (facts.is_seen or not may_be_them) and _is_believed(facts)


def _is_believed(facts: Facts) -> bool:
    """Return whether it still is, or nobody can tell and what is mended in place has not come too late for many."""
    return facts.is_misleading or (facts.is_unsure and (facts.is_seen or not facts.is_replaceable))
