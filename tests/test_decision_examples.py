"""What the engine says about invented cases, and about the labelled ones where they are at hand."""

import json
from collections import Counter

import pytest

from bot.judge import decide_report
from bot.plan import Level
from bot.report import Channel, Harm, Mistake
from tests.invented_cases import CASES, Case
from tests.judgement import CASES as LABELLED
from tests.judgement import JUDGED, judged
from tests.remembered_cases import CASES as REMEMBERED
from tests.remembered_cases import Judged


@pytest.mark.parametrize("case", CASES, ids=[case.what for case in CASES])
def test_the_level_is_what_a_careful_person_would_choose(case: Case) -> None:
    plan = decide_report(case.report)

    assert plan.level in case.levels
    assert plan.call_first is case.calls


@pytest.mark.parametrize("case", REMEMBERED, ids=[case.what for case in REMEMBERED])
def test_both_judges_could_live_with_the_plan(case: Judged) -> None:
    plan = decide_report(case.report)

    assert plan.level in case.acceptable
    assert plan.call_first in case.is_call_wanted


@pytest.mark.parametrize(
    ("name", "share_chosen", "most_wrong"),
    [("cases_seen", 0.96, 0), ("cases_unseen", 0.88, 0), ("cases_fresh", 0.9, 1), ("cases_new", 0.87, 0)],
    ids=["seen", "unseen", "fresh", "new"],
)
def test_judges_who_knew_nothing_of_the_rules_could_live_with_the_plans(
    name: str, share_chosen: float, most_wrong: int
) -> None:
    cases = [json.loads(line) for line in (JUDGED / f"{name}.jsonl").read_text().splitlines()]
    totals = Counter[str]()
    for case in cases:
        totals.update(judged(case)[1])

    assert totals["level clearly wrong"] <= most_wrong
    assert totals["level acceptable to both judges"] >= 0.95 * len(cases)
    assert totals["level is one judge's choice"] >= share_chosen * len(cases)
    assert totals["calling first as a judge says"] >= 0.95 * len(cases)


def test_most_plans_are_what_one_of_the_judges_would_choose() -> None:
    chosen = [decide_report(case.report).level in case.choices for case in REMEMBERED]

    assert sum(chosen) >= 0.9 * len(chosen)
    assert all(set(case.choices) <= set(Level) and len(case.choices) == 2 for case in REMEMBERED)


def test_the_invented_cases_cover_every_mistake_harm_and_most_channels() -> None:
    reports = [case.report for case in CASES]

    assert {report["mistake"] for report in reports} == set(Mistake)
    assert {report["harm"] for report in reports} == set(Harm)
    unseen = set(Channel) - {report["channel"] for report in reports}
    assert unseen <= {Channel.TIKTOK, Channel.THREADS, Channel.BLUESKY, Channel.REDDIT, Channel.OTHER}


def test_the_labelled_cases_are_met_as_well_as_promised() -> None:
    lines = LABELLED.read_text().splitlines() if LABELLED.exists() else []

    totals = Counter[str]()
    for case in map(json.loads, lines):
        totals.update({name: int(holds) for name, holds in judged(case)[1].items()})

    assert totals["level acceptable to both judges"] >= 0.97 * len(lines)
    assert totals["level clearly wrong"] <= 0.01 * len(lines)
    assert totals["level is one judge's choice"] >= 0.88 * len(lines)
    assert totals["calling first as a judge says"] >= 0.97 * len(lines)
