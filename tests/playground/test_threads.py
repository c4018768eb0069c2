"""A channel's history and its threads over the Web API: what is read, in which order, and what may hang on what."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.people import Person
from bot.playground.workspace import Workspace
from tests.playground.conftest import Clock
from tests.playground.examples import refused


async def test_history_has_roots_newest_first_and_replies_have_the_thread(client: AsyncWebClient) -> None:
    root = (await client.chat_postMessage(channel="CRESPONSE", text="root"))["ts"]
    await client.chat_postMessage(channel="CRESPONSE", text="reply", thread_ts=root)
    await client.chat_postMessage(channel="CRESPONSE", text="later")

    history = await client.conversations_history(channel="CRESPONSE")
    thread = await client.conversations_replies(channel="CRESPONSE", ts=root)

    assert [message["text"] for message in history["messages"]] == ["later", "root"]
    assert history["messages"][1]["reply_count"] == 1
    assert [message["text"] for message in thread["messages"]] == ["root", "reply"]


async def test_a_reply_cannot_hang_on_a_reply(client: AsyncWebClient) -> None:
    root = (await client.chat_postMessage(channel="CRESPONSE", text="root"))["ts"]
    reply = (await client.chat_postMessage(channel="CRESPONSE", text="reply", thread_ts=root))["ts"]

    answer = await refused(client, "chat.postMessage", channel="CRESPONSE", text="a", thread_ts=reply)

    assert answer["error"] == "cannot_reply_to_message"


async def test_a_reply_to_what_was_deleted_stands_in_the_channel(
    client: AsyncWebClient, workspace: Workspace
) -> None:
    root = (await client.chat_postMessage(channel="CRESPONSE", text="root"))["ts"]
    workspace.erase(workspace.message("CRESPONSE", root))

    answer: Any = await client.chat_postMessage(channel="CRESPONSE", text="reply", thread_ts=root)

    assert "thread_ts" not in answer["message"]


async def test_history_comes_in_pages_with_a_cursor(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.app.page_limit = 2
    for n in range(5):
        await client.chat_postMessage(channel="CRESPONSE", text=str(n))

    pages = [
        page["messages"] async for page in await client.conversations_history(channel="CRESPONSE", limit=100)
    ]

    assert [[message["text"] for message in page] for page in pages] == [["4", "3"], ["2", "1"], ["0"]]


async def test_history_may_lag_behind(client: AsyncWebClient, workspace: Workspace, clock: Clock) -> None:
    workspace.app.history_lag_seconds = 10
    await client.chat_postMessage(channel="CRESPONSE", text="fresh")

    before = await client.conversations_history(channel="CRESPONSE")
    clock.advance(11)
    after = await client.conversations_history(channel="CRESPONSE")

    assert (len(before["messages"]), len(after["messages"])) == (0, 1)


async def test_history_can_be_narrowed_in_time(client: AsyncWebClient, clock: Clock) -> None:
    stamps = []
    for n in range(3):
        stamps.append((await client.chat_postMessage(channel="CRESPONSE", text=str(n)))["ts"])
        clock.advance(60)

    later = await client.conversations_history(channel="CRESPONSE", oldest=stamps[1])
    same = await client.conversations_history(channel="CRESPONSE", oldest=stamps[1], inclusive=True)

    assert [one["text"] for one in later["messages"]] == ["2"]
    assert [one["text"] for one in same["messages"]] == ["2", "1"]


async def test_a_deleted_root_leaves_a_tombstone_over_its_replies(
    client: AsyncWebClient, alice: Person
) -> None:
    root = (await client.chat_postMessage(channel="CRESPONSE", text="root"))["ts"]
    await client.chat_postMessage(channel="CRESPONSE", text="reply", thread_ts=root)

    await client.chat_delete(channel="CRESPONSE", ts=root)

    assert [message.text for message in alice.sees_thread("CRESPONSE", root)] == [
        "This message was deleted.",
        "reply",
    ]
