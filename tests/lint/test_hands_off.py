"""To say that it was never in our hands blames whoever had it; what we make ourselves, or ask ourselves, blames nobody."""

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects
from bot.voice import Preset

SERIOUS = Context(Preset.FRIENDLY, serious=True, expects=frozenset({Expects.APOLOGY}))


def labels(text: str) -> set[Label]:
    return {finding.label for finding in lint(text, SERIOUS)}


@pytest.mark.parametrize(
    "text",
    [
        "Sorry about the rude cushions. We stock them, we didn't paint them.",
        "We carried the programme, but we did not write it. We apologise.",
        "We are sorry for the pamphlet. We merely printed it.",
        "Sorry about the broken lift. We only hire the building.",
        "We apologise. You will have to speak to the landlord about the mould.",
        "Sorry for the shouting. Please take it up with the band.",
        "We are sorry, though diners could have asked what was in the sauce.",
        "We are sorry. Hikers must ask themselves why they set out in such weather.",
        "Sorry, but a glance at the board would have shown it.",
    ],
)
def test_what_was_never_in_our_hands_is_blame(text: str) -> None:
    assert Label.BLAME_SHIFT in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "We painted the cushions and we did not think. We are sorry.",
        "We sell tickets on Mondays, and we do not make lists of who bought one. We wrote that we did. We are sorry.",
        "We must ask ourselves why nobody stopped it. We are sorry.",
        "Guests may ask why we said nothing. We were ashamed, and we are sorry.",
        "You should have been asked. We are sorry that we did not.",
        "You can speak to the director at any time. We are sorry.",
        "A look at our own list would have been enough, and we did not take it. We are sorry.",
    ],
)
def test_who_made_it_or_asks_themselves_blames_nobody(text: str) -> None:
    assert Label.BLAME_SHIFT not in labels(text)
