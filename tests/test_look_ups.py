"""Asking Slack about channels, groups and people: some at a time, in time, and without holding up those who wait for an answer."""

import asyncio
import threading
from datetime import datetime

from sqlmodel import Session

from bot.models import SlackChannel
from bot.playground.state import UserGroup
from bot.slack.directory import ASKED_AT_ONCE, LOOK_UP_SECONDS
from bot.slack.look_ups import concerned_by_open_cases
from bot.states import ChannelKind
from tests.crash.processes import until
from tests.databases import ON_SQLITE
from tests.handlers.brands import set_brand
from tests.handlers.reporting import held
from tests.said import calls
from tests.world import PATIENCE, Someone, World, shown

INFO, MEMBERS, GROUP = "conversations.info", "conversations.members", "usergroups.users.list"
MANY = 40
ONE_WRITER = ON_SQLITE
"""Where all writing waits for one writer: PostgreSQL has several, and locks no table for them."""


async def knows_channels(world: World, count: int, member: str) -> None:
    """Have so many channels be known, in which somebody was when Slack was last asked long ago."""

    def add(session: Session, at: datetime) -> None:
        for number in range(count):
            session.add(
                SlackChannel(
                    workspace_id=world.oops.workspace_id,
                    channel_id=f"C{number:04}",
                    kind=ChannelKind.PRIVATE,
                    is_bot_member=True,
                    members=[member],
                    checked_at=at,
                )
            )

    await world.oops.store.run(add, world.clock().replace(year=2025))


@ONE_WRITER
async def test_a_busy_database_is_told_as_what_it_is_where_channels_are_looked_up(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    await world.passes(days=1)
    world.clock.now = world.clock.now.replace(hour=23)

    with held(world.database_url):
        await alice.person.command("CGENERAL", "/oops", "list")
        await world.oops.tasks.settle()

    assert "The database is busy" in alice.hears()[-1]


async def test_somebody_of_many_channels_is_looked_up_some_at_a_time(world: World, bob: Someone) -> None:
    await knows_channels(world, MANY, bob.id)
    world.workspace.faults.add(INFO, "ratelimited", times=MANY, seconds=30)

    await bob.opens_home()

    assert calls(world, INFO) <= ASKED_AT_ONCE
    assert "Report a mistake" in shown(bob.person.home)


async def test_home_does_not_wait_for_channels_that_slack_is_slow_to_tell_of(
    world: World, bob: Someone
) -> None:
    await knows_channels(world, MANY, bob.id)
    world.oops.directory.look_up_seconds = 0.2
    world.workspace.faults.add(INFO, "slow", times=MANY, seconds=60)

    async with asyncio.timeout(20):
        await bob.opens_home()

    assert calls(world, INFO) <= ASKED_AT_ONCE
    assert "Report a mistake" in shown(bob.person.home)


async def test_a_channel_that_takes_longer_than_a_person_waits_is_known_from_the_refresh(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    world.oops.directory.look_up_seconds = LOOK_UP_SECONDS
    world.workspace.faults.add(MEMBERS, "slow", times=2, seconds=1.5 * LOOK_UP_SECONDS)

    await world.passes(hours=3)
    await bob.clicks(world.plan, "case.lead")

    assert "Lead: <@UBOB>" in shown(world.plan)


async def test_groups_have_their_turn_the_one_asked_about_longest_ago_first(
    world: World, alice: Someone
) -> None:
    names = [f"S{number:04}" for number in range(25)]
    for name in names:
        world.workspace.usergroups[name] = UserGroup(name, name.lower(), name, ["UBOB"])
    await set_brand(world, approvers=names)
    await alice.reports()
    before = calls(world, GROUP)

    asked = []
    for _ in range(3):
        await world.passes(seconds=45)
        asked.append(calls(world, GROUP) - before)

    assert asked == [10, 20, 30]
    group_rows = await world.oops.store.read(
        lambda session: concerned_by_open_cases(session, now=world.clock())
    )
    assert {group for _, group in group_rows.groups} == {*names[5:15]}


@ONE_WRITER
async def test_a_refresh_is_no_crowd(world: World, alice: Someone) -> None:
    await knows_channels(world, MANY, alice.id)
    oops, jobs, others = world.oops, world.oops.store._jobs, threading.Event()

    async def is_written_soon() -> bool:
        return len(jobs._asked) + len(jobs._behind) >= ASKED_AT_ONCE

    writing = asyncio.create_task(oops.store.run(lambda _: others.wait(PATIENCE)))
    looking = asyncio.create_task(oops.directory.refresh_channels_of(oops.workspace_id, alice.id))
    await until("all that may be asked at once is to be written", is_written_soon)
    is_crowded = oops.store.is_crowded
    others.set()
    await asyncio.gather(writing, looking)

    assert not is_crowded


async def test_of_a_click_that_needs_to_know_two_things_both_are_looked_up(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["SRUNNERS"])
    await alice.reports(should_have_said="The run is on Thursday")
    world.clock.now = world.clock.now.replace(hour=23)

    await bob.clicks(world.draft(), "draft.approve")

    assert "Approved by <@UBOB>" in shown(world.draft())
