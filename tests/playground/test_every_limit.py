"""Each line of blockkit-limits.json, from both sides: what is within is taken, and what is just beyond is refused."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.playground.limits import check_blocks
from bot.playground.limits_of_values import LIMITS, check_fields
from tests.playground.examples import Json, actions, button, field, option, plain, section, select
from tests.playground.valid_blocks import (
    BLOCKS,
    CARD,
    CELL,
    ELEMENTS,
    IMAGE,
    LINE,
    OBJECTS,
    PIE,
    PLACES,
    RICH_TEXT,
    TASK,
    chart,
    container,
    data_table,
    holding,
    table,
)

MRKDWN: Json = {"type": "mrkdwn", "text": "a"}
SURFACES = ("message", "modal", "home")
VALID = {"blocks": BLOCKS, "elements": ELEMENTS, "objects": OBJECTS}
KINDS = [(part, kind) for part, examples in VALID.items() for kind in examples]


def test_there_is_a_valid_example_of_every_kind() -> None:
    sendable = {kind for kind, rule in LIMITS["blocks"].items() if rule.get("app_may_send", True)}

    assert set(BLOCKS) == sendable - {"video"}
    assert set(ELEMENTS) == set(LIMITS["elements"])
    assert set(OBJECTS) == set(LIMITS["objects"]) - {"text"}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("kind", LIMITS["blocks"])
def test_a_block_is_taken_where_slack_takes_it(kind: str, surface: str) -> None:
    may_stand = kind in BLOCKS and surface in LIMITS["blocks"][kind]["surfaces"]

    is_taken = not check_blocks([BLOCKS.get(kind, {"type": kind})], surface)

    assert is_taken == may_stand


@pytest.mark.parametrize(("kind", "place"), PLACES)
def test_an_element_is_taken_where_slack_takes_it(kind: str, place: str) -> None:
    block, surfaces = holding(ELEMENTS[kind], place), LIMITS["elements"][kind]["surfaces"]
    block_surfaces = LIMITS["blocks"][place.split(".", maxsplit=1)[0]]["surfaces"]

    taken = [surface for surface in SURFACES if not check_blocks([block], surface)]

    assert taken == [surface for surface in SURFACES if surface in surfaces and surface in block_surfaces]


@pytest.mark.parametrize(("part", "kind"), KINDS)
def test_a_field_just_beyond_its_limit_is_refused(part: str, kind: str) -> None:
    rule, valid = LIMITS[part][kind], VALID[part][kind]

    taken = [
        (name, value)
        for name, field_rule in rule["fields"].items()
        for value in beyond(field_rule)
        if not list(check_fields({**valid, name: value}, rule, "/blocks/0"))
    ]

    assert taken == []


@pytest.mark.parametrize(("part", "kind"), KINDS)
def test_what_is_required_may_not_be_missing(part: str, kind: str) -> None:
    rule, valid = LIMITS[part][kind], VALID[part][kind]
    needed = [name for name, field_rule in rule["fields"].items() if field_rule.get("required")]

    taken = [
        name
        for name in needed
        if not list(check_fields({key: valid[key] for key in valid.keys() - {name}}, rule, "/blocks/0"))
    ]

    assert taken == []


def beyond(field_rule: Json) -> Iterator[Any]:
    """Yield values that are just beyond what a field takes."""
    yield "x" if field_rule["type"] in ("integer", "number") else 3
    if field_rule.get("object") in ("plain_text", "mrkdwn", "text"):
        if field_rule["type"] == "object":
            yield from (plain("x" * length) for length in _lengths(field_rule, 3000))
        return
    yield from {"string": _texts, "array": _lists}.get(field_rule["type"], _numbers)(field_rule)


def _lengths(field_rule: Json, default: int) -> Iterator[int]:
    yield field_rule.get("max_len", default) + 1
    yield 0


def _texts(field_rule: Json) -> Iterator[str]:
    if "max_len" in field_rule:
        yield "https://" + "x" * (field_rule["max_len"] - 7)
    if field_rule.get("min_len"):
        yield ""
    if {"enum", "pattern", "is_zone"} & set(field_rule):
        yield "x"


def _lists(field_rule: Json) -> Iterator[list[Any]]:
    if "max_items" in field_rule:
        yield [None] * (field_rule["max_items"] + 1)
    if field_rule.get("min_items"):
        yield []
    if {"enum", "object", "items"} & set(field_rule):
        yield [3]


def _numbers(field_rule: Json) -> Iterator[float]:
    for name, step in (("min", -1), ("max", 1), ("more_than", 0)):
        if name in field_rule:
            yield field_rule[name] + step


def text_cell(text: str) -> Json:
    return {"type": "raw_text", "text": text}


def rich(part: Json) -> Json:
    return {"type": "rich_text", "elements": [part]}


BEYOND_IN_PARTS: dict[str, Json] = {
    "a table of 21 columns": table([CELL] * 21),
    "rows of different widths": table([CELL], [CELL, CELL]),
    "a cell of another kind": table([plain("a")]),
    "an empty cell": table([text_cell("")]),
    "more than 10,000 characters in a table": table([text_cell("x" * 5000)], [text_cell("x" * 5001)]),
    "a column aligned upwards": table([CELL], column_settings=[{"align": "up"}]),
    "a data table of 21 columns": data_table([CELL] * 21, [CELL] * 21),
    "rich text in a data table's header": data_table([RICH_TEXT], [CELL]),
    "more than 10,000 characters in a data table": data_table([CELL], [text_cell("x" * 10_000)]),
    "a chart of an unknown kind": chart({"type": "ring"}),
    "a pie of seven": chart({**PIE, "segments": [{"label": str(n), "value": 1} for n in range(7)]}),
    "a pie of nothing": chart({**PIE, "segments": []}),
    "a segment without size": chart({**PIE, "segments": [{"label": "a", "value": 0}]}),
    "a segment's label of 21 characters": chart({**PIE, "segments": [{"label": "x" * 21, "value": 1}]}),
    "seven series": chart({**LINE, "series": [{**LINE["series"][0], "name": str(n)} for n in range(7)]}),
    "two series of one name": chart({**LINE, "series": LINE["series"] * 2}),
    "points that fit no category": chart({**LINE, "axis_config": {"categories": ["y"]}}),
    "a card with two icons": {**CARD, "icon": IMAGE, "slack_icon": {"name": "a"}},
    "a card with a menu": {**CARD, "actions": [select("a", kind="overflow")]},
    "a carousel of sections": {"type": "carousel", "elements": [section()]},
    "a container in a container": container(container(section())),
    "Markdown in a container": container({"type": "markdown", "text": "a"}),
    "a container that is folded and cannot be": container(section(), default_collapsed=True),
    "a container that folds, with a line": container(section(), is_collapsible=True, has_header_divider=True),
    "a plan of sections": {"type": "plan", "title": "a", "tasks": [section()]},
    "a task that waits, outside a plan": {**TASK, "status": "pending"},
    "a task's details that are no rich text": {**TASK, "details": section()},
    "a file that is named twice": {
        "type": "image",
        "alt_text": "a",
        "slack_file": {"id": "F1", "url": "https://example.org/a"},
    },
    "rich text of an unknown part": rich({"type": "rich_text_section", "elements": [{"type": "marquee"}]}),
    "a list of an unknown style": rich({"type": "rich_text_list", "style": "dots", "elements": []}),
    "a list nine steps in": rich({"type": "rich_text_list", "style": "bullet", "indent": 9, "elements": []}),
    "a list without anything in it": rich({"type": "rich_text_list", "style": "bullet"}),
    "more chosen than may be": section(
        accessory=select(
            *"ab",
            kind="multi_static_select",
            initial_options=[option("a"), option("b")],
            max_selected_items=1,
        )
    ),
    "more people than may be": section(
        accessory={"type": "multi_users_select", "initial_users": ["U1", "U2"], "max_selected_items": 1}
    ),
    "formatting in a menu": section(
        accessory={"type": "static_select", "options": [{**option("a"), "description": MRKDWN}]}
    ),
    "a link in a menu": section(
        accessory={"type": "static_select", "options": [{**option("a"), "url": "https://example.org"}]}
    ),
    "fewer lines than more": field("what", {"type": "rich_text_input", "min_lines": 9, "max_lines": 3}),
    "fewer letters than needed": field(
        "what", {"type": "plain_text_input", "min_length": 5, "initial_value": "a"}
    ),
    "a day that is none": section(accessory={"type": "datepicker", "initial_date": "2026-02-30"}),
    "a button that leads nowhere": actions(button(url="nowhere")),
    "a video, for which oops has no permission": {
        "type": "video",
        "video_url": "https://example.org/v",
        "thumbnail_url": "https://example.org/t",
        "alt_text": "a",
        "title": plain("a"),
    },
    **{
        f"a number with {more}": field("what", {"type": "number_input", "is_decimal_allowed": False, **more})
        for more in (
            {"initial_value": "a"},
            {"initial_value": "1.5"},
            {"initial_value": "9", "max_value": "5"},
            {"initial_value": "1", "min_value": "5"},
            {"min_value": "9", "max_value": "5"},
        )
    },
}


@pytest.mark.parametrize("block", BEYOND_IN_PARTS.values(), ids=list(BEYOND_IN_PARTS))
def test_what_a_block_holds_is_refused_beyond_its_limit(block: Json) -> None:
    assert check_blocks([block], "message")


@pytest.mark.parametrize(
    "block",
    [
        table([CELL] * 20, column_settings=[None, {"align": "right", "is_wrapped": True}]),
        table([OBJECTS["raw_number"], RICH_TEXT]),
        data_table([CELL], [RICH_TEXT]),
        chart(PIE),
        {**CARD, "icon": IMAGE, "actions": [button("a"), button("b"), button("c")]},
        container(RICH_TEXT, is_collapsible=True, default_collapsed=True, rich_text_title=RICH_TEXT),
        {"type": "plan", "title": "a", "tasks": [{**TASK, "status": "pending", "details": RICH_TEXT}]},
        rich({"type": "rich_text_list", "style": "ordered", "indent": 8, "elements": RICH_TEXT["elements"]}),
        section(accessory={"type": "overflow", "options": [{**option("a"), "url": "https://example.org"}]}),
        section(accessory={"type": "timepicker", "initial_time": "23:59", "timezone": "Europe/Oslo"}),
        field(
            "what",
            {
                "type": "number_input",
                "is_decimal_allowed": True,
                "initial_value": "1.5",
                "min_value": "-1",
                "max_value": "2",
            },
        ),
    ],
)
def test_what_a_block_holds_is_taken_within_its_limits(block: Json) -> None:
    assert check_blocks([block], "message") == []
