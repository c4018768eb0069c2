"""Learns the weights of ``bot.lint.weighing`` from labelled statements: ``make weights``.

A logistic regression for each label, on all statements but those kept apart to measure it, on the tests' sentences and oops's own drafts. What the
phrases found is not told to it of the statements that the phrases were made on: they would look better than they are.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.draft_kinds import kinds_for
from bot.drafts import render_draft
from bot.lint.checks import find_phrases
from bot.lint.labels import Label
from bot.lint.lines import read_line
from bot.lint.model import Context
from bot.lint.scales import STEP
from bot.lint.text import Text
from bot.lint.weighing import marks_of
from tests.draft_space import QUESTIONS, situation
from tests.draft_space import context_of as context_of_draft
from tests.lint.clean import CLEAN
from tests.lint.contexts import context_for, context_of
from tests.lint.near_ones import DOES_NOT_SHOW
from tests.lint.sentences import SHOWS
from tests.lint.statements import (
    HELD_OUT,
    LEARNED_FROM,
    PUBLIC_LEARNED,
    PUBLIC_READ,
    STATEMENTS,
    digest,
    lines_of,
)
from tests.pairs import all_pairs

WEIGHTS = Path(__file__).parents[2] / "bot" / "lint" / "weights.tsv"
LABELS = (
    Label.EXCUSE,
    Label.BLAME_SHIFT,
    Label.NON_APOLOGY,
    Label.PASSIVE_EVASION,
    Label.MINIMISING,
    Label.SELF_PITY,
    Label.SELF_PROMOTION,
    Label.REPEATS_HARM,
    Label.ARGUMENTATIVE,
    Label.OVERPROMISE,
    Label.JOKE_IN_SERIOUS,
)
"""What is told. The other labels hang on how it is worded, and are the phrases' alone."""
MARKS = 40_000
RAREST = 3
STRENGTH = 20.0
HEAVIEST = 127
TIMES = 3
"""How often public statements count, the tests' sentences and oops's own drafts: the other ones were thought of."""


class Example(NamedTuple):
    """The marks of one statement, and its labels; ``is_may``: those that count for neither side."""

    marks: frozenset[str]
    must: frozenset[str]
    may: frozenset[str]


def examples() -> list[Example]:
    """Return all statements to learn from. Even lines of ``held_out.jsonl`` are kept apart."""
    old = _read((*lines_of(STATEMENTS), *lines_of(HELD_OUT)[::2]), knows_phrases=False)
    new = _read(lines_of(LEARNED_FROM), knows_phrases=True)
    public = [
        *_read(lines_of(PUBLIC_READ), knows_phrases=False),
        *_read(lines_of(PUBLIC_LEARNED), knows_phrases=True),
    ]
    plain = [*_sentences(), *_drafts()]
    return [*old, *new, *[*public, *plain] * TIMES]


def _read(lines: Iterable[str], *, knows_phrases: bool) -> list[Example]:
    return [_example(line, knows_phrases=knows_phrases) for line in lines]


def _drafts() -> Iterator[Example]:
    """Yield what oops writes itself: its drafts pass its own lint."""
    for values in all_pairs(QUESTIONS):
        report, plan, brand = situation(values)
        for kind in kinds_for(plan, report):
            text = render_draft(kind, report=report, plan=plan, brand=brand)
            marks = _marks(text, context_of_draft(kind, report, plan, brand), knows_phrases=True)
            yield Example(marks, frozenset(), frozenset())


def _sentences() -> Iterator[Example]:
    """Yield the sentences that show a label, or only look like it; of other labels they say nothing."""
    for sentences, is_shown in ((SHOWS, True), (DOES_NOT_SHOW, False)):
        for label in LABELS:
            others = frozenset(LABELS) - {label}
            for text in sentences[label]:
                must = frozenset({label} if is_shown else ())
                yield Example(_marks(text, context_for(label), knows_phrases=True), must, others)
    for tone, serious, called_for, text in CLEAN:
        marks = _marks(text, context_of(tone, serious, called_for), knows_phrases=True)
        yield Example(marks, frozenset(), frozenset())


def _example(line: str, *, knows_phrases: bool) -> Example:
    labels = json.loads(line)
    marks = _marks(*read_line(line), knows_phrases=knows_phrases)
    return Example(marks, frozenset(labels["must"]), frozenset(labels["may"]))


def _marks(text: str, context: Context, *, knows_phrases: bool) -> frozenset[str]:
    read = Text(text)
    named = {one.label for one in find_phrases(read, context)} if knows_phrases else set()
    return frozenset(mark.name for mark in marks_of(read, context, named))


def learn(learned_from: list[Example]) -> tuple[list[str], Any, Any]:
    """Return the marks that matter most, where each label starts from, and the weights: a row for each mark."""
    counts = Counter(mark for one in learned_from for mark in one.marks)
    often = sorted(mark for mark, count in counts.items() if count >= RAREST)
    _, weights = _fit(learned_from, often)
    seen = np.sqrt([counts[mark] for mark in often])
    matters = np.abs(weights).max(axis=1) * seen
    kept = sorted(often[at] for at in np.argsort(-matters, kind="stable")[:MARKS])
    return kept, *_fit(learned_from, kept)


def _fit(learned_from: list[Example], marks: list[str]) -> tuple[Any, Any]:
    table = _matrix([one.marks for one in learned_from], marks)
    base, weights = [], []
    for label in LABELS:
        rows = [at for at, one in enumerate(learned_from) if label in one.must or label not in one.may]
        due = [label in learned_from[at].must for at in rows]
        model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=3000).fit(table[rows], due)
        base.append(float(model.intercept_[0]))
        weights.append(model.coef_[0])
    return base, np.array(weights).T


def _matrix(texts: Iterable[frozenset[str]], marks: list[str]) -> Any:
    place = {mark: at for at, mark in enumerate(marks)}
    starts, places, shares = [0], [], []
    for text in texts:
        known = sorted(place[mark] for mark in text if mark in place)
        places += known
        shares += [1 / max(1, len(known)) ** 0.5] * len(known)
        starts.append(len(places))
    return csr_matrix((shares, places, starts), shape=(len(starts) - 1, len(marks)))


def write(marks: list[str], base: Any, weights: Any) -> None:
    """Write ``weights.tsv``: a line for each mark, in units of ``STEP``; marks without any weight are left out."""
    units = np.clip(np.rint(weights / STEP), -HEAVIEST, HEAVIEST).astype(int)
    rows = [
        f"# written by make weights from {digest()}; a row is a mark of a text, with its weight for each label in tenths",
        "\t".join(("mark", *LABELS)),
        "\t".join(("from", *(f"{one:.4f}" for one in base))),
        *("\t".join((mark, *map(str, row))) for mark, row in zip(marks, units, strict=True) if row.any()),
    ]
    WEIGHTS.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Learn, and write the weights."""
    learned_from = examples()
    marks, base, weights = learn(learned_from)
    write(marks, base, weights)
    sys.stdout.write(f"{len(marks)} marks, learned from {len(learned_from)} statements.\n")


if __name__ == "__main__":
    main()
