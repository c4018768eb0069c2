"""Reporting: the command and the shortcuts, every field of the form, and the answer that it turns into."""

import pytest

from bot.playground import payloads
from tests.handlers.reporting import WHAT, cases, chosen, entry, submit_forged, the_report
from tests.world import ORDINARY, TEAM_CHANNEL, Someone, World, shown


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

    assert "is in your response team's private channel" in shown(carol.view)
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


async def test_the_messages_own_address_is_kept_with_the_case_and_stays_out_of_its_words(
    world: World, alice: Someone
) -> None:
    message = await alice.person.says(TEAM_CHANNEL, "Our post has the wrong day in it")
    await alice.person.message_shortcut("report_message", TEAM_CHANNEL, message.ts)
    await world.oops.settle()

    await alice.submits(**ORDINARY | {"undo": "edit"}, should_have_said="Thursday")

    assert "slack.com" in shown(world.plan)
    assert "slack.com" not in shown(world.draft())


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


async def test_for_how_long_it_was_out_is_counted_to_the_report_and_not_to_later_facts(
    world: World, alice: Someone
) -> None:
    unnoticed = {"channel": "website", "harm": "misleads_public", "noticed": "nobody_yet", "undo": "edit"}
    await alice.reports(**unnoticed, went_out_at=int(world.clock().timestamp()) - 3600)
    await world.passes(hours=30)

    await alice.clicks(world.plan, "case.facts")
    await alice.submits(fault="system")
    counted_to_the_report = shown(world.plan)
    await alice.clicks(world.plan, "case.facts")
    await alice.submits(went_out_at=int(world.clock().timestamp()) - 72 * 3600)

    assert "Fix it quietly" in counted_to_the_report
    assert "Correct it publicly" in shown(world.plan)
    assert "it was out so long that most of those who would read it have" in shown(world.plan)


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
