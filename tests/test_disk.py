"""A disk that is full, a file that may not be written to, a damaged file: told in a sentence, and nothing is destroyed."""

import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import Session
from structlog.testing import capture_logs

from bot.doctor import Mark, check_room, check_trouble, look_into_database
from bot.errors import OopsError
from bot.schema import require_newest
from bot.settings import Settings
from bot.storage import Store, StoreBusy
from tests.architecture import ROOT
from tests.world import ORDINARY, STARTED, TEAM_CHANNEL, Someone, World, shown

WORDS = "We wrote Tuesday, the run is on Thursday"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These are a file's troubles."""
    return sqlite_url


def pages(session: Session, most: int) -> None:
    session.connection().exec_driver_sql(f"PRAGMA max_page_count={most}")


def ballast(session: Session) -> None:
    session.connection().exec_driver_sql("CREATE TABLE IF NOT EXISTS ballast (content)")
    session.connection().exec_driver_sql("INSERT INTO ballast VALUES (randomblob(3000))")


async def fill_up(store: Store) -> None:
    """Let the file grow no more, and fill what is free in it."""
    await store.run(ballast)
    await store.run(pages, 1)  # fewer than there are: as many as there are
    while await has_room(store):
        pass


async def has_room(store: Store) -> bool:
    try:
        await store.run(ballast)
    except StoreBusy as busy:
        return busy.reason != "the disk is full"
    return True


def moved(file: Path, to: Path) -> Path:
    return file.rename(to)


async def test_a_file_that_was_moved_away_is_told_beside_the_field_and_takes_nothing_until_it_is_back(
    world: World, alice: Someone, sqlite_url: str
) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    await alice.types(WORDS)
    await alice.fills(**ORDINARY)
    kept = moved(file, file.with_name("moved.sqlite"))

    refused = await alice.person.submit()
    moved(kept, file)
    accepted = await alice.submits()

    assert "is no longer where it was" in refused["what"]
    assert accepted == {}
    assert "OOPS-1" in shown(world.plan)


async def test_a_full_disk_is_told_beside_the_field_and_the_report_is_not_lost(
    world: World, alice: Someone
) -> None:
    await alice.types(WORDS + " " + "and more " * 150)
    await alice.fills(**ORDINARY, should_have_said="and more of it " * 200)  # more than a page can still hold

    with capture_logs() as log:
        await fill_up(world.oops.store)
        errors = await alice.submits()
        kept = shown(alice.view)
        await world.oops.store.run(pages, 1_000_000)
        again = await alice.submits()

    assert "the disk is full" in errors["what"]
    assert "Nothing you typed is lost" in errors["what"]
    assert "What went wrong?" in kept
    assert again == {}
    assert {"event": "not_written", "reason": "the disk is full", "log_level": "warning"} in log
    assert {"event": "written_again", "log_level": "info"} in log
    assert "OOPS-1" in shown(world.plan)


def let_write(store: Store, *, is_allowed: bool) -> None:
    connection = store._writing.raw_connection()
    connection.cursor().execute(f"PRAGMA query_only={'OFF' if is_allowed else 'ON'}").close()
    connection.close()


async def test_an_event_that_cannot_be_written_down_is_not_acked_and_logged_as_what_it_is(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    let_write(world.oops.store, is_allowed=False)

    with capture_logs() as logs:
        await alice.person.removes(TEAM_CHANNEL, "UBOB")

    assert [(line["event"], "may not be written to" in line["reason"]) for line in logs] == [
        ("not_written", True),
        ("request_not_taken", True),
    ]


async def test_a_database_that_may_only_be_read_is_told_to_whoever_clicks(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    let_write(world.oops.store, is_allowed=False)

    await alice.person.clicks(world.plan, "case.lead")
    await world.oops.tasks.settle()
    let_write(world.oops.store, is_allowed=True)
    await world.oops.settle()

    assert "may not be written to" in alice.hears(TEAM_CHANNEL)[-1]
    assert "Nobody leads this yet" in shown(world.plan)


@pytest.mark.parametrize(
    ("reason", "step"),
    [
        ("the disk is full", "Make room on the disk"),
        ("the database may not be written to", "Let this user write to it"),
        ("the disk cannot be written to or read", "look at the system's log"),
        ("", "Run `oops doctor` again"),
    ],
)
def test_whoever_runs_it_is_told_what_to_do_and_not_to_tell_themselves(reason: str, step: str) -> None:
    said = check_trouble(StoreBusy(reason))

    assert step in said.next_step
    assert "whoever runs" not in said.line


def test_the_command_line_says_to_whoever_runs_it_what_to_do() -> None:
    said = StoreBusy("the database file is damaged").for_operator

    assert said.startswith("The database cannot be used: the database file is damaged. Stop oops")
    assert "restore your last backup" in said
    assert StoreBusy().for_operator == str(StoreBusy())


@pytest.mark.parametrize(("free", "mark"), [(0, Mark.FAILED), (1024 * 1024, Mark.OK)])
def test_a_disk_without_room_is_full_though_a_little_can_still_be_written(free: int, mark: Mark) -> None:
    said = check_room("oops.sqlite", free=free)

    assert said.mark is mark
    assert ("Make room on the disk" in said.next_step) is (free == 0)


def seen_by_doctor(url: str) -> str:
    settings = Settings(oops_database_url=url)
    return look_into_database(settings, team_id="TRIVER", now=STARTED).check.line


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "oops.sqlite"
    file.write_bytes(b"These are my notes, and no database. " * 400)
    before = file.read_bytes()

    with pytest.raises(OopsError, match="cannot be used: file is not a database"):
        require_newest(f"sqlite:///{file}")
    said = seen_by_doctor(f"sqlite:///{file}")

    assert said.startswith("FAILED  database:")
    assert "restore your last backup" in said
    assert file.read_bytes() == before


def take_no_byte() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_a_disk_that_takes_no_byte_from_the_start_is_told_as_a_disk(sqlite_url: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "serve"],
        cwd=ROOT,
        env={"SLACK_SIGNING_SECRET": "any", "OOPS_DATABASE_URL": sqlite_url},
        preexec_fn=take_no_byte,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert ran.returncode == 2
    assert "Make room on the disk" in ran.stderr


def damage(url: str, table: str) -> None:
    """Write over the page that a table begins on."""
    path = Path(url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(content)


def test_a_table_that_is_damaged_is_told_to_whoever_runs_a_command_with_what_to_do(sqlite_url: str) -> None:
    damage(sqlite_url, "workspace")

    ran = subprocess.run(
        [sys.executable, "-m", "bot", "export"],
        cwd=ROOT,
        env={"OOPS_DATABASE_URL": sqlite_url},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert ran.returncode == 2
    assert ran.stderr == (
        "The database cannot be used: the database file is damaged. Stop oops, keep a copy of the file, "
        "and restore your last backup.\n"
    )
    assert "the database file is damaged" in seen_by_doctor(sqlite_url)


def test_a_file_that_is_damaged_in_the_middle_is_found_by_the_doctor(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    content = bytearray(file.read_bytes())
    content[-8192:] = b"\xff" * 8192
    file.write_bytes(content)

    said = seen_by_doctor(sqlite_url)

    assert "the database file is damaged" in said
    assert "***" not in said
    assert "restore your last backup" in said


def test_a_damage_that_sqlite_quotes_in_letters_that_are_none_is_told_as_damage(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    file.write_bytes(file.read_bytes().replace(b"CREATE TABLE slack_user", b"CREATE \xcd\xffBLE slack_user"))

    with pytest.raises(OopsError, match="cannot be used: malformed database schema"):
        require_newest(sqlite_url)
    said = seen_by_doctor(sqlite_url)

    assert said.startswith("FAILED  database:")
    assert "restore your last backup" in said
