"""The plan message: lead, level, facts, tasks, closing, and what second clicks are told."""

from copy import deepcopy

import pytest

from tests.databases import ON_SQLITE
from tests.said import thread_text
from tests.world import Someone, World, action_ids, first_value, shown


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")


@pytest.mark.usefixtures("reported")
async def test_the_lead_is_taken_and_handed_on(world: World, alice: Someone, bob: Someone) -> None:
    assert "Nobody leads this yet" in shown(world.plan)

    await alice.clicks(world.plan, "case.lead")
    assert "Lead: <@UALICE>" in shown(world.plan)
    await bob.clicks(world.plan, "case.lead")

    assert "Lead: <@UBOB>" in shown(world.plan)
    assert "<@UBOB> leads this case now" in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_taking_the_lead_twice_says_so(world: World, alice: Someone) -> None:
    await alice.clicks(world.plan, "case.lead")

    await alice.clicks(world.plan, "case.lead")

    assert "already leading" in alice.hears("CRESPONSE")[-1]


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize("old_id", ["case.lead", "case.lead~free"])
async def test_a_button_from_when_nobody_led_replaces_nobody(
    world: World, alice: Someone, bob: Someone, old_id: str
) -> None:
    before = deepcopy(world.plan.blocks)
    for element in [one for block in before for one in block.get("elements", ())]:
        if element.get("action_id") == "case.lead":
            element["action_id"] = old_id
    await alice.clicks(world.plan, "case.lead")
    world.plan.blocks = before

    await bob.clicks(world.plan, old_id)

    assert "<@UALICE>" in bob.hears("CRESPONSE")[-1]
    assert "<@UBOB> leads this case now" not in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_another_level_needs_a_reason_and_brings_its_own_drafts(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.level")
    refused = await bob.submits(level="full_response", reason="   ")
    errors = await bob.submits(reason="The mayor has called")

    assert "reason" in refused
    assert errors == {}
    assert "Full response" in shown(world.plan)
    assert "<@UBOB> chose another level" in thread_text(world)
    assert "The mayor has called" in thread_text(world)
    assert "*Private note*" in thread_text(world)


async def test_a_false_alarm_that_would_stand_is_refused_beside_the_field(
    world: World, alice: Someone
) -> None:
    await alice.reports(
        "Take shelter, sent by a wrong click",
        channel="push_sms",
        mistake="false_alarm",
        harm="safety",
        undo="cannot",
    )
    await alice.clicks(world.plan, "case.level")
    offered = next(each for each in alice.view.blocks if each.get("block_id") == "level")["element"][
        "options"
    ]
    offered.append({**offered[0], "value": "let_it_go"})  # as in a form from before this was refused

    refused = await alice.submits(level="let_it_go", reason="Nobody minds")

    assert "choose “Correct it publicly” or more" in refused["level"]
    assert "Let it go" not in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_the_same_level_again_is_refused(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.level")

    await bob.submits(level="correct_publicly", reason="It fits")

    assert "already" in shown(bob.view)


@pytest.mark.usefixtures("reported")
async def test_a_level_without_a_kind_of_draft_supersedes_it(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.level")

    await bob.submits(level="let_it_go", reason="Nobody minds")

    assert "no longer part of the plan" in shown(world.draft())
    assert "Let it go" in shown(world.plan)
    assert "Only watching now" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_new_facts_give_a_new_plan_and_say_what_is_different(world: World, bob: Someone) -> None:
    before = shown(world.plan)
    await bob.clicks(world.plan, "case.facts")
    errors = await bob.submits(harm="hurts_people", noticed="press", affected="grieving_or_vulnerable")

    assert errors == {}
    assert "New plan" in thread_text(world)
    assert "OOPS-1 · Correct it publicly" in before
    assert "OOPS-1 · Apologise publicly" in shown(world.plan)
    assert "who is affected. The level is now: Apologise publicly." in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_facts_that_did_not_change_change_nothing(world: World, bob: Someone) -> None:
    before = len(world.thread())
    await bob.clicks(world.plan, "case.facts")

    await bob.submits()

    assert "stays as it is" in shown(bob.view)
    assert len(world.thread()) == before


@pytest.mark.usefixtures("reported")
async def test_a_task_is_ticked_off_once(world: World, alice: Someone, bob: Someone) -> None:
    message = world.plan
    before, task = message.blocks, first_value(world.plan, "task.done")
    await alice.clicks(message, "task.done", task)
    assert "1 of" in shown(world.plan)
    now, message.blocks = message.blocks, before

    await bob.clicks(message, "task.done", task)

    message.blocks = now
    assert "<@UALICE> has already done that" in bob.hears("CRESPONSE")[-1]


QUIET = {
    "noticed": "nobody_yet",
    "harm": "embarrassment",
    "mistake": "typo",
    "still_misleading": "no",
    "undo": "edit",
    "channel": "facebook",
}


async def fixes(world: World, somebody: Someone) -> None:
    """Tick off one task after the other until there is only watching left."""
    while "task.done" in action_ids(world.plan) and "Only watching now" not in shown(world.plan):
        await somebody.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))


async def test_a_quietly_fixed_case_is_watched_once_its_steps_are_done(world: World, alice: Someone) -> None:
    await alice.reports(**QUIET)
    assert "Fix it quietly" in shown(world.plan)

    await fixes(world, alice)

    assert "Only watching now" in shown(world.plan)


@ON_SQLITE
async def test_an_answer_to_somebody_who_asked_is_no_quiet_fix(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(**QUIET, should_have_said="The run is on Thursday")
    await bob.clicks(world.draft("Reply if asked"), "draft.approve")

    await bob.publishes(world.draft("Reply if asked"))

    assert "Only watching now" not in shown(world.plan)


@ON_SQLITE
async def test_what_was_fixed_quietly_is_only_watched_when_it_is_opened_again(
    world: World, alice: Someone
) -> None:
    await alice.reports(**QUIET)
    await fixes(world, alice)
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    await alice.clicks(world.plan, "case.reopen")
    await alice.submits(reason="Somebody asks again")

    assert "Only watching now" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_why_is_a_click_away(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.why")

    assert "What would change this" in shown(bob.view)
    assert "A1" in shown(bob.view) or "A4" in shown(bob.view)


@pytest.mark.usefixtures("reported")
async def test_closing_asks_what_was_learned_and_posts_the_record(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.close")
    errors = await bob.submits(cause="The calendar was wrong", change="We check the calendar first")

    assert errors == {}
    assert "Record of OOPS-1" in thread_text(world)
    assert "The calendar was wrong" in thread_text(world)
    assert action_ids(world.plan) == ["case.reopen"]
    posted = [file for message in world.workspace.messages.values() for file in message.files]
    names = sorted(world.workspace.files[file].name.rpartition(".")[2] for file in posted)
    assert names == ["md", "pdf"]


@pytest.mark.usefixtures("reported")
async def test_two_people_close_at_once_and_one_is_told(world: World, alice: Someone, bob: Someone) -> None:
    await alice.clicks(world.plan, "case.close")
    await bob.clicks(world.plan, "case.close")
    await bob.submits()

    await alice.submits(cause="Typed in vain?")

    assert "was closed by <@UBOB>" in shown(alice.view)
    await alice.closes()
    assert "Typed in vain?" in str(alice.view.values)


async def test_let_it_go_is_said_as_plainly_as_any_other_plan(world: World, alice: Someone) -> None:
    await alice.reports(
        noticed="nobody_yet",
        harm="none",
        mistake="typo",
        still_misleading="no",
        undo="cannot",
        channel="email",
    )

    assert "Let it go" in shown(world.plan)
    assert "watch" in shown(world.plan).lower()


async def test_a_false_safety_alarm_goes_out_before_it_is_approved(world: World, alice: Someone) -> None:
    await alice.reports(
        "We sent a flood warning that was a test",
        channel="push_sms",
        mistake="false_alarm",
        harm="safety",
        noticed="many_replies",
        undo="cannot",
        red_flags=["safety"],
    )
    draft = world.draft("All-clear")

    errors = await alice.publishes(draft)

    assert errors == {}
    assert "published" in shown(draft)
    assert "Call first, then speak" not in shown(world.plan).splitlines()[0]
