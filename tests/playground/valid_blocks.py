"""One small valid block of every kind that oops may send, and one valid element of every kind in a block that takes it."""

from bot.playground.limits_of_values import LIMITS
from tests.playground.examples import Json, actions, button, field, option, plain, section, select

RICH_TEXT: Json = {
    "type": "rich_text",
    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "a"}]}],
}
IMAGE: Json = {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "a chart"}
CELL: Json = {"type": "raw_text", "text": "a"}
CARD: Json = {"type": "card", "title": plain("a")}
TASK: Json = {"type": "task_card", "task_id": "1", "title": "a", "status": "complete"}
PIE: Json = {"type": "pie", "segments": [{"label": "a", "value": 1}]}
LINE: Json = {
    "type": "line",
    "series": [{"name": "a", "data": [{"label": "x", "value": 1}]}],
    "axis_config": {"categories": ["x"]},
}


def table(*rows: list[Json], **more: object) -> Json:
    return {"type": "table", "rows": list(rows), **more}


def data_table(*rows: list[Json]) -> Json:
    return {"type": "data_table", "caption": "a", "rows": list(rows)}


def chart(chart: Json) -> Json:
    return {"type": "data_visualization", "title": "a", "chart": chart}


def container(*blocks: Json, **more: object) -> Json:
    return {"type": "container", "title": plain("a"), "child_blocks": list(blocks), **more}


BLOCKS: dict[str, Json] = {
    "actions": actions(button()),
    "context": {"type": "context", "elements": [plain("a")]},
    "divider": {"type": "divider"},
    "header": {"type": "header", "text": plain("a")},
    "section": section(),
    "image": IMAGE,
    "input": field("what"),
    "rich_text": RICH_TEXT,
    "markdown": {"type": "markdown", "text": "a"},
    "table": table([CELL]),
    "context_actions": {
        "type": "context_actions",
        "elements": [{"type": "icon_button", "icon": "trash", "text": plain("a")}],
    },
    "alert": {"type": "alert", "text": plain("a")},
    "card": CARD,
    "carousel": {"type": "carousel", "elements": [CARD]},
    "container": container(section()),
    "data_table": data_table([CELL], [CELL]),
    "data_visualization": chart(LINE),
    "plan": {"type": "plan", "title": "a", "tasks": [TASK]},
    "task_card": TASK,
}

ELEMENTS: dict[str, Json] = {
    "button": button(),
    "checkboxes": select("a", kind="checkboxes"),
    "radio_buttons": select("a", kind="radio_buttons"),
    "overflow": select("a", kind="overflow"),
    **{kind: {"type": kind} for kind in ("datepicker", "timepicker", "datetimepicker", "file_input")},
    "static_select": select("a"),
    "multi_static_select": select("a", kind="multi_static_select"),
    **{
        f"{many}{what}_select": {"type": f"{many}{what}_select"}
        for many in ("", "multi_")
        for what in ("external", "users", "conversations", "channels")
    },
    **{
        f"{kind}_input": {"type": f"{kind}_input"}
        for kind in ("plain_text", "url_text", "email_text", "rich_text")
    },
    "number_input": {"type": "number_input", "is_decimal_allowed": False},
    "image": IMAGE,
    "feedback_buttons": {
        "type": "feedback_buttons",
        "positive_button": {"text": plain("a"), "value": "a"},
        "negative_button": {"text": plain("b"), "value": "b"},
    },
    "icon_button": {"type": "icon_button", "icon": "trash", "text": plain("a")},
    "workflow_button": {
        "type": "workflow_button",
        "text": plain("a"),
        "workflow": {"trigger": {"url": "https://example.org/a"}},
    },
}

OBJECTS: dict[str, Json] = {
    "plain_text": plain("a"),
    "mrkdwn": {"type": "mrkdwn", "text": "a"},
    "option": option("a"),
    "option_group": {"label": plain("a"), "options": [option("a")]},
    "suggestion": {"options": []},
    "confirm": {name: plain("a") for name in ("title", "text", "confirm", "deny")},
    "feedback_button": {"text": plain("a"), "value": "a"},
    "conversation_filter": {"include": ["private"]},
    "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
    "raw_text": CELL,
    "raw_number": {"type": "raw_number", "value": 1, "text": "1"},
    "rich_text_list": {"style": "bullet"},
    "slack_file": {"id": "F1"},
    "table_column": {"align": "left"},
    "segment": {"label": "a", "value": 1},
    "point": {"label": "a", "value": 1},
    "series": {"name": "a", "data": [{"label": "x", "value": 1}]},
    "axis_config": {"categories": ["x"]},
    "workflow": {"trigger": {"url": "https://example.org/a"}},
    "workflow_trigger": {"url": "https://example.org/a"},
}


PLACES = [
    (kind, place)
    for place, kinds in LIMITS["compat"].items()
    if not place.startswith("rich_text")
    for kind in kinds
    if kind in LIMITS["elements"]
]
"""Every kind of element, with every place that takes it."""


def holding(element: Json, place: str) -> Json:
    """Return a block that has an element at a place such as "section.accessory"."""
    kind, name = place.split(".")
    if kind == "input":
        return {**field("what"), "element": element}
    held = element if name == "accessory" else [element]
    return {**BLOCKS[kind], name: held}
