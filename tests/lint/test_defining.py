"""What a label's own definition names is found in every situation, however right the rest of the text is."""

from itertools import product

import pytest

from bot.lint import Context, Label, lint
from bot.plan import Expects
from bot.report import Fault, Report
from bot.voice import Preset

SITUATIONS = [
    Context(Preset.FRIENDLY, serious=serious, expects=frozenset(expects))
    for serious, expects in product(
        (False, True), ((), (Expects.APOLOGY,), (Expects.CORRECTION,), (Expects.APOLOGY, Expects.CORRECTION))
    )
]
FRAMES = ["{}", "{} It opens at 10.", "Correction: it opens at 10, not at 9. We are sorry. {}"]
NAMED = [
    (Label.EXCUSE, "We only wanted to honour the victims."),
    (Label.EXCUSE, "The picture was solely meant to commemorate the day, and it was meant to pay respect."),
    (Label.EXCUSE, "We never meant to offend anyone."),
    (Label.EXCUSE, "I intended no disrespect."),
    (Label.NON_APOLOGY, "We are sorry that it came across as insensitive."),
    (Label.PASSIVE_EVASION, "Mistakes have been made."),
    (Label.PASSIVE_EVASION, "Errors happened."),
    (Label.MINIMISING, "It was only a typo."),
    (Label.SELF_PITY, "We would like our lives back."),
    (Label.SELF_PROMOTION, "Respect is central to our values."),
    (Label.SELF_PROMOTION, "Fairness is at the heart of everything we do."),
    (Label.ARGUMENTATIVE, "It is our channel."),
    (Label.BLAME_SHIFT, "Our intern posted this."),
    (Label.BLAME_SHIFT, "A new volunteer accidentally put everyone in the To line."),
    (Label.BLAME_SHIFT, "The NWS forecast was wrong."),
    (Label.CONDITIONAL, "We apologise if anybody was offended."),
    (Label.OVERPROMISE, "It will never happen again."),
    (Label.LEGAL_ADMISSION, "We broke the law."),
]


def labels(text: str, context: Context) -> set[Label]:
    return {finding.label for finding in lint(text, context)}


@pytest.mark.parametrize(("label", "sentence"), NAMED)
def test_what_a_definition_names_is_found_in_every_situation(label: Label, sentence: str) -> None:
    texts = [frame.format(sentence) for frame in FRAMES]

    missed = [(text, at) for text in texts for at in SITUATIONS if label not in labels(text, at)]

    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "We meant to write 10. It opens at 10, not at 9. We are sorry.",
        "Mistakes were made, and we made them. We are sorry.",
        "The link on our page was wrong. This is the right one. We are sorry.",
        "We asked our intern to post this, and we did not check it. That is our fault. We are sorry.",
        "The PDF on our page was wrong. It is replaced. We are sorry.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    context = Context(Preset.FRIENDLY, expects=frozenset({Expects.APOLOGY}))

    assert labels(text, context) & {label for label, _ in NAMED} == set()


def test_where_an_outsider_did_it_naming_others_blames_nobody() -> None:
    report = Report(what="A stranger posted in our name", fault=Fault.OUTSIDER)

    assert Label.BLAME_SHIFT not in labels("The NWS alert was wrong.", Context(report=report))
