"""Judges blocks, messages and views as Slack does, from the table in blockkit-limits.json.

Every problem is a sentence with a JSON pointer, as real rejections have them:
"must be less than 3001 characters [json-pointer:/blocks/0/text/text]". Lengths are code points of the escaped text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from bot.playground.quick_json import dumped, loaded
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
_RICH_OPTION_PARENTS = ("radio_buttons", "checkboxes")
_TEXT_KINDS = ("plain_text", "mrkdwn")


def at(pointer: str, sentence: str) -> str:
    return f"{sentence} [json-pointer:{pointer or '/'}]"


def check_blocks(blocks: Any, surface: str, pointer: str = "/blocks") -> list[str]:
    """Return everything Slack would refuse in a list of blocks on "message", "modal" or "home"; empty when fine."""
    if not isinstance(blocks, list):
        return [at(pointer, "must be an array")]
    problems = list(_check_count(blocks, surface, pointer))
    for index, block in enumerate(blocks):
        if not _is_fine(dumped(block), surface):
            problems += check_block(block, surface, f"{pointer}/{index}")
    problems += _check_unique_ids(blocks, pointer)
    problems += _check_totals(blocks, pointer)
    if sum(1 for element in _walk(blocks) if element.get("focus_on_load")) > 1:
        problems.append(at(pointer, "only one element may have focus_on_load"))
    return problems


@lru_cache(maxsize=2000)
def _is_fine(block: bytes, surface: str) -> bool:
    """Return whether nothing is wrong with one block. Most were drawn before: a form is drawn again with each answer."""
    return not any(check_block(loaded(block), surface, ""))


def check_block(block: Any, surface: str, pointer: str) -> Problems:
    """Yield what is wrong with one block."""
    if not isinstance(block, dict):
        yield at(pointer, "must be an object")
        return
    kind = str(block.get("type"))
    rule = LIMITS["blocks"].get(kind)
    if rule is None or rule.get("app_may_send") is False or surface not in rule["surfaces"]:
        yield at(f"{pointer}/type", f"unsupported type: {kind}")
        return
    yield from _check_fields(block, rule, pointer)
    yield from _check_parts(block, kind, surface, pointer)


def _check_count(blocks: list[Any], surface: str, pointer: str) -> Problems:
    rule = LIMITS["message"]["blocks"] if surface == "message" else LIMITS["views"]["common"]["blocks"]
    if len(blocks) > rule["max_items"]:
        yield at(pointer, f"no more than {rule['max_items']} items allowed")
    if len(blocks) < rule.get("min_items", 0):
        yield at(pointer, f"must have at least {rule['min_items']} item")


def _check_unique_ids(blocks: list[Any], pointer: str) -> Problems:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id") if isinstance(block, dict) else None
        if block_id and block_id in seen:
            yield at(f"{pointer}/{index}/block_id", f"`block_id` {block_id} already exists")
        seen.add(block_id or "")
        ids = [str(element["action_id"]) for element in elements_of(block) if element.get("action_id")]
        for action_id in sorted({one for one in ids if ids.count(one) > 1}):
            yield at(f"{pointer}/{index}", f"`action_id` {action_id} already exists in this block")


def _check_totals(blocks: list[Any], pointer: str) -> Problems:
    kinds = [block.get("type") for block in blocks if isinstance(block, dict)]
    if kinds.count("table") > LIMITS["message"]["table_blocks"]:
        yield at(pointer, "only_one_table_allowed")
    if kinds.count("data_visualization") > LIMITS["message"]["data_visualization_blocks"]:
        yield at(pointer, "too many data_visualization blocks")
    markdown = sum(
        len(str(b.get("text"))) for b in blocks if isinstance(b, dict) and b.get("type") == "markdown"
    )
    if markdown > LIMITS["message"]["markdown_blocks_total_len"]:
        yield at(pointer, "markdown blocks must be less than 12001 characters together")


def elements_of(block: Any) -> list[Json]:
    """Return a block's interactive elements: its accessory, its elements or its one element."""
    if not isinstance(block, dict):
        return []
    found = [block.get("accessory"), block.get("element")]
    if block.get("type") in ("actions", "context_actions"):
        elements = block.get("elements")
        found += elements if isinstance(elements, list) else []
    return [element for element in found if isinstance(element, dict)]


def _walk(blocks: list[Any]) -> Iterator[Json]:
    for block in blocks:
        yield from elements_of(block)


def _check_fields(thing: Json, rule: Json, pointer: str) -> Problems:
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
    if "pattern" in field and not re.match(field["pattern"], value):
        yield at(pointer, "does not match the expected format")
    if pointer.endswith("_url") and not re.match(r"https?://", value):
        yield at(pointer, "must be a valid http or https url")


def _check_number(value: float, field: Json, pointer: str) -> Problems:
    if value > field.get("max", value):
        yield at(pointer, f"must be less than {field['max'] + 1}")
    if value < field.get("min", value):
        yield at(pointer, f"must be more than {field['min'] - 1}")


def _check_list(value: list[Any], field: Json, pointer: str) -> Problems:
    if len(value) > field.get("max_items", len(value)):
        yield at(pointer, f"no more than {field['max_items']} items allowed")
    if len(value) < field.get("min_items", 0):
        yield at(pointer, f"must have at least {field['min_items']} item")
    for index, item in enumerate(value):
        if "enum" in field and item not in field["enum"]:
            yield at(f"{pointer}/{index}", f"must be one of: {', '.join(field['enum'])}")
        if "object" in field:
            item_field = {"type": "object", "object": field["object"], "max_len": field.get("item_max_len")}
            yield from check_value(item, item_field, f"{pointer}/{index}")


def check_object(value: Json, field: Json, pointer: str) -> Problems:
    """Yield what is wrong with a composition object, such as a text, an option or a confirmation."""
    kind = field.get("object")
    if kind is None:
        return
    if kind in ("text", *_TEXT_KINDS):
        yield from _check_text(value, field, pointer)
    elif kind == "image":
        yield from _check_fields(value, LIMITS["elements"]["image"], pointer)
    else:
        yield from _check_fields(value, LIMITS["objects"][kind], pointer)


def _check_text(value: Json, field: Json, pointer: str) -> Problems:
    kind = value.get("type")
    allowed = _TEXT_KINDS if field["object"] == "text" else (field["object"],)
    if kind not in allowed:
        yield at(f"{pointer}/type", f"must be one of: {', '.join(allowed)}")
        return
    yield from _check_fields(value, LIMITS["objects"][kind], pointer)
    text = value.get("text")
    most = field.get("max_len")
    if (
        isinstance(text, str)
        and most is not None
        and most < len(text) <= LIMITS["objects"][kind]["fields"]["text"]["max_len"]
    ):
        yield at(f"{pointer}/text", f"must be less than {most + 1} characters")


def _check_parts(block: Json, kind: str, surface: str, pointer: str) -> Problems:
    """Yield what is wrong with what a block holds."""
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            place = f"{kind}.{name}"
            yield from check_element(block[name], place, surface, f"{pointer}/{name}")
    place = f"{kind}.elements"
    elements = block.get("elements")
    if place in LIMITS["compat"] and isinstance(elements, list):
        for index, element in enumerate(elements):
            yield from check_element(element, place, surface, f"{pointer}/elements/{index}")
    if kind == "carousel" and isinstance(elements, list):
        for index, card in enumerate(elements):
            yield from check_block(card, surface, f"{pointer}/elements/{index}")
    if kind == "container" and isinstance(block.get("child_blocks"), list):
        for index, child in enumerate(block["child_blocks"]):
            yield from check_block(child, surface, f"{pointer}/child_blocks/{index}")


def check_element(element: Any, place: str, surface: str, pointer: str) -> Problems:
    """Yield what is wrong with one element at a place such as "section.accessory"."""
    kind = str(element.get("type")) if isinstance(element, dict) else ""
    if kind not in LIMITS["compat"].get(place, []):
        yield at(f"{pointer}/type", f"unsupported type: {kind}")
        return
    if kind in _TEXT_KINDS:
        yield from _check_text(element, {"object": "text"}, pointer)
        return
    rule = LIMITS["elements"].get(kind)
    if rule is None:  # the parts of rich text
        return
    if surface not in rule["surfaces"]:
        yield at(f"{pointer}/type", f"unsupported type: {kind}")
    yield from _check_fields(element, rule, pointer)
    yield from check_choices(element, kind, pointer)
    yield from _check_sizes(element, pointer)
    if element.get("response_url_enabled") and (surface != "modal" or place != "input.element"):
        yield at(pointer, "response_url_enabled is for input blocks of modals")


def _check_sizes(element: Json, pointer: str) -> Problems:
    least, most = element.get("min_length"), element.get("max_length")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        yield at(pointer, "min_length must not be more than max_length")
    initial = element.get("initial_value")
    if isinstance(initial, str) and isinstance(most, int) and len(initial) > most:
        yield at(f"{pointer}/initial_value", f"must be less than {most + 1} characters")


def options_of(element: Json) -> list[Json]:
    """Return all options of an element, those in groups too."""
    options = [option for option in element.get("options") or [] if isinstance(option, dict)]
    for group in element.get("option_groups") or []:
        options += [option for option in group.get("options") or [] if isinstance(option, dict)]
    return options


def check_choices(element: Json, kind: str, pointer: str) -> Problems:
    """Yield what is wrong with options: formats, urls, and a first choice that is not among them."""
    options = options_of(element)
    for index, option in enumerate(options):
        text = option.get("text")
        if kind not in _RICH_OPTION_PARENTS and isinstance(text, dict) and text.get("type") == "mrkdwn":
            yield at(f"{pointer}/options/{index}/text/type", "must be one of: plain_text")
        if "url" in option and kind != "overflow":
            yield at(f"{pointer}/options/{index}", "invalid additional property: url")
    initial = (
        [element["initial_option"]] if "initial_option" in element else element.get("initial_options") or []
    )
    if options:
        for option in initial:
            if option not in options:
                yield at(pointer, "initial option does not match any of the options")
