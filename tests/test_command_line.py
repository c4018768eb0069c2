"""What the command line reads, prints and ends with: a few times as a process, else in this one."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, create_engine
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.models import Workspace
from tests.architecture import ROOT

REPORT = {
    "what": "We wrote Tuesday, the run is on Thursday",
    "channel": "x",
    "mistake": "wrong_fact",
    "noticed": "many_replies",
}
LINE = json.dumps(REPORT)
CLEAN = "The run is on Thursday, not Tuesday. We are sorry."
BLOCKED = "We apologise if anyone was offended."


def run(*arguments: str, given: str | bytes = b"", environment: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=given, env=environment)


def put_in(url: str) -> None:
    """Put a workspace into a database."""
    engine = create_engine(url)
    with Session(engine) as session:
        session.add(Workspace(team_id="TRIVER", name="Riverside Runners", created_at=datetime.now(UTC)))
        session.commit()
    engine.dispose()


def answers(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def process(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", **environment},
        timeout=120,
        check=False,
    )


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


COMMANDS = ("serve", "playground", "decide", "lint", "manifest", "migrate", "doctor", "export", "erase")


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


# ---- oops decide


def test_a_line_in_is_a_plan_out() -> None:
    result = run("decide", given=f"{LINE}\n")

    assert result.exit_code == 0
    [plan] = answers(result)
    assert set(plan) == {
        "level",
        "call_first",
        "after_call",
        "reasons",
        "would_change",
        "tasks",
        "check_ins",
    }


def test_every_line_has_its_plan_in_order() -> None:
    result = run("decide", given=f"{LINE}\n{json.dumps({'what': 'A typo nobody saw', 'mistake': 'typo'})}\n")

    assert result.exit_code == 0
    assert len(answers(result)) == 2
    assert answers(result)[0] == answers(run("decide", given=LINE))[0]


def test_one_report_may_be_spread_over_lines() -> None:
    result = run("decide", given=json.dumps(REPORT, indent=2))

    assert result.exit_code == 0
    assert answers(result) == answers(run("decide", given=LINE))


def test_a_broken_line_is_named_and_the_others_are_judged() -> None:
    result = run("decide", given=f"{LINE}\n\nnot json\n{LINE}\n")

    assert result.exit_code == 2
    assert [answer.get("line") for answer in answers(result)] == [None, 3, None]


def test_an_unknown_value_says_what_it_can_be() -> None:
    result = run("decide", given=json.dumps({**REPORT, "channel": "fax"}))

    assert result.exit_code == 2
    assert "press_release" in answers(result)[0]["error"]


@pytest.mark.parametrize("command", [("decide",), ("lint", "--jsonl")])
@pytest.mark.parametrize("given", ["", "\n", " \n\n"])
def test_nothing_in_is_nothing_out(command: tuple[str, ...], given: str) -> None:
    result = run(*command, given=given)

    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("command", [("decide",), ("lint",), ("lint", "--jsonl")])
def test_bytes_that_are_no_text_are_unreadable(command: tuple[str, ...]) -> None:
    result = run(*command, given=b"\x00\xff\xfe\x80\x81junk\xc3")

    assert result.exit_code == 2
    assert [sorted(answer) for answer in answers(result)] == [["error", "line"]]


def test_junk_between_reports_costs_only_its_line() -> None:
    result = run("decide", given=LINE.encode() + b"\n\x80\x81\xff\n" + LINE.encode())

    assert [answer.get("line") for answer in answers(result)] == [None, 2, None]


@pytest.mark.parametrize(
    ("command", "field"), [(("decide",), "what"), (("lint", "--jsonl"), "text")], ids=["decide", "lint"]
)
def test_a_line_that_is_not_utf_8_is_named_though_it_is_json(command: tuple[str, ...], field: str) -> None:
    good = json.dumps({field: "The café was closed"}, ensure_ascii=False)

    result = run(*command, given=good.encode() + b"\n" + good.encode("latin-1") + b"\n" + good.encode())

    assert (result.exit_code, [answer.get("line") for answer in answers(result)]) == (2, [None, 2, None])


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        "9" * 10_000,
        "NaN",
        "null",
        "[]",
        '"text"',
        '{"what": 1}',
        '{"what": ""}',
        '{"what": "We wrote Tuesday", "reach": 1e999}',
        '{"what": "We wrote Tuesday", "red_flags": {"a": 1}}',
        '{"what": "We wrote Tuesday", "went_out_at": "yesterday"}',
    ],
)
def test_what_is_no_report_is_an_error_in_its_line(line: str) -> None:
    result = run("decide", given=f"{line}\n{LINE}\n")

    assert result.exit_code == 2
    assert [answer.get("line") for answer in answers(result)] == [1, None]


def test_half_a_character_comes_out_as_valid_json() -> None:
    result = run("decide", given=r'{"what": "We wrote \ud800 Tuesday", "should_have_said": "Thurs\udc00day"}')

    assert result.exit_code == 0
    assert answers(result)[0]["level"]


def test_a_byte_order_mark_and_windows_line_ends_are_passed_over() -> None:
    result = run("decide", given=f"\ufeff{LINE}\r\n{LINE}\r\n".encode())

    assert (result.exit_code, len(answers(result))) == (0, 2)


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text(f"{LINE}\n", encoding="utf-8")

    assert run("decide", str(file)).stdout == run("decide", given=LINE).stdout


def test_a_dash_is_standard_input() -> None:
    assert run("decide", "-", given=LINE).stdout == run("decide", given=LINE).stdout


@pytest.mark.parametrize("command", ["decide", "lint"])
def test_a_file_that_is_not_there_is_named(command: str) -> None:
    result = run(command, "/nowhere/reports.jsonl")

    assert result.exit_code == 2
    assert "/nowhere/reports.jsonl" in " ".join(result.output.split())


def test_a_directory_is_no_file(tmp_path: Path) -> None:
    assert run("decide", str(tmp_path)).exit_code == 2


# ---- oops lint


def test_a_clean_text_ends_with_zero() -> None:
    result = run("lint", given=CLEAN)

    assert (result.exit_code, answers(result)) == (0, [{"findings": []}])


def test_a_text_that_blocks_ends_with_one() -> None:
    result = run("lint", given=BLOCKED)

    [answer] = answers(result)
    assert result.exit_code == 1
    assert [finding["label"] for finding in answer["findings"] if finding["blocks"]] == ["conditional"]


def test_offsets_count_code_points() -> None:
    text = f"🎈 é {BLOCKED}"

    [answer] = answers(run("lint", given=text))

    [finding] = [each for each in answer["findings"] if each["label"] == "conditional"]
    assert text[finding["start"] : finding["end"]] in BLOCKED


def test_a_text_may_have_many_lines() -> None:
    result = run("lint", given=f"{CLEAN}\n\n{BLOCKED}\n")

    assert (result.exit_code, len(answers(result))) == (1, 1)


def test_lines_of_json_are_judged_one_by_one() -> None:
    lines = [{"text": CLEAN}, {"text": BLOCKED, "tone": "friendly"}, {"text": CLEAN, "unknown": 1}]

    result = run("lint", "--jsonl", given="".join(f"{json.dumps(line)}\n" for line in lines))

    assert result.exit_code == 1
    assert [bool(answer["findings"]) for answer in answers(result)] == [False, True, False]


def test_an_unreadable_line_counts_more_than_one_that_blocks() -> None:
    result = run("lint", "--jsonl", given=f"{json.dumps({'text': BLOCKED})}\nnot json\n")

    assert result.exit_code == 2
    assert answers(result)[1]["line"] == 2


def test_a_text_that_is_not_utf_8_says_where() -> None:
    result = run("lint", given="One line.\nCafé".encode("latin-1"))

    assert result.exit_code == 2
    assert answers(result)[0]["line"] == 2


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
