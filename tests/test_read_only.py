"""A database file or a folder that may only be read, from the start: told in a sentence, and nothing is changed."""

import ctypes
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.offline import offline_session
from bot.slack import facts as slack_facts
from bot.slack.identity import Identity
from bot.storage.engine import sqlite_path
from tests.architecture import ROOT
from tests.world import STARTED

NOWHERE = "http://127.0.0.1:1/api/"
REFUSED, FAILED = 2, 1
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2  # linux/prctl.h, linux/capability.h


def obey_permissions() -> None:
    """Take from a child of root what lets root read and write anywhere. Raises OSError where root may not even do that."""
    libc = ctypes.CDLL(None, use_errno=True)
    for power in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        if libc.prctl(PR_CAPBSET_DROP, power, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")


def run(*arguments: str, database: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "SLACK_BOT_TOKEN": "xoxb-any",
        "SLACK_SIGNING_SECRET": "any",
        "SLACK_API_URL": NOWHERE,
        "OOPS_DATABASE_URL": f"sqlite:///{database}",
    }
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env=environment,
        preexec_fn=obey_permissions if os.geteuid() == 0 else None,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def install(database: Path) -> None:
    """Have a workspace in the database, with a brand of its name."""
    identity = Identity("TRIVER", "Harbour Run", "https://river.slack.com/", "UOOPS", "BOOPS", "AOOPS", ())
    with offline_session(f"sqlite:///{database}", is_writer=True) as session:
        slack_facts.install_workspace(session, identity, now=STARTED, response_channel="")


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path, sqlite_url: str) -> Iterator[Path]:
    """A folder with a database in it."""
    made = tmp_path / "data"
    made.mkdir()
    shutil.copy(sqlite_path(sqlite_url) or "", made / "oops.sqlite")
    yield made
    made.chmod(0o755)


COMMANDS = {
    "serve": REFUSED,
    "migrate": REFUSED,
    "erase --case OOPS-1 --yes": REFUSED,
    "doctor": FAILED,
    "playground --port 0 --fresh --database {folder}": REFUSED,
}


@pytest.mark.parametrize("what", ["file", "folder"])
@pytest.mark.parametrize("command", COMMANDS)
def test_what_may_only_be_read_is_named_and_left_as_it_is(folder: Path, command: str, what: str) -> None:
    database = folder / "oops.sqlite"
    before = content(folder)
    database.chmod(0o444 if what == "file" else 0o644)
    folder.chmod(0o555 if what == "folder" else 0o755)

    ran = run(*command.format(folder=folder).split(), database=database)

    said = ran.stdout + ran.stderr
    place = database if what == "file" else folder
    assert f"The {what} {place} may not be written to by this user" in said
    assert "Let the user write to the database file and its folder (chmod, chown)" in said
    assert ran.returncode == COMMANDS[command]
    assert "crashed" not in said
    assert content(folder) == before


@pytest.mark.parametrize("command", ["serve", "doctor", "export"])
def test_a_folder_that_is_closed_to_this_user_is_named(folder: Path, command: str) -> None:
    folder.chmod(0)

    ran = run(command, database=folder / "oops.sqlite")

    said = ran.stdout + ran.stderr
    assert f"The folder {folder} may not be written to by this user" in said
    assert "crashed" not in said


@pytest.mark.parametrize("command", ["migrate", "playground --port 0 --database {folder}"])
def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, command: str) -> None:
    above = tmp_path / "above"
    above.mkdir(mode=0o555)
    missing = above / "below" / "data"

    ran = run(*command.format(folder=missing).split(), database=missing / "oops.sqlite")

    assert f"The folder {above} may not be written to by this user" in ran.stderr
    assert ran.returncode == REFUSED
    assert list(above.iterdir()) == []


@pytest.mark.parametrize("command", ["migrate", "playground --port 0 --database {folder}"])
def test_a_folder_where_there_is_a_file_already_is_named(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").touch()
    missing = tmp_path / "file" / "data"

    ran = run(*command.format(folder=missing).split(), database=missing / "oops.sqlite")

    assert f"The folder {missing} cannot be made: Not a directory. Choose another place" in ran.stderr
    assert ran.returncode == REFUSED


def test_what_stands_beside_the_file_counts_too(folder: Path) -> None:
    lock = folder / "oops.sqlite.lock"
    lock.touch(mode=0o444)

    ran = run("serve", database=folder / "oops.sqlite")

    assert f"The file {lock} may not be written to by this user" in ran.stderr
    assert ran.returncode == REFUSED


READING = ["export --output -", "settings --export -"]


@pytest.mark.parametrize("what", ["file", "folder", "both"])
@pytest.mark.parametrize("command", READING)
def test_what_only_reads_needs_no_more_than_that(folder: Path, command: str, what: str) -> None:
    database = folder / "oops.sqlite"
    install(database)
    before = content(folder)
    database.chmod(0o644 if what == "folder" else 0o444)
    folder.chmod(0o755 if what == "file" else 0o555)

    ran = run(*command.split(), database=database)

    assert ran.returncode == 0, ran.stderr
    assert "Harbour Run" in ran.stdout
    assert content(folder) == before


@pytest.mark.parametrize("command", READING)
def test_what_only_reads_sees_what_is_still_in_the_log_of_one_who_writes(folder: Path, command: str) -> None:
    database = folder / "oops.sqlite"
    with closing(sqlite3.connect(database)) as writing:
        writing.execute("PRAGMA journal_mode=WAL")
        writing.execute("PRAGMA wal_autocheckpoint=0")
        install(database)
        for path in (*folder.iterdir(), folder):
            path.chmod(0o555 if path == folder else 0o444)

        ran = run(*command.split(), database=database)

    assert ran.returncode == 0, ran.stderr
    assert "Harbour Run" in ran.stdout
