"""Whether a database has the tables that this version reads and writes: its revision alone does not say so."""

from collections import defaultdict

from sqlalchemy import Connection

from bot.models import Workspace

_ON_SQLITE = """
SELECT tables.name, columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'
"""
_ON_POSTGRESQL = """
SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = ANY (current_schemas(false))
"""


def lacking(connection: Connection) -> str:
    """Return the first table, or column of one, that is not there, in half a sentence; empty where all are."""
    there = defaultdict[str, set[str]](set)
    question = _ON_SQLITE if connection.dialect.name == "sqlite" else _ON_POSTGRESQL
    for table, column in connection.exec_driver_sql(question):
        there[table].add(column)
    for table in Workspace.metadata.sorted_tables:
        if table.name not in there:
            return f"there is no table {table.name}"
        if missing := [column.name for column in table.columns if column.name not in there[table.name]]:
            return f"the table {table.name} lacks {', '.join(missing)}"
    return ""
