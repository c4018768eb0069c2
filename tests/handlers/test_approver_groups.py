"""User groups that approve: what a draft says where their members cannot be known, and who may approve then."""

import pytest

from bot.playground.state import UserGroup
from tests.handlers.brands import open_brand, set_brand
from tests.said import thread_text
from tests.world import Someone, World, shown


@pytest.fixture
def no_permission(world: World) -> None:
    world.workspace.app.scopes.discard("usergroups:read")


@pytest.fixture
def no_group(world: World) -> None:
    del world.workspace.usergroups["SRUNNERS"]


@pytest.fixture
async def only_bob_approves(world: World, alice: Someone) -> None:
    """As the only member of a group; Carol is the backup, and in the channel."""
    world.workspace.usergroups["SRUNNERS"].users = ["UBOB"]
    await alice.person.invites("CRESPONSE", "UCAROL")
    await set_brand(world, approvers=["SRUNNERS"], backup="UCAROL")


async def reports_and_waits(world: World, someone: Someone) -> str:
    """Have a case reported, Slack asked about those who approve, and return what the draft says then."""
    await someone.reports(should_have_said="The run is on Thursday")
    await world.passes(seconds=61)
    return shown(world.draft())


@pytest.mark.usefixtures("no_permission")
async def test_without_the_permission_the_draft_says_that_nobody_may_approve_and_why(
    world: World, alice: Someone
) -> None:
    await set_brand(world, approvers=["SRUNNERS"], lead="UALICE")

    said = await reports_and_waits(world, alice)

    assert "Nobody in this channel may approve this text" in said
    assert "oops cannot see who is in it: the permission `usergroups:read` is missing" in said
    assert "<@UALICE>, please choose who approves (`/oops settings`), and invite them" in said
    assert "One approval is needed" not in said


@pytest.mark.usefixtures("no_group")
async def test_of_a_group_that_is_gone_the_draft_says_so(world: World, alice: Someone, bob: Someone) -> None:
    await set_brand(world, approvers=["SRUNNERS"])

    said = await reports_and_waits(world, alice)
    await bob.clicks(world.draft(), "draft.approve")

    assert "Nobody in this channel may approve this text" in said
    assert "that user group is no longer there" in said
    assert "A user group approves for this brand" in shown(world.draft("Reply if asked"))
    assert "Please choose who approves" in bob.hears("CRESPONSE")[-1]


@pytest.mark.usefixtures("no_group")
async def test_the_backup_approves_where_nobody_else_can_be_known(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["SRUNNERS"], backup="UBOB")

    said = await reports_and_waits(world, alice)
    await bob.clicks(world.draft(), "draft.approve")

    assert "<@UBOB>, the backup, may approve instead" in said
    assert "One approval is needed, from <@UBOB>." in said
    assert "Approved by <@UBOB>" in shown(world.draft())
    assert "standing in while the approvers are away or cannot be known" in shown(world.plan)


@pytest.mark.usefixtures("no_group")
async def test_a_backup_who_is_not_there_is_to_be_invited(world: World, alice: Someone) -> None:
    await set_brand(world, approvers=["SRUNNERS"], backup="UCAROL")

    assert "invite <@UCAROL>, the backup, who may approve instead, or choose" in await reports_and_waits(
        world, alice
    )


@pytest.mark.usefixtures("no_group")
async def test_who_is_named_beside_a_group_that_is_gone_is_the_one_to_approve(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["UBOB", "SRUNNERS"], backup="UALICE")

    said = await reports_and_waits(world, alice)
    await bob.clicks(world.draft(), "draft.approve")

    assert "One approval is needed, from <@UBOB>." in said
    assert "that user group is no longer there" in said
    assert "may approve instead" not in said
    assert "no longer there" not in shown(world.draft())


@pytest.mark.usefixtures("no_permission")
async def test_once_the_permission_is_given_the_draft_asks_the_group(
    world: World, alice: Someone, bob: Someone
) -> None:
    await set_brand(world, approvers=["SRUNNERS"])
    await reports_and_waits(world, alice)

    world.workspace.usergroups["SRUNNERS"].users = ["UBOB"]
    world.workspace.app.scopes.add("usergroups:read")
    await world.passes(seconds=61)
    said = shown(world.draft())
    await bob.clicks(world.draft(), "draft.approve")

    assert "One approval is needed, from <!subteam^SRUNNERS>." in said
    assert "usergroups:read" not in said
    assert "Approved by <@UBOB>" in shown(world.draft())


@pytest.mark.usefixtures("only_bob_approves")
async def test_a_groups_member_who_was_deactivated_is_not_reminded_and_the_backup_is(
    world: World, alice: Someone
) -> None:
    world.workspace.users["UBOB"].deleted = True

    await alice.reports(should_have_said="The run is on Thursday")
    await world.passes(minutes=29)
    await world.passes(minutes=1)

    assert "<@UBOB>, the public correction above still waits" not in thread_text(world)
    assert "<@UCAROL>, the public correction above still waits for approval" in thread_text(world)


@pytest.mark.usefixtures("only_bob_approves")
async def test_the_backup_stands_in_while_all_members_of_the_group_are_away(
    world: World, alice: Someone, carol: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await carol.clicks(world.draft(), "draft.approve")
    before = shown(world.draft())
    world.workspace.users["UBOB"].status_emoji = ":palm_tree:"
    await world.passes(minutes=11)

    await carol.clicks(world.draft(), "draft.approve")

    assert "Approved by" not in before
    assert "Approved by <@UCAROL>" in shown(world.draft())


@pytest.mark.usefixtures("no_group")
async def test_settings_name_an_approving_group_that_is_gone(world: World, alice: Someone) -> None:
    world.workspace.usergroups["SLEGAL"] = UserGroup("SLEGAL", "legal", "Legal", ["UCAROL"])
    await set_brand(world, approvers=["SRUNNERS"])
    await reports_and_waits(world, alice)

    await open_brand(alice)
    brand = shown(alice.view)
    await alice.clicks(alice.view, "settings.people")

    assert "approves for this brand, but that user group is no longer there" in brand
    assert "approves for this brand and is no longer among your user groups" in shown(alice.view)
