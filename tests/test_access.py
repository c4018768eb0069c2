"""Who sees what: to anybody who is not in the case's channel there is no case, on any surface."""

from typing import Any

import pytest
from sqlmodel import Session, func, select

from bot.models import Case, CheckIn, DraftVersion, Event, Outbox, ReportForm, Task
from bot.playground.state import User
from handlers import checkin, draft, plan
from messages.problem import Problem, problem_words
from tests import forging
from tests.world import ORDINARY, TEAM_CHANNEL, Someone, World, action_ids, first_value, shown

WHAT = "We wrote Tuesday, the run is on Thursday"
REFUSAL = problem_words(Problem.STRANGER)
CLICKS = [*plan.CLICKS, *draft.CLICKS, *checkin.CLICKS]
FORMS: dict[str, dict[str, Any]] = {
    "case_level": {"level": forging.choice("full_response"), "reason": "Because"},
    "case_close": {"cause": "Nobody looked", "change": "Two people look"},
    "case_facts": {
        "what": "Something quite different went wrong",
        **{name: forging.choice(value) for name, value in ORDINARY.items()},
    },
    "draft_edit": {"text": "The run is on Thursday. Sorry for the mix-up."},
    "draft_changes": {"reason": "Shorter, please"},
    "draft_published": {"where": "X", "link": "https://example.org/p/1"},
    "checkin_numbers": {"mentions": "3", "replies": "4"},
}


def traces(session: Session) -> list[Any]:
    """Return what changes whenever anything is done to a case."""
    versions = [
        session.exec(select(table.id, table.version).order_by(table.id)).all()  # type: ignore[arg-type]  # a column at run time
        for table in (Case, Task, CheckIn)
    ]
    counts = [
        session.exec(select(func.count()).select_from(table)).one()
        for table in (Event, Outbox, DraftVersion, ReportForm)
    ]
    return [versions, counts]


async def ids(world: World) -> dict[str, str]:
    """Return what the buttons of the newest case carry, by the first word of their action ids."""
    check_in = world.check_in()
    return {
        "case": first_value(world.plan, "case.close"),
        "task": first_value(world.plan, "task.done"),
        "draft": first_value(world.draft(), "draft.edit"),
        "checkin": first_value(check_in, "checkin.quiet"),
    }


async def form_of(world: World, case_id: int | None) -> str:
    """The form of a case's facts, or the one that was reported with."""

    def form(session: Session) -> ReportForm:
        return session.exec(select(ReportForm).where(ReportForm.case_id == case_id)).one()

    return str((await world.oops.store.read(form)).id)


async def watched_case(world: World, someone: Someone) -> dict[str, str]:
    await someone.reports(WHAT, should_have_said="Thursday")
    await world.next_check_in()
    return await ids(world)


async def test_a_case_of_a_channel_that_one_is_not_in_is_not_there(alice: Someone, carol: Someone) -> None:
    await alice.reports(WHAT)

    await carol.types("OOPS-1")
    await carol.types("OOPS-2")
    await carol.types("list")
    home = shown(await carol.opens_home())

    there, not_there, listed = carol.hears()
    assert there == not_there.replace("OOPS-2", "OOPS-1")
    assert "There is no OOPS-1 that you can open" in there
    assert "You have no cases" in listed
    assert "OOPS" not in home.replace("/oops", "")
    assert "Tuesday" not in home


async def test_a_slow_slack_does_not_say_which_cases_there_are(
    world: World, alice: Someone, carol: Someone
) -> None:
    await alice.reports(WHAT)
    world.clock.now = world.clock.now.replace(hour=12)
    world.workspace.faults.add("conversations.info", "server_error", times=3)

    await carol.types("OOPS-1")
    await carol.types("OOPS-2")
    await alice.types("OOPS-1")

    there, not_there = carol.hears()
    assert there == not_there.replace("OOPS-2", "OOPS-1")
    assert "try again" in alice.hears()[-1]


async def test_forged_clicks_do_nothing_and_reveal_nothing(
    world: World, alice: Someone, carol: Someone
) -> None:
    carried = await watched_case(world, alice)
    before, screen = await world.oops.store.read(traces), [shown(message) for message in world.said()]

    for action_id in CLICKS:
        for value in (carried[action_id.split(".")[0]], "4711", "-1", "9" * 30, ""):
            reply = await forging.clicks(carol, action_id, value)
            assert (reply.acked, reply.payload) == (True, None)

    heard = carol.hears()
    assert (
        heard[::5]
        == heard[1::5]
        == ["There is no such case that you can open. `/oops list` shows your cases."] * len(CLICKS)
    )
    assert set(heard[2::5] + heard[3::5] + heard[4::5]) == {
        "That button no longer works. `/oops list` shows your cases."
    }
    assert carol.person.views == []
    assert await world.oops.store.read(traces) == before
    assert [shown(message) for message in world.said()] == screen


async def test_forged_forms_do_nothing_and_reveal_nothing(
    world: World, alice: Someone, carol: Someone
) -> None:
    carried = await watched_case(world, alice)
    await alice.clicks(world.plan, "case.facts")
    carried["case_facts"] = await form_of(world, 1)
    before, screen = await world.oops.store.read(traces), [shown(message) for message in world.said()]

    for callback_id, answers in FORMS.items():
        valid = carried.get(callback_id) or carried[callback_id.split("_")[0]]
        replies = [await forging.submits(carol, callback_id, value, **answers) for value in (valid, "4711")]
        assert replies[0] == replies[1]
        assert "Tuesday" not in str(replies[0].payload)
        assert (await forging.submits(carol, callback_id, "9" * 30, **answers)).acked

    assert await world.oops.store.read(traces) == before
    assert [shown(message) for message in world.said()] == screen


async def test_a_report_sent_again_by_somebody_else_does_not_show_the_first_ones_case(
    world: World, alice: Someone, carol: Someone
) -> None:
    await alice.reports("The secret address was printed")
    view_id, form_id = alice.view.id, await form_of(world, None)

    answers: dict[str, Any] = {name: forging.choice(value) for name, value in ORDINARY.items()}
    reply = await forging.submits(
        carol, "report", form_id, view_id=view_id, what="What Carol reports herself", **answers
    )

    assert "secret" not in str(reply.payload)
    assert "OOPS-1" not in str(reply.payload)


async def test_a_reporter_outside_the_channel_sees_the_own_report_and_plan_only(
    world: World, carol: Someone
) -> None:
    await carol.reports(WHAT, should_have_said="Thursday")
    assert "OOPS-1" in shown(carol.view)
    await carol.closes()

    await carol.types("OOPS-1")
    await carol.types("list")
    home = shown(await carol.opens_home())

    case, listed = carol.hears()
    assert WHAT in case
    assert "Correct it publicly" in case
    assert "Sorry" not in case  # the words of the draft
    assert all("OOPS-1" in text and "your report" in text for text in (listed, home))
    assert [text for text in (case, listed, home) if "/archives/" in text] == []
    await world.next_check_in()
    for action_id, value in (await ids(world)).items():
        await forging.clicks(
            carol,
            {"task": "task.done", "checkin": "checkin.quiet"}.get(action_id, f"{action_id}.edit"),
            value,
        )
    assert "checkin.quiet" in action_ids(world.check_in())


async def test_an_admin_outside_the_channel_is_told_nothing(alice: Someone, bob: Someone) -> None:
    await alice.person.removes(TEAM_CHANNEL, "UALICE")
    await bob.reports(WHAT)

    await alice.types("OOPS-1")
    home = shown(await alice.opens_home())

    assert "There is no OOPS-1" in alice.hears()[0]
    assert "Tuesday" not in home


async def test_closed_cases_stay_in_the_members_list(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports(WHAT)
    await alice.clicks(world.plan, "case.close")
    await alice.submits()
    await world.passes(days=2)  # nobody asks about a channel without open cases

    await bob.types("list")
    home = shown(await bob.opens_home())

    assert "OOPS-1" in bob.hears()[-1]
    assert "OOPS-1" in home


async def test_closing_somebody_elses_form_does_nothing(world: World, alice: Someone, carol: Someone) -> None:
    await watched_case(world, alice)
    await alice.clicks(world.check_in(), "checkin.flaring")
    before = await world.oops.store.read(traces)

    reply = await forging.closes(carol, "case_facts", await form_of(world, 1))

    assert reply.acked
    assert await world.oops.store.read(traces) == before


@pytest.mark.parametrize("origin", [forging.SLACK_CONNECT, forging.ELSEWHERE])
async def test_people_of_other_workspaces_can_do_nothing(
    world: World, alice: Someone, bob: Someone, origin: forging.Origin
) -> None:
    carried = await watched_case(world, alice)
    before = await world.oops.store.read(traces)
    answers: dict[str, Any] = {name: forging.choice(value) for name, value in ORDINARY.items()}

    for action_id in CLICKS:
        for value in (carried[action_id.split(".")[0]], "4711"):
            await forging.clicks(bob, action_id, value, origin=origin)
    form = await forging.submits(bob, "draft_changes", carried["draft"], origin=origin, reason="Shorter")
    report = await forging.submits(bob, "report", "1", origin=origin, what="We wrote Tuesday", **answers)
    await forging.uses_shortcut(bob, "report_oops", origin=origin)

    assert set(bob.hears()) == {REFUSAL}
    assert form.payload["view"] == report.payload["view"]
    assert REFUSAL in str(form.payload)
    assert bob.person.views == []
    assert await world.oops.store.read(traces) == before


async def joined_from_a_grid(world: World, host: Someone, *, teams: list[str]) -> Someone:
    """Return somebody of these workspaces of our Enterprise Grid, who was invited into the team's channel."""
    world.workspace.team.enterprise_id = "EGRID"
    world.workspace.save(User("WDAVE", "dave", "Dave", team_id=teams[0], grid_teams=teams))
    await host.person.invites(TEAM_CHANNEL, "WDAVE")
    return world.person("WDAVE")


@pytest.mark.parametrize("beside", [[], ["UEVE"]], ids=["among ourselves", "beside others by Slack Connect"])
async def test_somebody_of_two_workspaces_of_a_grid_is_of_ours(
    world: World, alice: Someone, beside: list[str]
) -> None:
    world.workspace.save(User("UEVE", "eve", "Eve", team_id="TOTHER"))
    for user_id in beside:
        await alice.person.invites(TEAM_CHANNEL, user_id)
    dave = await joined_from_a_grid(world, alice, teams=["TSISTER", "TRIVER"])
    await alice.reports(WHAT)

    await dave.clicks(world.plan, "case.lead")

    assert dave.hears(TEAM_CHANNEL) == []
    assert "Lead: <@WDAVE>" in shown(world.plan)


async def test_somebody_of_another_workspace_of_a_grid_is_a_stranger(world: World, alice: Someone) -> None:
    dave = await joined_from_a_grid(world, alice, teams=["TSISTER"])
    await alice.reports(WHAT)

    await dave.clicks(world.plan, "case.lead")

    assert dave.hears(TEAM_CHANNEL) == [REFUSAL]
    assert "Lead: <@WDAVE>" not in shown(world.plan)


async def test_people_in_the_channel_by_slack_connect_have_no_rights_there(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.save(User("UDAVE", "dave", "Dave", team_id="TOTHER"))
    dave = world.person("UDAVE")
    await alice.person.invites(TEAM_CHANNEL, "UDAVE")
    carried = await watched_case(world, alice)
    before = await world.oops.store.read(traces)

    await dave.clicks(world.plan, "case.lead")
    await forging.clicks(dave, "draft.approve", carried["draft"])
    home = shown(await dave.opens_home())

    assert dave.hears(TEAM_CHANNEL) == [REFUSAL]
    assert "There is no such case" in dave.hears()[0]  # also where he says that he is one of us
    assert "OOPS-1" not in home
    assert await world.oops.store.read(traces) == before
    await bob.clicks(world.plan, "case.lead")
    assert "Lead: <@UBOB>" in shown(world.plan)
