"""Is it brief, does it fit, is everything filled in?"""

from collections.abc import Iterator

from bot.lengths import (
    SMS_LIMIT,
    SMS_UNICODE_LIMIT,
    measure,
    not_in_gsm_7,
    word_budget,
    word_starts,
)
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.text import GAP, Text

_SIGNS_SHOWN = 5


def check_size(text: Text, context: Context) -> Iterator[Finding]:
    """Yield gaps, a text over its word budget, and a text that its channel refuses."""
    yield from (finding(Label.GAP, Span(gap.start(), gap.end())) for gap in GAP.finditer(text.raw))
    budget = word_budget(context.channel)
    words = word_starts(text.raw)
    if len(words) > budget:
        why = f"{len(words)} words; a broad message here should stay within {budget}."
        yield finding(Label.TOO_LONG, Span(words[budget], len(text.raw)), why)
    if context.channel is None:
        return
    length = measure(text.raw, context.channel)
    if length.is_hard and not length.fits:
        why = f"{length.used} characters as {context.channel.label} counts them; {length.limit} fit."
        yield finding(Label.OVER_LENGTH, Span(0, len(text.raw)), why, _without_signs(text.raw, length.limit))


def _without_signs(text: str, limit: int) -> str:
    """Return how to mend a text that would be given more room without its emoji, curly quotes or dashes; they look harmless."""
    if limit != SMS_UNICODE_LIMIT:
        return ""
    signs = " ".join(not_in_gsm_7(text)[:_SIGNS_SHOWN])
    return f"Take out or replace “{signs}”: without such signs {SMS_LIMIT} fit. Or shorten it."
