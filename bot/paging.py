"""Pages of a long list: which of them is shown, and what stands on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list. ``number`` counts from 0; ``count`` is how many pages there are, at least one."""

    number: int
    count: int
    size: int

    @property
    def start(self) -> int:
        """Return how many rows stand on the pages before it."""
        return self.number * self.size

    def of(self, rows: Sequence[T]) -> Sequence[T]:
        """Return the rows of the list that stand on it."""
        return rows[self.start : self.start + self.size]


def in_turn(lists: Sequence[Sequence[T]], size: int) -> list[tuple[int, T]]:
    """Return what stands in several lists, ``size`` of each in turn so that none hides the others, each with its list's place."""
    longest = max(map(len, lists), default=0)
    return [
        (place, one)
        for start in range(0, longest, size)
        for place, rows in enumerate(lists)
        for one in rows[start : start + size]
    ]


def list_page(wanted: int, *, total: int, size: int) -> ListPage:
    """Return the wanted page of ``total`` rows, or the nearest one that there is."""
    count = max(1, -(-total // size))
    return ListPage(min(max(wanted, 0), count - 1), count, size)
