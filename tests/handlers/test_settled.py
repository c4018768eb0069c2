"""Reminders in the thread: once what they are about is settled, they say so instead of asking on."""

import pytest

from tests.said import thread_text
from tests.world import Someone, World


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize(
    ("answer", "words"),
    [("checkin.quiet", "was answered by <@UBOB>"), ("checkin.snooze", "was put off by <@UBOB>")],
)
async def test_a_reminder_of_a_check_in_says_what_became_of_it(
    world: World, bob: Someone, answer: str, words: str
) -> None:
    for _ in range(2):
        await world.next_check_in()
    await world.passes(minutes=90)
    assert "please press one of its buttons" in thread_text(world)

    await bob.clicks(world.check_in(), answer)

    assert "please press one of its buttons" not in thread_text(world)
    assert f"_Settled:_ check-in 2 {words}." in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_a_reminder_that_nobody_leads_says_who_does(world: World, bob: Someone) -> None:
    await world.passes(minutes=10)
    assert "Nobody leads this case yet" in thread_text(world)

    await bob.clicks(world.plan, "case.lead")

    assert "Nobody leads this case yet" not in thread_text(world)
    assert "_Settled:_ <@UBOB> leads this case." in thread_text(world)


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize(
    ("click", "words"),
    [("draft.approve", "was approved by <@UBOB>"), ("draft.discard", "was put aside by <@UBOB>")],
)
async def test_a_reminder_of_a_draft_says_what_became_of_it(
    world: World, bob: Someone, click: str, words: str
) -> None:
    await world.passes(hours=1)
    assert "still waits for approval" in thread_text(world)

    await bob.clicks(world.draft(), click)

    assert "still waits for approval" not in thread_text(world)
    assert f"_Settled:_ the public correction {words}." in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_a_reminder_of_a_text_that_was_changed_since_says_so(world: World, bob: Someone) -> None:
    await world.passes(hours=1)

    await bob.edits(world.draft(), "The run is on Thursday, not on Tuesday. Sorry for the mix-up.")

    assert "_Settled:_ the public correction was changed." in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_no_reminder_asks_on_once_the_case_is_closed(world: World, alice: Someone) -> None:
    await world.passes(hours=1)
    await alice.clicks(world.plan, "case.close")

    await alice.submits(cause="The calendar")

    assert "still waits for approval" not in thread_text(world)
    assert "_Settled:_ the case is closed." in thread_text(world)
    assert "_Settled:_ the public correction is no longer needed." in thread_text(world)
