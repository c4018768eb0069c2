"""Buttons and forms of an earlier version, and what an app with more than the manifest sends: nothing listens to it."""

import pytest

from bot.playground import payloads
from bot.playground.delivery import COMMANDS, EVENTS
from tests import forging
from tests.world import Someone, World


async def test_a_button_that_nothing_listens_to_says_that_it_no_longer_works(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")

    reply = await forging.clicks(alice, "poll.vote", "1")

    assert reply.acked
    assert "That button no longer works." in alice.hears()[-1]


async def test_a_form_that_nothing_listens_to_stays_below_the_refusal(alice: Someone) -> None:
    reply = await forging.submits(alice, "poll", "1", what="We wrote Tuesday, it is Thursday")

    assert reply.payload["response_action"] == "push"
    assert "This form no longer works." in str(reply.payload["view"])


@pytest.mark.parametrize(
    "event",
    [
        {"type": "channel_archive", "channel": "CGENERAL", "user": "UALICE"},
        {"type": "group_rename", "channel": {"id": "CRESPONSE", "name": "response", "created": 1}},
        {"type": "message", "channel": "DALICE", "user": "UALICE", "text": "hello", "channel_type": "im"},
    ],
    ids=lambda event: str(event["type"]),
)
async def test_an_event_that_nothing_listens_to_is_acked_so_that_slack_does_not_send_it_again(
    world: World, event: forging.Json
) -> None:
    reply = await world.workspace.delivery.deliver(EVENTS, payloads.event_callback(world.workspace, event))

    assert reply.acked
    assert not reply.payload


async def test_a_word_that_slack_sends_too_often_is_acked(world: World) -> None:
    body = {"type": "app_rate_limited", "team_id": "TRIVER", "minute_rate_limited": 1, "api_app_id": "AOOPS"}

    assert (await world.workspace.delivery.deliver(EVENTS, body)).acked


async def test_closing_a_form_that_nothing_listens_to_is_acked(alice: Someone) -> None:
    assert (await forging.closes(alice, "report", "1")).acked


async def test_a_command_that_nothing_listens_to_says_what_there_is(world: World, alice: Someone) -> None:
    channel, user = world.workspace.channels["CGENERAL"], world.workspace.user(alice.id)
    body = payloads.command(world.workspace, user, channel, "/whoops", "we wrote Tuesday")

    reply = await world.workspace.delivery.deliver(COMMANDS, body)

    assert "/oops help" in reply.payload["text"]
    assert reply.payload["response_type"] == "ephemeral"


async def test_a_shortcut_that_nothing_listens_to_says_what_there_is(alice: Someone) -> None:
    assert (await forging.uses_shortcut(alice, "report_whoops")).acked

    assert "/oops help" in alice.hears()[-1]


async def test_a_menu_that_nothing_listens_to_is_empty(alice: Someone) -> None:
    reply = await forging.searches(alice, "poll.answer", "yes")

    assert reply.payload == {"options": []}
