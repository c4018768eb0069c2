"""Whoever points at what others do wrong, or sends those who complain to look at themselves, argues."""

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects
from bot.voice import Preset

SORRY = Context(Preset.FRIENDLY, expects=frozenset({Expects.APOLOGY}))


def labels(text: str) -> set[Label]:
    return {finding.label for finding in lint(text, SORRY)}


@pytest.mark.parametrize(
    "text",
    [
        "Show me one newspaper that has never misprinted a name. Sorry.",
        "We are hardly the first shop to get a flag upside down. Sorry.",
        "Nobody said a word when the club across town did it. We apologise.",
        "Those who tweeted about it might ask themselves what they were after. Sorry.",
        "If you see something dirty in it, that is in your head. Sorry.",
        "The other party misspells our name every week. Sorry.",
        "Everyone who passed the picture on is part of this too. We apologise.",
        "Ask yourself why a cartoon makes you so angry. We are sorry.",
        "Some people ought to think about how they speak to a small shop. We apologise.",
    ],
)
def test_pointing_away_from_us_argues(text: str) -> None:
    assert Label.ARGUMENTATIVE in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "Other newspapers quoted our error. We have asked them to correct it. Sorry.",
        "Everyone who shared the post: please share this one too. Sorry.",
        "We ask ourselves how we could laugh at this. We apologise.",
        "It says more about us than about her. We are sorry.",
        "Let's not pretend that this was fine. It was not. We are sorry.",
        "Our rivals did better here: they asked first. We are sorry.",
        "Nobody else has this problem; it was our list. Sorry.",
        "The chants came from people who have nothing to do with football. We apologise.",
    ],
)
def test_pointing_at_ourselves_argues_with_nobody(text: str) -> None:
    assert Label.ARGUMENTATIVE not in labels(text)
