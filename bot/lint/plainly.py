"""What is worded so plainly that the second reader has nothing to doubt: scorn, words of an office, a quip, a promise without a limit, our own words quoted."""

from collections.abc import Iterator

from bot.lint.absolutes import unlimited
from bot.lint.apology import has_apology
from bot.lint.belittling import belittled
from bot.lint.deadpan import DEADPAN, SCORN
from bot.lint.euphemism import EUPHEMISMS
from bot.lint.jokes import flippant
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, finding
from bot.lint.phrases import spans
from bot.lint.pointing import POINTING
from bot.lint.repeating import quoted, told_in_report
from bot.lint.text import Text
from bot.lint.touting import touted
from bot.lint.unowned import unowned
from bot.plan import Expects

_NOT_OWNED = (
    "From a playful brand this reads as one more quip: no word of the text owns up to what was done.",
    "Say in plain words what we did, and that we are sorry for it.",
)


def check_plainly(text: Text, context: Context) -> Iterator[Finding]:
    """Yield what no sum of weights takes back."""
    is_answer = Expects.CORRECTION in context.expects or bool(text.links) or has_apology(text)
    argued = spans(text, SCORN, POINTING) if is_answer else spans(text, SCORN, POINTING, DEADPAN)
    yield from (finding(Label.ARGUMENTATIVE, span) for span in argued)
    if context.serious:
        yield from (finding(Label.MINIMISING, span) for span in spans(text, EUPHEMISMS))
        yield from (finding(Label.REPEATS_HARM, span) for span in quoted(text))
    yield from (finding(Label.JOKE_IN_SERIOUS, span, *_NOT_OWNED) for span in flippant(text, context))
    yield from (finding(Label.REPEATS_HARM, span) for span in told_in_report(text, context))
    yield from (finding(Label.PASSIVE_EVASION, span) for span in unowned(text, context))
    yield from (finding(Label.MINIMISING, span) for span in belittled(text, context))
    yield from (finding(Label.OVERPROMISE, span) for span in unlimited(text))
    yield from (finding(Label.SELF_PROMOTION, span) for span in touted(text))
