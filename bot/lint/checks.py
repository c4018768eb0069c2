"""All checks of the lint, and what they find in a text."""

from bot.lint.apology import check_apology
from bot.lint.arguing import check_arguing
from bot.lint.blame import check_blame
from bot.lint.conditions import check_conditions
from bot.lint.correction import check_correction
from bot.lint.defining import check_defining
from bot.lint.excuse import check_excuse
from bot.lint.facts import check_facts
from bot.lint.labels import Label
from bot.lint.mentions import check_mentions
from bot.lint.model import Context, Finding
from bot.lint.passive import check_passive
from bot.lint.pity import check_pity
from bot.lint.plainly import check_plainly
from bot.lint.promises import check_promises
from bot.lint.promotion import check_promotion
from bot.lint.register import check_register
from bot.lint.repeating import check_repeating
from bot.lint.retold import without_retold
from bot.lint.shrinking import check_shrinking
from bot.lint.size import check_size
from bot.lint.spelling import check_spelling
from bot.lint.text import Text
from bot.lint.weighing import second_look

_CHECKS = (
    check_apology,
    check_conditions,
    check_blame,
    check_excuse,
    check_passive,
    check_shrinking,
    check_pity,
    check_promotion,
    check_arguing,
    check_mentions,
    check_promises,
    check_register,
    check_correction,
    check_repeating,
    check_size,
    check_facts,
    check_spelling,
)


def find_all(text: str, context: Context) -> tuple[Finding, ...]:
    """Return what an editor should look at, in the order of the text; what is absent (0, 0) comes first."""
    read = Text(text)
    undoubted = _undoubted(read, context)
    phrases = _phrases(read, context, undoubted)
    plain = frozenset(one for one in phrases if any(_is_about(one, other) for other in undoubted))
    found = without_retold(read, context, list(second_look(read, context, phrases, plain)))
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.label)))


def find_phrases(read: Text, context: Context) -> list[Finding]:
    """Return what the checks find by themselves, before the second reader has looked."""
    return _phrases(read, context, _undoubted(read, context))


def _undoubted(read: Text, context: Context) -> list[Finding]:
    """Return what the second reader does not doubt."""
    return [*check_plainly(read, context), *check_defining(read, context)]


def _phrases(read: Text, context: Context, undoubted: list[Finding]) -> list[Finding]:
    found = [finding for check in _CHECKS for finding in check(read, context)]
    found += [one for one in undoubted if not any(_is_about(one, other) for other in found)]
    return without_retold(read, context, _without_named(read, found))


def _is_about(one: Finding, other: Finding) -> bool:
    """Return whether both see the same in the same words."""
    return one.label is other.label and one.start < other.end and other.start < one.end


def _without_named(read: Text, found: list[Finding]) -> list[Finding]:
    """Return the findings without the passives of sentences that blame somebody: there the maker is named."""
    blamed = [one for one in found if one.label is Label.BLAME_SHIFT]
    named = [sentence for sentence in read.sentences if any(sentence.holds(one.start) for one in blamed)]
    return [
        one
        for one in found
        if one.label is not Label.PASSIVE_EVASION or not any(sentence.holds(one.start) for sentence in named)
    ]
