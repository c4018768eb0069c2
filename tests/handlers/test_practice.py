"""Exercises: `/oops practice` on a sample mistake, 60 times faster, kept apart from everything real."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.models import Brand, Case, CheckIn, key
from bot.practice.exercises import LONGEST, start_exercise
from bot.practice.library import samples
from bot.report import History, Report
from bot.stats import stats_card
from bot.storage.history import history_of
from tests import forging
from tests.databases import ON_SQLITE
from tests.handlers.exercising import newest, practised, start
from tests.handlers.reporting import add_brand
from tests.world import TEAM_CHANNEL, Someone, World, action_ids, first_value, shown


async def cases(world: World) -> list[Case]:
    return await world.oops.store.read(
        lambda session: list(session.exec(select(Case).order_by(col(Case.id))).all())
    )


async def test_an_exercise_comes_by_direct_message_with_plan_and_drafts(world: World, alice: Someone) -> None:
    await start(alice)

    (plan, *thread) = practised(world, alice)
    assert "The wrong day for a fun run" in shown(alice.view)
    assert "direct messages" in shown(alice.view)
    assert "Practice · OOPS-1 · Correct it publicly" in shown(plan)
    assert "an hour is a minute" in shown(plan)
    assert any(
        shown(message).startswith("*Practice*") and "draft.approve" in action_ids(message)
        for message in thread
    )
    assert world.said(TEAM_CHANNEL) == []


async def test_a_surprise_is_another_one_each_time(world: World, alice: Someone) -> None:
    for _ in range(4):
        await alice.types("practice")
        await alice.submits()
        await alice.closes()
        await alice.types("practice")
        await alice.clicks(alice.view, "practice.end")
        await alice.closes()

    had = [case.sample for case in await cases(world)]
    assert len(set(had)) == 4


async def test_what_somebody_is_told_of_an_exercise_in_a_channel_says_so(
    world: World, alice: Someone, bob: Someone
) -> None:
    await start(alice, response_channel=TEAM_CHANNEL)
    await alice.clicks(world.plan, "case.tasks")
    await alice.clicks(alice.view, "task.assign", first_value(alice.view, "task.assign"))
    assert await alice.submits(person="UBOB") == {}

    (given,) = bob.told()
    assert given.startswith("*Practice*")
    assert "gave you a task in OOPS-1" in given


async def test_it_can_be_done_together_in_a_channel(world: World, alice: Someone, bob: Someone) -> None:
    await start(alice, response_channel=TEAM_CHANNEL)

    assert "Practice · OOPS-1" in shown(world.plan)
    draft = next(message for message in world.thread() if "draft.approve" in action_ids(message))

    await alice.clicks(draft, "draft.approve")
    assert "draft.approve" in action_ids(draft)
    await bob.clicks(draft, "draft.approve")
    assert "approved" in shown(draft)


async def test_a_channel_that_cannot_be_used_is_refused_beside_its_field(
    world: World, alice: Someone
) -> None:
    await alice.person.removes(TEAM_CHANNEL, "UOOPS")
    await alice.types("practice")

    errors = await alice.submits(response_channel=TEAM_CHANNEL)

    assert "oops is not in this channel yet" in errors["response_channel"]
    assert await cases(world) == []


async def test_only_one_exercise_at_a_time_for_each_person(
    world: World, alice: Someone, bob: Someone
) -> None:
    await start(alice)
    await alice.closes()

    await alice.types("practice")
    await bob.types("practice")

    assert "You are in the middle of *OOPS-1*" in shown(alice.view)
    assert "Which mistake?" in shown(bob.view)

    await alice.clicks(alice.view, "practice.end")

    assert "OOPS-1 is over" in shown(alice.view)
    assert [case.state for case in await cases(world)] == ["closed"]


async def test_a_form_that_was_open_meanwhile_starts_no_second_one(world: World, alice: Someone) -> None:
    await alice.types("practice")
    await world.oops.store.run(
        start_exercise,
        workspace_id=world.oops.workspace_id,
        person=alice.id,
        report_key="another form",
        now=world.clock(),
    )

    await alice.submits(sample="half-price")

    assert "You are in the middle of *OOPS-1*" in shown(alice.view)
    assert len(await cases(world)) == 1


async def test_its_own_times_run_sixty_times_faster_and_no_clock_is_moved(
    world: World, alice: Someone
) -> None:
    await start(alice)
    began = world.clock()

    (due,) = await world.oops.store.read(lambda session: session.exec(select(CheckIn.due_at)).all())
    assert due - began == timedelta(seconds=20)

    await world.passes(seconds=20)
    asked = newest(world, alice, "Has it died down?")
    assert "What is to be seen: Runners ask which day is right" in shown(asked)
    assert "34 mentions, 21 replies" in shown(asked)

    await world.passes(seconds=30)
    nudges = [message for message in practised(world, alice) if "still unanswered" in shown(message)]
    assert len(nudges) == 1
    assert f"<@{alice.id}>" in shown(nudges[0])
    assert world.clock() - began == timedelta(seconds=50)


async def test_a_real_case_beside_an_exercise_keeps_its_pace(world: World, alice: Someone) -> None:
    await alice.reports()
    await start(alice)

    await world.passes(minutes=1)

    assert not [message for message in world.thread() if "checkin.quiet" in action_ids(message)]


async def test_a_snooze_is_a_minute_and_a_quiet_day_24_minutes(world: World, alice: Someone) -> None:
    await start(alice)
    await world.passes(seconds=20)
    await alice.clicks(newest(world, alice, "Has it died down?"), "checkin.snooze")
    await world.passes(seconds=59)
    asked = len([message for message in practised(world, alice) if "checkin.quiet" in action_ids(message)])
    await world.passes(seconds=1)

    assert (
        len([message for message in practised(world, alice) if "checkin.quiet" in action_ids(message)])
        == asked + 1
    )

    await alice.clicks(newest(world, alice, "Has it died down?"), "checkin.quiet")
    assert not any("case.close_now" in action_ids(message) for message in practised(world, alice))
    await world.passes(minutes=25)
    await alice.clicks(
        [message for message in practised(world, alice) if "checkin.quiet" in action_ids(message)][-1],
        "checkin.quiet",
    )

    assert any("case.close_now" in action_ids(message) for message in practised(world, alice))


async def test_everything_that_it_posts_says_so(world: World, alice: Someone) -> None:
    await start(alice)
    draft = newest(world, alice, "*Public correction*")
    await alice.edits(draft, "The fun run is on Thursday at 18:00, not Tuesday. Sorry for the mix-up.")
    await alice.clicks(draft, "draft.approve")
    await alice.publishes(draft)
    await world.passes(seconds=20)
    await world.passes(seconds=100)
    await alice.clicks(
        [message for message in practised(world, alice) if "checkin.quiet" in action_ids(message)][-1],
        "checkin.flaring",
    )
    await alice.submits(noticed="press")
    await alice.clicks(practised(world, alice)[0], "case.level")
    await alice.submits(level="full_response", reason="The paper has it")
    for _ in range(3):
        await world.passes(minutes=20)
    await alice.clicks(
        [message for message in practised(world, alice) if "checkin.quiet" in action_ids(message)][-1],
        "checkin.quiet",
    )
    await alice.clicks(practised(world, alice)[0], "case.close")
    await alice.submits()

    said = practised(world, alice)
    silent = [
        shown(message)
        for message in said
        if not message.files and not shown(message).startswith("*Practice*")
    ]
    assert len(said) > 12
    assert silent == []
    assert all(message.text.startswith("Practice: ") for message in said if not message.files)
    files = [world.workspace.files[file_id] for message in said for file_id in message.files]
    assert [file.name.rpartition(".")[2] for file in files] == ["md", "pdf"]
    assert all(file.title == "Practice: record of OOPS-1" for file in files)
    assert "This was an exercise" in world.workspace.store.content(files[0].id).decode()


async def test_it_is_kept_out_of_history_and_statistics(world: World, alice: Someone) -> None:
    await start(alice)
    await alice.closes()
    await alice.reports()

    card = await world.oops.store.read(stats_card, world.oops.workspace_id, alice.id, now=world.clock())
    history = await world.oops.store.read(
        lambda session: [
            history_of(session, key(brand), Report("Again"), now=world.clock(), but_not=2)
            for brand in session.exec(select(Brand)).all()
        ]
    )

    assert card.cases == 1
    assert history == [History.FIRST_TIME, History.FIRST_TIME]


async def test_its_account_is_offered_nowhere(alice: Someone) -> None:
    await start(alice)
    await alice.closes()
    await alice.types("We wrote Tuesday, the run is on Thursday")

    assert "Whose account?" not in shown(alice.view)
    assert "Riverside Runners" not in shown(alice.view)
    assert "home.brand" not in action_ids(await alice.opens_home())


async def test_home_and_list_say_that_it_is_practice(alice: Someone) -> None:
    await start(alice)
    await alice.closes()
    await alice.types("list")

    assert "Practice · *OOPS-1*" in shown(await alice.opens_home())
    assert "Practice · *OOPS-1*" in alice.hears()[-1]


async def test_an_exercise_that_everybody_forgot_ends_by_itself(world: World, alice: Someone) -> None:
    await start(alice)

    await world.passes(seconds=LONGEST.total_seconds())

    assert [case.state for case in await cases(world)] == ["closed"]
    assert "None of" in shown(newest(world, alice, "Record of OOPS-1"))
    said = len(practised(world, alice))
    await world.passes(hours=24)
    assert len(practised(world, alice)) == said


async def test_an_exercise_that_is_opened_again_has_its_three_hours_again(
    world: World, alice: Someone
) -> None:
    await start(alice, response_channel=TEAM_CHANNEL)
    await world.passes(seconds=LONGEST.total_seconds())
    await alice.clicks(world.plan, "case.reopen")
    await alice.submits()

    await world.passes(minutes=1)

    assert [case.state for case in await cases(world)] == ["open"]
    await world.passes(seconds=LONGEST.total_seconds())
    assert [case.state for case in await cases(world)] == ["closed"]


async def test_nobody_ends_somebody_elses_exercise(world: World, alice: Someone, carol: Someone) -> None:
    await start(alice)
    await alice.closes()
    await alice.types("practice")
    await start(carol)
    await carol.closes()
    await carol.types("practice")

    carol.view.view["blocks"][1]["elements"][0]["value"] = "1"
    await carol.clicks(carol.view, "practice.end")

    assert [case.state for case in await cases(world)] == ["open", "open"]


def test_the_library_is_varied() -> None:
    library = samples().values()

    assert len(library) >= 12
    assert len({sample.report.channel for sample in library}) >= 10
    assert len({sample.report.mistake for sample in library}) >= 10
    assert all(len(sample.title) <= 75 and len(sample.course) >= 2 for sample in library)
    assert all(10 <= len(sample.report.what) <= 2000 for sample in library)


@ON_SQLITE
@pytest.mark.parametrize("key", samples())
async def test_every_sample_can_be_practised(world: World, alice: Someone, key: str) -> None:
    await start(alice, key)

    assert "Practice · OOPS-1" in shown(practised(world, alice)[0])
    assert samples()[key].title in shown(alice.view)


async def test_an_exercise_is_given_to_no_real_brand(world: World, alice: Someone) -> None:
    other = await add_brand(world, "Hill Walkers")
    await start(alice)
    (case,) = await cases(world)

    await alice.clicks(newest(world, alice, "Correct it publicly"), "case.more")
    offered = action_ids(alice.view)
    await forging.submits(alice, "case_brand", str(case.id), brand=forging.choice(other))

    assert "case.brand" not in offered
    (after,) = await cases(world)
    assert after.brand_id == case.brand_id
