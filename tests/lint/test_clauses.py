"""Clauses in the passive are read by their words alone."""

import pytest

from bot.lint.clauses import passives
from bot.lint.text import Text


def read(text: str) -> list[tuple[str, str, str]]:
    [sentence] = Text(text).sentences
    return [
        (" ".join(one.subject), ("not " if one.is_negated else "") + one.deed, " ".join(one.rest))
        for one in passives(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Three letters were opened by our porter", [("three letters", "opened", "by our porter")]),
        ("Your file had wrongly been given away", [("your file had wrongly", "given", "away")]),
        ("The call was never made", [("the call", "not made", "")]),
        ("They haven't been told", [("they have not", "not told", "")]),
        ("We moved the stones and two got lost", [("two", "lost", "")]),
        ("The form, which was sent late, was wrong", [("", "sent", "late")]),
        ("It was read, and then it was thrown away", [("it", "read", ""), ("then it", "thrown", "away")]),
        ("We opened three letters", []),
        ("We were interested and it was red", []),
    ],
)
def test_a_passive_has_a_subject_a_deed_and_a_rest(text: str, clauses: list[tuple[str, str, str]]) -> None:
    assert read(text) == clauses


def test_a_clause_without_end_is_read_some_way_only() -> None:
    [sentence] = Text("word " * 200 + "was lost " + "word " * 200).sentences

    [clause] = passives(sentence)

    assert len(clause.subject) == len(clause.rest) + 1 == 40
