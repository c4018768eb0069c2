"""Slack may deliver anything twice, and a person may press again when they saw no answer: it has one effect."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.models import Event
from bot.playground.delivery import Delivery, Reply, Retry
from bot.schedule import next_check_in
from tests.world import TEAM_CHANNEL, Someone, World, shown

BETTER = "The run is on Thursday, not on Tuesday. Sorry for the mix-up."


class Twice:
    """Delivers everything twice at once; the person sees the first answer, ``others`` holds the second ones."""

    def __init__(self, to: Delivery) -> None:
        self._to = to
        self.others: list[Any] = []

    async def deliver(self, kind: str, body: dict[str, Any], retry: Retry | None = None) -> Reply:
        first, second = await asyncio.gather(
            self._to.deliver(kind, body, retry), self._to.deliver(kind, body, retry)
        )
        self.others.append(second.payload)
        return first


class Kept:
    """Delivers, and keeps what was delivered last, so that it can be delivered again."""

    def __init__(self, to: Delivery) -> None:
        self._to = to
        self._last: tuple[str, dict[str, Any]] | None = None

    async def deliver(self, kind: str, body: dict[str, Any], retry: Retry | None = None) -> Reply:
        self._last = kind, body
        return await self._to.deliver(kind, body, retry)

    async def again(self) -> None:
        assert self._last is not None
        await self._to.deliver(*self._last)


@pytest.fixture
def twice(world: World) -> Twice:
    delivery = Twice(world.workspace.delivery)
    world.workspace.delivery = delivery
    return delivery


def timeline(session: Session) -> list[str]:
    return [event.kind for event in session.exec(select(Event).order_by(Event.id))]  # type: ignore[arg-type]


async def happened(world: World) -> list[str]:
    return await world.oops.store.read(timeline)


async def asked_next(world: World) -> datetime:
    due = await world.oops.store.read(next_check_in)
    assert due is not None
    return due


@pytest.mark.usefixtures("twice")
async def test_a_case_is_opened_worked_on_and_flares_up_once(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await bob.clicks(world.draft(), "draft.request_changes")
    await bob.submits(reason="Shorter")
    await alice.edits(world.draft(), BETTER)
    await bob.clicks(world.draft(), "draft.approve")
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.numbers")
    await bob.submits(mentions="3")
    await bob.clicks(world.check_in(), "checkin.flaring")
    await bob.submits(noticed="press")

    assert [kind for kind in await happened(world) if not kind.endswith("_wanted")] == [
        *("case_opened", "plan_made", "changes_requested", "draft_saved", "draft_approved"),
        *("check_in_asked", "numbers_given", "check_in_answered", "facts_changed"),
    ]
    assert sum("found no new facts" in shown(message) for message in world.thread()) == 0
    assert len(alice.told()) == 1
    assert not [heard for heard in bob.hears(TEAM_CHANNEL) if "did not open the form" in heard]


async def test_a_draft_that_was_saved_twice_is_saved_and_nobody_is_told_of_another_text(
    world: World, alice: Someone, twice: Twice
) -> None:
    await alice.reports(should_have_said="Thursday")

    await alice.edits(world.draft(), BETTER)

    assert twice.others[-1] in (None, "", {})


@pytest.mark.parametrize(
    ("button", "answers"),
    [("case.facts", {"noticed": "press"}), ("case.level", {"level": "full_response", "reason": "It grows"})],
)
async def test_a_plan_that_was_changed_twice_is_changed_once_and_both_forms_close(
    world: World, alice: Someone, twice: Twice, button: str, answers: dict[str, str]
) -> None:
    await alice.reports(should_have_said="Thursday")
    await alice.clicks(world.plan, button)

    await alice.submits(**answers)

    assert twice.others[-1] in (None, "", {})
    assert alice.person.views == []
    kinds = await happened(world)
    assert kinds.count("facts_changed") + kinds.count("level_changed") == 1


async def test_a_flare_up_whose_form_is_closed_twice_brings_the_next_check_in_half_as_near(
    world: World, bob: Someone, twice: Twice
) -> None:
    await bob.reports()
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.flaring")
    before = await asked_next(world) - world.clock()

    await bob.closes()

    assert (await asked_next(world) - world.clock()) == before / 2
    assert (await happened(world)).count("check_in_sooner") == 1
    assert twice.others != []


async def test_a_click_that_is_delivered_again_much_later_counts_no_second_reply(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    world.workspace.delivery = kept = Kept(world.workspace.delivery)
    await alice.clicks(world.plan, "case.reply")

    for _ in range(2):
        world.clock.now += timedelta(minutes=1)
        await kept.again()
        await world.oops.settle()

    assert (await happened(world)).count("reply_logged") == 1
    await alice.clicks(world.plan, "case.reply")
    assert (await happened(world)).count("reply_logged") == 2
