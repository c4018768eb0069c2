"""The builders: what we write wrongly is refused, what people typed never is."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.limits_of_values import LIMITS
from messages import blocks, inputs
from messages.blocks import (
    BlockError,
    actions,
    context,
    divider,
    exact,
    fields,
    header,
    input_block,
    message,
    modal,
    plain,
    section,
    sections,
)
from messages.inputs import (
    button,
    checkboxes,
    confirmation,
    conversations_select,
    datetimepicker,
    file_input,
    multi_users_select,
    number_input,
    option,
    plain_text_input,
    radio,
    static_select,
    url_input,
    users_select,
)
from messages.texts import Marked
from tests.messages.cards import hostile
from tests.messages.looking import exact_texts, require_valid

OPTIONS = [option(f"Choice {number}", number) for number in range(10)]
PRIMARY = button("Yes", "a.b", style="primary")


def asked(element: dict[str, Any]) -> dict[str, Any]:
    return modal("Title", [input_block("Question", element, block_id="field")], submit="Save")


@given(st.text(min_size=1, max_size=4000))
def test_a_text_in_a_frame_is_the_text(text: str) -> None:
    shown = exact_texts({"blocks": exact(text)})

    assert [shown[at] for at, letter in enumerate(text) if letter.isprintable()] == [
        letter for letter in text if letter.isprintable()
    ]
    assert len(shown) == len(text)


@given(st.text(alphabet="ab *_~`<>&!@#:\n\t\u202e\u200b", min_size=1, max_size=200))
def test_spaces_marks_and_hidden_letters_stay_in_the_frame(text: str) -> None:
    assert exact_texts({"blocks": exact(text)}) == text


def test_a_mention_in_a_frame_is_in_no_single_piece_of_it() -> None:
    (frame,) = exact("Hello <!channel> and <@UBOB>")[0]["elements"]

    assert all("<!" not in leaf["text"] and "<@" not in leaf["text"] for leaf in frame["elements"])


@given(st.text())
def test_any_text_makes_blocks_that_slack_takes(text: str) -> None:
    made = message(Marked("A message"), [section(text), header(text), context(text), *exact(text)])

    require_valid(made)


@pytest.mark.parametrize(
    "element",
    [
        plain_text_input(
            "a.b", initial=hostile(9000), placeholder=hostile(), multiline=True, min_length=1, focus=True
        ),
        plain_text_input("a.b", initial="\x00"),
        static_select("a.b", OPTIONS, initial="3", placeholder=hostile()),
        radio("a.b", OPTIONS, initial="unknown"),
        checkboxes("a.b", OPTIONS, initial=["1", "2"]),
        conversations_select("a.b", include=("private",), initial="C1", placeholder="A private channel"),
        conversations_select("a.b"),
        users_select("a.b", initial="UALICE", placeholder="Somebody"),
        multi_users_select("a.b", initial=["UALICE"]),
        datetimepicker("a.b", initial=datetime(2026, 3, 3, tzinfo=UTC)),
        number_input("a.b", most=10, initial=3),
        url_input("a.b", initial="https://example.org", placeholder="https://"),
        file_input("a.b", filetypes=["png"]),
    ],
)
def test_slack_takes_every_element(element: dict[str, Any]) -> None:
    require_valid(asked(element))


def test_slack_takes_every_block() -> None:
    sure = confirmation(hostile(), hostile(), hostile(), hostile())
    pressed = button(hostile(), "a.b", 1, "danger", sure, label=hostile())
    made = message(
        Marked("A message"),
        [
            section(Marked("*Words*"), accessory=pressed, block_id="one"),
            fields("one", Marked("*two*")),
            divider(),
            actions(PRIMARY, None, button("No", "a.c"), block_id="row"),
        ],
    )

    require_valid(made)


def test_long_words_are_divided_between_lines() -> None:
    lines = Marked("\n".join(f"{number} " + "x" * 900 for number in range(10)))

    divided = sections(lines)

    assert len(divided) == 4
    assert "\n".join(part["text"]["text"] for part in divided) == lines


def test_an_empty_text_is_shown_as_a_dash() -> None:
    assert plain(" \u200b")["text"] == "-"


def test_a_text_of_exactly_the_limit_is_not_shortened() -> None:
    assert plain("x" * 3000)["text"] == "x" * 3000
    assert plain("x" * 3001)["text"] == "x" * 2999 + "…"


WRONG: dict[str, Callable[[], Any]] = {
    "a message without words": lambda: message(Marked(" "), []),
    "51 blocks": lambda: message(Marked("x"), [divider()] * 51),
    "101 blocks in a view": lambda: modal("Title", [divider()] * 101),
    "a long title": lambda: modal("x" * 25, [divider()]),
    "an input without submit": lambda: modal("Title", asked(url_input("a.b"))["blocks"]),
    "two primary buttons": lambda: actions(PRIMARY, PRIMARY),
    "no buttons": lambda: actions(None),
    "a long id": lambda: button("Yes", "a" * 256),
    "eleven choices": lambda: radio("a.b", [*OPTIONS, option("More", "more")]),
    "101 options": lambda: static_select("a.b", OPTIONS * 11),
    "a long value": lambda: option("Yes", "x" * 76),
    "eleven pieces": lambda: context(*["x"] * 11),
    "empty words of ours": lambda: section(Marked("")),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_we_write_wrongly_is_refused(name: str) -> None:
    with pytest.raises(BlockError):
        WRONG[name]()


def test_the_builders_limits_are_slacks() -> None:
    assert LIMITS["message"]["blocks"]["max_items"] == blocks.MESSAGE_BLOCKS
    assert LIMITS["views"]["common"]["blocks"]["max_items"] == blocks.VIEW_BLOCKS
    assert LIMITS["objects"]["mrkdwn"]["fields"]["text"]["max_len"] == blocks.TEXT
    assert LIMITS["message"]["text_update_max_len"]["value"] == blocks.MESSAGE_TEXT
    assert LIMITS["elements"]["button"]["fields"]["text"]["max_len"] == inputs.BUTTON
