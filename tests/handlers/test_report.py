"""Reporting: the command and the shortcuts, every field of the form, and the answer that it turns into."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlmodel import Session, create_engine, select

from bot.models import REPORT, Brand, Case, ReportForm
from bot.playground import interacting, payloads
from bot.playground.state import View
from bot.report import Report
from bot.storage import queries
from tests.world import ORDINARY, TEAM_CHANNEL, Someone, World, action_ids, shown

WHAT = "We wrote Tuesday, the run is on Thursday"


@pytest.fixture
async def unset(database_url: str) -> AsyncIterator[World]:
    """A world in which nobody has said where plans go."""
    world = World(database_url, settings={"oops_response_channel": ""})
    await world.start()
    yield world
    await world.stop()


def all_cases(session: Session) -> list[Case]:
    return list(session.exec(select(Case).order_by(Case.number)))  # type: ignore[arg-type]  # a column at run time


async def cases(world: World) -> list[Case]:
    return await world.oops.store.read(all_cases)


async def the_report(world: World) -> Report:
    (case,) = await cases(world)
    return REPORT.validate_python(case.report)


async def add_brand(world: World, name: str, **values: Any) -> str:
    """Add a brand like the first one; return its id as the form knows it."""

    def add(session: Session) -> str:
        first = queries.brands_of(session, world.oops.workspace_id)[0]
        copied = first.model_dump(exclude={"id", "name"})
        brand = Brand(**{**copied, "name": name, **values})
        session.add(brand)
        session.flush()
        return str(brand.id)

    return await world.oops.store.run(add)


def block(view: View, block_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in view.blocks if one.get("block_id") == block_id)
    return found


def entry(view: View, block_id: str) -> dict[str, Any]:
    """What a field of the form holds on the screen."""
    (held,) = view.values[block_id].values()
    found: dict[str, Any] = held
    return found


def chosen(view: View, block_id: str) -> str | None:
    option = entry(view, block_id)["selected_option"]
    return option["value"] if option else None


@contextmanager
def held(database_url: str) -> Iterator[None]:
    """Keep everybody else from writing cases."""
    engine = create_engine(database_url)
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "BEGIN IMMEDIATE" if is_sqlite else "LOCK TABLE workspace IN EXCLUSIVE MODE"
        )
        yield
        connection.rollback()
    engine.dispose()


async def submit_forged(world: World, someone: Someone, **values: Any) -> dict[str, Any]:
    """Submit the form in front with values that Slack's client would never send; return the app's answer."""
    view = payloads.view_json(world.workspace, someone.view)
    for block_id, state in values.items():
        view["state"]["values"][block_id] = {f"report.{block_id}": state}
    body = payloads.interaction(
        world.workspace,
        world.workspace.user(someone.id),
        "view_submission",
        trigger_id=world.workspace.new_trigger(someone.id),
        view=view,
        response_urls=[],
    )
    reply = await interacting.deliver(world.workspace, body)
    await world.oops.settle()
    assert isinstance(reply.payload, dict)
    return reply.payload


async def test_a_report_turns_at_once_into_the_answer(alice: Someone) -> None:
    await alice.types(WHAT)

    errors = await alice.submits(**ORDINARY)

    assert errors == {}
    assert alice.view.view["title"]["text"] == "OOPS-1"
    assert "in your response team's private channel" in shown(alice.view)
    assert "1. " in shown(alice.view)


async def test_a_member_finds_the_link_to_the_plan_in_the_answer(world: World, alice: Someone) -> None:
    await alice.reports()

    assert f"slack.com/archives/{TEAM_CHANNEL}/p{world.plan.ts.replace('.', '')}" in shown(alice.view)


async def test_a_reporter_outside_of_the_channel_is_answered_without_the_link(
    world: World, carol: Someone
) -> None:
    await carol.reports()

    assert "in your response team's private channel" in shown(carol.view)
    assert "slack.com" not in shown(carol.view)
    assert WHAT in shown(world.plan)


async def test_what_the_words_give_away_is_filled_in(alice: Someone) -> None:
    await alice.types("Wrong date in our post https://www.instagram.com/p/abc")

    assert entry(alice.view, "what")["value"] == "Wrong date in our post"
    assert entry(alice.view, "link")["value"] == "https://www.instagram.com/p/abc"
    assert chosen(alice.view, "channel") == "instagram"
    assert chosen(alice.view, "mistake") == "wrong_fact"
    assert chosen(alice.view, "undo") == "edit"


async def test_nothing_typed_opens_an_empty_form(alice: Someone) -> None:
    await alice.types("")

    assert alice.view.callback_id == "report"
    assert entry(alice.view, "what")["value"] is None


@pytest.mark.parametrize("typed", ["hlep", "typo"])
async def test_one_unknown_word_is_answered_with_the_help_that_quotes_it(alice: Someone, typed: str) -> None:
    await alice.types(typed)

    assert typed in alice.hears()[-1]
    assert "/oops list" in alice.hears()[-1]
    assert alice.person.views == []


async def test_the_global_shortcut_opens_the_same_form(world: World, alice: Someone) -> None:
    await alice.person.shortcut("report_oops")
    await world.oops.settle()

    assert alice.view.callback_id == "report"


async def test_the_message_shortcut_fills_in_the_message_and_its_address(
    world: World, alice: Someone
) -> None:
    message = await alice.person.says("CSOCIAL", "The newsletter says Tuesday &amp; it is Thursday")

    await alice.person.message_shortcut("report_message", "CSOCIAL", message.ts)
    await world.oops.settle()

    assert entry(alice.view, "what")["value"] == "The newsletter says Tuesday & it is Thursday"
    assert chosen(alice.view, "channel") == "email"


async def test_the_message_shortcut_takes_the_messages_own_address(world: World, alice: Someone) -> None:
    message = await alice.person.says(TEAM_CHANNEL, "We wrote Tuesday, it is Thursday")

    await alice.person.message_shortcut("report_message", TEAM_CHANNEL, message.ts)
    await world.oops.settle()

    assert entry(alice.view, "link")["value"].endswith(
        f"/archives/{TEAM_CHANNEL}/p{message.ts.replace('.', '')}"
    )


async def test_an_address_in_the_message_counts_more_than_the_messages_own(
    world: World, alice: Someone
) -> None:
    message = await alice.person.says(TEAM_CHANNEL, "Look at <https://x.com/acme/status/1>")

    await alice.person.message_shortcut("report_message", TEAM_CHANNEL, message.ts)
    await world.oops.settle()

    assert entry(alice.view, "link")["value"] == "https://x.com/acme/status/1"


async def test_every_field_reaches_the_case(world: World, alice: Someone) -> None:
    await alice.types(WHAT)

    errors = await alice.submits(
        **ORDINARY,
        affected="few_known",
        still_misleading="yes",
        fault="system",
        red_flags=["minors", "safety"],
        should_have_said="Thursday",
        link="https://x.com/acme/status/1",
        went_out_at=int(world.clock().timestamp()) - 600,
        reach="1200",
    )

    report = await the_report(world)
    assert errors == {}
    assert report.what == WHAT
    assert (report.channel, report.mistake, report.harm) == ("x", "wrong_fact", "inconvenience")
    assert (report.noticed, report.undo, report.affected) == (
        "many_replies",
        "delete_and_repost",
        "few_known",
    )
    assert (report.still_misleading, report.fault) == ("yes", "system")
    assert report.red_flags == {"minors", "safety"}
    assert (report.should_have_said, report.link) == ("Thursday", "https://x.com/acme/status/1")
    assert report.went_out_at is not None
    assert (world.clock() - report.went_out_at).total_seconds() == 600
    assert report.reach == 1200


async def test_a_screenshot_is_kept_with_the_case(world: World, alice: Someone) -> None:
    file_id = await alice.person.uploads("shot.png", b"\x89PNG not really")

    await alice.reports(evidence=[file_id])

    kept = [world.workspace.files[one].name for message in world.thread() for one in message.files]
    assert kept == ["shot.png"]


async def test_what_is_missing_is_told_beside_each_field(world: World, alice: Someone) -> None:
    await alice.types("")

    errors = (await submit_forged(world, alice))["errors"]

    assert set(errors) == {"what", "channel", "mistake", "harm", "noticed", "undo"}


TEXT = "plain_text_input"


BAD = {
    "channel": {"type": "static_select", "selected_option": {"value": "myspace"}},
    "undo": {"type": "radio_buttons", "selected_option": {"value": "magic"}},
    "red_flags": {"type": "checkboxes", "selected_options": [{"value": "bad_hair"}]},
    "went_out_at": {"type": "datetimepicker", "selected_date_time": 4102444800},
    "evidence": {"type": "file_input", "files": [{"id": f"F{number}"} for number in range(11)]},
}


@pytest.mark.parametrize(
    "typed",
    [
        {"what": "         x", "should_have_said": "x" * 3001, "link": "ftp://acme.org/a", "reach": "-1"},
        {"what": "x" * 2001, "should_have_said": "x" * 9000, "link": "javascript:alert(1)", "reach": "1.5"},
        {
            "what": "\x00" * 50,
            "should_have_said": "y" * 3001,
            "link": "https://a.org/<!here>",
            "reach": "\u221e",
        },
    ],
)
async def test_everything_that_cannot_be_taken_is_refused_at_once_beside_its_field(
    world: World, alice: Someone, typed: dict[str, str]
) -> None:
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)
    states = {field: {"type": TEXT, "value": value} for field, value in typed.items()}

    answer = await submit_forged(world, alice, **states, **BAD)

    assert answer["response_action"] == "errors"
    assert set(answer["errors"]) == {*typed, *BAD}
    assert await cases(world) == []


HOSTILE = (
    "<!channel> <@UBOB> *bold* `code` &amp; </script> {{ 7*7 }} '; DROP TABLE oops_case; -- \u202egnol 😬"
)


async def test_a_hostile_text_is_kept_and_shown_as_text(world: World, alice: Someone) -> None:
    await alice.types("")

    errors = await alice.submits(what=HOSTILE, should_have_said=HOSTILE, **ORDINARY)

    assert errors == {}
    assert (await the_report(world)).what == HOSTILE.replace("\u202e", "")
    everything = "\n".join(shown(message) for message in world.said())
    assert "<!channel>" not in "\n".join(message.text for message in world.said())
    assert "49" not in everything


async def test_control_characters_are_cleaned_away(world: World, alice: Someone) -> None:
    await alice.types("")
    await alice.fills(**ORDINARY)

    await submit_forged(world, alice, what={"type": TEXT, "value": "We\x00 wrote\x1b Tuesday\ud800\r\nhere"})

    assert (await the_report(world)).what == "We wrote Tuesday\nhere"


async def test_the_same_form_submitted_twice_is_one_case_with_one_answer(
    world: World, alice: Someone
) -> None:
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)

    view = payloads.view_json(world.workspace, alice.view)
    first = await submit_forged(world, alice)
    world.workspace.views[alice.view.id].view = {
        name: value for name, value in view.items() if name != "state"
    }
    second = await submit_forged(world, alice, what={"type": TEXT, "value": "short"})

    assert first["view"]["title"] == second["view"]["title"]
    assert len(await cases(world)) == 1
    assert len([message for message in world.said() if not message.thread_ts]) == 1


async def test_a_channel_takes_away_what_it_cannot_do(alice: Someone) -> None:
    await alice.types("")

    await alice.fills(channel="email")

    offered = [option["value"] for option in block(alice.view, "undo")["element"]["options"]]
    assert offered == ["already_gone", "cannot"]
    assert chosen(alice.view, "undo") == "cannot"


async def test_what_was_typed_stays_while_the_form_adapts(alice: Someone) -> None:
    await alice.types("")
    alice.person.enters("what", WHAT)
    alice.person.enters("reach", "12")

    await alice.fills(channel="email", mistake="private_info")

    assert entry(alice.view, "what")["value"] == WHAT
    assert entry(alice.view, "reach")["value"] == "12"
    assert [option["value"] for option in entry(alice.view, "red_flags")["selected_options"]] == [
        "personal_data"
    ]


async def test_a_choice_that_became_impossible_is_cleared_and_asked_again(alice: Someone) -> None:
    await alice.types(WHAT)
    await alice.fills(channel="facebook", undo="delete_and_repost")

    await alice.fills(channel="email")
    errors = await alice.submits(mistake="typo", harm="none", noticed="a_few")

    assert chosen(alice.view, "undo") is None
    assert "cleared" in block(alice.view, "undo")["hint"]["text"]
    assert list(errors) == ["undo"]


async def test_an_answer_of_the_persons_own_is_never_replaced(alice: Someone) -> None:
    await alice.types("")
    await alice.fills(harm="none", mistake="private_info")

    assert chosen(alice.view, "harm") == "none"


async def test_two_quick_answers_are_both_drawn(world: World, alice: Someone) -> None:
    await alice.types("")
    stale = payloads.view_json(world.workspace, alice.view)
    await alice.fills(channel="email")

    stale["state"]["values"]["mistake"] = {
        "report.mistake": {"type": "static_select", "selected_option": {"value": "private_info"}}
    }
    stale["state"]["values"]["channel"] = {
        "report.channel": {"type": "static_select", "selected_option": {"value": "email"}}
    }
    body = payloads.interaction(
        world.workspace,
        world.workspace.user(alice.id),
        "block_actions",
        trigger_id=world.workspace.new_trigger(alice.id),
        container={"type": "view", "view_id": stale["id"]},
        view=stale,
        actions=[{"type": "static_select", "action_id": "report.mistake", "block_id": "mistake"}],
    )
    await interacting.deliver(world.workspace, body)
    await world.oops.settle()

    assert chosen(alice.view, "undo") == "cannot"
    assert [option["value"] for option in entry(alice.view, "red_flags")["selected_options"]] == [
        "personal_data"
    ]


async def test_the_facts_of_a_case_adapt_in_the_same_way(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports()
    await bob.clicks(world.plan, "case.facts")

    await bob.fills(channel="email", mistake="private_info")

    assert bob.view.callback_id == "case_facts"
    assert chosen(bob.view, "undo") is None
    assert "cleared" in block(bob.view, "undo")["hint"]["text"]
    assert [option["value"] for option in entry(bob.view, "red_flags")["selected_options"]] == [
        "personal_data"
    ]
    assert chosen(bob.view, "harm") == "inconvenience"


async def test_one_brand_is_not_asked_for(alice: Someone) -> None:
    await alice.types("")

    assert "report.brand" not in action_ids(alice.view)


async def test_of_several_brands_one_is_chosen(world: World, alice: Someone) -> None:
    brand_id = await add_brand(world, "Harbour Choir")

    await alice.reports(brand=brand_id)

    assert "Harbour Choir" in shown(world.plan)


async def test_without_a_brand_among_several_the_form_is_refused_beside_it(
    world: World, alice: Someone
) -> None:
    await add_brand(world, "Harbour Choir")
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)

    answer = await submit_forged(world, alice)

    assert list(answer["errors"]) == ["brand"]


async def test_a_brand_that_was_archived_meanwhile_is_refused_beside_it(world: World, alice: Someone) -> None:
    brand_id = await add_brand(world, "Harbour Choir")
    await add_brand(world, "Old Mill")
    await alice.types(WHAT)
    await alice.fills(brand=brand_id, **ORDINARY)

    def archive(session: Session) -> None:
        brand = session.get(Brand, int(brand_id))
        assert brand is not None
        brand.is_archived = True

    await world.oops.store.run(archive)

    assert list(await alice.submits()) == ["brand"]


async def test_a_brand_that_came_while_the_form_was_open_changes_nothing(
    world: World, alice: Someone
) -> None:
    await alice.types(WHAT)
    await add_brand(world, "Aardvark Appreciation")

    errors = await alice.submits(**{**ORDINARY, "channel": "x"})

    assert errors == {}
    assert "Aardvark" not in shown(world.plan)


async def test_another_workspaces_brand_does_not_exist(world: World, alice: Someone) -> None:
    await add_brand(world, "Harbour Choir")
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)

    answer = await submit_forged(
        world, alice, brand={"type": "static_select", "selected_option": {"value": "999"}}
    )

    assert list(answer["errors"]) == ["brand"]


async def test_where_the_plan_goes_is_asked_while_nobody_has_said(unset: World) -> None:
    alice = unset.person("UALICE")

    await alice.types(WHAT)
    errors = await alice.submits(**ORDINARY, response_channel=TEAM_CHANNEL)

    assert errors == {}
    assert WHAT in shown(unset.plan)


async def test_left_empty_the_plan_comes_as_a_direct_message(unset: World) -> None:
    alice = unset.person("UALICE")

    await alice.reports()

    assert "direct messages" in shown(alice.view)
    assert any(WHAT in told for told in alice.told())


async def test_it_is_not_asked_where_it_is_known(alice: Someone) -> None:
    await alice.types("")

    assert "report.response_channel" not in action_ids(alice.view)


async def test_a_brand_with_a_channel_does_not_ask_and_one_without_does(unset: World) -> None:
    alice = unset.person("UALICE")
    with_channel = await add_brand(unset, "Harbour Choir", response_channel=TEAM_CHANNEL)
    without = await add_brand(unset, "Old Mill", response_channel=None)
    await alice.types("")

    await alice.fills(brand=with_channel)
    asked_first = "report.response_channel" in action_ids(alice.view)
    await alice.fills(brand=without)

    assert not asked_first
    assert "report.response_channel" in action_ids(alice.view)


async def channel_refusal(world: World, channel_id: str) -> str:
    alice = world.person("UALICE")
    await alice.types(WHAT)
    await alice.fills(**ORDINARY)
    picked = {"type": "conversations_select", "selected_conversation": channel_id}
    answer = await submit_forged(world, alice, response_channel=picked)
    assert list(answer["errors"]) == ["response_channel"]
    sentence: str = answer["errors"]["response_channel"]
    return sentence


async def test_a_public_channel_is_refused_beside_the_field(unset: World) -> None:
    assert "public" in await channel_refusal(unset, "CGENERAL")


async def test_a_channel_that_is_none_is_refused_beside_the_field(unset: World) -> None:
    for channel_id in ("CNOWHERE", "<!channel>", "C" * 60, "UALICE", "' OR 1=1"):
        assert await channel_refusal(unset, channel_id)


async def test_a_private_channel_without_oops_says_how_to_invite_it_and_then_takes_it(unset: World) -> None:
    alice = unset.person("UALICE")
    unset.workspace.channel(TEAM_CHANNEL).members.remove("UOOPS")
    await alice.types(WHAT)
    await alice.fills(**ORDINARY, response_channel=TEAM_CHANNEL)
    hint = block(alice.view, "response_channel")["hint"]["text"]
    errors = await alice.submits()

    await alice.person.invites(TEAM_CHANNEL, "UOOPS")
    again = await alice.submits()

    assert "/invite @oops" in hint
    assert "/invite @oops" in errors["response_channel"]
    assert again == {}
    assert WHAT in shown(unset.plan)


async def test_a_channel_that_slack_does_not_tell_of_in_time_is_refused_with_try_again(unset: World) -> None:
    unset.workspace.faults.add("conversations.info", "server_error", times=2)

    assert "try again" in await channel_refusal(unset, TEAM_CHANNEL)


async def test_a_response_channel_that_lost_the_bot_never_refuses_a_report(
    world: World, alice: Someone
) -> None:
    await alice.person.removes(TEAM_CHANNEL, "UOOPS")

    await alice.reports()
    told = "\n".join([shown(alice.view), *alice.told()])
    await alice.person.invites(TEAM_CHANNEL, "UOOPS")
    await world.oops.settle()

    assert "/invite @oops" in told
    assert len([message for message in world.said() if not message.thread_ts]) == 1


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
