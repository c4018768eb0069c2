"""What the engine says about invented cases, and about the labelled ones where they are at hand."""

import json
from collections import Counter

import pytest

from bot.judge import decide_report
from bot.report import Channel, Harm, Mistake
from tests.invented_cases import CASES, Case
from tests.judgement import CASES as LABELLED
from tests.judgement import judged


@pytest.mark.parametrize("case", CASES, ids=[case.what for case in CASES])
def test_the_level_is_what_a_careful_person_would_choose(case: Case) -> None:
    plan = decide_report(case.report)

    assert plan.level in case.levels
    assert plan.call_first is case.calls


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
