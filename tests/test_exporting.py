"""Exports: everything that was written and decided, in three forms, and no secret."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.data_requests import export_text
from bot.errors import OopsError
from bot.exporting import CSV_COLUMNS, without_tokens
from bot.models import Workspace
from tests.left_behind import WHAT, leave_report_behind
from tests.world import Someone, World, first_value


@pytest.fixture
async def told(world: World, alice: Someone, bob: Someone) -> str:
    """A closed case, and the address of the database that it is in."""
    await alice.reports(WHAT, should_have_said="Thursday")
    await alice.edits(world.draft(), "The run is on Thursday. Sorry for the mix-up.")
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft(), link="https://example.org/p/2")
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.quiet")
    await alice.clicks(world.plan, "case.close")
    await alice.submits(cause="Nobody read it twice", change="Two people read every date")
    return world.database_url


def exported(url: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(export_text(url, "json"))
    return read


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def run(url: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", *arguments], env={"OOPS_DATABASE_URL": url})


async def test_json_holds_the_whole_case(told: str) -> None:
    export = exported(told)

    [case] = export["cases"]
    assert (case["case"], case["state"], case["report"]["what"]) == ("OOPS-1", "closed", WHAT)
    assert [version["number"] for version in case["drafts"][0]["versions"]] == [1, 2]
    assert case["drafts"][0]["versions"][1]["approvals"][0]["by"] == "UBOB"
    assert [row["answer"] for row in case["check_ins"] if row["state"] == "answered"] == ["quiet"]
    assert case["plans"][0]["reasons"]
    assert case["timeline"][0]["kind"] == "case_opened"
    assert case["cause"] == "Nobody read it twice"


async def test_tasks_say_who_has_them_and_how_a_try_to_reach_somebody_ended(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(noticed="press")
    await alice.clicks(world.plan, "case.tasks")
    await alice.clicks(alice.view, "task.assign", first_value(alice.view, "task.assign"))
    await alice.submits(person="UBOB")
    await alice.closes()
    await bob.clicks(world.plan, "case.tasks")
    await bob.clicks(bob.view, "task.left_message", first_value(bob.view, "task.left_message"))

    [case] = exported(world.database_url)["cases"]

    assert [task["assignee"] for task in case["tasks"]].count("UBOB") == 1
    assert ("left_message", "UBOB") in [(task["outcome"], task["outcome_by"]) for task in case["tasks"]]


async def test_a_report_that_is_only_kept_so_far_is_exported_too(world: World) -> None:
    await leave_report_behind(world)

    [waiting] = exported(world.database_url)["waiting_reports"]

    assert (waiting["reporter"], waiting["state"], waiting["account"]) == (
        "UALICE",
        "received",
        "Riverside Runners",
    )
    assert waiting["report"]["what"] == WHAT


async def test_a_merged_case_says_where_it_went_on(world: World, alice: Someone) -> None:
    await alice.reports(WHAT)
    await alice.reports(f"{WHAT}, once more")
    await alice.clicks(world.plan, "case.more")
    await alice.clicks(alice.view, "case.merge")
    await alice.submits(case=case_offered(alice))

    merged = next(row for row in rows(export_text(world.database_url, "csv")) if row["state"] == "closed")

    assert (merged["case"], merged["merged_into"]) == ("OOPS-2", "OOPS-1")
    assert merged["tasks_open"] == "0"


def case_offered(person: Someone) -> str:
    """Return the value of the first case that the form of merging offers."""
    [chosen] = [block["element"] for block in person.view.blocks if block.get("block_id") == "case"]
    value: str = chosen["options"][0]["value"]
    return value


async def test_moments_are_in_utc_and_say_so(told: str) -> None:
    [case] = exported(told)["cases"]

    assert case["opened_at"] == "2026-03-03T09:00:00+00:00"


async def test_csv_has_a_line_for_each_case(told: str) -> None:
    [row] = rows(export_text(told, "csv"))

    assert tuple(row) == CSV_COLUMNS
    assert (row["case"], row["what"], row["published"], row["check_ins_answered"]) == (
        "OOPS-1",
        WHAT,
        "1",
        "1",
    )


async def test_markdown_holds_the_records(told: str) -> None:
    text = export_text(told, "markdown")

    assert text.startswith("# Record of OOPS-1")
    assert "The run is on Thursday" in text


async def test_cases_come_by_number(world: World, alice: Someone) -> None:
    for day in ("Monday", "Tuesday", "Friday"):
        await alice.reports(f"We wrote {day} on the page")

    assert [row["case"] for row in rows(export_text(world.database_url, "csv"))] == [
        "OOPS-1",
        "OOPS-2",
        "OOPS-3",
    ]


@pytest.mark.parametrize(
    "what", ["=HYPERLINK(1)+2 is wrong", "+1 234 is wrong", "-2 degrees", "@everyone was told"]
)
async def test_a_spreadsheet_computes_nothing(world: World, alice: Someone, what: str) -> None:
    await alice.reports(what)

    [row] = rows(export_text(world.database_url, "csv"))
    assert row["what"] == f"'{what}"


async def test_line_ends_and_quotes_stay_in_their_cell(world: World, alice: Someone) -> None:
    await alice.reports('We wrote "Tuesday",\nand then; nothing')

    [row] = rows(export_text(world.database_url, "csv"))
    assert row["what"] == 'We wrote "Tuesday",\nand then; nothing'


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
async def test_no_token_is_in_any_form(world: World, alice: Someone, form: str) -> None:
    await alice.reports("We published xoxb-1234567890-abcdefghij in the docs")

    text = export_text(world.database_url, form)

    assert "(a Slack token)" in text.replace("\\", "")
    assert re.search(r"xoxb-\d|xoxb-playground|xapp-playground|playground-signing-secret", text) is None


@pytest.mark.parametrize(
    "text", ["xoxb-1234567890-abc", "xoxp-1-2-3-4-5-6", "xapp-1-A1-22-abc", "xoxe-1234567890"]
)
def test_every_kind_of_token_is_masked(text: str) -> None:
    assert without_tokens(f"It was {text}.") == "It was (a Slack token)."


@pytest.mark.parametrize("text", ["xoxo", "xoxb-…", "foxox-bad-idea-indeed", "SLACK_BOT_TOKEN"])
def test_what_is_no_token_stays(text: str) -> None:
    assert without_tokens(text) == text


async def test_a_file_is_for_its_owner_alone(told: str, tmp_path: Path) -> None:
    file = tmp_path / "cases.json"

    result = run(told, "--output", str(file))

    assert (result.exit_code, result.stdout) == (0, "")
    assert file.stat().st_mode & 0o077 == 0
    assert json.loads(file.read_text(encoding="utf-8"))["cases"][0]["case"] == "OOPS-1"


@pytest.mark.parametrize(
    ("name", "beginning"), [("cases.csv", "case,account"), ("cases.md", "# Record"), ("cases.txt", "{")]
)
async def test_the_ending_of_the_file_names_the_form(
    told: str, tmp_path: Path, name: str, beginning: str
) -> None:
    run(told, "--output", str(tmp_path / name))

    assert (tmp_path / name).read_text(encoding="utf-8").startswith(beginning)


async def test_a_named_form_goes_before_the_ending(told: str, tmp_path: Path) -> None:
    run(told, "--output", str(tmp_path / "cases.md"), "--format", "CSV")

    assert (tmp_path / "cases.md").read_text(encoding="utf-8").startswith("case,")


async def test_without_a_file_it_is_printed(told: str) -> None:
    assert json.loads(run(told).stdout) == exported(told)


async def test_an_unknown_form_and_an_impossible_file_are_named(told: str, tmp_path: Path) -> None:
    unknown = run(told, "--format", "pdf")
    impossible = run(told, "--output", str(tmp_path / "not" / "there.json"))

    assert (unknown.exit_code, impossible.exit_code) == (2, 2)
    assert "markdown" in unknown.output
    assert "cannot be written" in " ".join(impossible.output.split())


async def test_several_workspaces_have_to_be_told_apart(world: World, alice: Someone) -> None:
    def another(session: Session) -> None:
        session.add(Workspace(team_id="TOTHER", name="Another", created_at=world.clock()))

    await alice.reports()
    await world.oops.store.run(another)

    with pytest.raises(OopsError, match=r"TRIVER .*TOTHER \(Another\)"):
        export_text(world.database_url, "json")
    assert json.loads(export_text(world.database_url, "json", team_id="TOTHER"))["cases"] == []


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "none.sqlite"

    with pytest.raises(OopsError, match="oops migrate"):
        export_text(f"sqlite:///{file}", "json")

    assert not file.exists()


def test_an_empty_database_says_what_is_missing(database_url: str) -> None:
    with pytest.raises(OopsError, match="oops serve"):
        export_text(database_url, "json")


def test_a_database_without_tables_says_to_migrate(bare_postgresql_url: str) -> None:
    with pytest.raises(OopsError, match="oops migrate"):
        export_text(bare_postgresql_url, "json")
