"""``oops doctor`` as a command: its exit codes, JSON for scripts, and settings that are wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import EXIT_NOT_PRINTED, app
from tests.architecture import ROOT
from tests.doctor.looking import NOWHERE


def test_a_doctor_whose_answer_cannot_be_printed_ends_with_a_code_of_its_own() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "bot", "doctor"],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "SLACK_API_URL": NOWHERE},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert ended.returncode == EXIT_NOT_PRINTED == 74
    assert "No space left on device" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("url", ["http://[bad/api/", "slack.com/api/", "http://slack.com:far/", "https://"])
def test_an_address_that_is_none_is_a_setting_to_change(url: str) -> None:
    code, shown = doctor(SLACK_API_URL=url)

    assert code == 1
    assert "SLACK_API_URL: write an address such as https://slack.com/api/" in shown


def doctor(*options: str, **environment: str) -> tuple[int, str]:
    given = {"SLACK_API_URL": NOWHERE, "SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": "", **environment}
    result = CliRunner().invoke(app, ["doctor", *options], env=given)
    return result.exit_code, result.stdout


def test_with_nothing_set_every_missing_thing_is_named(tmp_path: Path) -> None:
    code, shown = doctor(OOPS_DATABASE_URL=f"sqlite:///{tmp_path / 'none.sqlite'}")

    assert code == 1
    assert "SLACK_BOT_TOKEN is not set" in shown
    assert "SLACK_APP_TOKEN" in shown
    assert "oops migrate" in shown
    assert "oops serve" in shown


def test_scripts_read_it_as_json(tmp_path: Path) -> None:
    code, shown = doctor("--json", OOPS_DATABASE_URL=f"sqlite:///{tmp_path / 'none.sqlite'}")

    checks = {check["name"]: check for check in json.loads(shown)}
    assert code == 1
    assert checks["database"]["mark"] == "failed"
    assert "oops migrate" in checks["database"]["next_step"]
    assert checks["scopes"]["mark"] == "not_checked"


def test_wrong_settings_are_the_first_thing_to_do() -> None:
    code, shown = doctor(OOPS_PORT="far")

    assert code == 1
    assert shown.startswith("FAILED  settings:")
    assert "OOPS_PORT" in shown


def test_a_misspelt_name_in_the_environment_is_told_without_its_value() -> None:
    _, shown = doctor(OOPS_DATABSE_URL="postgresql://oops:secret@db/oops")

    assert "hint    OOPS_DATABSE_URL: oops has no such setting" in shown
    assert "If OOPS_DATABASE_URL is meant" in shown
    assert "secret" not in shown


def test_what_only_an_app_for_several_workspaces_has_is_told_as_not_read() -> None:
    _, shown = doctor(SLACK_CLIENT_ID="1.2", SLACK_CLIENT_SECRET="hunter2")

    assert "hint    SLACK_CLIENT_ID: oops has no such setting and does not read it" in shown
    assert "If SLACK_SIGNING_SECRET is meant, set that" in shown
    assert "hunter2" not in shown
