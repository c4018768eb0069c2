"""What stands twice in Slack is removed, and counted."""

from structlog.testing import capture_logs

from bot.janitor import Janitor
from bot.playground.state import File, Message
from tests.said import calls, double_the_next, plans, said_again
from tests.world import TEAM_CHANNEL, Someone, World, shown

POST, REPLIES = "chat.postMessage", "conversations.replies"


def questions(world: World) -> list[Message]:
    return [message for message in world.said() if "Has it died down?" in shown(message)]


def files(world: World) -> list[File]:
    """Return the bot's files in the case's thread that are still there, oldest first."""
    shared = [world.workspace.files[file_id] for message in world.thread() for file_id in message.files]
    return [file for file in shared if not file.is_deleted]


async def share_as(world: World, person: Someone, name: str) -> str:
    """Put a file of this name into the case's thread as somebody, and return its id."""
    file_id = await person.person.uploads(name, b"mine")
    world.workspace.post(TEAM_CHANNEL, person.id, "", thread_ts=world.plan.ts, files=[file_id])
    return file_id


async def test_a_doubled_question_is_removed_and_the_first_stays_up_to_date(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    double_the_next(world)
    await world.next_check_in()
    await said_again(world)
    first, second = questions(world)

    with capture_logs() as logs:
        removed = await world.oops.remove_doubles()
    await alice.clicks(first, "checkin.quiet")

    assert removed == 1
    assert {"looked_for": 1, "removed": 1}.items() <= logs[-1].items()
    assert second not in world.said()
    assert "It has died down" in shown(first)
    assert first.ts < second.ts


async def test_of_a_doubled_plan_the_one_with_the_thread_stays(world: World, alice: Someone) -> None:
    double_the_next(world)
    await alice.reports()
    await said_again(world)
    _, second = plans(world)

    await world.oops.remove_doubles()

    assert plans(world) == [second]
    assert len(world.thread(second)) > 0


async def test_a_doubled_file_is_deleted_and_nobody_elses_of_that_name(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    world.workspace.app.history_lag_seconds = 300
    world.workspace.faults.add("files.completeUploadExternal", "accept_then_drop")
    await alice.clicks(world.plan, "case.close")
    await alice.submits()
    await said_again(world)
    twice = files(world)
    doubled = next(one.name for one in twice if [other.name for other in twice].count(one.name) == 2)
    copied = await share_as(world, bob, doubled)

    removed = await world.oops.remove_doubles()
    again = await world.oops.remove_doubles()

    left = [one.name for one in files(world)]
    assert (removed, again) == (1, 0)
    assert len(twice) == 3
    assert len(left) == len(set(left)) == 2
    assert next(one for one in twice if one.name == doubled) in files(world)
    assert not world.workspace.files[copied].is_deleted


async def test_what_was_sent_again_after_a_refusal_is_left_alone(world: World, alice: Someone) -> None:
    world.workspace.faults.add(POST, "ratelimited")
    await alice.reports()
    await world.passes(seconds=5)
    before = [message.ts for message in world.said()]

    removed = await world.oops.remove_doubles()

    assert removed == 0
    assert [message.ts for message in world.said()] == before


async def test_a_slack_that_does_not_answer_is_asked_again_tomorrow(world: World, alice: Someone) -> None:
    double_the_next(world)
    await alice.reports()
    await said_again(world)
    world.workspace.faults.add("conversations.history", "server_error")
    removed_today = await world.oops.remove_doubles()

    world.clock.now = world.clock.now.replace(day=world.clock.now.day + 1)
    removed_tomorrow = await world.oops.remove_doubles()

    assert (removed_today, removed_tomorrow) == (0, 1)


async def doubled_twice(world: World, alice: Someone) -> None:
    """Have two questions stand twice in Slack."""
    await alice.reports()
    for _ in range(2):
        double_the_next(world)
        await world.next_check_in()
        await said_again(world)


async def clean(world: World) -> tuple[int, list[float]]:
    """Remove what stands twice; return how many that were, and how long it has paused."""
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    oops = world.oops
    janitor = Janitor(oops.store, oops.client, oops.now, bot_user_id=oops.identity.bot_user_id, pause=pause)
    return await janitor.remove_doubles(), pauses


async def test_asked_too_often_it_waits_for_as_long_as_slack_says(world: World, alice: Someone) -> None:
    await doubled_twice(world, alice)
    world.workspace.faults.add(REPLIES, "ratelimited", seconds=30)

    assert await clean(world) == (2, [30])


async def test_asked_too_often_after_the_pause_too_it_leaves_the_rest_for_the_next_run(
    world: World, alice: Someone
) -> None:
    await doubled_twice(world, alice)
    world.workspace.faults.add(REPLIES, "ratelimited", times=2, seconds=30)
    before = calls(world, REPLIES)

    assert await clean(world) == (0, [30])
    assert calls(world, REPLIES) == before + 2
    assert await clean(world) == (2, [])
