"""Blocks and views that Slack refuses, and what it says."""

import pytest

from bot.playground.limits import check_blocks
from bot.playground.limits_of_views import check_message, check_view
from bot.playground.refused import Refused
from tests.playground.examples import (
    Json,
    actions,
    button,
    field,
    home,
    modal,
    option,
    plain,
    section,
    select,
)

REFUSED_IN_MESSAGES = [
    (section("x" * 3001), "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
    (section(""), "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    ({"type": "section"}, "must have at least one of: text, fields [json-pointer:/blocks/0]"),
    ({"type": "sektion"}, "unsupported type: sektion [json-pointer:/blocks/0/type]"),
    (section(colour="red"), "invalid additional property: colour [json-pointer:/blocks/0]"),
    (
        {"type": "header", "text": plain("x" * 151)},
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ),
    (
        {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
        "must be one of: plain_text [json-pointer:/blocks/0/text/type]",
    ),
    (
        actions(*[button(f"b{n}") for n in range(26)]),
        "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ),
    (actions(), "must have at least 1 item [json-pointer:/blocks/0/elements]"),
    (
        actions(button(), button()),
        "`action_id` press already exists in this block [json-pointer:/blocks/0]",
    ),
    (
        actions(button(text=plain("x" * 76))),
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    (
        actions(button(style="blue")),
        "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]",
    ),
    (
        actions(button(value="x" * 2001)),
        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ),
    (
        actions({"type": "plain_text_input"}),
        "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
    ),
    (
        section(accessory={"type": "datetimepicker"}),
        "unsupported type: datetimepicker [json-pointer:/blocks/0/accessory/type]",
    ),
    (
        section(accessory=select(*[f"v{n}" for n in range(101)])),
        "no more than 100 items allowed [json-pointer:/blocks/0/accessory/options]",
    ),
    (
        section(accessory=select("a", initial_option=option("b"))),
        "initial option does not match any of the options [json-pointer:/blocks/0/accessory]",
    ),
    (
        section(accessory=select("x" * 151)),
        "must be less than 151 characters [json-pointer:/blocks/0/accessory/options/0/value]",
    ),
    (
        section(accessory=select("a", "b", "c", "d", "e", "f", kind="overflow")),
        "no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]",
    ),
    (
        actions(button(confirm={"title": plain("Sure?"), "text": plain("Really"), "confirm": plain("Yes")})),
        "missing required field: deny [json-pointer:/blocks/0/elements/0/confirm]",
    ),
    (
        {"type": "context", "elements": [button()]},
        "unsupported type: button [json-pointer:/blocks/0/elements/0/type]",
    ),
    (
        {"type": "image", "image_url": "https://x.org/a.png"},
        "missing required field: alt_text [json-pointer:/blocks/0]",
    ),
    (
        field("f", {"type": "file_input"}),
        "unsupported type: file_input [json-pointer:/blocks/0/element/type]",
    ),
    ({"type": "alert", "text": plain("look")}, "unsupported type: alert [json-pointer:/blocks/0/type]"),
    (
        {"type": "file", "external_id": "1", "source": "remote"},
        "unsupported type: file [json-pointer:/blocks/0/type]",
    ),
    (section(block_id="x" * 256), "must be less than 256 characters [json-pointer:/blocks/0/block_id]"),
]


@pytest.mark.parametrize(
    ("block", "sentence"), REFUSED_IN_MESSAGES, ids=[text for _, text in REFUSED_IN_MESSAGES]
)
def test_a_block_that_slack_refuses_is_refused_with_a_pointer(block: Json, sentence: str) -> None:
    problems = check_blocks([block], "message")

    assert sentence in problems


@pytest.mark.parametrize(
    "block",
    [
        section("x" * 3000, accessory=button()),
        section(accessory=select("a", "b", initial_option=option("b"))),
        actions(button("a", value="1", style="danger"), button("b"), select("a", action_id="c")),
        {"type": "context", "elements": [plain("a"), {"type": "mrkdwn", "text": "b"}]},
        {"type": "header", "text": plain("x" * 150)},
        {"type": "divider"},
        {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "a chart"},
        field("what"),
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "a"}]}],
        },
    ],
)
def test_a_block_within_the_limits_is_taken(block: Json) -> None:
    assert check_blocks([block], "message") == []


def test_a_message_has_fifty_blocks_at_most() -> None:
    assert check_blocks([section() for _ in range(50)], "message") == []
    assert check_blocks([section() for _ in range(51)], "message") == [
        "no more than 50 items allowed [json-pointer:/blocks]"
    ]


def test_a_block_id_stands_once() -> None:
    problems = check_blocks([section(block_id="a"), section(block_id="a")], "message")

    assert problems == ["`block_id` a already exists [json-pointer:/blocks/1/block_id]"]


def test_the_same_action_id_may_stand_in_two_blocks() -> None:
    assert check_blocks([section(accessory=button()), section(accessory=button())], "message") == []


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        (modal(title=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
        (modal(submit=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/submit/text]"),
        (
            modal(private_metadata="x" * 3001),
            "must be less than 3001 characters [json-pointer:/view/private_metadata]",
        ),
        (modal(colour="red"), "invalid additional property: colour [json-pointer:/view]"),
        (
            {name: value for name, value in modal().items() if name != "submit"},
            "missing required field: submit, since the view has an input block [json-pointer:/view]",
        ),
        (
            {name: value for name, value in modal().items() if name != "title"},
            "missing required field: title [json-pointer:/view]",
        ),
        (
            modal(*[field(f"f{n}", {"type": "plain_text_input", "focus_on_load": True}) for n in range(2)]),
            "only one element may have focus_on_load [json-pointer:/view/blocks]",
        ),
        (
            modal(*[section() for _ in range(101)]),
            "no more than 100 items allowed [json-pointer:/view/blocks]",
        ),
        (
            modal({"type": "markdown", "text": "*a*"}),
            "unsupported type: markdown [json-pointer:/view/blocks/0/type]",
        ),
        (
            modal(field("n", {"type": "number_input"})),
            "missing required field: is_decimal_allowed [json-pointer:/view/blocks/0/element]",
        ),
        (
            modal(field("t", {"type": "plain_text_input", "min_length": 9, "max_length": 3})),
            "min_length must not be more than max_length [json-pointer:/view/blocks/0/element]",
        ),
        (home(), "must be one of: modal [json-pointer:/view/type]"),
    ],
)
def test_a_modal_that_slack_refuses_is_refused_with_a_pointer(view: Json, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        check_view(view, "modal")

    assert refused.value.error == "invalid_arguments"
    assert sentence in refused.value.messages


def test_a_home_view_has_no_submit_button() -> None:
    with pytest.raises(Refused) as refused:
        check_view({**home(), "submit": plain("Send")}, "home")

    assert refused.value.messages == ["invalid additional property: submit [json-pointer:/view]"]


def test_a_view_of_more_than_250_kilobytes_is_too_large() -> None:
    blocks = [section("x" * 3000) for _ in range(90)]

    with pytest.raises(Refused, match="view_too_large"):
        check_view(modal(*blocks), "modal")


@pytest.mark.parametrize(
    ("message", "error"),
    [
        ({"blocks": [section()]}, "no_text"),
        ({"text": " "}, "no_text"),
        ({"text": "a", "markdown_text": "b"}, "markdown_text_conflict"),
        ({"text": "a", "blocks": "[]"}, "invalid_blocks"),
        ({"text": "a", "metadata": {"event_type": "x"}}, "invalid_metadata_format"),
        (
            {"text": "a", "metadata": {"event_type": "x", "event_payload": {"a": {"b": {}}}}},
            "invalid_metadata_schema",
        ),
        ({"text": "a", "attachments": [{}] * 101}, "too_many_attachments"),
    ],
)
def test_a_message_that_slack_refuses_is_refused_by_name(message: Json, error: str) -> None:
    with pytest.raises(Refused, match=error):
        check_message(message)


def test_a_refusal_carries_its_text_three_times_as_slack_does() -> None:
    with pytest.raises(Refused) as refused:
        check_message({"text": "a", "blocks": [section("")]})

    sentence = "must be more than 0 characters [json-pointer:/blocks/0/text/text]"
    assert refused.value.body() == {
        "ok": False,
        "error": "invalid_blocks",
        "errors": [sentence],
        "response_metadata": {"messages": [f"[ERROR] {sentence}"]},
    }
