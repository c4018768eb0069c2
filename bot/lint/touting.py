"""What sells or praises beside an apology, whatever is put right in it: an offer that is no part of the mistake, a call to buy, a good name.

An offer can be the very fact that is set right (“members get five per cent off, not ten”); what is added by the way, or asks to buy, never is.
"""

from collections.abc import Iterator

from bot.lint.model import Span
from bot.lint.phrases import spans, table
from bot.lint.text import Sentence, Text

_FAMILIES = {
    "OFFER": (
        "sale sales offer offers deal deals discount discounts bargain bargains voucher vouchers coupon free half-price half_price"
        " two_for_one two-for-one three_for_two giveaway"
    ),
    "GOODS": "range collection menu season album book app podcast shop tickets gifts merch calendar cakes course courses membership exhibition show",
    "HOUSE": (
        "bank airline shop company newspaper paper brand club charity school university house museum hospital hotel restaurant bakery station"
        " firm organisation party council team magazine theatre family name service bakers chapel choir foundation institution business community"
    ),
    "BUY": "order join subscribe buy reserve sign_up download pre-order preorder",
    "VIRTUE": (
        "respect fairness decency honesty integrity tolerance equality quality excellence diversity inclusion kindness openness trust"
        " reliability independence solidarity accuracy dignity justice peace hospitality craftsmanship values"
    ),
    "CREW": "nurses doctors teachers drivers volunteers staff colleagues employees people journalists reporters editors cooks bakers players workers carers helpers rangers",
    "GIVEN": "bought trusted relied shopped banked come grown_up eaten loved enjoyed read learned chosen celebrated married stayed",
    "FOR": "the our this disabled women children girls boys young elderly old blind deaf animals environment community people others minorities families refugees poor homeless",
}
_SOLD = table(
    "book now .|,|!|;|and|while|before|–|—",
    "BUY now|today|soon|early|quickly|fast .|,|!|;|and|while|before|or|–|—",
    "places|seats|tickets|spots|they|it ~2 go|goes|are_going|going|sell|sells|selling|fill|filling ~1 fast|quickly|quick",
    "tell|refer a|your ~1 friend|friends ~2 and|,|.|!|to",
    "BUY ~3 before|by|until ~3 and|to|for we|you|your ~3 free|save|get|receive|win",
    "we ~1 ship|deliver|send ~3 for_free|free_of_postage",
    "a ~2 bargain|steal|snip ,|.|!|at|if|for",
    "makes|make a|an|the ~2 gift|present|stocking-filler ,|.|!|for|too",
    "lowest|best|cheapest|unbeatable|fairest ~1 price|prices|value|deal|rates|rate ~1 in|for|of|on|around|anywhere|you",
    "cheapest|finest|tastiest|freshest|loveliest ~2 in|of the|this ~1 town|city|country|region|county|north|south|east|west|area|market|street|universe",
    "our ~1 new|latest|other ~2 is|are ~1 out|in ~2 and|now|today ~1 makes|, |perfect|worth",
    "worth every|each ~1 cent|penny|minute|euro|pound|dollar|mile",
    "is|are not our|the|this ~3 beautiful|lovely|gorgeous|wonderful|great|stunning|amazing|delicious ?",
    "still ~1 the|our ~1 lowest|best|cheapest|finest",
    "seats|places|tickets|tables ~2 are|is ~1 still ~2 to_be_had|to_be_got|up_for_grabs|on_sale|going|left from|for|at",
    "in|at all good shops|bookshops|stores|bookstores",
    "NUMBER ~1 in every ~1 shop|bookshop|store .|,|!|now",
    "our|new ~3 has|have ~1 landed|arrived|dropped|hit_the_shelves .|,|!|in",
    families=_FAMILIES,
    unless=(
        "not|no|never|instead|rather|wrong|wrongly|incorrectly|mistakenly|said|wrote|written|printed|announced|promised|could|can ~8 BUY|free|bargain|price|prices|places|seats|tickets",
        "free|price|prices|off|bargain|tickets|seats ~4 was|were|not|wrong|wrongly|mistakenly|mistake",
        "refund|refunds|refunded|apology|amends|sorry_for",
    ),
)
_BY_THE_WAY = table(
    "by_the_way|btw|ps|psst|incidentally|in_other_news|on_a_brighter_note|on_a_lighter_note|on_another_note|while_we_have_you|while_you_read"
    "|while_you_are|while_you_wait|while_we_are_at_it|speaking_of|talking_of|now_that_you|oh_and|before_you_go|and_remember|one_more_thing|good_news",
)
_OFFERED = table(
    "OFFER|%",
    "our|new|newest|latest ~2 GOODS",
    "price|prices ~2 from|only|just|down",
    families=_FAMILIES,
    unless=("not|no|never|wrong|instead|mistake|refund|refunded|free_of_charge",),
)
_GOOD_NAME = table(
    "anyone|anybody|whoever|everyone|everybody|those|people|all who? ~1 knows|know|met|has_met|have_met|has_worked_with|have_worked_with us|our ~2 knows|know|can_tell|can_see|will_know|will_tell|can_confirm ~1 how|that|what|we ~3 we|our|us|this",
    "ask ~1 anyone|anybody|people|around in|around|here ~1 town|village|city|street|county|here :|,|.|!|and|what|how",
    "it is ~1 well|widely|generally|no ~1 known|secret ~1 how|that|what ~1 we|our|this",
    "our|this|the|my ~2 HOUSE ~1 has|have ~2 stood|stand|been_synonymous|been_a_synonym|been_known|been_famous ~1 for|by|with|as",
    "for|since|in|over ~4 ,? our|this|the|my ~2 HOUSE ~1 has|have|is|stands ~1!not|never|paid|ignored|failed ~3 for|synonymous|known|famous|trusted|loved ~2 VIRTUE",
    "our|my hearts|heart ~1 beat|beats|bleed|bleeds|belong|belongs ~1 for|to",
    "without us|our|me|this ~5 unthinkable|poorer|unimaginable|not_be_the_same|nothing",
    "NUMBER ~4 customers|guests|readers|patients|members|parents|visitors|clients ~1 would|will ~1 choose|recommend|come_back|buy|pick|return",
    "our|my ~2 CREW are ~1 angels|heroes|saints|stars|champions|gold|priceless|second_to_none",
    "we|our|us|here ~3 is|are|remain|remains ~1 the|a home|voice|beacon|conscience|cradle|pillar|guardian|champion|byword of|for",
    "we|us|here ~2 are ~1 all? ~1 good|decent|honest|kind|fair|loving|upright people|folk|men|women|neighbours",
    "you will ~1 hardly|never|nowhere|not find ~3 fairer|better|kinder|cheaper|finer|safer|friendlier|more_honest|more_careful",
    "synonymous|synonym with|for|of ~2 VIRTUE|good|fine|honest",
    "no|few|hardly_any|scarcely_any|not_many ~1 other|others|club|clubs|company|companies|firm|firms|shop|shops|bank|banks|school|schools|paper|papers ~2 does|do|did|has_done|have_done|gives|give|has|have ~1!received|had|paid ~2 so|as|more|take|takes ~1 much|many|for|seriously|to",
    "few|no|hardly_any|not_many ~4 take|takes|treat|treats|guard|guards|value|values ~3 as|more ~1 seriously|highly|carefully|than ~2 we|us|ours|our",
    "we|i are|am ~1 more than a|an|just|only ~1 HOUSE|shop|platform|place",
    "generations|thousands|millions|hundreds|countless of ~1 families|people|customers|readers|pupils|patients|guests|children|members|you ~1 have ~1!lost|suffered|waited|paid|been GIVEN ~3",
    "reason|reasons why|that ~1 thousands|millions|hundreds|generations|so_many|people ~2 trust|choose|love|come|rely|believe",
    "learned|learnt|grown ~1 and grown|learned|learnt ~3",
    "have|has ~1 grown so|as|together|stronger|closer|through",
    "through|throughout|runs all|everything ~1 we|i ~1 do|are|make|stand_for",
    "have ~1 a heart for|of_gold",
    "known|famous|renowned for ~1 our|its|the ~2 VIRTUE|warmth|care|service",
    "VIRTUE is|are|'s what ~1 we|our ~2 known|famous|stand|about",
    families=_FAMILIES,
    unless=(
        "not|never|no_longer|hardly ~2 known|trusted|stood|open|grown|learned",
        "betrayed|broke|broken|failed|lost|forgot|ignored|abused|damaged|were_not|was_not|did_not|have_not",
        "sorry|apolog* ... who ~1 knows|know",
    ),
)


def touted(text: Text) -> Iterator[Span]:
    """Yield what is offered by the way or sold, and where our good name is to speak for us."""
    yield from spans(text, _SOLD, _GOOD_NAME)
    yield from (span for sentence in text.sentences for span in _added(sentence))


def _added(sentence: Sentence) -> list[Span]:
    """Return the sentence from its “by the way” on, where an offer follows."""
    for first, last in _BY_THE_WAY.find(sentence.tokens, sentence.words):
        if _OFFERED.fits(sentence.tokens[last:]):
            return [Span(sentence.tokens[first].start, sentence.tokens[-1].end)]
    return []
