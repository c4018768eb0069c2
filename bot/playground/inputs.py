"""What a person's entries look like in Slack's state, and what Slack's own client refuses before the app hears of it."""

import re
from collections.abc import Iterator
from typing import Any

from bot.playground.limits import elements_of
from bot.playground.limits_of_elements import options_of
from bot.playground.refused import Json, NotOnScreen

STATELESS = ("button", "overflow", "image", "workflow_button", "feedback_buttons", "icon_button")
TEXTS = ("plain_text_input", "url_text_input", "email_text_input", "number_input")

# element type -> (name in the state, name of the initial value)
_FIELDS = {
    **dict.fromkeys(TEXTS, ("value", "initial_value")),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "overflow": ("selected_option", ""),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "file_input": ("files", ""),
}


def state_field(kind: str) -> str:
    """Return the name under which an element's entry travels, such as "selected_option"."""
    return _FIELDS[kind][0]


def stateful(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Yield every block and element that holds an entry."""
    for block in blocks:
        for element in elements_of(block):
            if element["type"] in _FIELDS and element["type"] not in STATELESS:
                yield block, element


def _is_many(field: str) -> bool:
    return field in (
        "files",
        "selected_options",
        "selected_users",
        "selected_conversations",
        "selected_channels",
    )


def initial_state(element: Json) -> Json:
    """Return an element's state before anybody touched it."""
    field, initial = _FIELDS[element["type"]]
    return {"type": element["type"], field: element.get(initial, [] if _is_many(field) else None)}


def initial_values(blocks: list[Json], kept: Json | None = None) -> Json:
    """Return `state.values` of blocks; entries in `kept` stay where block id, action id and type are the same."""
    values: Json = {}
    for block, element in stateful(blocks):
        old = (kept or {}).get(block["block_id"], {}).get(element["action_id"])
        is_same = old is not None and old["type"] == element["type"]
        state = old if is_same else initial_state(element)
        values.setdefault(block["block_id"], {})[element["action_id"]] = state
    return values


def entered(element: Json, value: Any) -> Json:
    """Return the state after a person entered a value: text, an option's value, ids, a date, a list of these.

    Raises NotOnScreen where Slack's client would not let the person enter it.
    """
    kind = element["type"]
    field = state_field(kind)
    if value is None or value == "":
        return {"type": kind, field: [] if _is_many(field) else None}
    if field in ("selected_option", "selected_options"):
        return {"type": kind, field: _chosen(element, value, many=_is_many(field))}
    if _is_many(field):
        return {"type": kind, field: _listed(element, value)}
    if kind == "rich_text_input" and isinstance(value, str):
        value = _rich_text(value)
    return {"type": kind, field: _single(kind, value)}


def _chosen(element: Json, value: Any, *, many: bool) -> Any:
    offered = {option.get("value", ""): option for option in options_of(element)}
    wanted = value if isinstance(value, list) else [value]
    for one in wanted:
        if one not in offered:
            raise NotOnScreen(f"{element.get('action_id')} offers {sorted(offered)}, not {one!r}")
    if not many:
        return _copy(offered[wanted[0]])
    _check_many(element, wanted)
    return [_copy(option) for option_value, option in offered.items() if option_value in wanted]


def _copy(option: Json) -> Json:
    return {name: option[name] for name in ("text", "value", "description") if name in option}


def _listed(element: Json, value: Any) -> list[Any]:
    wanted = list(value) if isinstance(value, list | tuple) else [value]
    _check_many(element, wanted)
    return wanted


def _check_many(element: Json, wanted: list[Any]) -> None:
    most = element.get("max_selected_items") or (
        element.get("max_files", 10) if element["type"] == "file_input" else None
    )
    if most is not None and len(wanted) > most:
        raise NotOnScreen(f"{element.get('action_id')} takes {most} at most")


def _single(kind: str, value: Any) -> Any:
    if kind == "datetimepicker":
        return int(value)
    if kind == "number_input":
        return str(value)
    patterns = {"datepicker": r"\d{4}-\d{2}-\d{2}", "timepicker": r"([01]\d|2[0-3]):[0-5]\d"}
    if kind in patterns and not re.fullmatch(patterns[kind], str(value)):
        raise NotOnScreen(f"A {kind} cannot hold {value!r}")
    if kind in TEXTS and not isinstance(value, str):
        raise NotOnScreen(f"A {kind} holds text, not {value!r}")
    return value


def _rich_text(text: str) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}


def client_errors(blocks: list[Json], values: Json) -> dict[str, str]:
    """Return what Slack's client says beside input blocks before it sends anything, by block id."""
    errors = {}
    for block, element in stateful(blocks):
        if block["type"] == "input":
            state = values[block["block_id"]][element["action_id"]]
            problem = _problem(block, element, state.get(state_field(element["type"])))
            if problem:
                errors[block["block_id"]] = problem
    return errors


def _problem(block: Json, element: Json, value: Any) -> str:
    if value in (None, "", []):
        return "" if block.get("optional") else "Please complete this required field."
    checks = {
        "plain_text_input": _text_problem,
        "url_text_input": _url_problem,
        "email_text_input": _email_problem,
        "number_input": _number_problem,
    }
    check = checks.get(element["type"])
    return check(element, value) if check else ""


def _text_problem(element: Json, value: str) -> str:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if len(value) < least:
        return f"Please enter at least {least} characters."
    return f"Please enter at most {most} characters." if len(value) > most else ""


def _url_problem(_element: Json, value: str) -> str:
    # Slack's client takes any scheme here, ftp:// and javascript: too; http alone is the app's own check.
    is_url = re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:\S+", value)
    return "" if is_url else "Please enter a valid URL."


def _email_problem(_element: Json, value: str) -> str:
    return "" if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value) else "Please enter a valid email address."


def _number_problem(element: Json, value: str) -> str:
    form = r"-?\d+(\.\d+)?" if element.get("is_decimal_allowed") else r"-?\d+"
    if not re.fullmatch(form, value):
        return (
            "Please enter a number." if element.get("is_decimal_allowed") else "Please enter a whole number."
        )
    if "min_value" in element and float(value) < float(element["min_value"]):
        return f"Please enter a number of at least {element['min_value']}."
    if "max_value" in element and float(value) > float(element["max_value"]):
        return f"Please enter a number of at most {element['max_value']}."
    return ""
