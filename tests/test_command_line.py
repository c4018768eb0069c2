"""What the command line reads, prints and ends with: a few times as a process, else in this one."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from importlib import metadata

import pytest
from sqlmodel import Session, create_engine

from bot.models import Workspace
from tests.architecture import ROOT
from tests.command_line import LINE, process, run


def put_in(url: str) -> None:
    """Put a workspace into a database."""
    engine = create_engine(url)
    with Session(engine) as session:
        session.add(Workspace(team_id="TRIVER", name="Riverside Runners", created_at=datetime.now(UTC)))
        session.commit()
    engine.dispose()


# ---- as a process


def test_a_report_goes_through_a_pipe() -> None:
    ended = process("decide", given=LINE.encode())

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert json.loads(ended.stdout)["level"] == "correct_publicly"


def test_what_is_printed_is_utf_8_whatever_the_terminal_takes() -> None:
    ended = process("lint", given="I’m sorry if you were hurt 🎈".encode(), PYTHONIOENCODING="ascii")

    assert ended.returncode == 1
    assert "“" in ended.stdout.decode("utf-8")


def test_a_sentence_is_printed_where_the_terminal_lacks_a_letter_of_it() -> None:
    ended = process("doctor", PYTHONIOENCODING="latin-1", SLACK_API_URL="http://127.0.0.1:1/api/")

    assert ended.returncode == 1
    assert b"SLACK_BOT_TOKEN is not set" in ended.stdout
    assert b"\\u201cOAuth & Permissions\\u201d" in ended.stdout


def test_a_closed_standard_input_is_no_crash() -> None:
    ended = subprocess.run(
        f"{sys.executable} -m bot decide <&-",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode == 2
    assert b"standard input is closed" in ended.stderr


def test_what_a_person_can_put_right_is_one_sentence_and_no_traceback() -> None:
    ended = process("manifest", "--url", "http://oops.example.org")

    assert ended.returncode == 2
    assert b"https" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_wrong_settings_are_told_all_at_once() -> None:
    ended = process("serve", OOPS_PORT="far", OOPS_CHECK_INS="soon")

    assert ended.returncode == 2
    assert b"OOPS_PORT" in ended.stderr
    assert b"OOPS_CHECK_INS" in ended.stderr


def test_judging_a_line_does_not_load_slack_or_a_database() -> None:
    script = (
        "import sys; sys.argv = ['oops', 'decide']\n"
        "from bot.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'slack_bolt', 'slack_sdk', 'sqlalchemy', 'alembic'} & sys.modules.keys()))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", script], input=LINE.encode(), capture_output=True, cwd=ROOT, check=True
    )

    assert ended.stdout.splitlines()[-1] == b"[]"


@pytest.mark.parametrize(
    "url", ["oracle-of-delphi", "mysql://root:hunter2@db/oops", "postgres://a:hunter2@db/oops"]
)
def test_an_address_of_another_database_is_refused_without_its_password(url: str) -> None:
    ended = process("migrate", OOPS_DATABASE_URL=url)

    assert ended.returncode == 2
    assert b"OOPS_DATABASE_URL: write sqlite:///" in ended.stderr
    assert b"hunter2" not in ended.stderr


# ---- help


COMMANDS = (
    "serve",
    "playground",
    "decide",
    "lint",
    "manifest",
    "migrate",
    "doctor",
    "export",
    "erase",
    "settings",
)


def test_help_names_every_command() -> None:
    shown = run("--help").stdout

    assert [command for command in COMMANDS if command not in shown] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    result = run(command, "--help")

    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_the_version_is_that_of_the_package() -> None:
    result = run("--version")

    assert (result.exit_code, result.stdout) == (0, f"oops {metadata.version('oops')}\n")


def test_no_command_shows_the_help() -> None:
    assert "decide" in run().output


def test_an_unknown_command_is_named() -> None:
    result = run("decied")

    assert result.exit_code == 2
    assert "decied" in result.output


@pytest.mark.parametrize("command", ["serve", "playground"])
@pytest.mark.parametrize("port", ["-1", "65536", "a"])
def test_a_port_that_is_none_is_refused(command: str, port: str) -> None:
    result = run(command, "--port", port)

    assert result.exit_code == 2
    assert "--port" in result.output


# ---- oops erase


@pytest.mark.parametrize("arguments", [(), ("--case", "OOPS-1", "--person", "U1"), ("--yes",)])
def test_erasing_names_one_case_or_one_person(arguments: tuple[str, ...]) -> None:
    result = run("erase", *arguments)

    assert result.exit_code == 2
    assert "--person" in result.output


def test_erasing_asks_to_be_sure_and_then_does_it(sqlite_url: str) -> None:
    put_in(sqlite_url)

    asked = run("erase", "--person", "UALICE", environment={"OOPS_DATABASE_URL": sqlite_url})
    done = run("erase", "--person", "UALICE", "--yes", environment={"OOPS_DATABASE_URL": sqlite_url})

    assert (asked.exit_code, done.exit_code) == (1, 0)
    assert "--yes" in asked.stdout
    assert "was removed" in done.stdout


# ---- oops migrate


def test_an_export_to_a_dash_is_printed(sqlite_url: str) -> None:
    put_in(sqlite_url)

    result = run("export", "--output", "-", environment={"OOPS_DATABASE_URL": sqlite_url})

    assert json.loads(result.stdout)["workspace"]["team_id"] == "TRIVER"


def test_migrating_twice_does_no_harm(bare_sqlite_url: str) -> None:
    first = run("migrate", environment={"OOPS_DATABASE_URL": bare_sqlite_url})
    second = run("migrate", environment={"OOPS_DATABASE_URL": bare_sqlite_url})

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "newest schema" in second.stdout


# ---- oops manifest


def test_the_manifest_is_printed_letter_by_letter() -> None:
    assert run("manifest").stdout == (ROOT / "manifest.yml").read_text(encoding="utf-8")


def test_the_manifest_for_http_has_the_address() -> None:
    assert (
        "https://oops.example.org/slack/events" in run("manifest", "--url", "https://oops.example.org").stdout
    )
