"""Sentences as the constructions read them: without what is only pushed in between (“we must, however, reject …”)."""

from bot.lint.model import Span
from bot.lint.phrases import table
from bot.lint.text import Sentence, Text

_ASIDE = table(
    ", however|though|of_course|frankly|honestly|quite_frankly|nonetheless|nevertheless|therefore|naturally|sadly|unfortunately"
    "|at_the_same_time|in_turn|in_return|to_be_fair|to_be_honest|as_always|for_our_part|for_my_part|on_our_part|again|once_again|too|also"
    "|we_think|i_think|we_believe|we_feel|in_our_view|in_our_opinion|indeed|after_all|by_the_way|as_you_know|as_you_can_imagine|obviously|clearly ,"
)


def without_asides(text: Text) -> list[Sentence]:
    """Return the sentences, with what stands between two commas and only connects left out."""
    return [_without(sentence) for sentence in text.sentences]


def _without(sentence: Sentence) -> Sentence:
    if "," not in sentence.words:
        return sentence
    places = list(_ASIDE.find(sentence.tokens, sentence.words))
    if not places:
        return sentence
    kept = tuple(token for at, token in enumerate(sentence.tokens) if not _is_in(at, places))
    return Sentence(sentence.start, sentence.text, kept, frozenset(token.word for token in kept))


def _is_in(at: int, places: list[tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in places)


def apart(found: list[Span], more: list[Span]) -> list[Span]:
    """Return both, in order, without those of the second that overlap one that is there already."""
    kept = list(found)
    for span in more:
        if not any(span.start < one.end and one.start < span.end for one in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
