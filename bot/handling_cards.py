"""What is shown while a case is handled: what it can be merged with, and whose it may be."""

from dataclasses import dataclass

from bot.models import Case


@dataclass(frozen=True, slots=True)
class SameCard:
    """A case's id, and the case of the same address that it can be merged into; one ``is_own`` is only named: they may be two mistakes."""

    case_id: int
    other: Case
    is_own: bool = False

    @property
    def name(self) -> str:
        """Return the other case's public name, such as ``OOPS-7``."""
        return self.other.name


@dataclass(frozen=True, slots=True)
class MergeCard:
    """A case and those that it can be merged with."""

    case: Case
    others: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class BrandCard:
    """A case and the brands that it may be of: id and name."""

    case: Case
    brands: tuple[tuple[str, str], ...]
