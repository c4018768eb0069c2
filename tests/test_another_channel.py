"""A channel that refuses a plan is given up for another one: what was never said anywhere is said there, once and in order."""

from bot.playground.state import Message
from tests.handlers.brands import (
    ANOTHER,
    BRAND,
    choose_another_channel,
    import_stopped,
    make_another_channel,
    open_page,
)
from tests.said import POST, everything_is_looked_for
from tests.world import TEAM_CHANNEL, Someone, World, shown


def roots(world: World, channel: str = ANOTHER) -> list[Message]:
    return [message for message in world.said(channel) if not message.thread_ts]


async def test_a_plan_that_an_archived_channel_refused_appears_in_the_one_that_is_chosen_instead(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.archives(TEAM_CHANNEL)
    await alice.reports()
    assert "Or choose another channel" in alice.told()[0]

    await choose_another_channel(world, alice)
    await world.passes(seconds=45)

    (plan,) = roots(world)
    assert "OOPS-1 · Correct it publicly" in shown(plan)
    assert "moved the case to <#CANOTHER>" in shown(plan)
    assert "*Public correction*" in shown(world.thread(plan)[0])
    assert len(alice.told()) == 1


async def test_it_does_not_appear_in_the_old_channel_when_that_is_back(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.archives(TEAM_CHANNEL)
    await alice.reports()
    await choose_another_channel(world, alice)

    await bob.person.unarchives(TEAM_CHANNEL)
    for _ in range(2):
        await world.passes(seconds=45)

    assert len(roots(world)) == 1
    assert world.said(TEAM_CHANNEL) == []


async def test_what_was_asked_meanwhile_follows_below_the_plan_and_is_answered_there(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.removes(TEAM_CHANNEL, "UOOPS")
    await alice.reports(should_have_said="Thursday")
    await world.next_check_in()

    await choose_another_channel(world, alice)
    await world.passes(seconds=1)

    (plan,) = roots(world)
    thread = world.thread(plan)
    check_in = next(message for message in thread if "Has it died down?" in shown(message))
    assert "*Public correction*" in shown(thread[0])
    await bob.clicks(check_in, "checkin.simmering")
    assert "still simmering" in shown(check_in)


async def test_a_plan_that_was_held_back_from_a_public_channel_goes_to_the_private_one(
    world: World, alice: Someone
) -> None:
    world.workspace.channel(TEAM_CHANNEL).is_private = False
    await world.oops.directory.refresh_open_channels()
    await alice.reports()

    await choose_another_channel(world, alice)

    assert len(roots(world)) == 1


async def test_a_case_that_was_said_in_its_channel_stays_there(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.person.archives(TEAM_CHANNEL)
    await world.next_check_in()

    await choose_another_channel(world, alice)
    await bob.person.unarchives(TEAM_CHANNEL)
    await world.passes(seconds=45)

    assert world.said(ANOTHER) == []
    assert "checkin.quiet" in str(world.check_in().blocks)


async def test_a_plan_that_may_have_been_said_is_not_said_anywhere_else(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.faults.add(POST, "accept_then_drop")
    await alice.reports()
    await bob.person.removes(TEAM_CHANNEL, "UOOPS")
    await world.passes(seconds=10)

    await choose_another_channel(world, alice)
    await world.passes(seconds=45)
    await bob.person.invites(TEAM_CHANNEL, "UOOPS")
    await everything_is_looked_for(world)

    assert world.said(ANOTHER) == []
    assert len(roots(world, TEAM_CHANNEL)) == 1


async def test_a_plan_that_was_on_its_way_while_another_channel_was_chosen_goes_there(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.faults.add(POST, "ratelimited", seconds=5)
    await alice.reports()
    await bob.person.removes(TEAM_CHANNEL, "UOOPS")

    await choose_another_channel(world, alice)
    assert roots(world) == []
    await world.passes(seconds=6)

    assert len(roots(world)) == 1
    assert not any("cannot appear" in words for words in alice.told())


async def test_a_channel_that_a_file_of_settings_names_gets_the_plan(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.archives(TEAM_CHANNEL)
    await alice.reports()
    make_another_channel(world)

    await import_stopped(world, f"brands:\n  - name: {BRAND}\n    response_channel: {ANOTHER}\n")
    await world.passes(seconds=1)

    assert len(roots(world)) == 1


async def test_another_channel_for_all_gets_it_at_the_next_start(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.archives(TEAM_CHANNEL)
    await alice.reports()
    make_another_channel(world)

    world.settings["oops_response_channel"] = ANOTHER
    await world.restart_bot()
    await world.passes(seconds=1)

    assert len(roots(world)) == 1


async def test_a_brand_that_gives_its_own_channel_up_has_its_plan_said_in_the_one_for_all(
    world: World, alice: Someone, bob: Someone
) -> None:
    await choose_another_channel(world, alice)
    await bob.person.archives(ANOTHER)
    await alice.reports()

    await open_page(alice, "about")
    await alice.submits(response_channel=None)

    assert len(roots(world, TEAM_CHANNEL)) == 1


async def test_where_the_other_channel_refuses_it_too_the_reporter_hears_of_that_one(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.archives(TEAM_CHANNEL)
    await alice.reports()
    make_another_channel(world)
    world.workspace.channel(ANOTHER).members.remove("UOOPS")

    world.settings["oops_response_channel"] = ANOTHER
    await world.restart_bot()
    await world.passes(seconds=1)

    assert "<#CANOTHER>" in alice.told()[-1]
    assert "/invite @oops" in alice.told()[-1]
