"""JSON by orjson, five times as fast, and by the standard library where orjson will not: for half of a character, say."""

import json
from typing import Any

import orjson


def dumped(value: Any) -> bytes:
    """Return a value as JSON text in UTF-8."""
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        return json.dumps(value).encode()


def loaded(text: str | bytes) -> Any:
    """Return what a JSON text says. Raises ValueError for what is none."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text)
