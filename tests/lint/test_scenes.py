"""A reason needs no “because”: how it was that day, what looks alike, who had it wrong before us, what we are no good at."""

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects
from bot.voice import Preset

CORRECTING = Context(Preset.FRIENDLY, expects=frozenset({Expects.APOLOGY, Expects.CORRECTION}))


def labels(text: str) -> set[Label]:
    return {finding.label for finding in lint(text, CORRECTING)}


@pytest.mark.parametrize(
    "text",
    [
        "The desk was down to one person that night. Sorry, the number is 61.",
        "The editor had worked eleven days in a row. Sorry, the headline now says 'may'.",
        "The phones had not stopped ringing since dawn. Sorry, the road is open.",
        "It was the last day before the holidays. Sorry, it is 4 May.",
        "Their names sound alike. Sorry, the winner is Marie Rahn.",
        "The two flags differ only by a shade. Sorry, ours is fixed.",
        "Wikipedia has the same mistake. Sorry, he was born in 1961.",
        "Our archive still had her under her old name. Sorry, she is Jo Lind.",
        "We are musicians, not accountants. Sorry, it is 30 euros.",
        "Spelling was never our strong point. Sorry: 'definitely'.",
        "The handwriting on the form was hard to read. Sorry, it is Ms Tann.",
    ],
)
def test_a_scene_that_lessens_our_part_excuses(text: str) -> None:
    assert Label.EXCUSE in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "The desk is open from 9. We wrote 8. Sorry.",
        "Friday was the last day before the holidays, not Thursday. Sorry.",
        "The two halls are next to each other. The concert is in the left one. Sorry.",
        "Marie Rahn and Mary Ran are two people. We mixed them up. Sorry.",
        "We are bakers from Ghent, and we spelled your name wrong, Noor. Sorry.",
        "Last year's brochure said 10. This year it is 12. Sorry for the old one.",
        "The same mistake is in the print edition. We will correct it on Friday. It is 14. Sorry.",
        "The team worked for a year on this, and we left out their names. They are Ann Lee and Bo Chen. Sorry.",
        "Nobody at our table spoke up when he said it. Her name is Aisha. We are sorry.",
    ],
)
def test_the_same_things_told_as_facts_excuse_nothing(text: str) -> None:
    assert Label.EXCUSE not in labels(text)
