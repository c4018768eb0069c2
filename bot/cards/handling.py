"""What is shown while a case is handled: what it can be merged with, whose it may be, what to say to somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.draft_kinds import DraftKind
from bot.models import Brand, Case, Draft
from bot.states import DraftState


class GoesOn(StrEnum):
    """Which of two cases that are merged goes on, as somebody chose: the one that has come further, the one that they came from, or the one that they picked."""

    FURTHER = "further"
    THIS = "this"
    OTHER = "other"


class Ahead(StrEnum):
    """In what one of two cases has come further than the other."""

    IS_OUT = "is_out"
    IS_CALLED = "is_called"
    IS_FIRST = "is_first"


@dataclass(frozen=True, slots=True)
class SameCard:
    """A case's id, and the case of the same address that it can be merged into; one ``is_own`` is only named: they may be two mistakes.

    ``said`` are the texts that went out in that one.
    """

    case_id: int
    other: Case
    is_own: bool = False
    said: tuple[Draft, ...] = ()

    @property
    def name(self) -> str:
        """Return the other case's public name, such as ``OOPS-7``."""
        return self.other.name


@dataclass(frozen=True, slots=True)
class MergeCard:
    """A case, whose it is, and those that it can be merged with; ``ahead`` is, by their ids, which of the two has come further and in what.

    ``elsewhere`` is, by its name and place, what each of them still has to do there: empty where all went out in one place.
    """

    case: Case
    brand: Brand
    others: tuple[Case, ...]
    ahead: Mapping[int, tuple[Case, Ahead]] = field(default_factory=dict)
    elsewhere: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BrandCard:
    """A case and the brands that it may be of: id and name."""

    case: Case
    brands: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TextToUse:
    """A text for reaching somebody off-line; ``state`` is None for one that is made for looking at only.

    ``is_overtaken``: somebody wrote it before there was something else to say.
    """

    kind: DraftKind
    text: str
    state: DraftState | None
    is_overtaken: bool = False


@dataclass(frozen=True, slots=True)
class WordsCard:
    """What to say and to write to somebody off-line."""

    texts: tuple[TextToUse, ...]

    @property
    def has_private_note(self) -> bool:
        """Return whether there is a note to send."""
        return any(shown.kind is DraftKind.PRIVATE_NOTE for shown in self.texts)


@dataclass(frozen=True, slots=True)
class MoveCard:
    """A case that can be moved out of a direct message, and the brand's channel where there is one."""

    case_id: int
    case_name: str
    suggested: str = ""
