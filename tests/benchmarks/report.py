"""What a benchmark says: its table, and for each figure that has a bound whether it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bound:
    """One figure and how large (or, with ``is_least``, how small) it may be; ``bare`` is what the app by SQLModel and an outbox has."""

    figure: str
    measured: float
    bound: float
    unit: str = "times"
    is_least: bool = False
    bare: float | None = None

    @property
    def is_kept(self) -> bool:
        """Return whether the figure keeps its bound."""
        return self.measured >= self.bound if self.is_least else self.measured <= self.bound

    def __str__(self) -> str:
        sign = "at least" if self.is_least else "at most"
        kept = "kept" if self.is_kept else "**not kept**"
        bare = "" if self.bare is None else f"{self.bare:.2f}"
        return (
            f"| {self.figure} | {self.measured:.2f} {self.unit} | {bare} | {sign} {self.bound:g} | {kept} |"
        )


def bounds_table(bounds: Iterable[Bound]) -> str:
    """Return the bounds as a Markdown table."""
    return "\n".join(
        [
            "\n| figure | oops | by SQLModel and an outbox | bound | |\n|---|---|---|---|---|",
            *(str(bound) for bound in bounds),
        ]
    )
