"""What a case says is for those who handle it: nothing is said where everybody could read it."""

from bot.playground.state import Message
from tests.world import TEAM_CHANNEL, Someone, World, shown


def plans(world: World) -> list[Message]:
    return [message for message in world.said() if not message.thread_ts]


def times_asked(world: World) -> int:
    return sum("Has it died down?" in shown(message) for message in world.said())


async def test_nothing_more_is_said_in_a_channel_that_has_become_public_until_it_is_private_again(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    world.workspace.channel(TEAM_CHANNEL).is_private = False
    await world.passes(seconds=45)

    for _ in range(2):
        await world.next_check_in()
    (told,) = alice.told()
    said_while_public = times_asked(world)
    world.workspace.channel(TEAM_CHANNEL).is_private = True
    await world.passes(seconds=45)

    assert "is public now" in told
    assert said_while_public == 0
    assert times_asked(world) == 1  # the newest: who looks now need not be asked about what is past


async def test_a_reporter_who_was_told_to_invite_oops_hears_it_when_the_channel_turns_out_to_be_public(
    world: World, alice: Someone
) -> None:
    public = world.workspace.channel(TEAM_CHANNEL)
    public.is_private = False
    public.members.remove("UOOPS")

    await alice.reports()
    await world.passes(seconds=45)
    await world.passes(hours=2)

    invited, advised = alice.told()
    assert "/invite @oops" in invited
    assert "Make that channel private" in advised


async def test_a_plan_waits_while_the_channel_that_is_set_for_all_is_public(
    world: World, alice: Someone
) -> None:
    world.workspace.channel(TEAM_CHANNEL).is_private = False
    await world.oops.directory.refresh_open_channels()
    await alice.reports()
    said_while_public = plans(world)
    (told,) = alice.told()

    world.workspace.channel(TEAM_CHANNEL).is_private = True
    await world.passes(seconds=45)

    assert said_while_public == []
    assert "everybody could read it" in told
    assert len(plans(world)) == 1
