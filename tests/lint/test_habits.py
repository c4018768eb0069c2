"""What a tool or a firm does as a rule is no answer to what we did with it, and may be the right fact."""

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects
from bot.voice import Preset

SORRY = Context(Preset.FRIENDLY, serious=True, expects=frozenset({Expects.APOLOGY}))
CORRECTING = Context(Preset.FRIENDLY, expects=frozenset({Expects.APOLOGY, Expects.CORRECTION}))


def labels(text: str, context: Context) -> set[Label]:
    return {finding.label for finding in lint(text, context)}


@pytest.mark.parametrize(
    "text",
    [
        "Our calendar app moves every entry by an hour in summer. Sorry for the wrong time.",
        "The ticket system prints the old hall unless someone tells it not to. We are sorry.",
        "The agency that runs our feed works from a list that is two years old. We apologise.",
        "The map we embed comes with those borders. We apologise.",
        "The platform crops every portrait to a square, and so her face was gone. We apologise.",
        "The bank's interface delivers the names without order. We are sorry.",
        "You got two letters because our database counts a moved house twice. We are sorry.",
    ],
)
def test_the_habit_of_a_tool_beside_an_apology_is_blamed(text: str) -> None:
    assert Label.BLAME_SHIFT in labels(text, SORRY)


@pytest.mark.parametrize(
    "text",
    [
        "The plugin does not know about leap years. Sorry; it is on 1 March.",
        "The subtitling tool drops the accents. Sorry, her name is Zoë.",
        "The date was wrong because our mail program sorts by month. Sorry; it is on 1 March.",
    ],
)
def test_a_habit_that_goes_wrong_or_is_our_reason_is_blamed_beside_a_correction_too(text: str) -> None:
    assert Label.BLAME_SHIFT in labels(text, CORRECTING)


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Our supplier delivers on Mondays. We wrote Tuesdays. Sorry.", CORRECTING),
        ("The database holds 300 names, not 3,000. We are sorry.", CORRECTING),
        ("The tool works on phones too. We said it did not. Sorry.", CORRECTING),
        ("The app now shows the right hall. We are sorry.", SORRY),
        ("We set our calendar app to the wrong month. We apologise.", SORRY),
        ("Our scheduling tool does what we tell it, and we told it wrong. We are sorry.", SORRY),
        ("The plug-in we recommended reads your contacts. We should have told you. We are sorry.", SORRY),
        ("Our app shares your address with friends. We are sorry.", SORRY),
        ("The publisher withdraws the book. We are sorry.", SORRY),
    ],
)
def test_a_habit_that_is_right_or_ours_blames_nobody(text: str, context: Context) -> None:
    assert Label.BLAME_SHIFT not in labels(text, context)
