"""Where an answer cannot be printed, or nobody reads it any further: the exit code says so, and never that something blocks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.streams import EXIT_UNREAD
from tests.architecture import ROOT
from tests.command_line import BLOCKED, LINE

FULL = Path("/dev/full")
COMMANDS = [("decide", LINE), ("lint", BLOCKED), ("manifest", "")]


def printing_to(output: int, command: str, given: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", command],
        input=given.encode(),
        stdout=output,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(("command", "given"), [*COMMANDS, ("--help", "")])
def test_an_output_that_takes_nothing_more_is_named(command: str, given: str) -> None:
    with FULL.open("wb") as full:
        ended = printing_to(full.fileno(), command, given)

    assert ended.returncode == 74
    assert b"The answer cannot be printed: No space left on device." in ended.stderr
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.parametrize(("command", "given"), COMMANDS)
def test_a_reader_who_has_gone_ends_it_without_a_word(command: str, given: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ended = printing_to(writer, command, given)
    finally:
        os.close(writer)

    assert (ended.returncode, ended.stderr) == (EXIT_UNREAD, b"")
