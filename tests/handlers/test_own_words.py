"""What somebody wrote is not lost when the plan changes: it comes back with the plan that has its kind again, and can be read meanwhile."""

import pytest

from tests.said import thread_text
from tests.world import Someone, World, action_ids, first_value, shown

NOTE = (
    "Hello,\n\nthe caption should have said: The run is on Thursday. We are sorry. "
    + "We have put the caption right, and whoever signed up for Tuesday has a place on Thursday too. " * 2
    + "Please ring the club house if you have a question."
)
TO_A_FEW = {"should_have_said": "The run is on Thursday", "affected": "few_known"}


async def chooses(world: World, someone: Someone, level: str) -> None:
    await someone.clicks(world.plan, "case.level")
    assert await someone.submits(level=level, reason="We agreed on it") == {}


async def finds(world: World, someone: Someone, **facts: str) -> None:
    await someone.clicks(world.plan, "case.facts")
    assert await someone.submits(**facts) == {}


@pytest.fixture
async def written(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(**TO_A_FEW)
    await chooses(world, alice, "direct_contact")
    await world.passes(minutes=1)
    assert await bob.edits(world.draft("Private note"), NOTE) == {}


@pytest.mark.usefixtures("written")
async def test_what_somebody_wrote_comes_back_as_theirs_when_the_plan_has_its_kind_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await chooses(world, alice, "let_it_go")

    await chooses(world, alice, "direct_contact")

    assert "whoever signed up for Tuesday has a place on Thursday too" in shown(world.draft("Private note"))
    assert "Version 2 by <@UBOB>" in shown(world.draft("Private note"))
    await bob.clicks(world.draft("Private note"), "draft.approve")
    assert "somebody else has to approve it" in bob.hears("CRESPONSE")[-1]
    await alice.clicks(world.draft("Private note"), "draft.approve")
    assert "Approved by <@UALICE>" in shown(world.draft("Private note"))


@pytest.mark.usefixtures("written")
async def test_what_comes_back_twice_is_still_what_somebody_wrote(world: World, alice: Someone) -> None:
    for level in ("let_it_go", "direct_contact", "quiet_fix", "direct_contact"):
        await chooses(world, alice, level)

    assert "whoever signed up for Tuesday has a place on Thursday too" in shown(world.draft("Private note"))


@pytest.mark.usefixtures("written")
async def test_what_comes_back_is_judged_by_the_facts_of_now(world: World, alice: Someone) -> None:
    await chooses(world, alice, "let_it_go")
    await finds(world, alice, should_have_said="The run is on Friday")

    await chooses(world, alice, "direct_contact")

    note = shown(world.draft("Private note"))
    assert "*differs from the report*, “Thursday”" in note
    assert "This no longer fits the case as it is now" in note


@pytest.mark.usefixtures("written")
async def test_what_somebody_discarded_does_not_come_back(world: World, alice: Someone, bob: Someone) -> None:
    await bob.clicks(world.draft("Private note"), "draft.discard")
    await chooses(world, alice, "let_it_go")

    await chooses(world, alice, "direct_contact")

    assert "has a place on Thursday too" not in shown(world.draft("Private note"))


@pytest.mark.usefixtures("written")
async def test_an_admission_that_comes_back_is_shown_to_counsel_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.edits(world.draft("Private note"), f"{NOTE} We were negligent.")
    await chooses(world, alice, "let_it_go")

    await chooses(world, alice, "direct_contact")

    assert "Show the draft's wording to counsel before it goes out." in shown(world.plan)


@pytest.mark.usefixtures("written")
async def test_the_whole_text_of_a_draft_that_is_not_used_can_be_read_also_once_the_case_is_closed(
    world: World, alice: Someone, bob: Someone
) -> None:
    await chooses(world, alice, "let_it_go")
    unused = world.draft("Private note")
    folded = shown(unused)
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    await bob.clicks(unused, "draft.read")

    assert "Please ring the club house" not in folded
    assert NOTE in shown(bob.view)
    assert "Version 2 by <@UBOB>" in shown(bob.view)


async def test_a_short_text_that_is_not_used_is_there_to_be_read(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await bob.edits(world.draft(), "The run is on Thursday, not Tuesday. Sorry.")

    await bob.clicks(world.draft(), "draft.discard")

    assert "“The run is on Thursday, not Tuesday. Sorry.”" in thread_text(world)
    assert "draft.read" not in action_ids(world.draft())


@pytest.mark.usefixtures("written")
async def test_a_discarded_text_is_not_drafted_again_by_facts_that_leave_it_as_it_was(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft("Reply if asked"), "draft.discard")

    await finds(world, alice, reach="60")

    assert "· discarded" in shown(world.draft("Reply if asked"))


@pytest.mark.usefixtures("written")
async def test_a_discarded_text_is_drafted_anew_once_there_is_something_else_to_say(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft("Reply if asked"), "draft.discard")

    await finds(world, alice, should_have_said="The run is on Friday")

    assert "The run is on Friday" in shown(world.draft("Reply if asked"))
    assert "needs approval" in shown(world.draft("Reply if asked"))


async def test_a_level_that_is_chosen_anew_has_its_main_text_although_that_was_discarded(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await bob.clicks(world.draft(), "draft.discard")
    await chooses(world, alice, "let_it_go")

    await chooses(world, alice, "correct_publicly")

    assert "needs approval" in shown(world.draft())


async def test_a_reopened_case_does_not_draft_again_what_was_discarded(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await bob.clicks(world.draft("Reply if asked"), "draft.discard")
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    await alice.clicks(world.plan, "case.reopen")
    await alice.submits()

    assert "· discarded" in shown(world.draft("Reply if asked"))
    assert "needs approval" in shown(world.draft())


OLDER = "*Written before the facts or the plan changed:* read it beside what the plan says now"
ALARM = {"channel": "push_sms", "mistake": "false_alarm", "harm": "misleads_decision", "undo": "cannot"}


async def test_a_text_that_somebody_wrote_says_that_the_facts_have_changed_since(
    world: World, alice: Someone
) -> None:
    await alice.reports("We said that no train runs", **ALARM)
    await alice.edits(
        world.draft("All-clear"), "There is no danger. Trains run again this afternoon. We are sorry."
    )
    await world.passes(minutes=1)
    before = shown(world.draft("All-clear"))

    await finds(world, alice, should_have_said="Trains run again from 15:45")

    assert OLDER not in before
    assert OLDER in shown(world.draft("All-clear"))
    assert "Send it now" not in shown(world.draft("All-clear"))


@pytest.mark.usefixtures("written")
async def test_wherever_a_text_waits_for_approval_it_says_that_the_facts_have_changed_since_it_was_written(
    world: World, alice: Someone
) -> None:
    async def told() -> list[str]:
        reminder = next(words for one in world.thread() if "still waits" in (words := shown(one)))
        return [shown(world.plan), shown(await alice.opens_home()), reminder]

    await alice.clicks(world.plan, "case.lead")
    await world.passes(hours=4)
    before = await told()

    await finds(world, alice, should_have_said="The run is on Thursday at nine")

    assert not any("written before the facts or the plan changed" in words for words in before)
    assert all("written before the facts or the plan changed" in words for words in await told())


async def test_words_to_use_say_that_the_facts_have_changed_since_they_were_written(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(**TO_A_FEW)
    await bob.edits(world.draft("Private note"), NOTE)
    await world.passes(minutes=1)

    await finds(world, alice, should_have_said="The run is on Thursday at nine")

    await alice.clicks(world.plan, "case.tasks")
    await alice.clicks(alice.view, "task.words", first_value(alice.view, "task.words"))
    assert "needs approval; written before the facts or the plan changed" in shown(alice.view)


@pytest.mark.usefixtures("written")
async def test_the_plan_says_which_text_no_longer_fits(world: World, alice: Someone) -> None:
    before = shown(world.plan)

    await finds(world, alice, should_have_said="The run is on Friday")

    assert "no longer fits the case" not in before
    assert "Private note (needs approval; no longer fits the case)" in shown(world.plan)


@pytest.mark.usefixtures("written")
async def test_facts_that_leave_the_words_as_they_are_raise_no_doubt_about_a_text(
    world: World, alice: Someone
) -> None:
    await world.passes(minutes=1)

    await finds(world, alice, reach="60")

    assert OLDER not in shown(world.draft("Private note"))


@pytest.mark.usefixtures("written")
async def test_a_text_that_is_edited_after_the_facts_changed_is_of_the_facts_of_now(
    world: World, alice: Someone, bob: Someone
) -> None:
    await world.passes(minutes=1)
    await finds(world, alice, should_have_said="The run is on Thursday at nine")
    before = shown(world.draft("Private note"))
    await world.passes(minutes=1)

    await bob.edits(world.draft("Private note"), f"{NOTE} It starts at nine.")

    assert OLDER in before
    assert OLDER not in shown(world.draft("Private note"))


@pytest.mark.usefixtures("written")
async def test_a_text_that_comes_back_says_that_the_facts_have_changed_since_it_was_written(
    world: World, alice: Someone
) -> None:
    await world.passes(minutes=1)
    await chooses(world, alice, "let_it_go")
    await finds(world, alice, should_have_said="The run is on Thursday at nine")

    await chooses(world, alice, "direct_contact")

    assert OLDER in shown(world.draft("Private note"))
