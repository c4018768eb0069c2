"""An all-clear that is not marked as sent: said in the thread and in App Home until it is, approved or not."""

import pytest

from tests.handlers.brands import goes_away, set_brand
from tests.said import thread_text
from tests.world import Someone, World, shown

ALARM = {"channel": "push_sms", "mistake": "false_alarm", "harm": "safety", "undo": "cannot"}
UNSENT = "the all-clear above is not marked as sent yet"


@pytest.fixture
async def reported(world: World, alice: Someone) -> None:
    await set_brand(world, lead="UBOB", backup="UALICE")
    await alice.reports("We sent a flood warning that was a test", **ALARM)


@pytest.mark.usefixtures("reported")
async def test_an_all_clear_is_reminded_of_within_minutes(world: World) -> None:
    await world.passes(minutes=3)

    assert (
        f"<@UBOB>, {UNSENT}: *send it now*, and press *I published it*. Approval can follow."
        in thread_text(world)
    )
    assert "still waits for approval" not in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_an_all_clear_is_reminded_of_until_it_is_out_also_by_its_backup(
    world: World, alice: Someone
) -> None:
    for minutes in (3, 3, 3, 3, 12):
        await world.passes(minutes=minutes)
    before = thread_text(world)

    await alice.publishes(world.draft("All-clear"))
    await world.passes(hours=3)

    assert before.count("is not marked as sent yet") == 4
    assert f"<@UBOB> and <@UALICE>, {UNSENT}" in before
    assert "is not marked as sent yet" not in thread_text(world)
    assert "_Settled:_ the all-clear is out." in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_an_approval_does_not_end_it_since_nobody_has_read_the_all_clear_yet(
    world: World, bob: Someone
) -> None:
    await world.passes(minutes=3)
    await bob.clicks(world.draft("All-clear"), "draft.approve")
    approved = thread_text(world)

    await world.passes(minutes=3)

    assert f"{UNSENT}: *send it now*" in approved
    assert "Approval can follow" not in approved
    assert "_Settled:_" not in approved
    assert thread_text(world).count(UNSENT) == approved.count(UNSENT) + 1


@pytest.mark.usefixtures("reported")
async def test_an_all_clear_that_went_out_unapproved_is_reminded_of_as_that(
    world: World, alice: Someone
) -> None:
    await world.passes(minutes=6)

    await alice.publishes(world.draft("All-clear"))
    await world.passes(minutes=15)

    assert "<@UBOB>, the all-clear above is out, and still waits for approval." in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_an_all_clear_to_which_changes_were_asked_for_is_still_not_out(
    world: World, bob: Someone
) -> None:
    await bob.clicks(world.draft("All-clear"), "draft.request_changes")
    await bob.submits(reason="Say that the water is safe")

    await world.passes(minutes=3)

    assert f"{UNSENT}: press *Edit*, which shows what is in the way, and send it." in thread_text(world)


async def test_quiet_hours_hold_back_no_reminder_of_a_false_alarm(world: World, alice: Someone) -> None:
    await set_brand(world, lead="UALICE", quiet_from="00:00", quiet_until="23:59")

    await alice.reports("We sent a flood warning that was a test", **ALARM)
    await world.passes(minutes=3)

    assert f"<@UALICE>, {UNSENT}" in thread_text(world)


async def test_where_the_lead_is_away_the_backup_is_reminded_to_send_it(world: World, alice: Someone) -> None:
    await set_brand(world, lead="UALICE", backup="UBOB")
    await goes_away(world, "UALICE")
    await alice.reports("We sent a flood warning that was a test", **ALARM)

    await world.passes(minutes=3)

    assert f"<@UBOB>, {UNSENT}" in thread_text(world)


@pytest.mark.usefixtures("reported")
async def test_home_asks_everybody_who_handles_the_case_to_send_it_approved_or_not(
    world: World, alice: Someone, bob: Someone, carol: Someone
) -> None:
    wanted = "All-clear is not marked as sent yet: send it now"
    new = shown(await bob.opens_home())
    await bob.clicks(world.draft("All-clear"), "draft.approve")
    approved = [shown(await one.opens_home()) for one in (alice, bob, carol)]

    await alice.publishes(world.draft("All-clear"))

    assert wanted in new
    assert [wanted in home for home in approved] == [True, True, False]
    assert wanted not in shown(await alice.opens_home())
