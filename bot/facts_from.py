"""Whose facts a drafted text is made from, besides the reporter's: what was entered later is in it too."""

from collections.abc import Iterable

from bot.event_kinds import EventKind
from bot.models import DraftVersion, Event


def facts_from(events: Iterable[Event], version: DraftVersion) -> tuple[str, ...]:
    """Return who had changed the facts when a text was drafted, each once; nobody for a text that somebody saved."""
    if version.number > 1:
        return ()
    changes = (
        event for event in events if event.kind == EventKind.FACTS_CHANGED and event.at <= version.created_at
    )
    people = (event.by for event in changes if event.detail.get("fields"))
    return tuple(dict.fromkeys(one for one in people if one and one != version.author))
