"""Check-ins: asked when due, answered once, put off and reminded of."""

import pytest

from bot.playground.state import Message
from bot.schedule import next_check_in
from tests.handlers.check_ins import check_ins, planned_next
from tests.world import Someone, World, action_ids, shown


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")


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


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize("answer", ["checkin.quiet", "checkin.snooze"])
async def test_an_answer_after_a_reopening_counts_for_what_the_closing_called_off(
    world: World, bob: Someone, answer: str
) -> None:
    await world.next_check_in()
    called_off = world.check_in()
    await bob.clicks(world.plan, "case.close")
    await bob.submits()
    when_closed = shown(called_off)
    await bob.clicks(world.plan, "case.reopen")
    await bob.submits(reason="It is back")
    await world.next_check_in()

    await bob.clicks(world.check_in(), answer)

    assert when_closed == "Check-in 1 of OOPS-1 is no longer needed."
    assert shown(called_off) == "Check-in 1 of OOPS-1 is over: check-in 3 has overtaken it."


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
async def test_numbers_are_measured_by_the_cases_own_peak_hour_and_again_once_that_is_another(
    world: World, bob: Someone
) -> None:
    older, newer = await two_unanswered(world)

    async def count(check_in: Message, mentions: str) -> list[str]:
        await bob.clicks(check_in, "checkin.numbers")
        assert await bob.submits(mentions=mentions) == {}
        return [shown(one).partition("Counted: ")[2] for one in (older, newer)]

    peak = await count(older, "40")
    less = await count(newer, "50")
    more = await count(older, "4")

    measured = "Measured by this case's own peak hour"
    assert peak[0].startswith("40 mentions")
    assert measured not in peak[0]
    assert less[1].startswith(f"50 mentions · {measured}: it is still simmering")
    assert more[1].startswith(f"50 mentions · {measured}: it is flaring up")


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
