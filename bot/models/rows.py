"""What every row has: its id, once it is in the database."""

from typing import Protocol


class Row(Protocol):
    """A row of any table; ``id`` is None until it was written."""

    id: int | None


def key(row: Row) -> int:
    """Return the id of a row that is in the database. Raises ValueError for one that was not written yet."""
    if row.id is None:
        raise ValueError(f"{type(row).__name__} has no id: it was not written yet.")
    return row.id
