"""Check-ins: asked when due, answered once, put off, reminded of, and the offer to close."""

import pytest
from sqlmodel import Session, select

from bot.event_kinds import EventKind
from bot.models import Event
from bot.playground.state import Message
from bot.schedule import next_check_in
from messages.texts import when
from tests.handlers.offers import offer_to_close, quiet_until_offered
from tests.world import Someone, World, action_ids, shown


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")


def check_ins(world: World) -> list[str]:
    return [shown(m) for m in world.thread() if "check-in" in shown(m).lower() and "OOPS-1" in shown(m)]


@pytest.mark.usefixtures("reported")
async def test_a_check_in_is_asked_once_when_it_is_due(world: World) -> None:
    await world.passes(minutes=19)
    assert check_ins(world) == []

    await world.passes(minutes=1)
    await world.passes(seconds=5)

    assert len(check_ins(world)) == 1
    assert "Has it died down?" in check_ins(world)[0]


@pytest.mark.usefixtures("reported")
async def test_an_answer_takes_the_buttons_away_and_says_who(world: World, bob: Someone) -> None:
    await world.next_check_in()
    message = world.check_in()

    await bob.clicks(message, "checkin.simmering")

    assert action_ids(message) == []
    assert "<@UBOB>" in shown(message)


@pytest.mark.usefixtures("reported")
async def test_two_people_answer_at_once_and_one_is_told(world: World, alice: Someone, bob: Someone) -> None:
    await world.next_check_in()
    message = world.check_in()
    before = message.blocks
    await bob.clicks(message, "checkin.quiet")
    message.blocks = before

    await alice.clicks(message, "checkin.flaring")

    assert "<@UBOB> has already answered" in alice.hears("CRESPONSE")[-1]


@pytest.mark.usefixtures("reported")
async def test_quiet_skips_the_next_time(world: World, bob: Someone) -> None:
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.quiet")

    await world.passes(minutes=41)
    assert len(check_ins(world)) == 1
    await world.passes(hours=2)

    assert len(check_ins(world)) == 2


@pytest.mark.usefixtures("reported")
async def test_snooze_asks_again_in_an_hour(world: World, bob: Someone) -> None:
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.snooze")

    await world.passes(minutes=59)
    assert not any("checkin.quiet" in action_ids(m) for m in world.thread())
    await world.passes(minutes=1)

    assert "checkin.quiet" in action_ids(world.check_in())


@pytest.mark.usefixtures("reported")
async def test_check_ins_are_counted_as_they_are_asked(world: World, bob: Someone) -> None:
    """What is put off, or planned anew after new facts, leaves no number out."""
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.snooze")
    await world.next_check_in()
    assert "check-in 2" in shown(world.check_in())

    await bob.clicks(world.check_in(), "checkin.flaring")
    await bob.submits(noticed="press", harm="offence")
    await world.next_check_in()

    assert "check-in 3" in shown(world.check_in())


@pytest.mark.usefixtures("reported")
async def test_a_flare_up_is_recorded_and_asks_for_new_facts(world: World, bob: Someone) -> None:
    await world.next_check_in()
    message = world.check_in()

    await bob.clicks(message, "checkin.flaring")

    assert "flaring" in shown(message)
    assert bob.view.callback_id == "case_facts"
    assert "It is flaring up." in shown(bob.view)

    errors = await bob.submits(noticed="press", harm="offence")

    assert errors == {}
    assert any("New plan" in shown(m) for m in world.thread())


@pytest.mark.usefixtures("reported")
async def test_where_the_form_after_a_flare_up_does_not_open_whoever_pressed_hears_what_to_press_and_it_is_asked_sooner(
    world: World, bob: Someone
) -> None:
    await world.next_check_in()
    world.workspace.faults.add("views.open", "error", error="expired_trigger_id")

    await bob.clicks(world.check_in(), "checkin.flaring")
    await world.passes(minutes=20)

    assert "Press “New facts” in the plan" in bob.hears("CRESPONSE")[-1]
    assert "checkin.quiet" in action_ids(world.check_in())


@pytest.mark.usefixtures("reported")
async def test_closing_the_form_after_a_flare_up_asks_sooner(world: World, bob: Someone) -> None:
    await world.next_check_in()
    message = world.check_in()
    await bob.clicks(message, "checkin.flaring")
    before = shown(message)

    await bob.closes()
    assert "Planned next" in before
    assert shown(message) != before
    await world.passes(minutes=20)

    assert "checkin.quiet" in action_ids(world.check_in())


@pytest.mark.usefixtures("reported")
async def test_an_unanswered_check_in_is_reminded_of_without_buttons(world: World, alice: Someone) -> None:
    await alice.clicks(world.plan, "case.lead")
    await world.passes(hours=3)

    await world.passes(minutes=30)
    reminders = [m for m in world.thread() if "unanswered" in shown(m)]

    assert len(reminders) == 1
    assert "<@UALICE>" in shown(reminders[0])
    assert action_ids(reminders[0]) == []


@pytest.mark.usefixtures("reported")
async def test_a_late_check_in_comes_once_and_says_how_late(world: World) -> None:
    await world.passes(days=3)
    await world.passes(seconds=1)

    asked = [m for m in world.thread() if "checkin.quiet" in action_ids(m)]
    assert len(asked) == 1
    assert "due" in shown(asked[0])
    assert "ago" in shown(asked[0])


@pytest.mark.usefixtures("reported")
async def test_a_late_answer_shows_in_the_check_in_that_was_asked_meanwhile(
    world: World, bob: Someone
) -> None:
    await world.next_check_in()
    older = world.check_in()
    buttons = older.blocks
    await world.next_check_in()
    older.blocks = buttons  # as Bob saw it

    await bob.clicks(older, "checkin.simmering")

    assert "Last time, <@UBOB>: It is still simmering" in shown(world.check_in())


async def two_unanswered(world: World) -> tuple[Message, Message]:
    """Let two check-ins be asked, and return them."""
    await world.next_check_in()
    older = world.check_in()
    await world.next_check_in()
    return older, world.check_in()


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize("answer", ["checkin.quiet", "checkin.snooze"])
async def test_an_answer_counts_for_the_older_check_ins_too(world: World, bob: Someone, answer: str) -> None:
    older, newer = await two_unanswered(world)

    await bob.clicks(newer, answer)

    assert action_ids(older) == []
    assert "Check-in 1 of OOPS-1 is over: check-in 2 has overtaken it." in shown(older)
    assert "Has it died down?" not in shown(await bob.opens_home())


async def planned_next(world: World) -> str:
    """Return the words that name the next check-in."""
    due = await world.oops.store.read(next_check_in)
    assert due is not None
    return f"Planned next: {when(due)}."


@pytest.mark.usefixtures("reported")
async def test_only_the_last_answer_names_the_next_check_in(world: World, bob: Someone) -> None:
    older, newer = await two_unanswered(world)
    await bob.clicks(older, "checkin.simmering")
    before = shown(older)

    await bob.clicks(newer, "checkin.quiet")

    assert "Planned next" in before
    assert "Planned next" not in shown(older)
    assert await planned_next(world) in shown(newer)


@pytest.mark.usefixtures("reported")
async def test_a_flare_up_that_was_answered_late_names_the_check_in_that_is_planned_now(
    world: World, bob: Someone
) -> None:
    older, newer = await two_unanswered(world)
    await bob.clicks(older, "checkin.flaring")

    await bob.closes()

    assert await planned_next(world) in shown(older)
    assert (await planned_next(world)).removeprefix("Planned next: ").removesuffix(".") in shown(newer)


@pytest.mark.usefixtures("reported")
async def test_an_answer_names_no_next_check_in_once_the_case_is_closed(world: World, bob: Someone) -> None:
    await world.next_check_in()
    answered = world.check_in()
    await bob.clicks(answered, "checkin.simmering")
    await bob.clicks(world.plan, "case.close")

    await bob.submits()

    assert shown(answered).endswith("(OOPS-1, check-in 1).")


@pytest.mark.usefixtures("reported")
async def test_a_click_on_a_check_in_that_is_overtaken_moves_nothing(
    world: World, alice: Someone, bob: Someone
) -> None:
    older, newer = await two_unanswered(world)
    buttons = older.blocks
    await bob.clicks(newer, "checkin.quiet")
    planned = await world.oops.store.read(next_check_in)
    older.blocks = buttons  # as Alice saw it

    await alice.clicks(older, "checkin.flaring")

    assert "This check-in is over. The newest one in the thread of OOPS-1" in alice.hears("CRESPONSE")[-1]
    assert await world.oops.store.read(next_check_in) == planned


@pytest.mark.usefixtures("reported")
async def test_no_number_at_all_is_asked_for_beside_the_field(world: World, bob: Someone) -> None:
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.numbers")

    errors = await bob.submits()

    assert errors == {"mentions": "Give at least one of the two numbers, or press Cancel."}


@pytest.mark.usefixtures("reported")
async def test_numbers_are_kept_with_the_check_in(world: World, bob: Someone) -> None:
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.numbers")

    errors = await bob.submits(mentions="12", replies="3")

    assert errors == {}
    assert "12 mentions" in shown(world.check_in())


@pytest.mark.usefixtures("reported")
async def test_two_people_count_different_things_and_both_numbers_stay(
    world: World, alice: Someone, bob: Someone
) -> None:
    await world.next_check_in()
    for person in (alice, bob):
        await person.clicks(world.check_in(), "checkin.numbers")
    await alice.submits(mentions="50")

    await bob.submits(replies="7")

    assert "50 mentions, 7 replies" in shown(world.check_in())


@pytest.mark.usefixtures("reported")
async def test_a_number_that_was_only_shown_does_not_undo_what_somebody_counted_meanwhile(
    world: World, alice: Someone, bob: Someone
) -> None:
    await world.next_check_in()
    await alice.clicks(world.check_in(), "checkin.numbers")
    await alice.submits(mentions="50")
    for person in (alice, bob):
        await person.clicks(world.check_in(), "checkin.numbers")
    await alice.submits(mentions="60")

    await bob.submits(replies="7")

    assert "60 mentions, 7 replies" in shown(world.check_in())


@pytest.mark.usefixtures("reported")
async def test_a_number_that_was_wrong_can_be_taken_out(world: World, bob: Someone) -> None:
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.numbers")
    await bob.submits(mentions="50", replies="7")
    await bob.clicks(world.check_in(), "checkin.numbers")

    await bob.submits(mentions="")

    assert "Counted: 7 replies" in shown(world.check_in())


@pytest.mark.usefixtures("reported")
async def test_a_quiet_day_offers_to_close(world: World, bob: Someone) -> None:
    await quiet_until_offered(world, bob)

    assert (world.clock() - world.oops.now()).total_seconds() == 0
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
        "*Still open:* 4 tasks (among them “Delete it and post the right version.”) and the public correction, which is neither approved nor out."
        in offered
    )
    assert "the public correction, which is approved and not out" in approved
    assert "*Still open:* 3 tasks (among them" in shown(offer_to_close(world))


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


@pytest.mark.usefixtures("reported")
async def test_a_closed_case_is_never_asked_about(world: World, bob: Someone) -> None:
    await world.next_check_in()
    await bob.clicks(world.plan, "case.close")
    assert await bob.submits() == {}

    await world.passes(days=5)

    assert not any("checkin.quiet" in action_ids(m) for m in world.thread())
    assert action_ids(world.plan) == ["case.reopen"]


@pytest.mark.parametrize("noticed", ["nobody_yet", "a_few"])
async def test_of_what_nobody_had_noticed_it_is_said_which_answer_means_that_it_is_still_so(
    world: World, alice: Someone, noticed: str
) -> None:
    await alice.reports(noticed=noticed, should_have_said="Thursday")

    await world.passes(minutes=20)
    await world.passes(seconds=5)

    asked = shown(world.check_in())
    assert "Has it died down?" in asked
    assert ("Nobody had noticed it" in asked) is (noticed == "nobody_yet")
