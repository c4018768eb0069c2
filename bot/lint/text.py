"""A text as the checks see it: folded letter by letter, so that offsets stay, and cut into sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.lint.model import Span

_FOLD = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "′": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
    }
)
_SPACE = re.compile(r"\s")
_TOP_LEVELS = "com|org|net|edu|gov|int|info|io|co|uk|de|fr|eu|nz|au|ca|us|ie|nl|be|ch|at|se|no|dk|es|it|app|dev|ly|me|tv|news|example|test"
LINK = re.compile(
    rf"(?P<link>\b(?:https?://|www\.)[^\s<>\"]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:{_TOP_LEVELS})\b(?:/[^\s<>\"]*)?)"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?)]}'\"…"
MASK = "¤"  # stands for every character of a link, so that no word in it is read
_ENDS = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n")
_TITLE = re.compile(r"\b(?:dr|mr|mrs|ms|prof|st|cllr|rev|hon|sen|gov|gen|capt|vs|[a-z]|e\.g|i\.e)$")
_SHORT = re.compile(
    r"\b(?:nos?|etc|approx|inc|ltd|co|dept|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[ap]\.m)$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its offset in the text and its folded letters."""

    start: int
    text: str


class Text:
    """A text to be read by the checks. ``folded`` has the same length as ``raw``."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.links = tuple(_links(raw))
        self.folded = _mask(_fold(raw), self.links)
        self.sentences = tuple(_sentences(self.folded, raw))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the folded words in order."""
        return tuple(re.findall(r"[\w'-]+", self.folded))


def _fold(raw: str) -> str:
    lowered = raw.lower()
    if len(lowered) != len(raw):  # a few capitals become two letters; keep the offsets
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in raw)
    return _SPACE.sub(" ", lowered.translate(_FOLD))


def _links(raw: str) -> Iterator[Span]:
    if "." not in raw and "://" not in raw:
        return
    for found in LINK.finditer(raw):
        end = found.end() - (len(found.group()) - len(found.group().rstrip(_TRAILING)))
        yield Span(found.start(), end)


def _mask(folded: str, links: tuple[Span, ...]) -> str:
    for link in links:
        folded = folded[: link.start] + MASK * (link.end - link.start) + folded[link.end :]
    return folded


def _sentences(folded: str, raw: str) -> Iterator[Sentence]:
    start = 0
    for end in _ENDS.finditer(_keep_lines(folded, raw) if "\n" in raw else folded):
        if end.group() == "." and _is_abbreviation(folded, raw, start, end.start()):
            continue
        if folded[start : end.end()].strip():
            yield Sentence(start, folded[start : end.end()])
        start = end.end()
    if folded[start:].strip():
        yield Sentence(start, folded[start:])


def _is_abbreviation(folded: str, raw: str, start: int, dot: int) -> bool:
    before = max(start, dot - 8)
    if _TITLE.search(folded, before, dot):
        return True
    follows = raw[dot + 1 : dot + 3].strip()[:1]
    return _SHORT.search(folded, before, dot) is not None and not follows.isupper()


def _keep_lines(folded: str, raw: str) -> str:
    return "".join("\n" if character == "\n" else low for low, character in zip(folded, raw, strict=True))
