"""Whose account a report is about, and where its plan goes."""

from collections.abc import AsyncIterator

import pytest
from sqlmodel import Session

from bot.models import Brand
from tests.handlers.reporting import WHAT, add_brand, block, chosen, submit_forged
from tests.world import ORDINARY, TEAM_CHANNEL, Someone, World, action_ids, shown


@pytest.fixture
async def unset(database_url: str) -> AsyncIterator[World]:
    """A world in which nobody has said where plans go."""
    world = World(database_url, settings={"oops_response_channel": ""})
    await world.start()
    yield world
    await world.stop()


def archive(session: Session, brand_id: str) -> None:
    brand = session.get(Brand, int(brand_id))
    assert brand is not None
    brand.is_archived = True


async def test_one_brand_is_not_asked_for(alice: Someone) -> None:
    await alice.types("")

    assert "report.brand" not in action_ids(alice.view)


async def test_of_several_brands_one_is_chosen(world: World, alice: Someone) -> None:
    brand_id = await add_brand(world, "Harbour Choir")

    await alice.reports(brand=brand_id)

    assert "Harbour Choir" in shown(world.plan)


async def test_a_brand_that_is_named_is_chosen_already_and_can_be_changed(
    world: World, alice: Someone
) -> None:
    brand_id = await add_brand(world, "Harbour Choir")

    await alice.types("We wrote Tuesday on the harbour choir's page, it is Thursday")

    assert chosen(alice.view, "brand") == brand_id


async def test_without_a_brand_among_several_the_form_is_refused_beside_it(
    world: World, alice: Someone
) -> None:
    await add_brand(world, "Harbour Choir")
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)

    answer = await submit_forged(world, alice)

    assert list(answer["errors"]) == ["brand"]


async def test_a_brand_that_was_archived_meanwhile_is_refused_beside_it(world: World, alice: Someone) -> None:
    brand_id = await add_brand(world, "Harbour Choir")
    await add_brand(world, "Old Mill")
    await alice.types(WHAT)
    await alice.fills(brand=brand_id, **ORDINARY)
    await world.oops.store.run(archive, brand_id)

    assert list(await alice.submits()) == ["brand"]


async def test_a_report_for_a_brand_that_is_gone_does_not_go_to_the_one_that_is_left(
    world: World, alice: Someone
) -> None:
    brand_id = await add_brand(world, "Harbour Choir")
    await alice.types(WHAT)
    await alice.fills(brand=brand_id)
    await world.oops.store.run(archive, brand_id)

    errors = await alice.submits(**ORDINARY)

    assert list(errors) == ["brand"]
    assert "no longer there" in errors["brand"]


async def test_a_brand_that_came_while_the_form_was_open_changes_nothing(
    world: World, alice: Someone
) -> None:
    await alice.types(WHAT)
    await add_brand(world, "Aardvark Appreciation")

    errors = await alice.submits(**{**ORDINARY, "channel": "x"})

    assert errors == {}
    assert "Aardvark" not in shown(world.plan)


async def test_another_workspaces_brand_does_not_exist(world: World, alice: Someone) -> None:
    await add_brand(world, "Harbour Choir")
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)

    answer = await submit_forged(
        world, alice, brand={"type": "static_select", "selected_option": {"value": "999"}}
    )

    assert list(answer["errors"]) == ["brand"]


async def test_where_the_plan_goes_is_asked_while_nobody_has_said(unset: World) -> None:
    alice = unset.person("UALICE")

    await alice.types(WHAT)
    errors = await alice.submits(**ORDINARY, response_channel=TEAM_CHANNEL)

    assert errors == {}
    assert WHAT in shown(unset.plan)


async def test_left_empty_the_plan_comes_as_a_direct_message(unset: World) -> None:
    alice = unset.person("UALICE")

    await alice.reports()

    assert "direct messages" in shown(alice.view)
    assert any(WHAT in told for told in alice.told())


async def test_it_is_not_asked_where_it_is_known(alice: Someone) -> None:
    await alice.types("")

    assert "report.response_channel" not in action_ids(alice.view)


async def test_a_brand_with_a_channel_does_not_ask_and_one_without_does(unset: World) -> None:
    alice = unset.person("UALICE")
    with_channel = await add_brand(unset, "Harbour Choir", response_channel=TEAM_CHANNEL)
    without = await add_brand(unset, "Old Mill", response_channel=None)
    await alice.types("")

    await alice.fills(brand=with_channel)
    asked_first = "report.response_channel" in action_ids(alice.view)
    await alice.fills(brand=without)

    assert not asked_first
    assert "report.response_channel" in action_ids(alice.view)


async def channel_refusal(world: World, channel_id: str) -> str:
    alice = world.person("UALICE")
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)
    picked = {"type": "conversations_select", "selected_conversation": channel_id}
    answer = await submit_forged(world, alice, response_channel=picked)
    assert list(answer["errors"]) == ["response_channel"]
    sentence: str = answer["errors"]["response_channel"]
    return sentence


async def test_where_the_channel_set_for_all_is_public_the_answer_says_what_helps(database_url: str) -> None:
    world = World(database_url, settings={"oops_response_channel": "CGENERAL"})
    await world.start()
    alice = world.person("UALICE")
    await world.passes(seconds=1)

    await alice.reports()

    assert "Make it private" in shown(alice.view)
    assert "/invite" not in shown(alice.view)
    await world.stop()


async def test_a_public_channel_is_refused_beside_the_field(unset: World) -> None:
    assert "public" in await channel_refusal(unset, "CGENERAL")


async def test_a_channel_that_is_none_is_refused_beside_the_field(unset: World) -> None:
    for channel_id in ("CNOWHERE", "C" * 40, "UALICE"):
        assert await channel_refusal(unset, channel_id)


async def test_a_private_channel_without_oops_says_how_to_invite_it_and_then_takes_it(unset: World) -> None:
    alice = unset.person("UALICE")
    unset.workspace.channel(TEAM_CHANNEL).members.remove("UOOPS")
    await alice.types(WHAT)
    await alice.fills(**ORDINARY, response_channel=TEAM_CHANNEL)
    hint = block(alice.view, "response_channel")["hint"]["text"]
    errors = await alice.submits()

    await alice.person.invites(TEAM_CHANNEL, "UOOPS")
    again = await alice.submits()

    assert "/invite @oops" in hint
    assert "/invite @oops" in errors["response_channel"]
    assert again == {}
    assert WHAT in shown(unset.plan)


async def test_a_channel_that_slack_does_not_tell_of_in_time_is_refused_with_try_again(unset: World) -> None:
    unset.workspace.faults.add("conversations.info", "server_error", times=2)

    assert "try again" in await channel_refusal(unset, TEAM_CHANNEL)


async def test_a_response_channel_that_lost_the_bot_never_refuses_a_report(
    world: World, alice: Someone
) -> None:
    await alice.person.removes(TEAM_CHANNEL, "UOOPS")

    await alice.reports()
    told = "\n".join([shown(alice.view), *alice.told()])
    await alice.person.invites(TEAM_CHANNEL, "UOOPS")
    await world.oops.settle()

    assert "/invite @oops" in told
    assert len([message for message in world.said() if not message.thread_ts]) == 1
