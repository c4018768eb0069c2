"""A saying, a catastrophe that it is not, a question that wants no answer: these make a mistake small in a light correction too."""

from itertools import product

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects
from bot.voice import Preset

BOTH = frozenset({Expects.APOLOGY, Expects.CORRECTION})
SITUATIONS = [
    Context(Preset.FRIENDLY, serious=serious, expects=expects)
    for serious, expects in product((False, True), (BOTH, frozenset({Expects.APOLOGY})))
]


@pytest.mark.parametrize(
    "text",
    [
        "Hardly Watergate, but sorry: the name is Claire.",
        "It's not as if the sky had fallen in. The bus leaves at 8. Sorry.",
        "There are bigger fish to fry, but sorry, the time is 7 pm.",
        "Nobody's going to lose sleep over a comma. The price is 40 euros. Sorry.",
        "Who reads page 30 anyway? Sorry, the author is Dahl.",
        "Was it really so terrible? Sorry, the room is 12.",
        "One wrong letter out of two thousand. Sorry for that one.",
        "Big fuss, small cause. Sorry, the shop opens at 9.",
        "Storm in a teacup, really. The date is 6 May. Sorry.",
        "We've all typed a 7 for a 1. Sorry, it is the 17th.",
    ],
)
def test_to_tell_readers_that_it_does_not_matter_shrinks_it_in_every_situation(text: str) -> None:
    missed = [at for at in SITUATIONS if Label.MINIMISING not in {one.label for one in lint(text, at)}]

    assert missed == []


@pytest.mark.parametrize(
    ("text", "is_serious"),
    [
        ("Sorry, two words in our recipe were wrong: it is baking soda, and 180 degrees.", False),
        ("Sorry, we got one letter wrong: it is Anne with an e.", False),
        ("We know that some of you lost sleep over our alarm. Sorry: it was a test.", False),
        ("Sorry, the map of the world in our atlas lacks New Zealand. A new sheet is on its way.", False),
        ("To the families this is a big deal, and to us too. We are sorry.", True),
        ("This is worse than a bad joke. We are sorry.", True),
        ("It is not as if nobody had warned us: you had. We are sorry.", True),
        ("No punishment could be worse than what I feel now. I apologise.", True),
        ("Who can you ask? Call Ana on 555 0199. We are sorry.", True),
    ],
)
def test_the_same_words_about_what_it_was_shrink_nothing(text: str, *, is_serious: bool) -> None:
    context = Context(Preset.FRIENDLY, serious=is_serious, expects=BOTH)

    assert Label.MINIMISING not in {one.label for one in lint(text, context)}


def test_that_nobody_died_can_be_the_fact_that_a_grave_correction_gives() -> None:
    text = "Four people were hurt in the fire. Nobody died. We had written that two did, and we are sorry."

    found = {one.label for one in lint(text, Context(serious=True, expects=BOTH))}

    assert Label.MINIMISING not in found
