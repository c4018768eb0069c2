"""Reading what a view holds: Slack's elements in, plain values out."""

from typing import Any

from bot.report_form import Seen, Value, field_of

PREFIX = "report."


def seen_in(view: dict[str, Any]) -> dict[str, Seen]:
    """Return what each field of a report form holds; a block's only entry counts, whatever its suffix."""
    seen: dict[str, Seen] = {}
    for block_id, entries in view.get("state", {}).get("values", {}).items():
        for action_id, entry in entries.items():
            seen[field_of(block_id)] = Seen(action_id.removeprefix(PREFIX), value_of(entry))
    return seen


def value_of(entry: dict[str, Any]) -> Value | None:
    """Return what an input holds: text, an option's value, a list of them, an id; None when nothing was entered."""
    match entry.get("type"):
        case "static_select" | "radio_buttons":
            option = entry.get("selected_option")
            return str(option["value"]) if option else None
        case "checkboxes" | "multi_static_select":
            return [str(option["value"]) for option in entry.get("selected_options") or ()] or None
        case "conversations_select":
            return entry.get("selected_conversation")
        case "datetimepicker":
            moment = entry.get("selected_date_time")
            return str(moment) if moment else None
        case "file_input":
            return [str(file["id"]) for file in entry.get("files") or ()] or None
        case _:
            return entry.get("value")


def file_names_in(view: dict[str, Any], block_id: str) -> dict[str, str]:
    """Return the names of the files in a block, by their ids."""
    entries = view.get("state", {}).get("values", {}).get(block_id, {})
    return {
        str(file["id"]): str(file.get("name", ""))
        for entry in entries.values()
        for file in entry.get("files") or ()
    }
