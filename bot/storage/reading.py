"""An engine for somebody who only reads, also a SQLite file that this user may not write to, such as a backup or another user's."""

import os
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine

from bot.storage.engine import make_engine, sqlite_path
from bot.storage.writable import SQLITE_FILES, NotWritable, require_writable_file


def reading_engine(url: str) -> Engine:
    """Return an engine of one connection that changes nothing."""
    path = sqlite_path(url)
    if path in {None, "", ":memory:"} or _is_writable(Path(str(path))):
        return make_engine(url, threads=1, is_writer=False)
    return make_engine(_only_to_read(Path(str(path)).absolute()), threads=1, is_writer=False)


def _is_writable(path: Path) -> bool:
    try:
        require_writable_file(path)
    except NotWritable:
        return False
    return True


def _only_to_read(path: Path) -> str:
    """Return the address of a file for SQLite to open as it is, which makes nothing beside it.

    Where nothing is beside it, nobody has it open, and SQLite is told so: else it would need the files that it may not make.
    """
    is_open = any(os.path.exists(f"{path}{ending}") for ending in SQLITE_FILES if ending)  # noqa: PTH110  as in bot.storage.writable
    how = "mode=ro" if is_open else "mode=ro&immutable=1"
    return f"sqlite:///file:{quote(str(path))}?{how}&uri=true"
