"""Erasing what a person wrote in other people's cases, and how long whoever else writes waits meanwhile."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from alembic import command
from sqlalchemy import event
from sqlmodel import Session, col, select

from bot import cases, erasing
from bot.brands import keeping
from bot.data_requests import Erasure
from bot.event_kinds import EventKind
from bot.models import Brand, Case, CasePlan, Event, Message, key
from bot.states import DraftState
from bot.storage import queries
from bot.storage.engine import sqlite_path
from tests.counting import questions, statements
from tests.databases import ON_SQLITE
from tests.erased import CAUSE, DRAFTED, REASON, REPORTED, erase, left_of, the_case
from tests.handlers.brands import close, give, keep_for
from tests.handlers.reporting import add_brand
from tests.many_cases import add_case, add_work
from tests.migrating import config_for, connected
from tests.world import Someone, World, shown


async def ask_for_changes(someone: Someone) -> None:
    await someone.clicks(someone.world.draft(), "draft.request_changes")
    await someone.submits(reason=REASON)


async def test_a_reason_goes_although_somebody_else_put_the_draft_aside(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await ask_for_changes(bob)
    await alice.clicks(world.draft(), "draft.discard")

    erase(world, person="UBOB")

    assert left_of((REASON,), world.database_url) == []


def two_of_anybody(session: Session) -> None:
    brand = session.exec(select(Brand)).one()
    brand.approvals_needed, brand.self_approval = 2, True


async def test_whoever_asked_for_changes_stays_known_while_approvals_are_missing(
    world: World, alice: Someone, bob: Someone
) -> None:
    await world.oops.store.run(two_of_anybody)
    await alice.reports(should_have_said="Thursday")
    await ask_for_changes(bob)

    await alice.clicks(world.draft(), "draft.approve")

    assert "<@UBOB> asked for changes" in shown(world.draft())
    erase(world, person="UBOB")
    assert left_of((REASON,), world.database_url) == []


async def test_a_reason_is_gone_once_the_draft_is_approved_and_stays_in_the_timeline(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await ask_for_changes(alice)

    await bob.clicks(world.draft(), "draft.approve")

    def noted(session: Session) -> list[str]:
        return [draft.note for draft in queries.drafts_of(session, 1)]

    def reasons(session: Session) -> list[str]:
        return [line.detail["reason"] for line in queries.events_of(session, 1) if "reason" in line.detail]

    assert set(await world.oops.store.read(noted)) == {""}
    assert await world.oops.store.read(reasons) == [REASON]


async def test_what_was_learned_goes_although_the_case_was_opened_again(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.close")
    await bob.submits(cause=CAUSE, change=CAUSE)
    await alice.clicks(world.plan, "case.reopen")
    await alice.submits()

    erase(world, person="UBOB")

    assert left_of((CAUSE,), world.database_url) == []


async def test_right_words_go_from_drafts_as_they_were_tidied_there(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.facts")
    await bob.submits(should_have_said="Correct date: bittern the 5th, ")
    before = shown(world.draft())

    erase(world, person="UBOB")

    assert "bittern the 5th" in before.lower()
    assert left_of(("bittern", "Bittern"), world.database_url) == []


async def test_a_draft_that_is_out_keeps_when_it_was_settled(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await bob.clicks(world.draft(), "draft.approve")

    erase(world, person="UBOB")

    def settled(session: Session) -> list[bool]:
        return [
            "settled" in line.detail
            for line in queries.events_of(session, 1)
            if line.kind == "draft_approved"
        ]

    assert await world.oops.store.read(settled) == [True]


async def test_a_notice_from_before_it_named_its_case_is_erased_too(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await ask_for_changes(bob)
    with connected(world.database_url) as connection:
        command.downgrade(config_for(connection), "0008")
        command.upgrade(config_for(connection), "head")

    told = erase(world, case="OOPS-1")

    assert left_of((REASON,), world.database_url) == []
    assert "1 in D" in told


@ON_SQLITE
async def test_saying_what_would_go_waits_for_nobody_who_writes(world: World, alice: Someone) -> None:
    await alice.reports()
    path = sqlite_path(world.database_url)
    assert path is not None

    with closing(sqlite3.connect(path, isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        told = [Erasure(world.database_url, person="UALICE").announced()]
        told += [Erasure(world.database_url, case="OOPS-1").announced()]
        writing.execute("ROLLBACK")

    assert all("would be erased of: OOPS-1" in each for each in told)


def break_the_last_plan(session: Session) -> None:
    session.exec(select(CasePlan).order_by(col(CasePlan.id).desc())).first().plan = {"level": "none"}  # type: ignore[union-attr]


async def test_a_persons_cases_are_erased_one_by_one(world: World, alice: Someone) -> None:
    await alice.reports(f"We wrote {REPORTED}")
    await alice.reports(f"We wrote {DRAFTED}", channel="facebook")
    await world.oops.store.run(break_the_last_plan)

    with pytest.raises(ValueError, match="level"):
        erase(world, person="UALICE")

    assert (await world.oops.store.read(the_case, 1)).report["what"] == erasing.ERASED
    assert (await world.oops.store.read(the_case, 2)).report["what"] == f"We wrote {DRAFTED}"


async def test_cases_whose_days_are_over_are_erased_one_by_one(world: World, alice: Someone) -> None:
    await keep_for(world, 1)
    for what in (REPORTED, DRAFTED):
        await alice.reports(f"We wrote {what}", channel="x" if what == REPORTED else "facebook")
        await close(world, alice)
    await world.oops.store.run(break_the_last_plan)
    await world.passes(days=2)

    with pytest.raises(ValueError, match="level"):
        await world.oops.erase_what_is_over()

    assert (await world.oops.store.read(the_case, 1)).report["what"] == erasing.ERASED
    assert (await world.oops.store.read(the_case, 2)).report["what"] == f"We wrote {DRAFTED}"


async def test_a_case_that_was_opened_again_meanwhile_is_not_erased(world: World, alice: Someone) -> None:
    await keep_for(world, 1)
    await alice.reports(f"We wrote {REPORTED}")
    await close(world, alice)
    await world.passes(days=2)
    over = await world.oops.store.read(keeping.cases_over, now=world.clock())
    await alice.clicks(world.plan, "case.reopen")
    await alice.submits()

    erased = [
        await world.oops.store.run(keeping.erase_if_over, case_id, now=world.clock()) for case_id in over
    ]

    assert erased == [False]
    assert REPORTED in (await world.oops.store.read(the_case)).report["what"]


def merge_two_others(session: Session, now: datetime) -> None:
    one, two = (add_case(session, number, now=now) for number in (50, 51))
    add_work(session, one, two, now=now)
    cases.merge_cases(session, key(one), key(two), by="UBOB", now=now)


async def test_erasing_a_case_reads_no_line_and_no_message_of_another(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(f"We wrote {REPORTED}")
    await ask_for_changes(bob)
    await world.oops.store.run(merge_two_others, world.clock())
    read: list[int | None] = []

    def note(row: Event | Message, _context: object) -> None:
        read.append(row.case_id if isinstance(row, Event) else row.case_id or row.about_case_id)

    def erase_first(session: Session) -> None:
        case = session.exec(select(Case).where(Case.number == 1)).one()
        for table in (Event, Message):
            event.listen(table, "load", note)
        try:
            erasing.erase_case(session, case, now=world.clock())
        finally:
            for table in (Event, Message):
                event.remove(table, "load", note)

    with statements(world.oops.store) as sent:
        await world.oops.store.run(erase_first)

    assert set(read) == {1}
    assert [each for each in sent if " LIKE " in each] == []


async def test_as_much_is_asked_about_a_person_however_many_cases_there_are(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await ask_for_changes(bob)

    async def asked() -> int:
        with questions(world) as sent:
            await world.oops.store.read(erasing.look_at_person, world.oops.workspace_id, "UBOB")
        return len(sent)

    before = await asked()
    await world.oops.store.run(
        lambda session: [
            add_case(session, number, now=world.clock() - timedelta(1)) for number in range(20, 60)
        ]
    )

    assert await asked() == before


async def test_an_open_draft_made_of_erased_words_is_put_aside(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.facts")
    await bob.submits(should_have_said="Correct date: bittern the 5th, ")

    erase(world, person="UBOB")

    def states(session: Session) -> set[DraftState]:
        return {draft.state for draft in queries.drafts_of(session, 1)}

    assert await world.oops.store.read(states) <= {DraftState.SUPERSEDED, DraftState.DISCARDED}


async def test_whose_account_it_is_by_name_goes_and_who_leads_since_it_was_put_right_stays(
    world: World, alice: Someone
) -> None:
    other = await add_brand(world, "Hill Walkers", lead="UBOB")
    first = str(await world.oops.store.read(brand_of_the_team))
    await alice.reports(brand=first)
    await give(world, alice, other)

    erase(world, case="OOPS-1")

    (line,) = await world.oops.store.read(lines_of, EventKind.BRAND_CHANGED)
    assert line.detail == {"level": "correct_publicly", "lead": "UBOB"}


def brand_of_the_team(session: Session) -> int:
    return min(key(brand) for brand in session.exec(select(Brand)).all())


def lines_of(session: Session, kind: EventKind) -> list[Event]:
    return [line for line in queries.events_of(session, 1) if line.kind == kind]
