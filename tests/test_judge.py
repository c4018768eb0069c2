"""Reports in as JSON, plans out as JSON."""

import json
from typing import Any

import pytest

from bot.channels import CHANNELS
from bot.judge import decide_lines, decide_text
from bot.plan import Level
from bot.report import Channel


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
        ({"history": "often"}, "`history`", "happened_before"),
        ({"reputation": "grand"}, "`reputation`", "neutral"),
        ({"relation": "cousin"}, "`relation`", "client"),
        ({"voice": "shouting"}, "`voice`", "playful"),
        ({"reach": -1}, "`reach`", "whole number"),
        ({"reach": True}, "`reach`", "whole number"),
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
