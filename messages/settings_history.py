"""Who changed which setting, one line for each change."""

from typing import Any

from bot.brand import Relation, Reputation
from bot.models import SettingsChange
from messages.texts import Marked, escape, label_of, listed, person, place, say, shorten

CHANGE_KINDS = frozenset(
    {
        "saved",
        "imported",
        "added",
        "archived",
        "restored",
        "contact_added",
        "contact_changed",
        "contact_removed",
        "contacts_imported",
    }
)
FIELD_WORDS = {
    "name": "the name",
    "relation": "whose account it is",
    "reputation": "the reputation",
    "response_channel": "the private channel",
    "lead": "the lead",
    "backup": "the backup",
    "approvers": "who approves",
    "approvals_needed": "how many approve",
    "self_approval": "whether authors approve their own text",
    "timezone": "the time zone",
    "quiet_from": "when quiet hours begin",
    "quiet_until": "when quiet hours end",
    "rests_on_weekends": "whether weekends are quiet",
    "check_ins": "the check-in times",
    "is_archived": "whether it is archived",
    "weekly_digest": "the weekly digest",
    "keep_days": "how many days content is kept",
    "voice": "the voice",
    "owners": "whom to call",
}
_PEOPLE = {"lead", "backup"}
_VALUE_SHOWN = 60


def change_line(change: SettingsChange) -> Marked:
    """Return when, who and what. A kind that is not known reads as a change."""
    who = person(change.by) if change.by else Marked("the command line")
    kind = change.kind if change.kind in CHANGE_KINDS else "saved"
    parts = listed(_part(name, values) for name, values in change.changes.items())
    what = say(f"settings.change_{kind}", **({"parts": parts} if kind in {"saved", "imported"} else {}))
    return say("settings.change", at=change.at, who=who, what=what)


def _part(name: str, values: list[Any] | None) -> Marked:
    before, after = values or (None, None)
    return say(
        "settings.part",
        name=FIELD_WORDS.get(name, name.replace("_", " ")),
        values=bool(values),
        before=_value(name, before),
        after=_value(name, after),
    )


def _value(name: str, value: Any) -> Marked:
    if value in (None, "", []):
        return Marked("nothing" if name not in _PEOPLE else "nobody")
    if name in _PEOPLE:
        return person(value)
    if name == "response_channel":
        return place(value)
    if name == "approvers":
        return listed([person(one) for one in value[:5]])
    if isinstance(value, bool):
        return Marked("yes" if value else "no")
    labels = {"relation": Relation, "reputation": Reputation}
    return escape(label_of(labels[name], value) if name in labels else shorten(str(value), _VALUE_SHOWN))
