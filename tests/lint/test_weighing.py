"""The second reader: it sees what no phrase names, and doubts what a phrase marks by accident."""

import pytest

from bot.lint import Context, Label, lint
from bot.lint.checks import find_phrases
from bot.lint.text import Text
from bot.lint.weighing import marks_of
from bot.plan import Expects
from bot.report import Fault, Report

SORRY = Context(serious=True, expects=frozenset({Expects.APOLOGY}))


def labels(text: str, context: Context = SORRY) -> set[Label]:
    return {finding.label for finding in lint(text, context)}


def phrases(text: str, context: Context = SORRY) -> set[Label]:
    return {finding.label for finding in find_phrases(Text(text), context)}


@pytest.mark.parametrize(
    ("label", "text"),
    [
        (
            Label.EXCUSE,
            "The shift before had left us half a page of notes, and the plate went to the wrong table. We apologise.",
        ),
        (Label.EXCUSE, "It had been a fourteen-hour day when I typed it. I am sorry."),
    ],
)
def test_it_sees_a_fault_that_is_told_in_words_that_no_phrase_knows(label: Label, text: str) -> None:
    assert label not in phrases(text)
    assert label in labels(text)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        (Label.BLAME_SHIFT, "That was not me at my best. I am sorry."),
        (Label.ARGUMENTATIVE, "We are sorry. Many of you understood the test for what it was not."),
    ],
)
def test_it_takes_back_what_a_phrase_marks_by_accident(label: Label, text: str) -> None:
    assert label in phrases(text)
    assert label not in labels(text)


def test_what_it_sees_is_marked_from_clause_to_clause() -> None:
    text = "We apologise. It had been a fourteen-hour day when I typed it, and it was wrong."

    (found,) = lint(text, SORRY)

    assert text[found.start : found.end] == "It had been a fourteen-hour day when I typed it"


def test_an_outsiders_deed_is_nobodys_blame_to_shift() -> None:
    text = "The agency that prints our mats chose the joke by itself. We are sorry."
    report = Report(what="A joke on our mats", fault=Fault.OUTSIDER)

    assert Label.BLAME_SHIFT in labels(text)
    assert Label.BLAME_SHIFT not in labels(text, Context(serious=True, expects=SORRY.expects, report=report))


def test_every_mark_stands_on_words_of_the_text() -> None:
    text = Text("Sorry! We wrote 12, not 13. It is 13…")

    marks = [mark for mark in marks_of(text, SORRY, [Label.EXCUSE]) if mark.sentence >= 0]

    assert {mark.sentence for mark in marks} == {0, 1, 2}
    assert all(0 <= mark.first < mark.last <= len(text.sentences[mark.sentence].tokens) for mark in marks)


@pytest.mark.parametrize("text", ["", " ", "[[what]]", "https://example.org", "¤", "…"])
def test_next_to_nothing_weighs_nothing(text: str) -> None:
    assert labels(text) <= {Label.NO_APOLOGY, Label.GAP}
