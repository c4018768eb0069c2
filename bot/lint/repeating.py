"""Is the harmful thing said again?"""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.lint.apology import has_apology
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.phrases import spans, table
from bot.lint.text import Sentence, Text
from bot.report import Mistake

_HARMFUL = {
    "TELLING": (
        "said say says saying wrote write writes writing claim claims claimed told tell tells telling called described headline caption read reads posted printed published tweeted"
        " carried ran state states stated stating suggested suggesting reported report post tweet page column columnist announced guest presenter speaker trainer host marked asked"
        " statement sentence line yelling yelled shouted repeating repeat lie false untrue wrong rumour allegation"
    ),
    "LITTLE": "the a an of to in on at is was are were and or that this it we our i for with as by from be been has have had not no did do does he she they you his her their your its said wrote",
    "SAY": "say claim suggest imply write state report announce tweet post declare allege",
    "SAYING": "saying claiming writing stating suggesting implying posting tweeting reporting announcing declaring telling_you telling_people publishing_that asserting alleging insinuating",
    "SAID": "joked written said claimed wrote stated suggested implied reported announced declared alleged insinuated told_you told_people posted_that tweeted_that says claims reads asserted",
    "CALLING": "having_described having_called having_compared having_labelled having_portrayed calling describing labelling branding referring_to comparing portraying depicting",
    "CALLED": "called described labelled branded referred_to compared portrayed depicted",
    "VERB": (
        "is are was were 's has have had can could cure cures cause causes kill kills killed work works prevent prevents protect protects deserve deserves"
        " should must will would did does do stole lied died cheat cheats cheated spread spreads belong belongs make makes made take takes took help helps"
        " went failed hate hates own owns contain contains run runs need needs owed owe smell smells look looks cannot accepted beats beat bring brings deserved committed sold"
    ),
    "PERSON": "pupil student teacher mayor minister doctor nurse player coach singer actor driver owner priest imam rabbi officer neighbour man woman boy girl couple family mr mrs ms dr he she they bakery restaurant clinic firm shop candidate politician boss director victim witness suspect judge lawyer journalist colleague author artist",
    "GROUP": "women men mothers fathers parents migrants immigrants refugees muslims jews christians gays lesbians blacks foreigners disabled pensioners victims residents teenagers boys girls homeless unemployed gypsies roma asians africans mexicans poles deaf blind fat_people old_people black_people gay_people trans_people poor_people the_poor couples pensioners strikers protesters farmers students nurses doctors teachers drivers cyclists asylum_seekers disabled_people single_mothers",
    "NASTY": (
        "cure cures cause causes kill kills poisons steals abuses lies hates thief thieves shoplifter shoplifters dealer dealers gangster gangsters predator predators possessed babies criminal criminals liar liars lied stupid fat ugly lazy terrorist terrorists fraud frauds fraudulent"
        " corrupt guilty drunk dirty poison poisonous infect infects stole cheat cheats cheated murdered murderer rapist rapists"
        " idiots idiot morons moron deserved inferior retarded crazy insane animals apes monkeys vermin scum crook crooks bankrupt abused racist nazi"
        " paedophile arrested convicted jailed cancer autism infertile infertility harmless addict addicts junkies whore slut sluts bitch freaks savages parasites worthless"
        " disgusting subhuman dangerous unsafe poisoned failing scam fake hoax"
        " hate hated preaches bribes bribe bribed killed_his killed_her killed_a had_killed stolen stealing robbed beaten assaulted raped drugged struck_off embezzled faked forged betrayed neglected harassed terror terrorism prostitute prostitutes escort alcoholic alcoholics smuggler smugglers traffickers extremist extremists spy spies traitor traitors embezzler perverts pervert paedophiles murderers killers killer rat rats dogs pigs swine cockroaches trash lunatic lunatics"
    ),
}
_REPEATED = table(
    "SAID|SAYING|wrote|written|claimed that !the|our|your|all|there|we|it|this|tickets|trains|shops|you|they ~2 *s|couples are|were|should|must|can|cannot|have|belong|deserve|do ...",
    "SORRY ~5 tweet|post|claim|story|report|headline|article|message|suggestion|line|sentence|comment that a|an|the|he|she|mr|mrs|ms|dr|they ~6 *ed|VERB|had|PAST ...",
    "SORRY|wrong ~3 claim|suggestion|assertion|allegation|insinuation|accusation|rumour that !we|i|it|this|there|you ...",
    "SORRY|wrong ~3 claim|statement|suggestion|assertion|remark|allegation|insinuation|comment|assumption that !we|i ~8 *ed|VERB|PAST ...",
    "SAID|SAYING|written|suggested|implied ~1 that? ~3 GROUP ~1!to *ed|VERB|commit|live|get|think|eat|drink|talk|know|come|go|want|always|never|often|prefer|abuse|earn|bring|drive|behave|look ...",
    "SORRY|wrong|mistake|unforgivable|should_not|should_never|never_should|irresponsible|unfair ~3!was|were|been|is|are for|to|have|about|that_we|that_i? ~2!was|were|been|is|are SAYING|SAID|written|said|implying|implied|suggested that? ~2!that ~9 *ed|VERB|had|PAST|like|too|NASTY ...",
    "SAID|SAYING|called|described|claimed ~5 like|as a|an|the ~1 girl|woman|animal|animals|child|children|monkey|pig|dog|old_woman|baby|idiot|robot|slave|nazi|terrorist|criminal ...",
    "SAYING|writing|claiming|suggesting|posting|having_written|having_said|having_claimed|having_posted that !you|your|we|i|our ~6 *ed|VERB|had|PAST ...",
    "SORRY|REGRET|wrong|never|not|withdraw|retract|mistake ~6 SAYING that? ~5 VERB ...",
    'SORRY|REGRET|wrong|never|not|withdraw|retract|mistake ~6 CALLING !for|on|off|it|this|that|our|an_event ~6 as|a|an|to|"|NASTY ...',
    "not|never|should ~2 have SAID that? ~5 VERB ...",
    "SORRY ~5 post|tweet|slogan|headline|title|poster|message|comment|joke|line|sentence|remark|caption ~2 :? \"|' ~14 \"|'",
    "wrong|mistake|irresponsible|unfair|unkind|unforgivable|cruel ~3 to SAY that !we|i|it|this|there|you|.|,|and|;|:|!|?|-|because|about|post|picture|photo|way|day ...",
    "SORRY ~5 SAYING|spread|spreading|having_spread|having_said|having_written|having_claimed|having_posted|having_suggested|having_implied that !we|i|it|this|there|you|.|,|and|;|:|!|?|-|because|about|post|picture|photo|way|day ...",
    "THING|we|i|it|which|who|that|account ~4 SAID|SAYING that? ~6!something|things|anything|word|words NASTY ...",
    "THING|we|i|it|which|who|that|account ~4 CALLED|CALLING ~6 NASTY ...",
    'THING|we|i|it|which|who|account CALLED him|her|them|you|people|women|men|migrants|immigrants|refugees|muslims|jews|voters|fans|residents|patients|customers|players ~1 a|an|"|as|to ...',
    "SAID|SAYING|written ~1 that? ~3 GROUP ~4 is|are|was|were|should|deserve|do|can|have|belong|cost|steal|cause|need ...",
    "wrong|unfair|mistake|unkind|cruel|unacceptable|sorry ~4 to call|describe|compare|label|brand|portray !for|on|it|this|that|you ~7",
    "SAID|SAYING|written that? ~3 PERSON ~1 is|was|are|were a|an ...",
    "claim|claims|suggestion|statement|allegation|story|report|post|assertion|headline that !was|is|were|are|contained|had ~6 NASTY|GROUP ...",
    'SORRY|wrong|mistake ~3 we|i|to ~1 wrote|said|write|say|posted|printed|tweeted ~3 " ~12 "',
    "wrong|unfair|unkind|mistake|cruel to ~1 print|say|write|claim|post|suggest|report|imply that he|she|they|mr|mrs|ms|dr ~1!was|is|had|has *ed|PAST|*s ~6",
    "SORRY|wrong ~3 telling ~5 that ~6 NASTY ...",
    "rumour|rumours|myth|lie|lies|falsehood|slander that ~1 ...",
    "sentence|headline|caption|slur|insult|CALLED|CALLING ~3 :? ,? \"|' ~14 \"|'",
    "SORRY|wrong|mistake|unfair ~4 CALLING|to_call ~1 GROUP|residents|fans|players|voters|people|customers|members|supporters|parents|patients|tenants|staff ~4 *s .|,|!|;|and",
    '" ~12 NASTY|GROUP|crime|crimes ~8 " ,? we|i ~1 SAID|posted|tweeted|printed|published',
    'not have SAID|CALLED|called|described|compared ~5 as|a|an|to|"|NASTY ...',
    families=_HARMFUL,
    unless=(
        "said|say|saying|wrote ~4 stupid|dumb|nasty|hateful|horrible|awful|silly|hurtful things|stuff|words|thing",
        "delay|delays|slow|slowly|late|long|failing|failed|without ~3 telling|told|informing|tell you",
        "the|a|real|true cause|causes of",
        "must|should|has_to|can be said",
        "without saying that",
        "what|everything|anything|something|things|words|remarks|comments we|i|he|she ~1 said|wrote|posted|claimed",
        "THING|it|this|costume|song|game|prank|word ~1 was|is|were|are ~1 harmless",
        "saying|said|wrote|writing|stated ~2 it|they|water|food|everything ~1 is|was|were|are ~1 safe|over|open|clear",
        "way|ways of SAYING",
        "should ~2!not|never have ~2 noted|said|mentioned|reported|added|included|explained ~3 that",
        "racist|sexist|antisemitic|homophobic|hateful|offensive ~1 comments|comment|remarks|remark|things|words|language|slur|slurs|joke|jokes|content|tropes",
        "be|being|am|get|been called|described|labelled",
        "anything|everything|whatever ~8 said|wrote|say|saying",
        "anything|everything|whatever ~8 said|wrote|say",
        "simply|just|only|merely saying that",
        "reject|rejects|deny|denies|dispute|refute ~3 suggestion|claim|allegation|accusation|notion|idea",
        "claimed|promised|said ~5 that|which does|do|did not ~1 exist|work",
        "the false|untrue|wrong claim|statement about",
        "call|called|calling for|on|us|you_on|the_number",
    ),
)
_OURS_READ = table(
    "THING|chant|song|sketch|motto ~1 ,? ~1 in|on|with|of? which|whose|where|that ~4 SAID|read|reads|ran|run|went|was|were|is|are|began",
    "on|in which|it ~1 stood|said|we_wrote|was_written|is_written ~1",
    "THING|chant|song|sketch|motto saying|reading|stating|claiming|running ~2",
    "withdraw|withdraws|retract|retracts|SORRY ~6 THING|chant|song|sketch|motto ~2",
    families=_HARMFUL,
    unless=("now|should|must|instead|correct|corrected|correctly|right|rightly|true|meant|ought|replaced",),
)
_QUOTE = table("\"|' ~14 .|!|,? \"|'")
_SAYS = table("VERB|NASTY|GROUP|them|us|you", "not *ed", families=_HARMFUL)
"""A title of a few words (“Fire at the mill”) claims nothing."""
_TOLD_AS_OURS = table(
    "that|this|so|those|these is|was|were|are ~1 what|how|the_words|the_line|the_sentence we|i|our ~3 SAY|SAID|published|posted|printed|tweeted|put_out|sent",
    "so|thus SAID|wrote|read|ran|went|claimed our|the|my|we|i",
    "we|i|our ~3 SAY|SAID|published|posted|printed|tweeted that|this|so .|on|in|yesterday|last|to|at",
    families=_HARMFUL,
)
"""How a sentence begins that says of the one before that it was ours."""
_CLAIM = (4, 5, 6)  # words
_WEIGHTY = 3  # of them, at least: more than “it is in the”
_QUOTED = ((6,), 4)
"""The same for what is told once more of a report, which may name whom it was about: that alone is no harm."""
_AS_IT_WAS_SAID = re.compile(
    r"\b(?:said|says|saying|wrote|called|told|tells|joked|tweeted|replied|answered|commented|posted)\b(.+)",
    re.IGNORECASE | re.DOTALL,
)
_WORDS_THAT_HURT = {Mistake.TONE_DEAF, Mistake.ARGUMENT}
_LITTLE = frozenset(_HARMFUL["LITTLE"].split())
_TELLING = frozenset(_HARMFUL["TELLING"].split())
_OURS = frozenset(("we", "i", "our", "my", "us", "me", "sorry"))


def check_repeating(text: Text, context: Context) -> Iterator[Finding]:
    """Yield the slur or false claim that is said again in a serious case."""
    if context.serious:
        yield from (finding(Label.REPEATS_HARM, span) for span in spans(text, _REPEATED))
        yield from _told_afterwards(text)
        yield from _told_twice(text, context)


def quoted(text: Text) -> Iterator[Span]:
    """Yield what we had said, word for word, in a text that is sorry for it; who sets it right quotes what is right now."""
    if not has_apology(text):
        return
    for sentence in text.sentences:
        for first, last in _QUOTE.find(sentence.tokens, sentence.words):
            words = sentence.tokens[first + 1 : last - 1]
            if len(words) >= _WEIGHTY and _SAYS.fits(words) and _OURS_READ.fits(sentence.tokens[:first]):
                yield Span(sentence.tokens[first].start, sentence.tokens[last - 1].end)


def _told_afterwards(text: Text) -> Iterator[Finding]:
    """Yield the sentences that stand as a fact until the next one says that we had said so."""
    for claim, follows in pairwise(text.sentences):
        if _TOLD_AS_OURS.starts(follows.tokens, 0) and not claim.words & _OURS:
            yield finding(Label.REPEATS_HARM, Span(claim.tokens[0].start, claim.tokens[-1].end))


def _told_twice(text: Text, context: Context) -> Iterator[Finding]:
    """Yield the sentences that tell once more, in the same words, what somebody told: who sets it right says it anew.

    What the report gives as right may be said as often as it takes.
    """
    right = context.report.should_have_said if context.report is not None else ""
    is_right = {row for sentence in Text(right).sentences for row in _rows(sentence)}
    told: dict[tuple[str, ...], Sentence] = {}
    for sentence in text.sentences:
        rows = set(_rows(sentence)) - is_right
        if any(_is_telling(sentence) or _is_telling(told[row]) for row in rows & told.keys()):
            yield finding(Label.REPEATS_HARM, Span(sentence.tokens[0].start, sentence.tokens[-1].end))
        told = dict.fromkeys(rows, sentence) | told


def told_in_report(text: Text, context: Context) -> Iterator[Span]:
    """Yield the sentences that say once more what the report says was said, where those words themselves are the fault."""
    report = context.report
    if report is None or not context.serious or report.mistake not in _WORDS_THAT_HURT:
        return
    said = _AS_IT_WAS_SAID.search(report.what)
    told = (
        {row for sentence in Text(said[1]).sentences for row in _rows(sentence, *_QUOTED)} if said else set()
    )
    for sentence in text.sentences:
        if _is_telling(sentence) and not told.isdisjoint(_rows(sentence, *_QUOTED)):
            yield Span(sentence.tokens[0].start, sentence.tokens[-1].end)


def _is_telling(sentence: Sentence) -> bool:
    return not sentence.words.isdisjoint(_TELLING)


def _rows(
    sentence: Sentence, sizes: tuple[int, ...] = _CLAIM, weighty: int = _WEIGHTY
) -> Iterator[tuple[str, ...]]:
    """Yield the rows of words in a sentence that are long enough to be a claim."""
    words = [token.word for token in sentence.tokens if token.word.isalpha()]
    for size in sizes:
        for at in range(len(words) - size + 1):
            row = tuple(words[at : at + size])
            if len([word for word in row if word not in _LITTLE]) >= weighty:
                yield row
