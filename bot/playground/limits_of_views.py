"""Judges a whole view or a whole message, on top of the rules for blocks."""

from typing import Any

from bot.playground.limits import check_blocks
from bot.playground.limits_of_values import LIMITS, Problems, at, check_value
from bot.playground.quick_json import dumped
from bot.playground.refused import Json, Refused

_MODAL_ONLY = ("title", "submit", "close", "clear_on_close", "notify_on_close")


def check_view(view: Any, kind: str) -> None:
    """Raise Refused when Slack would not take this view as a "modal" or a "home"."""
    if not isinstance(view, dict):
        raise Refused("invalid_arguments", [at("/view", "must be an object")])
    if len(dumped(view)) > LIMITS["views"]["max_bytes"]:
        raise Refused(LIMITS["views"]["max_bytes_error"])
    problems = [*_view_problems(view, kind), *check_blocks(view.get("blocks"), kind, "/view/blocks")]
    if problems:
        raise Refused("invalid_arguments", problems)


def _view_problems(view: Json, kind: str) -> Problems:
    if view.get("type") != kind:
        yield at("/view/type", f"must be one of: {kind}")
    fields = dict(LIMITS["views"]["common"])
    if kind == "modal":
        fields |= {name: LIMITS["views"]["modal"][name] for name in _MODAL_ONLY}
    for name, value in view.items():
        if name not in ("type", "blocks") and name not in fields:
            yield at("/view", f"invalid additional property: {name}")
        elif name in fields and name != "blocks":
            yield from check_value(value, fields[name], f"/view/{name}")
    for name, field in fields.items():
        if field.get("required") and name not in view:
            yield at("/view", f"missing required field: {name}")
    if kind == "modal" and "submit" not in view and _has_input(view):
        yield at("/view", "missing required field: submit, since the view has an input block")


def _has_input(view: Json) -> bool:
    blocks = view.get("blocks")
    return isinstance(blocks, list) and any(isinstance(b, dict) and b.get("type") == "input" for b in blocks)


def check_message(message: Json) -> None:
    """Raise Refused when Slack would not take these blocks, this text, these attachments or this metadata.

    `no_text` without a top-level text, also beside blocks, is our own strictness: screen readers and notifications
    read nothing else.
    """
    text = message.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Refused("no_text", [at("/text", "a message needs a text that says it all without the blocks")])
    attachments = message.get("attachments")
    if isinstance(attachments, list) and len(attachments) > LIMITS["message"]["attachments"]["max_items"]:
        raise Refused("too_many_attachments")
    if "markdown_text" in message:
        raise Refused("markdown_text_conflict")
    if message.get("blocks") is not None:
        problems = check_blocks(message["blocks"], "message")
        if any("only_one_table_allowed" in problem for problem in problems):
            raise Refused("invalid_attachments", problems)
        if problems:
            raise Refused("invalid_blocks", problems)
    if message.get("metadata"):
        _check_metadata(message["metadata"])


def _check_metadata(metadata: Any) -> None:
    if not isinstance(metadata, dict) or set(metadata) - {"event_type", "event_payload"}:
        raise Refused("invalid_metadata_format")
    if not isinstance(metadata.get("event_type"), str) or not isinstance(metadata.get("event_payload"), dict):
        raise Refused("invalid_metadata_format")
    for value in metadata["event_payload"].values():
        if isinstance(value, dict) and any(isinstance(inner, dict | list) for inner in value.values()):
            raise Refused(
                "invalid_metadata_schema", ["event_payload holds flat values or one level of objects"]
            )
