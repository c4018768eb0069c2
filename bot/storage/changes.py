"""Reading one row, and changing one only while nobody was faster."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import CursorResult, Executable, Select, Update, bindparam, select, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.util import identity_key
from sqlmodel import Session, SQLModel

from bot.states import may_move

Row = TypeVar("Row", bound=SQLModel)
WRITES = "writes"
"""Marks the session of a unit of work that writes (``Store.run``)."""


def find(session: Session, table: type[Row], key: int) -> Row | None:
    """Return the row with this id, or None.

    As ``Session.get``, which makes its statement anew each time: that takes a quarter longer.
    """
    known = session.identity_map.get(identity_key(table, key))
    return known or session.scalars(_by_id(table), {"id": key}).one_or_none()


def get(session: Session, table: type[Row], key: int) -> Row:
    """Return the row with this id. Raises LookupError when it is not there."""
    row = find(session, table, key)
    if row is None:
        raise LookupError(f"{table.__name__} {key} is not there")
    return row


def find_to_change(session: Session, table: type[Row], key: int) -> Row | None:
    """Return the row with this id, or None; in a unit of work that writes, nobody else changes it until that has ended.

    PostgreSQL's writers do not queue as SQLite's do: of two that both read first, neither would see what the other one writes.
    """
    if not session.info.get(WRITES):
        return find(session, table, key)
    return session.scalars(_by_id_to_change(table), {"id": key}).one_or_none()


def find_rare(session: Session, table: type[Row], ids: Select[Any], **asked: Any) -> Row | None:
    """Return the row whose id a statement asks for, or None: where there mostly is none, a third of what loading takes."""
    key = ask(session, ids, **asked).scalar()
    return find(session, table, key) if key is not None else None


def ask(session: Session, question: Executable, **asked: Any) -> CursorResult[*tuple[Any, ...]]:
    """Return the answer to a question about columns: the ORM, with no row to load, takes longer than the database does."""
    session.flush()
    return session.connection().execute(question, asked)


@cache
def _by_id(table: type[SQLModel]) -> Select[Any]:
    return select(table).where(cast("Any", table).id == bindparam("id"))


def change(session: Session, row: SQLModel, **values: Any) -> bool:
    """Set ``values`` on a versioned ``row`` and return True; return False when somebody changed it in the meantime.

    Raises ValueError for a state that cannot follow (``bot.states``): the verb has to ask before.
    """
    seen = cast("Any", row)
    _require_move(seen, values)
    given = {"seen_id": seen.id, "seen_version": seen.version, "version": seen.version + 1, **values}
    result = session.connection().execute(_changing(type(row), tuple(values)), given)
    if result.rowcount == 0:
        return False
    _note(row, values)
    return True


def change_all(session: Session, changes: Sequence[tuple[SQLModel, Mapping[str, Any]]]) -> None:
    """Set values, the same columns of each, on versioned rows of one table that nobody else can change: they are locked.

    Raises ValueError as ``change`` does, and RuntimeError when somebody has changed one in the meantime all the same.
    """
    if not changes:
        return
    for row, values in changes:
        _require_move(row, values)
    first, named = changes[0]
    rows = [
        {"seen_id": seen.id, "seen_version": seen.version, "version": seen.version + 1, **values}
        for seen, values in cast("Any", changes)
    ]
    result = session.connection().execute(_changing(type(first), tuple(named)), rows)
    if result.rowcount != len(rows):
        raise RuntimeError(f"{len(rows) - result.rowcount} of {len(rows)} locked rows were changed.")
    for row, values in changes:
        _note(row, values)


def count_changed(session: Session, statement: Update, values: Mapping[str, Any] | None = None) -> int:
    """Change what an update names, given its parameters' ``values``, and return how many rows that was.

    Rows that are held in memory stay as they were. The ORM would take the update apart anew each time: four times as long.
    """
    session.flush()
    return session.connection().execute(statement, dict(values or {})).rowcount


@cache
def _by_id_to_change(table: type[SQLModel]) -> Select[Any]:
    # Rows that only refer to it may be written meanwhile (key_share): the tick and the sender wait for no person.
    return _by_id(table).with_for_update(key_share=True).execution_options(populate_existing=True)


@cache
def _changing(table: type[SQLModel], names: tuple[str, ...]) -> Update:
    columns = cast("Any", table).__table__.c
    return (
        update(cast("Any", table).__table__)
        .where(columns.id == bindparam("seen_id"), columns.version == bindparam("seen_version"))
        .values({name: bindparam(name) for name in (*names, "version")})
    )


def _require_move(row: Any, values: Mapping[str, Any]) -> None:
    if "state" in values and not may_move(row.state, values["state"]):
        raise ValueError(f"{type(row).__name__} cannot go from {row.state} to {values['state']}.")


def _note(row: Any, values: Mapping[str, Any]) -> None:
    """Write what was set into the row as it is held in memory."""
    for name, value in {**values, "version": row.version + 1}.items():
        set_committed_value(row, name, value)
