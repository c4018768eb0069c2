"""Text that runs from right to left, for a printer that only goes from left to right."""

import re
import unicodedata
from itertools import groupby

_FROM_THE_RIGHT = frozenset({"R", "AL"})
_FROM_THE_LEFT = frozenset({"L", "EN", "AN"})
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


def has_right_to_left(text: str) -> bool:
    """Return whether there is a letter that runs from right to left."""
    return any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in text)


def in_sight_order(line: str) -> str:
    """Return one line's characters from left to right as they are seen.

    Each run in one direction is kept together, what is neutral between two runs of the same direction goes with them, and the
    first letter decides from which side the line is read. That is the part of Unicode's algorithm (UAX 9) that lines of
    people's words need; nested embeddings are not, and are removed where text comes in.
    """
    directions = _directions(line)
    starts_right = next((is_right for is_right in directions if is_right is not None), False)
    resolved = _resolved(directions, default=starts_right)
    runs = [
        (is_right, "".join(letter for letter, _ in run))
        for is_right, run in groupby(zip(line, resolved, strict=True), key=lambda pair: pair[1])
    ]
    seen = [_turned(run) if is_right else run for is_right, run in runs]
    return "".join(reversed(seen) if starts_right else seen)


def _directions(line: str) -> list[bool | None]:
    """Return for each character whether it runs from the right; None where it follows its neighbours."""
    kinds = [unicodedata.bidirectional(letter) for letter in line]
    return [True if kind in _FROM_THE_RIGHT else False if kind in _FROM_THE_LEFT else None for kind in kinds]


def _resolved(directions: list[bool | None], *, default: bool) -> list[bool]:
    """Return the directions with each neutral stretch given to its neighbours where they agree, else to the line's own."""
    resolved: list[bool] = []
    for place, direction in enumerate(directions):
        if direction is not None:
            resolved.append(direction)
            continue
        before = next((known for known in reversed(directions[:place]) if known is not None), default)
        after = next((known for known in directions[place:] if known is not None), default)
        resolved.append(before if before == after else default)
    return resolved


def _turned(run: str) -> str:
    turned = run[::-1].translate(_MIRRORED)
    return _NUMBER.sub(lambda number: number[0][::-1], turned)
