"""Engines that one store after the other uses: SQLAlchemy keeps with an engine what it has compiled, a sixth of what a test costs."""

from collections import defaultdict

from sqlalchemy import Engine, event

from bot.storage.engine import make_engine


class LentEngines:
    """Engines of this process, each lent to one store at a time."""

    def __init__(self) -> None:
        self._free: defaultdict[tuple[str, int, bool], list[Engine]] = defaultdict(list)

    def lend(self, url: str, *, threads: int, is_writer: bool) -> Engine:
        """Return an engine for ``url`` that nobody uses; it is given back by being disposed of."""
        free = self._free[url, threads, is_writer]
        if free:
            return free.pop()
        engine = make_engine(url, threads=threads, is_writer=is_writer)
        event.listen(engine, "engine_disposed", free.append)
        return engine


ENGINES = LentEngines()
