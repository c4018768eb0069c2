"""App Home with many cases: bounded in what it shows and in what it asks the database."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.cases import approve_draft
from bot.models import DraftVersion, Workspace
from bot.report import Mistake
from bot.states import CaseState
from tests.counting import questions
from tests.databases import ON_SQLITE
from tests.many_cases import add_brand, add_case, add_cases, add_work
from tests.world import Someone, World, action_ids, first_value, shown


async def look_at_channel(world: World) -> None:
    await world.oops.directory.look_up_channel(world.oops.workspace_id, "CRESPONSE")


async def test_home_asks_the_database_as_often_for_500_cases_as_for_5(world: World, bob: Someone) -> None:
    asked = []
    await bob.opens_home()
    for count in (5, 500):
        await world.oops.store.run(delete_cases)
        await world.oops.store.run(add_cases, count, now=world.clock())
        await look_at_channel(world)
        with questions(world) as sent:
            await bob.opens_home()
        asked.append(len(sent))

    assert asked[0] == asked[1] < 30
    assert "Open (500)" in shown(bob.person.home)


def delete_cases(session: Session) -> None:
    for table in ("task", "draft_version", "draft", "check_in", "case_plan", "oops_case"):
        session.connection().exec_driver_sql(f"DELETE FROM {table}")


async def test_500_cases_fit_on_pages_that_can_be_turned(world: World, bob: Someone) -> None:
    await world.oops.store.run(add_cases, 500, now=world.clock())
    await look_at_channel(world)

    first = shown(await bob.opens_home())
    await bob.clicks(bob.person.home, "home.page")
    second = shown(bob.person.home)

    assert "OOPS-1500* ·" in first
    assert "OOPS-1480* ·" not in first
    assert "Page 1 of 25" in first
    assert "OOPS-1480* ·" in second
    assert "Page 2 of 25" in second
    assert first_value(bob.person.home, "home.page_before") == "1"


async def test_the_last_page_cannot_be_turned_further(world: World, bob: Someone) -> None:
    await world.oops.store.run(add_cases, 21, now=world.clock())
    await look_at_channel(world)
    await bob.opens_home()

    await bob.clicks(bob.person.home, "home.page")

    assert "Page 2 of 2" in shown(bob.person.home)
    assert "home.page" not in action_ids(bob.person.home)


async def test_of_each_kind_that_waits_some_are_shown_and_the_rest_is_on_the_next_page(
    world: World, bob: Someone
) -> None:
    await world.oops.store.run(add_cases, 10, now=world.clock())
    await look_at_channel(world)

    first = shown(await bob.opens_home())
    await bob.clicks(bob.person.home, "home.page_wanted")
    second = shown(bob.person.home)

    waiting = ("Has it died down?", "waits for approval", "Nobody leads this case")
    assert [first.count(words) for words in waiting] == [8, 8, 4]
    assert "Page 1 of 2 · 30 in all" in first
    assert [second.count(words) for words in waiting] == [2, 2, 6]
    assert "home.page_wanted" not in action_ids(bob.person.home)
    assert first_value(bob.person.home, "home.page_wanted_before") == "1"


async def test_the_main_draft_of_the_gravest_case_comes_before_older_ones_and_before_replies(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await alice.reports(mistake="private_info", harm="privacy", undo="edit")
    await world.passes(minutes=45)

    home = shown(await bob.opens_home())

    lines = ("OOPS-2* · Holding statement", "OOPS-1* · Public correction", "OOPS-1* · Reply if asked")
    places = [home.index(line) for line in lines]
    assert places == sorted(places)


@ON_SQLITE
async def test_of_the_cases_that_nobody_leads_the_gravest_comes_first(alice: Someone, bob: Someone) -> None:
    await alice.reports(mistake="typo", harm="none", noticed="nobody_yet", undo="edit")
    await alice.reports(mistake="private_info", harm="privacy", undo="edit")
    await alice.reports(mistake="false_alarm", harm="safety", undo="edit")

    home = shown(await bob.opens_home())

    places = [home.index(f"*OOPS-{number}* · Nobody leads this case") for number in (3, 2, 1)]
    assert places == sorted(places)


async def test_one_account_can_be_chosen_and_stays_chosen_when_the_page_is_turned(
    world: World, bob: Someone
) -> None:
    def arrange(session: Session) -> str:
        zebra = add_brand(session, "Zebra", now=world.clock())
        add_case(session, 1, now=world.clock())
        for number in range(2, 30):
            add_case(session, number, now=world.clock(), brand_id=zebra.id)
        return str(zebra.id)

    zebra = await world.oops.store.run(arrange)
    await look_at_channel(world)
    await bob.opens_home()

    await bob.selects(bob.person.home, "home.brand", zebra)
    chosen = shown(bob.person.home)
    await bob.clicks(bob.person.home, "home.page")
    turned = shown(bob.person.home)
    again = shown(await bob.opens_home())

    assert "Open (28)" in chosen
    assert "Page 2 of 2" in turned
    assert "OOPS-1* ·" not in turned
    assert "Open (28)" in again


async def test_an_account_is_named_only_to_those_who_see_a_case_of_it(
    world: World, alice: Someone, carol: Someone
) -> None:
    def arrange(session: Session) -> None:
        secret = add_brand(session, "The Secret Client", now=world.clock())
        add_case(session, 1, now=world.clock())
        add_case(session, 2, now=world.clock(), brand_id=secret.id)
        add_case(session, 3, now=world.clock(), channel_id="UCAROL", reporter="UCAROL")

    await world.oops.store.run(arrange)
    await look_at_channel(world)

    theirs, hers = shown(await alice.opens_home()), shown(await carol.opens_home())

    assert "The Secret Client" in theirs
    assert "The Secret Client" not in hers
    assert "OOPS-3" in hers
    assert "OOPS-3" not in theirs


async def test_a_forged_account_shows_nothing_that_is_not_to_be_seen(world: World, carol: Someone) -> None:
    def arrange(session: Session) -> str:
        secret = add_brand(session, "The Secret Client", now=world.clock())
        add_case(session, 1, now=world.clock(), brand_id=secret.id)
        return str(secret.id)

    secret = await world.oops.store.run(arrange)
    await look_at_channel(world)
    await carol.opens_home()
    carol.person.home.view["private_metadata"] = secret

    home = shown(await carol.opens_home())

    assert "The Secret Client" not in home
    assert "OOPS-1" not in home


async def test_watched_and_closed_cases_have_their_own_parts(world: World, bob: Someone) -> None:
    def arrange(session: Session) -> None:
        add_case(session, 1, now=world.clock(), state=CaseState.WATCHING)
        add_case(session, 2, now=world.clock(), state=CaseState.CLOSED, closed_at=world.clock())
        add_case(session, 3, now=world.clock(), mistake=Mistake.TYPO)

    await world.oops.store.run(arrange)
    await look_at_channel(world)

    home = shown(await bob.opens_home())

    opened, rest = home.split("Watching (1)")
    watched, closed = rest.split("Closed lately")
    assert "Open (1)" in opened
    assert "OOPS-3* ·" in opened
    assert "OOPS-1* ·" in watched
    assert "OOPS-2* ·" in closed


async def test_a_task_waits_for_its_owner_and_else_for_the_lead(
    world: World, alice: Someone, bob: Someone
) -> None:
    def arrange(session: Session) -> None:
        add_work(session, add_case(session, 1, now=world.clock(), lead="UBOB"), now=world.clock())

    await world.oops.store.run(arrange)
    await look_at_channel(world)

    assert "Delete the post" in shown(await bob.opens_home())
    assert "Delete the post" not in shown(await alice.opens_home())
    assert "Has it died down?" not in shown(await alice.opens_home())


async def test_a_draft_that_one_has_approved_or_may_not_approve_does_not_wait_for_one(
    world: World, alice: Someone, bob: Someone
) -> None:
    def arrange(session: Session) -> int:
        add_work(session, add_case(session, 1, now=world.clock()), now=world.clock())
        return session.exec(select(DraftVersion.id)).one() or 0

    version = await world.oops.store.run(arrange)
    await look_at_channel(world)

    assert "waits for approval" not in shown(await alice.opens_home())
    assert "waits for approval" in shown(await bob.opens_home())

    await world.oops.store.run(approve_draft, version, by="UBOB", now=world.clock())

    assert "waits for approval" not in shown(await bob.opens_home())


async def test_who_left_the_channel_sees_nothing_of_it_on_home(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports()
    assert "OOPS-1" in shown(await bob.opens_home())

    await alice.person.removes("CRESPONSE", "UBOB")
    await world.passes(minutes=2)

    assert "OOPS-1" not in shown(bob.person.home)


async def test_everything_that_waits_can_be_reached_however_much_of_one_kind_there_is(
    world: World, bob: Someone
) -> None:
    await world.oops.store.run(add_cases, 120, now=world.clock())
    await look_at_channel(world)
    await bob.opens_home()
    seen = shown(bob.person.home)

    while "home.page_wanted" in action_ids(bob.person.home):
        await bob.clicks(bob.person.home, "home.page_wanted")
        seen += shown(bob.person.home)

    asked = [number for number in range(1001, 1121) if f"*OOPS-{number}* · Has it died down?" in seen]
    drafts = [number for number in range(1001, 1121) if f"*OOPS-{number}* · Public correction" in seen]
    assert (len(asked), len(drafts)) == (120, 120)


async def test_a_draft_that_one_may_approve_is_not_hidden_by_many_that_one_wrote(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.reports(should_have_said="The run is on Thursday")
    await world.oops.store.run(add_cases, 60, now=world.clock() - timedelta(days=1), first=1001)
    await look_at_channel(world)

    assert "*OOPS-1* · Public correction waits for approval" in shown(await alice.opens_home())


ALARM = {"channel": "push_sms", "mistake": "false_alarm", "harm": "safety", "undo": "cannot"}


@pytest.fixture
async def numbered_31(world: World) -> None:
    """The next report is OOPS-31, so that others can have lower numbers."""

    def number(session: Session) -> None:
        session.exec(select(Workspace)).one().next_case_number = 31

    await world.oops.store.run(number)


@pytest.mark.usefixtures("numbered_31")
async def test_an_all_clear_is_seen_however_many_other_drafts_wait(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("The evacuation alert was a test", **ALARM)
    await world.oops.store.run(add_cases, 30, now=world.clock(), first=1)
    await look_at_channel(world)

    home = shown(await bob.opens_home())

    assert "All-clear is not marked as sent yet: send it now" in home
    assert home.index("All-clear") < home.index("Has it died down?")


@pytest.mark.usefixtures("numbered_31")
async def test_a_draft_that_was_reminded_of_comes_before_newer_ones(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="The run is on Thursday")
    await world.passes(minutes=30)
    await world.oops.store.run(add_cases, 30, now=world.clock() - timedelta(days=1), first=1)
    await look_at_channel(world)

    home = shown(await bob.opens_home())

    assert "*OOPS-31* · Public correction waits for approval" in home
