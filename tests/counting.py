"""Counting what is asked of the database."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from sqlalchemy import event

from bot.storage import Store
from tests.world import World


def questions(world: World) -> AbstractContextManager[list[str]]:
    """Write down every statement that is sent to the database to read something."""
    return statements(world.oops.store, beginning="SELECT")


@contextmanager
def statements(store: Store, *, beginning: str = "") -> Iterator[list[str]]:
    """Write down every statement that is sent to the database; one for many rows counts once."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(beginning):
            sent.append(statement)

    engines = (store._reading, store._writing)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    yield sent
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)
