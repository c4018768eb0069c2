"""Reading what a view holds: Slack's elements in, plain values out."""

from typing import Any

from bot.cases.opening import GivenFile
from bot.reporting.questions import Seen, Value, field_of
from bot.typed import clean, row_id
from messages.inputs import TYPED
from messages.report import ACTION_PREFIX

_PLAIN = {
    "conversations_select": "selected_conversation",
    "users_select": "selected_user",
    "timepicker": "selected_time",
}
"""Where an input keeps the one text that it holds; the others keep it in ``value``."""


def seen_in(view: dict[str, Any]) -> dict[str, Seen]:
    """Return what each field of a report form holds; a block's only entry counts, whatever its suffix."""
    seen: dict[str, Seen] = {}
    for block_id, entries in _values(view).items():
        for action_id, entry in entries.items():
            seen[field_of(block_id)] = Seen(action_id.removeprefix(ACTION_PREFIX), value_of(entry))
    return seen


def answers_in(view: dict[str, Any]) -> dict[str, Value]:
    """Return what was answered, by field."""
    return {name: entry.value for name, entry in seen_in(view).items() if entry.value}


def values_in(view: dict[str, Any]) -> dict[str, Value | None]:
    """Return what each block of a form holds, by its id; None where nothing was entered."""
    return {
        block_id: value_of(entry) for block_id, entries in _values(view).items() for entry in entries.values()
    }


def value_of(entry: dict[str, Any]) -> Value | None:
    """Return what an input holds: text, an option's value, a list of them, an id; None when nothing was entered."""
    match entry.get("type"):
        case "static_select" | "external_select" | "radio_buttons":
            option = entry.get("selected_option")
            return str(option["value"]) if option else None
        case "checkboxes" | "multi_static_select":
            return [str(option["value"]) for option in entry.get("selected_options") or ()] or None
        case "multi_users_select":
            return [str(user_id) for user_id in entry.get("selected_users") or ()] or None
        case "datetimepicker":
            moment = entry.get("selected_date_time")
            return str(moment) if moment is not None else None
        case "file_input":
            return [str(file["id"]) for file in entry.get("files") or ()] or None
        case kind:
            return clean(str(entry.get(_PLAIN.get(str(kind), "value")) or "")) or None


def typed_in(view: dict[str, Any]) -> dict[str, str]:
    """Return what was typed into a form, by the label of its field: whatever was only chosen can be chosen again."""
    answers = answers_in(view)
    return {
        str(block.get("label", {}).get("text", "")): str(answers[field_of(block["block_id"])])
        for block in view["blocks"]
        if block.get("element", {}).get("type") in TYPED and field_of(block["block_id"]) in answers
    }


def files_in(view: dict[str, Any], block_id: str) -> tuple[GivenFile, ...]:
    """Return the files in a block, each once."""
    entries = _values(view).get(block_id, {})
    given = [file for entry in entries.values() for file in entry.get("files") or ()]
    names = {str(file["id"]): clean(str(file.get("name") or "")) for file in given}
    return tuple(GivenFile(file_id, name) for file_id, name in names.items())


def turn_in(view: dict[str, Any], block_id: str) -> int:
    """Return how often the app has put a value into an input, as its action id says after the ``~``."""
    for block in view["blocks"]:
        if block.get("block_id") == block_id:
            return row_id(str(block.get("element", {}).get("action_id", "")).partition("~")[2]) or 1
    return 1


def version_in(view: dict[str, Any], name: str) -> int | None:
    """Return what a block of this name was drawn from, as its id says after the ``~``; None where there is no such block."""
    ids = [str(block.get("block_id")).partition("~") for block in view["blocks"]]
    return next((row_id(version) for found, _, version in ids if found == name), None)


def _values(view: dict[str, Any]) -> dict[str, dict[str, Any]]:
    values: dict[str, dict[str, Any]] = view.get("state", {}).get("values", {})
    return values
