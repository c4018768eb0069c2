"""Publishing: what may go out and when, where it went, and what the plan says then."""

from datetime import timedelta

import pytest

from bot.gathering import draft_card
from bot.states import TaskState
from bot.storage import queries
from tests.said import thread_text
from tests.world import Someone, World, action_ids, first_value, shown

RIGHT = "The run is on Thursday, not Tuesday. Sorry for the mix-up."


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="The run is on Thursday")


@pytest.mark.usefixtures("reported")
async def test_an_unapproved_text_cannot_be_published(world: World) -> None:
    assert "draft.published" not in action_ids(world.draft())


@pytest.mark.parametrize("button", ["draft.edit", "draft.request_changes", "draft.published"])
@pytest.mark.usefixtures("reported")
async def test_a_button_of_a_text_that_is_out_already_says_so_and_opens_no_form(
    world: World, alice: Someone, bob: Someone, button: str
) -> None:
    await bob.clicks(world.draft(), "draft.approve")
    message = world.draft()
    before = message.blocks
    await alice.publishes(message)
    after, message.blocks = message.blocks, before

    await bob.clicks(message, button)

    message.blocks = after
    assert "already published by <@UALICE>" in bob.hears("CRESPONSE")[-1]
    assert bob.person.views == []


@pytest.mark.usefixtures("reported")
async def test_publishing_says_where_and_starts_the_watching(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")

    errors = await alice.publishes(world.draft(), where="X", link="https://example.org/p/2")

    assert errors == {}
    assert "https://example.org/p/2" in shown(world.draft())
    assert "Only watching now" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_a_published_link_has_to_be_a_web_address(world: World, alice: Someone, bob: Someone) -> None:
    await bob.clicks(world.draft(), "draft.approve")

    errors = await alice.publishes(world.draft(), link="javascript:alert(1)")

    assert "link" in errors
    assert "published by" not in shown(world.draft())


async def test_public_words_wait_for_the_call(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(
        "We told everybody that they had won the car",
        mistake="wrong_price_or_offer",
        harm="misleads_decision",
        red_flags=["false_price_or_prize"],
        should_have_said="There is one winner, drawn on Friday",
    )
    assert "Call first" in shown(world.plan)
    draft = next(m for m in world.thread() if "draft.approve" in action_ids(m))
    await bob.clicks(draft, "draft.approve")
    await alice.clicks(world.plan, "case.lead")

    assert set(await alice.publishes(draft)) == {"override"}
    assert "called before any public word" in shown(alice.view)
    await alice.closes()
    await alice.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    errors = await alice.publishes(draft)

    assert errors == {}
    assert "published" in shown(draft)


async def test_who_does_not_lead_is_refused_before_they_type_why_words_cannot_wait(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(
        "We published the home address of one of our runners",
        mistake="private_info",
        harm="privacy",
        undo="delete",
    )
    draft = next(m for m in world.thread() if "draft.approve" in action_ids(m))
    await bob.clicks(draft, "draft.approve")

    await alice.clicks(draft, "draft.published")

    assert "Why it cannot wait" not in shown(alice.view)
    assert "Only the case's lead can publish before that call" in alice.hears("CRESPONSE")[-1]


async def test_the_lead_may_publish_before_the_call_with_a_reason(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(
        "We told everybody that they had won the car",
        mistake="wrong_price_or_offer",
        harm="misleads_decision",
        red_flags=["false_price_or_prize"],
        should_have_said="There is one winner, drawn on Friday",
    )
    draft = next(m for m in world.thread() if "draft.approve" in action_ids(m))
    await bob.clicks(draft, "draft.approve")
    await alice.clicks(world.plan, "case.lead")

    await alice.clicks(draft, "draft.published")
    errors = await alice.submits(override="People are on their way to collect it")

    assert errors == {}
    assert "published" in shown(draft)
    assert "<@UALICE> decided that public words go out before the call" in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_what_is_published_is_ticked_off_and_the_plan_says_to_watch(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")
    assert "Publish one short, approved line" in shown(world.plan)

    await alice.publishes(world.draft())

    assert "Publish one short, approved line" not in shown(world.plan)
    assert "Now watch whether it dies down" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_other_words_after_the_first_are_a_task_of_their_own(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft())
    world.clock.now += timedelta(hours=5)

    await alice.clicks(world.plan, "case.level")
    await alice.submits(level="apologise_publicly", reason="People are hurt")

    tasks = await world.oops.store.read(queries.tasks_of, 1)
    publishing = [task for task in tasks if task.key == "publish"]
    assert [task.state for task in publishing] == [TaskState.DONE, TaskState.OPEN]
    assert publishing[0].text.startswith("Publish one short, approved line")
    assert publishing[1].text.startswith("Publish the approved apology")
    assert publishing[1].due_at > world.clock()


@pytest.mark.usefixtures("reported")
async def test_a_draft_that_nobody_used_does_not_blame_the_plan_when_the_case_is_closed(
    world: World, alice: Someone
) -> None:
    unused = world.draft()
    await alice.clicks(world.plan, "case.close")
    await alice.submits()
    assert "not used before the case was closed" in shown(unused)

    await alice.clicks(world.plan, "case.reopen")
    await alice.submits()

    drawn = await world.oops.store.read(draft_card, 1)  # as it would be drawn again
    assert drawn.ended_by_closing
    assert "not used before the case was closed" in shown(unused)
