"""Is there a mistake that nobody makes?"""

from collections.abc import Iterator

from bot.lint.agentless import agentless
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.others import tells_of_us
from bot.lint.phrases import spans, table
from bot.lint.text import Text
from bot.plan import Expects

_FAMILIES = {
    "BAD": (
        "wrong incorrect inaccurate false erroneous mistaken misleading inappropriate offensive insensitive hurtful tasteless unacceptable"
        " unfortunate regrettable outdated incomplete distasteful derogatory racist sexist unauthorised rude ill-judged thoughtless premature"
        " accidental errant stray unfinished misguided poor graphic private personal confidential sensitive medical financial internal unapproved vulgar explicit"
    ),
    "BY_MISTAKE": (
        "in_error by_mistake by_accident accidentally mistakenly inadvertently erroneously unintentionally incorrectly wrongly"
        " prematurely unknowingly"
    ),
    "VICTIM": "people some many readers customers followers users members families applicants students patients employees staff visitors recipients subscribers passengers clients guests residents parents individuals players fans voters donors feelings",
    "MISDEALT": "cancelled_wrongly called_off copied attributed omitted misaddressed overlooked confused misplaced lost mislaid miscounted mislabelled misprinted misspelled misquoted disclosed leaked exposed revealed deleted_too charged counted left stored thrown destroyed opened misfiled dumped abandoned",
    "SUFFERED": "insulted mocked ridiculed humiliated misled misinformed hurt harmed offended let_down inconvenienced confused upset misidentified wronged disappointed alarmed frightened excluded",
}

_NOBODY = table(
    "something|things|it|a_lot|much|everything ~1 went|goes|gone wrong|amiss|awry",
    "there was|were|has_been|have_been|had_been ~3 irregularities|shortcomings|failings|lapses|inaccuracies|mix-ups|omissions|weaknesses|deficits",
    "fell by the wayside",
    "THING ~1 was|were deleted|removed|left_out|cut|lost ~1 that|which|wrongly|although|by_mistake",
    "it|there was|has_been|had_been ~1 decided|agreed|resolved|chosen|thought|felt|considered|believed|deemed|judged|expected|assumed|overlooked|forgotten|omitted",
    "error|errors|mistakes|irregularities|delays|misuse|damage|leaks ~8 can|could not be ~1 ruled_out|excluded|avoided|prevented",
    "decision|decisions|choice|choices|turn|call ~3!we|i|which was|were|has_been taken|made|reached !by",
    "VICTIM|family|relatives|neighbours|those|you ~2 was|were|have_been|had_been not|never? ~1 informed|told|notified|warned|contacted|asked|consulted|paid|answered|served ~2 too_late|late|not|never|wrongly|until|for_weeks|for_months|in_time",
    "VICTIM|family|relatives|neighbours ~2 was|were|had_been not|never ~1 informed|told|notified|warned|contacted|asked|consulted|heard|served|paid",
    "could|might have been ~1 handled|done|avoided|prevented|managed|dealt|communicated|expressed|worded|better|explained|phrased",
    "the|a|an|some|several|many|all|incorrect|wrong|such|these|those ~4!we|i|you|they|she|he|who|which|that|and|by was|were|has_been|have_been ~2 MISDEALT !by ~4",
    "ERROR|shortcomings|deficiencies|deficits|irregularities|weaknesses|omissions ~6!we|i|you|which was|were|have_been|has_been ~2 identified|made|found|detected|noted|discovered|established|uncovered|observed|overlooked|committed|revealed|recorded !by_a|by_an|by_the|by_our|by_one",
    "THING|letters|parcels|patients|names|children|minors|invitations|bills|statements|results|orders|refunds|votes|applications|payments|tickets|certificates|samples ~4!we|i|they|she|he|by|said|says|that|which|claimed|stated was|were|has_been|have_been|had_been|got ~2 MISDEALT !by ~6",
    "was|were|been ~1 MISDEALT ~1 to|in|into|on|with|as|from|under|at wrong|the_wrong|without|error|a_wrong|an_incorrect",
    "ERROR|alarm|incident|situation|confusion|misunderstanding|problem|this|it|duplication|breach|issue ~1 has|have|had? occurred|arose|arisen|happened|crept|took_place|taken_place|come_about|came_about !to_us|to_me|to_anyone|to_any|twice|again|before|too|three|more|once|at|in_19|in_20|because|when",
    "ERROR|THING|it|this|which|that ~1 slipped|found_its_way|made_its_way|found_their_way|made_their_way|ended_up|got_out|got_through|got_into|crept ~1 in|into|through|past|onto|out|on|our|to",
    "BAD ~5 was|were|has_been|have_been|had_been|got|being ~2 SENT|given|said",
    "went|gone|going out BY_MISTAKE",
    "VICTIM|PEOPLE ~4 was|were|have_been|has_been|had_been|being|got ~1 insulted|mocked|ridiculed|humiliated|misled|misinformed|misidentified|wronged",
    "customers|guests|clients|members|people|you|patients|some ~4 were|was|have_been ~1 charged|billed|overcharged|contacted|listed|named|copied ~1 twice|wrongly|incorrectly|by_mistake|in_error",
    "offence|harm|hurt|distress|upset|pain|confusion|inconvenience|trouble|alarm|concern|damage ~1 was|were|has_been|have_been|had_been|may_have_been ~1 caused|done|felt|created|given",
    "statements|statement|remarks|comments|decisions|choices|judgements|claims|references|jokes|assumptions|accusations|allegations was|were|have_been|has_been made|used|spoken|uttered|voiced !by|in_our|in_the_programme|in_the_article|on|at",
    "information|data|details|names|addresses|records|files|documents|photos|numbers|passwords ~2 was|were|has_been|have_been|had_been|became ~1 made_public|included|attached|circulated|forwarded|disclosed|exposed|leaked|shared|visible|lost|compromised|public|released|accessible|accessed|revealed",
    "context|nuance was|were|is ~1 missing|lost|omitted|left_out|lacking",
    "was|were|been|being ~2 not ~1 checked|verified|noticed|reviewed|spotted|double-checked|proofread|caught|corrected|removed|vetted",
    "promises|commitments|assurances|undertakings was|were|had_been ~1 made|given|broken !by",
    "lines|wires|boundaries was|were|have_been|got|had_been ~1 crossed|blurred",
    "was|were|been|being|are|is ~5 BY_MISTAKE",
    "when|once discovered|noticed|detected|identified|found ,",
    "things|words was|were|have_been|had_been ~1 said|written|done|used",
    "brought to our|my attention",
    "come|came to our|my attention",
    "lessons|lesson have|has|will|were|are|must ~2 learned",
    "it is|was ~1 regretted|regrettable|unfortunate that",
    "checks|checking|procedures|procedure|protocols|protocol|guidelines|process|processes|rules|standards|policies|policy|practices|safeguards|controls|instructions|steps|expectations|deadlines|obligations ~5 was|were ~1 not_followed|not_observed|not_applied|not_checked|not_properly|not_respected|not_met|not_kept|not_in_place|not_carried|not_adhered|not_complied|not_implemented|not_enforced|missed|skipped|ignored|breached|broken|overlooked|bypassed|forgotten|neglected",
    "BE ~1 handled|managed|communicated|worded|phrased ~1 badly|poorly|wrongly|incorrectly|insensitively",
    "balls? was|were dropped",
    "VICTIM|PEOPLE ~2 received|got ~5 in_error|by_mistake|accidentally|wrongly",
    "may|might|could ~1 have ~1 been ~1 accessed|compromised|exposed|shared|copied|disclosed|stolen|affected",
    "gone|went unheeded|unnoticed|unanswered|undetected|unreported|unchecked|uncorrected",
    "was|were ~1 published|printed|sent|posted|shown|issued|released with ~2 errors|mistakes|inaccuracies|omissions",
    "names|addresses|records|details|photos|pictures|faces of|from ~3 was|were ~1 published|posted|shown|shared|sent|printed",
    "was|were ~1 shared|posted|published|sent|shown|used|printed ,? that|which ~2 not ~1 meet|reflect|fit|live_up|belong",
    "was|were|been not ~1 given|shown|paid|accorded|treated_with|handled_with ~2 attention|care|respect|consideration|priority|weight|time|urgency",
    "steps|measures|action was|were|have_been|has_been|are|will ~2 taken",
    unless=(
        "NUMBER people|residents|passengers|children|guests|visitors|patients was|were hurt|harmed",
        "quoted as",
        "happened ~2 fast|quickly|quick|suddenly",
        "that|how|when|where|as|once it|this|that ~1 happened|occurred",
        "our|my ~1 staff|team|employees|volunteers|children|players ~6 being|been|were|was|got SUFFERED",
        "called|known|described as",
        "when|while|where|whose|during|at_a_time ~3 VICTIM|PEOPLE ~1 was|were|are",
        "how|why|what ~3 happened|occurred|arose|come_about|came_about",
        "no ~2 data|information|names|records|details|passwords|files|money|card|personal|payment ~2 was|were",
        "given|told|supplied|sent|provided|passed ~1 to_us|us|me|on_to_us ~2 by|from",
        "correct|right|today|now ~4 published|posted|printed|sent|announced|uploaded",
        "was|were published|posted|announced|printed|released|broadcast|aired|sent in NUMBER|on|at ~2",
        "before|after|since|until|once|when the|it|this|our|that ~2 was|were published|sent|printed|aired|posted|released|broadcast|issued",
        "neither",
        "not ~1 know|known|clear|certain|sure|established ~2 whether|if|how_many|who|which",
        "given ~1 words|advice|warning|training|notice|time|chance|support",
        "corrected|new|updated|revised|replacement ~6 published|posted|printed|sent|issued|uploaded",
        "by us|me|ourselves|myself|our_team|our_office",
        "no ~1 harm|damage",
        "if|should|any|may|might|in_case ~3 PEOPLE|VICTIM|offence",
        "anyone|anybody|any_of ~3 was|were",
        "who ~2 was|were|have_been|has_been|got|felt ~1 SUFFERED",
    ),
    families=_FAMILIES,
)

_THERE_WAS = table(
    "there was|were|has_been|have_been ~3 ERROR|thought_given|lack_of|misunderstanding|breakdown|confusion"
)


def check_passive(text: Text, context: Context) -> Iterator[Finding]:
    """Yield every sentence in which the mistake has no maker, in a text that nowhere tells what we did."""
    is_correction = Expects.CORRECTION in context.expects
    if is_correction and not context.serious:
        return  # in a light correction, what is right matters and not who was wrong
    if any(tells_of_us(sentence) for sentence in text.sentences):
        return
    found = spans(text, _NOBODY)
    if not is_correction:
        found += spans(text, _THERE_WAS)
        found += _without(found, [span for sentence in text.sentences for span in agentless(sentence)])
    yield from (finding(Label.PASSIVE_EVASION, span) for span in found)


def _without(known: list[Span], more: list[Span]) -> list[Span]:
    """Return those of ``more`` that touch none of the known ones."""
    return [one for one in more if not any(one.start < two.end and two.start < one.end for two in known)]
