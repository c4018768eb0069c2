"""Why something that was found stays in a text: said by whoever keeps it, and only for the words that it was said of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.typed import REASON_LONGEST

Findings = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Reasons:
    """What a form says, by label. ``standing`` are those that it was opened with and nobody touched, ``beside`` the text that it showed."""

    given: Mapping[str, str] = field(default_factory=dict)
    standing: frozenset[str] = frozenset()
    beside: str = ""


def held(reasons: Reasons, text: str, found: Findings, found_before: Findings) -> dict[str, str]:
    """Return the reasons that hold for what is found in a text: one that stood in the form only for the words it stood beside."""
    before = {label: _said(label, reasons.beside, found_before) for label in reasons.standing}
    given = {label: reason.strip()[:REASON_LONGEST] for label, reason in reasons.given.items()}
    return {
        label: reason
        for label, reason in given.items()
        if reason and (said := _said(label, text, found)) and said == before.get(label, said)
    }


def _said(label: str, text: str, found: Findings) -> list[tuple[Any, ...]]:
    """Return what is said of a text under one label, wherever in it that stands."""
    return [
        (text[one["start"] : one["end"]], one["why"], one["mend"]) for one in found if one["label"] == label
    ]
