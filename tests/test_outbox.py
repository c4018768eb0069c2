"""What is said in Slack: once, in order, and in the end, whatever the network and the channel do."""

import asyncio
import threading
from datetime import datetime
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlmodel import Session

from bot import outbox
from bot.sender import FEW_IN_FLIGHT, Sender
from bot.states import Surface
from tests.said import POST, calls, everything_is_looked_for, plans, times_said
from tests.world import TEAM_CHANNEL, Someone, World, action_ids, shown


async def test_a_plan_whose_answer_was_lost_is_found_and_not_said_again(world: World, alice: Someone) -> None:
    world.workspace.faults.add(POST, "accept_then_drop")

    await alice.reports()
    assert world.thread() == []  # nothing overtakes the root
    await world.passes(seconds=10)

    assert len(plans(world)) == 1
    assert "*Public correction*" in shown(world.draft())
    assert "|open it>" in shown(alice.view)  # the answer has its link although the plan was found, not said


@pytest.mark.parametrize("fault", ["server_error", "drop", "no_json"])
async def test_what_did_not_arrive_is_looked_for_twice_then_said(
    world: World, alice: Someone, fault: str
) -> None:
    world.workspace.faults.add(POST, fault)

    await alice.reports()
    await world.passes(seconds=10)
    assert plans(world) == []
    await world.passes(seconds=30)

    assert len(plans(world)) == 1
    assert calls(world, "conversations.history") == 2


async def test_a_reply_whose_answer_was_lost_is_found_in_its_thread(world: World, alice: Someone) -> None:
    await alice.reports()
    world.workspace.faults.add(POST, "accept_then_drop")

    await world.next_check_in()
    await everything_is_looked_for(world)

    assert times_said(world, "Has it died down?") == 1


async def test_a_history_that_lags_behind_leads_to_no_double(world: World, alice: Someone) -> None:
    world.workspace.app.history_lag_seconds = 25
    world.workspace.faults.add(POST, "server_error")
    world.workspace.faults.add(POST, "accept_then_drop")

    await alice.reports()
    for _ in range(2):
        await everything_is_looked_for(world)

    assert len(plans(world)) == 1
    assert calls(world, POST, "server_error") == 1


async def test_a_call_that_takes_too_long_is_given_up_and_looked_for(world: World, alice: Someone) -> None:
    impatient = AsyncWebClient(
        token=world.workspace.app.bot_token, base_url=world.server.api_url, timeout=1, retry_handlers=[]
    )
    sender = Sender(world.oops.store, impatient, world.clock)
    world.workspace.faults.add(POST, "slow", seconds=2)
    await alice.types("We wrote Tuesday, the run is on Thursday")
    await alice.fills(channel="x", mistake="typo", harm="none", noticed="a_few", undo="edit")

    await alice.person.submit()
    await sender.settle()
    await everything_is_looked_for(world)

    assert len(plans(world)) == 1


async def test_a_refused_channel_waits_as_long_as_slack_says_and_others_do_not(
    world: World, alice: Someone
) -> None:
    world.workspace.faults.add(POST, "ratelimited", seconds=7)
    await alice.reports()

    await world.oops.store.run(notice_to, "UBOB", world.oops.workspace_id, now=world.clock())
    await world.passes(seconds=6)
    assert plans(world) == []
    assert len(world.person("UBOB").told()) == 1
    await world.passes(seconds=1)

    assert len(plans(world)) == 1


async def report_where_one_message_a_second_is_taken(world: World, *people: Someone) -> None:
    world.workspace.limiter.channel_burst = 1
    for someone in people:
        await someone.reports()
    for _ in range(10):
        await world.passes(seconds=1)


async def test_a_burst_that_slack_refuses_arrives_whole_and_in_order(
    world: World, alice: Someone, bob: Someone
) -> None:
    await report_where_one_message_a_second_is_taken(world, alice, bob)

    assert len(plans(world)) == 2
    for plan in plans(world):
        thread = [shown(message).split("*")[1] for message in world.thread(plan)]
        assert thread[0] == "Public correction"
        assert len(thread) == len(set(thread)) > 1
    assert calls(world, POST, "ratelimited") <= 3  # not all of them again every second


async def test_where_only_one_message_a_second_is_taken_the_next_plan_goes_before_earlier_drafts(
    world: World, alice: Someone, bob: Someone
) -> None:
    await report_where_one_message_a_second_is_taken(world, alice, bob)

    is_draft = [bool(message.thread_ts) for message in world.said()]
    assert is_draft[:2] == [False, False]
    assert len(is_draft) > 4


async def test_while_people_wait_in_line_only_little_is_said(sqlite_url: str) -> None:
    world = World(sqlite_url)
    await world.start()
    store, release = world.oops.store, threading.Event()
    for number in range(FEW_IN_FLIGHT + 2):
        await store.run(notice_to, f"U{number}", world.oops.workspace_id, now=world.clock())
    waiting = [asyncio.create_task(store.run(lambda _: release.wait()))]
    waiting += [asyncio.create_task(store.run(lambda _: True)) for _ in range(40)]
    await asyncio.sleep(0)

    sending = asyncio.create_task(world.oops.sender.send_due())
    await asyncio.sleep(0)
    release.set()
    claimed = await sending
    await asyncio.gather(*waiting)

    assert claimed == FEW_IN_FLIGHT
    assert await world.oops.sender.send_due() == 2
    await world.oops.settle()
    await world.stop()


def notice_to(session: Session, user_id: str, workspace_id: int, *, now: datetime) -> None:
    outbox.say(
        session,
        Surface.NOTICE,
        key=f"to:{user_id}",
        channel_id=user_id,
        workspace_id=workspace_id,
        now=now,
        params={"kind": "lead_handed", "by": "UALICE", "number": 1},
    )


async def test_ten_quick_changes_are_few_updates_and_the_last_one_stands(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.lead")
    before = calls(world, "chat.update")

    for _ in range(5):
        await alice.person.clicks(world.plan, "case.lead")
        await bob.person.clicks(world.plan, "case.lead")
    await world.oops.settle()

    assert calls(world, "chat.update") - before <= 2
    assert "Lead: <@UBOB>" in shown(world.plan)
    assert times_said(world, "leads this case now") == 11


async def test_an_update_that_failed_is_made_again(world: World, alice: Someone) -> None:
    await alice.reports()
    world.workspace.faults.add("chat.update", "server_error")
    world.workspace.faults.add("chat.update", "accept_then_drop")

    await alice.clicks(world.plan, "case.lead")
    for seconds in (2, 4):
        await world.passes(seconds=seconds)

    assert "Lead: <@UALICE>" in shown(world.plan)
    assert times_said(world, "leads this case now") == 1


class HeldUp(AsyncWebClient):
    """A client whose process stands still right before it has a message drawn again; ``fails``: it hears no answer afterwards."""

    fails = False

    def __init__(self, world: World) -> None:
        super().__init__(token=world.workspace.app.bot_token, base_url=world.server.api_url)
        self.stands_still, self.goes_on = asyncio.Event(), asyncio.Event()

    async def chat_update(self, **content: Any) -> Any:
        self.stands_still.set()
        await self.goes_on.wait()
        answer = await super().chat_update(**content)
        if self.fails:
            raise TimeoutError
        return answer


@pytest.mark.parametrize("fails", [False, True])
async def test_an_update_of_a_process_that_stood_still_does_not_stand_over_a_newer_one(
    world: World, alice: Someone, bob: Someone, fails: bool
) -> None:
    await alice.reports()
    await alice.clicks(world.plan, "case.lead")
    client = HeldUp(world)
    client.fails = fails
    held_up = Sender(world.oops.store, client, world.clock)
    await bob.person.clicks(world.plan, "case.lead")
    sending = asyncio.create_task(held_up.settle())
    await client.stands_still.wait()
    await world.passes(seconds=61)  # its lease is over
    await alice.clicks(world.plan, "case.lead")
    before = shown(world.plan)

    client.goes_on.set()
    await sending
    await world.oops.settle()

    assert "Lead: <@UALICE>" in before
    assert "Lead: <@UALICE>" in shown(world.plan)


async def test_what_changed_while_a_message_could_not_be_looked_for_is_shown_when_it_is_found(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    world.workspace.faults.add(POST, "accept_then_drop")
    await world.next_check_in()
    asked = world.check_in()
    await alice.clicks(asked, "checkin.quiet")

    await bob.person.removes(TEAM_CHANNEL, "UOOPS")
    await world.passes(minutes=1)
    await bob.person.invites(TEAM_CHANNEL, "UOOPS")
    await everything_is_looked_for(world)

    assert "*It has died down*, says <@UALICE>" in shown(asked)


async def test_a_question_that_waited_is_not_asked_in_a_closed_case(world: World, alice: Someone) -> None:
    await alice.reports()
    world.workspace.faults.add(POST, "ratelimited", seconds=60)
    await world.next_check_in()

    await alice.clicks(world.plan, "case.close")
    assert await alice.submits() == {}
    for _ in range(4):  # one message a second after a refusal
        await world.passes(seconds=60)

    assert times_said(world, "Has it died down?") == 0
    assert times_said(world, "Record of OOPS-1") == 1


async def test_a_draft_that_was_replaced_before_it_was_seen_is_not_posted(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.removes(TEAM_CHANNEL, "UOOPS")
    await alice.reports(should_have_said="Thursday")
    await bob.person.invites(TEAM_CHANNEL, "UOOPS")
    world.workspace.faults.add(POST, "ratelimited", seconds=5)
    await world.oops.settle()
    assert plans(world) == []

    await world.passes(seconds=5)

    drafts = [message for message in world.thread() if "draft.approve" in action_ids(message)]
    assert len(drafts) == len({shown(message).split("*")[1] for message in drafts})


async def test_a_plan_in_a_direct_message_comes_once_after_a_refusal(database_url: str) -> None:
    world = World(database_url, settings={"oops_response_channel": ""})
    await world.start()
    alice = world.person("UALICE")
    world.workspace.faults.add("conversations.open", "server_error")

    await alice.reports()
    await world.passes(seconds=10)

    assert sum("Correct it publicly" in told and "Why" in told for told in alice.told()) == 1
    await world.stop()


async def test_what_slack_would_not_take_is_tried_again_after_a_start(world: World, alice: Someone) -> None:
    world.workspace.faults.add(POST, "error", error="restricted_action")
    await alice.reports()
    assert plans(world) == []
    assert "OOPS-1" in alice.told()[0]

    await world.restart_bot()
    await world.oops.settle()

    assert len(plans(world)) == 1
    assert "*Public correction*" in shown(world.draft())
