"""Things that go wrong on demand."""

import time

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.people import Person
from bot.playground.workspace import Workspace


async def post(client: AsyncWebClient) -> None:
    await client.chat_postMessage(channel="CRESPONSE", text="a")


async def test_the_next_call_is_told_to_come_later(
    client: AsyncWebClient, workspace: Workspace, alice: Person
) -> None:
    workspace.faults.add("chat.postMessage", "ratelimited", seconds=7)

    with pytest.raises(SlackApiError) as error:
        await post(client)
    await post(client)

    assert (error.value.response.status_code, error.value.response.headers["Retry-After"]) == (429, "7")
    assert len(alice.sees("CRESPONSE")) == 1


async def test_the_server_fails_and_nothing_is_done(
    client: AsyncWebClient, workspace: Workspace, alice: Person
) -> None:
    workspace.faults.add("*", "server_error", times=2)

    for _ in range(2):
        with pytest.raises(SlackApiError) as error:
            await post(client)
        assert error.value.response.status_code == 500

    assert alice.sees("CRESPONSE") == []


async def test_a_message_is_stored_and_the_answer_lost(
    client: AsyncWebClient, workspace: Workspace, alice: Person
) -> None:
    workspace.faults.add("chat.postMessage", "accept_then_drop")

    with pytest.raises(aiohttp.ServerDisconnectedError):
        await post(client)

    assert len(alice.sees("CRESPONSE")) == 1


async def test_a_connection_is_lost_before_anything_is_done(
    client: AsyncWebClient, workspace: Workspace, alice: Person
) -> None:
    workspace.faults.add("chat.postMessage", "drop")

    with pytest.raises(aiohttp.ServerDisconnectedError):
        await post(client)

    assert alice.sees("CRESPONSE") == []


async def test_an_answer_is_late_but_the_message_is_there(
    client: AsyncWebClient, workspace: Workspace, alice: Person
) -> None:
    workspace.faults.add("chat.postMessage", "slow", seconds=0.05)
    started = time.monotonic()

    await post(client)

    assert time.monotonic() - started >= 0.05
    assert len(alice.sees("CRESPONSE")) == 1


async def test_a_named_error_is_answered(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.faults.add("chat.postMessage", "error", error="fatal_error")

    with pytest.raises(SlackApiError, match="fatal_error"):
        await post(client)

    assert workspace.refusals == []


async def test_whatever_is_given_goes_back_after_the_message_was_stored(
    client: AsyncWebClient, workspace: Workspace, alice: Person
) -> None:
    workspace.faults.add("chat.postMessage", "accept_then_answer", body='{"ok":true}')
    workspace.faults.add(
        "chat.postMessage", "answer", status=503, body="<html>", headers={"Content-Type": "text/html"}
    )

    answer = await client.chat_postMessage(channel="CRESPONSE", text="a")
    with pytest.raises(SlackApiError) as error:
        await post(client)

    assert answer.data == {"ok": True}
    assert error.value.response.status_code == 503
    assert len(alice.sees("CRESPONSE")) == 1


async def test_other_methods_are_left_alone(client: AsyncWebClient, workspace: Workspace) -> None:
    workspace.faults.add("chat.update", "server_error")

    await post(client)

    assert workspace.calls[-1].error == ""


def test_an_unknown_fault_is_refused(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="There is no fault 'fire'"):
        workspace.faults.add("*", "fire")
