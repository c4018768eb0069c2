"""All pairs of values: a small set of examples in which every two values of different questions meet at least once."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

Place = tuple[int, int]  # the number of a question, the number of its value


def all_pairs(questions: Mapping[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    """Yield examples, the same ones each time: each takes the first pair still missing and adds what covers most others."""
    names, sizes = list(questions), [len(values) for values in questions.values()]
    missing = dict.fromkeys(
        ((first, a), (second, b))
        for first, second in combinations(range(len(names)), 2)
        for a in range(sizes[first])
        for b in range(sizes[second])
    )
    while missing:
        row = dict(next(iter(missing)))
        for question in range(len(names)):
            if question not in row:
                row[question] = _best(question, sizes[question], row, missing)
        for pair in combinations(sorted(row.items()), 2):
            missing.pop(pair, None)
        yield {names[question]: questions[names[question]][value] for question, value in row.items()}


def _best(
    question: int, size: int, row: Mapping[int, int], missing: Mapping[tuple[Place, Place], None]
) -> int:
    def gain(value: int) -> int:
        here = (question, value)
        return sum((min(here, other), max(here, other)) in missing for other in row.items())

    start = sum(row.values()) % size  # ties are spread over the values
    return max(range(size), key=lambda value: (gain(value), (value - start) % size))
