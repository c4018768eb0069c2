"""Drafts say nothing that nobody has said, and ask for what people need."""

from dataclasses import replace

import pytest

from bot.plan import Level
from bot.report import Harm, Mistake, StillMisleading, Undo
from tests.drafts.making import draft, plan_for, wrong_day


@pytest.mark.parametrize("undo", [Undo.DELETE, Undo.EDIT, Undo.DELETE_AND_REPOST])
def test_what_is_kept_until_counsel_was_asked_is_not_said_to_be_mended(undo: Undo) -> None:
    disputed = wrong_day(harm=Harm.LEGAL_FINANCIAL, undo=undo)
    take_back = next(
        task for task in plan_for(disputed, Level.APOLOGISE_PUBLICLY).tasks if task.id == "take-back"
    )

    kept, exposed, gone = (
        draft(report, level=Level.APOLOGISE_PUBLICLY)
        for report in (disputed, replace(disputed, still_misleading=StillMisleading.YES), replace(disputed, undo=Undo.ALREADY_GONE))
    )  # fmt: skip

    assert take_back.text.startswith("Ask counsel first")
    assert "We have" not in kept
    assert "We have" in exposed
    assert "We have removed the post." in gone


def test_while_the_first_version_is_kept_for_counsel_there_is_no_second_one_to_go_by() -> None:
    stray = wrong_day(mistake=Mistake.UNFINISHED_OR_TEST, harm=Harm.LEGAL_FINANCIAL, undo=Undo.EDIT, should_have_said="")  # fmt: skip
    picture = replace(stray, mistake=Mistake.WRONG_IMAGE)
    publish = next(task for task in plan_for(picture, Level.CORRECT_PUBLICLY).tasks if task.id == "publish")

    assert "Please ignore it." in draft(stray)
    assert "[[a link to the right picture]]" in draft(picture)
    assert publish.text.endswith("Fill in what is right first.")
