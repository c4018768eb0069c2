"""Judges blocks, messages and views as Slack does, from the table in blockkit-limits.json.

Every problem is a sentence with a JSON pointer, as real rejections have them:
"must be less than 3001 characters [json-pointer:/blocks/0/text/text]". Lengths are code points of the escaped text.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bot.playground.limits_of_elements import check_element
from bot.playground.limits_of_parts import check_own_parts
from bot.playground.limits_of_values import LIMITS, Problems, at, check_fields
from bot.playground.quick_json import dumped, loaded
from bot.playground.refused import Json


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


def check_block(block: Any, surface: str, pointer: str, *, within: str = "") -> Problems:
    """Yield what is wrong with one block, which may stand ``within`` another."""
    if not isinstance(block, dict):
        yield at(pointer, "must be an object")
        return
    kind = str(block.get("type"))
    rule = LIMITS["blocks"].get(kind)
    if rule is None or not _may_send(rule) or surface not in rule["surfaces"]:
        yield at(f"{pointer}/type", f"unsupported type: {kind}")
        return
    yield from check_fields(block, rule, pointer)
    yield from _check_parts(block, kind, surface, pointer)
    yield from check_own_parts(block, kind, pointer, within=within)


def _may_send(rule: Json) -> bool:
    """Return whether oops may send such a block: none of the scopes that some need is in its manifest."""
    return rule.get("app_may_send") is not False and "requires_scope" not in rule


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
        if isinstance(block_id, str) and block_id:
            if block_id in seen:
                yield at(f"{pointer}/{index}/block_id", f"`block_id` {block_id} already exists")
            seen.add(block_id)
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


def _check_parts(block: Json, kind: str, surface: str, pointer: str) -> Problems:
    """Yield what is wrong with what a block holds."""
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            place = f"{kind}.{name}"
            yield from check_element(block[name], place, surface, f"{pointer}/{name}")
    for name in ("elements", "actions"):
        place, held = f"{kind}.{name}", block.get(name)
        if kind != "rich_text" and place in LIMITS["compat"] and isinstance(held, list):
            for index, element in enumerate(held):
                yield from check_element(element, place, surface, f"{pointer}/{name}/{index}")
    for name, kinds in LIMITS["blocks_in"].get(kind, {}).items():
        held = block.get(name)
        for index, child in enumerate(held if isinstance(held, list) else []):
            where = f"{pointer}/{name}/{index}"
            if isinstance(child, dict) and child.get("type") not in kinds:
                yield at(f"{where}/type", f"unsupported type: {child.get('type')}")
            else:
                yield from check_block(child, surface, where, within=kind)
