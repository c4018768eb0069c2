"""The second reader: it weighs every word of a text, and so sees what no phrase names and doubts what a phrase marks by accident.

Phrases (``bot.lint.phrases``) know how a fault is worded; most faults are told. So 40,000 marks of a text (words, pairs of words, their
first letters, families of words, what the situation calls for, what the phrases found) have a weight for each label, learned
from labelled statements (``bot.lint.scales``). A text's weights are added up: the same text always weighs the same.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.scales import scales
from bot.lint.text import Sentence, Text
from bot.lint.words import FAMILIES
from bot.plan import Expects
from bot.report import Fault

STANDS_FROM = 0.2
"""How sure the second reader has to be for what a phrase found to stand."""
STANDS_ALONE_FROM = 0.75
"""How sure of the finding's own sentence, where the whole text leaves doubt: of many faults each would be outweighed by the others."""
SEEN_FROM = 0.9
"""How sure it has to be of what no phrase found. Both were chosen on public statements, each weighed without having been learned from."""
BLOCKS_FROM = 0.95
"""How sure of that where it stops an approval, as blame does (``docs/judgement.md`` tells how it was chosen)."""
WORDED_FROM = 0.99
"""How sure of what stops an approval and is nearly always worded, as a non-apology is: blame is often only told."""
_WORDED = {Label.NON_APOLOGY}
_IN_SERIOUS_CASES = {Label.REPEATS_HARM, Label.JOKE_IN_SERIOUS}
_TOLD = {Label.EXCUSE, Label.BLAME_SHIFT, Label.SELF_PROMOTION}
"""What is told as often as worded: a phrase that finds it is wrong more often."""
TOLD_STANDS_FROM = 0.3
"""How sure the second reader has to be of these: of what it is less sure of, most were wrong on statements kept apart."""
_SIGNS = frozenset(",;:.!?…—–()")
_PREFIX = 5
_FAMILY = {
    word: name
    for name in (
        "PAST", "SENT", "THING", "OFFENSIVE", "PEOPLE", "HARM", "HURT", "ERROR", "SORRY", "NUMBER", "HAVE", "BE", "WE",
    )
    for word in FAMILIES[name].split()
}  # fmt: skip


class Mark(NamedTuple):
    """Something that has a weight, and the words it stands on: the last one is exclusive, none for what is about the whole text."""

    name: str
    sentence: int = -1
    first: int = 0
    last: int = 0


def second_look(
    text: Text, context: Context, found: list[Finding], plain: frozenset[Finding] = frozenset()
) -> Iterator[Finding]:
    """Yield what the phrases found without what is doubtful (``plain`` is not), then what only the weights see."""
    named = frozenset(one.label for one in found)
    marks = tuple(marks_of(text, context, named))
    sure = scales().likely(mark.name for mark in marks)
    doubtful = frozenset(one for one in found if one not in plain and _is_doubtful(one.label, sure))
    dropped = doubtful.difference(_standing_alone(doubtful, found, text, context))
    yield from (one for one in found if one not in dropped)
    for label, likely in sure.items():
        bar = WORDED_FROM if label in _WORDED else BLOCKS_FROM if label.blocks else SEEN_FROM
        if text.sentences and likely >= bar and label not in named and not _is_excepted(label, context):
            yield finding(label, _place(label, marks, text))


def _is_doubtful(label: Label, sure: dict[Label, float]) -> bool:
    """Return whether the weights take back what a phrase found."""
    return sure.get(label, 1) < (TOLD_STANDS_FROM if label in _TOLD else STANDS_FROM)


def _standing_alone(
    doubtful: AbstractSet[Finding], found: list[Finding], text: Text, context: Context
) -> Iterator[Finding]:
    """Yield the findings that are likely of their own sentence, whatever else the text says."""
    starts = [sentence.tokens[0].start for sentence in text.sentences]
    beside: defaultdict[int, list[Finding]] = defaultdict(list)
    for one in found:
        beside[bisect_right(starts, one.start) - 1].append(one)
    for number in {bisect_right(starts, one.start) - 1 for one in doubtful} - {-1}:
        sentence = text.sentences[number]
        within = [one for one in beside[number] if sentence.holds(one.start)]
        marks = (*_marks_around(context, {one.label for one in within}), *_marks(sentence, number))
        likely = scales().likely(mark.name for mark in marks)
        yield from (one for one in within if likely.get(one.label, 0) >= STANDS_ALONE_FROM)


def marks_of(text: Text, context: Context, named: Iterable[Label]) -> Iterator[Mark]:
    """Yield all marks of a text; ``named`` are the labels that the phrases found."""
    yield from _marks_around(context, named)
    for number, sentence in enumerate(text.sentences):
        yield from _marks(sentence, number)


def _marks_around(context: Context, named: Iterable[Label]) -> Iterator[Mark]:
    """Yield what the situation calls for, and what the phrases found."""
    yield Mark(f"@serious {context.serious}")
    yield from (Mark(f"@{expects} {expects in context.expects}") for expects in Expects)
    yield from (Mark(f"#{label}") for label in named)


def _marks(sentence: Sentence, number: int) -> Iterator[Mark]:
    words = ["<", *("#" if token.word[0].isdigit() else token.word for token in sentence.tokens), ">"]
    shorts = [f"{word[:_PREFIX]}*" if len(word) > _PREFIX else word for word in words]
    kinds = [_FAMILY.get(word, word) for word in words]
    last = len(sentence.tokens)
    for row in (words, shorts, kinds):
        for at, word in enumerate(row):
            first = min(max(0, at - 1), last - 1)
            if row is words or word != words[at]:
                yield Mark(word, number, first, first + 1)
        for at, (word, follows) in enumerate(pairwise(row)):
            if row is words or (word, follows) != (words[at], words[at + 1]):
                yield Mark(f"{word} {follows}", number, max(0, at - 1), min(last, at + 1))


def _is_excepted(label: Label, context: Context) -> bool:
    is_outsiders = context.report is not None and context.report.fault is Fault.OUTSIDER
    is_light = label in _IN_SERIOUS_CASES and not context.serious
    return is_light or (label is Label.BLAME_SHIFT and is_outsiders)


def _place(label: Label, marks: Iterable[Mark], text: Text) -> Span:
    """Return the clauses, within one sentence, whose words speak most for a label."""
    weights = [[0.0] * len(sentence.tokens) for sentence in text.sentences]
    for mark in marks:
        if mark.sentence >= 0:
            each = scales().weight(mark.name, label) / (mark.last - mark.first)
            for token in range(mark.first, mark.last):
                weights[mark.sentence][token] += each
    rows = [(*_heaviest(row), sentence) for row, sentence in zip(weights, text.sentences, strict=True)]
    _, first, last, sentence = max(rows, key=lambda row: row[0])
    return _clauses(sentence, first, last)


def _clauses(sentence: Sentence, first: int, last: int) -> Span:
    """Return a row of words with the rest of the clauses that it begins and ends in."""
    tokens = sentence.tokens
    while first > 0 and tokens[first - 1].word not in _SIGNS:
        first -= 1
    while last < len(tokens) and tokens[last].word not in _SIGNS:
        last += 1
    return Span(tokens[first].start, tokens[last - 1].end)


def _heaviest(weights: list[float]) -> tuple[float, int, int]:
    """Return the greatest sum of neighbours, and where they begin and end (exclusive)."""
    best, best_first, best_last = weights[0], 0, 1
    total, first = weights[0], 0
    for at, weight in enumerate(weights[1:], start=1):
        if total <= 0:
            total, first = 0, at
        total += weight
        if total > best:
            best, best_first, best_last = total, first, at + 1
    return best, best_first, best_last
