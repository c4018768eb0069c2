"""Short lines: notes in a case's thread, and notices to one person. Their words are in ``note.j2`` and ``notice.j2``.

``params`` are a message row's, so persons and channels are ids, moments are ISO text, and levels, answers and drafts are
their stored values (``bot.event_kinds``).
"""

from typing import Any

from bot.event_kinds import NoteKind, NoticeKind
from bot.lint import called
from bot.models import case_name
from bot.report import RedFlag
from messages.blocks import SlackMessage, message, sections
from messages.facts import fact_words
from messages.texts import Details, Marked, listed, person, say


def evidence_words(name: str) -> Marked:
    """Return what stands above a screenshot that was kept in a case's thread."""
    return say("note.evidence", name=name)


def note_message(kind: str, params: dict[str, Any]) -> SlackMessage:
    """Return a line for a case's thread. Raises ValueError for a kind without words."""
    name = NoteKind(kind)
    return _line("note.settled" if params.get("settled") else f"note.{name}", params)


def notice_message(kind: str, params: dict[str, Any]) -> SlackMessage:
    """Return a direct message to one person. Raises ValueError for a kind without words."""
    return _line(f"notice.{NoticeKind(kind)}", params)


def _line(name: str, params: dict[str, Any]) -> SlackMessage:
    given = Details(params)
    words = say(
        name,
        given=given,
        people=listed(person(user_id) for user_id in given["people"] or ()),
        others=listed(case_name(number) for number in given["others"] or ()),
        facts=", ".join(fact_words(given["fields"] or ())),
        flags=listed(RedFlag(flag).label for flag in given["flags"] or ()),
        found=", ".join(called(label) for label in given["labels"] or ()),
    )
    return message(words, sections(words))
