"""Judges interactive elements, and what may be chosen in them."""

from typing import Any

from bot.playground.limits_of_values import (
    LIMITS,
    TEXT_KINDS,
    Problems,
    at,
    check_fields,
    check_text,
    check_value,
)
from bot.playground.refused import Json

_RICH_OPTION_PARENTS = ("radio_buttons", "checkboxes")
_LEAST_AND_MOST = (("min_length", "max_length"), ("min_lines", "max_lines"), ("min_value", "max_value"))
_CHOSEN = ("initial_options", "initial_users", "initial_conversations", "initial_channels")


def check_element(element: Any, place: str, surface: str, pointer: str) -> Problems:
    """Yield what is wrong with one element at a place such as "section.accessory"."""
    kind = str(element.get("type")) if isinstance(element, dict) else ""
    if kind not in LIMITS["compat"].get(place, []):
        yield at(f"{pointer}/type", f"unsupported type: {kind}")
        return
    if kind in TEXT_KINDS:
        yield from check_text(element, {"object": "text"}, pointer)
        return
    rule = LIMITS["elements"].get(kind)
    if rule is None:  # the parts of rich text
        return
    if surface not in rule["surfaces"]:
        yield at(f"{pointer}/type", f"unsupported type: {kind}")
    yield from check_fields(element, rule, pointer)
    yield from check_choices(element, kind, pointer)
    yield from _check_sizes(element, pointer)
    if element.get("response_url_enabled") and (surface != "modal" or place != "input.element"):
        yield at(pointer, "response_url_enabled is for input blocks of modals")


def _check_sizes(element: Json, pointer: str) -> Problems:
    """Yield what does not go together: a least and a most, and what is filled in already."""
    for least, most in _LEAST_AND_MOST:
        if (low := _number(element.get(least))) is None or (high := _number(element.get(most))) is None:
            continue
        if low > high:
            yield at(pointer, f"{least} must not be more than {most}")
    most_chosen = element.get("max_selected_items")
    for name in _CHOSEN:
        chosen = element.get(name)
        if isinstance(chosen, list) and isinstance(most_chosen, int) and len(chosen) > most_chosen:
            yield at(f"{pointer}/{name}", f"no more than {most_chosen} items allowed")
    initial = element.get("initial_value")
    if element.get("type") == "number_input":
        yield from _check_initial_number(element, f"{pointer}/initial_value")
    elif isinstance(initial, str):
        yield from check_value(initial, {"type": "string", **_lengths(element)}, f"{pointer}/initial_value")


def _lengths(element: Json) -> Json:
    """Return how long an input's text may be, as a field of the table says it."""
    names = {"min_length": "min_len", "max_length": "max_len"}
    return {names[name]: element[name] for name in names if isinstance(element.get(name), int)}


def _check_initial_number(element: Json, pointer: str) -> Problems:
    initial = _number(element.get("initial_value"))
    if initial is None:
        return
    low, high = _number(element.get("min_value")), _number(element.get("max_value"))
    if (low is not None and initial < low) or (high is not None and initial > high):
        yield at(pointer, "must be between min_value and max_value")
    if not element.get("is_decimal_allowed") and not initial.is_integer():
        yield at(pointer, "must be a whole number")


def _number(value: Any) -> float | None:
    """Return what is a number, or is written as one; what is not is another rule's."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def options_of(element: Json) -> list[Json]:
    """Return all options of an element, those in groups too."""
    holders = [element, *_objects_in(element.get("option_groups"))]
    return [option for holder in holders for option in _objects_in(holder.get("options"))]


def _objects_in(value: Any) -> list[Json]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def check_choices(element: Json, kind: str, pointer: str) -> Problems:
    """Yield what is wrong with options: formats, urls, and a first choice that is not among them."""
    options = options_of(element)
    for index, option in enumerate(options):
        for name in ("text", "description"):
            text = option.get(name)
            if kind not in _RICH_OPTION_PARENTS and isinstance(text, dict) and text.get("type") == "mrkdwn":
                yield at(f"{pointer}/options/{index}/{name}/type", "must be one of: plain_text")
        if "url" in option and kind != "overflow":
            yield at(f"{pointer}/options/{index}", "invalid additional property: url")
    several = element.get("initial_options")
    initial = [element["initial_option"]] if "initial_option" in element else several
    if options and isinstance(initial, list):
        for option in initial:
            if option not in options:
                yield at(pointer, "initial option does not match any of the options")
