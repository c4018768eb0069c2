"""A brand for each report, since two reports for one brand within an hour would be taken for the same mistake."""

import sqlite3
from contextlib import closing
from pathlib import Path


def add_brands(file: Path, count: int, *, have_channels: bool = False) -> list[int]:
    """Copy the first brand so many times, into a database that may be in use, and return the copies' ids.

    With ``have_channels`` each gets a channel of its own, else all have the first one's.
    """
    with closing(sqlite3.connect(file, timeout=10)) as connection, connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(brand)") if row[1] != "id"]
        copied = {name: name for name in names} | {"name": "'Brand ' || n"}
        if have_channels:
            copied["response_channel"] = "'C' || n"
        connection.execute(
            f"WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count}) "
            f"INSERT INTO brand ({', '.join(names)}) SELECT {', '.join(copied[name] for name in names)} "
            "FROM numbers JOIN brand ON brand.id = (SELECT min(id) FROM brand)"
        )
        rows = connection.execute("SELECT id FROM brand ORDER BY id DESC LIMIT ?", (count,))
        return sorted(row[0] for row in rows)
