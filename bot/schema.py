"""Bringing a database's schema up to date, and refusing one that is not."""

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, OperationalError

from bot.errors import OopsError, TryAgain
from bot.storage.engine import make_engine, sqlite_path
from bot.storage.reading import reading_engine
from bot.storage.tables import lacking
from bot.storage.trouble import OTHER_TABLES, RESTORE_OWN, STEPS, is_refused, reason_of
from bot.storage.writable import make_folder_of, require_writable


class OtherTables(OopsError):
    """The database says that it has a schema, and has other tables: changed by hand, or by a version between two releases."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The database's tables are not those of its schema: {what}. {RESTORE_OWN}")


class SchemaTooOld(OopsError):
    """The database has to be migrated first."""


def migrate(url: str) -> None:
    """Bring the database at ``url`` to the newest schema. Raises OopsError for one that is newer, or cannot be opened or written to."""
    require_writable(url)
    path = sqlite_path(url)
    if path:
        make_folder_of(Path(path))
    engine = make_engine(url, threads=1, is_writer=True)
    try:
        with engine.connect() as connection:
            is_sqlite = connection.dialect.name == "sqlite"
            if is_sqlite:  # a changed table is copied, and its children must not mind
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            _upgrade(connection)
            _require_tables(connection)
            connection.commit()
    except (OperationalError, DatabaseError) as error:
        raise _cannot_open(url, error) from error
    finally:
        engine.dispose()


def require_there(url: str) -> None:
    """Return when there is a database to open: a SQLite file would else be made, empty. Raises OopsError."""
    path = sqlite_path(url)
    if path is not None and not os.path.exists(path):  # noqa: PTH110  false, and no error, for a folder that is closed to this user
        require_writable(url)  # else the next step would lead to this refusal
        raise OopsError(
            f"There is no database at {Path(path).absolute()}. Make it with `oops migrate` (if yours is somewhere else, set "
            "OOPS_DATABASE_URL)."
        )


def require_newest(url: str) -> None:
    """Return when the database has the newest schema. Raises SchemaTooOld, OopsError for one that is newer, broken, not there, or has other tables.

    Raises TryAgain for a server that is not reached.
    """
    require_there(url)
    scripts = ScriptDirectory.from_config(_config())
    head = scripts.get_current_head()
    engine = reading_engine(url)
    try:
        with engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
            if current == head:
                _require_tables(connection)
    except (OperationalError, DatabaseError) as error:
        raise _cannot_open(url, error) from error
    finally:
        engine.dispose()
    _require_known(current)
    if current == head:
        return
    if current is None:
        raise SchemaTooOld(
            "The database is empty. Run `oops migrate` first, if OOPS_DATABASE_URL is the right one."
        )
    raise SchemaTooOld("The database has an older schema. Run `oops migrate` first; it keeps everything.")


def _require_known(revision: str | None) -> None:
    """Return when a database's schema is none or one of ours. Raises OopsError for a newer one."""
    scripts = ScriptDirectory.from_config(_config())
    if revision is not None and revision not in {script.revision for script in scripts.walk_revisions()}:
        raise OopsError(
            "The database was written by a newer oops. Start that version, or restore an older backup."
        )


def _require_tables(connection: Connection) -> None:
    if what := lacking(connection):
        raise OtherTables(what)


def _upgrade(connection: Connection) -> None:
    _require_known(MigrationContext.configure(connection).get_current_revision())
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def _cannot_open(url: str, error: DatabaseError) -> OopsError:
    path = sqlite_path(url)
    reason = str(error.orig).splitlines()[0] if error.orig else type(error).__name__
    step = f"Check OOPS_DATABASE_URL, and that the {'file' if path else 'server'} is there and may be written to."
    is_for_good = path or reason_of(error) == OTHER_TABLES or is_refused(str(error.orig))
    kind = OopsError if is_for_good else TryAgain
    return kind(
        f"The {f'database {path}' if path else 'PostgreSQL database'} cannot be used: {reason}. "
        f"{STEPS.get(reason_of(error), step)}"
    )
