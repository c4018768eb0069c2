"""Judges the fields of blocks, elements and composition objects: kinds, lengths, counts, and what goes together."""

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any
from zoneinfo import available_timezones

from bot.playground.quick_json import loaded
from bot.playground.refused import Json

LIMITS: Json = loaded(files("bot.playground").joinpath("blockkit-limits.json").read_bytes())

Problems = Iterator[str]
_PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
TEXT_KINDS = ("plain_text", "mrkdwn")


def at(pointer: str, sentence: str) -> str:
    return f"{sentence} [json-pointer:{pointer or '/'}]"


def check_fields(thing: Json, rule: Json, pointer: str) -> Problems:
    fields = rule["fields"]
    for name in thing:
        if name != "type" and name not in fields:
            yield at(pointer, f"invalid additional property: {name}")
    for name, field in fields.items():
        if name in thing:
            yield from check_value(thing[name], field, f"{pointer}/{name}")
        elif field.get("required"):
            yield at(pointer, f"missing required field: {name}")
    yield from _check_groups(thing, rule, pointer)


def _check_groups(thing: Json, rule: Json, pointer: str) -> Problems:
    any_of = rule.get("at_least_one_of", [])
    if any_of and not any(name in thing for name in any_of):
        yield at(pointer, f"must have at least one of: {', '.join(any_of)}")
    one_of = rule.get("exactly_one_of", [])
    if one_of and sum(1 for name in one_of if name in thing) != 1:
        yield at(pointer, f"must have exactly one of: {', '.join(one_of)}")
    for one, other in rule.get("not_both", []):
        if thing.get(one) and thing.get(other):
            yield at(pointer, f"{one} and {other} exclude each other")
    for one, other in rule.get("needs", {}).items():
        if thing.get(one) and not thing.get(other):
            yield at(pointer, f"{one} needs {other}")


def check_value(value: Any, field: Json, pointer: str) -> Problems:
    """Yield what is wrong with one field's value."""
    wanted = _PYTHON_TYPES[field["type"]]
    is_wrong_bool = isinstance(value, bool) and field["type"] != "boolean"
    if not isinstance(value, wanted) or is_wrong_bool:
        yield at(pointer, f"must provide {'an' if field['type'][0] in 'aio' else 'a'} {field['type']}")
    elif isinstance(value, str):
        yield from _check_string(value, field, pointer)
    elif isinstance(value, list):
        yield from _check_list(value, field, pointer)
    elif isinstance(value, dict):
        yield from check_object(value, field, pointer)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield from _check_number(value, field, pointer)


def _check_string(value: str, field: Json, pointer: str) -> Problems:
    if len(value) > field.get("max_len", len(value)):
        yield at(pointer, f"must be less than {field['max_len'] + 1} characters")
    if len(value) < field.get("min_len", 0):
        yield at(pointer, f"must be more than {field['min_len'] - 1} characters")
    if "enum" in field and value not in field["enum"]:
        yield at(pointer, f"must be one of: {', '.join(field['enum'])}")
    if "pattern" in field and not re.fullmatch(field["pattern"], value):
        yield at(pointer, "does not match the expected format")
    elif field.get("is_date") and not _is_date(value):
        yield at(pointer, "must be a date that there is")
    if field.get("is_zone") and value not in available_timezones():
        yield at(pointer, "must be a time zone of the IANA database")
    if pointer.endswith("_url") and not re.match(r"https?://", value):
        yield at(pointer, "must be a valid http or https url")
    if pointer.endswith("/url") and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", value):
        yield at(pointer, "must be a valid url")


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _check_number(value: float, field: Json, pointer: str) -> Problems:
    if value > field.get("max", value):
        yield at(pointer, f"must be less than {field['max'] + 1}")
    if value < field.get("min", value):
        yield at(pointer, f"must be more than {field['min'] - 1}")
    if "more_than" in field and value <= field["more_than"]:
        yield at(pointer, f"must be more than {field['more_than']}")


def _check_list(value: list[Any], field: Json, pointer: str) -> Problems:
    if len(value) > field.get("max_items", len(value)):
        yield at(pointer, f"no more than {field['max_items']} items allowed")
    if len(value) < field.get("min_items", 0):
        yield at(pointer, f"must have at least {field['min_items']} item")
    for index, item in enumerate(value):
        if "enum" in field and item not in field["enum"]:
            yield at(f"{pointer}/{index}", f"must be one of: {', '.join(field['enum'])}")
        kind = "object" if "object" in field else field.get("items")
        if kind is not None and not (item is None and field.get("may_skip")):
            item_field = {"type": kind, "object": field.get("object")}
            if "item_max_len" in field:
                item_field["max_len"] = field["item_max_len"]
            yield from check_value(item, item_field, f"{pointer}/{index}")


def check_object(value: Json, field: Json, pointer: str) -> Problems:
    """Yield what is wrong with a composition object, such as a text, an option or a confirmation."""
    kind = field.get("object")
    if kind is None:
        return
    if kind in ("text", *TEXT_KINDS):
        yield from check_text(value, field, pointer)
    elif kind == "rich_text":
        yield from check_rich_text(value, pointer)
    elif kind == "image":
        yield from check_fields(value, LIMITS["elements"]["image"], pointer)
    else:
        yield from check_fields(value, LIMITS["objects"][kind], pointer)


def check_text(value: Json, field: Json, pointer: str) -> Problems:
    kind = value.get("type")
    allowed = TEXT_KINDS if field["object"] == "text" else (field["object"],)
    if kind not in allowed:
        yield at(f"{pointer}/type", f"must be one of: {', '.join(allowed)}")
        return
    yield from check_fields(value, LIMITS["objects"][kind], pointer)
    text = value.get("text")
    most = field.get("max_len")
    if (
        isinstance(text, str)
        and most is not None
        and most < len(text) <= LIMITS["objects"][kind]["fields"]["text"]["max_len"]
    ):
        yield at(f"{pointer}/text", f"must be less than {most + 1} characters")


def check_rich_text(value: Json, pointer: str) -> Problems:
    """Yield what is wrong with the parts of rich text, and with theirs."""
    if value.get("type") != "rich_text":
        yield at(f"{pointer}/type", "must be one of: rich_text")
        return
    yield from _check_rich_parts(value, "rich_text.elements", pointer)


def _check_rich_parts(holder: Json, place: str, pointer: str) -> Problems:
    parts = holder.get("elements")
    if not isinstance(parts, list):
        yield at(f"{pointer}/elements", "must provide an array")
        return
    for index, part in enumerate(parts):
        kind = part.get("type") if isinstance(part, dict) else None
        where = f"{pointer}/elements/{index}"
        if kind not in LIMITS["compat"][place]:
            yield at(f"{where}/type", f"unsupported type: {kind}")
        elif kind == "rich_text_list":
            own = {name: inner for name, inner in part.items() if name != "elements"}
            yield from check_fields(own, LIMITS["objects"]["rich_text_list"], where)
            yield from _check_rich_parts(part, "rich_text_list.elements", where)
        elif place != "rich_text_section.elements":
            yield from _check_rich_parts(part, "rich_text_section.elements", where)
