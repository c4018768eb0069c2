"""The offer to close: made when it has died down, over once something new comes, and the one last look that can be planned instead."""

import pytest
from sqlmodel import Session, select

from bot.event_kinds import EventKind
from bot.models import Event
from bot.schedule import next_check_in
from tests.handlers.check_ins import check_ins, planned_next
from tests.handlers.offers import offer_to_close, quiet_until_offered
from tests.world import Someone, World, action_ids, shown


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")


@pytest.mark.usefixtures("reported")
async def test_a_quiet_day_offers_to_close(world: World, bob: Someone) -> None:
    await quiet_until_offered(world, bob)

    hours = (world.clock().timestamp() - float(world.plan.ts)) / 3600
    assert hours >= 23.9


def offers(world: World) -> list[str]:
    return [shown(m) for m in world.thread() if "close it" in shown(m) or "case.close_now" in action_ids(m)]


@pytest.mark.usefixtures("reported")
async def test_a_late_answer_to_an_older_check_in_offers_nothing_while_a_newer_one_waits(
    world: World, bob: Someone
) -> None:
    await world.passes(hours=30)
    older = world.check_in()
    buttons = older.blocks
    await world.next_check_in()
    older.blocks = buttons  # as Bob saw it

    await bob.clicks(older, "checkin.quiet")

    assert "It has died down" in shown(older)
    assert offers(world) == []


@pytest.mark.usefixtures("reported")
async def test_an_offer_that_had_to_wait_is_not_made_once_it_was_asked_again(
    world: World, bob: Someone
) -> None:
    await world.passes(hours=30)
    world.workspace.faults.add("chat.postMessage", "ratelimited", seconds=600)
    await bob.clicks(world.check_in(), "checkin.quiet")
    waiting = offers(world)

    await world.next_check_in()
    await world.passes(minutes=10)

    assert "checkin.quiet" in action_ids(world.check_in())
    assert (waiting, offers(world)) == ([], [])


@pytest.mark.usefixtures("reported")
async def test_one_last_look_comes_in_three_days(world: World, bob: Someone) -> None:
    await quiet_until_offered(world, bob)
    offer = offer_to_close(world)

    await bob.clicks(offer, "case.last_look")
    planned = await planned_next(world)
    assert [planned in words for words in check_ins(world) if "Planned next" in words] == [True]
    await world.passes(days=2, hours=23)
    assert not any("checkin.quiet" in action_ids(m) for m in world.thread())
    await world.passes(hours=1)
    await bob.clicks(world.check_in(), "checkin.quiet")

    offers = [m for m in world.thread() if "case.close_now" in action_ids(m)]
    assert len(offers) == 1


@pytest.mark.usefixtures("reported")
async def test_the_last_look_says_that_it_is_the_last_and_then_the_case_can_only_be_closed(
    world: World, alice: Someone, bob: Someone
) -> None:
    await quiet_until_offered(world, bob)
    offer = offer_to_close(world)
    buttons = offer.blocks
    await bob.clicks(offer, "case.last_look")

    await world.passes(days=3)
    asked = shown(world.check_in())
    await bob.clicks(world.check_in(), "checkin.quiet")
    last = [m for m in world.thread() if "case.close_now" in action_ids(m)][-1]

    assert asked.startswith("*The last look: has it died down for good?* OOPS-1")
    assert "Next check-in" not in asked
    assert "The last look at OOPS-1 has come" in shown(offer)
    assert "case.last_look" not in action_ids(last)
    assert "*The last look was taken, and it has died down, says <@UBOB>.*" in shown(last)
    offer.blocks = buttons  # as Alice saw it first
    await alice.clicks(offer, "case.last_look")
    assert "The one last look at OOPS-1 was taken." in alice.hears("CRESPONSE")[-1]


@pytest.mark.usefixtures("reported")
async def test_a_last_look_that_is_put_off_stays_the_last(world: World, bob: Someone) -> None:
    await quiet_until_offered(world, bob)
    await bob.clicks(offer_to_close(world), "case.last_look")
    await world.passes(days=3)

    await bob.clicks(world.check_in(), "checkin.snooze")
    await world.passes(hours=1)

    assert shown(world.check_in()).startswith("*The last look: has it died down for good?*")


@pytest.mark.usefixtures("reported")
async def test_what_simmers_at_the_last_look_has_another_one_later(world: World, bob: Someone) -> None:
    await quiet_until_offered(world, bob)
    await bob.clicks(offer_to_close(world), "case.last_look")
    await world.passes(days=3)

    await bob.clicks(world.check_in(), "checkin.simmering")
    await quiet_until_offered(world, bob)

    assert "case.last_look" in action_ids(offer_to_close(world))


@pytest.mark.usefixtures("reported")
async def test_an_offer_to_close_says_who_saw_what_when_and_what_is_still_to_be_done(
    world: World, alice: Someone, bob: Someone
) -> None:
    await world.next_check_in()
    await alice.clicks(world.check_in(), "checkin.simmering")
    await world.passes(days=3)
    await bob.clicks(world.check_in(), "checkin.quiet")
    offered = shown(offer_to_close(world))
    await bob.clicks(world.draft(), "draft.approve")
    approved = shown(offer_to_close(world))
    await alice.publishes(world.draft())

    assert "quiet for a day" not in offered
    assert "*It has died down, says <@UBOB>.* <@UALICE> had said <!date^" in offered
    assert "it is still simmering, and nobody has looked in between." in offered
    assert (
        "*Still open:* 5 tasks (among them “Delete it.”) and the public correction, which is neither approved nor out."
        in offered
    )
    assert "the public correction, which is approved and not out" in approved
    assert "*Still open:* 4 tasks (among them" in shown(offer_to_close(world))


async def last_looks(world: World) -> int:
    def planned(session: Session) -> int:
        return len(session.exec(select(Event).where(Event.kind == EventKind.LAST_LOOK_PLANNED)).all())

    return await world.oops.store.read(planned)


@pytest.mark.usefixtures("reported")
async def test_two_people_plan_the_last_look_at_once_and_one_is_told(
    world: World, alice: Someone, bob: Someone
) -> None:
    await quiet_until_offered(world, bob)
    offer = offer_to_close(world)
    buttons = offer.blocks
    await bob.clicks(offer, "case.last_look")
    offer.blocks = buttons  # as Alice saw it

    await alice.clicks(offer, "case.last_look")

    assert "<@UBOB> has already planned one last look" in alice.hears("CRESPONSE")[-1]
    assert await last_looks(world) == 1


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (None, "was asked about again after that offer"),
        ("checkin.flaring", "OOPS-1 is no longer quiet"),
        ("checkin.snooze", "OOPS-1 is no longer quiet"),
    ],
)
async def test_an_offer_that_is_over_plans_no_last_look(
    world: World, alice: Someone, bob: Someone, answer: str | None, told: str
) -> None:
    await quiet_until_offered(world, bob)
    offer = offer_to_close(world)
    buttons = offer.blocks
    await world.next_check_in()
    if answer:
        await bob.clicks(world.check_in(), answer)
    planned = await world.oops.store.read(next_check_in)
    offer.blocks = buttons  # as Alice saw it

    await alice.clicks(offer, "case.last_look")

    assert told in alice.hears("CRESPONSE")[-1]
    assert await world.oops.store.read(next_check_in) == planned
    assert await last_looks(world) == 0


@pytest.mark.usefixtures("reported")
async def test_new_facts_end_the_last_look_and_the_offer(world: World, bob: Someone) -> None:
    await quiet_until_offered(world, bob)
    offer = offer_to_close(world)
    await bob.clicks(offer, "case.last_look")

    await bob.clicks(world.plan, "case.facts")
    await bob.submits(noticed="press", harm="offence")

    assert action_ids(offer) == []
    assert "OOPS-1 goes on: something new came after this offer to close it." in shown(offer)
