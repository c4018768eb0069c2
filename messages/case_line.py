"""A case in one line, as lists and App Home show it."""

from bot.cards.overview import CaseLine
from messages.texts import Marked, say


def case_line(line: CaseLine) -> Marked:
    """Return what a case is and where it stands; what went wrong is not in it."""
    return say("case_line.told", line=line)
