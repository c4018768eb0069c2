"""What Alembic runs: one connection is handed in, so that there is one place that knows how to open a database."""

from typing import Any, Literal

from alembic import context
from sqlmodel import SQLModel

import bot.models  # noqa: F401  registers the tables
from bot.columns import Values


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Return how a column is written down: as what it is, not as the enum that it held at the time."""
    return "sa.String(length=40)" if kind == "type" and isinstance(item, Values) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_item=render_item,
    render_as_batch=connection.dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
