"""kill -9 at any moment: what was accepted is said, once."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.crash.hurried import hurried_clock
from tests.crash.processes import running
from tests.crash.reporting import LOST_ANSWER, outcome, report_and_kill, until_all_is_said

CHECK_INS = "40s,80s,120s"


@pytest.mark.parametrize(("engine", "kills"), [("sqlite", 5), ("postgresql", 2)])
async def test_accepted_cases_have_their_plan_and_their_check_ins_once(
    request: pytest.FixtureRequest, tmp_path: Path, engine: str, kills: int
) -> None:
    database_url: str = request.getfixturevalue(f"{engine}_url")
    async with running(tmp_path, database_url, is_hurried=True, OOPS_CHECK_INS=CHECK_INS) as (bot, slack):
        await slack.play("faults", LOST_ANSWER)
        await bot.start()

        accepted = await report_and_kill(bot, slack, kills=kills, each=3, seed=7)
        await until_all_is_said(database_url, accepted, check_ins=2)
        assert bot.process is not None
        bot.process.terminate()
        code = await bot.ends(patience=10)
        found = await outcome(
            database_url, slack, accepted, until_moment=hurried_clock() - timedelta(seconds=60)
        )

    assert code == 0
    assert len(set(accepted)) == len(accepted) >= 6
    assert (found.lost_plans, found.doubled_plans) == ([], [])
    assert (found.lost_check_ins, found.doubled) == ([], [])
    assert found.asked >= 2 * len(accepted)
