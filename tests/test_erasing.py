"""Erasing: the words are gone from the database, the fact of the case is not, and the bot goes on."""

import pytest
from sqlmodel import Session, select

from bot import cases
from bot.cases.opening import GivenFile, NewReport, OpenedCase
from bot.data_requests import Erasure, export_text
from bot.errors import OopsError
from bot.models import REPORT, Case, Outbox, key
from bot.states import CaseState, OutboxState
from bot.storage import queries
from tests.databases import ON_SQLITE
from tests.erased import (
    CANARIES,
    CAUSE,
    DRAFTED,
    FACT,
    LINK,
    REASON,
    REPORTED,
    RIGHT,
    erase,
    left_of,
    the_case,
)
from tests.world import TEAM_CHANNEL, Someone, World, action_ids, first_value, shown


def waiting(session: Session) -> list[str]:
    states = session.exec(select(Outbox.state)).all()
    return [state for state in states if state != OutboxState.SENT]


async def live(alice: Someone, bob: Someone) -> None:
    """Leave words in every place that takes them; Alice reports, Bob gives the reasons."""
    world = alice.world
    await alice.types(f"We wrote {REPORTED} {LINK}")
    await alice.submits(
        channel="x",
        mistake="wrong_fact",
        harm="inconvenience",
        noticed="many_replies",
        undo="delete_and_repost",
        should_have_said=RIGHT,
    )
    await alice.edits(world.draft(), f"It is {DRAFTED}. Sorry for the mix-up.")
    await bob.clicks(world.draft(), "draft.request_changes")
    await bob.submits(reason=REASON)
    await bob.clicks(world.plan, "case.level")
    await bob.submits(level="full_response", reason=REASON)
    await bob.clicks(world.plan, "case.facts")
    await bob.submits(should_have_said=FACT)
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.quiet")


async def close(bob: Someone) -> None:
    await bob.clicks(bob.world.plan, "case.close")
    await bob.submits(cause=CAUSE, change=CAUSE)


async def test_every_word_was_there_to_be_erased(world: World, alice: Someone, bob: Someone) -> None:
    await live(alice, bob)
    await close(bob)

    assert set(left_of(CANARIES, world.database_url)) == set(CANARIES)


async def test_a_case_loses_every_word_and_keeps_number_level_and_times(
    world: World, alice: Someone, bob: Someone
) -> None:
    await live(alice, bob)
    await close(bob)
    before = await world.oops.store.read(the_case)

    told = erase(world, case="OOPS-1")

    case = await world.oops.store.read(the_case)
    assert left_of(CANARIES, world.database_url) == []
    assert (case.number, case.level, case.opened_at, case.closed_at, case.closed_by, case.mistake) == (
        before.number,
        before.level,
        before.opened_at,
        before.closed_at,
        before.closed_by,
        before.mistake,
    )
    assert "OOPS-1" in told
    assert f"in {TEAM_CHANNEL}" in told


async def test_an_open_case_is_closed_and_nothing_more_is_asked(
    world: World, alice: Someone, bob: Someone
) -> None:
    await live(alice, bob)
    said = len(world.said())

    told = erase(world, case="oops-1")
    await world.passes(days=4)

    case = await world.oops.store.read(the_case)
    assert case.state is CaseState.CLOSED
    assert "closed with it: OOPS-1" in told
    assert len(world.said()) == said
    assert left_of(CANARIES, world.database_url) == []


async def test_of_an_open_case_that_was_erased_nobody_is_sent_to_a_record(
    world: World, alice: Someone, bob: Someone
) -> None:
    await live(alice, bob)
    erase(world, case="oops-1")

    await alice.types("OOPS-1")
    await world.passes(days=31)
    with pytest.raises(OopsError, match="was erased, so there is nothing to go on with"):
        await world.oops.store.run(cases.reopen_case, 1, by="UBOB", now=world.clock())

    assert "Nothing more is asked about it. It ended when its words were erased" in alice.hears()[-1]
    assert "record is in" not in alice.hears()[-1]


async def test_an_open_case_that_was_erased_leaves_nothing_to_press_and_no_words_where_one_could(
    world: World, alice: Someone, bob: Someone
) -> None:
    await live(alice, bob)
    pressed = [message for message in world.said() if action_ids(message)]
    before = "\n".join(map(shown, pressed))

    told = erase(world, case="OOPS-1")
    await world.oops.settle()

    assert REPORTED in before
    assert [message for message in world.said() if action_ids(message)] == []
    assert "It ended when its words were erased" in shown(world.plan)
    after = "\n".join(map(shown, pressed))
    assert [word for word in CANARIES if word in after] == []
    assert "is drawn again while oops runs" in told


async def test_messages_of_an_erased_case_that_slack_does_not_change_now_are_changed_later(
    world: World, alice: Someone
) -> None:
    await alice.reports(f"We wrote {REPORTED}")
    world.workspace.faults.add("chat.update", "drop", 50)
    erase(world, case="OOPS-1")
    await world.oops.settle()
    before = action_ids(world.plan)

    world.workspace.faults.clear()
    await world.passes(minutes=1)

    assert before
    assert action_ids(world.plan) == []


async def test_a_draft_whose_words_are_erased_with_a_person_leaves_nothing_to_press(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(should_have_said="Thursday")
    await bob.edits(world.draft(), f"It is Thursday, {DRAFTED}. Sorry for the mix-up.")

    erase(world, person="UBOB")
    await world.oops.settle()

    assert action_ids(world.draft()) == []
    assert DRAFTED not in shown(world.draft())
    assert "case.close" in action_ids(world.plan)


async def test_what_waits_to_be_said_is_not_said(world: World, alice: Someone) -> None:
    world.workspace.faults.add("chat.postMessage", "error", 50, error="not_in_channel")
    await alice.reports(f"We wrote {REPORTED}")

    erase(world, case="1")
    world.workspace.faults.clear()
    await world.restart_bot()
    await world.passes(minutes=5)

    assert REPORTED not in "\n".join(shown(message) for message in world.said())
    assert set(await world.oops.store.read(waiting)) <= {OutboxState.CANCELLED, OutboxState.FAILED}


async def test_the_bot_goes_on_with_a_case_that_was_erased(
    world: World, alice: Someone, bob: Someone
) -> None:
    await live(alice, bob)
    draft, plan = world.draft(), world.plan

    erase(world, case="OOPS-1")
    await bob.person.clicks(plan, "case.lead")  # before they are drawn without their buttons
    await bob.person.clicks(plan, "case.why")
    await alice.person.clicks(draft, "draft.approve")
    await world.oops.settle()
    await alice.types("OOPS-1")
    await alice.types("list")
    home = await alice.opens_home()
    await alice.reports("We wrote something else on the page")

    answers = "\n".join(bob.hears(TEAM_CHANNEL) + alice.hears(TEAM_CHANNEL) + alice.hears())
    assert "OOPS-1 was closed" in answers
    assert "Something broke" not in answers
    assert "OOPS-1" in shown(home)
    assert "OOPS-2" in shown(world.plan)


async def test_every_message_of_an_erased_case_can_be_drawn(
    world: World, alice: Someone, bob: Someone
) -> None:
    from bot.drawing import draw  # noqa: PLC0415  kept beside its only use
    from bot.models import Message  # noqa: PLC0415

    await live(alice, bob)
    await close(bob)
    erase(world, case="OOPS-1")

    def drawn(session: Session) -> str:
        return str([draw(session, message) for message in session.exec(select(Message)).all()])

    text = await world.oops.store.read(drawn)
    assert [word for word in CANARIES if word in text] == []


async def test_an_erased_case_can_be_exported_in_every_form(
    world: World, alice: Someone, bob: Someone
) -> None:
    await live(alice, bob)

    erase(world, case="OOPS-1")

    for form in ("json", "csv", "markdown"):
        text = export_text(world.database_url, form)
        assert "OOPS-1" in text
        assert [word for word in CANARIES if word in text] == []


async def test_erasing_twice_changes_nothing(world: World, alice: Someone, bob: Someone) -> None:
    await live(alice, bob)
    erase(world, case="OOPS-1")

    told = erase(world, case="OOPS-1")

    assert "closed with it" not in told
    assert (await world.oops.store.read(the_case)).state is CaseState.CLOSED


async def test_other_cases_keep_their_words(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(f"We wrote {REPORTED}")
    await bob.reports(f"We wrote {FACT}")

    erase(world, case="OOPS-1")

    assert left_of((REPORTED, FACT), world.database_url) == [FACT]
    assert (await world.oops.store.read(the_case, 2)).state is CaseState.OPEN


def goes_on_elsewhere(session: Session) -> None:
    session.get_one(Case, 1).channel_id = "CELSEWHERE"


@pytest.mark.parametrize("erased", [{"case": "OOPS-2"}, {"person": "UBOB"}])
async def test_what_a_merged_case_was_about_goes_from_the_one_that_went_on_too(
    world: World, alice: Someone, bob: Someone, erased: dict[str, str]
) -> None:
    await alice.reports(f"We wrote {REPORTED}")
    await bob.reports(f"We wrote {FACT}", channel="facebook")
    first, second = (message for message in world.said() if not message.thread_ts)
    await alice.clicks(first, "case.more")
    await alice.clicks(alice.view, "case.merge")
    await alice.submits(case=first_value(second, "case.more"))
    await world.oops.store.run(goes_on_elsewhere)

    erase(world, **erased)

    assert left_of((REPORTED, FACT), world.database_url) == [REPORTED]
    assert "OOPS-2" in export_text(world.database_url, "markdown")


async def test_a_reporters_cases_go_as_a_whole(world: World, alice: Someone, bob: Someone) -> None:
    await live(alice, bob)
    await bob.reports("We wrote cormorant")

    told = erase(world, person="UALICE")

    assert left_of(CANARIES, world.database_url) == []
    assert left_of(("cormorant",), world.database_url) == ["cormorant"]
    assert "OOPS-1" in told
    assert "OOPS-2" not in told


async def test_somebody_elses_case_loses_only_what_the_person_wrote(
    world: World, alice: Someone, bob: Someone
) -> None:
    await live(alice, bob)
    await close(bob)

    told = erase(world, person="UBOB")

    assert set(left_of(CANARIES, world.database_url)) == {REPORTED, RIGHT, LINK, DRAFTED}
    assert "erased from: OOPS-1" in told


async def test_an_approved_draft_whose_words_are_erased_is_put_aside(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports("We wrote Tuesday on the page", should_have_said="Thursday")
    await bob.edits(world.draft(), f"It is {DRAFTED} on Thursday. Sorry for the mix-up.")
    await alice.clicks(world.draft(), "draft.approve")

    erase(world, person="UBOB")
    await alice.clicks(world.draft(), "draft.published")

    case = await world.oops.store.read(the_case)
    draft = (await world.oops.store.read(queries.drafts_of, key(case)))[0]
    assert draft.state == "discarded"
    assert case.state is CaseState.OPEN
    assert left_of((DRAFTED,), world.database_url) == []


async def test_a_person_loses_the_name_and_unsent_forms(world: World, alice: Someone) -> None:
    await alice.types(f"We wrote {REPORTED} and never sent it")
    await world.oops.directory.look_up_user(world.oops.workspace_id, "UALICE")

    told = erase(world, person="UALICE")

    assert left_of((REPORTED, "Alice"), world.database_url) == []
    assert "Nothing that UALICE wrote" in told


async def test_without_yes_it_is_only_said(world: World, alice: Someone, bob: Someone) -> None:
    await live(alice, bob)

    told = Erasure(world.database_url, case="OOPS-1").announced()

    assert "would be erased" in told
    assert "--yes" in told
    assert (await world.oops.store.read(the_case)).state is CaseState.OPEN
    assert REPORTED in left_of(CANARIES, world.database_url)


async def test_a_facts_form_that_is_open_forgets_what_is_in_it(
    world: World, alice: Someone, bob: Someone
) -> None:
    await live(alice, bob)
    await bob.clicks(world.plan, "case.facts")

    erase(world, case="OOPS-1")

    assert left_of(CANARIES, world.database_url) == []


async def test_a_notice_about_another_case_is_left_alone(world: World, alice: Someone, bob: Someone) -> None:
    for number in (1, 2):
        await alice.reports(f"We wrote the {number}. thing on the page")
        await bob.clicks(world.draft(), "draft.request_changes")
        await bob.submits(reason=f"{REASON}-{number}")

    erase(world, case="OOPS-1")

    assert left_of((f"{REASON}-1", f"{REASON}-2"), world.database_url) == [f"{REASON}-2"]


async def test_a_file_loses_its_name(world: World) -> None:
    def with_a_file(session: Session) -> OpenedCase:
        brand = queries.brands_of(session, world.oops.workspace_id)[0]
        new = NewReport(
            report=REPORT.validate_python({"what": "We wrote Tuesday"}),
            brand=brand,
            reporter="UALICE",
            report_key="V1",
            evidence=[GivenFile("FGREBE", "grebe.png")],
        )
        return cases.open_case(session, new, now=world.clock())

    await world.oops.store.run(with_a_file)

    erase(world, case="OOPS-1")

    assert left_of(("FGREBE", "grebe.png"), world.database_url) == []


@pytest.mark.parametrize("case", ["OOPS-2", "OOPS-0", "OOPS-", "seven", "OOPS-1; DROP TABLE", "1" * 40])
async def test_a_case_that_is_not_there_is_named(world: World, alice: Someone, case: str) -> None:
    await alice.reports()

    with pytest.raises(OopsError, match="There is no case"):
        erase(world, case=case)


@ON_SQLITE
@pytest.mark.parametrize("person", ["bob", "@bob", "u123", "U", "CTEAM"])
async def test_what_is_no_member_id_is_named(world: World, person: str) -> None:
    with pytest.raises(OopsError, match="Copy member ID"):
        erase(world, person=person)
