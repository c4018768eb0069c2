"""An apology is for what we did: not for how it was taken, the headlines, or the slow answers to those who complained."""

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
        "We are sorry that our joke found so few friends.",
        "Apologies that the tone of our reel did not chime with you.",
        "Sorry that the irony in our tweet escaped some readers.",
        "It saddens us that the poster has been read as mocking, and we apologise for that.",
        "We are sorry our little film divided opinion.",
        "We apologise for our slow answers to the complaints about the billboard.",
        "Sorry that our switchboard was busy when you called about the video.",
        "Apologies for closing the comments under the joke.",
        "We are sorry for all the attention that our brand got this week.",
        "I am sorry not to have been available for interviews about the remark.",
        "We are sorry that the recording of our meeting leaked.",
    ],
)
def test_sorry_for_something_else_is_no_apology_for_what_we_did(text: str) -> None:
    assert Label.NON_APOLOGY in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "We are sorry that our joke hurt you.",
        "We apologise that our letter did not reach you in time.",
        "Our apologies that the parcel did not reach everybody.",
        "We apologise for taking so long to answer your complaint.",
        "We are sorry that the names were read out in the wrong order.",
        "We are sorry we deleted your comments under the cartoon. You were right.",
        "We are sorry for the joke, and for taking so long to say so.",
        "We apologise for the attention we drew to her family.",
        "We are sorry that our picture put her in the headlines.",
        "We apologise that our post stayed up for two days after you told us about it.",
    ],
)
def test_sorry_for_what_we_did_is_one_though_it_names_the_same_things(text: str) -> None:
    assert Label.NON_APOLOGY not in labels(text)
