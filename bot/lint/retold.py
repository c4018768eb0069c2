"""What a text only retells: a claim of ours that it takes back, a fact that it sets right. The words in it are not ours now.

“We said the shop was closed. It is open.” gives no excuse, and “the sale ends on 3 May, not on 3 June” sells nothing.
"""

from collections.abc import Iterator

from bot.lint.apology import has_apology
from bot.lint.clauses import word_set
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span
from bot.lint.phrases import table
from bot.lint.text import Sentence, Text
from bot.plan import Expects

_CLAIM = table(
    "he|she ~1 said|says|wrote|explained that",
    "we|i|our|my ~4!were|was|are|is|have|never|not said|wrote|reported|stated|announced|claimed|told_you|told_readers|told_parents|told_customers"
    "|told_people|printed|advertised|promised|suggested|implied|posted|tweeted|listed that? !this|it|what|in|about",
)
_AS_WE_SAID = table(
    "not ~8 ,? as|like we|i|our|it ~3 said|wrote|reported|stated|claimed|announced|printed|posted|published|suggested",
    "as our|the ~2 article|post|report|story|headline|newsletter|review|caption|page|guide ~1 said|stated|claimed|suggested",
    "; we|i ~1 wrote|said|reported|printed|claimed",
    ", we|i ~1 wrote|reported|printed|claimed",
)
_RIGHT = table(
    ",|and|is|are|was|were|be|on|at not ~6 .|!|,|;",
    "instead_of|rather_than ~6 .|!|,|;",
    "not ~5 but",
)
_WE_SAID = table(
    "our|the|we|i ~3 said|wrote|gave|printed|named|had|showed|listed ~2 NUMBER|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|tonight|wrong|another|different",
    "we|i|which ~1 said|wrote|announced ~2 it|they ~1 was|were|is|are|had",
)
_DATED = table(
    "can|may ~1 still|again|also sign|book|order|buy|get|join|register",
    "sale|offer|offers|promotion|discount|deal|code|event|course|tickets|booking ~4 starts|start|begins|ends|end|runs|opens|open|closes|is|are ~2 on|at|until|till|from|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|valid",
)
_SPREAD = table(
    "we|i ~1 spread|published|printed|repeated|shared|reported|posted|broadcast|aired it|them|this|that|these|the|as_fact",
    "we|i ~1 were|was ~1 wrong",
)
_REFUSED = table(
    "our|my|we|i ~4 blamed|accused|pointed_to|pointed_at|put_it_on ~4",
    "we|i|one ~1 could|might ~2 say|call|tell|claim|argue|blame|point|hide|give_you",
    "would be ~1 easy|tempting|simple|convenient|wrong|cheap to ~1 say|call|blame|claim|point|hide|speak",
    "we|i will|shall|do|would|are|am not ~2 tell|telling|say|saying|hide|hiding|pretend|pretending|claim|claiming|talk|talking|speak|call",
    "you|they|nobody do|does|need not? ~1 need|want|to|wants ~1 to? ~1 hear|know|read|listen ~3 our|us|how|what|why|about",
)
_NOT_PROMISED = table(
    "we|i ~1 can|could|will|do|would not ~1 promise|guarantee|swear|rule_out|exclude|say|be_sure that|it|this",
    "nobody|no_one can|could ~1 promise|guarantee|swear|rule_out|exclude|say|be_sure that|it|this",
)
_DENIED = table("is|are|was|were ~1 false|untrue|not_true|unfounded|baseless|invented|fabricated|wrong")
_CREDIT = table(
    "credit|credits|credited|crediting|attributed|attribute|byline|thank|thanked|congratulate|congratulations",
    "forgot|left_out|omitted|gave|printed|named|used ~3 name|names",
)
_MADE = word_set(
    "wrote took painted drew baked cooked made designed composed sang played won scored found filmed photographed built grew translated edited"
    " produced recorded illustrated invented discovered organised ran raised"
)
_OURSELVES = table(
    "not us|me|our|ours|mine|we|i|one|only|just|merely|because|as|so|that|a|an|for_us",
    "we|i are|am ~2 *s , not *s",
)
_STATES = table("BE|HAVE|would|will|could|can|did|does|should|opens|starts|ends|costs")
_ENDS_CLAIM = word_set("and , ; : – — because although though since but when after before while if . ! ?")
_TURNS = word_set("but ; : — –")
_THEM = word_set("he she him her his mr mrs ms dr professor")
_OURS = word_set("we our us i my me ours mine")
_OF_US = frozenset((Label.SELF_PITY, Label.SELF_PROMOTION))
_OF_A_CLAIM = frozenset(
    (
        Label.EXCUSE,
        Label.BLAME_SHIFT,
        Label.MINIMISING,
        Label.SELF_PITY,
        Label.SELF_PROMOTION,
        Label.ARGUMENTATIVE,
        Label.OVERPROMISE,
        Label.JOKE_IN_SERIOUS,
    )
)
_OF_A_REFUSAL = frozenset(
    (
        Label.EXCUSE,
        Label.BLAME_SHIFT,
        Label.MINIMISING,
        Label.SELF_PITY,
        Label.SELF_PROMOTION,
        Label.PASSIVE_EVASION,
    )
)
_OF_A_READER = frozenset((Label.EXCUSE, Label.MINIMISING))
_OF_A_LIMIT = frozenset((Label.OVERPROMISE,))
_OF_A_DENIAL = frozenset((Label.ARGUMENTATIVE, Label.BLAME_SHIFT))
_OF_A_FACT = frozenset((Label.EXCUSE, Label.SELF_PITY, Label.SELF_PROMOTION, Label.BLAME_SHIFT))


def without_retold(text: Text, context: Context, found: list[Finding]) -> list[Finding]:
    """Return the findings without those that rest on what is only retold."""
    if not any(one.label in _OF_A_CLAIM for one in found):
        return found
    resting = list(_resting(text, context))
    is_credit = any(_CREDIT.fits(sentence.tokens, sentence.words) for sentence in text.sentences)
    return [
        one
        for one in found
        if not any(one.label in labels and _is_within(one, span) for labels, span in resting)
        and not (is_credit and one.label is Label.BLAME_SHIFT and _last_word(text, one) in _MADE)
    ]


def _resting(text: Text, context: Context) -> Iterator[tuple[frozenset[Label], Span]]:
    """Yield the places where nothing is ours now, and the labels that do not hold there."""
    yield from ((_OF_A_CLAIM, claim) for sentence in text.sentences for claim in _claims(sentence))
    yield from ((_OF_A_CLAIM, told) for told in _told_otherwise(text))
    yield from ((_OF_US, others) for others in _of_others(text))
    yield from ((_OF_A_READER, yours) for yours in _of_the_reader(text))
    yield from ((_OF_A_DENIAL, denied) for denied in _denied(text))
    yield from ((_OF_A_REFUSAL, refused) for refused in _refused(text))
    yield from ((_OF_A_LIMIT, limit) for limit in _not_promised(text))
    if Expects.CORRECTION in context.expects:
        labels = _OF_A_FACT if context.serious else _OF_A_CLAIM
        yield from ((labels, fact) for fact in _facts(text))


def _told_otherwise(text: Text) -> Iterator[Span]:
    """Yield the sentences that say how it was and that we had told it otherwise (“it closed at six, not at eight as we wrote”)."""
    for sentence in text.sentences:
        if _AS_WE_SAID.fits(sentence.tokens, sentence.words):
            yield Span(sentence.tokens[0].start, sentence.tokens[-1].end)


def _of_others(text: Text) -> Iterator[Span]:
    """Yield the sentences about a third person in which we do not occur."""
    for sentence in text.sentences:
        if not _THEM.isdisjoint(sentence.words) and _OURS.isdisjoint(sentence.words):
            yield Span(sentence.tokens[0].start, sentence.tokens[-1].end)


def _of_the_reader(text: Text) -> Iterator[Span]:
    """Yield the beginnings of sentences that tell how it was for them (“You were tired and we …”), up to the first of us."""
    for sentence in text.sentences:
        tokens = sentence.tokens
        if tokens[0].word == "you":
            end = next((at for at, token in enumerate(tokens) if token.word in _OURS), len(tokens))
            yield Span(tokens[0].start, tokens[end - 1].end)


def _last_word(text: Text, one: Finding) -> str:
    return text.folded[one.start : one.end].rpartition(" ")[2]


def _is_within(one: Finding, span: Span) -> bool:
    return span.start <= one.start and one.end <= span.end


def _claims(sentence: Sentence) -> Iterator[Span]:
    """Yield what we said, up to the end of its clause."""
    tokens = sentence.tokens
    for _, first in _CLAIM.find(tokens, sentence.words):
        last = first
        while last < len(tokens) and tokens[last].word not in _ENDS_CLAIM:
            last += 1
        if _STATES.fits(tokens[first:last]):
            yield Span(tokens[first].start, tokens[min(last, len(tokens) - 1)].end)


def _denied(text: Text) -> Iterator[Span]:
    """Yield the sentences that call untrue what we had spread."""
    if any(_SPREAD.fits(one.tokens, one.words) for one in text.sentences):
        for sentence in text.sentences:
            if _DENIED.fits(sentence.tokens, sentence.words):
                yield Span(sentence.tokens[0].start, sentence.tokens[-1].end)


def _refused(text: Text) -> Iterator[Span]:
    """Yield the sentences that name a way out only to refuse it (“we could say that it was only one word”)."""
    if has_apology(text):
        for sentence in text.sentences:
            if _REFUSED.fits(sentence.tokens, sentence.words):
                yield Span(sentence.tokens[0].start, sentence.tokens[-1].end)


def _not_promised(text: Text) -> Iterator[Span]:
    """Yield what we say that we cannot promise (“we cannot promise that it will not happen again”), up to the “but”."""
    for sentence in text.sentences:
        tokens = sentence.tokens
        for first, last in _NOT_PROMISED.find(tokens, sentence.words):
            end = next((at for at in range(last, len(tokens)) if tokens[at].word in _TURNS), len(tokens))
            yield Span(tokens[first].start, tokens[end - 1].end)


def _facts(text: Text) -> Iterator[Span]:
    """Yield the sentences that say what is right and what was not."""
    is_taken_back = any(_WE_SAID.fits(sentence.tokens, sentence.words) for sentence in text.sentences)
    for sentence in text.sentences:
        tokens, words = sentence.tokens, sentence.words
        is_dated = is_taken_back and _DATED.fits(tokens, words)
        if is_dated or (_RIGHT.fits(tokens, words) and not _OURSELVES.fits(tokens, words)):
            yield Span(tokens[0].start, tokens[-1].end)
