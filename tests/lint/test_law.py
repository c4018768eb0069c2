"""Less than the law asks for, or more than it allows: counsel should see such words before they go out."""

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects
from bot.voice import Preset

SERIOUS = Context(Preset.FORMAL, serious=True, expects=frozenset({Expects.APOLOGY}))


def labels(text: str) -> set[Label]:
    return {finding.label for finding in lint(text, SERIOUS)}


@pytest.mark.parametrize(
    "text",
    [
        "We apologise. We did not hold the drills that the regulations require.",
        "We are sorry. The cellar was fuller than the licence permits.",
        "We are sorry that our drivers worked longer than the law allows.",
        "We apologise: the noise was above the legal limit.",
        "We apologise. Our ladders did not meet the statutory requirements.",
        "We had a legal duty to tell you and did not. We apologise.",
        "We were legally obliged to test the water and failed to. We are sorry.",
    ],
)
def test_what_falls_short_of_the_law_is_an_admission(text: str) -> None:
    assert Label.LEGAL_ADMISSION in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "The regulations require a stamp, and your form now has it. We are sorry for the delay.",
        "We had not read what you sent us, which the law allows you to send at any time. We are sorry.",
        "Our rules ask for more than the law requires, and we said the opposite. We are sorry.",
        "Our film was longer than the programme said. We apologise to all who missed their train.",
        "We apologise to the two law students whom we left waiting.",
    ],
)
def test_a_law_that_is_only_spoken_of_admits_nothing(text: str) -> None:
    assert Label.LEGAL_ADMISSION not in labels(text)
