"""What it is not leaves open what it is; a name that is called right, or a thing put right where it stood, corrects."""

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
        "The account number in our letter is not ours. Please do not pay into it. We apologise.",
        "The address on the flyer does not exist. Sorry.",
        "Sorry, it was not Kent that won the cup.",
        "The hall we named is not where the concert takes place. We apologise.",
        "The hotline in our text is out of service; please do not ring it. Sorry.",
        "The code we sent you opens nothing. We are sorry.",
        "Sorry, that is not her real name.",
    ],
)
def test_what_is_only_denied_is_not_corrected(text: str) -> None:
    assert Label.NO_CORRECTION in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "The number in our mail is not ours. Ring 555 0100. Sorry.",
        "It was not the red line that closed; it was the blue one. Sorry.",
        "It was not Ms Hall who won but Ms Ray. Sorry.",
        "The bridge is not closed. Sorry.",
        "The fee is not 40 euros but 14. Sorry.",
        "Dear Ms Brandt, we addressed you as Mr Brandt. We apologise.",
        "Hi Nia, I called you Mia all evening. I am sorry.",
        "Sorry, Tomasz! We wrote Thomas on your badge.",
        "To the Okafor family: the wreath said Okofor. We apologise.",
        "We mixed up two flags on the cake. We are sorry, and have put it right.",
    ],
)
def test_what_is_right_is_there_in_other_words(text: str) -> None:
    assert Label.NO_CORRECTION not in labels(text)


def test_a_greeting_to_all_names_nobody() -> None:
    assert Label.NO_CORRECTION in labels("Dear Members, we printed your names wrong. We are sorry.")
