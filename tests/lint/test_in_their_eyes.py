"""An apology to those who see it so is one for how it looks; to those to whom it happened it is one for what we did."""

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
        "Supporters who deem the flag offensive have our apologies.",
        "Students who see the costume as mockery have our apology.",
        "Our apology goes to residents who think the fence is an insult.",
        "We apologise to customers who believe that we looked down on them.",
        "To members who feel that nobody listened: we apologise.",
        "We ask pardon of everyone who finds the float distasteful.",
    ],
)
def test_an_apology_to_those_who_see_it_so_is_none(text: str) -> None:
    assert Label.NON_APOLOGY in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "We apologise to any tenant who considers the letter unkind.",
        "Sorry to any of our swimmers who think that we cheated.",
    ],
)
def test_any_that_thinks_so_is_a_condition(text: str) -> None:
    assert Label.CONDITIONAL in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tenants who were locked out have our apology and a new key.",
        "We apologise to the swimmers whom we sent home.",
        "We apologise to everyone who saw the message at three in the morning.",
        "We apologise to the walkers who took the closed path because of our map.",
    ],
)
def test_an_apology_to_those_to_whom_it_happened_is_one(text: str) -> None:
    assert labels(text).isdisjoint({Label.NON_APOLOGY, Label.CONDITIONAL})
