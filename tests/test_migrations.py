"""The schema that the migrations make is the one that the tables describe, in both databases and both directions."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine
from sqlmodel import SQLModel

from bot.schema import migrate
from tests.architecture import ROOT


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    engine = create_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))


def test_the_migrations_make_the_tables_as_they_are_described(bare_database_url: str) -> None:
    migrate(bare_database_url)

    with connected(bare_database_url) as connection:
        assert differences(connection) == []


def test_every_migration_can_be_taken_back_and_done_again(bare_database_url: str) -> None:
    migrate(bare_database_url)
    config = Config()
    config.set_main_option("path_separator", "os")
    config.set_main_option("script_location", str(ROOT / "bot" / "migrations"))

    with connected(bare_database_url) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        command.upgrade(config, "head")

        assert differences(connection) == []
