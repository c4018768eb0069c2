"""App Home and the private answers to /oops."""

import pytest

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
