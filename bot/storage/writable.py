"""Whether a database can be written to: a SQLite file before anything is opened, since SQLite itself says it late and in its own words, and any by writing."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import update
from sqlmodel import Session

from bot.errors import OopsError
from bot.models import Workspace
from bot.storage.engine import sqlite_path

LOCK = ".lock"
LEAST_FREE = 1024 * 1024
"""Bytes that a disk should still have: a case takes some 0.1 MB of SQLite's log (``bot.storage.checkpointing``), and several may be under way.

On a full disk a little can still be written, over what the log held before, so that writing something is no proof of room.
"""
SQLITE_FILES = ("", "-wal", "-shm")
"""What SQLite keeps of a database, by what the names end in."""
_BESIDE = (*SQLITE_FILES, LOCK)


class NotWritable(OopsError):
    """A database file, or the folder that it is in, may not be written to."""

    def __init__(self, place: Path) -> None:
        kind = "folder" if place.is_dir() else "file"
        super().__init__(
            f"The {kind} {place} may not be written to by this user, and nothing was changed. Let the user write to the database "
            "file and its folder (chmod, chown), or choose another place: OOPS_DATABASE_URL (for `oops playground` --database)."
        )


class NoFolder(OopsError):
    """The folder that a database file is to be in cannot be made."""

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(
            f"The folder {folder} cannot be made: {error.strerror}. Choose another place: OOPS_DATABASE_URL (for `oops playground` "
            "--database)."
        )


def make_folder_of(path: Path) -> None:
    """Make the folder that a file is to be in, where it is missing. Raises NoFolder."""
    folder = path.absolute().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoFolder(folder, error) from error


def free_bytes(path: str) -> int:
    """Return the room that is left on the disk that a database file is on."""
    return shutil.disk_usage(Path(path).absolute().parent).free


def require_writable(url: str) -> None:
    """Return when this user may make or change the SQLite file at ``url``, or it is another engine. Raises NotWritable."""
    path = sqlite_path(url)
    if path not in {None, "", ":memory:"}:
        require_writable_file(Path(str(path)))


def require_writable_file(path: Path) -> None:
    """Return when this user may make or change the file and what stands beside it. Raises NotWritable."""
    for place in _places(path.absolute()):
        if not os.access(place, os.W_OK):
            raise NotWritable(place)


def prove_writable(session: Session) -> None:
    """Write what is there already, on disk: a full one is noticed no sooner. Raises what the database raises."""
    session.execute(update(Workspace).values(name=Workspace.name))


def _places(path: Path) -> Iterator[Path]:
    """Yield what has to be written to: the files that are there, and the folder, or the nearest one that is there."""
    yield from (beside for ending in _BESIDE if _is_there(beside := Path(f"{path}{ending}")))
    yield next((folder for folder in path.parents if _is_there(folder)), path)


def _is_there(place: Path) -> bool:
    """Return whether this user can see a file or folder; ``Path.exists`` raises where one above it is closed to them."""
    return os.path.exists(place)  # noqa: PTH110
