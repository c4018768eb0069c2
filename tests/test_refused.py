"""What Slack refuses for a while, for good, or because somebody has deleted something: nothing is lost, and nobody asks it too often."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.models import SlackChannel, Workspace
from bot.playground import events
from bot.playground.state import Message, User
from tests.many_cases import add_case
from tests.world import STARTED, TEAM_CHANNEL, Someone, World, action_ids, shown

POST = "chat.postMessage"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These are Slack's troubles."""
    return sqlite_url


def calls(world: World, *methods: str) -> int:
    return sum(call.method in methods for call in world.workspace.calls)


def plans(world: World) -> list[Message]:
    return [message for message in world.said() if not message.thread_ts]


async def test_a_plan_that_is_deleted_while_its_drafts_are_posted_is_posted_anew_and_they_stand_below_it(
    world: World, alice: Someone
) -> None:
    world.workspace.limiter.channel_burst = 1  # so that the plan stands alone for a second
    await alice.reports()
    (deleted,) = plans(world)
    world.workspace.erase(deleted)

    for _ in range(10):
        await world.passes(seconds=2)

    (plan,) = plans(world)
    assert plan.ts != deleted.ts
    drafts = [message for message in world.thread(plan) if "draft.approve" in action_ids(message)]
    kinds = [shown(message).split("*")[1] for message in drafts]
    assert sorted(kinds) == sorted(set(kinds)) == ["Public correction", "Reply if asked"]
    assert alice.told() == []


@pytest.mark.parametrize("code", ["thread_not_found", "cannot_reply_to_message"])
async def test_a_thread_that_slack_refuses_for_good_is_told_and_not_tried_for_ever(
    world: World, alice: Someone, code: str
) -> None:
    await alice.reports()
    before = calls(world, POST)
    world.workspace.app.refuses_replies_with = code

    await world.next_check_in()
    for _ in range(3):
        await world.passes(minutes=1)

    assert calls(world, POST) - before < 10
    assert f"({code})" in alice.told()[0]


async def test_what_may_not_be_looked_for_is_told_and_holds_nothing_up(world: World, alice: Someone) -> None:
    world.workspace.faults.add(POST, "server_error")
    world.workspace.faults.add("conversations.history", "error", error="missing_scope")
    await alice.reports()
    await world.passes(seconds=10)
    (told,) = alice.told()
    assert "(missing_scope)" in told
    assert "/invite" not in told

    await world.oops.try_failed_again()
    for _ in range(2):
        await world.passes(seconds=31)

    assert len(plans(world)) == 1


async def test_a_look_up_that_came_too_soon_waits_as_long_as_slack_says(world: World, alice: Someone) -> None:
    world.workspace.faults.add(POST, "server_error")
    world.workspace.faults.add("conversations.history", "ratelimited", seconds=300)
    await alice.reports()
    await world.passes(seconds=10)

    for _ in range(9):
        await world.passes(seconds=31)
    waited = calls(world, "conversations.history")
    for _ in range(3):
        await world.passes(seconds=31)

    assert waited == 1
    assert len(plans(world)) == 1


async def test_what_slack_refused_is_tried_again_within_an_hour_and_the_advice_is_no_invitation(
    world: World, alice: Someone
) -> None:
    world.workspace.faults.add(POST, "error", error="message_limit_exceeded")
    await alice.reports()
    before = plans(world)

    await world.oops.try_failed_again()
    await world.oops.settle()

    assert before == []
    assert len(plans(world)) == 1
    (told,) = alice.told()
    assert "(message_limit_exceeded)" in told
    assert "/invite" not in told
    assert "`oops doctor` says more" in told


@pytest.mark.parametrize("code", ["restricted_action", "restricted_action_read_only_channel"])
async def test_where_only_some_may_write_people_hear_what_lets_oops_write(
    world: World, alice: Someone, bob: Someone, code: str
) -> None:
    world.workspace.faults.add(POST, "error", error=code)
    await alice.reports()
    await world.oops.try_failed_again()
    await world.oops.settle()
    await bob.clicks(world.plan, "case.lead")
    world.workspace.faults.add(POST, "error", error=code)
    await world.next_check_in()

    assert "only some people may write in" in alice.told()[0]
    assert "_Posting permissions_" in alice.told()[0]
    assert "Only some people may write in" in bob.told()[-1]
    assert "(restricted" not in "".join([*alice.told(), *bob.told()])


def is_active(session: Session) -> bool:
    return session.exec(select(Workspace)).one().is_active


@pytest.mark.parametrize(
    "event", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"oauth": ["UALICE"]}}]
)
async def test_an_uninstallation_that_is_told_after_the_next_installation_ends_nothing(
    world: World, alice: Someone, event: dict[str, Any]
) -> None:
    await events.emit(world.workspace, event)
    await world.oops.settle()

    await alice.reports()

    assert len(plans(world)) == 1


async def test_an_uninstallation_ends_all_calls(world: World, alice: Someone) -> None:
    await alice.reports()
    await events.uninstall(world.workspace)
    await world.oops.settle()
    asked = len(world.workspace.calls)

    for _ in range(3):
        await world.passes(minutes=1)

    assert not await world.oops.store.read(is_active)
    assert {call.method for call in world.workspace.calls[asked:]} == {"auth.test"}
    assert len(world.workspace.calls) == asked + 3


async def test_a_token_that_slack_takes_again_goes_on_without_a_start(world: World, alice: Someone) -> None:
    world.workspace.faults.add(POST, "error", error="invalid_auth")
    await alice.reports()
    ended = plans(world)

    await world.passes(seconds=45)

    assert ended == []
    assert len(plans(world)) == 1
    assert "*Public correction*" in shown(world.draft())


async def test_while_slack_is_down_a_message_is_drawn_again_less_and_less_often(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    before = calls(world, "chat.update")
    world.workspace.faults.add("chat.update", "server_error", times=999)

    await alice.clicks(world.plan, "case.lead")
    for _ in range(60):
        world.clock.now += timedelta(seconds=5)
        await world.oops.sender.settle()
    asked = calls(world, "chat.update") - before
    world.workspace.faults.clear()
    await world.passes(minutes=1)

    assert asked <= 15
    assert "Lead: <@UALICE>" in shown(world.plan)


def open_elsewhere(session: Session) -> None:
    add_case(session, 2, now=STARTED, channel_id="CSECRET")


def checked_at(session: Session) -> dict[str, datetime]:
    return {row.channel_id: row.checked_at for row in session.exec(select(SlackChannel))}


async def test_of_more_channels_than_slack_lets_us_ask_about_each_has_its_turn(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    await world.oops.store.run(open_elsewhere)
    world.workspace.limiter.per_minute["conversations.info"] = 1
    before = calls(world, "conversations.info")

    for _ in range(4):
        await world.passes(minutes=1)

    seen = await world.oops.store.read(checked_at)
    assert max(seen.values()) - min(seen.values()) == timedelta(minutes=1)
    assert calls(world, "conversations.info") - before <= 8


async def test_app_home_is_drawn_when_slack_takes_it_again_and_shows_nothing_of_a_channel_that_was_left(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    before = shown(await bob.opens_home())
    world.workspace.faults.add("views.publish", "server_error")

    await alice.person.removes(TEAM_CHANNEL, bob.id)
    await world.oops.settle()
    await world.passes(seconds=45)

    assert "OOPS-1" in before
    assert "OOPS-1" not in shown(bob.person.home)


async def test_somebody_of_another_workspace_whom_slack_does_not_show_holds_up_nobody(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.save(User("UDAVE", "dave", "Dave", team_id="TOTHER"))
    await alice.person.invites(TEAM_CHANNEL, "UDAVE")
    world.workspace.app.sees_strangers = False
    await alice.reports()

    await world.passes(minutes=2)
    await bob.clicks(world.plan, "case.lead")

    assert "Lead: <@UBOB>" in shown(world.plan)
