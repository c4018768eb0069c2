"""Deciding again: what is said, chosen and out already is not asked for a second time."""

import pytest
from sqlmodel import Session, select

from bot.models import REPORT, Case
from bot.schedule import next_check_in
from bot.states import CaseState
from tests.said import record_of, thread_text
from tests.world import TEAM_CHANNEL, Someone, World, first_value, shown

AN_ADDRESS = {"mistake": "private_info", "harm": "privacy", "undo": "delete"}


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")


@pytest.fixture
async def published(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(should_have_said="Thursday")
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())


def state_of_the_case(session: Session) -> CaseState:
    return session.exec(select(Case)).one().state


async def flares_up(world: World, someone: Someone, **facts: str) -> None:
    await world.next_check_in()
    await someone.clicks(world.check_in(), "checkin.flaring")
    assert await someone.submits(**facts) == {}


async def test_a_flare_up_whose_form_slack_did_not_open_is_asked_about_sooner_all_the_same(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await world.next_check_in()
    before = await world.oops.store.read(next_check_in)
    world.workspace.faults.add("views.open", "server_error")

    await bob.clicks(world.check_in(), "checkin.flaring")

    after = await world.oops.store.read(next_check_in)
    assert "written down that it flares up" in bob.hears(TEAM_CHANNEL)[-1]
    assert before is not None
    assert after is not None
    assert after - world.clock() < before - world.clock()


async def test_a_text_that_is_drafted_from_somebody_elses_facts_says_whose_they_are(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    before = shown(world.draft())
    await world.passes(minutes=5)

    await bob.clicks(world.plan, "case.facts")
    await bob.submits(should_have_said="The run is on Thursday")
    after = shown(world.draft())
    await alice.edits(world.draft(), "The run is on Thursday, not Tuesday. Sorry.")
    edited = shown(world.draft())
    await bob.clicks(world.plan, "case.close")
    await bob.submits()

    assert "drafted from the report of <@UALICE> ·" in before
    assert "drafted from the report of <@UALICE>, with facts from <@UBOB> ·" in after
    assert "with facts from" not in edited
    assert "drafted from the report of Alice, with facts from Bob, 2026" in record_of(world)


async def chooses(world: World, someone: Someone, level: str) -> None:
    await someone.clicks(world.plan, "case.level")
    assert await someone.submits(level=level, reason="We agreed on it") == {}


async def test_a_flare_up_without_new_facts_keeps_the_level_that_was_agreed(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("We published the home address of one of our runners", **AN_ADDRESS)
    await alice.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    await chooses(world, alice, "apologise_publicly")

    await flares_up(world, bob)

    assert "OOPS-1 · Apologise publicly" in shown(world.plan)
    assert "<@UBOB> found no new facts. The level stays: Apologise publicly." in thread_text(world)
    assert "needs approval" in shown(world.draft())


@pytest.mark.usefixtures("reported")
async def test_new_facts_that_overrule_a_chosen_level_say_so(world: World, bob: Someone) -> None:
    await chooses(world, bob, "let_it_go")

    await flares_up(world, bob, noticed="press", harm="offence")

    assert "A person had chosen “Let it go”. If that still holds, press “Change level”." in thread_text(world)

    await bob.clicks(world.plan, "case.close")
    await bob.submits()

    assert "A person had chosen “Let it go”.\n" in record_of(world)
    assert "press “Change level”" not in record_of(world)


@pytest.mark.usefixtures("reported")
async def test_new_facts_that_do_not_bear_on_it_keep_the_level_that_was_agreed(
    world: World, bob: Someone
) -> None:
    await chooses(world, bob, "escalate_first")
    await bob.clicks(world.plan, "case.facts")

    assert await bob.submits(link="https://x.com/acme/status/1") == {}

    assert "OOPS-1 · Call first, then speak" in shown(world.plan)
    assert "The level stays: Call first, then speak." in thread_text(world)
    assert "A person had chosen" not in thread_text(world)
    assert "We agreed on it" in thread_text(world)


@pytest.mark.usefixtures("published")
async def test_words_that_are_out_are_not_drafted_again_from_facts_that_leave_them_as_they_are(
    world: World, bob: Someone
) -> None:
    await flares_up(world, bob)

    assert thread_text(world).count("*Public correction*") == 1
    assert await world.oops.store.read(state_of_the_case) is CaseState.WATCHING


@pytest.mark.usefixtures("published")
async def test_an_apology_after_a_correction_is_a_text_and_a_task_of_its_own(
    world: World, bob: Someone
) -> None:
    await flares_up(world, bob, noticed="press", harm="offence")

    assert thread_text(world).count("*Public correction*") == 2
    assert "Publish the approved apology" in shown(world.plan)
    assert "4 tasks are new." in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_facts_that_leave_the_level_are_no_new_plan(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.facts")

    await bob.submits(undo="delete")

    assert "New plan" not in thread_text(world)
    assert "<@UBOB> changed the facts. The level stays: Correct it publicly." in thread_text(world)
    assert "“It can be deleted” instead of" in thread_text(world)


@pytest.mark.usefixtures("published")
async def test_a_case_closed_before_its_second_text_went_out_is_opened_again_with_that_text(
    world: World, alice: Someone, bob: Someone
) -> None:
    await chooses(world, bob, "apologise_publicly")
    apology = shown(world.draft())
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    await bob.clicks(world.plan, "case.reopen")
    await bob.submits()

    assert shown(world.draft()) == apology
    assert "needs approval" in apology
    assert "Publish the approved apology" in shown(world.plan)
    assert await world.oops.store.read(state_of_the_case) is CaseState.OPEN


@pytest.mark.usefixtures("reported")
async def test_the_timeline_names_the_facts_that_were_changed(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.facts")
    assert await bob.submits(noticed="press") == {}

    assert "<@UBOB> changed the facts: who has noticed." in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_of_two_who_enter_new_facts_at_once_neither_takes_back_what_the_other_entered(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.facts")
    await bob.clicks(world.plan, "case.facts")

    assert await bob.submits(noticed="press", affected="many_customers") == {}
    assert await alice.submits(reach="12000") == {}

    report = REPORT.validate_python(
        await world.oops.store.read(lambda session: session.exec(select(Case)).one().report)
    )
    assert (report.noticed, report.affected, report.reach) == ("press", "many_customers", 12000)


@pytest.mark.usefixtures("reported")
async def test_a_form_that_stayed_open_for_too_long_gives_back_all_that_was_typed(
    world: World, alice: Someone
) -> None:
    await alice.clicks(world.plan, "case.facts")
    await alice.fills(should_have_said="At nine, at the harbour", reach="12000")
    await world.passes(hours=25)
    await world.oops.forget_old_forms()

    assert await alice.submits() == {}

    told = shown(alice.person.views[-1])
    assert "This form has expired" in told
    assert {"We wrote Tuesday, the run is on Thursday", "At nine, at the harbour", "12000"} <= set(
        told.split("\n")
    )


async def test_a_call_that_comes_first_only_after_new_facts_holds_the_words_back(
    world: World, alice: Someone, bob: Someone
) -> None:
    alarm = {"channel": "push_sms", "mistake": "false_alarm", "harm": "misleads_decision", "undo": "cannot"}
    await alice.reports("The champion has died", **alarm, red_flags=["death_or_injury"])

    await alice.clicks(world.plan, "case.facts")
    await alice.submits(mistake="wrong_fact", should_have_said="The champion is well")
    draft = world.draft("Public correction")
    await bob.clicks(draft, "draft.approve")
    await bob.clicks(world.plan, "case.lead")

    assert set(await bob.publishes(draft)) == {"override"}


async def test_a_call_that_no_longer_comes_first_after_new_facts_holds_nothing_back(
    world: World, alice: Someone, bob: Someone
) -> None:
    safety = {"channel": "website", "harm": "safety", "undo": "edit", "still_misleading": "no"}
    await alice.reports(
        "The label lacks nuts", **safety, red_flags=["safety"], should_have_said="Contains nuts"
    )
    before = shown(world.plan)

    await alice.clicks(world.plan, "case.facts")
    await alice.submits(still_misleading="yes")
    draft = world.draft("Public correction")
    await bob.clicks(draft, "draft.approve")

    assert "before any public word" in before
    assert await bob.publishes(draft) == {}


async def makes_the_call(world: World, someone: Someone) -> None:
    await someone.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))


async def test_a_call_that_new_facts_bring_ends_the_watching_until_it_is_made(
    world: World, alice: Someone, bob: Someone
) -> None:
    flag = "false_price_or_prize"
    await alice.reports(should_have_said="Thursday", noticed="many_replies", red_flags=[flag])
    await makes_the_call(world, alice)
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())
    before = await world.oops.store.read(state_of_the_case)

    await bob.clicks(world.plan, "case.facts")
    await bob.submits(red_flags=[flag, "minors"])
    waiting = await world.oops.store.read(state_of_the_case)
    await makes_the_call(world, bob)

    assert before is CaseState.WATCHING
    assert waiting is CaseState.OPEN
    assert await world.oops.store.read(state_of_the_case) is CaseState.WATCHING


async def test_an_approved_text_of_older_facts_says_so_beside_the_new_one(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    older = world.draft()
    await bob.clicks(older, "draft.approve")

    await alice.clicks(world.plan, "case.facts")
    await alice.submits(fault="outsider")

    newer = world.draft()
    assert "*Written before the facts or the plan changed:* a newer public correction is below." in shown(
        older
    )
    assert "Written before" not in shown(newer)
    assert "Public correction (approved; before the facts or the plan changed)" in shown(world.plan)


async def test_an_approved_text_that_still_says_what_is_so_is_of_no_older_facts(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await bob.clicks(world.draft(), "draft.approve")

    await alice.clicks(world.plan, "case.facts")
    await alice.submits(reach="12000")

    assert "Written before" not in shown(world.draft())
