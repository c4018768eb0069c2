"""Clocks that jump, machines that sleep, and the nights on which an hour is missing or comes twice."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot import approvers
from bot.access import FRESH
from bot.clock import DatabaseClock, system_clock
from bot.models import REPORT, Brand, Case, CheckIn, SlackUserGroup, Workspace
from bot.report import History
from bot.states import CheckInState
from bot.storage import Store, slack_rows
from bot.storage.history import history_of
from tests.left_behind import WHAT, leave_report_behind
from tests.world import TEAM_CHANNEL, Clock, Someone, World, shown


def questions(world: World) -> list[str]:
    return [shown(message) for message in world.said() if "Has it died down?" in shown(message)]


async def test_after_three_days_of_sleep_one_question_is_asked_with_how_late_it_is(
    world: World, alice: Someone
) -> None:
    await alice.reports()

    await world.passes(days=3)
    await world.passes(seconds=1)

    (asked,) = questions(world)
    assert "due" in asked
    assert "ago" in asked
    assert await world.oops.store.read(planned_after, world.clock()) == 1


def planned_after(session: Session, moment: datetime) -> int:
    rows = session.exec(select(CheckIn).where(CheckIn.state == CheckInState.PLANNED)).all()
    return sum(row.due_at > moment for row in rows)


async def test_a_clock_that_is_set_back_asks_nothing_again(world: World, alice: Someone) -> None:
    await alice.reports()
    await world.next_check_in()

    await world.passes(hours=-5)
    await world.passes(hours=5)

    assert len(questions(world)) == 1


async def test_what_waits_does_not_wait_for_a_clock_that_was_set_back(world: World, alice: Someone) -> None:
    await alice.reports()
    await world.passes(seconds=1)
    world.workspace.faults.add("chat.update", "server_error")
    await alice.clicks(world.plan, "case.lead")
    assert "Nobody leads this yet" in shown(world.plan)

    await world.passes(hours=-5)

    assert "Lead: <@UALICE>" in shown(world.plan)


async def test_a_message_that_may_have_been_said_is_found_by_a_clock_that_runs_ahead(
    database_url: str,
) -> None:
    """Slack's time is not ours: the search begins early enough for a clock that is half an hour wrong."""
    world = World(database_url)
    await world.start()
    slack_time, world.workspace.clock = world.clock, Clock(world.clock() - timedelta(minutes=30))
    alice = world.person("UALICE")
    world.workspace.faults.add("chat.postMessage", "accept_then_drop")

    await alice.reports()
    await world.passes(seconds=10)

    assert len([message for message in world.said() if not message.thread_ts]) == 1
    world.workspace.clock = slack_time
    await world.stop()


async def test_a_report_that_was_kept_while_the_clock_was_ahead_is_opened_in_time(world: World) -> None:
    await world.passes(days=1)
    await leave_report_behind(world)

    await world.passes(days=-1)
    await world.passes(seconds=31)
    await world.passes(seconds=1)  # its channel is looked up meanwhile

    assert WHAT in shown(world.plan)


async def test_who_is_in_a_channel_is_asked_again_after_the_clock_was_set_back(
    world: World, alice: Someone
) -> None:
    await world.oops.store.run(have_a_channel_of_its_own)
    await alice.reports()
    await world.passes(seconds=1)
    await alice.clicks(world.plan, "case.close")
    await alice.submits()  # nothing else asks about a brand's channel once its case is closed

    await world.passes(hours=-5)

    row = await world.oops.store.read(slack_rows.slack_channel, world.oops.workspace_id, TEAM_CHANNEL)
    assert row is not None
    assert world.clock() - row.checked_at > FRESH


def have_a_channel_of_its_own(session: Session) -> None:
    for brand in session.exec(select(Brand)):
        brand.response_channel = TEAM_CHANNEL
    for workspace in session.exec(select(Workspace)):
        workspace.response_channel = ""


@pytest.fixture
async def night(database_url: str) -> AsyncIterator[World]:
    """A brand in Berlin that is not to be disturbed from 22:00 to 07:00."""
    world = World(database_url)
    await world.start()
    await world.oops.store.run(rest_at_night)
    yield world
    await world.stop()


def rest_at_night(session: Session) -> None:
    for brand in session.exec(select(Brand)):
        brand.timezone, brand.quiet_from, brand.quiet_until = "Europe/Berlin", "22:00", "07:00"


@pytest.mark.parametrize(
    ("reported", "morning"),
    [
        (
            datetime(2026, 3, 28, 20, 58, tzinfo=UTC),
            datetime(2026, 3, 29, 5, 0, tzinfo=UTC),
        ),  # an hour is missing
        (
            datetime(2026, 10, 24, 19, 58, tzinfo=UTC),
            datetime(2026, 10, 25, 6, 0, tzinfo=UTC),
        ),  # one comes twice
    ],
)
async def test_the_first_question_after_a_night_comes_at_seven_by_the_brands_clock(
    night: World, reported: datetime, morning: datetime
) -> None:
    night.clock.now = reported
    await night.person("UALICE").reports()

    night.clock.now = morning - timedelta(minutes=1)
    await night.passes(seconds=0)
    before = len(questions(night))
    await night.passes(minutes=1)

    assert before == 0
    assert len(questions(night)) == 1


async def test_on_postgresql_the_time_is_the_databases(postgresql_url: str) -> None:
    store = Store(postgresql_url)
    clock = DatabaseClock(store, own=lambda: system_clock() - timedelta(days=400))

    await clock.compare()

    assert abs(clock() - system_clock()) < timedelta(minutes=1)
    store.close()


async def test_a_machine_that_stands_still_while_it_compares_keeps_the_time_that_it_had(
    postgresql_url: str,
) -> None:
    store, stood_still = Store(postgresql_url), [timedelta(), timedelta(), timedelta(), timedelta(minutes=10)]
    clock = DatabaseClock(store, own=lambda: system_clock() + stood_still.pop(0))

    await clock.compare()
    await clock.compare()
    stood_still.append(timedelta())
    ahead = clock() - system_clock()
    store.close()

    assert abs(ahead) < timedelta(seconds=5)


async def test_a_mistake_after_a_clock_was_set_back_is_no_history(world: World, alice: Someone) -> None:
    await alice.reports()
    await world.passes(hours=-5)

    def history(session: Session) -> History:
        case = session.exec(select(Case)).one()
        report = REPORT.validate_python(case.report)
        return history_of(session, case.brand_id, report, now=world.clock())

    assert await world.oops.store.read(history) is History.FIRST_TIME


async def test_a_user_group_is_asked_about_again_after_a_clock_was_set_back(world: World) -> None:
    def remember(session: Session) -> None:
        approvers.remember_group(session, world.oops.workspace_id, "SRUNNERS", ["UBOB"], now=world.clock())

    def asked_at(session: Session) -> datetime:
        return session.exec(select(SlackUserGroup)).one().checked_at

    await world.passes(seconds=1)
    await world.oops.store.run(remember)

    await world.passes(hours=-5)

    assert await world.oops.store.read(asked_at) < world.clock()
