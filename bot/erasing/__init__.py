"""Erasing what people wrote: a case's or a person's content goes, the fact of the case stays (number, level, answers, times).

What is already in Slack is Slack's: it stays there, and is named so that somebody can delete it. Only what could be pressed in a
case that was open is drawn once more, from rows that hold no words any more.
"""

from bot.erasing.case import erase_case, look_at_case
from bot.erasing.person import Written, erase_person, look_at_person, written_by
from bot.erasing.words import ERASED, Erased

__all__ = [
    "ERASED",
    "Erased",
    "Written",
    "erase_case",
    "erase_person",
    "look_at_case",
    "look_at_person",
    "written_by",
]
