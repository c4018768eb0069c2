"""Reports while something is wrong: the form has gone or did not open, the text is too long, the database is busy."""

import asyncio

import pytest
from sqlmodel import Session, select

from bot.models import ReportForm
from tests.handlers.reporting import WHAT, cases, chosen, entry, held
from tests.world import ORDINARY, Someone, World, shown


async def test_a_form_whose_row_is_gone_is_taken_all_the_same(world: World, alice: Someone) -> None:
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)

    def forget(session: Session) -> None:
        for row in session.exec(select(ReportForm)):
            session.delete(row)

    await world.oops.store.run(forget)
    errors = await alice.submits()

    assert errors == {}
    assert WHAT in shown(world.plan)


@pytest.mark.parametrize("error", ["expired_trigger_id", "internal_error"])
async def test_a_form_that_did_not_open_gives_the_words_back(
    world: World, alice: Someone, error: str
) -> None:
    world.workspace.faults.add("views.open", "error", error=error)

    await alice.types(WHAT)

    assert alice.person.views == []
    assert "/oops" in alice.hears()[-1]
    assert WHAT in alice.hears()[-1]


async def test_who_reports_while_slack_refuses_the_token_is_not_asked_to_try_again(
    world: World, alice: Someone
) -> None:
    world.workspace.app.is_revoked = True

    await alice.types(WHAT)

    assert "Slack refuses oops's token" in alice.hears()[-1]
    assert "tell whoever runs oops" in alice.hears()[-1]
    assert "type `/oops` again" not in alice.hears()[-1]
    assert WHAT in alice.hears()[-1]


async def test_who_presses_a_button_while_slack_refuses_the_token_hears_so(
    world: World, alice: Someone
) -> None:
    await alice.reports()
    world.workspace.app.is_revoked = True

    await alice.clicks(world.plan, "case.level")

    assert "Slack refuses oops's token" in alice.hears("CRESPONSE")[-1]


async def test_a_form_can_be_answered_while_slack_is_slow_to_say_that_it_has_opened(
    world: World, alice: Someone
) -> None:
    world.workspace.faults.add("views.open", "slow", seconds=3)

    def kept(session: Session) -> bool:
        return session.exec(select(ReportForm)).first() is not None

    async with asyncio.timeout(2.5):
        await alice.person.command("CGENERAL", "/oops", WHAT)
        while not await world.oops.store.read(kept):
            pass

    await alice.fills(channel="email")

    assert chosen(alice.view, "undo") == "cannot"


async def test_after_a_global_shortcut_it_is_said_directly(world: World, alice: Someone) -> None:
    world.workspace.faults.add("views.open", "drop")

    await alice.person.shortcut("report_oops")
    await world.oops.settle()

    assert "/oops" in alice.told()[-1]


async def test_a_text_that_is_longer_than_the_form_comes_back_whole(alice: Someone) -> None:
    long = "We wrote Tuesday. " * 250

    await alice.types(long)

    assert len(entry(alice.view, "what")["value"]) == 3000
    assert alice.hears()[-1].replace("\n", "").endswith(long.strip())


async def test_two_people_report_at_the_same_time(world: World, alice: Someone, bob: Someone) -> None:
    await alice.types("Alice saw that the date is wrong")
    await bob.types("Bob saw that the price is wrong")

    first = await bob.submits(**{**ORDINARY, "channel": "facebook"})
    second = await alice.submits(**ORDINARY)

    assert (first, second) == ({}, {})
    assert [case.reporter for case in await cases(world)] == ["UBOB", "UALICE"]
    assert shown(bob.view) != shown(alice.view)


async def test_a_busy_database_loses_nothing_and_takes_the_same_form_later(
    world: World, alice: Someone
) -> None:
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)

    with held(world.database_url):
        errors = await alice.person.submit()
    again = await alice.submits()

    assert "Nothing is lost" in errors["what"]
    assert again == {}
    assert len(await cases(world)) == 1


async def test_the_form_opens_while_nothing_can_be_written_and_is_taken_later(
    world: World, alice: Someone
) -> None:
    with held(world.database_url):
        await alice.person.command("CGENERAL", "/oops", WHAT)
        await world.oops.tasks.settle()
    await alice.fills(**ORDINARY)
    errors = await alice.submits()

    assert errors == {}
    assert WHAT in shown(world.plan)
