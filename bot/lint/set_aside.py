"""What people look things up in (a table, a date, a number) is called wrong or taken away: that does not give the right one."""

from collections.abc import Sequence

from bot.lint.phrases import table
from bot.lint.text import Sentence, Token

WRONGNESS = (
    "wrong wrongly incorrect incorrectly inaccurate inaccurately false falsely mistaken mistakenly erroneous erroneously misleading misprinted"
    " misspelled misstated nonsense rubbish bogus out_of_date not_right broken outdated off muddled amiss garbled misquoted mislabelled mixed_up swapped missing_from dead_link oops whoops awkward"
    " misspelt misattributed misidentified mistyped misdated"
)
_FAMILIES = {
    "REFERENCE": (
        "table tables chart charts list lists dose doses dosage number numbers figure figures advice instructions map maps timetable schedule rota"
        " calendar route directions date dates time times price prices address code codes values guide guidance guidelines calculator"
    ),
    "WRONGNESS": WRONGNESS,
}
_SETS_ASIDE = table(
    "disregard|ignore|discard|bin ~3 REFERENCE",
    "not ~1 use|ring|call|dial|follow|trust|apply|rely_on|go_by|act_on ~3 REFERENCE",
    "REFERENCE ~8 should|must|is|are|can not ~1 be|to_be used|followed|trusted|relied_on|applied|rung",
    "REFERENCE ~8 should|must|is|are|can ~1 be|to_be disregarded|ignored|discarded",
    "REFERENCE ~6 does|do|did not ~1 belong|apply|match",
    "that|it|this is|was not ~1 the|our REFERENCE|day|place|venue|name|link",
    families=_FAMILIES,
)
_SETS_IT_ASIDE = table(
    "disregard|ignore|discard|bin it|them|this|that",
    "not ~1 use|ring|call|dial|follow|trust|apply|rely_on|go_by|act_on it|them|this|that",
)
_IS_WRONG = table(
    "REFERENCE ~8 WRONGNESS|belong",
    "REFERENCE ~4 contain|contains|contained|has|have|had ~2 error|errors|mistake|mistakes|slip|slips",
    "WRONGNESS|error|errors|mistake|mistakes ~5 REFERENCE",
    families=_FAMILIES,
)


def sets_aside(part: Sequence[Token], sentences: Sequence[Sentence]) -> bool:
    """Return whether some words take it away, or call it wrong; ``sentences`` tell what “it” is."""
    return _SETS_ASIDE.fits(part) or (
        _SETS_IT_ASIDE.fits(part) and any(_IS_WRONG.fits(one.tokens) for one in sentences)
    )
