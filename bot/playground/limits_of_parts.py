"""Judges what single kinds of blocks hold: rows of tables, charts, rich text. oops draws none of them but rich text."""

from collections.abc import Callable, Iterator
from typing import Any

from bot.playground.limits_of_values import (
    LIMITS,
    Problems,
    at,
    check_fields,
    check_rich_text,
)
from bot.playground.refused import Json

_CELLS = ("raw_text", "raw_number", "rich_text")


def check_own_parts(block: Json, kind: str, pointer: str, *, within: str) -> Problems:
    """Yield what is wrong with what only this kind of block holds."""
    if kind in _CHECKS:
        yield from _CHECKS[kind](block, pointer)
    if kind == "task_card" and block.get("status") == "pending" and within != "plan":
        yield at(f"{pointer}/status", "pending is for the tasks of a plan")


def _check_table(block: Json, pointer: str) -> Problems:
    rows = block.get("rows")
    if not isinstance(rows, list):
        return
    rule = LIMITS["blocks"][block["type"]]
    widths = set()
    for index, row in enumerate(rows):
        if not isinstance(row, list):
            yield at(f"{pointer}/rows/{index}", "must provide an array")
            continue
        widths.add(len(row))
        if len(row) > rule["max_columns"]:
            yield at(f"{pointer}/rows/{index}", f"no more than {rule['max_columns']} items allowed")
        for column, cell in enumerate(row):
            yield from _check_cell(cell, f"{pointer}/rows/{index}/{column}")
    if len(widths) > 1:
        yield at(f"{pointer}/rows", "every row must have as many cells")
    if sum(len(text) for text in _texts(rows)) > rule["aggregate_max_len"]:
        yield at(f"{pointer}/rows", f"must be less than {rule['aggregate_max_len'] + 1} characters together")


def _check_data_table(block: Json, pointer: str) -> Problems:
    yield from _check_table(block, pointer)
    rows = block.get("rows")
    header = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], list) else []
    for column, cell in enumerate(header):
        if isinstance(cell, dict) and cell.get("type") == "rich_text":
            yield at(f"{pointer}/rows/0/{column}/type", "unsupported type: rich_text")


def _check_cell(cell: Any, pointer: str) -> Problems:
    kind = cell.get("type") if isinstance(cell, dict) else None
    if kind not in _CELLS:
        yield at(f"{pointer}/type", f"unsupported type: {kind}")
    elif kind == "rich_text":
        yield from check_rich_text(cell, pointer)
    else:
        yield from check_fields(cell, LIMITS["objects"][kind], pointer)


def _texts(thing: Any) -> Iterator[str]:
    """Yield every text in the cells, however deep it lies."""
    if isinstance(thing, list):
        for part in thing:
            yield from _texts(part)
    elif isinstance(thing, dict):
        if isinstance(thing.get("text"), str):
            yield thing["text"]
        yield from _texts(thing.get("elements"))


def _check_chart(block: Json, pointer: str) -> Problems:
    chart = block.get("chart")
    if not isinstance(chart, dict):
        return
    rule = LIMITS["charts"].get(str(chart.get("type")))
    if rule is None:
        yield at(f"{pointer}/chart/type", f"must be one of: {', '.join(LIMITS['charts'])}")
        return
    problems = list(check_fields(chart, rule, f"{pointer}/chart"))
    yield from problems
    if not problems and "series" in chart:
        yield from _check_series(chart, f"{pointer}/chart/series")


def _check_series(chart: Json, pointer: str) -> Problems:
    names = [series["name"] for series in chart["series"]]
    if len(set(names)) < len(names):
        yield at(pointer, "every series must have its own name")
    for index, series in enumerate(chart["series"]):
        if [point["label"] for point in series["data"]] != chart["axis_config"]["categories"]:
            yield at(f"{pointer}/{index}/data", "must have one point for each of the categories")


_CHECKS: dict[str, Callable[[Json, str], Problems]] = {
    "table": _check_table,
    "data_table": _check_data_table,
    "data_visualization": _check_chart,
    "rich_text": check_rich_text,
}
