"""Every answer that the form offers, given by a person: it is in the report, its plan and drafts are posted, and nothing is refused."""

from typing import Any

import pytest

from bot.channels import undo_options
from bot.models import REPORT, key
from bot.report import Answer, Channel
from bot.reporting.questions import QUESTIONS
from bot.storage import queries
from tests.handlers.reporting import cases
from tests.world import Someone, World, shown

CHOSEN = {asked.field: asked.values for asked in QUESTIONS if asked.values}
REPORTS = max(len(values) for values in CHOSEN.values())


def answers_of(number: int) -> dict[str, Any]:
    """Return the answers of one of the reports: each takes the next value of every question."""
    answers: dict[str, Any] = {field: values[number % len(values)] for field, values in CHOSEN.items()}
    channel, mistake = answers["channel"], answers["mistake"]
    offered = undo_options(channel, mistake)
    return {**answers, "undo": offered[number % len(offered)], "red_flags": [answers["red_flags"]]}


GIVEN = [answers_of(number) for number in range(REPORTS)]


def test_together_the_reports_give_every_answer() -> None:
    given = {field: {flag for one in GIVEN for flag in _listed(one[field])} for field in CHOSEN}

    assert given == {field: {*values} for field, values in CHOSEN.items()}


@pytest.mark.parametrize("given", GIVEN, ids=lambda one: f"{one['channel']}-{one['mistake']}")
async def test_the_answers_are_the_reports_and_its_plan_and_drafts_appear(
    world: World, alice: Someone, given: dict[str, Any]
) -> None:
    await alice.reports(**given)

    (case,) = await cases(world)
    report = REPORT.validate_python(case.report)
    kept = {field: getattr(report, field) for field in CHOSEN}
    assert kept == {**given, "red_flags": {*given["red_flags"]}}
    assert case.channel is Channel(given["channel"])
    drafts = await world.oops.store.read(queries.drafts_of, key(case))
    assert drafts
    assert [world.draft(draft.kind.label) for draft in drafts]
    assert shown(world.plan).startswith(f"OOPS-1 · {case.level.label}")


def _listed(given: Answer | list[Answer]) -> list[Answer]:
    return given if isinstance(given, list) else [given]
