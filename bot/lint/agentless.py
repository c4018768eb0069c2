"""Clauses in the passive that tell of a mistake and not of who made it."""

from collections.abc import Iterator
from itertools import pairwise

from bot.lint.clauses import Passive, passives, word_set
from bot.lint.model import Span
from bot.lint.text import Sentence

_FLAW = word_set(
    "forgotten lost overlooked ignored mislaid misplaced confused mixed swapped exchanged muddled omitted leaked disclosed exposed breached"
    " violated missed neglected disregarded bypassed overcharged duplicated damaged jumbled botched bungled dumped abandoned levelled discarded"
    " shredded wiped spilled spilt scratched torn crushed undercharged double-booked overbooked overpaid underpaid transposed scrambled mangled"
    " garbled dropped trampled bulldozed felled demolished truncated miscalculated miscounted misdated misdelivered misdiagnosed misdirected"
    " misfiled misheard misidentified mislabelled misnamed mispriced misprinted misquoted misread misreported misspelled mistranslated mistyped"
    " misused misattributed misaddressed mishandled miscoded mismanaged overstated understated"
)
"""Deeds that are a mistake whatever they are done to."""
_NO_HANDLING = word_set(
    "meant intended planned scheduled booked designed aimed conceived supposed built inspired taken seen perceived received interpreted viewed"
    " regarded met understood misunderstood misinterpreted misrepresented misconstrued misjudged read thought felt corrected removed deleted"
    " replaced fixed updated repaired restored reversed cancelled refunded compensated resolved closed rescheduled moved withdrawn reinstated"
    " changed improved added suspended dismissed disciplined identified reprimanded spoken let sacked fired offended hurt injured harmed killed"
    " insulted attacked threatened humiliated criticised hacked compromised hijacked cleared convicted acquitted charged arrested voted elected"
    " named torn justified earned deserved staged based led driven provoked aired struck said written misled"
)
"""Deeds that say how it was meant, taken or put right, or that are told of others."""
_WRONG = word_set(
    "wrong incorrect inaccurate false erroneous mistaken misleading inappropriate offensive insensitive unacceptable outdated private"
    " confidential sensitive intimate wrongly incorrectly erroneously mistakenly inadvertently accidentally unintentionally badly poorly inadequately"
    " improperly prematurely too upside unchecked unedited unfinished obsolete expired error mistake accident inaccurately regrettably somehow unapproved unverified longer"
)
_PRESENTED = word_set("said written read named aired identified added")
"""Deeds that are ours where what is presented is wrong (“the wrong name was read out”)."""
_LACKING = word_set(
    "consent notice permission warning approval checking authorisation agreement consultation credit context being having review supervision information water food heating help care electricity answers news"
    " verification explanation reply answer"
)
_DUTY = word_set(
    "passed forwarded handled heard recorded registered entered delivered answered counted labelled marked informed notified warned consulted checked verified reviewed proofread credited secured encrypted tested processed followed observed heeded"
    " stopped acted removed noticed spotted caught respected acknowledged honoured supervised monitored maintained inspected vetted approved"
    " kept filed"
)
_WHEN_OR_HOW = word_set(
    "never time properly sufficiently adequately correctly fully immediately sooner earlier enough everyone all"
)
"""What makes a deed that was not done a duty: it was never done, or not in time."""
_OTHERWISE_TOLD = word_set(
    "nobody none no if anyone anybody he she we i any whose trust confidence faith intentions"
)
_TAKEN_AWAY = word_set("deleted removed erased cancelled closed destroyed thrown withdrawn")
_THEIRS = word_set(
    "your results records files data applications orders bookings appointments votes accounts samples belongings letters answers entries"
    " reservations prescriptions certificates grades marks submissions payments benefits graves urns belongings ashes"
)
"""What was somebody's: to take it away puts nothing right."""
_OURS = word_set("our my")
_PUT = word_set("timed worded phrased put chosen judged expressed")
"""How we put it: a sentence with “our joke was badly timed” hides nobody."""
_PEOPLE = word_set(
    "staff team employees colleagues people volunteers children players family members crew nurses drivers teachers"
)
"""Those of us who suffer something, which is pity if anything."""
_PRONOUNS = word_set("it this that they these those")
_PERSONS = word_set("son daughter child boy girl man woman baby dog cat mother father brother sister")
_WISHED = word_set("will would could might may can must shall to")
_OPENS_ASIDE = word_set(
    "when while whilst where who whose before after how what why if although once until since if whether unless"
)
_TELLING = word_set(
    "reported wrote said stated claimed told announced suggested implied published alleged says"
)
_NO_MAKER = word_set("mistake accident error post e-mail mail phone hand far train road bus")
"""What can stand behind "by" without having done it."""


def agentless(sentence: Sentence) -> Iterator[Span]:
    """Yield every clause in which something went wrong at nobody's hands."""
    for clause in passives(sentence):
        if _is_about_us(clause) and _went_wrong(clause):
            tokens = sentence.tokens
            yield Span(tokens[clause.start].start, tokens[clause.end - 1].end)


def _is_about_us(clause: Passive) -> bool:
    """Return whether nobody is named, and the clause is neither an aside, nor a wish, nor what we told of others."""
    is_made_by = any(word == "by" and after not in _NO_MAKER for word, after in pairwise((*clause.rest, "")))
    is_owned = not {"we", "i"}.isdisjoint(clause.words[clause.end :])
    is_of_us = not _PEOPLE.isdisjoint(clause.subject) or clause.deed in _PUT
    is_ours = is_of_us and not _OURS.isdisjoint(clause.subject)
    is_aside = bool(clause.before) and clause.before[-1] in _OPENS_ASIDE
    return not (
        is_made_by
        or is_aside
        or is_owned
        or is_ours
        or not _OTHERWISE_TOLD.isdisjoint(clause.subject)
        or not _WISHED.isdisjoint(clause.subject[-2:])
        or not _TELLING.isdisjoint(clause.before)
    )


def _went_wrong(clause: Passive) -> bool:
    if clause.is_negated:
        is_late = not _WHEN_OR_HOW.isdisjoint(clause.words[clause.verb - 1 : clause.end])
        return clause.deed in _DUTY or (is_late and clause.deed not in _NO_HANDLING)
    lacks = "without" in clause.rest and not _LACKING.isdisjoint(clause.rest)
    is_loss = clause.deed in _TAKEN_AWAY and not _THEIRS.isdisjoint(clause.subject)
    if (
        lacks
        or is_loss
        or (clause.deed in _FLAW and (clause.deed != "lost" or _PERSONS.isdisjoint(clause.subject)))
    ):
        return True
    if clause.deed in _NO_HANDLING and (clause.deed not in _PRESENTED or _WRONG.isdisjoint(clause.subject)):
        return False
    is_pronoun = not _PRONOUNS.isdisjoint(clause.subject)
    return (
        not is_pronoun and "you" not in clause.subject and {"should", "have"} <= set(clause.subject)
    ) or not _WRONG.isdisjoint(clause.words[clause.start : clause.end])
