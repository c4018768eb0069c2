"""The database without the bot: what the command line reads and changes, also while the bot runs."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from bot.errors import OopsError
from bot.models import Workspace
from bot.schema import require_newest, require_there
from bot.storage.engine import BUSY_MS, make_engine, sqlite_path
from bot.storage.reading import reading_engine
from bot.storage.trouble import is_trouble, trouble_with
from bot.storage.writable import require_writable


@contextmanager
def offline_session(url: str, *, is_writer: bool = False) -> Iterator[Session]:
    """Give a session whose transaction is committed at the end where ``is_writer``; a reader's writes nothing.

    A reader's may be of a file that this user may only read.
    Raises OopsError for a database that is not there, may not be written to by a writer, has another schema, is damaged, or is busy.
    """
    require_there(url)
    if is_writer:
        require_writable(url)
    require_newest(url)
    engine = make_engine(url, threads=1, is_writer=True) if is_writer else reading_engine(url)
    try:
        with Session(engine, expire_on_commit=False) as session:
            yield session
            if is_writer:
                session.commit()
    except DBAPIError as error:
        if not is_trouble(error):
            raise
        raise trouble_with(error) from error
    finally:
        engine.dispose()


def workspace_of(session: Session, team_id: str) -> Workspace:
    """Return the workspace of a team, or the only one when none is named. Raises OopsError that names those there are."""
    rows = session.exec(select(Workspace).order_by(col(Workspace.id))).all()
    chosen = [row for row in rows if team_id in {"", row.team_id}]
    if len(chosen) == 1:
        return chosen[0]
    if not rows:
        raise OopsError(
            "There is no workspace in this database yet. `oops serve` makes it when it first starts."
        )
    known = ", ".join(f"{row.team_id} ({row.name})" for row in rows)
    raise OopsError(f"Which workspace? Add --workspace with one of these: {known}")


def overwrite_what_was_removed(url: str) -> bool:
    """Have the database write itself anew, so that removed words are not left in its files; return whether it could."""
    path = sqlite_path(url)
    if path is not None:
        return _rewrite_file(path)
    engine = make_engine(url, threads=1, is_writer=False)
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM")
    except DBAPIError:
        return False
    finally:
        engine.dispose()
    return True


def _rewrite_file(path: str) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)) as connection:
            connection.execute("VACUUM")
            (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    return not is_busy
