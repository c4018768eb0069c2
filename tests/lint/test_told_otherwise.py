"""How it is, beside what we had said, is a correction; so is money given back, and a hall with a letter ends its sentence like any other."""

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
        "The seminar takes place in Room F. The letter names Room E. Apologies from the faculty.",
        "We ride to Pier D. Our plan has Pier B. Sorry!",
        "The pie has no nuts in it. Our board said otherwise. Sorry!",
        "Cyclists ride on the left side. The map showed the other one. Sorry!",
        "We sold you seat 3 at the price of seat 1. We have refunded the difference. Sorry!",
    ],
)
def test_how_it_is_beside_what_we_had_said_corrects(text: str) -> None:
    assert Label.NO_CORRECTION not in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our board said otherwise. Sorry!",
        "The letter names the wrong room. We noticed it this morning. Sorry!",
        "We said Sunday in our mail. Our apologies to all who came for nothing.",
        "Our leaflet named the wrong dentist. We are looking into how that happened. Sorry.",
    ],
)
def test_what_we_had_said_alone_corrects_nothing(text: str) -> None:
    assert Label.NO_CORRECTION in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, the prize goes to B. Smith and J. F. Weber. We wrote Smyth and Webber.",
        "Dr. A. Mbeki speaks on Monday. We wrote Tuesday. Sorry.",
    ],
)
def test_the_letter_of_a_name_ends_no_sentence(text: str) -> None:
    assert labels(text) == set()
