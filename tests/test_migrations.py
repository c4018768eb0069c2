"""The schema that the migrations make is the one that the tables describe, in both databases and both directions."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlmodel import SQLModel

from bot.schema import migrate
from tests.left_behind import WHAT, leave_report_behind
from tests.migrating import config_for, connected
from tests.world import World, shown


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))


def test_the_migrations_make_the_tables_as_they_are_described(bare_database_url: str) -> None:
    migrate(bare_database_url)

    with connected(bare_database_url) as connection:
        assert differences(connection) == []


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
