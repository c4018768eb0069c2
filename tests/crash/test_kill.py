"""kill -9 at any moment: what was accepted is said, once, and in order."""

from pathlib import Path

import pytest

from tests.crash.chaos import PEOPLE, answer_late, report_through_kills
from tests.crash.scene import NOTHING_WRONG, scene


@pytest.mark.parametrize(("engine", "kills"), [("sqlite", 5), ("postgresql", 3)])
async def test_accepted_cases_have_their_plan_and_their_check_ins_once(
    request: pytest.FixtureRequest, tmp_path: Path, engine: str, kills: int
) -> None:
    database_url: str = request.getfixturevalue(f"{engine}_url")
    async with scene(tmp_path, database_url, check_ins="40s,80s,1d") as here:
        answer_late(here)

        await report_through_kills(here, each=2, kills=kills, seed=7)
        await here.until_all_is_said()

        assert len(set(here.accepted)) == 2 * len(PEOPLE)
        assert here.counts() == NOTHING_WRONG
