"""Reading one row, and changing one only while nobody was faster."""

from typing import Any, TypeVar, cast

from sqlalchemy import CursorResult, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, SQLModel

from bot.states import may_move

Row = TypeVar("Row", bound=SQLModel)


def find(session: Session, table: type[Row], key: int) -> Row | None:
    """Return the row with this id, or None."""
    return session.get(table, key)


def get(session: Session, table: type[Row], key: int) -> Row:
    """Return the row with this id. Raises LookupError when it is not there."""
    row = session.get(table, key)
    if row is None:
        raise LookupError(f"{table.__name__} {key} is not there")
    return row


def change(session: Session, row: SQLModel, **values: Any) -> bool:
    """Set ``values`` on a versioned ``row`` and return True; return False when somebody changed it in the meantime.

    Raises ValueError for a state that cannot follow (``bot.states``): the verb has to ask before.
    """
    table = type(row)
    seen = cast("Any", row)
    if "state" in values and not may_move(seen.state, values["state"]):
        raise ValueError(f"{table.__name__} cannot go from {seen.state} to {values['state']}.")
    statement = (
        update(table)
        .where(cast("Any", table).id == seen.id, cast("Any", table).version == seen.version)
        .values(**values, version=seen.version + 1)
        .execution_options(synchronize_session=False)
    )
    result = cast("CursorResult[Any]", session.execute(statement))
    if result.rowcount == 0:
        return False
    for name, value in {**values, "version": seen.version + 1}.items():
        set_committed_value(row, name, value)
    return True
