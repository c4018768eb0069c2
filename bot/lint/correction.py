"""Is the right information there, and is the harmful thing said again?"""

import re
from collections.abc import Iterator

from bot.lint.labels import Label
from bot.lint.model import ABSENT, Context, Finding, finding
from bot.lint.text import Text
from bot.lint.words import cues, phrase, spans
from bot.plan import Expects

_SAYS_RIGHT = phrase(
    r"correction:|corrected:|(?:right|correct|actual|real|true|proper|new|updated|corrected|revised|final) (?:[\w-]+ ){0,4}?(?:is|are|was|were|here|below|attached|follows|reads?|starts?|begins?|should)"
    r"|(?:right|correct|new|actual) (?:[\w-]+ ){0,2}?:|should (?:have )?(?:been|read|be|say|said|start|have started)|ought to (?:be|read|say)|(?:here|this|these|that|below)(?:'s| is| are) (?:\w+ ){0,3}?(?:right|correct|one|link|new|actual|real|proper|version|list|details|address|number)"
    r"|here (?:is|are|it is|they are|you go|we go)|here's|attached|(?:see|find|link|details|version) (?:\w+ )?below|(?:please |kindly )?(?:ignore|disregard|delete|discard|bin|do not (?:use|reply|pay|open|click|take|rely|act|follow|respond|travel|call|eat|drink|buy)|don't (?:use|reply|pay|open|click|take|rely|act|follow|respond|travel|call|eat|drink|buy)|use this|use the|nothing to do|no action)"
    r"|(?:is|are|was|were) (?:in fact|actually|indeed)|in fact|in reality|(?:as it|it) turns out|turns out|the truth is|no (?:\w+ ){1,2}(?:is|are|was|were) (?:due|needed|necessary|required|in danger|affected|planned|charged|cancelled|closing)|there (?:is|was|are|were) no"
    r"|(?:replaced|swapped|exchanged|substituted|resent|re-sent|reissued|re-issued|reposted|re-posted|republished|restored|added|credited|reprinted) (?:\w+ ){0,5}?(?:with|by|the|it|to|for|correct\w*|right|again)?|fixed|now (?:\w+ )?(?:correct|right|works?|working|live|shows?|reads?|says?|lists?|links?|points?)|(?:does|do|works?) now|is now|are now"
)
_CONTRAST = re.compile(
    r"(?:[,(–—-] ?|and |but )not (?:the |an? |on |in |at |for |from |to |by |until |as )*[\w£$€#]|\bnot (?:[\w:.£$€-]+ ){1,6}?but |\b(?:instead of|rather than|as opposed to) |\b(?:is|are|was|were|did|does|do|has|have|will|can)(?: not|n't)\b(?! (?:\w+ )?(?:good enough|acceptable|ok|okay|excusable|right|our (?:finest|best)|enough|meet|up to|intend|mean|represent|reflect|check|notice|happen|live up|who we|catch|spot|supposed))"
)
_ABOUT_US = phrase(
    r"(?:{SORRY}|{REGRET}|{ERROR}|thank(?:s| you)|wrong|wrongly|incorrect(?:ly)?|inaccurate(?:ly)?|false(?:ly)?|mistaken(?:ly)?|erroneous(?:ly)?|misleading|misprint(?:ed)?|misspel(?:t|led)|misstated|broken|outdated|garbled|misquoted|oops|whoops|awkward|patien(?:ce|t)"
    r"|review\w*|investigat\w*|look(?:ing)? into|learn\w*|improv\w*|listen\w*|feedback|care(?:ful)?|promise|ensure|make sure|take (?:this|it|these|full|accuracy|such|your|our)|responsib\w+|understand|appreciate|aware|embarrass\w+|hope|lesson|again|happen\w*|better|attention|serious(?:ly)?|concern\w*|working (?:on|to|hard)|process(?:es)?|steps|standards?|team|know|noticed|spotted|reali[sz]ed|bear with|stay tuned|watch this space|more (?:details|information|soon)|soon|shortly|as soon as|in due course|discover|check out|shop|range|sale|offer\w*|enjoy|apolog\w*|nothing (?:further|more|else)|comment|deleted|removed|taken down|took|withdrawn|pulled|edited)"
)
_VAGUE_FIX = phrase(
    r"(?:has|have|is|are|was|been|be|being|we|will|we've|'ve|now) (?:\w+ ){0,3}?(?:corrected|rectified|amended|updated|fixed|resolved|addressed|sorted|put right|changed|edited)"
)
_FIRST_PERSON = phrase(r"(?:we|i|our|my|us|let us)(?:'re|'ve|'ll|'d|'m)?")
_FACT = re.compile(r"\d|(?<=[a-z,;:] )(?-i:[A-Z])")
_VERB = phrase(
    r"is|are|was|were|has|have|had|will|can|does|do|did|takes?|starts?|started|begins?|opens?|opened|closes?|closed|ends?|runs?|costs?|finished|won|lost|remains?|stays?|holds?|belongs?|lives?|plays?|played|leaves?|departs?|arrives?|applies|needs?|contains?|happened|works?|comes?|goes|means?|lists?|shows?|reads?|says|said|gets?|receives?|pays?|offers|serves|lasts?|returns?|meets?|moves?|joined|wrote|took|made|gave|found|left|born|died|\w+ed|it's|that's|there's|he's|she's|they're"
)
_NAMED_FACT = phrase(
    r"(?:wrong|incorrect|inaccurate|false|mistaken) (?:[\w-]+ ){0,2}?(?:dates?|times?|days?|prices?|numbers?|figures?|amounts?|dose|dosage|age|address(?:es)?|links?|names?|percentages?|rates?|deadlines?|codes?|venues?|places?|scores?|results?|totals?)"
)

_CLAIM = r"(?:that )?(?!it|this was|so\b|sorry|what|which)(?:[\w'’-]+ ){0,5}?(?:is|are|was|were|has|have|had|can|could|cures?|causes?|caused|kills?|killed|works?|prevents?|protects?|deserves?|should|must|will|would|did|does|do|stole|lied|died|cheat\w*|spread\w*|belongs?|makes?|made|takes?|took|helps?|went|failed|hates?|owns?|contains?|runs?|needs?|owed?|smells?|looks?|cannot|can't|don't|doesn't|isn't|aren't|\w+ed)\b"
_REPEATS = cues(
    r"(?:{SORRY}|{REGRET}|we were wrong|it was wrong|wrong of us|we should (?:not|never) have|we shouldn't have|a mistake|we withdraw|we retract) (?:\w+ ){0,6}?(?:saying|said|claiming|claimed|writing|written|stating|stated|suggesting|suggested|implying|implied|posting|posted|tweeting|tweeted|reporting|reported|announcing|telling you|told you|publishing|declaring|say|claim|write|suggest|imply|state) {CLAIM}[^.;]*",
    r"(?:{SORRY}|{REGRET}|wrong|should (?:not|never) have|shouldn't have|we|post|tweet|caption|headline|article|message|joke) (?:\w+ ){0,5}?(?:calling|called|call|describing|described|labell?ing|labell?ed|branding|branded|referring to|referred to|comparing|compared) (?!for|on|off|up|out|it|this|you (?:on|at|about)|us)(?:[\w'-]+ ){1,6}?(?:as |to |an? |\")(?:[\w'\"-]+ ?){1,6}",
    r"(?:said|wrote|called|posted|tweeted|read|reading|stating|stated|saying|captioned|titled|headline|joke|slogan|caption|words?|phrase|term|slur|tweet|post|line|hashtag)(?: (?:that|about|of|the|was|them|him|her|it|[\w'-]+))*?,?:? ?\"(?=[^\"]*[a-z]{3})[^\"]{3,}\"",
    r"(?:{THING}|we|i|it|who|which|account) (?:\w+ ){0,3}?(?:said|claimed|wrote|stated|suggested|implied|saying|claiming|stating|suggesting|implying|reported|reporting|announced|announcing|told you|alleged|alleging) (?:that )?(?:\"?[\w'’-]+ ){0,6}?(?:cures?|causes?|kills?|thie(?:f|ves)|criminals?|liars?|lied|stupid|fat|ugly|lazy|terrorists?|frauds?|fraudulent|corrupt|guilty|drunk|dirty|dangerous|unsafe|poison\w*|infect\w*|fake|stole|cheat\w*|dead|dying|died|killed|murder\w*|rapists?|illegal\w*|idiots?|morons?|deserved?|asked for it|inferior|retarded|crazy|insane|mental|animals|apes|monkeys|vermin|scum|crooks?|bankrupt|abus\w+|racist|nazi\w*|paedophile\w*|arrested|convicted|jailed|cancer|autism|infertil\w*|harmless|safe to|protects? (?:you )?(?:from|against)|prevents?)[^.;]*",
    extra={"CLAIM": _CLAIM},
    unless=r"(?:false(?:ly)?|untrue) (?:claim|allegation|statement) about|sorry for (?:the|our) (?:post|tweet|joke|words|claim)s?(?: about \w+)?[.!]?$",
)


def check_correction(text: Text, context: Context) -> Iterator[Finding]:
    """Yield a missing correction where one is called for, and harm said again in a serious case."""
    if Expects.CORRECTION in context.expects and not has_correction(text):
        yield finding(Label.NO_CORRECTION, ABSENT)
    if context.serious:
        yield from (finding(Label.REPEATS_HARM, span) for span in spans(text, _REPEATS))


def has_correction(text: Text) -> bool:
    """Return whether some clause gives the right fact, a link, or what to do instead of the wrong thing."""
    if text.links:
        return True
    clauses = [
        clause for sentence in text.sentences for clause in _clauses(text, sentence.start, sentence.text)
    ]
    if any(
        _SAYS_RIGHT.search(folded) or _CONTRAST.search(folded) or _is_information(folded, raw)
        for folded, raw in clauses
    ):
        return True
    return _VAGUE_FIX.search(text.folded) is not None and _NAMED_FACT.search(text.folded) is None


def _clauses(text: Text, start: int, sentence: str) -> Iterator[tuple[str, str]]:
    position = 0
    for part in re.split(r"((?:[;:] | [–—-] |\) |\())", sentence):
        if part.strip():
            yield part, text.raw[start + position : start + position + len(part)]
        position += len(part)


def _is_information(folded: str, raw: str) -> bool:
    """Return whether a clause states something about the world: not us, not the mistake, not our feelings or plans."""
    if "?" in folded or _ABOUT_US.search(folded):
        return False
    if _VERB.search(folded) is None:
        return False
    starts_with_us = _FIRST_PERSON.match(folded.lstrip())
    return not starts_with_us or _FACT.search(raw) is not None
