"""Known misspellings, from codespell's list: no guess about a word that is merely rare."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.text import Text

_TWICE = re.compile(
    r"\b(?P<word>the|a|an|to|of|in|on|at|is|are|was|we|and|for|with|our|you|your|it|this|be|by|from)( +)(?P=word)\b(?!')"
)
_WORD = re.compile(r"(?<![\w@#¤'/.-])[^\W\d_]{3,}(?![\w@¤/-]|\.\w)")


def check_spelling(text: Text, context: Context) -> Iterator[Finding]:
    """Yield known misspellings; words of the report, known names, capitals in mid-sentence, links and tags are left alone."""
    if context.report is None and context.channel is None:
        return
    allowed = _allowed(context)
    for found in _WORD.finditer(text.folded):
        right = misspellings().get(found.group())
        if right is None or found.group() in allowed or _is_name(text, found.start()):
            continue
        yield finding(Label.MISSPELLING, Span(found.start(), found.end()), mend=f"Did you mean “{right}”?")
    for found in _TWICE.finditer(text.folded):
        yield finding(Label.MISSPELLING, Span(found.start(), found.end()), "This word stands twice.")


@cache
def misspellings() -> dict[str, str]:
    """Return each known misspelling with its one right word; those with several are left out as too uncertain."""
    lines = files("codespell_lib").joinpath("data/dictionary.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("->", maxsplit=1) for line in lines if "->" in line)
    return {wrong: rights.split(",")[0].strip() for wrong, rights in pairs if "," not in rights.rstrip(", ")}


def _allowed(context: Context) -> frozenset[str]:
    known = " ".join(
        (
            *context.names,
            context.report.what if context.report else "",
            context.report.should_have_said if context.report else "",
            *(context.voice.words_to_use if context.voice else ()),
        )
    )
    return frozenset(re.findall(r"[^\W\d_]+", known.lower()))


def _is_name(text: Text, start: int) -> bool:
    if not text.raw[start].isupper():
        return False
    sentence = text.sentences[bisect_right(text.sentences, start, key=lambda one: one.start) - 1]
    return sentence.text[: start - sentence.start].strip() != ""
