"""In CI, which has ten minutes on two cores, a test of what people see and do runs on one of the two databases, every third on PostgreSQL; elsewhere on both.

What is about the database itself is always tested on both.
"""

from collections import defaultdict
from pathlib import Path
from zlib import crc32

import pytest

from tests.conftest import IS_CI

HERE = Path(__file__).parent
ON_BOTH = (
    HERE / "crash",
    *(
        HERE / f"test_{subject}.py"
        for subject in (
            "at_once",
            "databases",
            "due",
            "jobs",
            "life",
            "migrations",
            "outbox",
            "start",
            "stopping",
            "storage",
            "typed",
        )
    ),
)
"""What is about storing, claiming, races and migrations."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out one of the two where a test is there for both."""
    if not IS_CI:
        return
    left_out = {id(item) for pair in _pairs(items) for item in pair if item is not _chosen(pair)}
    config.hook.pytest_deselected(items=[item for item in items if id(item) in left_out])
    items[:] = [item for item in items if id(item) not in left_out]


def _pairs(items: list[pytest.Item]) -> list[list[pytest.Item]]:
    """Return the tests by turns that run on several databases, each with the same one on the others."""
    same: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        callspec = getattr(item, "callspec", None)
        is_by_turns = not any(item.path.is_relative_to(place) for place in ON_BOTH)
        if is_by_turns and callspec is not None and "database_url" in callspec.params:
            same[item.nodeid.replace(callspec.params["database_url"], "")].append(item)
    return [pair for pair in same.values() if len(pair) > 1]


def _chosen(pair: list[pytest.Item]) -> pytest.Item:
    """Return the one whose turn it is, the same on every run: every third on PostgreSQL, which takes longer."""
    on_sqlite, on_postgresql = sorted(pair, key=lambda item: item.nodeid, reverse=True)
    return on_postgresql if crc32(on_sqlite.nodeid.encode()) % 3 == 0 else on_sqlite
