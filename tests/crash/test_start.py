"""Starting and stopping the real program, `python -m bot serve`. (What else may be wrong at the start: test_start.py above.)"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.crash.processes import Bot, Slack, free_port, running

REFUSED = 2


@pytest.fixture
async def bot_and_slack(tmp_path: Path, sqlite_url: str) -> AsyncIterator[tuple[Bot, Slack]]:
    async with running(tmp_path, sqlite_url) as both:
        yield both


async def test_sigterm_finishes_what_is_under_way_and_ends_in_order(bot_and_slack: tuple[Bot, Slack]) -> None:
    bot, slack = bot_and_slack
    await bot.start()
    await slack.play("faults", {"method": "*", "kind": "slow", "seconds": 1, "times": 1})
    await slack.play("home_opened", {"user": "UALICE"})

    assert bot.process is not None
    bot.process.terminate()

    assert await bot.ends(patience=10) == 0
    assert "Report a mistake" in str(await slack.play("home", user="UALICE"))
    assert "Traceback" not in bot.said()


async def test_a_second_process_on_the_same_file_is_refused(
    bot_and_slack: tuple[Bot, Slack], tmp_path: Path, sqlite_url: str
) -> None:
    bot, slack = bot_and_slack
    await bot.start()
    folder = tmp_path / "second"
    folder.mkdir()

    second = Bot(folder, sqlite_url, f"{slack.url}/api/", free_port())

    second.launch()
    assert await second.ends() == REFUSED
    assert "Traceback" not in second.said()
    last = second.said().splitlines()[-1]
    assert last.startswith("Another oops is using")
    assert "PostgreSQL" in last
    assert bot.process is not None
    assert bot.process.poll() is None
