"""A response_url, as Slack's webhook client uses it."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.playground.people import Person
from bot.playground.server import PlaygroundServer
from bot.playground.workspace import Workspace
from tests.playground.conftest import Clock, StubApp
from tests.playground.examples import actions, button, section


@pytest.fixture
async def url(server: PlaygroundServer, alice: Person, app: StubApp) -> str:
    assert server.port
    await alice.command("CGENERAL", "/oops")
    return str(app.last["response_url"])


async def say(url: str, **body: Any) -> tuple[int, str]:
    answer = await AsyncWebhookClient(url).send_dict(body)
    return answer.status_code, answer.body


async def test_it_speaks_to_the_person_alone_even_where_the_bot_is_no_member(
    url: str, alice: Person, bob: Person
) -> None:
    assert await say(url, text="done") == (200, "ok")

    assert [message.text for message in alice.sees("CGENERAL")] == ["done"]
    assert bob.sees("CGENERAL") == []


async def test_it_speaks_to_all_when_told_so(url: str, bob: Person) -> None:
    await say(url, text="done", response_type="in_channel")

    assert [message.text for message in bob.sees("CGENERAL")] == ["done"]


async def test_it_works_five_times(url: str, workspace: Workspace) -> None:
    answers = [await say(url, text=str(n)) for n in range(6)]

    assert answers == [*[(200, "ok")] * 5, (404, "used_url")]
    assert [refusal.error for refusal in workspace.refusals] == ["used_url"]


async def test_it_works_for_half_an_hour(url: str, clock: Clock) -> None:
    clock.advance(1801)

    assert await say(url, text="late") == (404, "expired_url")


@pytest.mark.parametrize(
    ("body", "error"),
    [({"blocks": [section()]}, "no_text"), ({"text": "a", "blocks": [section("")]}, "invalid_blocks")],
)
async def test_it_refuses_what_a_message_may_not_be(url: str, body: dict[str, Any], error: str) -> None:
    assert await say(url, **body) == (400, error)


async def test_a_refused_post_is_not_counted(url: str) -> None:
    for _ in range(5):
        await say(url, blocks=[])

    assert await say(url, text="a") == (200, "ok")


async def clicked(client: AsyncWebClient, alice: Person, app: StubApp) -> str:
    await client.chat_postEphemeral(
        channel="CRESPONSE", user="UALICE", text="old", blocks=[actions(button())]
    )
    await alice.clicks(alice.sees("CRESPONSE")[0], "press")
    return str(app.last["response_url"])


async def test_after_a_click_it_overwrites_the_message_unless_told_otherwise(
    client: AsyncWebClient, alice: Person, app: StubApp
) -> None:
    url = await clicked(client, alice, app)

    await say(url, text="beside", replace_original=False)
    await say(url, text="new")

    assert [message.text for message in alice.sees("CRESPONSE")] == ["new", "beside"]
    assert alice.sees("CRESPONSE")[0].blocks == []


async def test_after_a_click_it_can_delete_the_message(
    client: AsyncWebClient, alice: Person, app: StubApp
) -> None:
    url = await clicked(client, alice, app)

    await say(url, delete_original=True)

    assert alice.sees("CRESPONSE") == []


async def test_it_can_answer_in_a_thread(client: AsyncWebClient, alice: Person, app: StubApp) -> None:
    ts = (await client.chat_postMessage(channel="CRESPONSE", text="root", blocks=[actions(button())]))["ts"]
    await alice.clicks(("CRESPONSE", ts), "press")

    await say(app.last["response_url"], text="in here", replace_original=False, thread_ts=ts)

    assert [message.text for message in alice.sees_thread("CRESPONSE", ts)] == ["root", "in here"]
