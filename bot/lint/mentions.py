"""Does the text call people in by their handle?"""

import re
from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.text import Text

_HANDLE = re.compile(r"(?<![\w@/.¤])@(?=\w*[a-z_])\w[\w.]*(?:@[\w.-]+\w)?(?![\w@])")


def check_mentions(text: Text, _context: Context) -> Iterator[Finding]:
    """Yield every mention, without the full stop that may follow it."""
    for handle in _HANDLE.finditer(text.folded):
        end = handle.start() + len(handle.group().rstrip("."))
        yield finding(Label.TAGS_PEOPLE, Span(handle.start(), end))
