"""What a label's own definition names (domain.md, Lint): it is found in every situation, and no sum of weights takes it back."""

from collections.abc import Iterator

from bot.lint.agents import AGENTS
from bot.lint.habits import habits_of_tools
from bot.lint.hands_off import HANDS_OFF
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.others import tells_of_us
from bot.lint.phrases import spans, table
from bot.lint.scenes import SCENES
from bot.lint.something_else import sorry_for_something_else
from bot.lint.sources import named_sources
from bot.lint.text import Text, told_by
from bot.report import Fault

_FAMILIES = {
    "MEANT": "mean meant intend intended want wanted wish wished",
    "TO_HURT": (
        "offend upset hurt insult mock disrespect anger mislead confuse alarm belittle trivialise demean shame ridicule distress disappoint"
        " make_light make_fun cause_offence cause_hurt cause_harm cause_distress cause_confusion be_offensive be_insensitive be_hurtful be_disrespectful"
    ),
    "TO_PLEASE": "pay honour celebrate commemorate remember entertain amuse support raise_awareness start_a spark_a make_people make_you make_everyone cheer",
    "NO_HARM": "disrespect offence harm malice insult ill_will",
    "OFFENSIVE": "insensitive offensive tasteless hurtful disrespectful inappropriate tone-deaf rude racist sexist cruel callous thoughtless",
    "BELIEFS": "beliefs belief values mission identity culture ethos purpose dna",
    "OURS": "page account wall feed channel house timeline platform",
}
_DEFINING = {
    Label.EXCUSE: table(
        "we|i|it|which|that|this ~1 BE? ~1 only|solely|purely|simply|just? ~1 meant|intended|wanted ~1 to TO_PLEASE",
        "we|i|it|which|that|this ~1 not|never ~1 MEANT ~3 to ~1 TO_HURT",
        "we|i ~1 MEANT no|absolutely_no|any NO_HARM",
        unless=("no|not an? excuse|defence|justification",),
        families=_FAMILIES,
    ),
    Label.NON_APOLOGY: table(
        "SORRY that|if? it|this|that|our|they|the ~3 seemed|appeared|came_across|sounded ~2 OFFENSIVE",
        families=_FAMILIES,
    ),
    Label.MINIMISING: table(
        "is|was|were|'s just|only|merely a|an|one ~1 typo|misprint|misspelling|slip|joke|mistake|error"
    ),
    Label.SELF_PITY: table("like|want my|our life|lives back"),
    Label.SELF_PROMOTION: table(
        "is|are|remain|remains|has_always_been core|central|fundamental to ~1 our|my ~1 BELIEFS",
        "is|are|lies|remains at the ~1 heart|core of our|everything_we|who_we|all_we ~1",
        families=_FAMILIES,
    ),
    Label.ARGUMENTATIVE: table("it|this|that 's|is our|my OURS .|,|!|;|and|so|:", families=_FAMILIES),
}
_A_HELPER = table(
    "a|an|our|the|one_of_our ~1 intern|interns|agency|freelancer|trainee|temp|contractor|supplier|volunteer ~1 posted|sent|published|wrote|made|did it|this|that|the",
    "a|an|our|the|one_of_our ~2 HELPER accidentally|mistakenly|inadvertently|erroneously|unintentionally|wrongly !BE *ed|PAST",
    unless=("we|i ~3 should|failed|did_not|asked|told|let", "our|my ~1 fault|job|responsibility"),
    families=AGENTS,
)
_NOBODY = table(
    "mistakes|errors|missteps|failures ~2 were|have_been ~1 made",
    "mistakes|errors|missteps occurred|happened|have_occurred",
)


def check_defining(text: Text, context: Context) -> Iterator[Finding]:
    """Yield what is a label's own example, in whatever words it stands."""
    for label, phrases in _DEFINING.items():
        yield from (finding(label, span) for span in spans(text, phrases))
    yield from (finding(Label.EXCUSE, span) for span in spans(text, SCENES))
    yield from (finding(Label.NON_APOLOGY, span) for span in sorry_for_something_else(text))
    yield from (finding(Label.BLAME_SHIFT, span) for span in _blamed(text, context))
    if not any(tells_of_us(sentence) for sentence in text.sentences):
        yield from (finding(Label.PASSIVE_EVASION, span) for span in spans(text, _NOBODY))


def _blamed(text: Text, context: Context) -> list[Span]:
    """Return who is named as the one that did it, unless the report says that it was an outsider."""
    if context.report and context.report.fault is Fault.OUTSIDER:
        return []
    told = told_by(text, context.own_name)
    return [
        *spans(told, _A_HELPER, HANDS_OFF),
        *named_sources(told, context),
        *habits_of_tools(told, context),
    ]
