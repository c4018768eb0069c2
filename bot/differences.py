"""What is different between two texts, word by word: arithmetic only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|[^\s]+")
_LONG = 1000
"""Words and blanks. In what is longer, words that stand everywhere are passed over as places to start from: a flood of one takes a second else."""
_AROUND = 3  # words beside a change that are shown where the rest is left out


class Fate(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words beside each other that all stayed, went or came."""

    fate: Fate
    text: str


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts as one row of pieces: without the added ones it is ``before``, without the removed ones ``after``.

    Words that were replaced side by side are one piece that went and one that came: word for word nobody could read them.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    went, came = "", ""
    matcher = SequenceMatcher(None, old, new, autojunk=len(new) > _LONG)
    for kind, i, j, k, m in matcher.get_opcodes():
        is_between = (went or came) and j < len(old) and m < len(new)
        if kind == "equal" and not (is_between and not "".join(old[i:j]).strip()):
            pieces += [*_replaced(went, came), Piece(Fate.SAME, "".join(old[i:j]))]
            went, came = "", ""
        else:
            went, came = went + "".join(old[i:j]), came + "".join(new[k:m])
    return (*pieces, *_replaced(went, came))


def _replaced(went: str, came: str) -> list[Piece]:
    both = (Piece(Fate.REMOVED, went), Piece(Fate.ADDED, came))
    return [piece for piece in both if piece.text]


def in_short(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with long stretches that stayed the same shortened to a few words beside each change."""
    return tuple(
        piece if piece.fate is not Fate.SAME else Piece(piece.fate, _shortened(piece.text, at, len(pieces)))
        for at, piece in enumerate(pieces)
    )


def _shortened(text: str, at: int, count: int) -> str:
    words = _WORDS.findall(text)
    most = 2 * _AROUND + 1  # with the blanks between
    head, tail = words[:most] if at else [], words[-most:] if at < count - 1 else []
    if len(words) <= len(head) + len(tail):
        return text
    start, end = "".join(head).rstrip(), "".join(tail).lstrip()
    return f"{start} … {end}" if start and end else f"{start} …" if start else f"… {end}"
