"""How well the lint agrees with two judges: ``python -m tests.judgement_lint [FILE] [--phrases] [--even]``.

Without a FILE, ../shared/examples/statements.jsonl. ``--phrases``: without the second reader. ``--even``: only every second line,
and none of the disagreements, so that nobody looks at them.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bot.lint.checks import find_phrases
from bot.lint.labels import Label
from bot.lint.lines import lint_lines, read_line
from bot.lint.text import Text

EXAMPLES = Path(__file__).parents[2] / "shared" / "examples" / "statements.jsonl"


@dataclass
class Score:
    """Counts over all statements, by label."""

    hits: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    false_alarms: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    clean_left: int = 0
    disagreements: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of labels found that are due (what only one judge sees counts for neither side)."""
        return self.hits.total() / max(1, self.hits.total() + self.false_alarms.total())

    @property
    def recall(self) -> float:
        """Return the share of due labels that are found."""
        return self.hits.total() / max(1, self.hits.total() + self.misses.total())


def score(
    statements: list[dict[str, Any]], answer: Callable[[Iterator[str]], Iterator[dict[str, Any]]] = lint_lines
) -> Score:
    """Return how the lint's labels compare with the judges' (``must`` is due, outside ``must`` and ``may`` is a false alarm)."""
    result = Score()
    answers = answer(json.dumps(statement) for statement in statements)
    for statement, answered in zip(statements, answers, strict=True):
        found = {one["label"] for one in answered["findings"]}
        must, may = set(statement["must"]), set(statement["may"])
        result.hits.update(found & must)
        result.misses.update(must - found)
        result.false_alarms.update(found - must - may)
        if not must:
            result.clean += 1
            result.clean_left += not any(
                one["blocks"] and one["label"] not in may for one in answered["findings"]
            )
        result.disagreements.extend(_told(statement, answered["findings"], must, may))
    return result


def _told(
    statement: dict[str, Any], findings: list[dict[str, Any]], must: set[str], may: set[str]
) -> Iterator[str]:
    found = {one["label"] for one in findings}
    for label in sorted(must - found):
        yield f"{statement.get('id', '?')} missed {label}: {statement['text']}"
    for one in findings:
        if one["label"] not in must | may:
            yield f"{statement.get('id', '?')} false {one['label']} on “{statement['text'][one['start'] : one['end']]}”: {statement['text']}"


def phrases_lines(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """Yield what the phrases find by themselves, as ``lint_lines`` does."""
    for line in lines:
        text, context = read_line(line)
        yield {"findings": [asdict(one) for one in find_phrases(Text(text), context)]}


def main() -> None:
    """Print the figures, then every disagreement."""
    options = {"--phrases", "--even"} & set(sys.argv)
    path = next((Path(given) for given in sys.argv[1:] if given not in options), EXAMPLES)
    if not path.is_file():
        sys.exit(f"There are no statements at {path}: name a file, such as tests/lint/statements.jsonl.")
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = lines[1::2] if "--even" in options else lines
    answer = phrases_lines if "--phrases" in options else lint_lines
    result = score([json.loads(line) for line in lines if line.strip()], answer)
    print(f"precision {result.precision:.3f}  recall {result.recall:.3f}")  # noqa: T201  a command's output
    print(f"clean statements left without a blocking finding: {result.clean_left} of {result.clean}")  # noqa: T201
    print(f"{'label':24}{'due':>5}{'found':>7}{'false':>7}")  # noqa: T201
    for label in Label:
        due = result.hits[label] + result.misses[label]
        if due or result.false_alarms[label]:
            print(f"{label:24}{due:5}{result.hits[label]:7}{result.false_alarms[label]:7}")  # noqa: T201
    if "--even" not in options:
        print(*result.disagreements, sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
