"""The Events API: who is told what, and Slack's retries."""

import pytest

from bot.playground import events
from bot.playground.delivery import Reply, Retry
from bot.playground.people import Person
from bot.playground.workspace import Workspace
from tests.playground.conftest import Clock, StubApp


async def test_an_event_comes_in_slacks_wrapper(alice: Person, app: StubApp) -> None:
    await alice.opens_home()

    sent = app.last
    assert (sent["kind"], sent["type"], sent["team_id"], sent["api_app_id"]) == (
        "events_api",
        "event_callback",
        "TRIVER",
        "AOOPS",
    )
    assert sent["event"] | {"event_ts": ""} == {
        "type": "app_home_opened",
        "user": "UALICE",
        "channel": "DALICE",
        "tab": "home",
        "event_ts": "",
    }
    assert sent["authorizations"][0]["user_id"] == "UOOPS"


async def test_the_app_hears_of_its_private_channels(alice: Person, app: StubApp) -> None:
    await alice.invites("CRESPONSE", "UCAROL")
    await alice.removes("CRESPONSE", "UCAROL")
    await alice.archives("CRESPONSE")
    await alice.unarchives("CRESPONSE")

    told = [(body["event"]["type"], body["event"]["channel"]) for body in app.received]
    assert told == [
        ("member_joined_channel", "CRESPONSE"),
        ("member_left_channel", "CRESPONSE"),
        ("group_archive", "CRESPONSE"),
        ("group_unarchive", "CRESPONSE"),
    ]


async def test_the_bot_is_told_that_it_was_invited_and_removed(alice: Person, app: StubApp) -> None:
    await alice.removes("CRESPONSE", "UOOPS")
    await alice.invites("CRESPONSE", "UOOPS")

    assert [(body["event"]["type"], body["event"]["user"]) for body in app.received] == [
        ("member_left_channel", "UOOPS"),
        ("member_joined_channel", "UOOPS"),
    ]


async def test_of_channels_it_is_not_in_the_app_hears_nothing(
    alice: Person, app: StubApp, workspace: Workspace
) -> None:
    await alice.removes("CRESPONSE", "UOOPS")
    before = len(app.received)

    await alice.invites("CRESPONSE", "UCAROL")
    await alice.invites("CGENERAL", "UOOPS")

    assert len(app.received) == before
    assert "channels:read" not in workspace.app.scopes


async def test_only_subscribed_events_are_delivered(
    alice: Person, app: StubApp, workspace: Workspace
) -> None:
    workspace.app.events = {"app_uninstalled"}

    await alice.opens_home()

    assert app.received == []


async def test_an_unanswered_event_comes_again_at_once_then_after_one_and_five_minutes(
    alice: Person, app: StubApp, workspace: Workspace, clock: Clock
) -> None:
    app.reply = Reply(acked=False, reason="http_timeout")
    await alice.opens_home()

    tried = []
    for seconds in (0, 59, 1, 299, 1, 3600):
        clock.advance(seconds)
        tried.append(await events.redeliver_due(workspace))

    assert tried == [1, 0, 1, 0, 1, 0]
    assert app.retries == [None, *(Retry(num, "http_timeout") for num in (1, 2, 3))]
    assert len({body["event_id"] for body in app.received}) == 1


async def test_an_answered_retry_is_the_last(
    alice: Person, app: StubApp, workspace: Workspace, clock: Clock
) -> None:
    app.reply = Reply(acked=False, reason="http_error")
    await alice.opens_home()
    app.reply = Reply(acked=True)

    await events.redeliver_due(workspace)

    clock.advance(3600)
    assert await events.redeliver_due(workspace) == 0


async def test_the_app_may_ask_for_no_retry(alice: Person, app: StubApp, workspace: Workspace) -> None:
    app.reply = Reply(acked=False, reason="http_error", is_final=True)

    await alice.opens_home()

    assert await events.redeliver_due(workspace) == 0


async def test_an_event_more_than_two_hours_late_is_dropped(
    alice: Person, app: StubApp, workspace: Workspace, clock: Clock
) -> None:
    app.reply = Reply(acked=False, reason="connection_failed")
    await alice.opens_home()
    clock.advance(7201)

    await events.redeliver_due(workspace)

    assert len(app.received) == 1


async def test_an_event_can_be_delivered_twice(alice: Person, app: StubApp, workspace: Workspace) -> None:
    workspace.faults.duplicate_events = 1

    await alice.opens_home()
    await alice.opens_home()

    ids = [body["event_id"] for body in app.received]
    assert len(ids) == 3
    assert ids[0] == ids[1] != ids[2]


async def test_an_uninstall_kills_the_token_and_is_told(app: StubApp, workspace: Workspace) -> None:
    await events.uninstall(workspace)

    assert workspace.app.is_revoked
    assert [body["event"]["type"] for body in app.received] == ["tokens_revoked", "app_uninstalled"]


@pytest.mark.parametrize("kind", ["tokens_revoked", "app_uninstalled"])
async def test_an_uninstall_is_told_only_as_subscribed(app: StubApp, workspace: Workspace, kind: str) -> None:
    workspace.app.events = {kind}

    await events.uninstall(workspace)

    assert [body["event"]["type"] for body in app.received] == [kind]
