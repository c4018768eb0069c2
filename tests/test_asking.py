"""Check-ins that are due together: each is asked as if it were alone, once, and a hundred take no more statements than two."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot import cases
from bot.attention import NORMAL_PACE
from bot.cases.asking import MOST_AT_ONCE, ask_due
from bot.cases.opening import NewReport
from bot.models import Brand, Case, CheckIn, Event, Message, Outbox, SlackChannel, SlackUser, key
from bot.report import Channel, Harm, Mistake, Noticed, Report, Undo
from bot.schedule import ask_due_check_ins
from bot.slack import facts as slack_facts
from bot.slack.identity import Identity
from bot.states import ChannelKind, CheckInState, OutboxState, Surface
from bot.storage import Store
from tests.counting import statements
from tests.many_cases import add_brand

NOW = datetime(2026, 3, 3, 21, 0, tzinfo=UTC)
UNANSWERED, OFFERED = 1, 2  # the numbers of the first two cases
LATER = NOW + timedelta(hours=2)  # later than every first check-in
US = Identity("T1", "Team", "https://team.slack.com/", "UOOPS", "B1", "A1", ())
REPORT = Report(
    "We wrote Tuesday, the run is on Thursday",
    Channel.X,
    Mistake.WRONG_FACT,
    Harm.INCONVENIENCE,
    Noticed.MANY_REPLIES,
    Undo.DELETE_AND_REPOST,
)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    store = Store(database_url)
    await store.run(slack_facts.install_workspace, US, now=NOW)
    yield store
    await asyncio.to_thread(store.close)


def open_cases(session: Session, /, count: int, **changes: Any) -> list[Case]:
    """Open cases whose plans are in Slack already."""
    brand = session.exec(select(Brand)).first()
    assert brand is not None
    opened = []
    for _ in range(count):
        so_far = len(session.exec(select(Case.id)).all())
        report = NewReport(REPORT, brand, "UALICE", f"V{so_far}", "CRESPONSE")
        opened.append(cases.open_case(session, report, now=NOW).case)
    rows = [session.get_one(Case, case.id) for case in opened]
    for row in rows:
        row.sqlmodel_update(changes)
    all_said(session)
    return rows


def all_said(session: Session) -> None:
    for row in session.exec(select(Outbox)):
        row.state = OutboxState.SENT
        session.get_one(Message, row.message_id).ts = "1.0"


def ask_all(session: Session, *, now: datetime, most: int = MOST_AT_ONCE) -> None:
    while ask_due(session, now=now, pace=NORMAL_PACE, most=most):
        pass


def add_offer(session: Session, case: Case, *, number: int) -> None:
    """Write an offer to close that is in Slack."""
    check_in = check_in_of(session, case, number)
    offer = Message(
        workspace_id=case.workspace_id,
        case_id=case.id,
        key=f"closing:{case.id}:{check_in.id}",
        surface=Surface.CLOSING,
        subject_id=check_in.id,
        channel_id=case.channel_id,
        is_threaded=True,
    )
    session.add(offer)


def check_in_of(session: Session, case: Case, number: int) -> CheckIn:
    return session.exec(select(CheckIn).where(CheckIn.case_id == case.id, CheckIn.number == number)).one()


def open_all_kinds(session: Session) -> None:
    """Open a case of each kind that is asked differently, all of them due at once."""
    brand = session.exec(select(Brand)).one()
    resting = add_brand(session, "Resting", now=NOW, quiet_from="22:00", quiet_until="07:00", backup="UBOB")
    away: dict[str, Any] = {"workspace_id": brand.workspace_id, "is_absent": True, "checked_at": NOW}
    session.add_all([SlackUser(user_id="UAWAY", **away), SlackUser(user_id="UBOB", **away)])
    session.add(
        SlackChannel(
            workspace_id=brand.workspace_id,
            channel_id="CRESPONSE",
            kind=ChannelKind.PRIVATE,
            is_bot_member=True,
            members=["UALICE", "UAWAY", "UBOB"],
            checked_at=NOW,
        )
    )
    unanswered, offered = open_cases(session, 1), open_cases(session, 1)
    ask_all(session, now=LATER)
    add_offer(session, offered[0], number=1)
    offered[0].last_look_at = NOW
    unanswered[0].nudges = 2
    open_cases(session, 2)
    open_cases(session, 1, lead="UALICE")
    open_cases(session, 1, lead="UAWAY")
    open_cases(session, 1, is_exercise=True)
    open_cases(session, 1, brand_id=resting.id, lead="UAWAY")
    open_cases(session, 1, brand_id=resting.id, lead="UBOB", is_exercise=True)


class Undone(Exception):
    """Carries out what a transaction has done, and has it undone."""

    def __init__(self, outcome: dict[int, Any]) -> None:
        self.outcome = outcome


async def outcome(store: Store, *, most: int) -> dict[int, Any]:
    """Return what asking so many at a time makes of each case, and undo it."""

    def ask(session: Session) -> None:
        ask_all(session, now=NOW + timedelta(days=1), most=most)
        session.expire_all()
        raise Undone({case.number: _of(session, case) for case in session.exec(select(Case))})

    with pytest.raises(Undone) as caught:
        await store.run(ask)
    return caught.value.outcome


def _of(session: Session, case: Case) -> Any:
    check_ins = session.exec(
        select(CheckIn).where(CheckIn.case_id == case.id).order_by(col(CheckIn.number))
    ).all()
    events = session.exec(select(Event).where(Event.case_id == case.id).order_by(col(Event.id))).all()
    said = session.exec(
        select(Message, Outbox)
        .join(Outbox, col(Outbox.message_id) == Message.id)
        .where(Outbox.case_id == case.id, Outbox.state == OutboxState.PENDING)
        .order_by(col(Outbox.id))
    ).all()
    return (
        [row.model_dump(exclude={"id", "version"}) for row in check_ins],
        [row.model_dump(exclude={"id"}) for row in events],
        [message.model_dump(exclude={"id"}) for message, _ in said],
        [row.model_dump(exclude={"id", "intent_id", "message_id"}) for _, row in said],
        case.model_dump(),
    )


async def test_those_that_are_due_together_are_asked_as_if_each_was_alone(store: Store) -> None:
    await store.run(open_all_kinds)

    one_by_one = await outcome(store, most=1)
    together = await outcome(store, most=100)

    assert together == one_by_one
    assert len({row["nudge_at"] for check_ins, *_ in together.values() for row in check_ins}) > 4


async def test_an_older_one_is_no_longer_reminded_of_and_is_drawn_again(store: Store) -> None:
    await store.run(open_all_kinds)

    check_ins, events, said, rows, _ = (await outcome(store, most=100))[UNANSWERED]

    assert [row["state"] for row in check_ins] == ["asked", "asked", "planned"]
    assert check_ins[0]["nudge_at"] is None
    assert [row["detail"] for row in events if row["kind"] == "check_in_asked"] == [
        {"number": 1},
        {"number": 2},
    ]
    assert [(message["surface"], row["action"]) for message, row in zip(said, rows, strict=True)] == [
        ("checkin", "update"),
        ("plan", "update"),
        ("checkin", "post"),
    ]


async def test_the_last_look_has_come_and_the_offer_to_close_is_drawn_again(store: Store) -> None:
    await store.run(open_all_kinds)

    _, _, said, _, case = (await outcome(store, most=100))[OFFERED]

    assert case["last_look_at"] is None
    assert "closing" in [message["surface"] for message in said]


@pytest.mark.parametrize("count", [40, 100])
async def test_many_take_no_more_statements_than_two(store: Store, count: int) -> None:
    await store.run(open_cases, 2)
    with statements(store) as for_two:
        asked_first = await store.run(ask_due_check_ins, now=LATER)
    await store.run(open_cases, count)
    with statements(store) as for_many:
        asked_then = await store.run(ask_due_check_ins, now=LATER)

    assert (asked_first, asked_then) == (2, count)
    assert len(for_many) == len(for_two) < 25


async def test_the_more_check_ins_a_case_has_had_the_more_statements_new_facts_do_not_take(
    store: Store,
) -> None:
    await store.run(open_all_kinds)
    counted = []
    for days in (1, 30):
        for day in range(days):
            await store.run(ask_all, now=NOW + timedelta(days=days + day))
        with statements(store) as sent:
            await store.run(new_facts, now=NOW + timedelta(days=2 * days))
        counted.append(len(sent))

    assert counted[1] <= counted[0]


def new_facts(session: Session, *, now: datetime) -> None:
    """Have somebody in the channel change the facts of a case with an offer to close."""
    case = session.exec(select(Case).where(Case.number == OFFERED)).one()
    session.exec(select(SlackChannel)).one().checked_at = now
    reach = int((now - NOW).total_seconds())
    cases.change_facts(session, key(case), replace(REPORT, reach=reach), by="UALICE", now=now)


async def test_two_processes_that_tick_at_once_ask_each_once(postgresql_url: str) -> None:
    one, other = Store(postgresql_url), Store(postgresql_url)
    await one.run(slack_facts.install_workspace, US, now=NOW)
    await one.run(open_cases, 150)

    asked = await asyncio.gather(
        *(each.run(ask_due_check_ins, now=LATER) for _ in range(3) for each in (one, other))
    )
    left = await one.read(asked_and_planned)
    for each in (one, other):
        await asyncio.to_thread(each.close)

    assert sum(asked) == 150
    assert left == {"checkin": 150, "check_in_asked": 150, CheckInState.ASKED: 150, CheckInState.PLANNED: 150}


def asked_and_planned(session: Session) -> dict[str, int]:
    states = session.exec(select(CheckIn.state)).all()
    return {
        "checkin": len(session.exec(select(Message.id).where(Message.surface == Surface.CHECK_IN)).all()),
        "check_in_asked": len(session.exec(select(Event.id).where(Event.kind == "check_in_asked")).all()),
        **{state: states.count(state) for state in set(states)},
    }
