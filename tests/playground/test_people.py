"""What a person's client does and shows: messages, commands, shortcuts, clicks, channels."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.delivery import Reply
from bot.playground.people import Person
from bot.playground.pings import pings
from bot.playground.refused import NotOnScreen
from bot.playground.workspace import Workspace
from tests.playground.conftest import StubApp
from tests.playground.examples import actions, button, option, section, select


async def test_a_private_channel_does_not_exist_for_others(alice: Person, carol: Person) -> None:
    message = await alice.says("CRESPONSE", "between us")

    with pytest.raises(NotOnScreen) as hidden:
        carol.sees("CRESPONSE")
    with pytest.raises(NotOnScreen) as missing:
        carol.sees("CNOWHERE")

    assert str(hidden.value).replace("CRESPONSE", "X") == str(missing.value).replace("CNOWHERE", "X")
    with pytest.raises(NotOnScreen):
        await carol.message_shortcut("report_message", "CRESPONSE", message.ts)


async def test_who_leaves_a_channel_can_no_longer_click_there(
    client: AsyncWebClient, alice: Person, bob: Person
) -> None:
    await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=[actions(button())])
    message = bob.sees("CRESPONSE")[0]

    await alice.removes("CRESPONSE", "UBOB")

    with pytest.raises(NotOnScreen):
        await bob.clicks(message, "press")


async def test_a_command_carries_slacks_fields(alice: Person, app: StubApp) -> None:
    await alice.command("CRESPONSE", "/oops", "wrong date")

    sent = app.last
    assert sent["kind"] == "slash_commands"
    assert (sent["command"], sent["text"], sent["user_id"], sent["user_name"]) == (
        "/oops",
        "wrong date",
        "UALICE",
        "alice",
    )
    assert (sent["channel_id"], sent["channel_name"], sent["team_id"]) == (
        "CRESPONSE",
        "privategroup",
        "TRIVER",
    )
    assert (sent["api_app_id"], sent["is_enterprise_install"]) == ("AOOPS", "false")
    assert sent["trigger_id"]
    assert "/respond/" in sent["response_url"]


@pytest.mark.parametrize(
    ("payload", "shown", "others"),
    [
        ("only you", ["only you"], []),
        ({"text": "only you"}, ["only you"], []),
        ({"text": "all", "response_type": "in_channel"}, ["all"], ["all"]),
        (None, [], []),
    ],
)
async def test_a_command_is_answered_in_its_ack(
    alice: Person, bob: Person, app: StubApp, *, payload: object, shown: list[str], others: list[str]
) -> None:
    app.reply = Reply(acked=True, payload=payload)

    await alice.command("CGENERAL", "/oops", "help")

    assert [message.text for message in alice.sees("CGENERAL")] == shown
    assert [message.text for message in bob.sees("CGENERAL")] == others


@pytest.mark.parametrize(
    ("reason", "error"), [("http_timeout", "operation_timeout"), ("http_error", "dispatch_failed")]
)
async def test_slackbot_tells_the_person_when_a_command_was_not_answered(
    alice: Person, app: StubApp, reason: str, error: str
) -> None:
    app.reply = Reply(acked=False, reason=reason)

    await alice.command("CGENERAL", "/oops")

    (message,) = alice.sees("CGENERAL")
    assert (message.user, message.ephemeral_to) == ("USLACKBOT", "UALICE")
    assert message.text == f'/oops failed with the error "{error}"'


async def test_an_unknown_command_never_reaches_the_app(alice: Person, app: StubApp) -> None:
    await alice.command("CGENERAL", "/ooops")

    assert app.received == []
    assert "not a valid command" in alice.sees("CGENERAL")[0].text


async def test_a_global_shortcut_has_no_channel(alice: Person, app: StubApp) -> None:
    await alice.shortcut("report_oops")

    assert (app.last["type"], app.last["callback_id"]) == ("shortcut", "report_oops")
    assert not {"channel", "response_url"} & set(app.last)


async def test_a_message_shortcut_brings_the_message(alice: Person, bob: Person, app: StubApp) -> None:
    message = await bob.says("CSOCIAL", "look: https://x.com/1")

    await alice.message_shortcut("report_message", "CSOCIAL", message.ts)

    assert (app.last["type"], app.last["message"]["text"]) == ("message_action", "look: https://x.com/1")
    assert (app.last["channel"], app.last["message_ts"]) == ({"id": "CSOCIAL", "name": "social"}, message.ts)
    with pytest.raises(NotOnScreen):
        await alice.shortcut("report_message")


async def test_a_click_carries_message_state_and_response_url(
    client: AsyncWebClient, alice: Person, app: StubApp
) -> None:
    blocks = [actions(button(value="7"), select("a", "b", action_id="pick"), block_id="row")]
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=blocks))["ts"]
    await alice.selects(("CRESPONSE", ts), "pick", "b")

    await alice.clicks(("CRESPONSE", ts), "press")

    sent = app.last
    assert sent["actions"][0] | {"action_ts": ""} == {
        "type": "button",
        "action_id": "press",
        "block_id": "row",
        "value": "7",
        "text": {"type": "plain_text", "text": "Press"},
        "action_ts": "",
    }
    assert sent["container"] == {
        "type": "message",
        "message_ts": ts,
        "channel_id": "CRESPONSE",
        "is_ephemeral": False,
    }
    assert sent["state"]["values"]["row"]["pick"]["selected_option"] == option("b")
    assert sent["message"]["ts"] == ts
    assert sent["response_url"]


async def test_an_ephemeral_message_comes_back_only_as_its_ts(
    client: AsyncWebClient, alice: Person, bob: Person, app: StubApp
) -> None:
    await client.chat_postEphemeral(channel="CRESPONSE", user="UALICE", text="a", blocks=[actions(button())])
    (message,) = alice.sees("CRESPONSE")

    await alice.clicks(message, "press")

    assert "message" not in app.last
    assert app.last["container"]["is_ephemeral"] is True
    with pytest.raises(NotOnScreen):
        await bob.clicks(message, "press")


async def test_only_what_stands_there_now_can_be_clicked(client: AsyncWebClient, alice: Person) -> None:
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=[actions(button())]))["ts"]
    (message,) = alice.sees("CRESPONSE")
    await client.chat_update(channel="CRESPONSE", ts=ts, text="decided", blocks=[section()])

    with pytest.raises(NotOnScreen, match="No press is shown"):
        await alice.clicks(message, "press")


async def test_of_several_alike_one_is_named_by_value_or_block(
    client: AsyncWebClient, alice: Person, app: StubApp
) -> None:
    blocks = [section(block_id=f"t{n}", accessory=button(value=str(n))) for n in range(2)]
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=blocks))["ts"]

    with pytest.raises(NotOnScreen, match="Several"):
        await alice.clicks(("CRESPONSE", ts), "press")
    await alice.clicks(("CRESPONSE", ts), "press", value="1")
    by_value = app.last["actions"][0]["block_id"]
    await alice.clicks(("CRESPONSE", ts), "press", block_id="t0")

    assert (by_value, app.last["actions"][0]["value"]) == ("t1", "0")


async def test_a_button_for_others_is_not_shown(
    client: AsyncWebClient, alice: Person, bob: Person, app: StubApp
) -> None:
    blocks = [actions(button(visible_to_user_ids=["UALICE"]))]
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=blocks))["ts"]

    await alice.clicks(("CRESPONSE", ts), "press")

    assert app.last["user"]["id"] == "UALICE"
    with pytest.raises(NotOnScreen):
        await bob.clicks(("CRESPONSE", ts), "press")


async def test_an_archived_channel_takes_nothing(client: AsyncWebClient, alice: Person) -> None:
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=[actions(button())]))["ts"]

    await alice.archives("CRESPONSE")

    with pytest.raises(NotOnScreen, match="archived"):
        await alice.clicks(("CRESPONSE", ts), "press")
    with pytest.raises(NotOnScreen, match="archived"):
        await alice.command("CRESPONSE", "/oops")


async def test_an_answer_where_none_belongs_is_noted(
    client: AsyncWebClient, alice: Person, app: StubApp, workspace: Workspace
) -> None:
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=[actions(button())]))["ts"]
    app.reply = Reply(acked=True, payload={"text": "thanks"})

    await alice.clicks(("CRESPONSE", ts), "press")

    assert [refusal.error for refusal in workspace.refusals] == ["unexpected_ack_body"]


async def test_a_click_without_an_answer_is_told_to_the_person(
    client: AsyncWebClient, alice: Person, app: StubApp
) -> None:
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=[actions(button())]))["ts"]
    app.reply = Reply(acked=False, reason="http_timeout")

    await alice.clicks(("CRESPONSE", ts), "press")

    assert alice.notices == ["This app did not respond. Try again?"]


async def test_org_wide_installs_have_no_team_in_payloads(
    alice: Person, app: StubApp, workspace: Workspace
) -> None:
    workspace.app.is_team_null = True

    await alice.shortcut("report_oops")

    assert app.last["team"] is None


async def test_a_test_can_wait_for_what_the_app_does_later(
    client: AsyncWebClient, alice: Person, workspace: Workspace
) -> None:
    waiting = workspace.until(lambda: alice.sees("CRESPONSE"))
    await client.chat_postMessage(channel="CRESPONSE", text="there")

    (message,) = await waiting

    assert message.text == "there"
    with pytest.raises(TimeoutError):
        await workspace.until(lambda: alice.sees("CSOCIAL"), timeout=0.01)


async def test_a_mention_rings_wherever_it_stands_and_escaped_text_does_not(
    client: AsyncWebClient, alice: Person
) -> None:
    blocks = [
        section("&lt;!here&gt; <@UBOB>"),
        actions(button(text={"type": "plain_text", "text": "<!everyone>"})),
    ]
    await client.chat_postMessage(
        channel="CRESPONSE", text="<!channel> <!subteam^SRUNNERS|@runners>", blocks=blocks
    )

    (message,) = alice.sees("CRESPONSE")

    assert pings(message) == ["!channel", "!subteam^SRUNNERS", "@UBOB"]


async def test_an_image_beside_a_text_is_nothing_to_click(client: AsyncWebClient, alice: Person) -> None:
    picture = {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "a chart"}
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="a", blocks=[section(accessory=picture)]))[
        "ts"
    ]

    (message,) = alice.sees("CRESPONSE")

    assert "action_id" not in message.blocks[0]["accessory"]
    with pytest.raises(NotOnScreen):
        await alice.clicks(("CRESPONSE", ts), "press")
