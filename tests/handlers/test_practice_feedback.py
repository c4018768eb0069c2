"""The feedback at the end of an exercise: what was as advised, and what to do another time."""

from tests.handlers.exercising import newest, practised, start
from tests.world import Someone, World, first_value, shown


async def test_it_ends_with_feedback_against_the_advice(world: World, alice: Someone) -> None:
    await start(alice)
    plan = practised(world, alice)[0]
    await alice.clicks(plan, "case.level")
    await alice.submits(level="apologise_publicly", reason="It felt right")
    await alice.clicks(plan, "case.close")
    await alice.submits(cause="Haste", change="Two people read every date")

    record = shown(newest(world, alice, "Record of OOPS-1"))

    assert (
        "*Another time*: You chose “apologise publicly” where the advice was “correct it publicly”." in record
    )
    assert "Nobody kept the evidence" in record
    assert "never went out" in record
    assert "before the first check-in" in record
    assert "As advised: You wrote down the cause, and what will change." in record


async def test_an_exercise_done_as_advised_is_told_so(world: World, alice: Someone) -> None:
    await start(alice)
    plan = practised(world, alice)[0]
    await alice.clicks(plan, "task.done", first_value(plan, "task.done"))
    draft = newest(world, alice, "*Public correction*")
    await alice.edits(draft, "The fun run is on Thursday at 18:00, not Tuesday. Sorry for the mix-up.")
    await world.passes(seconds=10)
    await alice.clicks(draft, "draft.approve")
    await alice.publishes(draft)
    await world.passes(seconds=10)
    await alice.clicks(newest(world, alice, "Has it died down?"), "checkin.simmering")
    await alice.clicks(plan, "case.close")
    await alice.submits(cause="Haste", change="Two people read every date")

    record = shown(newest(world, alice, "Record of OOPS-1"))

    assert "Another time" not in record
    assert "You kept the evidence before anything was changed." in record
    assert "The text was approved after 10 minutes, by you alone since nobody else took part." in record
    assert "You answered 1 of 1 check-in" in record
    assert "Every answer fitted what was to be seen." in record


async def test_nothing_gets_better_by_itself_and_words_that_come_late_are_not_praised(
    world: World, alice: Someone
) -> None:
    await start(alice)
    await world.next_check_in()
    await world.next_check_in()
    waiting = shown(newest(world, alice, "Has it died down?"))
    await world.passes(minutes=94)
    draft = newest(world, alice, "*Public correction*")
    await alice.edits(draft, "The fun run is on Thursday at 18:00, not Tuesday. Sorry for the mix-up.")
    await alice.clicks(draft, "draft.approve")
    await alice.publishes(draft)
    await world.next_check_in()
    out = shown(newest(world, alice, "Has it died down?"))
    await alice.clicks(practised(world, alice)[0], "case.close")
    await alice.submits()

    record = shown(newest(world, alice, "Record of OOPS-1"))

    assert "Runners ask which day is right" in waiting
    assert "Your correction is shared" not in waiting
    assert "Nothing new since yesterday." in out
    assert "*Another time*: The public correction went out after 9" in record
    assert "; the plan wanted it within " in record
    assert "Be quick (A7)." in record
    assert "As advised: The text was approved, by you alone since nobody else took part." in record


async def test_words_that_went_out_under_another_level_are_told_as_out(world: World, alice: Someone) -> None:
    await start(alice)
    plan = practised(world, alice)[0]
    await alice.clicks(plan, "case.level")
    await alice.submits(level="apologise_publicly", reason="It felt right")
    draft = newest(world, alice, "*Public correction*")
    await alice.clicks(draft, "draft.approve")
    await alice.publishes(draft)
    await alice.clicks(plan, "case.close")
    await alice.submits()

    record = shown(newest(world, alice, "Record of OOPS-1"))

    assert "As advised: The public correction went out" in record
    assert "never went out" not in record


async def test_phone_notes_that_were_used_are_no_text_without_approval(world: World, alice: Someone) -> None:
    await start(alice, "slip-at-a-meeting")
    plan = practised(world, alice)[0]
    await alice.publishes(newest(world, alice, "*Phone notes*"))
    await alice.clicks(plan, "case.close")
    await alice.submits()

    record = shown(newest(world, alice, "Record of OOPS-1"))

    assert "nobody had approved" not in record


async def test_a_private_note_that_was_sent_before_the_call_is_not_praised(
    world: World, alice: Someone
) -> None:
    await start(alice, "open-cc")
    plan, note = practised(world, alice)[0], newest(world, alice, "*Private note*")
    await alice.edits(note, "Dear patient, our mail showed your address to others. We are sorry.")
    await alice.clicks(note, "draft.approve")
    await alice.publishes(note)
    await world.passes(seconds=10)
    await alice.clicks(plan, "task.done", first_value(plan, "task.done"))
    await alice.clicks(plan, "case.close")
    await alice.submits()

    record = shown(newest(world, alice, "Record of OOPS-1"))

    assert "*Another time*: The private note was sent before the named owner had been called" in record
    assert "You called the named owner before any public word" not in record


async def test_a_private_note_that_was_sent_after_the_call_leaves_the_praise(
    world: World, alice: Someone
) -> None:
    await start(alice, "open-cc")
    plan, note = practised(world, alice)[0], newest(world, alice, "*Private note*")
    await alice.clicks(plan, "task.done", first_value(plan, "task.done"))
    await world.passes(seconds=10)
    await alice.edits(note, "Dear patient, our mail showed your address to others. We are sorry.")
    await alice.clicks(note, "draft.approve")
    await alice.publishes(note)
    await alice.clicks(plan, "case.close")
    await alice.submits()

    record = shown(newest(world, alice, "Record of OOPS-1"))

    assert "As advised: You called the named owner before any public word." in record
