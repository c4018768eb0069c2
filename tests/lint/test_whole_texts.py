"""What only shows over several sentences of a text."""

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects


def labels(text: str, *expects: Expects, serious: bool = True) -> set[Label]:
    return {one.label for one in lint(text, Context(serious=serious, expects=frozenset(expects)))}


def test_each_of_many_faults_is_found_beside_the_others() -> None:
    text = (
        "We are sorry that some of you felt upset. A trainee did it. Respect is at the heart of who we are. "
        "Errors were made, and it was just a joke. Please stop attacking our team."
    )

    assert labels(text) >= {
        Label.NON_APOLOGY,
        Label.BLAME_SHIFT,
        Label.SELF_PROMOTION,
        Label.PASSIVE_EVASION,
        Label.MINIMISING,
        Label.ARGUMENTATIVE,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Dr Okoro sold forged papers. That is what our post said on Friday. It is false, and we are sorry.",
        "The clinic poisons its patients. So wrote our editor. None of it is true. We apologise.",
    ],
)
def test_a_claim_that_is_only_afterwards_called_ours_is_said_again(text: str) -> None:
    assert Label.REPEATS_HARM in labels(text)


def test_what_we_say_of_ourselves_is_no_claim_that_is_said_again() -> None:
    text = (
        "We are sorry for Friday's post. We published that on Friday without asking anybody. It is withdrawn."
    )

    assert Label.REPEATS_HARM not in labels(text)


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("We gave the wrong price. We are sorry.\n\nHarbour Rowers", True),
        ("We gave the wrong price. We are sorry.\n\nThe Harbour Rowers' team", True),
        ("We gave the wrong price. It is £40. We are sorry.\n\nHarbour Rowers", False),
        ("We gave the wrong place. The right one:\n\nTown Hall", False),
    ],
)
def test_a_name_that_a_text_is_signed_with_corrects_nothing(text: str, is_missing: bool) -> None:
    assert (Label.NO_CORRECTION in labels(text, Expects.CORRECTION)) is is_missing


def test_what_would_have_been_is_no_condition_of_an_apology() -> None:
    text = "We are sorry, but if readers had seen the second page, they would have known what it was about."

    assert Label.CONDITIONAL not in labels(text)
    assert Label.CONDITIONAL in labels("We are sorry, but only if readers were hurt by it.")
