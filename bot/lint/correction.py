"""Is the right information there?"""

from collections.abc import Iterator, Sequence

from bot.lint.facts import left_out
from bot.lint.labels import Label
from bot.lint.model import ABSENT, Context, Finding, finding
from bot.lint.phrases import table
from bot.lint.put_right import NUMBERED, is_put_right
from bot.lint.set_aside import WRONGNESS, sets_aside
from bot.lint.shown import addresses, contrasts, is_retracted, spells
from bot.lint.text import Sentence, Text, Token
from bot.plan import Expects

_FAMILIES = {
    "RIGHT": "right correct actual real true proper updated corrected revised working final accurate replacement",
    "WRONGNESS": WRONGNESS,
    "AFTERCARE": (
        "patience patient review reviewing reviewed investigate investigating investigation looking_into look_into learn learning learned improve improving"
        " listening feedback careful promise ensure make_sure take_this take_it take_full take_accuracy take_your responsibility responsible"
        " understand appreciate aware embarrassed embarrassing hope lessons_learned happen_again never_again not_again it_again happen happens what_happened this_happened it_happened do_better be_better get_better better_in better_next know_better deserve_better deserved_better attention seriously"
        " working_on working_to working_hard process processes steps standards noticed spotted realised bear_with stay_tuned watch_this_space"
        " more_details more_information soon shortly as_soon_as in_due_course discover check_out our_shop our_range our_sale the_range the_sale enjoy no_comment nothing_further"
        " nothing_more nothing_else thank thanks deleted removed taken_down took_down withdrawn pulled caused confusing confusion inconvenience trouble"
        " our_new while_you while_we in_the_meantime love loved great offer offers subscribe follow questions know matter dear hello hi everyone reader readers"
    ),
    "NUMBERED": NUMBERED,
    "SUBORDINATE": "which who because if when while as that where and or so but since",
}
_GIVEN = table(
    "children|adults|members|visitors|guests|students|residents|families|pensioners|seniors|women|men|pupils|dogs|players|parents|under-16s|under-18s ~2 come|pay|go|get|need|enter|travel|eat|park|meet|play|sing|perform|speak|start|vote",
    "we|i ~1 meant|intended|wanted to ~1 write|say|type|post|print",
    "it|he|she|they ~1 arrived|left|opened|stayed|passed|landed|departed|returned|started|resigned|retired|refused|voted !us|you|on_our",
    "nothing|not|nobody is|was ~1 wrong|the_matter|broken|missing with|in|about|from",
    "we|i ~1 open|close|meet|play|start|begin|ship|sell|deliver|accept|leave|sail|train|rehearse|perform|gather|serve|finish ~2 on|at|from|until|in|to|this|next|today|tomorrow|tonight|cards|cash|every|both|too|also|here|outside|inside|home|away",
    "cash|card|cards|members|adults|women|men|online|collection|weekends|mornings|children only",
    "no|little truth|basis|substance|evidence|grounds|reason in|for|to|that",
    "without foundation|substance|basis",
    "now|again|time|once_more|complete|but ,? with|including !our|my|apologies|regret|love|thanks|wishes|kind|best",
    "take two|three ,|: with|including|without",
    "spelled|labelled|dated|priced|numbered ~1 properly|correctly|right ~1 this|now|here|below",
    "it|that not true|the_case that",
    "not|never true|the_case|so|happened|happen|say|said|do|did|took_place|been !enough",
    "correction|corrected|update|correct|right|facts :",
    "new ~1 NUMBERED|version|edition|one|ones|form|page|address|list|table|plan|map|text|letter ~3 is|are|was|were|'s|here|below|attached|follows|reads|starts|begins|:",
    "RIGHT ~4 is|are|was|were|'s|here|below|attached|appear|appears|seem|remain|remains|follows|reads|starts|begins|should|:",
    "should have been|read|said|started|shown|gone|linked|pointed|named|credited",
    "should|ought_to read|be|say|link|point|show",
    "here|this|these|that|below is|are|'s|it_is|you_go|they_are|we_go|you_are ~4",
    "attached|enclosed",
    "see|find|link|details|version|below|listed below|above|here|in_bio|in_our_bio|in_the_comments",
    "please|kindly|so|just? ignore|disregard|discard|bin",
    "please|kindly|just delete|keep|use|come|go|call|check_with|wait",
    "use this|the|that|it|these",
    "nothing|no to_do|action|need",
    "is|are|was|were in_fact|actually|indeed|really",
    "in fact|reality",
    "turns out",
    "to clarify|be_clear|set_the_record_straight ,|: !we|i|our",
    "truth is",
    "after all",
    "no ~3 today|tonight|tomorrow|this_week|this_month|yet",
    "no ~2 is|are|was|were ~1 due|needed|necessary|required|planned|charged|cancelled|closing|closed|owed",
    "there is|was|are|were no|not",
    "should ~1!not|never have ~1 said|noted|mentioned|reported|explained|added ~2 that !sooner|earlier|at_once|on|in|,|.",
    "has never ~1",
    "he|she|they|it never *ed|PAST|had|was|were",
    "claim|claims|allegation|allegations|suggestion|story|report|statement|rumour|rumours ~1 is|are|was|were|'s ~2 false|untrue|unfounded|baseless|without_foundation|not_true|fabricated",
    "replaced|swapped|exchanged|substituted|resent|re-sent|reissued|re-issued|reposted|re-posted|republished|restored|credited|reprinted|re-uploaded|reinstated",
    "fixed now",
    "we|i will|shall not ~1 count|charge|bill|mark|enforce|collect|deduct|apply|cancel|close|raise|change|ask ~1 !this|our|how|the_way",
    "congratulations|credit|credits|well_done|applause to|for|, ~1 !all|everyone|you|our|the|both|him|her|them",
    "now ~1 use|uses|carry|carries|give|gives|name|names|state|states|contain|contains|list|show|read|say|credit|point|mention|mentions",
    "it|they|both|all|everything ~1 works|work|working now|again|properly|fine",
    "now ~1 correct|right|works|working|live|shows|reads|says|lists|links|points|fixed|has|have|goes|leads|corrected|updated|credits|includes",
    "does now",
    "contrary to our|what|my|the",
    "charge|claim|allegation|accusation|rumour|story|report|suggestion|statement that ...!we|i is|are|was ~1 false|untrue|not_true|wrong|unfounded|invented|baseless",
    "was|is|were|are ~1 a ~1 false_alarm|hoax|drill|rehearsal|fake|forgery",
    "we|i|it|they|which BE ~2 back|online|up|open|reopened|running ~1 again|online|up|on|now|.|,|!",
    "see ~1 a|your doctor|gp|vet|dentist|pharmacist|midwife|lawyer",
    "owe|owes|owed nothing|no|none",
    "refunded|repaid|returned|credited ~2 difference|overpayment|surplus|excess",
    "nobody|no_one|none|neither|no ~2 did|does|do|has|have|had|was|were|is|are .|,|!|;",
    "not ~5 but",
    "instead of|.|,|!",
    "we|i|she|he|they|our_post|it meant|means !no|to|well|it|for|nothing",
    "it|that|they|this|line|page|post|title|caption should|must !have|not|never",
    "name|names ~3 misspelled|spelled|wrong ~4 is",
    "rather than",
    "as opposed to",
    ",|(|and|–|— not the|an|on|in|at|for|from|to|by|until|as|with|about|of|because? ~2",
    "does|do|did|is|are|was|were|has|have|can not ~3",
    "only ~3 is|are|was|were|apply|applies|valid",
    "withdraw|withdraws|withdrew|withdrawn|withdrawing|retract|retracts|retracted|retracting|rescind|rescinded|revoke|revoked ~6 report|story|article|claim|claims|allegation|allegations|statement|charge|charges|decision|accusation|suggestion|order|warning|alert|recall|notice|it|them|that|unreservedly|in_full",
    "report|story|article|claim|claims|allegation|allegations|statement|charge|decision|accusation|warning|alert|notice|order ~4 is|are|has_been|have_been|was|were ~1 withdrawn|retracted|rescinded|revoked|cancelled|void",
    "take|takes|took|taken|taking|takes_that ~5 back ~1 .|,|;|and|unreservedly|in_full",
    "we|i|are|am ~2 adjusting|correcting|changing|updating|recalculating|restoring|setting|adjusted|recalculated ~4 to|with the ~1 right|correct|proper|actual|true",
    families=_FAMILIES,
)
_INSTRUCTION = table(
    "please|kindly !accept|forgive|excuse|bear|let|contact|know|see|help|understand|be|get_in|write|rest|believe|give|stay|watch|enjoy|visit|have|look|feel|like|share|follow|check|try|remember|keep_an|send_us|do|don't|continue|join|subscribe|support|take_our|take_this|find|ask|talk|tell|e-mail|message|consider|treat|call_us|read_our|trust|note|note_that ~1",
    "please|just|so|then? send|bring|go|come|use|write_to|call|pay|take|meet|book|quote|register|arrive|turn_up|keep|throw|add|stay|leave|return|boil|wash|cook|drink|eat|apply|park|enter|wear|address|dial|turn|scan|sign_up_here|press|choose|select|pick|tap|type|enter|reply|fill|print|hand|collect|join_us_at|open|start|stop|allow|buy_tickets|head|get_off|change_at|look_at|swap|tear|mix|read|look_for|refer|switch|reset|change|log|destroy|recycle|cross_out",
)
_INVITATION = table(
    "come|drop|pop|stop ~1 and|by|in|over ~1 have|see|try|taste|look|visit|enjoy|say|celebrate|browse"
)
_NO_CORRECTION = table(  # a “not” that says nothing about the facts
    "link|links|code|form|button|attachment|number|video|file|page|site|shop|address|password|voucher ~6 did|does|do|is|was not ~1 work|working|open|load|function|lead|play|show|arrive|go|valid|attached|included",
    "that|it|this|those|these is|'s|was|were|are ~1 last_year|last_month|last_week|last_season|an_old|the_old|old",
    "contained|contains|included|made ~4 untrue|false|inaccurate|incorrect|wrong|factual ~1",
    "not ~2 best|finest|proudest|brightest ~1 day|moment|hour|week|work|mail|post",
    "no_longer ~1 right|correct|valid|accurate|true|up_to_date",
    "while|now_that|since we|you have|are|'re you|here|us|your ~1",
    "correction|update|oops|whoops :|,|! ... was|were ~2 WRONGNESS .|!",
    "correct ourselves|myself",
    "not ~2 ours|mine|the_right|the_correct|good_enough|acceptable|ok|okay|excusable|right|correct|accurate|valid|up_to_date|complete|our_best|our_finest|enough|meet|up_to|intend|intended|intention|meant|represent|reflect|check|checked|notice|happen|happened|live_up|who_we|catch|caught|spot|spotted|supposed|funny|know|realise|have_been|have_happened|what_we|want|acceptable|proud|apologise|sorry|add|comment|wait|miss|worry",
    "do|did not ~2 mean",
    "not ~2 true !that",
    "never ~1 happened|occurred|been_our|failed|let",
    "do|did not ~1 forget|hesitate|miss|hate|judge|blame",
    families=_FAMILIES,
)
_INSTEAD = frozenset(("but", "instead", "only", "until", "unless", "except"))
_NOT_FACTS = table("SORRY|REGRET|ERROR|WRONGNESS|AFTERCARE", families=_FAMILIES)
_TELLS = table(
    "inform|notify|tell_you|advise|confirm|clarify|note|announce|stress|pointed_out|points_out|point_out|let_us_know|told_us|tells_us|reminded_us|reminds_us|make_clear|make_it_clear ~5 that"
)
_VERB = table(
    "it|he|she|everybody|everyone *s",
    "is|are|was|were|'s|has|have|had|will|can|must|may|does|do|takes|take|starts|start|started|ended|begins|commences|commence|shall|opens|open|opened|closes|closed|ends|runs|costs|cost|finished|won|lost|remains|stays|holds|belongs|lives|plays|played|leaves|departs|arrives|applies|needs|contains|works|comes|goes|went|came|got|lost|paid|met|became|means|lists|shows|reads|says|gets|receives|pays|serves|lasts|returns|meets|moves|joined|wrote|took|made|gave|found|left|born|died|scored|happened|ran|run|sells|teaches|speaks|reads|sings|resumes|reopened|reopen|continues|follows|rises|grows|became|stands|reopens|falls|drew|beat|supports|kept|keeps|stay|remain|weighs|measures|sits|lies|passed|earned|owns|employs|voted|signed|attended|refused|declined|worked|retired|resigned|survived|recovered|graduated|studied|tastes|fits|covers|includes|uses|consists|connects|leads|stops|rides|drives|fell|helped|stood|held|saved|acted|cures|causes|kills|heals|prevents|protects",
)
_IS_OF = table("is|are|was|were of|in|at|from|by|on !order|line|touch|taste")
_WHAT_WE_DID = table("we|i|our|my|us ~4 *ed|PAST")
_US = frozenset(("we", "i", "our", "my", "us", "let"))
_SUBORDINATE = frozenset(_FAMILIES["SUBORDINATE"].split())
_VAGUE = frozenset(("it", "this", "there", "these", "those", "they", "here"))
_SIGNED_FROM = 2  # sentences
_LONGEST_NAME = 6  # words
_IN_A_NAME = frozenset(("'s", "'", "-", "&", ","))
_STRONG = frozenset((";", "–", "—", "(", ")"))
_AND = frozenset(("and", "but"))
_PRONOUNS = frozenset(("it", "they", "he", "she"))
_PRESENT = frozenset(("is", "are", "'s"))
_IS_SO = 3  # tokens: “and it is …”
_COLON = frozenset((":",))
_COMMA = frozenset((",", ":", "-"))


def check_correction(text: Text, context: Context) -> Iterator[Finding]:
    """Yield a missing correction where one is called for: no clause gives it, or they give none of what the report says is right."""
    if Expects.CORRECTION in context.expects:
        right = left_out(text, context.report)
        if right or not has_correction(text):
            yield finding(Label.NO_CORRECTION, ABSENT, mend=right)


def has_correction(text: Text) -> bool:
    """Return whether some clause gives the right fact, a link, or what to do instead of the wrong thing."""
    if text.links or "[[" in text.raw:
        return True
    sentences = text.sentences[:-1] if _is_signed(text) else text.sentences
    clauses = [
        clause
        for sentence in sentences
        for clause in _cut(sentence.tokens, _STRONG)
        if not _only_sets_aside(clause, sentences, text.raw)
    ]
    if any(_gives_fact(clause, text.raw) for clause in clauses):
        return True
    if any(_names(part, text.raw) for clause in clauses for part in _after_colon(clause)):
        return True
    if (
        addresses(text)
        or is_retracted(text)
        or contrasts(text)
        or any(spells(sentence, text.raw) for sentence in text.sentences)
    ):
        return True
    parts = [_without_and(part) for clause in clauses for part in (*_cut(clause, _COMMA), *_told(clause))]
    if any(_instructs(part) or _adds_fact(part, text.raw) for part in parts):
        return True
    return is_put_right(clauses, text)


def _only_sets_aside(clause: Sequence[Token], sentences: Sequence[Sentence], raw: str) -> bool:
    """Return whether a clause only takes away what people look things up in: a wrong table set aside is not yet the right one."""
    parts = [part for part in _cut(clause, _COMMA) if not sets_aside(part, sentences)]
    return (
        sets_aside(clause, sentences)
        and not any(token.word in _INSTEAD for token in clause)
        and not any(_instructs(part) or _adds_fact(part, raw) or _GIVEN.fits(part) for part in parts)
    )


def _is_signed(text: Text) -> bool:
    """Return whether the text ends in a name on a line of its own: no fact, though it is written with a capital."""
    if len(text.sentences) < _SIGNED_FROM:
        return False
    *_, before, last = text.sentences
    between = text.raw[before.tokens[-1].end : last.tokens[0].start]
    return (
        "\n" in between
        and before.tokens[-1].word != ":"
        and len(last.tokens) <= _LONGEST_NAME
        and all(token.word.isalpha() or token.word in _IN_A_NAME for token in last.tokens)
        and not _VERB.fits(last.tokens)
    )


def _cut(tokens: Sequence[Token], signs: frozenset[str]) -> Iterator[Sequence[Token]]:
    start = 0
    for at, token in enumerate(tokens):
        if token.word in signs:
            if at > start:
                yield tokens[start:at]
            start = at + 1
    if start < len(tokens):
        yield tokens[start:]


def _after_colon(clause: Sequence[Token]) -> Iterator[Sequence[Token]]:
    colon = next((at for at, token in enumerate(clause) if token.word == ":" and at > 1), len(clause))
    return _cut(clause[colon + 1 :], _COLON)


def _names(part: Sequence[Token], raw: str) -> bool:
    """Return whether these are the missing names or numbers (“Two names were missing: …”)."""
    if not part or part[0].word in _US or _NOT_FACTS.fits(part):
        return False
    return any(_is_fact(token, raw) for token in part)


def _told(clause: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield what “we inform you that …” says."""
    for _, end in _TELLS.find(clause):
        yield from _cut(clause[end:], _AND)


def _without_and(part: Sequence[Token]) -> Sequence[Token]:
    """Return one side of a comma without the “and” before what is so now (“we wrote 30, and it is 13”)."""
    is_so = len(part) > _IS_SO and part[1].word in _PRONOUNS and part[2].word in _PRESENT
    return part[1:] if is_so and part[0].word in _AND else part


def _gives_fact(clause: Sequence[Token], raw: str) -> bool:
    """Return whether a clause says what is right, or states something about the world: not us, the mistake or our plans."""
    if clause[-1].word == "?":
        return False
    if any(_GIVEN.fits(part) and not _NO_CORRECTION.fits(part) for part in (clause, *_cut(clause, _AND))):
        return True
    if _NO_CORRECTION.fits(clause):
        return False
    if _instructs(clause):
        return True
    has_fact = any(_is_fact(token, raw) for token in clause[1:])
    if _NOT_FACTS.fits(clause) or (clause[0].word in _US and not has_fact):
        return any(_is_somewhere(part) for part in _cut(clause, _AND))
    return _VERB.fits(clause) or (has_fact and not _WHAT_WE_DID.fits(clause))


def _instructs(part: Sequence[Token]) -> bool:
    """Return whether somebody is told what to do instead, and not merely invited."""
    return _INSTRUCTION.starts(part, 0) and not _INVITATION.starts(part, 0)


def _is_somewhere(part: Sequence[Token]) -> bool:
    """Return whether one side of an “and” says what or where something is."""
    return part[0].word not in _US | _VAGUE | _SUBORDINATE and _IS_OF.fits(part) and not _NOT_FACTS.fits(part)


def _adds_fact(part: Sequence[Token], raw: str) -> bool:
    """Return whether one side of a comma is a statement of its own (“Sorry, the run is on Thursday”)."""
    if (
        part[0].word in _US | _SUBORDINATE
        or part[-1].word == "?"
        or _INVITATION.starts(part, 0)
        or _NOT_FACTS.fits(part)
        or _NO_CORRECTION.fits(part)
        or not _VERB.fits(part)
    ):
        return False
    return part[0].word not in _VAGUE or any(_is_fact(token, raw) for token in part[1:])


def _is_fact(token: Token, raw: str) -> bool:
    return raw[token.start].isdigit() or (raw[token.start].isupper() and token.word != "i")
