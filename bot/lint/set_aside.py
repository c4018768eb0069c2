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
    "POINTER": (
        "number numbers address addresses link links code codes iban account hotline e-mail pin room hall venue name names author price prices date dates time"
        " times figure figures value values dose doses password form button map route platform gate postcode website site line channel"
    ),
    "NOBODY": "nobody no_one nothing nowhere someone_else somebody_else a_stranger strangers another wrong empty dead",
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
    "not ~1 write|pay|go|drive|come|travel|scan|transfer|send|reply|turn_up|book|visit|print|share|open|click|fill|log_in|call|ring ~3 it|them|this|that|there",
)
_NOT_IT = table(  # what it is not leaves open what it is
    "POINTER|one|person ~8!but is|are|was|were ~1 not|never ~1 ours|hers|his|theirs|yours|mine|the|valid|in_use|in_service|active|real|where|when|what|that_of|who|how|mr|mrs|ms|dr",
    "POINTER ~8!but do|does|did not ~1 exist|work|open|lead|belong|match|answer|ring|connect|load|function|resolve",
    "POINTER ~8!but belong|belongs|lead|leads|open|opens|go|goes|take|takes|point|points|ring|rings|connect|connects ~3 NOBODY",
    "POINTER ~8!but is|was|are|were ~2 dead|out_of_service|out_of_use|someone_else|somebody_else|invalid|fictitious|made_up|gone|disconnected",
    "that|this|it is|was not ~1 his|her|their|its|our|your ~1 real|right|correct|true|actual? ~1 POINTER",
    families=_FAMILIES,
)
_NOT_WHO = table(
    "sorry|apologies|oops|correction? ,|:? it is|was|were not !true|clear|known|correct|right|so|certain|because|only|just|until|enough|acceptable|the_case ~6!but who|that|which"
)
_IS_WRONG = table(
    "REFERENCE ~8 WRONGNESS|belong",
    "REFERENCE ~4 contain|contains|contained|has|have|had ~2 error|errors|mistake|mistakes|slip|slips",
    "WRONGNESS|error|errors|mistake|mistakes ~5 REFERENCE",
    families=_FAMILIES,
)


def sets_aside(part: Sequence[Token], sentences: Sequence[Sentence]) -> bool:
    """Return whether some words take it away, or call it wrong; ``sentences`` tell what “it” is."""
    if any(one.fits(part) for one in (_SETS_ASIDE, _NOT_IT)) or _NOT_WHO.starts(part, 0):
        return True
    return _SETS_IT_ASIDE.fits(part) and any(
        _IS_WRONG.fits(one.tokens) or _NOT_IT.fits(one.tokens) for one in sentences
    )
