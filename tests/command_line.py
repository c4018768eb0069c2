"""The command line in tests: as a process of its own, and in this one."""

import json
import subprocess
import sys
from typing import Any

from typer.testing import CliRunner, Result

from bot.__main__ import app
from tests.architecture import ROOT

REPORT = {
    "what": "We wrote Tuesday, the run is on Thursday",
    "channel": "x",
    "mistake": "wrong_fact",
    "noticed": "many_replies",
}
LINE = json.dumps(REPORT)
BLOCKED = "We apologise if anyone was offended."


def run(*arguments: str, given: str | bytes = b"", environment: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=given, env=environment)


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
