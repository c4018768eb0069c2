"""The weekly digest: off until somebody switches it on, once a week, in the account's channel, with its own cases only."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.states import CaseState
from bot.storage import queries
from tests.counting import questions
from tests.handlers.brands import open_page
from tests.many_cases import add_brand, add_case
from tests.world import TEAM_CHANNEL, Someone, World, shown

MONDAY = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)


def switch_on(session: Session, /, **changes: Any) -> None:
    brand = queries.brands_of(session, 1)[0]
    brand.weekly_digest = True
    for name, value in changes.items():
        setattr(brand, name, value)


async def sent(world: World, at: datetime = MONDAY, channel: str = TEAM_CHANNEL) -> list[str]:
    """Return the digests that were said by then."""
    world.clock.now = at
    await world.oops.send_digests()
    await world.oops.settle()
    return [shown(message) for message in world.said(channel) if "The week of" in shown(message)]


async def test_it_tells_what_was_reported_goes_on_and_was_learned(
    world: World, alice: Someone, bob: Someone
) -> None:
    await world.oops.store.run(switch_on)
    await alice.reports("We wrote Tuesday, the run is on Thursday")
    await alice.reports("The wrong picture of the bridge")
    await bob.clicks(world.plan, "case.close")
    await bob.submits(cause="Haste", change="Two people look at every picture")

    (digest,) = await sent(world)

    assert "2 mistakes reported, 1 closed, 1 going on" in digest
    assert "*OOPS-1* · " in digest
    assert "nobody leads it" in digest
    assert "Learned from *OOPS-2*: Two people look at every picture" in digest


async def test_a_case_whose_lead_is_not_in_the_channel_is_led_by_nobody_there(
    world: World, alice: Someone
) -> None:
    await world.oops.store.run(switch_on, lead="UCAROL")
    await alice.reports("We wrote Tuesday, the run is on Thursday")
    await world.oops.store.run(switch_on, lead="UBOB")
    await alice.reports("The wrong picture of the bridge")

    (digest,) = await sent(world)

    first, second = (line for line in digest.split("\n") if line.startswith("• *OOPS-"))
    assert "nobody here leads it" not in first
    assert "*OOPS-1*" in second
    assert "nobody here leads it" in second


async def test_a_mistake_that_was_reported_twice_is_one(world: World, alice: Someone, bob: Someone) -> None:
    await world.oops.store.run(switch_on)
    await alice.reports()
    await bob.reports()
    first = next(message for message in world.said() if not message.thread_ts)
    await bob.clicks(first, "case.more")
    await bob.clicks(bob.view, "case.merge")
    await bob.submits(case="2")

    (digest,) = await sent(world)

    assert "1 mistake reported, 0 closed, 1 going on" in digest
    assert "|go to it>" in digest
    assert "|open>" not in digest


async def test_it_is_off_until_it_is_switched_on(world: World, alice: Someone) -> None:
    await alice.reports()

    assert await sent(world) == []


async def test_it_comes_once_a_week(world: World, alice: Someone) -> None:
    await world.oops.store.run(switch_on)
    await alice.reports()

    assert len(await sent(world)) == 1
    assert len(await sent(world, MONDAY + timedelta(hours=5))) == 1
    assert len(await sent(world, MONDAY + timedelta(days=7))) == 2


async def test_a_week_that_was_told_is_not_looked_at_again(world: World, alice: Someone) -> None:
    await world.oops.store.run(switch_on)
    await alice.reports()
    await sent(world)

    with questions(world) as asked:
        await world.oops.send_digests()

    assert len(asked) == 2, "which accounts have a digest, and whether this week's was said"


@pytest.mark.parametrize(
    ("at", "is_sent"),
    [
        (MONDAY - timedelta(minutes=1), False),
        (MONDAY, True),
        (MONDAY + timedelta(days=1, hours=10), True),
        (MONDAY + timedelta(days=2), False),
    ],
)
async def test_it_comes_on_monday_morning_or_when_the_bot_is_back_the_day_after(
    world: World, alice: Someone, at: datetime, is_sent: bool
) -> None:
    await world.oops.store.run(switch_on)
    await alice.reports()

    assert bool(await sent(world, at)) is is_sent


async def test_the_morning_is_the_accounts_own(world: World, alice: Someone) -> None:
    await world.oops.store.run(switch_on, timezone="America/New_York")
    await alice.reports()

    assert await sent(world, MONDAY) == []
    assert len(await sent(world, MONDAY + timedelta(hours=4))) == 1


async def test_a_week_without_anything_is_passed_over(world: World, alice: Someone, bob: Someone) -> None:
    await world.oops.store.run(switch_on)
    await alice.reports()
    await bob.clicks(world.plan, "case.close")
    await bob.submits()

    assert await sent(world, MONDAY + timedelta(days=14)) == []


async def test_what_is_reported_after_monday_morning_waits_for_the_next_one(
    world: World, alice: Someone
) -> None:
    await world.oops.store.run(switch_on)
    assert await sent(world) == []
    world.clock.now = MONDAY + timedelta(days=1, hours=6)
    await alice.reports()

    assert await sent(world, MONDAY + timedelta(days=1, hours=6, minutes=5)) == []
    (digest,) = await sent(world, MONDAY + timedelta(days=7))
    assert "1 mistake reported, 0 closed, 1 going on" in digest


async def test_a_digest_that_comes_late_tells_of_the_week_that_ended_on_monday(
    world: World, alice: Someone
) -> None:
    await world.oops.store.run(switch_on)
    await alice.reports()
    world.clock.now = MONDAY + timedelta(hours=3)
    await alice.reports("The wrong picture of the bridge")

    (digest,) = await sent(world, MONDAY + timedelta(days=1))

    assert "1 mistake reported, 0 closed, 1 going on" in digest
    assert "OOPS-2" not in digest


async def test_only_cases_that_live_in_its_channel_are_told(world: World, alice: Someone) -> None:
    def arrange(session: Session) -> None:
        switch_on(session)
        other = add_brand(session, "Zebra", now=world.clock())
        now = world.clock()
        add_case(session, 1, now=now, report={"what": "Ours, in our channel"})
        add_case(session, 2, now=now, report={"what": "Another account's"}, brand_id=other.id)
        add_case(session, 3, now=now, report={"what": "Ours, elsewhere"}, channel_id="CSECRET")
        add_case(session, 4, now=now, report={"what": "Ours, directly"}, channel_id=alice.id)
        add_case(session, 5, now=now, report={"what": "An exercise"}, is_exercise=True)

    await world.oops.store.run(arrange)

    (digest,) = await sent(world)

    assert "Ours, in our channel" in digest
    assert "1 mistake reported, 0 closed, 1 going on" in digest
    for hidden in ("Another account", "elsewhere", "directly", "exercise"):
        assert hidden not in digest


async def test_many_cases_are_counted_and_the_newest_are_named(world: World) -> None:
    def arrange(session: Session) -> None:
        switch_on(session)
        for number in range(1, 31):
            add_case(session, number, now=world.clock(), state=CaseState.WATCHING)

    await world.oops.store.run(arrange)

    (digest,) = await sent(world)

    assert "30 mistakes reported, 0 closed, 30 going on" in digest
    assert "And 20 more" in digest
    assert "OOPS-30*" in digest
    assert "OOPS-20*" not in digest


async def test_it_is_switched_on_in_the_settings(world: World, alice: Someone) -> None:
    await open_page(alice, "times")
    errors = await alice.submits(weekly_digest=["yes"])
    await alice.closes()
    await alice.reports()

    assert errors == {}
    assert len(await sent(world)) == 1
