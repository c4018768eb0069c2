"""Statistics: `/oops stats` and the button on App Home."""

import struct
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.attention import CheckInAnswer
from bot.models import Brand, CasePlan, CheckIn, Message, key
from bot.plan import Level
from bot.report import Channel, Mistake
from bot.states import CheckInState, Surface
from bot.stats import stats_card
from tests.counting import questions
from tests.many_cases import add_brand, add_case, add_cases
from tests.said import plans
from tests.world import Someone, World, action_ids, shown


@pytest.fixture(autouse=True)
async def look_at_channel(world: World) -> None:
    """Slack was asked who is in the team's channel, as it is once a case is there."""
    await world.oops.directory.look_up_channel(world.oops.workspace_id, "CRESPONSE")


async def test_cases_are_counted_by_kind_channel_and_level(world: World, bob: Someone) -> None:
    def arrange(session: Session) -> None:
        add_case(session, 1, now=world.clock())
        add_case(session, 2, now=world.clock())
        add_case(
            session, 3, now=world.clock(), mistake=Mistake.TYPO, channel=Channel.EMAIL, level=Level.LET_IT_GO
        )

    await world.oops.store.run(arrange)

    await bob.types("stats")

    heard = bob.hears()[-1]
    assert "3 cases in the last twelve months*, 3 still going on" in heard
    assert "*Kind:* Wrong fact, date, name or number 2, Typo or grammar slip 1" in heard
    assert "*Channel:* X (Twitter) 2, E-mail or newsletter 1" in heard
    assert f"*Level:* {Level.CORRECT_PUBLICLY.label} 2, {Level.LET_IT_GO.label} 1" in heard


async def test_times_are_those_of_the_middle_case(world: World, alice: Someone, bob: Someone) -> None:
    for minutes in (30, 40, 600):
        await alice.reports()
        plan = world.plan
        await world.passes(minutes=minutes)
        draft = next(
            message for message in world.thread(plan) if shown(message).startswith("*Public correction*")
        )
        await alice.edits(draft, "The run is on Thursday, not Tuesday. Sorry for the mix-up.")
        await bob.clicks(draft, "draft.approve")
        await bob.clicks(world.check_in(), "checkin.quiet")
        await bob.clicks(plan, "case.close")
        await bob.submits()

    await bob.types("stats")

    heard = bob.hears()[-1]
    assert "Report to plan: less than a second (3 cases)" in heard
    assert "Report to approved text: 40 minutes (3 cases)" in heard
    assert "Report to quiet: 40 minutes (3 cases)" in heard


async def test_letting_it_go_was_right_unless_it_flared_up_or_more_was_said_later(
    world: World, bob: Someone
) -> None:
    now = world.clock()

    def let_go(session: Session, number: int, *answers: str, later: Level | None = None) -> None:
        case = add_case(session, number, now=now, level=later or Level.LET_IT_GO)
        session.add(CasePlan(case_id=key(case), number=1, level=Level.LET_IT_GO, created_at=now))
        if later:
            after = now + timedelta(hours=9)
            session.add(CasePlan(case_id=key(case), number=2, level=later, created_at=after))
        for place, answer in enumerate(answers):
            at = now + timedelta(hours=place + 1)
            session.add(
                CheckIn(
                    case_id=key(case),
                    number=place + 1,
                    place=place,
                    due_at=at,
                    asked_at=at,
                    state=CheckInState.ANSWERED,
                    answer=CheckInAnswer(answer),
                    answered_at=at,
                )
            )

    def arrange(session: Session) -> None:
        let_go(session, 1, "quiet")
        let_go(session, 2, "simmering", "quiet")
        let_go(session, 3, "quiet", "flaring")
        let_go(session, 4, "simmering", later=Level.APOLOGISE_PUBLICLY)
        let_go(session, 5)

    await world.oops.store.run(arrange)

    await bob.types("stats")

    assert "*“Let it go”* was right in 2 of 4 cases" in bob.hears()[-1]


async def test_mistakes_that_an_account_made_again_are_named(world: World, bob: Someone) -> None:
    def arrange(session: Session) -> None:
        zebra = add_brand(session, "Zebra & Co", now=world.clock())
        for number in (1, 2, 3):
            add_case(session, number, now=world.clock(), brand_id=zebra.id, mistake=Mistake.TYPO)
        add_case(session, 4, now=world.clock(), mistake=Mistake.TYPO)

    await world.oops.store.run(arrange)

    await bob.types("stats")

    assert "Zebra &amp; Co: Typo or grammar slip, 3 times" in bob.hears()[-1]
    assert bob.hears()[-1].count(" times") == 1


async def test_one_mistake_that_was_reported_twice_is_not_made_again(world: World, bob: Someone) -> None:
    def arrange(session: Session) -> None:
        first = add_case(session, 1, now=world.clock(), mistake=Mistake.TYPO)
        add_case(session, 2, now=world.clock(), mistake=Mistake.TYPO, merged_into=first.id)
        for number in (3, 4):
            add_case(session, number, now=world.clock(), mistake=Mistake.WRONG_IMAGE, link_key="the same")

    await world.oops.store.run(arrange)

    await bob.types("stats")

    assert "3 cases in the last twelve months" in bob.hears()[-1]
    assert " times" not in bob.hears()[-1]


async def test_a_report_that_was_merged_is_in_no_figure_and_neither_is_a_case_that_is_open_again_quiet(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    await bob.reports()
    first = plans(world)[0]
    await world.passes(minutes=30)
    await bob.clicks(world.check_in(), "checkin.quiet")
    await bob.clicks(first, "case.more")
    await bob.clicks(bob.view, "case.merge")
    await bob.submits(case="2")
    check_in = [m for m in world.thread(first) if "checkin.quiet" in action_ids(m)][-1]
    await bob.clicks(check_in, "checkin.quiet")
    await bob.types("stats")
    quiet = bob.hears()[-1]

    await bob.clicks(first, "case.close")
    await bob.submits()
    await world.passes(days=1)
    await bob.clicks(first, "case.reopen")
    await bob.submits(reason="A paper asks")
    await bob.types("stats")

    assert "*1 case in the last twelve months*, 1 still going on" in quiet
    assert "Report to plan: less than a second (1 case)" in quiet
    assert "Report to quiet: 30 minutes (1 case)" in quiet
    assert "Report to quiet: not known yet" in bob.hears()[-1]


async def test_whoever_sees_only_the_report_that_was_merged_has_reported_one(
    world: World, carol: Someone
) -> None:
    def arrange(session: Session) -> None:
        first = add_case(session, 1, now=world.clock())
        add_case(session, 2, now=world.clock(), merged_into=first.id, reporter=carol.id)

    await world.oops.store.run(arrange)

    await carol.types("stats")

    assert "1 case in the last twelve months" in carol.hears()[-1]


async def test_only_cases_that_the_asker_can_see_are_counted(
    world: World, alice: Someone, bob: Someone, carol: Someone
) -> None:
    await alice.reports()
    await carol.reports("We posted the wrong picture of the bridge", mistake="wrong_image")
    await bob.clicks(world.draft(), "draft.approve")

    await carol.types("stats")

    heard = carol.hears()[-1]
    assert "1 case in the last twelve months" in heard
    assert "Wrong fact" not in heard
    assert "Report to approved text: not known yet" in heard


async def test_old_cases_are_not_counted(world: World, bob: Someone) -> None:
    await world.oops.store.run(add_case, 1, now=world.clock() - timedelta(days=366))

    await bob.types("stats")

    assert "You see no case" in bob.hears()[-1]


async def test_a_chart_comes_by_direct_message_and_says_what_it_shows(world: World, bob: Someone) -> None:
    await world.oops.store.run(add_case, 1, now=world.clock())

    await bob.types("stats")

    (sent,) = world.said(world.workspace.direct_channel(bob.id).id)
    (file,) = [world.workspace.files[file_id] for file_id in sent.files]
    picture = world.workspace.store.content(file.id)
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG")
    assert (width, height) > (900, 200)
    assert file.alt_text == (
        "Bar charts of 1 case. Kind: Wrong fact, date, name or number 1. Channel: X (Twitter) 1. "
        f"Level: {Level.CORRECT_PUBLICLY.label} 1."
    )
    assert world.said("CGENERAL") == []


async def test_without_a_case_there_is_no_chart(carol: Someone) -> None:
    await carol.types("stats")

    assert "You see no case" in carol.hears()[-1]
    assert carol.told() == []


async def test_home_shows_the_same_figures(world: World, bob: Someone) -> None:
    await world.oops.store.run(add_case, 1, now=world.clock())
    home = await bob.opens_home()

    await bob.clicks(home, "home.stats")

    assert "1 case in the last twelve months" in shown(bob.view)


async def test_the_database_is_asked_as_often_for_many_cases_as_for_few(world: World, bob: Someone) -> None:
    asked = []
    for first, count in ((1001, 2), (2001, 60)):
        await world.oops.store.run(add_cases, count, now=world.clock(), first=first)
        with questions(world) as sent:
            await world.oops.store.read(stats_card, world.oops.workspace_id, bob.id, now=world.clock())
        asked.append(len(sent))

    assert asked[0] == asked[1] < 12


def slack_time(moment: datetime) -> str:
    return f"{moment.timestamp():.6f}"


async def test_a_plan_that_was_moved_counts_from_where_it_stood_first(world: World) -> None:
    def arrange(session: Session) -> None:
        now = world.clock()
        case = add_case(session, 1, now=now)
        for name, surface, seconds, is_threaded in (
            ("moved:1", Surface.MOVED, 2, False),
            ("moved:2", Surface.MOVED, 1, True),
            ("plan:1", Surface.PLAN, 18000, False),
        ):
            session.add(
                Message(
                    workspace_id=case.workspace_id,
                    case_id=case.id,
                    key=name,
                    surface=surface,
                    channel_id=case.channel_id,
                    is_threaded=is_threaded,
                    ts=slack_time(now + timedelta(seconds=seconds)),
                )
            )

    await world.oops.store.run(arrange)

    card = await world.oops.store.read(stats_card, 1, "UBOB", now=world.clock())

    assert card.to_plan.seconds == pytest.approx(2)


async def test_an_approval_stays_counted_when_more_are_asked_for_later(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await world.passes(minutes=5)
    await bob.clicks(world.draft(), "draft.approve")

    def ask_for_two(session: Session) -> None:
        session.exec(select(Brand)).one().approvals_needed = 2

    await world.oops.store.run(ask_for_two)
    card = await world.oops.store.read(stats_card, 1, "UBOB", now=world.clock())

    assert (card.to_approval.seconds, card.to_approval.of) == (300, 1)
