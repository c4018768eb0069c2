"""Escaping, shortening, and words for people, places and times."""

import html
import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from messages.texts import (
    Marked,
    counted,
    error_words,
    escape,
    link,
    listed,
    person,
    place,
    quoted,
    say,
    shorten,
    shorten_marked,
    span,
    when,
    without_hidden,
)

LOOKALIKES = {"\u2217": "*", "\uff3f": "_", "\u223c": "~", "\u02cb": "`"}
BOLD_ITALIC_STRUCK_CODE = re.compile(r"(?<!\w)([*_~])(?=\S).*?(?<=\S)\1(?!\w)|`[^`]+`")
text_of_people = st.text() | st.text(alphabet="<>&*_~`|!@#{}% ab1\n;")


def read_back(shown: str) -> str:
    """Return what a reader sees in escaped text, with the look-alikes as the characters that they stand for."""
    unescaped = html.unescape(shown.strip("\u2068\u2069"))
    return "".join(LOOKALIKES.get(character, character) for character in unescaped)


@given(text_of_people.filter(lambda text: not set(text) & {*LOOKALIKES, "\u2068", "\u2069"}))
def test_what_was_typed_reads_the_same_after_escaping(text: str) -> None:
    shown = escape(text)

    assert read_back(shown) == " ".join(without_hidden(text).split())


@given(text_of_people)
@example("____")
def test_escaped_text_holds_nothing_that_slack_reads(text: str) -> None:
    shown = escape(text)

    assert not re.search("[<>\n`]", shown)
    assert "&" not in re.sub("&(?:amp|lt|gt);", "", shown)
    assert BOLD_ITALIC_STRUCK_CODE.search(shown) is None


@given(text_of_people)
def test_escaping_twice_is_seen(text: str) -> None:
    assert read_back(escape(read_back(escape(text)))) == read_back(escape(text))


@given(text_of_people, st.integers(min_value=1, max_value=40))
def test_shortened_text_keeps_its_length_and_is_never_cut_inside_an_entity(text: str, most: int) -> None:
    shown = shorten_marked(Marked(f"{escape(text)} <@UALICE> {escape(text)}"), most)

    assert len(shown) <= most
    assert "&" not in re.sub("&(?:amp|lt|gt);", "", shown)
    assert shown.count("<") == shown.count(">")


@pytest.mark.parametrize("name", ["snake_case_name.png", "2 * 3 * 4", "a*b", "~5 people"[1:]])
def test_marks_that_format_nothing_stay_as_they_are(name: str) -> None:
    assert escape(name) == name


def test_text_from_right_to_left_cannot_turn_the_words_around_it() -> None:
    assert escape("\N{HEBREW LETTER SHIN}") == "\u2068\N{HEBREW LETTER SHIN}\u2069"


def test_an_emoji_of_several_parts_stays_whole() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"

    assert escape(family) == family


def test_half_a_character_is_replaced_since_it_cannot_be_sent() -> None:
    assert escape("a\ud800b") == "a\ufffdb"


def test_a_time_is_shown_in_the_readers_zone() -> None:
    moment = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)

    assert when(moment) == "<!date^1772528400^{date_short_pretty} at {time}|2026-03-03 09:00 UTC>"
    assert when(moment.isoformat()) == when(moment)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        when(datetime(2026, 3, 3, 9, 0))  # noqa: DTZ001  the case that is refused


def test_only_an_id_becomes_a_mention() -> None:
    assert person("UALICE") == "<@UALICE>"
    assert person("U1> <!channel") == "U1&gt; &lt;!channel"


def test_a_case_in_a_direct_message_is_at_a_person() -> None:
    assert place("CRESPONSE") == "<#CRESPONSE>"
    assert place("UALICE") == "<@UALICE>"


def test_only_a_web_address_becomes_a_link() -> None:
    assert link("https://example.org/?a=1&b=2", "see it") == "<https://example.org/?a=1&amp;b=2|see it>"
    assert link("javascript:alert(1)", "see it") == "javascript:alert(1)"
    assert link("https://example.org/|<!channel>", "see it") == "https://example.org/|&lt;!channel&gt;"


def test_an_errors_own_mention_and_command_are_meant_and_the_rest_is_not() -> None:
    words = error_words("<@UBOB> was faster. Type `/oops <x>` in *A & B* <!channel>.")

    assert words == "<@UBOB> was faster. Type `/oops &lt;x&gt;` in \u2217A &amp; B\u2217 &lt;!channel&gt;."


def test_items_are_listed_with_and() -> None:
    assert listed([]) == ""
    assert listed(["one"]) == "one"
    assert listed([Marked("<@UBOB>"), "<b>", "c"]) == "<@UBOB>, &lt;b&gt; and c"


def test_one_is_not_plural() -> None:
    assert [counted(1, "task"), counted(2, "task"), counted(2, "reply", "replies")] == [
        "1 task",
        "2 tasks",
        "2 replies",
    ]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"),
        (59, "59 seconds"),
        (60, "1 minute"),
        (2400, "40 minutes"),
        (3600, "1 hour"),
        (5400, "90 minutes"),
        (7200, "2 hours"),
    ],
)
def test_a_duration_is_told_in_its_largest_unit(seconds: int, words: str) -> None:
    assert span(timedelta(seconds=seconds)) == words


def test_a_day_is_told_in_hours_until_there_are_two() -> None:
    assert [span(timedelta(days=1)), span(timedelta(days=3))] == ["24 hours", "3 days"]


def test_quoted_words_are_one_line_and_shortened() -> None:
    assert quoted("one\ntwo <three>", 9) == "“one two…”"
    assert shorten("short", 5) == "short"


def test_a_template_escapes_by_itself() -> None:
    assert "&lt;!channel&gt;" in say("command.unclear", text="<!channel>")


def test_a_template_that_lacks_a_value_says_so() -> None:
    with pytest.raises(UndefinedError):
        say("command.unclear")


def test_a_template_is_never_given_nothing() -> None:
    with pytest.raises(TypeError, match="None"):
        say("plan.would_change", changes=None)
