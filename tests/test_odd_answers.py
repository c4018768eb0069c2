"""What stands between Slack and us may answer anything: nothing is doubled, lost or left without a word because of it."""

import json
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.slack.refusals import LONGEST_WAIT, seconds_to_wait
from tests.world import TEAM_CHANNEL, Someone, World, action_ids, shown

ODD: dict[str, dict[str, Any]] = {
    "a page": {"body": "<html>Sign in</html>", "headers": {"Content-Type": "text/html"}},
    "nothing": {"body": ""},
    "a word": {"body": "ok", "headers": {"Content-Type": "text/plain"}},
    "a list": {"body": "[1]"},
    "half of it": {"body": '{"ok":true,"ts":'},
    "no more than ok": {"body": '{"ok":true}'},
    "a number for its place": {"body": '{"ok":true,"channel":"CRESPONSE","ts":1700000000.5}'},
    "no letters": {"body": "\x00\x01", "headers": {"Content-Type": "application/json; charset=utf-16"}},
}
"""Answers with status 200 that are not what the method promises."""


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These are Slack's troubles."""
    return sqlite_url


def odd(name: str) -> dict[str, Any]:
    return ODD[name]


@pytest.mark.parametrize("answer", ODD)
async def test_a_plan_that_was_taken_with_an_odd_answer_is_found_and_not_said_again(
    world: World, alice: Someone, answer: str
) -> None:
    world.workspace.faults.add("chat.postMessage", "accept_then_answer", **odd(answer))

    await alice.reports()
    await world.passes(seconds=10)

    assert [bool(message.thread_ts) for message in world.said()].count(False) == 1
    assert "*Public correction*" in shown(world.draft())
    assert alice.told() == []


async def test_a_reply_of_which_slack_does_not_say_that_it_is_one_stays_where_the_plan_is_there(
    world: World, alice: Someone
) -> None:
    spare = {"ok": True, "channel": TEAM_CHANNEL, "ts": "1700000000.000100", "message": {"text": "…"}}
    await alice.reports()
    world.workspace.faults.add("chat.postMessage", "accept_then_answer", body=json.dumps(spare))

    await world.next_check_in()

    assert "checkin.quiet" in action_ids(world.check_in())
    assert "chat.delete" not in {call.method for call in world.workspace.calls}


async def test_a_record_that_was_taken_with_an_odd_answer_is_found_and_not_uploaded_again(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    world.workspace.faults.add("files.completeUploadExternal", "accept_then_answer", **odd("no more than ok"))

    await alice.clicks(world.plan, "case.close")
    await alice.submits()
    for _ in range(2):
        await world.passes(seconds=31)

    names = [world.workspace.files[one].name for message in world.thread() for one in message.files]
    assert len(names) == len(set(names)) == 2


@pytest.mark.parametrize("answer", ["a word", "no more than ok"])
async def test_an_odd_answer_about_a_channel_is_none(world: World, alice: Someone, answer: str) -> None:
    await alice.reports()
    world.workspace.faults.add("conversations.info", "answer", **odd(answer))

    with capture_logs() as logs:
        await world.passes(seconds=45)

    assert [line["event"] for line in logs] == ["channel_not_looked_up"]


@pytest.mark.parametrize("answer", ["a word", "a page", "no letters"])
async def test_a_form_that_was_answered_oddly_is_told_as_slacks_trouble(
    world: World, alice: Someone, answer: str
) -> None:
    await alice.reports()
    world.workspace.faults.add("views.open", "answer", **odd(answer))

    await alice.clicks(world.plan, "case.level")

    assert "Slack is in trouble just now" in alice.hears(TEAM_CHANNEL)[-1]


async def test_a_person_whose_conversation_was_answered_oddly_hears_nothing_and_nothing_breaks(
    world: World, alice: Someone
) -> None:
    world.workspace.faults.add("views.open", "server_error")
    world.workspace.faults.add("conversations.open", "answer", **odd("no more than ok"))

    with capture_logs() as logs:
        await alice.person.shortcut("report_oops")
        await world.oops.settle()

    assert "person_not_told" in [line["event"] for line in logs]


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("7", 7), ("0", 0), ("", 1), ("abc", 1), ("-5", 1), ("1.5", 1), ("9" * 5000, LONGEST_WAIT)],
)
def test_what_slack_says_of_waiting_is_taken_within_reason(told: str, seconds: int) -> None:
    assert seconds_to_wait(told) == seconds


async def test_a_wait_without_end_is_an_hour(world: World, alice: Someone) -> None:
    headers = {"Retry-After": "9" * 30}
    world.workspace.faults.add("chat.postMessage", "answer", status=429, headers=headers)

    await alice.reports()
    await world.passes(hours=1)

    assert "Correct it publicly" in shown(world.plan)
