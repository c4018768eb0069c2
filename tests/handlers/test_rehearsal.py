"""A rehearsal with ``OOPS_CHECK_INS``: its times stand in the plan, and are when it is asked."""

import pytest

from tests.world import Someone, World, shown


@pytest.fixture
def world_settings() -> dict[str, str]:
    """Check-ins come within minutes."""
    return {"oops_check_ins": "20s,1m,5m"}


async def test_the_plan_names_the_times_of_the_rehearsal(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")

    assert "Check-ins after the report: 20 seconds, 1 minute, 5 minutes" in shown(world.plan)


async def test_it_is_asked_at_the_first_of_them(world: World, alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")

    await world.passes(seconds=20)

    assert "checkin.quiet" in str(world.check_in().blocks)
