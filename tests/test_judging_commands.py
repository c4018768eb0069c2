"""What `oops decide` and `oops lint` read, print and end with."""

import json
from pathlib import Path

import pytest

from tests.command_line import BLOCKED, LINE, REPORT, answers, run

CLEAN = "The run is on Thursday, not Tuesday. We are sorry."

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
