"""Rights follow who is in the channel: from when they join or leave, and what is said while Slack does not tell."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

from bot.slack.directory import LOOK_UP_SECONDS
from tests import forging
from tests.crash.processes import until
from tests.world import PATIENCE, TEAM_CHANNEL, Someone, World, action_ids, first_value, shown

MEMBERS = "conversations.members"
WHAT = "We wrote Tuesday, the run is on Thursday"


async def asked_about(world: World, someone: Someone) -> str:
    """Report a case, let it be asked about, and return what the buttons of its check-in carry."""
    await someone.reports(WHAT, should_have_said="Thursday")
    await world.next_check_in()
    return first_value(world.check_in(), "checkin.quiet")


async def test_leaving_the_channel_takes_effect_at_once(world: World, alice: Someone, bob: Someone) -> None:
    check_in = await asked_about(world, alice)
    await bob.clicks(world.plan, "case.lead")
    assert "OOPS-1" in shown(await bob.opens_home())

    await alice.person.removes(TEAM_CHANNEL, "UBOB")
    await world.oops.settle()
    await forging.clicks(bob, "checkin.quiet", check_in)
    await bob.types("OOPS-1")

    assert "checkin.quiet" in action_ids(world.check_in())
    assert ["There is no" in heard for heard in bob.hears()] == [True] * 2
    assert "OOPS-1" not in shown(bob.person.home)  # drawn again without being opened again


async def while_slack_is_asked(world: World, move: Coroutine[Any, Any, object]) -> None:
    """Have somebody join or leave after Slack has said who is in the channel, and before the answer is here."""
    world.workspace.faults.add(MEMBERS, "slow", seconds=1)
    before = len(world.workspace.calls)
    looking = asyncio.create_task(world.oops.directory.look_up_channel(world.oops.workspace_id, TEAM_CHANNEL))

    async def is_asked() -> bool:
        return any(call.method == MEMBERS for call in world.workspace.calls[before:])

    await until("Slack is asked who is in the channel", is_asked)
    await move
    await looking


async def test_whoever_leaves_while_slack_is_asked_stays_out(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(WHAT)

    await while_slack_is_asked(world, alice.person.removes(TEAM_CHANNEL, "UBOB"))
    await bob.types("OOPS-1")

    assert "There is no OOPS-1" in bob.hears()[-1]


async def test_whoever_joins_while_slack_is_asked_is_in(world: World, alice: Someone, carol: Someone) -> None:
    await alice.reports(WHAT)

    await while_slack_is_asked(world, alice.person.invites(TEAM_CHANNEL, "UCAROL"))
    await carol.types("OOPS-1")

    assert "Open it in its channel" in carol.hears()[-1]


async def test_an_answer_that_was_asked_for_earlier_does_not_replace_a_newer_one(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.app.events -= {"member_left_channel"}
    await alice.reports(WHAT)

    async def bob_leaves_and_slack_is_asked_again() -> None:
        await alice.person.removes(TEAM_CHANNEL, "UBOB")
        world.clock.now += timedelta(seconds=1)
        await world.oops.directory.look_up_channel(world.oops.workspace_id, TEAM_CHANNEL)

    await while_slack_is_asked(world, bob_leaves_and_slack_is_asked_again())
    await bob.types("OOPS-1")

    assert "There is no OOPS-1" in bob.hears()[-1]


async def test_leaving_takes_effect_within_a_minute_when_slack_does_not_tell(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.app.events -= {"member_left_channel"}
    await alice.reports(WHAT)
    assert "OOPS-1" in shown(await bob.opens_home())
    await alice.person.removes(TEAM_CHANNEL, "UBOB")

    await world.passes(seconds=45)
    await bob.types("OOPS-1")
    await bob.types("list")

    assert "There is no OOPS-1" in bob.hears()[0]
    assert "You have no cases" in bob.hears()[1]
    assert "OOPS-1" not in shown(bob.person.home)


async def test_whoever_joins_sees_the_case_at_once(world: World, alice: Someone, carol: Someone) -> None:
    await alice.reports(WHAT)

    await alice.person.invites(TEAM_CHANNEL, "UCAROL")
    await carol.types("OOPS-1")
    await carol.clicks(world.plan, "case.lead")

    assert "Open it in its channel" in carol.hears()[0]
    assert "Lead: <@UCAROL>" in shown(world.plan)


async def test_an_old_answer_is_asked_for_once_before_a_right_is_used(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(WHAT)
    world.clock.now = world.clock.now.replace(hour=12)
    before = len(world.workspace.calls)

    await bob.clicks(world.plan, "case.lead")

    asked = [call.method for call in world.workspace.calls[before:] if call.method.startswith("conv")]
    assert asked == ["conversations.info", "conversations.members"]
    assert "Lead: <@UBOB>" in shown(world.plan)


async def test_when_slack_is_slow_to_say_who_is_in_the_channel_the_person_is_asked_to_try_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(WHAT)
    world.clock.now = world.clock.now.replace(hour=12)
    world.oops.directory.look_up_seconds = LOOK_UP_SECONDS
    world.workspace.faults.add("conversations.members", "slow", seconds=2 * LOOK_UP_SECONDS)

    await bob.clicks(world.plan, "case.lead")
    assert "try again" in bob.hears(TEAM_CHANNEL)[-1]
    assert "Lead: <@UBOB>" not in shown(world.plan)
    world.oops.directory.look_up_seconds = PATIENCE
    await bob.clicks(world.plan, "case.lead")

    assert "Lead: <@UBOB>" in shown(world.plan)


async def test_while_oops_is_out_of_the_channel_its_members_hear_what_to_do(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(WHAT, should_have_said="Thursday")
    await bob.clicks(world.plan, "case.level")
    await alice.person.removes(TEAM_CHANNEL, "UOOPS")
    await world.oops.settle()

    await bob.clicks(world.plan, "case.lead")
    await bob.submits(level="let_it_go", reason="Nobody minds")

    for said in (bob.hears(TEAM_CHANNEL)[-1], shown(bob.person.views[-1])):
        assert "oops is not in <#CRESPONSE>, where OOPS-1 is handled, any more" in said
        assert "/invite @oops" in said


async def test_while_oops_is_out_of_the_channel_strangers_hear_the_same_as_ever(
    world: World, alice: Someone, bob: Someone, carol: Someone
) -> None:
    check_in = await asked_about(world, alice)
    await alice.person.removes(TEAM_CHANNEL, "UOOPS")
    await world.oops.settle()

    for value in (check_in, "4711"):
        await forging.clicks(carol, "checkin.quiet", value)

    there, not_there = carol.hears()
    assert there == not_there
    assert "OOPS-1" not in shown(await bob.opens_home())


async def test_whoever_left_before_oops_did_hears_nothing_of_the_case(
    world: World, alice: Someone, bob: Someone
) -> None:
    check_in = await asked_about(world, alice)
    await alice.person.removes(TEAM_CHANNEL, "UBOB")
    await alice.person.removes(TEAM_CHANNEL, "UOOPS")
    await world.oops.settle()

    await forging.clicks(bob, "checkin.quiet", check_in)

    assert "There is no such case" in bob.hears()[-1]


async def test_a_case_that_came_while_oops_was_out_is_not_there_for_those_who_may_have_left(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(WHAT, should_have_said="Thursday")
    lead = first_value(world.plan, "case.close")
    await alice.person.removes(TEAM_CHANNEL, "UOOPS")
    await world.oops.settle()
    await alice.reports("The secret address was printed")

    for value in (str(int(lead) + 1), "4711"):
        await forging.clicks(bob, "case.lead", value)

    there, not_there = bob.hears()[-2:]
    assert there == not_there


async def test_where_the_channel_is_public_now_its_members_hear_to_make_it_private(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(WHAT)
    world.workspace.channel(TEAM_CHANNEL).is_private = False
    await world.passes(minutes=1)

    await bob.clicks(world.plan, "case.lead")

    assert "Make it private again" in bob.hears(TEAM_CHANNEL)[-1]
