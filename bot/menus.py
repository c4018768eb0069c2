"""Menus of names: how many one list holds, and which names come first for what somebody typed."""

import re
from collections.abc import Iterable
from unicodedata import normalize

Choice = tuple[str, str]
"""A value and its name."""

LISTED = 100
"""As many names as Slack's static_select holds in one list (docs.slack.dev, select menu element).

They are 10 KB of a form, which is drawn, and sent back with each answer; of more names, those are loaded that fit what is typed.
"""


def found(choices: Iterable[Choice], typed: str) -> list[Choice]:
    """Return the choices whose names fit, at most a list of them; where nothing was typed, all fit.

    First come those that begin with what was typed, then those in which a word does, then those that hold it anywhere.
    """
    wanted = _folded(typed)
    ranked = [(_rank(name, wanted), name, choice) for choice in choices for name in [_folded(choice[1])]]
    fitting = sorted(one for one in ranked if one[0] is not None)
    return [choice for *_, choice in fitting[:LISTED]]


def _rank(name: str, wanted: str) -> int | None:
    """Return how well a name fits, 0 best; None where it does not."""
    if name.startswith(wanted):
        return 0
    if wanted not in name:
        return None
    return 1 if re.search(rf"(?<!\w){re.escape(wanted)}", name) else 2


def _folded(text: str) -> str:
    """Return what counts of a text: neither its case, nor its blanks, nor how its letters are composed."""
    return " ".join(normalize("NFKC", text).casefold().split())
