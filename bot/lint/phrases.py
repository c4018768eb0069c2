"""The small language in which the checks say what to look for.

A phrase is a row of slots, read over the words of one sentence (``bot.lint.text`` says how words are folded):

    we|i          one of these words            apolog*     a word that starts so; *ly one that ends so
    no_longer     words in a row, as one        HURTING     a family of ``bot.lint.words``
    very?         may be missing                ~3          up to three words in between, no sign; ~3!we|i none of these
    !to|for       the next word is none of these, and stays    ...    anything but the end of the thought (. ; : ! ?)
    ...!we|i      the same, but none of these

Most words of a text start no phrase, so a table is entered through the first word of its phrases: that is what keeps it fast.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum, auto

from bot.lint.model import Span
from bot.lint.text import Sentence, Text, Token
from bot.lint.words import FAMILIES

_STOPS = frozenset(".;:!?…—–\n")
_STEM = 3  # letters of a stem by which it is looked up


class _Kind(Enum):
    WORDS = auto()
    GAP = auto()
    REST = auto()
    NONE_OF = auto()


@dataclass(frozen=True, slots=True)
class _Words:
    """Alternatives for one place: whole words, stems, and rows of words by their first one."""

    whole: frozenset[str]
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    rows: Mapping[str, tuple[tuple[str, ...], ...]]

    def ends(self, tokens: Sequence[Token], at: int) -> list[int]:
        """Return where an alternative ends that starts at this token."""
        word = tokens[at].word
        is_one = (
            word in self.whole
            or (self.stems and word.startswith(self.stems))
            or (self.endings and word.endswith(self.endings))
        )
        found = [at + 1] if is_one else []
        if word in self.rows:
            found += [
                at + len(row)
                for row in self.rows[word]
                if tuple(token.word for token in tokens[at : at + len(row)]) == row
            ]
        return found


@dataclass(frozen=True, slots=True)
class _Slot:
    kind: _Kind
    words: _Words
    is_optional: bool = False
    length: int = 0


@dataclass(frozen=True, slots=True)
class _Phrase:
    """``needs``: for every place that has to be filled, the words that can fill it (stems and endings are not known by their words).

    Not for the first place: a phrase is looked at where that is filled.
    """

    slots: tuple[_Slot, ...]
    needs: tuple[frozenset[str], ...]

    def may_fit(self, words: AbstractSet[str]) -> bool:
        for need in self.needs:  # noqa: SIM110  a loop: with any() half of the lint's time is spent here
            if need.isdisjoint(words):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Table:
    """Phrases that show one thing, unless the same sentence also holds one of ``unless``."""

    by_word: Mapping[str, tuple[_Phrase, ...]]
    by_stem: Mapping[str, tuple[_Phrase, ...]]
    unless: "Table | None" = None

    def find(
        self, tokens: Sequence[Token], words: AbstractSet[str] | None = None
    ) -> Iterator[tuple[int, int]]:
        """Yield the first and last token (exclusive) of every place where a phrase fits; the longest at each.

        ``words`` are the tokens' words, where the caller has them at hand.
        """
        words = words or {token.word for token in tokens}
        hopeful = self._hopeful(words)
        if not hopeful:
            return
        for at, token in enumerate(tokens):
            if token.word in hopeful:
                end = max(_match(phrase.slots, tokens, 0, at) for phrase in hopeful[token.word])
                if end > at:
                    yield at, end

    def fits(self, tokens: Sequence[Token], words: AbstractSet[str] | None = None) -> bool:
        """Return whether a phrase fits somewhere, and nothing takes it back."""
        return any(self.find(tokens, words)) and not (self.unless and self.unless.fits(tokens, words))

    def starts(self, tokens: Sequence[Token], at: int) -> bool:
        """Return whether a phrase fits from this token on."""
        if at >= len(tokens):
            return False
        return any(_match(phrase.slots, tokens, 0, at) > at for phrase in self._starting(tokens[at].word))

    def _hopeful(self, words: AbstractSet[str]) -> dict[str, list[_Phrase]]:
        """Return for each word the phrases that start with it and find all they need in this sentence."""
        heads = self.by_word.keys() & words
        if self.by_stem:
            heads |= {word for word in words if word[:_STEM] in self.by_stem}
        hopeful = {}
        for word in heads:
            fitting = [phrase for phrase in self._starting(word) if phrase.may_fit(words)]
            if fitting:
                hopeful[word] = fitting
        return hopeful

    def _starting(self, word: str) -> tuple[_Phrase, ...]:
        return self.by_word.get(word, ()) + self.by_stem.get(word[:_STEM], ())


def table(*phrases: str, unless: Iterable[str] = (), families: Mapping[str, str] | None = None) -> Table:
    """Return a table of phrases, each one line of the language above."""
    by_word: dict[str, list[_Phrase]] = {}
    by_stem: dict[str, list[_Phrase]] = {}
    for line in phrases:
        phrase = _parse(line, families or {})
        heads = list(_heads(phrase.slots, line))
        for word in {word for head in heads for word in (*head.whole, *head.rows)}:
            by_word.setdefault(word, []).append(phrase)
        for stem in {stem[:_STEM] for head in heads for stem in head.stems}:
            by_stem.setdefault(stem, []).append(phrase)
    exceptions = tuple(unless)
    return Table(
        {word: tuple(many) for word, many in by_word.items()},
        {stem: tuple(many) for stem, many in by_stem.items()},
        table(*exceptions, families=families) if exceptions else None,
    )


def spans(text: Text, *tables: Table, only: Sentence | None = None) -> list[Span]:
    """Return where the tables' phrases are found, in order; of two that overlap, the earlier and longer one."""
    found: list[Span] = []
    for sentence in [only] if only else text.sentences:
        tokens, words = sentence.tokens, sentence.words
        for one in tables:
            places = list(one.find(tokens, words))
            if places and not (one.unless and one.unless.fits(tokens, words)):
                found += [Span(tokens[first].start, tokens[last - 1].end) for first, last in places]
    found.sort(key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _match(slots: tuple[_Slot, ...], tokens: Sequence[Token], number: int, at: int) -> int:
    """Return where the phrase's slots from ``number`` on end when they start at ``at``, or -1."""
    if number == len(slots):
        return at
    slot = slots[number]
    if slot.kind is _Kind.WORDS:
        taken = _taken(slots, tokens, number, at)
        return max(taken, _match(slots, tokens, number + 1, at)) if slot.is_optional else taken
    if slot.kind is _Kind.NONE_OF:
        is_there = at < len(tokens) and slot.words.ends(tokens, at)
        return -1 if is_there else _match(slots, tokens, number + 1, at)
    return _after_gap(slots, tokens, number, at)


def _taken(slots: tuple[_Slot, ...], tokens: Sequence[Token], number: int, at: int) -> int:
    if at >= len(tokens):
        return -1
    best = -1
    for end in slots[number].words.ends(tokens, at):
        best = max(best, _match(slots, tokens, number + 1, end))
    return best


def _after_gap(slots: tuple[_Slot, ...], tokens: Sequence[Token], number: int, at: int) -> int:
    slot = slots[number]
    longest = len(tokens) if slot.kind is _Kind.REST else min(len(tokens), at + slot.length)
    for here in range(at, longest + 1):
        if (end := _match(slots, tokens, number + 1, here)) >= 0:
            return end
        if here >= len(tokens) or not _may_skip(tokens[here].word, slot):
            return -1
    return -1


def _may_skip(word: str, slot: _Slot) -> bool:
    if word in slot.words.whole:
        return False
    return word not in _STOPS if slot.kind is _Kind.REST else word[0].isalnum() or word[0] in "'_"


def _heads(slots: tuple[_Slot, ...], phrase: str) -> Iterator[_Words]:
    for slot in slots:
        if slot.kind is not _Kind.WORDS or slot.words.endings:
            raise ValueError(f"The phrase “{phrase}” has to start with words.")
        yield slot.words
        if not slot.is_optional:
            return


def _parse(line: str, families: Mapping[str, str]) -> _Phrase:
    slots = tuple(_slot(part, families) for part in line.split())
    needed = [
        slot.words
        for slot in slots[1:]
        if slot.kind is _Kind.WORDS and not (slot.is_optional or slot.words.stems or slot.words.endings)
    ]
    needs = sorted((words.whole.union(words.rows) for words in needed), key=len)
    return _Phrase(slots, tuple(needs))


def _slot(part: str, families: Mapping[str, str]) -> _Slot:
    if part.startswith(("...", "~")):
        reach, _, but = part.partition("!")
        kept_out = _words(but, families) if but else _NOTHING
        if reach == "...":
            return _Slot(_Kind.REST, kept_out)
        return _Slot(_Kind.GAP, kept_out, length=int(reach[1:]))
    if part[0] == "!" and part != "!":
        return _Slot(_Kind.NONE_OF, _words(part[1:], families))
    if part[-1] == "?" and part != "?":
        return _Slot(_Kind.WORDS, _words(part[:-1], families), is_optional=True)
    return _Slot(_Kind.WORDS, _words(part, families))


def _words(part: str, families: Mapping[str, str]) -> _Words:
    whole: set[str] = set()
    stems: set[str] = set()
    endings: set[str] = set()
    rows: dict[str, list[tuple[str, ...]]] = {}
    waiting = part.split("|")
    while waiting:
        one = waiting.pop()
        if one.isupper() and len(one) > 1 and (one in families or one in FAMILIES):
            waiting += (families.get(one) or FAMILIES[one]).split()
        elif "_" in one:
            row = tuple(one.split("_"))
            rows.setdefault(row[0], []).append(row)
        elif one.endswith("*") and len(one) > 1:
            stems.add(one[:-1])
        elif one.startswith("*") and len(one) > 1:
            endings.add(one[1:])
        else:
            whole.add(one)
    by_first = {first: tuple(many) for first, many in rows.items()}
    return _Words(frozenset(whole), tuple(sorted(stems)), tuple(sorted(endings)), by_first)


_NOTHING = _Words(frozenset(), (), (), {})
