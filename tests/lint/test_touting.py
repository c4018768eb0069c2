"""An offer by the way, a call to buy and a good name that speaks for us sell or praise, however right the correction beside them is."""

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects
from bot.voice import Preset

SERIOUS = Context(Preset.FORMAL, serious=True, expects=frozenset({Expects.APOLOGY}))
CORRECTION = Context(Preset.FRIENDLY, expects=frozenset({Expects.APOLOGY, Expects.CORRECTION}))


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, it's 'sincerely'. And while you read this: 20 % on all shoes this week.",
        "Sorry, the code is MAY5. By the way: our new menu is waiting for you.",
        "Sorry: the fair is on 9 June. Book now, places go fast.",
        "Sorry, the code is MAY5. Tell a friend and both of you get a free coffee.",
        "Sorry, it's Claire. Our new book is out today and makes a fine gift.",
        "Sorry, the talk is on Monday. Seats are still to be had from 15 euros.",
    ],
)
def test_what_is_offered_beside_a_correction_sells(text: str) -> None:
    assert Label.SELF_PROMOTION in {one.label for one in lint(text, CORRECTION)}


@pytest.mark.parametrize(
    "text",
    [
        "We're sorry. Whoever has met us knows how much we do for the children of this town.",
        "We apologise. For forty years our house has stood for respect and fairness.",
        "We are sorry. No other shop does so much for the blind.",
        "We are sorry. We are more than a bank: we are neighbours.",
        "We are sorry. Generations of families have bought their bread here.",
        "We are sorry. We have learned and grown so much on this path.",
    ],
)
def test_a_good_name_that_is_to_speak_for_us_praises(text: str) -> None:
    assert Label.SELF_PROMOTION in {one.label for one in lint(text, SERIOUS)}


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, the sale ends on 3 May and not on 3 June.",
        "Sorry, members get five per cent off this month. We had written ten.",
        "Sorry, there is only one pair of socks for the price, not two for one.",
        "Sorry, shipping is not free. We had written that it was.",
        "Sorry, the new menu starts on Monday. Until then it is the old one.",
        "Sorry, Claire! We owe you a coffee.",
        "By the way, sorry: the talk is on Monday. Your ticket stays valid.",
    ],
)
def test_the_offer_that_the_correction_is_about_sells_nothing(text: str) -> None:
    assert Label.SELF_PROMOTION not in {one.label for one in lint(text, CORRECTION)}


@pytest.mark.parametrize(
    "text",
    [
        "We are sorry. Anyone who knows Mr Ode knows that he never said this. We made it up.",
        "We are sorry. For forty years we have paid women less than men.",
        "We are sorry. You trusted us with your savings, and we let you down.",
        "We're sorry. Those who know us from the hospice expected better, and rightly.",
    ],
)
def test_a_name_that_was_not_earned_praises_nobody(text: str) -> None:
    assert Label.SELF_PROMOTION not in {one.label for one in lint(text, SERIOUS)}
