import re
from dataclasses import fields
from typing import Any

import pytest

from bot.decision import decide
from bot.draft_kinds import (
    DraftKind,
    is_public,
    kinds_for,
    may_publish_before_approval,
    needs_approval,
)
from bot.drafts import TEMPLATES
from bot.drafts.situation import Situation
from bot.drafts.values import values_of
from bot.plan import Level
from bot.report import Affected, Harm, Mistake, StillMisleading
from bot.voice import FRIENDLY, Voice
from tests.draft_space import QUESTIONS, problems, situation
from tests.drafts.making import HARBOUR, plan_for, wrong_day
from tests.pairs import all_pairs

# Which drafts


@pytest.mark.parametrize(
    ("level", "kinds"),
    [
        (Level.LET_IT_GO, "reply_if_asked"),
        (Level.QUIET_FIX, "reply_if_asked"),
        (Level.DIRECT_CONTACT, "private_note phone_notes reply_if_asked"),
        (Level.CORRECT_PUBLICLY, "public_correction reply_if_asked"),
        (Level.APOLOGISE_PUBLICLY, "public_correction reply_if_asked"),
        (Level.FULL_RESPONSE, "public_correction private_note phone_notes reply_if_asked"),
        (Level.ESCALATE_FIRST, "holding_statement phone_notes"),
    ],
)
def test_each_level_has_its_drafts_the_main_one_first(level: Level, kinds: str) -> None:
    report = wrong_day()

    assert kinds_for(plan_for(report, level), report) == tuple(DraftKind(kind) for kind in kinds.split())


def test_a_public_answer_to_a_few_known_people_also_writes_to_them() -> None:
    report = wrong_day(affected=Affected.FEW_KNOWN)

    kinds = kinds_for(plan_for(report, Level.APOLOGISE_PUBLICLY), report)

    assert kinds == (DraftKind.PUBLIC_CORRECTION, DraftKind.REPLY_IF_ASKED, DraftKind.PRIVATE_NOTE)


def test_a_false_alarm_has_the_all_clear_and_only_that_may_go_out_unapproved() -> None:
    report = wrong_day(mistake=Mistake.FALSE_ALARM, harm=Harm.SAFETY)

    assert kinds_for(decide(report), report) == (DraftKind.ALL_CLEAR,)
    assert [kind for kind in DraftKind if may_publish_before_approval(kind)] == [DraftKind.ALL_CLEAR]


def test_only_notes_for_a_call_need_no_approval() -> None:
    assert [kind for kind in DraftKind if not needs_approval(kind)] == [DraftKind.PHONE_NOTES]


def test_notes_to_single_people_are_not_public() -> None:
    private = [kind for kind in DraftKind if not is_public(kind)]

    assert private == [DraftKind.PRIVATE_NOTE, DraftKind.PHONE_NOTES]


# Every combination


def test_all_pairs_of_answers_and_voices_render_fit_and_pass_the_lint() -> None:
    found = [problem for values in all_pairs(QUESTIONS) for problem in problems(*situation(values))]

    assert found == []


def test_all_pairs_are_all_pairs() -> None:
    questions = {"a": (1, 2, 3), "b": (1, 2), "c": (1, 2, 3, 4)}

    rows = list(all_pairs(questions))

    assert {(row["a"], row["c"]) for row in rows} == {(a, c) for a in (1, 2, 3) for c in (1, 2, 3, 4)}
    assert {(row["b"], row["c"]) for row in rows} == {(b, c) for b in (1, 2) for c in (1, 2, 3, 4)}
    assert len(rows) < 3 * 2 * 4


# The templates


def test_the_readme_explains_every_name_that_a_template_can_use() -> None:
    report = wrong_day()
    values = values_of(Situation(DraftKind.PUBLIC_CORRECTION, report, decide(report), HARBOUR, FRIENDLY))
    table = [
        line.split("|")[1]
        for line in (TEMPLATES / "README.md").read_text().splitlines()
        if line.startswith("| `")
    ]
    explained = {name for cell in table for name in re.findall(r"`(\w+)`", cell)}

    assert explained == {*values, "did"} - {"pick"}


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.glob("*/*.j2")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_templates_keep_to_signs_that_an_sms_can_hold(path: Any) -> None:
    assert path.read_text(encoding="utf-8").isascii()


def test_every_kind_has_a_template_for_every_level() -> None:
    assert all((TEMPLATES / kind / "every_level.j2").is_file() for kind in DraftKind)


def test_every_field_of_a_voice_is_asked_in_all_pairs() -> None:
    assert {field.name for field in fields(Voice)} <= set(QUESTIONS)


def test_still_misleading_is_asked_in_all_pairs() -> None:
    assert set(StillMisleading) == set(QUESTIONS["still_misleading"])
