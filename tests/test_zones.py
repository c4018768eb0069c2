"""A time zone that this machine does not know, set by hand: it is UTC there, and nothing stands still for it."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select
from structlog.testing import capture_logs

from bot.brands.clocks import brands_on_utc
from bot.doctor import check_time_zones
from bot.models import Brand
from tests.world import Someone, World, shown


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which engine holds it is the same."""
    return sqlite_url


def move_to_mars(session: Session) -> None:
    brand = session.exec(select(Brand)).one()
    brand.timezone, brand.weekly_digest = "Mars/Olympus", True
    brand.quiet_from, brand.quiet_until = "22:00", "07:00"


async def test_its_cases_go_on_and_its_digest_comes(world: World, alice: Someone) -> None:
    await world.oops.store.run(move_to_mars)

    await alice.reports(went_out_at=int(world.clock().timestamp()) - 60)
    await world.next_check_in()
    asked = shown(world.check_in())
    monday = timedelta(days=7 - world.clock().weekday())
    world.clock.now = world.clock().replace(hour=10) + monday
    await world.oops.send_digests()
    await world.oops.settle()

    assert "Has it died down?" in asked
    assert any("1 mistake reported" in shown(message) for message in world.said())


async def test_the_start_says_it_in_the_log_and_the_doctor_what_to_do(world: World) -> None:
    await world.oops.store.run(move_to_mars)

    with capture_logs() as logs:
        await world.oops.start()
    (check,) = check_time_zones(await world.oops.store.read(brands_on_utc))

    assert [line["event"] for line in logs if line["log_level"] == "warning"] == ["time_zone_unknown"]
    assert "“Mars/Olympus” is not known" in check.line
    assert "/oops settings" in check.next_step
