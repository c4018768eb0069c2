"""What was set by hand and cannot be kept, such as a time zone that is not known: nothing stands still for it, and the doctor says it."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select
from structlog.testing import capture_logs

from bot.brands.unkept import unkept_settings
from bot.doctor import check_brands
from bot.models import Brand
from tests.handlers.brands import open_page
from tests.world import Someone, World, shown


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which engine holds it is the same."""
    return sqlite_url


UNKEPT = [
    ("time zone", {"timezone": "Mars/Olympus"}, "“Mars/Olympus” cannot be kept: it is always UTC there"),
    ("quiet hours", {"quiet_from": "25:00"}, "“25:00 to 07:00” cannot be kept: no hours are quiet there"),
    ("quiet hours", {"quiet_until": None}, "“22:00 to nothing” cannot be kept: no hours are quiet there"),
    ("check-in times", {"check_ins": "soon"}, "“soon” cannot be kept: the channel's own are used"),
]
EACH = pytest.mark.parametrize("by_hand", [by_hand for _, by_hand, _ in UNKEPT], ids=str)


def sets(session: Session, by_hand: dict[str, str | None]) -> None:
    brand = session.exec(select(Brand)).one()
    for name, value in {"quiet_from": "22:00", "quiet_until": "07:00", **by_hand}.items():
        setattr(brand, name, value)
    brand.weekly_digest = True


@EACH
async def test_cases_go_on_and_the_digest_comes(
    world: World, alice: Someone, by_hand: dict[str, str | None]
) -> None:
    await world.oops.store.run(sets, by_hand)

    await alice.reports(went_out_at=int(world.clock().timestamp()) - 60)
    await world.next_check_in()
    asked = shown(world.check_in())
    monday = timedelta(days=7 - world.clock().weekday())
    world.clock.now = world.clock().replace(hour=10) + monday
    await world.oops.send_digests()
    await world.oops.settle()

    assert "Has it died down?" in asked
    assert any("1 mistake reported" in shown(message) for message in world.said())


@pytest.mark.parametrize(("setting", "by_hand", "line"), UNKEPT)
async def test_the_start_says_it_in_the_log_and_the_doctor_what_to_do(
    world: World, setting: str, by_hand: dict[str, str | None], line: str
) -> None:
    await world.oops.store.run(sets, by_hand)

    with capture_logs() as logs:
        await world.oops.start()
    (check,) = check_brands(await world.oops.store.read(unkept_settings))

    warned = [(one["event"], one["setting"]) for one in logs if one["log_level"] == "warning"]
    assert warned == [("setting_not_kept", setting)]
    assert line in check.line
    assert "/oops settings" in check.next_step


@EACH
async def test_in_the_settings_it_is_put_right(
    world: World, alice: Someone, by_hand: dict[str, str | None]
) -> None:
    await world.oops.store.run(sets, by_hand)
    await open_page(alice, "times")

    errors = await alice.submits(timezone="Berlin", quiet_from="22:00", quiet_until="07:00", check_ins="20m")

    assert errors == {}
    assert await world.oops.store.read(unkept_settings) == []
