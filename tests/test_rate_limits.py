"""A storm of messages: what Slack refuses is little, nothing is lost, and nobody else waits for it."""

from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot import outbox
from bot.outbox.rate_limits import AT_ONCE, BETWEEN, CAREFUL, RateLimits
from bot.playground.rate_limit import Bucket
from bot.slack.refusals import seconds_to_wait
from bot.states import Surface
from tests.world import STARTED, TEAM_CHANNEL, Someone, World, shown

POST = "chat.postMessage"
STORM = 200
A_SECOND = 20
MOST_REFUSED = 0.05
MOST_LATE = 1.15


async def want(world: World, number: int, channel_id: str) -> None:
    await world.oops.store.run(
        outbox.say,
        Surface.NOTICE,
        key=f"storm:{number}",
        channel_id=channel_id,
        workspace_id=world.oops.workspace_id,
        now=world.clock(),
        params={"kind": "lead_handed", "by": "UALICE", "number": number},
    )


def refused(world: World) -> int:
    return sum(call.method == POST and call.error == "ratelimited" for call in world.workspace.calls)


def posted(world: World) -> int:
    return sum(call.method == POST and not call.error for call in world.workspace.calls)


@dataclass
class Storm:
    """A sender's turns against Slack's own bucket, in steps of 50 ms: no rows and no network, so that it takes no time."""

    channels: int
    together: int
    posted: int = 0
    refused: int = 0
    limits: RateLimits = field(default_factory=RateLimits)
    slack: dict[str, Bucket] = field(default_factory=dict)

    def run(self) -> float:
        """Return after how many seconds everything is there."""
        now, wanted, waiting = STARTED, 0, deque[str]()
        while self.posted < STORM:
            now += timedelta(seconds=0.05)
            due = min(STORM, int((now - STARTED).total_seconds() * A_SECOND) // self.together * self.together)
            waiting.extend(f"C{number % self.channels}" for number in range(wanted, due))
            wanted = max(wanted, due)
            self._take_turns(waiting, now)
        return (now - STARTED).total_seconds()

    def _take_turns(self, waiting: deque[str], now: datetime) -> None:
        """Start what may be started; all of it is under way before the first answer comes."""
        started: Counter[str] = Counter()
        held_up, most = self.limits.held_up(now), self.limits.at_once(now)
        for channel_id in [waiting.popleft() for _ in range(len(waiting))]:
            if channel_id in held_up or started[channel_id] >= most:
                waiting.append(channel_id)
                continue
            started[channel_id] += 1
            self.limits.note_start(channel_id, now)
        for channel_id in started.elements():
            bucket = self.slack.setdefault(channel_id, Bucket(1, 1))
            if wait := bucket.wait_seconds(now.timestamp()):
                self.refused += 1
                self.limits.note_refusal(channel_id, now, wait_seconds=max(1, round(wait)))
                waiting.appendleft(channel_id)
            else:
                self.posted += 1


@pytest.mark.parametrize("together", [1, 20, 200])
@pytest.mark.parametrize("channels", [1, 5, 10])
def test_in_a_storm_slack_refuses_at_most_one_call_in_twenty(channels: int, together: int) -> None:
    storm = Storm(channels, together)

    took = storm.run()

    assert storm.refused <= STORM * MOST_REFUSED
    assert took <= max(STORM / channels, STORM / A_SECOND) * MOST_LATE + together / A_SECOND + 2


async def test_a_burst_to_one_channel_arrives_whole_and_little_of_it_is_refused(world: World) -> None:
    world.workspace.limiter.channel_burst = 1
    for number in range(8):
        await want(world, number, TEAM_CHANNEL)

    await world.oops.sender.settle()
    while posted(world) < 8:
        world.clock.now += BETWEEN
        await world.oops.sender.settle()

    assert refused(world) <= AT_ONCE


async def test_a_person_does_not_wait_for_what_is_being_sent(world: World, bob: Someone) -> None:
    """Messages to one channel have few connections, and opening a form is never queued behind them."""
    world.workspace.faults.add(POST, "slow", times=100, seconds=1)
    for number in range(10):
        await want(world, number, TEAM_CHANNEL)
    await world.oops.sender.send_due()

    await bob.person.command("CGENERAL", "/oops", "We wrote Tuesday, the run is on Thursday")
    await world.oops.tasks.settle()

    assert posted(world) < AT_ONCE + 1
    assert "report" in bob.view.view["callback_id"]
    world.workspace.faults.clear()
    await world.oops.settle()


async def test_ten_quick_changes_that_wait_are_one_update_with_the_last_state(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.lead")
    world.workspace.faults.add("chat.update", "ratelimited", seconds=5)
    await alice.clicks(world.plan, "case.lead")
    before = updates_of_plan(world)

    for _ in range(5):
        await bob.clicks(world.plan, "case.lead")
        await alice.clicks(world.plan, "case.lead")
    await world.passes(seconds=6)

    assert updates_of_plan(world) - before == 1
    assert "Lead: <@UALICE>" in shown(world.plan)


def updates_of_plan(world: World) -> int:
    about_plan = [call for call in world.workspace.calls if call.args.get("ts") == world.plan.ts]
    return sum(call.method == "chat.update" and not call.error for call in about_plan)


# ---- the arithmetic


def test_nothing_is_slowed_down_until_something_is_refused() -> None:
    limits = RateLimits()

    for _ in range(30):
        limits.note_start("C1", STARTED)

    assert limits.held_up(STARTED) == frozenset()
    assert limits.at_once(STARTED) == AT_ONCE


def test_a_refusal_stops_its_channel_and_makes_the_others_careful() -> None:
    limits = RateLimits()
    limits.note_start("C2", STARTED)

    until = limits.note_refusal("C1", STARTED, wait_seconds=30)

    assert until == STARTED + timedelta(seconds=30)
    assert limits.held_up(STARTED) == {"C1", "C2"}
    assert limits.held_up(STARTED + BETWEEN) == {"C1"}
    assert limits.held_up(until) == frozenset()
    assert limits.at_once(until) == 1
    assert limits.at_once(until + CAREFUL) == AT_ONCE


def test_it_stays_careful_while_messages_wait_for_their_turn() -> None:
    limits, now = RateLimits(), STARTED
    limits.note_refusal("C1", now, wait_seconds=1)

    for _ in range(300):
        now += BETWEEN
        assert limits.held_up(now) == frozenset()
        limits.note_start("C1", now)

    assert limits.is_careful(now + BETWEEN)
    assert not limits.is_careful(now + CAREFUL + BETWEEN)


@pytest.mark.parametrize(
    ("told", "seconds"), [("30", 30), ("Wed, 21 Oct 2026 07:28:00 GMT", 1), ("soon", 1), ("1.5", 1), ("", 1)]
)
def test_a_refusal_that_says_no_seconds_is_waited_for_one(told: str, seconds: int) -> None:
    assert seconds_to_wait(told) == seconds


def test_a_clock_that_was_set_back_leaves_nothing_waiting_for_it() -> None:
    limits = RateLimits()
    limits.note_refusal("C1", STARTED, wait_seconds=3600)

    limits.start_again()

    assert limits.held_up(STARTED - timedelta(hours=1)) == frozenset()
    assert limits.next_opening(STARTED) is None
