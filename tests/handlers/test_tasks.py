"""Tasks: given to somebody, reminded of once, people reached or not, and posts that are paused until somebody resumes them."""

import pytest
from sqlmodel import Session

from bot.brand import Relation
from bot.models import BrandContact, key
from bot.storage import queries
from tests.handlers.brands import add_app, set_brand
from tests.handlers.tasks import task_button
from tests.said import record_of, thread_text
from tests.world import Someone, World, action_ids, first_value, shown

GRAVE = {
    "mistake": "bad_timing",
    "harm": "hurts_people",
    "affected": "grieving_or_vulnerable",
    "should_have_said": "We are sorry",
}


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")


@pytest.fixture
async def grave(world: World, alice: Someone) -> None:
    """A case in which posts are paused and a key person is to be reached."""

    def add(session: Session) -> None:
        (brand,) = queries.brands_of(session, world.oops.workspace_id)
        session.add(BrandContact(brand_id=key(brand), name="Dr. Ng", role="chair", reach="+44 20 7946 0000"))

    await world.oops.store.run(add)
    await alice.reports("We joked about the storm on the day of the funeral", **GRAVE)


async def gives_to_bob(world: World, alice: Someone) -> str:
    """Give Bob the task of publishing, and return the value of its buttons."""
    await alice.clicks(world.plan, "case.tasks")
    publish = task_button(alice.view, "task.assign", "Publish one short, approved line")
    await alice.clicks(alice.view, "task.assign", publish)
    assert await alice.submits(person="UBOB") == {}
    return publish


async def leaves_a_message(world: World, bob: Someone) -> str:
    """Try to reach Dr. Ng, and return the value of that task's buttons."""
    await bob.clicks(world.plan, "case.tasks")
    reach = task_button(bob.view, "task.left_message", "Reach Dr. Ng")
    await bob.clicks(bob.view, "task.left_message", reach)
    return reach


@pytest.mark.usefixtures("reported")
async def test_a_task_is_given_to_somebody_who_is_told_and_reminded_once(
    world: World, alice: Someone, bob: Someone
) -> None:
    await gives_to_bob(world, alice)

    assert "<@UBOB> does this" in shown(alice.view)
    assert "<@UBOB> does this" in shown(world.plan)
    assert "<@UALICE> gave you a task in OOPS-1" in bob.told()[-1]
    told = len(bob.told())

    await world.passes(minutes=60)
    await world.passes(minutes=60)

    assert len(bob.told()) == told + 1
    assert "Your task in OOPS-1 is due" in bob.told()[-1]


@pytest.mark.usefixtures("reported")
async def test_whoever_gets_a_task_back_that_is_due_anew_is_reminded_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await gives_to_bob(world, alice)
    await world.passes(minutes=61)
    await alice.closes()
    await alice.clicks(world.plan, "case.facts")
    assert await alice.submits(harm="offence", noticed="press") == {}
    for has_it, gets_it in (("UBOB", "UALICE"), ("UALICE", "UBOB")):
        await alice.clicks(world.plan, "case.tasks")
        theirs = task_button(alice.view, "task.assign", f"<@{has_it}> does this")
        await alice.clicks(alice.view, "task.assign", theirs)
        assert await alice.submits(person=gets_it) == {}
        await alice.closes()

    await world.passes(hours=2)

    assert sum("Your task in OOPS-1 is due" in told for told in bob.told()) == 2


async def test_the_lead_is_told_once_when_the_call_that_all_waits_for_is_due(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("We published an address", mistake="private_info", harm="privacy")
    await bob.clicks(world.plan, "case.lead")

    await world.passes(minutes=29)
    before = bob.told()
    await world.passes(minutes=2)
    await world.passes(minutes=60)

    assert not any("before this call" in told for told in before)
    assert sum("*No public word goes out before this call*" in told for told in bob.told()) == 1


@pytest.mark.usefixtures("reported")
async def test_a_list_of_tasks_that_slack_does_not_draw_again_changes_nothing(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.faults.add("views.update", "drop")

    await gives_to_bob(world, alice)

    assert "gave you a task in OOPS-1" in bob.told()[-1]
    assert "<@UBOB> does this" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_a_task_that_is_done_is_not_reminded_of(world: World, alice: Someone, bob: Someone) -> None:
    publish = await gives_to_bob(world, alice)
    told = len(bob.told())

    await bob.clicks(world.plan, "task.done", publish)
    await world.passes(hours=2)

    assert len(bob.told()) == told


@pytest.mark.usefixtures("reported")
async def test_a_task_is_given_to_nobody_outside_the_channel(
    world: World, alice: Someone, carol: Someone
) -> None:
    await alice.clicks(world.plan, "case.tasks")
    await alice.clicks(alice.view, "task.assign", first_value(alice.view, "task.assign"))

    errors = await alice.submits(person="UCAROL")

    assert "not in the case's channel" in errors["person"]
    assert carol.told() == []


@pytest.mark.usefixtures("reported")
async def test_a_task_is_given_to_people_only(world: World, alice: Someone) -> None:
    app = add_app(world)
    await world.passes(minutes=2)
    await alice.clicks(world.plan, "case.tasks")
    await alice.clicks(alice.view, "task.assign", first_value(alice.view, "task.assign"))

    errors = await alice.submits(person=app)

    assert "That is an app" in errors["person"]


@pytest.mark.usefixtures("reported")
async def test_somebody_who_left_the_channel_is_not_reminded(
    world: World, alice: Someone, bob: Someone
) -> None:
    await gives_to_bob(world, alice)
    told = len(bob.told())

    await bob.person.removes("CRESPONSE", "UBOB")
    await world.passes(hours=2)

    assert len(bob.told()) == told


@pytest.mark.usefixtures("reported")
async def test_a_task_that_was_done_meanwhile_is_given_to_nobody(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.tasks")
    value = first_value(alice.view, "task.assign")
    await alice.clicks(alice.view, "task.assign", value)
    await bob.clicks(world.plan, "task.done", value)

    await alice.submits(person="UBOB")

    assert "<@UBOB> has already done that" in shown(alice.view)


@pytest.mark.parametrize("pressed", ["task.done", "task.assign"])
@pytest.mark.usefixtures("reported")
async def test_a_press_on_what_somebody_else_has_done_is_told_above_the_list_as_it_is_now(
    world: World, alice: Someone, bob: Someone, pressed: str
) -> None:
    await alice.clicks(world.plan, "case.tasks")
    value, told = first_value(alice.view, "task.done"), alice.told()
    await bob.clicks(world.plan, "task.done", value)

    await alice.clicks(alice.view, pressed, value)

    assert shown(alice.view).startswith("*Your press changed nothing:* <@UBOB> has already done that.")
    assert "✓" in shown(alice.view)
    assert alice.told() == told
    await alice.clicks(alice.view, "task.done", first_value(alice.view, "task.done"))
    assert "Your press changed nothing" not in shown(alice.view)


@pytest.mark.usefixtures("reported")
async def test_a_press_in_the_list_of_a_case_that_was_closed_meanwhile_says_so_there(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.tasks")
    await bob.clicks(world.plan, "case.close")
    await bob.submits()

    await alice.clicks(alice.view, "task.done", first_value(alice.view, "task.done"))

    assert "OOPS-1 was closed by <@UBOB>" in shown(alice.view)
    assert action_ids(alice.view) == []


@pytest.mark.usefixtures("reported")
async def test_whoever_has_closed_the_list_meanwhile_is_told_directly(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.tasks")
    value = first_value(alice.view, "task.done")
    await bob.clicks(world.plan, "task.done", value)
    world.workspace.faults.add("views.update", "error", error="not_found")

    await alice.clicks(alice.view, "task.done", value)

    assert "<@UBOB> has already done that" in alice.told()[-1]


@pytest.mark.usefixtures("grave")
async def test_a_message_that_was_left_keeps_the_task_open_and_says_who_and_when(
    world: World, alice: Someone, bob: Someone
) -> None:
    reach = await leaves_a_message(world, bob)

    assert "Left a message (<@UBOB>" in shown(bob.view)
    assert "Left a message (<@UBOB>" in shown(world.plan)
    await alice.clicks(world.plan, "case.tasks")
    await alice.clicks(alice.view, "task.not_reachable", reach)
    assert "Not reachable (<@UALICE>" in shown(world.plan)


@pytest.mark.usefixtures("grave")
async def test_somebody_who_was_reached_is_done_and_the_record_says_how_it_went(
    world: World, alice: Someone, bob: Someone
) -> None:
    reach = await leaves_a_message(world, bob)

    await bob.clicks(bob.view, "task.reached", reach)

    assert "✓ Reach Dr. Ng" in shown(bob.view)
    await alice.clicks(world.plan, "case.close")
    await alice.submits()
    record = record_of(world)
    assert "Bob tried to reach somebody: left a message. Reach Dr. Ng" in record
    assert "Bob ticked off: Reach Dr. Ng" in record


@pytest.mark.usefixtures("grave")
async def test_the_words_to_use_are_there_to_copy_and_leave_nothing_in_the_thread(
    world: World, bob: Someone
) -> None:
    before = len(world.thread())
    await bob.clicks(world.plan, "case.tasks")

    await bob.clicks(bob.view, "task.words", task_button(bob.view, "task.words", "Reach Dr. Ng"))

    assert "Phone notes" in shown(bob.view)
    assert "Nothing is sent from here" in shown(bob.view)
    assert action_ids(bob.view) == []
    assert len(world.thread()) == before


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("Phone the journalist", "Leave one name and one number to call back"),
        ("Tell the client", "whether these words may go out in their name"),
        ("another client", "A post that was meant for you went out on another account"),
    ],
)
async def test_whoever_was_not_hurt_is_not_told_what_those_are_told_who_were(
    world: World, alice: Someone, bob: Someone, task: str, said: str
) -> None:
    await set_brand(world, relation=Relation.CLIENT)
    await alice.reports(
        channel="facebook",
        mistake="wrong_account",
        harm="hurts_people",
        noticed="press",
        affected="few_known",
    )
    await bob.clicks(world.plan, "case.tasks")

    await bob.clicks(bob.view, "task.words", task_button(bob.view, "task.words", task))

    assert said in shown(bob.view)
    assert "it concerns you" not in shown(bob.view)
    assert "Private note" not in shown(bob.view)


async def test_those_who_answer_customers_have_words_for_whoever_asks(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(
        harm="hurts_people", noticed="many_replies", affected="many_customers", should_have_said="Thursday"
    )
    await bob.clicks(world.plan, "case.tasks")

    await bob.clicks(
        bob.view, "task.words", task_button(bob.view, "task.words", "who answer calls and messages")
    )

    assert "Whoever asks hears the same words" in shown(bob.view)
    assert "Private note" not in shown(bob.view)


@pytest.mark.usefixtures("grave")
async def test_the_form_that_closes_says_that_paused_posts_stay_a_task(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.close")
    before = shown(bob.view)
    await bob.clicks(world.plan, "task.done", task_button(world.plan, "task.done", "Pause everything"))

    await bob.clicks(world.plan, "case.close")

    assert "paused posts" not in before
    assert "Closing drops what is open, but for the paused posts" in shown(bob.view)


@pytest.mark.usefixtures("grave")
async def test_pausing_gives_the_task_of_resuming_to_whoever_paused(world: World, bob: Someone) -> None:
    pause = task_button(world.plan, "task.done", "Pause everything")

    await bob.clicks(world.plan, "task.done", pause)
    assert "<@UBOB> does this" in shown(world.plan)
    await world.passes(hours=24)
    await world.passes(hours=24)

    assert len([told for told in bob.told() if "are still paused" in told]) == 1
    assert thread_text(world).count("Scheduled posts are still paused, by <@UBOB>") == 1


@pytest.mark.usefixtures("grave")
async def test_closing_with_paused_posts_reminds_and_leaves_that_one_task(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.plan, "task.done", task_button(world.plan, "task.done", "Pause everything"))
    await alice.clicks(world.plan, "case.close")

    await alice.submits()

    assert "are still paused" in bob.told()[-1]
    assert action_ids(world.plan) == ["task.done", "case.reopen"]
    await bob.clicks(world.plan, "task.done")
    assert action_ids(world.plan) == ["case.reopen"]


@pytest.mark.usefixtures("grave")
async def test_app_home_shows_posts_that_are_still_paused_in_a_closed_case(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.plan, "task.done", task_button(world.plan, "task.done", "Pause everything"))
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    before = shown(await bob.opens_home())
    await bob.clicks(world.plan, "task.done")

    assert "Resume the scheduled posts" in before
    assert "Nothing waits for you." in shown(await bob.opens_home())


@pytest.mark.usefixtures("grave")
async def test_another_plan_does_not_forget_that_posts_are_paused(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.plan, "task.done", task_button(world.plan, "task.done", "Pause everything"))

    await alice.clicks(world.plan, "case.level")
    await alice.submits(level="let_it_go", reason="It was only a rumour")

    await alice.clicks(world.plan, "case.tasks")
    assert "Resume the scheduled posts" in shown(alice.view)
