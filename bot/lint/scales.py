"""The weights of ``bot.lint.weighing``: 40,000 marks of a text with a weight for each label, as ``make weights`` wrote them."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.lint.labels import Label

STEP = 0.1
"""One unit of ``weights.tsv``."""
_ZERO = 128
"""The byte that stands for no weight."""
_LEAST = 700.0
"""Beyond this weight, against a label, a float cannot tell the difference, and its exponential overflows."""


@dataclass(frozen=True, slots=True)
class Scales:
    """The weights: for every label where it starts from, and for every mark a byte for each label."""

    labels: tuple[Label, ...]
    base: tuple[float, ...]
    weights: Mapping[str, bytes]

    def weight(self, mark: str, label: Label) -> int:
        """Return what a mark says for a label (above 0) or against it, in units of ``STEP``."""
        return self.weights[mark][self.labels.index(label)] - _ZERO if mark in self.weights else 0

    def likely(self, marks: Iterable[str]) -> dict[Label, float]:
        """Return for each label how likely it is of a text with these marks, between 0 and 1."""
        known = [self.weights[mark] for mark in set(marks) if mark in self.weights]
        share = STEP / math.sqrt(max(1, len(known)))
        columns = zip(*known, strict=True) if known else ((),) * len(self.labels)
        return {
            label: _likely(base + share * (sum(column) - _ZERO * len(known)))
            for label, base, column in zip(self.labels, self.base, columns, strict=True)
        }


def _likely(weight: float) -> float:
    return 1 / (1 + math.exp(min(-weight, _LEAST)))


@cache
def scales() -> Scales:
    """Return the weights, read on first use."""
    by_name = {str(label): label for label in Label}
    byte_of = {str(byte - _ZERO): byte for byte in range(256)}  # looked up half a million times
    weights = {}
    with files("bot.lint").joinpath("weights.tsv").open(encoding="utf-8") as lines:
        next(lines)
        _, *names = next(lines).rstrip("\n").split("\t")
        _, *base = next(lines).rstrip("\n").split("\t")
        for line in lines:
            mark, *units = line.rstrip("\n").split("\t")
            weights[mark] = bytes([byte_of[unit] for unit in units])
    return Scales(tuple(by_name[name] for name in names), tuple(float(one) for one in base), weights)
