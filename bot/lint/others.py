"""Sentences in which somebody else did it: “the upholsterer cut the wrong cloth”, in a text that tells nothing that we did."""

from collections.abc import Iterator
from itertools import pairwise

from bot.lint.agents import AGENTS
from bot.lint.clauses import word_set
from bot.lint.model import Span
from bot.lint.text import Sentence, Text
from bot.lint.words import FAMILIES

_NOT_OTHERS = word_set(
    "actor after anger answer answers author authors banner banners better border brother bureau butter buyer buyers caller callers cancer"
    " carer carers center chapter character characters charter child children commuter commuters computer corner counter cover cucumber"
    " customer customers danger daughter december dinner disorder doctor earlier either elder employee error errors exterior father fever"
    " filter finger floor flower flowers flyer flyers folder folders follower followers former further gender ginger girl grandmother header"
    " holder human hunger inner interior junior larger laser later latter layer leader leaders letter letters listener listeners major manner"
    " matter mayor member members meter minister minor mirror mister monster mother mourner mourners murder neither never newsletter"
    " newsletters november number numbers october offer offers officer officers order orders other others outer owner owners oyster paper"
    " papers partner partners passenger passengers pepper player players poster posters power premier printer prior prisoner prisoners proper"
    " quarter rather reader readers register reminder reminders render river runner runners senior september server shoulder shower singer"
    " sister slander smaller son speaker sticker stickers subscriber subscribers summer super superior supper surrender survivor survivors"
    " teacher teachers together tower trailer transfer trigger under upper users viewer viewers visitor visitors voter voters warrior water"
    " weather whether winner winners winter woman women wonder youngster"
)
_OTHERS = (
    word_set(
        " ".join(AGENTS[family] for family in ("HELPER", "COMPANY", "KIN", "MACHINE", "PRODUCT"))
        + " idiot idiots fool fools prankster joker stranger strangers thief thieves supporter supporters student students pupil pupils apprentice"
        " apprentices teenagers subcontractor tenant relatives press media newspaper tabloids app bug virus strike"
    )
    - _NOT_OTHERS
)
_OWN_MACHINES = word_set("app website site page shop system software")
_ENDINGS = ("er", "or", "ers", "ors", "ist", "ists", "ian", "ians", "eer", "eers", "man", "men", "woman")
_SHORTEST = 5  # letters of a noun that is known by its ending
_DETERMINERS = word_set("the our my some one another")
_BEFORE_SUBJECT = word_set(
    ". , ; : ! and but because then when afterwards unfortunately regrettably apparently it was while"
)
_BETWEEN = word_set("who had have has also then just simply apparently once again")
_PAST = word_set(FAMILIES["PAST"]) - word_set(
    "eaten taken given written gone done broken chosen forgotten stolen thrown driven fallen hidden known shown seen"
)
_NO_DEED = word_set(f"{AGENTS['NO_BLAME']} {AGENTS['SAID_IT']}") | word_set(
    "died lost fell came felt suffered loved liked grew did had stood asked paid accepted"
)
_WRONG = word_set("wrong incorrect false outdated wrongly incorrectly mistakenly")
_NO_DEED_OF_OURS = word_set(
    "became recently apologise regret are am have will deeply sincerely want would 'd do can understand hope thank wish removed corrected deleted replaced fixed"
    " updated refunded withdrew contacted informed started changed take took learned learn work acknowledge recognise deplore note must shall"
    " stopped know accept offer ask send sent pay launched investigated suspended now also fully both all truly very"
)
"""What “we” may be followed by where it does not tell what we did wrong."""
_REACH = 5  # words of a subject


def done_by_others(text: Text) -> Iterator[Span]:
    """Yield every sentence that starts with what somebody else did, unless the text also tells what we did."""
    if any(tells_of_us(sentence) for sentence in text.sentences):
        return
    for sentence in text.sentences:
        words = tuple(token.word for token in sentence.tokens)
        for verb in range(2, len(words)):
            if _is_deed(words, verb) and (first := _subject(words, verb)) is not None:
                yield Span(sentence.tokens[first].start, sentence.tokens[verb].end)


def tells_of_us(sentence: Sentence) -> bool:
    """Return whether the sentence tells something that we did, besides being sorry and putting it right."""
    tokens = sentence.tokens
    return any(one.word in {"we", "i"} and two.word not in _NO_DEED_OF_OURS for one, two in pairwise(tokens))


def _is_deed(words: tuple[str, ...], verb: int) -> bool:
    """Return whether the word is a verb in the past, and no harmless one unless something wrong follows."""
    word = words[verb]
    is_past = word in _PAST or (word.endswith("ed") and len(word) >= _SHORTEST)
    return is_past and (word not in _NO_DEED or not _WRONG.isdisjoint(words[verb : verb + _REACH]))


def _subject(words: tuple[str, ...], verb: int) -> int | None:
    """Return where the subject starts, if somebody else is it and stands right before the verb and at the head of its clause."""
    head = verb - 1
    while head > 0 and (words[head] in _BETWEEN or words[head].endswith("ly")):
        head -= 1
    if not _is_somebody_else(words[head]):
        return None
    for first in range(head - 1, max(-1, head - _REACH), -1):
        if words[first] == "our" and words[head] in _OWN_MACHINES:
            return None
        if words[first] in _DETERMINERS:
            is_first = first == 0 or words[first - 1] in _BEFORE_SUBJECT
            return first if is_first else None
        if not words[first].isalnum():
            return None
    return None


def _is_somebody_else(word: str) -> bool:
    """Return whether the noun is a person or machine that can have done it: by a list, or by its ending (“upholsterer”)."""
    is_by_ending = len(word) >= _SHORTEST and word.endswith(_ENDINGS)
    return word in _OTHERS or (is_by_ending and word not in _NOT_OTHERS)
