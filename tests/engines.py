"""Engines that one store after the other uses: SQLAlchemy keeps with an engine what it has compiled, a sixth of what a test costs.

PostgreSQL's connections stay open as well: a new one reads the catalogue anew, and costs a test another tenth.
"""

from collections import defaultdict

from sqlalchemy import Engine, event

from bot.storage.engine import make_engine, sqlite_path


class LentEngines:
    """Engines of this process, each lent to one store at a time."""

    def __init__(self) -> None:
        self._free: defaultdict[tuple[str, int, bool], list[Engine]] = defaultdict(list)
        self._kept: list[Engine] = []

    def lend(self, url: str, *, threads: int, is_writer: bool) -> Engine:
        """Return an engine for ``url`` that nobody uses; it is given back by being disposed of."""
        free = self._free[url, threads, is_writer]
        if free:
            return free.pop()
        engine = make_engine(url, threads=threads, is_writer=is_writer)
        if sqlite_path(url) is not None:  # the next file at this address is another one
            event.listen(engine, "engine_disposed", free.append)
        else:
            self._keep(engine, free)
        return engine

    def _keep(self, engine: Engine, free: list[Engine]) -> None:
        """Have an engine that is disposed of be ``free``, with its connections."""

        def dispose(close: bool = True) -> None:  # noqa: ARG001  as Engine.dispose has it
            free.append(engine)

        engine.dispose = dispose  # type: ignore[method-assign]
        self._kept.append(engine)

    def close(self) -> None:
        """Close the connections that were kept."""
        for engine in self._kept:
            Engine.dispose(engine)


ENGINES = LentEngines()
