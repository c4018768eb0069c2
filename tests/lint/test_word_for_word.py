"""Our own harmful words, quoted in the apology for them, do their harm again; a title claims nothing, and the right words may be quoted."""

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
        "We apologise for the card, which read: 'Pensioners are a waste of space.'",
        "We are sorry for the hymn sheet on which stood “Foreigners steal our bread”.",
        'We withdraw the notice "Nurses should work for free" and apologise.',
        "Our apologies for a poster saying 'the deaf cannot sing'.",
    ],
)
def test_our_own_words_quoted_are_repeated(text: str) -> None:
    assert Label.REPEATS_HARM in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "We apologise for the card. It now reads: 'Pensioners are welcome.'",
        "The sign should have said 'The deaf are welcome'. We are sorry for what it said.",
        "We are sorry for the story 'A night in the valley'. We should have asked the family.",
        "One mother told us: “You have hurt my son.” She is right, and we are sorry.",
    ],
)
def test_a_title_a_reader_and_the_right_words_are_not(text: str) -> None:
    assert Label.REPEATS_HARM not in labels(text)
