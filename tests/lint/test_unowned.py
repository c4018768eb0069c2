"""A text that is to apologise, and in which nobody of us occurs, hides who made the mistake; also in a light correction."""

import pytest

from bot.lint import Context, Label, lint
from bot.lint.checks import find_phrases
from bot.lint.text import Text
from bot.plan import Expects
from bot.voice import Preset

CORRECTION = Context(Preset.FRIENDLY, expects=frozenset({Expects.APOLOGY, Expects.CORRECTION}))


def labels(text: str, context: Context = CORRECTION) -> set[Label]:
    return {finding.label for finding in lint(text, context)}


@pytest.mark.parametrize(
    "text",
    [
        "An old phone number was given on the poster. The right one is 555 0199.",
        "Apologies. The incorrect logo was used on the banner. The right one is on the page now.",
        "A misleading headline ran on page three. Sorry. The mayor did not resign.",
        "Somewhere between draft and print, a paragraph disappeared. Apologies. It is restored below.",
        "An allergy warning went missing from the label. Apologies to all who bought it.",
        "The dates got mixed up. Sorry, the fair is on 9 June.",
        "Lines got tangled and the sale opens on Monday. Sorry.",
        "It emerged that the prize was counted twice. Apologies. It is 500 euros.",
        "The concern has been dealt with in the meantime, and the page is back.",
        "It has been sorted out. Thank you for your patience.",
    ],
)
def test_what_goes_wrong_or_is_put_right_at_nobodys_hands_is_marked(text: str) -> None:
    assert Label.PASSIVE_EVASION in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "We gave an old phone number on the poster. The right one is 555 0199. Sorry.",
        "The incorrect logo was used on the banner. That was us. Sorry, the right one is on the page now.",
        "Sorry, our programme was printed with a page missing. Page 7 is at example.org/seven.",
        "The council apologises. An old number was given in the notice. The number is 555 0199.",
        "Sorry, the dates got mixed up by the two of us in the office. The fair is on 9 June.",
        "Sorry. The problem with the link has been fixed. It is example.org/fair.",
        "Sorry, the match was moved to 5 pm, and the road is closed until noon.",
        "Sorry, the race turns out to be 10 km and not 10 miles.",
    ],
)
def test_who_names_us_or_tells_a_neutral_deed_hides_nothing(text: str) -> None:
    assert Label.PASSIVE_EVASION not in labels(text)


def test_a_correction_without_an_apology_states_a_fact_and_nobody_has_to_own_it() -> None:
    text = "An old phone number was given on the poster. The right one is 555 0199."

    assert Label.PASSIVE_EVASION not in labels(
        text, Context(Preset.FORMAL, expects=frozenset({Expects.CORRECTION}))
    )


def test_the_brand_by_its_own_name_is_one_of_us() -> None:
    text = (
        "Harbour Radio gave an old phone number on air. A wrong price was read out too. It is 9 euros. Sorry."
    )
    context = Context(
        Preset.FRIENDLY,
        expects=CORRECTION.expects,
        names=frozenset({"Harbour Radio"}),
        own_name="Harbour Radio",
    )

    assert Label.PASSIVE_EVASION not in {one.label for one in find_phrases(Text(text), context)}
    assert Label.PASSIVE_EVASION in {one.label for one in find_phrases(Text(text), CORRECTION)}


def test_what_we_say_that_we_do_not_know_hides_nobody() -> None:
    context = Context(serious=True, expects=frozenset({Expects.APOLOGY}))
    open_question = "We do not know yet whether other cards were copied. We are sorry."

    assert Label.PASSIVE_EVASION not in labels(open_question, context)
    assert Label.PASSIVE_EVASION in labels("Other cards were copied. We are sorry.", context)
