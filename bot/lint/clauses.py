"""Clauses in the passive: who or what it was done to, what was done, and the rest, without any parsing library.

“three letters had wrongly been opened by our porter”: the subject is “three letters”, the deed “opened”, the rest “by our porter”.
A participle is known by its ending or by the list of irregular ones, a clause by the signs and conjunctions around it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.lint.text import Sentence


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(words.split())


_BE = frozenset({"was", "were", "been", "got"})
_BETWEEN = word_set(
    "not never also then still since already again only just later first once twice too either even both all sometimes often"
)
_BREAKS = word_set(
    ", ; : — – ( ) . ! ? … and but or nor because although though while whereas when whenever where if unless before after until once"
)
_SHORTEST = 5  # letters of a participle in -ed that is not listed
_REACH = 40  # words: a longer clause is read that far
_RELATIVE = frozenset({"that", "which", "who", "whose"})
_NO_PARTICIPLE = word_set("interested pleased delighted excited need indeed red bed hundred tired supposed")
_IRREGULAR = word_set(
    "used made taken given sent written told said put left seen heard read kept let lost found thought known begun broken built bought brought"
    " caught chosen cut dealt drawn driven eaten fed forgotten held hidden hit laid led lent mistaken misread paid rung run sold set shaken"
    " shot shown shut spoken spent stolen struck sworn thrown understood misunderstood withdrawn undone done worn torn bitten blown borne"
    " beaten burnt hung hurt meant met overheard overseen withheld spilt split spread swept taught thrust upset woken won wound woven overrun"
    " overwritten rewritten rebuilt resent mislaid misspelt spelled misled cast forecast broadcast bound bred dug fought flung ground knelt lit"
    " overthrown overtaken proven ridden rid sawn sewn shed shorn shrunk slain slit slung sown spun stuck strewn stung sunk swung trodden wrung"
)


@dataclass(frozen=True, slots=True)
class Passive:
    """One clause in the past passive: places of its tokens in the sentence, and the sentence's words."""

    words: tuple[str, ...]
    start: int
    verb: int
    deed_at: int
    end: int

    @property
    def subject(self) -> tuple[str, ...]:
        """Return what stands before the verb in its clause, helping verbs included."""
        return self.words[self.start : self.verb]

    @property
    def deed(self) -> str:
        """Return the participle."""
        return self.words[self.deed_at]

    @property
    def rest(self) -> tuple[str, ...]:
        """Return what follows the participle in its clause."""
        return self.words[self.deed_at + 1 : self.end]

    @property
    def is_negated(self) -> bool:
        """Return whether it says that something was not done."""
        return not {"not", "never"}.isdisjoint(self.words[max(self.start, self.verb - 1) : self.deed_at])

    @property
    def before(self) -> tuple[str, ...]:
        """Return all words of the sentence before the clause."""
        return self.words[: self.start]


def is_participle(word: str) -> bool:
    """Return whether a word can be the deed of a passive."""
    return word in _IRREGULAR or (
        word.endswith("ed") and len(word) >= _SHORTEST and word not in _NO_PARTICIPLE
    )


def passives(sentence: Sentence) -> Iterator[Passive]:
    """Yield the clauses in the past passive, in order."""
    if _BE.isdisjoint(sentence.words):
        return
    words = tuple(token.word for token in sentence.tokens)
    for verb, word in enumerate(words):
        if word in _BE and (deed_at := _deed(words, verb)):
            yield Passive(words, _start(words, verb), verb, deed_at, _end(words, deed_at))


def _deed(words: tuple[str, ...], verb: int) -> int:
    """Return where the participle stands that belongs to this helping verb, or 0."""
    at = verb + 1
    while at < min(len(words), verb + _REACH) and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at += 1
    return at if at < len(words) and is_participle(words[at]) else 0


def _start(words: tuple[str, ...], verb: int) -> int:
    start, farthest = verb, max(0, verb - _REACH)
    while start > farthest and words[start - 1] not in _BREAKS and words[start - 1] not in _RELATIVE:
        start -= 1
    return start


def _end(words: tuple[str, ...], deed_at: int) -> int:
    end, farthest = deed_at + 1, min(len(words), deed_at + _REACH)
    while end < farthest and words[end] not in _BREAKS:
        end += 1
    return end
