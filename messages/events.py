"""The timeline: one sentence for each kind of event."""

from typing import Any

from bot.draft_kinds import DraftKind
from bot.event_kinds import EventKind
from bot.models import Event
from messages.draft_words import published_words
from messages.facts import fact_words
from messages.texts import Details, Marked, counted, person, say, when

_KINDS = frozenset(EventKind)


def event_block(event: Event) -> str:
    """Return the name of the template block for an event; a kind that is not known has a plain one."""
    return f"events.{event.kind}" if event.kind in _KINDS else "events.other"


def event_values(event: Event) -> dict[str, Any]:
    """Return what an event's sentence is made of, apart from ``who``."""
    detail = Details(event.detail)
    return {
        "kind": event.kind,
        "detail": detail,
        "did": _did(detail["draft"]),
        "facts": ", ".join(fact_words(detail["fields"] or ())),
        "numbers": numbers_words(detail["mentions"], detail["replies"]),
    }


def _did(kind: Any) -> str:
    """Return what was done with a draft that is out; one whose kind is no longer known was published."""
    return published_words(DraftKind(kind)) if kind in set(DraftKind) else "published"


def numbers_words(mentions: object, replies: object) -> str:
    """Return "12 mentions and 3 replies", with only those that were given (an int; anything else was not)."""
    given = [
        counted(number, one, many)
        for number, one, many in ((mentions, "mention", "mentions"), (replies, "reply", "replies"))
        if isinstance(number, int)
    ]
    return " and ".join(given) or "nothing"


def event_sentence(event: Event) -> Marked:
    """Return what happened, for Slack."""
    who = person(event.by) if event.by else Marked("oops")
    return say(event_block(event), who=who, **event_values(event))


def event_line(event: Event) -> Marked:
    """Return when and what, for Slack."""
    return Marked(f"{when(event.at)}: {event_sentence(event)}")
