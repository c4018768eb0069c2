"""The schema that the migrations make is the one that the tables describe, in both databases and both directions."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text
from sqlmodel import SQLModel

from bot.schema import migrate
from tests.architecture import ROOT
from tests.left_behind import WHAT, leave_report_behind
from tests.world import World, shown


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


def config_for(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("path_separator", "os")
    config.set_main_option("script_location", str(ROOT / "bot" / "migrations"))
    config.attributes["connection"] = connection
    return config


def test_every_migration_can_be_taken_back_and_done_again(bare_database_url: str) -> None:
    migrate(bare_database_url)

    with connected(bare_database_url) as connection:
        config = config_for(connection)
        command.downgrade(config, "0001")
        command.upgrade(config, "head")

        assert differences(connection) == []


async def test_a_report_that_waited_for_its_reporters_word_is_opened(world: World) -> None:
    await leave_report_behind(world)
    with connected(world.database_url) as connection:
        command.downgrade(config_for(connection), "0006")
        connection.execute(text("UPDATE pending_report SET state = 'waiting'"))
        command.upgrade(config_for(connection), "head")

    await world.passes(minutes=2)

    assert WHAT in shown(world.plan)
