"""What is worded so plainly that the second reader does not doubt it, and where it does not hold."""

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects
from bot.voice import Preset

PLAYFUL = Context(tone=Preset.PLAYFUL, serious=True, expects=frozenset({Expects.APOLOGY}))


def labels(text: str, context: Context) -> set[Label]:
    return {finding.label for finding in lint(text, context)}


@pytest.mark.parametrize(
    "text",
    [
        "Our plane ad really nosedived this week. Sorry, we'll taxi back to the gate.",
        "Our chicken crossed the wrong road. Sorry about yesterday's ad, we've sent it home to roost.",
        "The bakery's flood post was half-risen at best. We kneaded to do better. Sorry.",
    ],
)
def test_a_playful_brand_that_only_drops_a_sorry_in_a_serious_case_is_joking(text: str) -> None:
    assert Label.JOKE_IN_SERIOUS in labels(text, PLAYFUL)


@pytest.mark.parametrize(
    "text",
    [
        "Our ad about the burial was cruel. We are sorry, and it is gone.",
        "Yesterday's post made fun of people who stammer. We're sorry. It's deleted.",
    ],
)
def test_a_playful_brand_that_owns_up_is_not_joking(text: str) -> None:
    assert Label.JOKE_IN_SERIOUS not in labels(text, PLAYFUL)


def test_a_bare_sorry_of_a_playful_brand_is_told_what_is_missing() -> None:
    (found,) = lint("Sorry for what I wrote yesterday", PLAYFUL)

    assert found.label is Label.JOKE_IN_SERIOUS
    assert found.mend == "Say in plain words what we did, and that we are sorry for it."


def test_a_door_is_not_shut_where_an_apology_or_an_answer_follows() -> None:
    text = "To those who keep asking for the recording: it is at example.org/talks now."

    assert Label.ARGUMENTATIVE not in labels(text, Context())
    assert Label.ARGUMENTATIVE in labels("To the account that keeps asking: we told you so at 10.", Context())


def test_what_somebody_did_by_a_light_mistake_is_no_condition() -> None:
    text = "Sorry if you waited at a locked door!"

    assert Label.CONDITIONAL not in labels(text, Context(tone=Preset.FRIENDLY))
    assert Label.CONDITIONAL in labels(text, Context(tone=Preset.FRIENDLY, serious=True))
    assert Label.CONDITIONAL in labels("Sorry if you felt left out!", Context(tone=Preset.FRIENDLY))
