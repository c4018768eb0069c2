"""A case that began in a direct message goes to a private channel, with its whole story, once."""

import pytest
from sqlmodel import Session, select

from bot.cases import moving
from bot.models import Brand, Evidence, Outbox
from bot.playground.state import Message
from bot.states import OutboxState
from tests.handlers.brands import open_page
from tests.said import double_the_next, said_again
from tests.world import TEAM_CHANNEL, Someone, World, action_ids, shown


@pytest.fixture
def world_settings() -> dict[str, str]:
    """Plans go to their reporter."""
    return {"oops_response_channel": ""}


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")


def direct(world: World, someone: Someone) -> str:
    return world.workspace.direct_channel(someone.id).id


def root_in(world: World, channel: str) -> Message:
    return next(message for message in world.said(channel) if not message.thread_ts)


async def move(world: World, someone: Someone, channel: str = TEAM_CHANNEL) -> dict[str, str]:
    await someone.clicks(root_in(world, direct(world, someone)), "case.move")
    return await someone.submits(response_channel=channel)


@pytest.mark.usefixtures("reported")
async def test_a_text_that_nobody_else_sees_says_where_somebody_can_approve_it(
    world: World, alice: Someone
) -> None:
    (draft, *_) = world.thread(root_in(world, direct(world, alice)))

    assert "nobody may approve this text:* press *Move to a channel* in the plan above" in shown(draft)
    assert "/invite" not in shown(draft)


@pytest.mark.usefixtures("reported")
async def test_the_whole_story_goes_along_in_its_order(world: World, alice: Someone) -> None:
    await world.next_check_in()
    check_in = next(one for one in world.said(direct(world, alice)) if "checkin.simmering" in action_ids(one))
    await alice.clicks(check_in, "checkin.simmering")
    before = [shown(message) for message in world.thread(root_in(world, direct(world, alice)))]

    assert await move(world, alice) == {}

    after = [shown(message) for message in world.thread(root_in(world, TEAM_CHANNEL))]
    assert "OOPS-1 · Correct it publicly" in shown(root_in(world, TEAM_CHANNEL))
    assert [text.partition("\n")[0] for text in after[:-1]] == [text.partition("\n")[0] for text in before]
    assert any("still simmering" in text for text in after)
    assert "<@UALICE> moved this case here from a direct message" in after[-1]


@pytest.mark.usefixtures("reported")
async def test_what_stands_in_the_old_place_says_where_it_went_and_has_no_buttons(
    world: World, alice: Someone
) -> None:
    await move(world, alice)

    old = world.said(direct(world, alice))
    assert all(f"<#{TEAM_CHANNEL}>" in shown(message) for message in old)
    assert all(action_ids(message) == [] for message in old)
    assert f"/archives/{TEAM_CHANNEL}/p" in shown(old[0])


@pytest.mark.usefixtures("reported")
async def test_others_take_part_afterwards_and_the_check_ins_come_there(
    world: World, alice: Someone, bob: Someone
) -> None:
    await move(world, alice)
    told = len(world.said(direct(world, alice)))

    await bob.clicks(world.draft(), "draft.approve")
    await world.next_check_in()

    assert "approved" in shown(world.draft())
    assert "checkin.quiet" in action_ids(world.check_in())
    assert len(world.said(direct(world, alice))) == told


@pytest.mark.usefixtures("reported")
async def test_who_may_see_it_follows_the_channel(
    world: World, bob: Someone, carol: Someone, alice: Someone
) -> None:
    await bob.types("OOPS-1")
    assert "There is no OOPS-1" in bob.hears()[-1]

    await move(world, alice)
    await bob.types("OOPS-1")
    await carol.types("OOPS-1")

    assert "Correct it publicly" in bob.hears()[-1]
    assert "There is no OOPS-1" in carol.hears()[-1]


@pytest.mark.usefixtures("reported")
async def test_a_form_that_is_sent_after_the_case_was_moved_moves_nothing_again(
    world: World, alice: Someone
) -> None:
    plan = root_in(world, direct(world, alice))
    await alice.clicks(plan, "case.move")
    first, form = alice.view, alice.view.view
    await alice.submits(response_channel=TEAM_CHANNEL)
    moved = len(world.said(TEAM_CHANNEL))

    await alice.types("We wrote Tuesday, the run is on Thursday")
    alice.view.view |= form
    alice.view.values = {**alice.view.values, **first.values}
    await alice.submits()

    assert "already" in shown(alice.view)
    assert len(world.said(TEAM_CHANNEL)) == moved


@pytest.mark.usefixtures("reported")
async def test_a_channel_without_the_bot_is_refused_beside_the_field(world: World, alice: Someone) -> None:
    world.workspace.channels[TEAM_CHANNEL].members.remove("UOOPS")

    errors = await move(world, alice)

    assert "/invite @oops" in errors["response_channel"]
    assert "case.move" in action_ids(root_in(world, direct(world, alice)))


async def test_what_was_not_said_yet_is_said_in_the_new_place_only(world: World, alice: Someone) -> None:
    world.workspace.faults.add("chat.postMessage", "error", error="restricted_action")
    await alice.reports(should_have_said="Thursday")
    assert not any("case.move" in action_ids(message) for message in world.said(direct(world, alice)))
    await world.oops.directory.look_up_channel(world.oops.workspace_id, TEAM_CHANNEL)

    await world.oops.store.run(moving.move_case, 1, TEAM_CHANNEL, by=alice.id, now=world.clock())
    await world.passes(seconds=1)

    assert "OOPS-1 · Correct it publicly" in shown(root_in(world, TEAM_CHANNEL))
    assert "Public correction" in shown(world.draft())
    assert not any("Correct it publicly" in text for text in alice.told())


@pytest.mark.usefixtures("reported")
async def test_a_restart_in_the_middle_says_nothing_twice(world: World, alice: Someone) -> None:
    world.workspace.faults.add("chat.postMessage", "ratelimited", seconds=5)
    await move(world, alice)
    assert await world.oops.store.read(unfinished) != []

    await world.restart_bot()
    await world.passes(seconds=6)

    texts = [shown(message) for message in world.thread(root_in(world, TEAM_CHANNEL))]
    assert len(texts) == len(set(texts))
    assert await world.oops.store.read(unfinished) == []


@pytest.mark.usefixtures("reported")
async def test_what_may_or_may_not_have_arrived_in_the_channel_is_not_said_twice(
    world: World, alice: Someone
) -> None:
    world.workspace.faults.add("chat.postMessage", "accept_then_drop", times=2)

    await move(world, alice)
    for seconds in (11, 31, 11, 31):
        await world.passes(seconds=seconds)

    texts = [shown(message) for message in world.said(TEAM_CHANNEL)]
    assert len(texts) == len(set(texts))
    assert any(text.startswith("*Public correction*") for text in texts)
    assert await world.oops.store.read(unfinished) == []


@pytest.mark.usefixtures("reported")
async def test_what_came_twice_into_the_channel_is_removed_by_the_daily_job(
    world: World, alice: Someone
) -> None:
    double_the_next(world)
    await move(world, alice)
    await said_again(world)
    doubled = [message for message in world.said() if not message.thread_ts]

    removed = await world.oops.remove_doubles()

    assert len(doubled) == 2
    assert removed == 1
    assert len([message for message in world.said() if not message.thread_ts]) == 1
    assert "*Public correction*" in shown(world.draft())


async def test_a_plan_that_was_on_its_way_when_the_case_was_moved_is_in_one_place(
    world: World, alice: Someone
) -> None:
    world.workspace.faults.add("chat.postMessage", "drop")
    await alice.reports(should_have_said="Thursday")
    await world.oops.directory.look_up_channel(world.oops.workspace_id, TEAM_CHANNEL)

    await world.oops.store.run(moving.move_case, 1, TEAM_CHANNEL, by=alice.id, now=world.clock())
    for seconds in (11, 31):
        await world.passes(seconds=seconds)

    assert "OOPS-1 · Correct it publicly" in shown(root_in(world, TEAM_CHANNEL))
    assert not any("Correct it publicly" in text for text in alice.told())
    assert await world.oops.store.read(unfinished) == []


def unfinished(session: Session) -> list[Outbox]:
    done = (OutboxState.SENT, OutboxState.CANCELLED)
    return [row for row in session.exec(select(Outbox)).all() if row.state not in done]


@pytest.mark.usefixtures("reported")
async def test_a_channel_that_is_chosen_in_the_settings_offers_the_move(world: World, alice: Someone) -> None:
    await open_page(alice, "about")

    await alice.submits(response_channel=TEAM_CHANNEL)

    assert f"has a private channel now: <#{TEAM_CHANNEL}>" in shown(world.said(direct(world, alice))[-1])
    await alice.clicks(root_in(world, direct(world, alice)), "case.move")
    errors = await alice.submits()
    assert errors == {}
    assert "OOPS-1" in shown(root_in(world, TEAM_CHANNEL))
    assert not any("has a private channel now" in shown(one) for one in world.said(TEAM_CHANNEL))
    assert (await world.oops.store.read(lambda session: session.exec(select(Brand)).one())).response_channel


@pytest.mark.usefixtures("reported")
async def test_the_record_of_a_closing_goes_along_as_it_was_though_the_case_was_opened_again(
    world: World, alice: Someone
) -> None:
    plan = root_in(world, direct(world, alice))
    await alice.clicks(plan, "case.close")
    await alice.submits(cause="The calendar", change="A second pair of eyes")
    before = next(shown(one) for one in world.thread(plan) if "Record of" in shown(one))
    await world.passes(hours=1)
    await alice.clicks(plan, "case.reopen")
    await alice.submits(reason="It goes on")

    assert await move(world, alice) == {}

    there = world.thread(root_in(world, TEAM_CHANNEL))
    after = next(shown(one) for one in there if "Record of" in shown(one))
    assert "by <@UALICE>.\n" in before
    assert after == before.replace(".\n", ". It was opened again after this record.\n", 1)
    assert "Cause: The calendar\nWhat will change: A second pair of eyes" in after
    names = {world.workspace.files[file].name: file for message in there for file in message.files}
    (file,) = (file for name, file in names.items() if name.endswith(".md"))
    text = world.workspace.store.content(file).decode()
    assert "- Cause: The calendar\n- What will change: A second pair of eyes" in text
    assert "### Plan 1" in text
    assert "### Plan 2" not in text
    assert "(dropped)" in text
    assert "It goes on" not in text


@pytest.mark.usefixtures("reported")
async def test_a_screenshot_goes_along(world: World, alice: Someone) -> None:
    file = await alice.person.uploads("post.png", b"\x89PNG picture")
    await alice.reports("We posted the wrong picture of the bridge", evidence=[file])
    plan = [one for one in world.said(direct(world, alice)) if not one.thread_ts][-1]

    await alice.clicks(plan, "case.move")
    await alice.submits(response_channel=TEAM_CHANNEL)

    names = [
        world.workspace.files[file].name for message in world.said(TEAM_CHANNEL) for file in message.files
    ]
    assert names == ["post.png"]


async def with_screenshot(world: World, someone: Someone) -> tuple[str, Message]:
    """Report with a screenshot that is kept in the direct message; return its id and the plan."""
    file = await someone.person.uploads("post.png", b"\x89PNG picture")
    await someone.reports("We posted the wrong picture of the bridge", evidence=[file])
    return file, [one for one in world.said(direct(world, someone)) if not one.thread_ts][-1]


def kept(session: Session) -> list[str]:
    return [row.state for row in session.exec(select(Evidence)) if row.sha256]


async def test_a_screenshot_whose_original_was_deleted_goes_along_as_our_copy(
    world: World, alice: Someone
) -> None:
    file, plan = await with_screenshot(world, alice)
    del world.workspace.files[file]

    await alice.clicks(plan, "case.move")
    await alice.submits(response_channel=TEAM_CHANNEL)

    said = world.said(TEAM_CHANNEL)
    assert [world.workspace.files[one].name for message in said for one in message.files] == ["post.png"]
    assert await world.oops.store.read(kept) == ["kept"]


async def test_a_screenshot_that_was_kept_stays_so_where_it_cannot_be_put_into_the_new_thread(
    world: World, alice: Someone
) -> None:
    _, plan = await with_screenshot(world, alice)
    world.workspace.files.clear()

    await alice.clicks(plan, "case.move")
    await alice.submits(response_channel=TEAM_CHANNEL)

    assert not any("could not keep" in shown(message) for message in world.said(TEAM_CHANNEL))
    assert await world.oops.store.read(kept) == ["kept"]
