"""The process dies at a named point of its work, and another one goes on: nothing is lost, doubled, or out of order."""

import asyncio
from pathlib import Path

import pytest

from tests.crash.lives import DIED, Point
from tests.crash.scene import NOTHING_WRONG, scene

PEOPLE = ("UALICE", "UBOB", "UCAROL")


@pytest.mark.parametrize("point", list(Point), ids=lambda point: point.name.lower())
async def test_whoever_comes_after_goes_on_where_a_process_has_died(
    point: Point, tmp_path: Path, database_url: str
) -> None:
    async with scene(tmp_path, database_url) as here:
        if point is Point.BEFORE_ANSWER:
            here.workspace.faults.add("chat.postMessage", "slow", seconds=1)
        if point is Point.IN_LOOK_UP:
            here.workspace.faults.add("chat.postMessage", "accept_then_drop")
        first = await here.begins(point)

        reporting = [asyncio.create_task(here.reports(person)) for person in PEOPLE]
        code = await here.ended(first)
        await here.begins()
        await asyncio.gather(*reporting)
        await here.until_all_is_said()

        assert code == DIED
        assert len(set(here.accepted)) == len(PEOPLE)
        assert here.counts() == NOTHING_WRONG
