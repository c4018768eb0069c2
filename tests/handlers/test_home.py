"""App Home and the private answers to /oops."""

from typing import Any

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.directory import Left
from bot.storage import Store, StoreBusy
from handlers.home import draw_homes
from tests.databases import ON_SQLITE
from tests.handlers.reporting import held
from tests.said import calls
from tests.world import Someone, World, shown


async def test_home_is_useful_before_anything_is_set_up(alice: Someone) -> None:
    home = await alice.opens_home()

    assert "Report a mistake" in shown(home)
    assert "press *Set up oops*" in shown(home)


async def test_an_all_clear_that_is_out_waits_for_approval_until_it_has_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    alarm = {"channel": "push_sms", "mistake": "false_alarm", "harm": "safety", "undo": "cannot"}
    await alice.reports("The evacuation alert was a test", **alarm)
    await alice.publishes(world.draft("All-clear"))
    before = shown(await bob.opens_home())

    await bob.clicks(world.draft("All-clear"), "draft.approve")

    assert "All-clear is out, and still waits for approval" in before
    assert "waits for approval" not in shown(await bob.opens_home())


async def test_home_shows_what_waits_for_somebody_and_the_open_cases(
    alice: Someone, bob: Someone, carol: Someone
) -> None:
    await alice.reports()

    mine, theirs = shown(await alice.opens_home()), shown(await bob.opens_home())
    hers = shown(await carol.opens_home())

    assert "OOPS-1" in mine
    assert "Public correction: fill in what stands in [[…]], then it can be approved" in theirs
    assert "OOPS-1" not in hers


async def test_home_shows_the_gravest_call_before_the_tasks_that_are_due_sooner(
    world: World, alice: Someone, bob: Someone
) -> None:
    flag = {"red_flags": ["discrimination"]}
    for facts in ({}, flag, {"mistake": "private_info", "harm": "privacy"}):
        await alice.reports(**facts)
        plan = [message for message in world.said() if not message.thread_ts][-1]
        await bob.clicks(plan, "case.lead")
        await world.passes(minutes=1)

    home = shown(await bob.opens_home())

    gravest, other = home.index("Call the privacy officer"), home.index("Call a senior leader")
    assert gravest < other < home.index("Before anything is changed")


async def test_home_moves_a_closed_case_to_the_recent_ones(world: World, alice: Someone) -> None:
    await alice.reports()
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    home = shown(await alice.opens_home())

    assert "Closed lately" in home
    assert "waits for approval" not in home


async def test_the_report_opens_from_home(world: World, alice: Someone) -> None:
    home = await alice.opens_home()

    await alice.clicks(home, "home.report")
    errors = await alice.submits(
        what="We wrote Tuesday, the run is on Thursday",
        channel="x",
        mistake="wrong_fact",
        harm="inconvenience",
        noticed="many_replies",
        undo="delete",
    )

    assert errors == {}
    assert "OOPS-1" in shown(world.plan)


async def test_help_says_what_can_be_typed(alice: Someone) -> None:
    await alice.types("help")

    assert "/oops list" in alice.hears()[-1]


@pytest.mark.parametrize("typed", ["OOPS-1", "oops 1", "1", "#1"])
async def test_a_case_is_shown_to_its_team(alice: Someone, bob: Someone, typed: str) -> None:
    await alice.reports()

    await bob.types(typed)

    assert "OOPS-1" in bob.hears()[-1]
    assert "Correct it publicly" in bob.hears()[-1]


async def test_a_case_that_is_not_ones_own_answers_as_one_that_is_not_there(
    alice: Someone, carol: Someone
) -> None:
    await alice.reports()

    await carol.types("OOPS-1")
    await carol.types("OOPS-2")
    await carol.types("OOPS-99999999999")

    first, second, longest = carol.hears()[-3:]
    assert first.replace("OOPS-1", "OOPS-2") == second
    assert longest == second.replace("OOPS-2", "OOPS-99999999999")


async def test_a_reporter_outside_the_channel_sees_the_own_report_only(world: World, carol: Someone) -> None:
    await carol.reports("We posted the wrong picture of the bridge")

    await carol.types("OOPS-1")

    assert "We posted the wrong picture of the bridge" in carol.hears()[-1]
    assert "/archives/" not in carol.hears()[-1]
    assert "OOPS-1" in shown(world.plan)


async def test_the_list_shows_ones_own_cases(alice: Someone, carol: Someone) -> None:
    await alice.reports()

    await alice.types("list")
    await carol.types("list")

    assert "OOPS-1" in alice.hears()[-1]
    assert "OOPS-1" not in carol.hears()[-1]


@pytest.mark.parametrize("typed", ["xyzzy", "<!channel>", "`"])
async def test_nonsense_is_quoted_with_the_help(alice: Someone, typed: str) -> None:
    await alice.types(typed)

    assert "/oops list" in alice.hears()[-1]
    assert "<!channel>" not in alice.hears()[-1]


class BusyOnce(Store):
    """A database that is busy when it is read for the first time."""

    is_busy = True

    async def read(self, *args: Any, **kwargs: Any) -> Any:
        if self.is_busy:
            self.is_busy = False
            raise StoreBusy
        return await super().read(*args, **kwargs)


async def test_of_many_homes_one_that_meets_a_busy_database_is_put_off_and_the_rest_is_drawn(
    world: World, alice: Someone, bob: Someone
) -> None:
    for person in (alice, bob):
        await person.opens_home()
    await world.oops.stop()
    busy, put_off = BusyOnce(world.database_url), list[Left]()
    left = Left(1, frozenset({alice.id, bob.id}))
    before = calls(world, "views.publish")

    async with ClientSession() as http:
        client = AsyncWebClient(
            token=world.workspace.app.bot_token, base_url=world.server.api_url, session=http
        )
        await draw_homes(busy, client, world.clock, left, put_off=put_off.append)
    busy.close()
    await world.start_bot()

    assert put_off == [Left(1, frozenset({alice.id}))]
    assert calls(world, "views.publish") == before + 1


@ON_SQLITE
async def test_a_home_that_meets_a_busy_database_is_drawn_at_the_next_refresh(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.opens_home()
    await world.passes(minutes=2)
    with held(world.database_url):
        await bob.person.opens_home()
        await world.oops.tasks.settle()
    await alice.reports()
    before = shown(bob.person.home)

    await world.passes(seconds=45)

    assert "OOPS-1" not in before
    assert "OOPS-1" in shown(bob.person.home)
