"""What a form holds becomes a report, or a sentence beside each field that cannot be taken."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InvalidAnswers
from bot.report import (
    Affected,
    Channel,
    Fault,
    Harm,
    Mistake,
    Noticed,
    RedFlag,
    Report,
    StillMisleading,
    Undo,
)
from bot.reporting.answers import report_of
from bot.reporting.questions import QUESTIONS, Answers, answers_of

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
FIVE_TAPS: Answers = {
    "what": "We wrote Tuesday, it is Thursday",
    "channel": "x",
    "mistake": "wrong_fact",
    "harm": "inconvenience",
    "noticed": "a_few",
    "undo": "delete",
}
EVERYTHING: Answers = {
    **FIVE_TAPS,
    "affected": "few_known",
    "still_misleading": "yes",
    "fault": "system",
    "red_flags": ["minors", "safety"],
    "should_have_said": "Thursday",
    "link": "https://x.com/acme/status/1",
    "went_out_at": str(int(NOW.timestamp()) - 600),
    "reach": "1200",
}


def refused(**values: str | list[str]) -> dict[str, str]:
    errors = errors_of({**EVERYTHING, **values})
    assert errors
    return errors


def errors_of(answers: Answers) -> dict[str, str]:
    try:
        report_of(answers, now=NOW)
    except InvalidAnswers as refusal:
        return refusal.errors
    return {}


def test_one_sentence_and_five_taps_are_a_report() -> None:
    assert report_of(FIVE_TAPS, now=NOW) == Report(
        "We wrote Tuesday, it is Thursday",
        Channel.X,
        Mistake.WRONG_FACT,
        Harm.INCONVENIENCE,
        Noticed.A_FEW,
        Undo.DELETE,
    )


def test_every_answer_reaches_the_report() -> None:
    report = report_of(EVERYTHING, now=NOW)

    assert report.affected is Affected.FEW_KNOWN
    assert report.still_misleading is StillMisleading.YES
    assert report.fault is Fault.SYSTEM
    assert report.red_flags == {RedFlag.MINORS, RedFlag.SAFETY}
    assert report.should_have_said == "Thursday"
    assert report.link == "https://x.com/acme/status/1"
    assert report.went_out_at == NOW - timedelta(minutes=10)
    assert report.reach == 1200


def test_a_report_goes_into_the_form_and_comes_back_the_same() -> None:
    report = report_of(EVERYTHING, now=NOW)

    assert report_of(answers_of(report), now=NOW) == report


def test_an_empty_form_is_told_all_that_is_missing_at_once() -> None:
    required = {asked.field for asked in QUESTIONS if asked.is_required} - {"brand"}

    assert set(errors_of({})) == required


@pytest.mark.parametrize(
    "text", ["", "too short", "   nine char   ", "\u200b" * 20, "\x00" * 20, "\n\n\n\n\n\n\n\n\n\n\n"]
)
def test_a_sentence_needs_ten_characters_that_can_be_seen(text: str) -> None:
    assert "at least 10" in refused(what=text)["what"]


def test_a_sentence_may_have_exactly_ten_or_two_thousand_characters() -> None:
    assert report_of({**FIVE_TAPS, "what": "a" * 10}, now=NOW).what == "a" * 10
    assert report_of({**FIVE_TAPS, "what": "a" * 2000}, now=NOW).what == "a" * 2000


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    assert refused(what="a" * 2345)["what"].endswith("shorten it by 345.")
    assert refused(should_have_said="a" * 3001)["should_have_said"].endswith("shorten it by 1.")


def test_what_is_typed_is_kept_without_control_characters() -> None:
    report = report_of({**FIVE_TAPS, "what": "  We\x00 wrote\r\nTuesday \ud800\u202e here\x1b[0m "}, now=NOW)

    assert report.what == "We wrote\nTuesday  here[0m"


@pytest.mark.parametrize(
    "field", ["channel", "mistake", "harm", "noticed", "undo", "affected", "still_misleading", "fault"]
)
def test_a_value_that_was_never_offered_is_refused_beside_its_field(field: str) -> None:
    assert list(refused(**{field: "nonsense"})) == [field]


def test_an_unknown_red_flag_is_refused() -> None:
    assert list(refused(red_flags=["minors", "nonsense"])) == ["red_flags"]


def test_what_the_channel_cannot_do_is_refused() -> None:
    assert "E-mail" in refused(channel="email", undo="edit")["undo"]


@pytest.mark.parametrize(
    "link",
    [
        "ftp://acme.org/a",
        "javascript:alert(1)",
        "acme.org",
        "https://",
        "https://acme.org/a b",
        "https://acme.org/<!channel>",
        "http://[broken",
        "https://acme.org/" + "a" * 2000,
    ],
)
def test_a_link_that_is_not_a_web_address_is_refused(link: str) -> None:
    assert list(refused(link=link)) == ["link"]


@pytest.mark.parametrize("seconds", ["soon", "-1", "99999999999999999999", "9" * 5000, "1772524800.5"])
def test_a_moment_that_is_none_is_refused(seconds: str) -> None:
    assert list(refused(went_out_at=seconds)) == ["went_out_at"]


def test_a_clock_that_is_five_minutes_ahead_is_no_reason_to_refuse() -> None:
    ahead = int((NOW + timedelta(minutes=5)).timestamp())

    assert report_of({**FIVE_TAPS, "went_out_at": str(ahead)}, now=NOW).went_out_at is not None
    assert "in the future" in refused(went_out_at=str(ahead + 1))["went_out_at"]


@pytest.mark.parametrize(
    ("written", "people"),
    [("0", 0), ("1200", 1200), ("1,200", 1200), (" 1 200 ", 1200), ("10000000000", 10**10)],
)
def test_a_reach_is_a_whole_number_of_people(written: str, people: int) -> None:
    assert report_of({**FIVE_TAPS, "reach": written}, now=NOW).reach == people


@pytest.mark.parametrize("written", ["-1", "1.5", "many", "10000000001", "9" * 5000, "1e5", "½"])
def test_a_reach_that_is_no_whole_number_is_refused(written: str) -> None:
    assert list(refused(reach=written)) == ["reach"]


ANYTHING = st.dictionaries(
    st.sampled_from([asked.field for asked in QUESTIONS]),
    st.text(min_size=1) | st.lists(st.text(), min_size=1),
)


@given(ANYTHING)
def test_whatever_a_form_holds_it_is_a_report_or_sentences(values: Answers) -> None:
    assert set(errors_of({**EVERYTHING, **values})) <= set(values) | {"undo"}
