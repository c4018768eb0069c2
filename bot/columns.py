"""The kinds of column that the tables are made of."""

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column, Dialect, Index, String, Text, text
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field, SQLModel

# Named before any model, so that Alembic can change a constraint on SQLite, which does not name them by itself.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Values(TypeDecorator[StrEnum]):
    """A column that holds an enum's value as text, and gives the member back."""

    impl = String(40)
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(String(40))

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's signature
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002  SQLAlchemy's signature
        return None if value is None else self.enum(value)


def stored(enum: type[StrEnum], *, nullable: bool = False, index: bool = False) -> Any:
    """Return a field whose column stores ``enum`` by value; ``None`` is its default when it may be null."""
    column: Column[StrEnum] = Column(Values(enum), nullable=nullable, index=index)
    return Field(default=None, sa_column=column) if nullable else Field(sa_column=column)


def reminders_index(name: str) -> Index:
    """Return an index of the few rows whose ``remind_at`` is to come: the tick asks for them every second."""
    waiting = text("remind_at IS NOT NULL")
    return Index(name, "remind_at", sqlite_where=waiting, postgresql_where=waiting)


def json_field(factory: type[Any]) -> Any:
    """Return a field that stores JSON and starts as ``factory()``."""
    return Field(default_factory=factory, sa_column=Column(JSON, nullable=False))


def text_field() -> Any:
    """Return a field for text of any length."""
    return Field(default="", sa_column=Column(Text, nullable=False))
