"""Whether two reports are of the same slip, as far as their words tell: what goes out in two places is reported once for each."""

import re
from datetime import timedelta

from bot.links import link_key
from bot.report import Report
from bot.right_words import tidied

REPORTS_APART = timedelta(minutes=60)
"""How far apart two reports of one brand may be to be of one mistake."""
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]{4,}")
_SAID_OF_ANY = frozenset(
    [
        "about",
        "after",
        "also",
        "been",
        "before",
        "correct",
        "could",
        "date",
        "does",
        "error",
        "from",
        "have",
        "here",
        "instead",
        "into",
        "just",
        "mail",
        "message",
        "mistake",
        "newsletter",
        "posted",
        "posting",
        "push",
        "right",
        "said",
        "says",
        "sent",
        "should",
        "some",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "today",
        "took",
        "tweet",
        "tweeted",
        "went",
        "were",
        "what",
        "when",
        "where",
        "which",
        "will",
        "with",
        "would",
        "write",
        "wrong",
        "wrote",
        "your",
    ]
)
"""What stands in reports of anything."""
_ENOUGH = 2
_TELLING = 3


def is_told_alike(one: Report, other: Report, *, apart: timedelta) -> bool | None:
    """Return whether two reports tell of the same slip; None where their words do not say.

    They do with the same link, the same right words, or a third of what they are about in common. They do not where what is
    right is another thing, or where they have nothing in common and were not made within the hour.
    """
    is_same_link = bool(one.link) and link_key(one.link) == link_key(other.link)
    if is_same_link or (_right(one) and _right(one) == _right(other)):
        return True
    mine, theirs = _about(one), _about(other)
    shorter = min(len(mine), len(theirs))
    if len(mine & theirs) >= max(_ENOUGH, shorter / 3):
        return True
    is_other_right = bool(_right(one) and _right(other)) and not _words(_right(one)) & _words(_right(other))
    is_far = apart > REPORTS_APART and shorter >= _TELLING and not mine & theirs
    return False if is_other_right or is_far else None


def _right(report: Report) -> str:
    return " ".join(tidied(report.should_have_said).casefold().rstrip(" .!").split())


def _about(report: Report) -> frozenset[str]:
    return _words(f"{report.what} {report.should_have_said}")


def _words(text: str) -> frozenset[str]:
    """Return the numbers and the longer words of a text, but for those that any report has; a plural counts as one."""
    found = {word.casefold() for word in _WORD.findall(text)} - _SAID_OF_ANY
    return frozenset(word.removesuffix("s") for word in found)
