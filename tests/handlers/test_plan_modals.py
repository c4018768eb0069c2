"""What the plan message opens: all tasks, another level, new facts, the last look; and what a second click on each is told."""

import pytest
from sqlmodel import Session

from bot.models import Task, key
from bot.plan import TaskKind
from bot.playground.screen import find_input
from bot.states import TaskState
from bot.storage import queries
from tests.world import TEAM_CHANNEL, Someone, World, action_ids, first_value, shown

EXTRA = 12


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")


async def add_tasks(world: World) -> None:
    """Give the case more tasks than its message shows."""

    def add(session: Session) -> None:
        plan = queries.newest_plan(session, 1)
        for number in range(EXTRA):
            session.add(
                Task(
                    case_id=1,
                    plan_id=key(plan),
                    key=f"extra-{number}",
                    position=100 + number,
                    kind=TaskKind.FIRST_STEP,
                    text=f"Extra step {number}",
                    due_at=world.clock(),
                    state=TaskState.OPEN,
                )
            )

    await world.oops.store.run(add)


@pytest.mark.usefixtures("reported")
async def test_more_than_ten_tasks_are_behind_a_button_and_ticked_off_there(
    world: World, alice: Someone, bob: Someone
) -> None:
    await add_tasks(world)
    await alice.clicks(world.plan, "case.lead")
    assert action_ids(world.plan).count("task.done") == 10
    await alice.clicks(world.plan, "case.tasks")
    await bob.clicks(world.plan, "case.tasks")
    all_of_them = action_ids(alice.view).count("task.done")
    assert all_of_them > EXTRA
    task = first_value(alice.view, "task.done")

    await alice.clicks(alice.view, "task.done", task)
    await bob.clicks(bob.view, "task.done", task)

    assert action_ids(alice.view).count("task.done") == all_of_them - 1
    assert "✓" in shown(alice.view)
    assert "<@UALICE> has already done that" in shown(bob.view)


@pytest.mark.usefixtures("reported")
async def test_both_plans_the_reason_and_who_chose_are_in_the_record(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.level")
    await bob.submits(level="let_it_go", reason="Nobody minds")
    assert "Only watching now" in shown(world.plan)

    await bob.clicks(world.plan, "case.close")
    await bob.submits()

    (file,) = [file for file in world.workspace.files.values() if file.name.endswith(".md")]
    record = world.workspace.store.content(file.id).decode()
    assert "Correct it publicly" in record
    assert "Let it go" in record
    assert "Nobody minds" in record


@pytest.mark.usefixtures("reported")
async def test_a_chosen_level_keeps_what_was_done_and_plans_the_check_ins_anew(
    world: World, bob: Someone
) -> None:
    await bob.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    await world.next_check_in()

    await bob.clicks(world.plan, "case.level")
    await bob.submits(level="full_response", reason="The mayor has called")

    assert "1 of" in shown(world.plan)
    assert not any("checkin.quiet" in action_ids(message) for message in world.thread())
    await world.next_check_in()
    assert "checkin.quiet" in action_ids(world.check_in())


@pytest.mark.usefixtures("reported")
async def test_two_people_choose_the_same_level_and_the_second_is_told(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.level")
    await bob.clicks(world.plan, "case.level")
    await alice.submits(level="let_it_go", reason="Nobody minds")

    await bob.submits(level="let_it_go", reason="Leave it")

    assert "<@UALICE> chose “Let it go” while you had this open: “Nobody minds”" in shown(bob.view)
    assert "why you did is not in the record. It is kept below" in shown(bob.view)
    assert find_input(bob.view, "reason")[1]["initial_value"] == "Leave it"
    assert sum("chose another level" in shown(message) for message in world.thread()) == 1


@pytest.mark.usefixtures("reported")
async def test_two_people_give_the_same_facts_and_the_second_is_told(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.facts")
    await bob.clicks(world.plan, "case.facts")
    await alice.submits(noticed="press", harm="offence")

    await bob.submits(noticed="press", harm="offence")

    assert "<@UALICE> entered the same while you had this open: “People are off" in shown(bob.view)
    assert "Nothing was changed" not in shown(bob.view)
    assert sum("New plan" in shown(message) for message in world.thread()) == 1


@pytest.mark.usefixtures("reported")
async def test_whoever_changes_nothing_in_the_form_is_told_so_whatever_others_entered(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.facts")
    await bob.clicks(world.plan, "case.facts")
    await alice.submits(noticed="press")

    await bob.submits()

    assert "Nothing was changed" in shown(bob.view)


@pytest.mark.usefixtures("reported")
async def test_the_buttons_of_a_closed_case_say_who_closed_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    message = world.plan
    before = message.blocks
    await bob.clicks(message, "case.close")
    await bob.submits()
    message.blocks = before

    for action_id in ("case.lead", "case.level", "case.close", "task.done"):
        await alice.clicks(message, action_id, first_value(message, action_id))

    assert ["was closed by <@UBOB>" in heard for heard in alice.hears(TEAM_CHANNEL)] == [True] * 4
    assert len(alice.person.views) == 1  # her report's answer


@pytest.mark.usefixtures("reported")
async def test_why_opens_for_each_who_asks(world: World, alice: Someone, bob: Someone) -> None:
    for someone in (alice, bob):
        await someone.clicks(world.plan, "case.why")

    assert shown(alice.view) == shown(bob.view)
    assert "What would change this" in shown(alice.view)


async def test_two_clicks_on_report_are_two_forms_and_one_case(world: World, alice: Someone) -> None:
    home = await alice.opens_home()
    await alice.clicks(home, "home.report")
    await alice.clicks(home, "home.report")

    await alice.submits(
        what="We wrote Tuesday, the run is on Thursday",
        channel="x",
        mistake="typo",
        harm="none",
        noticed="a_few",
        undo="edit",
    )

    assert [shown(message) for message in world.said() if not message.thread_ts] == [shown(world.plan)]


@pytest.mark.usefixtures("reported")
async def test_whoever_closes_a_view_at_once_is_not_told_that_it_could_not_be_drawn_again(
    world: World, alice: Someone
) -> None:
    await alice.clicks(world.plan, "case.tasks")
    world.workspace.faults.add("views.update", "error", error="not_found")
    before = action_ids(world.plan).count("task.done")

    await alice.clicks(alice.view, "task.done", first_value(alice.view, "task.done"))

    assert action_ids(world.plan).count("task.done") == before - 1
    assert alice.told() == []


@pytest.mark.usefixtures("reported")
async def test_whoever_closes_everything_right_after_a_click_is_not_told_that_something_broke(
    world: World, alice: Someone
) -> None:
    await alice.clicks(world.plan, "case.more")

    await alice.person.clicks(alice.view, "case.hand_over")
    await alice.person.closes(everything=True)
    await world.oops.settle()

    assert [refusal.error for refusal in world.workspace.refusals] == ["invalid_trigger_id"]
    assert alice.told() == []
    world.workspace.refusals.clear()


@pytest.mark.usefixtures("reported")
async def test_whoever_still_waits_for_a_form_that_came_too_late_is_asked_to_press_again(
    world: World, alice: Someone
) -> None:
    await alice.clicks(world.plan, "case.more")
    world.workspace.faults.add("views.push", "error", error="expired_trigger_id")

    await alice.clicks(alice.view, "case.hand_over")

    assert "Slack did not open the form in time" in alice.told()[-1]


@pytest.mark.usefixtures("reported")
@pytest.mark.parametrize("code", ["internal_error", "ratelimited", "service_unavailable"])
async def test_when_slack_is_in_trouble_whoever_presses_is_asked_to_press_again(
    world: World, alice: Someone, code: str
) -> None:
    world.workspace.faults.add("views.open", "error", error=code)

    await alice.clicks(world.plan, "case.why")

    assert "press again in a moment" in alice.hears(world.plan.channel)[-1]


@pytest.mark.usefixtures("reported")
async def test_what_slack_refuses_for_good_gives_the_person_a_reference(world: World, alice: Someone) -> None:
    world.workspace.faults.add("views.open", "error", error="invalid_arguments")

    await alice.clicks(world.plan, "case.why")

    assert "this reference" in alice.hears(world.plan.channel)[-1]


@pytest.mark.usefixtures("reported")
async def test_when_slack_answers_a_click_with_no_json_the_person_is_asked_to_press_again(
    world: World, alice: Someone
) -> None:
    world.workspace.faults.add("views.open", "no_json")

    await alice.clicks(world.plan, "case.why")

    assert "What would change this" not in shown(alice.view)
    assert "press again in a moment" in alice.hears(world.plan.channel)[-1]


@pytest.mark.usefixtures("reported")
async def test_a_level_that_somebody_chose_meanwhile_is_not_replaced_without_a_word(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.level")
    await bob.clicks(world.plan, "case.level")
    await bob.submits(level="full_response", reason="The mayor has called")

    await alice.submits(level="let_it_go", reason="Nobody minds")

    assert "<@UBOB> chose “Full response” while you had this open: “The mayor has called”" in shown(
        alice.view
    )
    assert "Full response" in shown(world.plan)
    assert "Nobody minds" not in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_what_was_chosen_for_an_older_plan_is_kept_and_can_be_sent_once_more(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.level")
    await bob.clicks(world.plan, "case.level")
    await bob.submits(level="full_response", reason="The mayor has called")
    await alice.submits(level="let_it_go", reason="Nobody minds")

    await alice.submits()

    assert "<@UALICE> chose this level: “Nobody minds”" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_new_facts_that_came_in_meanwhile_are_told_to_whoever_changes_the_level(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.level")
    await bob.clicks(world.plan, "case.facts")
    await bob.submits(noticed="press")

    await alice.submits(level="let_it_go", reason="Nobody minds")

    assert "new facts came in while you had this open" in shown(alice.view)
    assert "Let it go" not in shown(world.plan)
