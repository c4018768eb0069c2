"""A database that has other tables than its revision says: named with what is missing, and never called busy."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from alembic import command
from pydantic import SecretStr
from sqlalchemy import text

from bot.data_requests import export_text
from bot.doctor import Mark, look_into_database
from bot.errors import OopsError
from bot.schema import migrate, require_newest
from bot.settings import Settings
from bot.storage import StoreBusy
from tests.migrating import config_for, connected
from tests.world import Someone, World

WITHOUT = {
    "ALTER TABLE brand DROP COLUMN weekly_digest": "the table brand lacks weekly_digest",
    "DROP TABLE approval": "there is no table approval",
}


def change(url: str, statement: str) -> None:
    with connected(url) as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("statement", WITHOUT)
@pytest.mark.parametrize("work", [migrate, require_newest, lambda url: export_text(url, "json")])
def test_what_is_missing_is_named_with_what_to_do(
    database_url: str, statement: str, work: Callable[[str], object]
) -> None:
    change(database_url, statement)

    with pytest.raises(OopsError) as refused:
        work(database_url)

    assert WITHOUT[statement] in str(refused.value)
    assert "restore a backup" in str(refused.value)
    assert "busy" not in str(refused.value)
    assert not refused.value.is_passing  # exit code 2: starting again does not help


def test_the_doctor_names_it_too(database_url: str) -> None:
    change(database_url, "ALTER TABLE brand DROP COLUMN weekly_digest")
    settings = Settings(slack_bot_token=SecretStr("xoxb-any"), oops_database_url=database_url)

    check = look_into_database(settings, team_id="", now=datetime.now(UTC)).check

    assert check.mark is Mark.FAILED
    assert "the table brand lacks weekly_digest" in check.text
    assert "restore a backup" in check.next_step


def test_a_migration_that_does_not_find_what_it_changes_says_so(bare_database_url: str) -> None:
    migrate(bare_database_url)
    with connected(bare_database_url) as connection:
        command.downgrade(config_for(connection), "0001")
    change(bare_database_url, "ALTER TABLE brand_contact RENAME TO elsewhere")

    with pytest.raises(OopsError) as refused:
        migrate(bare_database_url)

    assert "restore a backup" in str(refused.value)
    assert not refused.value.is_passing


async def test_a_column_that_goes_while_it_runs_is_not_called_busy(world: World, alice: Someone) -> None:
    await alice.reports()
    change(world.database_url, "ALTER TABLE check_in RENAME COLUMN nudge_at TO another")

    with pytest.raises(StoreBusy) as refused:
        await world.oops.tick()
    change(world.database_url, "ALTER TABLE check_in RENAME COLUMN another TO nudge_at")

    assert "its tables are not those that this oops works with" in str(refused.value)
    assert not refused.value.is_passing
