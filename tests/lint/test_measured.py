"""How often the lint is right on labelled statements; ``docs/judgement.md`` gives the same figures."""

import json
from pathlib import Path

import pytest

from tests.conftest import IS_CI
from tests.judgement import JUDGED
from tests.judgement_lint import EXAMPLES, Score, score
from tests.lint.statements import HELD_OUT, PUBLIC, STATEMENTS, UNSEEN, digest, lines_of

WEIGHTS = Path(__file__).parents[2] / "bot" / "lint" / "weights.tsv"


def scored(lines: list[str]) -> Score:
    return score([json.loads(line) for line in lines])


def test_short_statements_get_the_labels_that_are_due_and_hardly_any_that_is_out_of_place() -> None:
    result = scored(lines_of(STATEMENTS)[:: 3 if IS_CI else 1])  # fourteen seconds of ten minutes

    assert result.misses.total() == 0
    assert result.precision >= 0.985
    assert result.clean_left >= 0.99 * result.clean


def test_the_judges_are_met_on_the_examples() -> None:
    result = scored(lines_of(EXAMPLES) if EXAMPLES.exists() else [])

    assert result.misses.total() <= 0.08 * (result.hits.total() + result.misses.total())
    assert result.false_alarms.total() <= 0.05 * (result.hits.total() + result.false_alarms.total())
    assert result.clean_left >= 0.98 * result.clean


@pytest.mark.parametrize(
    ("lines", "precision", "recall", "clean"),
    [
        pytest.param(
            lines_of(HELD_OUT)[0::2], 0.97, 0.96, 0.98, id="held out, odd: looked at and learned from"
        ),
        pytest.param(lines_of(HELD_OUT)[1::2], 0.94, 0.88, 0.98, id="held out, even: kept apart"),
        pytest.param(lines_of(UNSEEN), 0.82, 0.63, 0.95, id="unseen"),
        pytest.param(
            lines_of(JUDGED / "statements_seen.jsonl"), 0.98, 0.98, 0.98, id="judged twice, looked at"
        ),
        pytest.param(
            lines_of(JUDGED / "statements_unseen.jsonl"), 0.95, 0.91, 0.98, id="judged twice, unseen"
        ),
        pytest.param(
            lines_of(JUDGED / "statements_rare.jsonl"), 0.95, 0.89, 0.98, id="judged twice, rare labels"
        ),
        pytest.param(
            lines_of(JUDGED / "statements_fresh.jsonl"), 0.95, 0.9, 0.98, id="judged last, kept apart"
        ),
        pytest.param(
            lines_of(JUDGED / "statements_new.jsonl")[0::2], 0.95, 0.98, 0.98, id="judged anew, looked at"
        ),
        pytest.param(
            lines_of(JUDGED / "statements_new.jsonl")[1::2], 0.94, 0.97, 0.98, id="judged anew, kept apart"
        ),
        pytest.param(
            lines_of(JUDGED / "statements_classes.jsonl")[1::2],
            0.95,
            0.83,
            0.98,
            id="its classes, kept apart",
        ),
        pytest.param(lines_of(PUBLIC), 0.88, 0.73, 0.98, id="public"),
    ],
)
def test_on_statements_kept_apart_it_does_as_well_as_the_page_says(
    lines: list[str], precision: float, recall: float, clean: float
) -> None:
    result = scored(lines)

    assert result.precision >= precision
    assert result.recall >= recall
    assert result.clean_left >= clean * result.clean


def test_the_weights_are_learned_from_the_statements_as_they_are() -> None:
    first, _ = WEIGHTS.read_text(encoding="utf-8").split("\n", 1)

    assert digest() in first, "The statements have changed: run make weights."
