"""Lint as a stream: one JSON object in a line, one answer out for it."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bot.lint import lint
from bot.lint.model import Context
from bot.plan import Expects
from bot.report import Channel
from bot.voice import Preset


def lint_lines(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield ``{findings}`` for each line, or ``{error, line}`` (counted from 1) for one that cannot be read.

    Empty lines are passed over.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        try:
            text, context = read_line(line)
        except ValueError as error:
            yield {"error": str(error), "line": number}
            continue
        yield _answer(text, context)


def lint_bytes(raw: bytes) -> Iterator[dict[str, Any]]:
    """Yield ``{findings}`` for a bare text, judged as a formal statement of up to 150 words; ``{error, line}`` for what is no text."""
    try:
        yield _answer(raw.decode("utf-8-sig"), Context())
    except UnicodeDecodeError as error:
        sentence = f"This is not text in UTF-8: byte {error.start + 1} cannot be read. Save it as UTF-8."
        yield {"error": sentence, "line": raw.count(b"\n", 0, error.start) + 1}


def _answer(text: str, context: Context) -> dict[str, Any]:
    return {
        "findings": [
            {
                "label": str(finding.label),
                "start": finding.start,
                "end": finding.end,
                "why": finding.why,
                "mend": finding.mend,
                "blocks": finding.blocks,
            }
            for finding in lint(text, context)
        ]
    }


def read_line(line: str) -> tuple[str, Context]:
    try:
        line.encode()
        fields = json.loads(line.lstrip("\ufeff"))
    except UnicodeEncodeError as error:
        raise ValueError("This line is not text in UTF-8. Save it as UTF-8.") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(
            f'This line is not JSON ({error}). Write one object per line, such as {{"text": "…"}}.'
        ) from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise ValueError(  # noqa: TRY004  one kind of error for a line that cannot be read
            'This line needs a “text”. Write one object per line, such as {"text": "…"}.'
        )
    return fields["text"], Context(
        tone=_one_of(Preset, fields, "tone") or Preset.FORMAL,
        serious=_flag(fields, "serious"),
        expects=_expected(fields),
        channel=_one_of(Channel, fields, "channel"),
    )


def _one_of(values: Any, fields: dict[str, Any], name: str) -> Any:
    value = fields.get(name)
    if value is None:
        return None
    try:
        return values(value)
    except ValueError:
        known = ", ".join(values)
        raise ValueError(f"“{name}” must be one of: {known}.") from None


def _flag(fields: dict[str, Any], name: str) -> bool:
    value = fields.get(name, False)
    if value is not None and not isinstance(value, bool):
        raise ValueError(f"“{name}” must be true or false.")
    return bool(value)


def _expected(fields: dict[str, Any]) -> frozenset[Expects]:
    value = fields.get("expects") or []
    if not isinstance(value, list) or any(one not in tuple(Expects) for one in value):
        raise ValueError("“expects” must be a list of: apology, correction.")
    return frozenset(Expects(one) for one in value)
