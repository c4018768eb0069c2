"""Promises without a limit are found in whatever words, and what can be kept is left alone."""

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects
from bot.voice import Preset

SERIOUS = Context(Preset.FORMAL, serious=True, expects=frozenset({Expects.APOLOGY}))
CORRECTION = Context(Preset.FRIENDLY, expects=frozenset({Expects.APOLOGY, Expects.CORRECTION}))


@pytest.mark.parametrize(
    "text",
    [
        "This was the first and the last leak. We are sorry.",
        "A second false alarm is unthinkable. We are sorry.",
        "Mistakes of this sort are a thing of the past. We are sorry.",
        "As long as we exist, no name will leak. We are sorry.",
        "There will not be another mix-up with your bills. We are sorry.",
        "We have closed every gap there was. We are sorry.",
        "Nobody can ever get at your data now. We are sorry.",
        "Your photos are as safe with us as they can get. We are sorry.",
        "The new system does not make mistakes. We are sorry.",
        "Whatever you lost, we make it up to you to the last cent. We are sorry.",
        "Every one of you will have your money back before the weekend. We are sorry.",
        "You have nothing whatsoever to fear any more. We are sorry.",
    ],
)
def test_a_promise_without_a_limit_is_marked(text: str) -> None:
    assert Label.OVERPROMISE in {one.label for one in lint(text, SERIOUS)}


@pytest.mark.parametrize(
    "text",
    ["That was our last wrong date. Sorry: the 9th.", "We will always get your name right. Sorry, Claire."],
)
def test_also_in_a_light_correction(text: str) -> None:
    assert Label.OVERPROMISE in {one.label for one in lint(text, CORRECTION)}


@pytest.mark.parametrize(
    "text",
    [
        "From today two people read each letter before it leaves this house. We are sorry.",
        "We have closed the gap through which the list got out. We are sorry.",
        "We will pay the fees that your bank charged you. We are sorry.",
        "There is no danger to the water supply. We sent the alert in error and we are sorry.",
        "The last leak was in March. This is the second one, and we are sorry.",
        "We said that this would be the last false alarm, and it was not. We are sorry.",
        "We cannot rule out that others saw the list. We are sorry.",
        "We can't promise that we'll never make another mistake, but two people check each list now. We are sorry.",
        "We cannot promise that it will not happen again, but two people check each list now. We are sorry.",
        "We will tell you by tomorrow noon what we have found. We are sorry.",
    ],
)
def test_what_can_be_kept_and_what_is_not_promised_is_left_alone(text: str) -> None:
    assert Label.OVERPROMISE not in {one.label for one in lint(text, SERIOUS)}


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, there won't be another show this year. We had announced one.",
        "Sorry, the last bus is at 11.40, not at midnight. There is no other that night.",
        "Our mistake: the offer ends by tomorrow noon. We had written Friday. Sorry.",
    ],
)
def test_the_right_fact_is_no_promise(text: str) -> None:
    assert Label.OVERPROMISE not in {one.label for one in lint(text, CORRECTION)}
