"""Handling a case: who leads it, reminders when nobody does, public replies, and a nudge that finds nobody."""

from datetime import datetime

import pytest
from sqlmodel import Session, select

from bot.brand import Relation
from bot.models import CheckIn
from tests.handlers.brands import add_app, goes_away, set_brand
from tests.handlers.reporting import PRIZE
from tests.said import thread_text
from tests.world import TEAM_CHANNEL, Someone, World, action_ids, first_value, shown


@pytest.fixture
async def reported(alice: Someone) -> None:
    await alice.reports(should_have_said="Thursday")


@pytest.mark.usefixtures("reported")
async def test_the_lead_is_handed_over_and_the_new_one_is_told(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.lead")
    await alice.clicks(world.plan, "case.more")

    await alice.clicks(alice.view, "case.hand_over")
    errors = await alice.submits(person="UBOB")

    assert errors == {}
    assert "Lead: <@UBOB>" in shown(world.plan)
    assert "<@UBOB> leads this case now, asked by <@UALICE>" in thread_text(world)
    assert "<@UALICE> asked you to lead OOPS-1" in bob.told()[-1]
    assert alice.person.views == []


@pytest.mark.usefixtures("reported")
async def test_two_people_take_the_lead_at_once_and_one_is_told(
    world: World, alice: Someone, bob: Someone
) -> None:
    buttons = world.plan.blocks
    await alice.clicks(world.plan, "case.lead")
    world.plan.blocks = buttons  # as Bob saw it

    await bob.clicks(world.plan, "case.lead")

    assert "<@UALICE> leads this case now." in bob.hears("CRESPONSE")[-1]
    assert "<@UBOB> leads" not in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_whoever_led_the_case_is_told_that_somebody_took_it_over(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.lead")

    await bob.clicks(world.plan, "case.lead")

    assert "Lead: <@UBOB>" in shown(world.plan)
    assert "<@UBOB> leads OOPS-1 now, in your place." in alice.told()[-1]
    assert bob.told() == []


@pytest.mark.usefixtures("reported")
async def test_nobody_outside_the_channel_can_be_made_the_lead(
    world: World, alice: Someone, carol: Someone
) -> None:
    await alice.clicks(world.plan, "case.more")
    await alice.clicks(alice.view, "case.hand_over")

    errors = await alice.submits(person="UCAROL")

    assert "not in the case's channel" in errors["person"]
    assert carol.told() == []
    assert "Nobody leads this yet" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_another_app_in_the_channel_cannot_be_made_the_lead(world: World, alice: Someone) -> None:
    app = add_app(world)
    await world.passes(minutes=2)
    await alice.clicks(world.plan, "case.more")
    await alice.clicks(alice.view, "case.hand_over")

    errors = await alice.submits(person=app)

    assert "That is an app" in errors["person"]
    assert "Nobody leads this yet" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_handing_over_to_the_lead_is_refused_beside_the_field(world: World, alice: Someone) -> None:
    await alice.clicks(world.plan, "case.lead")
    await alice.clicks(world.plan, "case.more")
    await alice.clicks(alice.view, "case.hand_over")

    errors = await alice.submits(person="UALICE")

    assert "already" in errors["person"]


@pytest.mark.usefixtures("reported")
async def test_a_case_that_nobody_leads_is_reminded_of_once(world: World) -> None:
    await world.passes(minutes=9)
    assert "nobody leads this case yet" not in thread_text(world).lower()

    await world.passes(minutes=1)
    await world.passes(hours=2)

    assert thread_text(world).lower().count("nobody leads this case yet") == 1


async def test_one_person_is_not_asked_who_leads_the_case_of_their_own_account(
    world: World, alice: Someone
) -> None:
    await set_brand(world, relation=Relation.PERSONAL)
    await alice.reports(should_have_said="Thursday")

    await world.passes(hours=2)

    assert "nobody leads" not in (shown(world.plan) + thread_text(world)).lower()


@pytest.mark.usefixtures("reported")
async def test_a_case_that_is_led_needs_no_reminder(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.lead")

    await world.passes(minutes=15)

    assert "nobody leads" not in thread_text(world).lower()


async def test_the_backup_is_asked_while_the_lead_is_away(world: World, alice: Someone) -> None:
    await set_brand(world, lead="UALICE", backup="UBOB")
    await goes_away(world, "UALICE")
    await alice.reports(should_have_said="Thursday")

    await world.passes(minutes=10)

    assert "<@UBOB>, nobody leads this case while <@UALICE> is away" in thread_text(world)


async def test_a_backup_outside_the_channel_is_not_named(world: World, alice: Someone) -> None:
    await set_brand(world, backup="UCAROL")
    await alice.reports(should_have_said="Thursday")

    await world.passes(minutes=10)

    assert "Nobody leads this case yet" in thread_text(world)
    assert "UCAROL" not in thread_text(world)


async def test_a_lead_outside_the_channel_is_not_named_where_somebody_is_asked_to_lead(
    world: World, alice: Someone
) -> None:
    await set_brand(world, lead="UCAROL", backup="UBOB")
    await alice.reports(should_have_said="Thursday")

    await world.passes(minutes=10)

    assert "<@UBOB>, nobody leads this case: its lead is not in this channel." in thread_text(world)
    assert "Press *Take over the lead*" in thread_text(world)
    assert "UCAROL" not in thread_text(world)


async def test_nobody_outside_the_channel_is_reminded_of_a_check_in(world: World, alice: Someone) -> None:
    await set_brand(world, lead="UBOB", backup="UCAROL")
    await alice.reports(should_have_said="Thursday")
    for _ in range(3):
        await world.next_check_in()
    await alice.person.removes(TEAM_CHANNEL, "UBOB")

    for _ in range(3):
        await world.passes(minutes=30)

    reminders = [shown(m) for m in world.thread() if "unanswered" in shown(m)]
    assert [words.startswith("The check-in above") for words in reminders] == [True]


@pytest.mark.usefixtures("reported")
async def test_a_public_reply_is_counted_with_one_click_and_the_advice(world: World, alice: Someone) -> None:
    await alice.clicks(world.plan, "case.reply")

    assert "1 public reply to OOPS-1" in alice.hears("CRESPONSE")[-1]
    assert "do not argue" in alice.hears("CRESPONSE")[-1]
    assert "1 public reply so far" in shown(world.plan)
    assert "public reply" not in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_a_public_reply_is_not_counted_by_a_stray_tap(world: World) -> None:
    (button,) = [
        block["accessory"]
        for block in world.plan.blocks
        if block.get("accessory", {}).get("action_id") == "case.reply"
    ]

    assert button["confirm"]["title"]["text"] == "Did you reply in public?"


@pytest.mark.usefixtures("reported")
async def test_the_third_public_reply_within_a_day_warns_the_channel_once(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.clicks(world.plan, "case.reply")
    await bob.clicks(world.plan, "case.reply")
    assert "within a day" not in thread_text(world)

    for _ in range(2):
        await world.passes(minutes=1)
        await alice.clicks(world.plan, "case.reply")

    assert thread_text(world).count("public replies within a day") == 1
    assert "4 public replies so far" in shown(world.plan)


@pytest.mark.usefixtures("reported")
async def test_replies_of_another_day_do_not_count_as_an_argument(world: World, alice: Someone) -> None:
    await alice.clicks(world.plan, "case.reply")
    await world.passes(days=1, minutes=1)
    await alice.clicks(world.plan, "case.reply")
    await world.passes(minutes=1)

    await alice.clicks(world.plan, "case.reply")

    assert "within a day" not in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_a_double_click_is_one_reply(world: World, alice: Someone) -> None:
    await alice.clicks(world.plan, "case.reply")

    await alice.clicks(world.plan, "case.reply")

    assert "counted already" in alice.hears("CRESPONSE")[-1]
    assert "1 public reply so far" in shown(world.plan)


async def nudge_times(world: World) -> list[datetime]:
    def waiting(session: Session) -> list[datetime]:
        return [row.nudge_at for row in session.exec(select(CheckIn)) if row.nudge_at is not None]

    return await world.oops.store.read(waiting)


async def test_a_nudge_that_finds_nobody_is_not_tried_again_each_second(world: World, alice: Someone) -> None:
    await set_brand(world, lead="UBOB")
    await alice.reports(should_have_said="Thursday")
    await world.next_check_in()
    (planned,) = await nudge_times(world)
    await goes_away(world, "UBOB")

    await world.passes(minutes=30)

    assert planned <= world.clock()
    assert await nudge_times(world) == []
    assert "unanswered" not in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_what_is_rarely_needed_is_behind_more(world: World, bob: Someone) -> None:
    await bob.clicks(world.plan, "case.more")

    assert action_ids(bob.view) == ["case.hand_over", "case.merge", "case.brand"]
    assert first_value(bob.view, "case.merge") == first_value(world.plan, "case.more")
    assert "*Should somebody else lead it?*" in shown(bob.view)
    assert "*Was it reported twice?*" in shown(bob.view)
    assert "It is filed for Riverside Runners." in shown(bob.view)


async def test_a_reply_before_the_call_is_not_called_one_kind_line(world: World, alice: Someone) -> None:
    await alice.reports("We told everybody that they had won the car", **PRIZE)

    await alice.clicks(world.plan, "case.reply")

    heard = alice.hears("CRESPONSE")[-1]
    assert "Nobody should say more in public before the call in the plan is made." in heard
    assert "One kind line is enough" not in heard


async def test_once_the_call_is_made_a_reply_is_one_kind_line_again(world: World, alice: Someone) -> None:
    await alice.reports("We told everybody that they had won the car", **PRIZE)
    await alice.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))

    await alice.clicks(world.plan, "case.reply")

    assert "One kind line is enough" in alice.hears("CRESPONSE")[-1]


async def test_closing_names_the_call_that_was_never_made(world: World, alice: Someone) -> None:
    await alice.reports("We told everybody that they had won the car", **PRIZE)

    await alice.clicks(world.plan, "case.close")
    before = shown(alice.view)
    await alice.closes()
    await alice.clicks(world.plan, "task.done", first_value(world.plan, "task.done"))
    await alice.clicks(world.plan, "case.close")

    assert "*The call that comes before any public word was not made:* Call" in before
    assert "was not made" not in shown(alice.view)
