"""A PostgreSQL that no longer answers: its lines are cut, so that whoever waits for it stops waiting, and the process can end."""

import os
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from weakref import WeakSet

from sqlalchemy import Engine, event

PATIENCE = 1.0
"""Seconds in which something has to be done while the store is closed: an orchestrator kills soon after."""


class Lines:
    """The open connections of some engines."""

    def __init__(self, *engines: Engine) -> None:
        self._open: WeakSet[Any] = WeakSet()
        self._changing = threading.Lock()
        self._is_cut = False
        driver: Any = engines[0].dialect.loaded_dbapi
        self._errors, self._gone = (OSError, driver.Error), driver.OperationalError
        self._engines = engines
        for engine in engines:
            event.listen(engine, "do_connect", self._refuse)
            event.listen(engine, "connect", self._note)

    def close(self) -> None:
        """Leave the engines alone: another store may use them after this one."""
        for engine in self._engines:
            event.remove(engine, "do_connect", self._refuse)
            event.remove(engine, "connect", self._note)

    def cut(self) -> None:
        """End every connection under whoever waits for it, and let no other begin: to them the server is gone."""
        self._is_cut = True
        with self._changing:
            lines = list(self._open)
        for line in lines:
            with suppress(*self._errors), socket.socket(fileno=os.dup(line.fileno())) as end:
                end.shutdown(socket.SHUT_RDWR)

    def _refuse(self, *_: Any) -> None:
        if self._is_cut:
            raise self._gone("given up")

    def _note(self, connection: Any, _record: Any) -> None:
        with self._changing:
            self._open.add(connection)


def finish(work: Callable[[], None], *, done: Callable[[], int], give_up: Callable[[], None]) -> None:
    """Return when ``work`` has ended; whenever nothing more was ``done`` for a while, ``give_up`` what it waits for."""
    working = threading.Thread(target=work, name="close", daemon=True)
    working.start()
    while working.is_alive():
        before = done()
        working.join(PATIENCE)
        if working.is_alive() and done() == before:
            give_up()
