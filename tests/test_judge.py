"""Reports in as JSON, plans out as JSON."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel_table import CHANNELS
from bot.judge import decide_lines, decide_text
from bot.plan import Level
from bot.report import Channel

FIELDS = ("what", "channel", "mistake", "harm", "noticed", "undo", "affected", "still_misleading", "fault", "red_flags", "should_have_said", "link", "went_out_at", "reach", "history", "reputation", "relation", "voice")  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(), each, max_size=3),
    max_leaves=5,
)


def answer(**fields: Any) -> dict[str, Any]:
    return decide_text(json.dumps({"what": "We wrote Tuesday, the run is on Thursday", **fields}))


def test_a_plan_has_exactly_the_fields_of_the_contract() -> None:
    plan = answer(harm="misleads_decision", noticed="press")

    assert list(plan) == [
        "level",
        "call_first",
        "after_call",
        "reasons",
        "would_change",
        "tasks",
        "check_ins",
    ]
    assert set(plan["reasons"][0]) == {"rule", "text", "source", "weight"}
    assert set(plan["would_change"][0]) == {"field", "value", "level", "text"}
    assert set(plan["tasks"][0]) == {"id", "text"}
    assert json.loads(json.dumps(plan)) == plan


def test_only_what_is_needed_and_the_rest_has_its_default() -> None:
    bare = answer()
    spelt_out = answer(
        channel="other",
        mistake="wrong_fact",
        harm="confusion",
        noticed="a_few",
        undo="cannot",
        affected=None,
        still_misleading="unsure",
        fault="unsure",
        red_flags=[],
        history="first_time",
        reputation="neutral",
        relation="own",
        voice="friendly",
    )

    assert bare == spelt_out


def test_check_ins_are_whole_seconds_of_the_channel() -> None:
    plan = answer(channel="x")

    assert plan["check_ins"] == [1200, 3600, 10800, 28800, 86400, 259200]
    assert plan["check_ins"] == [int(time.total_seconds()) for time in CHANNELS[Channel.X].check_ins]


def test_unknown_fields_are_ignored() -> None:
    assert answer(colour="blue", case={"id": 7}) == answer()


@pytest.mark.parametrize(
    ("fields", "field", "allowed"),
    [
        ({"harm": "terrible"}, "`harm`", "misleads_decision"),
        ({"channel": 7}, "`channel`", "print_broadcast"),
        ({"red_flags": ["fire"]}, "`red_flags`", "death_or_injury"),
        ({"red_flags": "minors"}, "`red_flags`", "list"),
        ({"red_flags": {}}, "`red_flags`", "list"),
        ({"red_flags": False}, "`red_flags`", "list"),
        ({"red_flags": [None]}, "`red_flags`", "minors"),
        ({"harm": ["none"]}, "`harm`", "safety"),
        ({"harm": " none "}, "`harm`", "none, embarrassment"),
        ({"noticed": True}, "`noticed`", "a_few"),
        ({"voice": {"preset": "formal"}}, "`voice`", "formal"),
        ({"reach": 1.5}, "`reach`", "whole number"),
        ({"reach": float("nan")}, "`reach`", "whole number"),
        ({"went_out_at": 5}, "`went_out_at`", "text"),
        ({"what": ["We wrote Tuesday"]}, "`what`", "text"),
        ({"history": "often"}, "`history`", "happened_before"),
        ({"reputation": "grand"}, "`reputation`", "neutral"),
        ({"relation": "cousin"}, "`relation`", "client"),
        ({"voice": "shouting"}, "`voice`", "playful"),
        ({"reach": -1}, "`reach`", "whole number"),
        ({"reach": True}, "`reach`", "whole number"),
        ({"reported_at": "today"}, "`reported_at`", "2026-05-04T09:30:00+00:00"),
        ({"went_out_at": "yesterday"}, "`went_out_at`", "2026-05-04T09:30:00+00:00"),
        ({"link": 3}, "`link`", "text"),
        ({"what": "  "}, "`what`", "sentence"),
        ({"what": None}, "`what`", "sentence"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_what_it_may_be(
    fields: dict[str, Any], field: str, allowed: str
) -> None:
    line = json.dumps({"what": "We wrote Tuesday", **fields})

    (told,) = decide_lines([line])

    assert field in told["error"]
    assert allowed in told["error"]
    assert told["line"] == 1


def waited(**fields: Any) -> str:
    facts = {"channel": "website", "harm": "misleads_public", "noticed": "nobody_yet", "undo": "edit"}
    line = json.dumps({"what": "A wrong figure", **facts, **fields})
    (told,) = decide_lines([line])
    return str(told["level"])


def test_how_long_it_was_out_is_counted_to_when_it_was_reported_and_not_to_now() -> None:
    assert waited() == "quiet_fix"
    assert waited(went_out_at="2026-05-04T09:30:00Z") == "quiet_fix"
    assert waited(went_out_at="2026-05-04T09:30:00Z", reported_at="2026-05-04T11:35:00+02:00") == "quiet_fix"
    assert waited(went_out_at="2026-05-04T09:30:00", reported_at="2026-05-06T09:30:00") == "correct_publicly"


def test_a_number_of_people_that_would_change_the_plan_can_be_put_into_the_report() -> None:
    facts = {"channel": "website", "harm": "misleads_public", "noticed": "nobody_yet", "undo": "edit"}

    change = next(each for each in answer(**facts)["would_change"] if each["field"] == "reach")

    assert answer(**facts, reach=change["value"])["level"] == change["level"]


def test_a_broken_line_is_answered_and_the_others_are_still_judged() -> None:
    good = json.dumps({"what": "A typo in the caption", "mistake": "typo", "harm": "none"})

    answers = list(decide_lines([good, "\n", "{oops", "[1, 2]", good]))

    assert [told.get("line") for told in answers] == [None, 3, 4, None]
    assert "not JSON" in answers[1]["error"]
    assert "object" in answers[2]["error"]
    assert answers[0] == answers[3]
    assert answers[0]["level"] == Level.LET_IT_GO


def test_a_nesting_bomb_is_a_broken_line_like_any_other() -> None:
    (told,) = decide_lines(["[" * 200_000])

    assert told["line"] == 1


def test_one_object_may_be_spread_over_several_lines() -> None:
    spread = json.dumps({"what": "A typo in the caption", "mistake": "typo", "harm": "none"}, indent=2)

    answers = list(decide_lines(spread.splitlines(keepends=True)))

    assert [told["level"] for told in answers] == ["let_it_go"]


def test_the_first_line_being_broken_does_not_spoil_the_rest() -> None:
    good = json.dumps({"what": "A typo in the caption"})

    answers = list(decide_lines(["{oops", good]))

    assert answers[0]["line"] == 1
    assert "level" in answers[1]


def test_a_stop_says_which_level_comes_after_the_call() -> None:
    stopped = answer(harm="privacy", noticed="press", red_flags=["personal_data"])

    assert stopped["level"] == "escalate_first"
    assert stopped["call_first"] is True
    assert stopped["after_call"] in set(Level) - {Level.ESCALATE_FIRST}
    assert answer()["after_call"] is None


def taking_back(**fields: Any) -> list[str]:
    tasks = answer(harm="inconvenience", noticed="a_few", **fields)["tasks"]
    return [task["text"] for task in tasks if task["id"] in {"take-back", "repost"}]


def test_a_way_back_that_the_channel_lacks_is_read_as_the_nearest_that_it_has() -> None:
    assert taking_back(channel="email", mistake="typo", undo="delete") == []
    for replaced in (
        taking_back(channel="bluesky", undo="edit"),
        taking_back(channel="press_release", undo="delete"),
    ):
        assert replaced[0].startswith("Delete it.")
        assert replaced[1] == "Post the right version."
    assert taking_back(channel="email", mistake="broken_link_or_image", undo="edit")[0].startswith("Swap")


def test_what_people_saw_is_put_right_where_it_can_still_be_seen() -> None:
    told = taking_back(channel="in_person", mistake="typo", undo="edit")

    assert told[0].startswith("Put right what can still be seen there")


@pytest.mark.parametrize("nothing", [None, "", []])
def test_null_and_empty_are_read_as_missing(nothing: object) -> None:
    names = (
        "channel",
        "mistake",
        "harm",
        "noticed",
        "undo",
        "affected",
        "still_misleading",
        "fault",
        "history",
        "voice",
    )
    empty = dict.fromkeys(names, nothing) if nothing != [] else {}

    assert answer(red_flags=nothing, reach=None, **empty) == answer()


@pytest.mark.parametrize(
    "line",
    [
        "[" * 200_000,
        '{"what": "a", "reach": ' + "9" * 5_000 + "}",
        "null",
        '"text"',
        "{}",
        '{"what": "a"} and more',
        "\x00",
    ],
)
def test_whatever_stands_in_a_line_costs_only_that_line(line: str) -> None:
    good = json.dumps({"what": "A typo in the caption"})

    answers = list(decide_lines([good, line, good]))

    assert [told.get("line") for told in answers] == [None, 2, None]
    assert "sys." not in answers[1]["error"]


def test_huge_texts_are_read() -> None:
    plan = answer(what="a" * 2_000_000, should_have_said="b" * 1_000_000, link="c" * 100_000, reach=10**300)

    assert plan["level"] == answer()["level"]


def test_a_line_is_answered_before_the_next_one_is_read() -> None:
    read = []

    def lines() -> Iterator[str]:
        for number in range(3):
            read.append(number)
            yield json.dumps({"what": "A typo in the caption"})

    answers = decide_lines(lines())
    next(answers)

    assert read == [0]
    assert len(list(answers)) == 2


@given(st.dictionaries(st.sampled_from([*FIELDS, "colour"]), JSON))
def test_no_value_of_any_type_is_more_than_an_error(fields: dict[str, Any]) -> None:
    (told,) = decide_lines([json.dumps({"what": "A typo in the caption"} | fields)])

    assert ("error" in told) != ("level" in told)
    json.dumps(told)
