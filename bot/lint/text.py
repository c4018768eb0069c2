"""A text as the checks see it: sentences of words, each with its place in the text.

Words are folded so that one spelling stands for all: lower case, British, contractions taken apart ("we're" is "we are",
"won't" is "will not"). No language library: what they add (tagging, parsing) needs models to be downloaded, and their sentence
splitters break on the same abbreviations as the rules below while costing more than the whole lint.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.lint.model import Span
from bot.typed import at_the_start

_FOLD = str.maketrans(
    dict.fromkeys("’‘ʼ′＇", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑", "-") | {"＠": "@"}
)
_SPACE = re.compile(r"\s")
_TOP_LEVELS = "com|org|net|edu|gov|int|info|io|co|uk|de|fr|eu|nz|au|ca|us|ie|nl|be|ch|at|se|no|dk|es|it|app|dev|ly|me|tv|news|example|test"
LINK = re.compile(
    rf"\b(?:https?://|www\.)[^\s<>\"]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:{_TOP_LEVELS})\b(?:/[^\s<>\"]*)?"
    r"|(?<![\w@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
GAP = re.compile(r"\[\[.*?(?:\]\]|$)", re.DOTALL)
_TRAILING = ".,;:!?)]}'\"…"
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)+|n't\b|(?<=\w)'(?:re|ve|ll|m|d|s)\b|\w+?(?=n't\b)|\w+(?:-\w+)*|[^\w\s]")
_ENDS = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n")
_LINE = re.compile(r"(?P<gap>\n\s*)(?P<goes_on>[^\W\d_A-Z]|\Z)?")
_TITLE = re.compile(
    r"\b(?:dr|mr|mrs|ms|prof|st|cllr|rev|hon|sen|gov|gen|capt|vs|e\.g|i\.e)$|(?:^|(?<!\d)[\s.])[a-z]$"
)
_SHORT = re.compile(
    r"\b(?:nos?|etc|approx|inc|ltd|co|dept|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[ap]\.m)$|\bteam [a-z]$"
)
_OPENS = re.compile(
    r"\s+(?:The|A|An|We|Our|I|It|They|He|She|You|Your|This|That|These|Those|There|Here|Please|Sorry|Apologies|If|On|In|At|For|From|To|And|But|So|No|Not|All|My)"
    r"(?=[\s,!'’])"
)
"""How a sentence begins, and no name: “in Hall B. The poster …”, but “B. Smith”."""
_LETTER = 2  # characters: the letter, and the space or dot before it
_CONTRACTIONS = {
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "n't": "not",
    "ca": "can",
    "wo": "will",
}
_RUN_TOGETHER = {
    verb + "nt": f"{verb} not"
    for verb in ("do", "did", "does", "was", "is", "were", "are", "could", "should", "would", "have", "has")
} | {
    "cannot": "can not",
    "cant": "can not",
    "wont": "will not",
    "im": "i am",
    "ive": "i have",
    "youre": "you are",
}
_BRITISH = {
    "offense": "offence",
    "offenses": "offences",
    "defense": "defence",
    "humor": "humour",
    "honor": "honour",
    "color": "colour",
    "favorite": "favourite",
    "license": "licence",
    "judgment": "judgement",
    "mum": "mom",
    "learnt": "learned",
    "spelt": "spelled",
    "email": "e-mail",
    "emails": "e-mails",
}
_IZE = re.compile(r"(?<=[a-z]{3})iz(e|es|ed|ing|ation|ations)$")


class Token(NamedTuple):
    """One word or sign: how the checks read it, and where it stands."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its offset, its folded letters, its tokens, and the words that occur in it."""

    start: int
    text: str
    tokens: tuple[Token, ...]
    words: frozenset[str]

    def holds(self, place: int) -> bool:
        """Return whether this place of the text is in the sentence."""
        return self.tokens[0].start <= place < self.tokens[-1].end


class Text:
    """A text to be read by the checks. ``folded`` has the same length as ``raw``; links and gaps are blank in it."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.links = tuple(_links(raw))
        self.folded = _blank(_fold(raw), (*self.links, *_gaps(raw)))
        self.sentences = tuple(_sentences(self.folded, raw))


def told_by(text: Text, name: str) -> Text:
    """Return the text with “we” for the name of who speaks: “The Printers has removed the post” blames no printers.

    Only as it is written: with other capitals it can be a word for somebody else.
    """
    if not name:
        return text
    written = "|".join(re.escape(one) for one in (name, at_the_start(name)))
    places = [one.span() for one in re.finditer(rf"(?<!\w)(?:{written})(?!\w)", text.raw)]
    if not places:
        return text
    told = Text("")
    told.raw, told.links, told.folded = text.raw, text.links, text.folded
    told.sentences = tuple(_with_us(sentence, places) for sentence in text.sentences)
    return told


def _with_us(sentence: Sentence, places: list[tuple[int, int]]) -> Sentence:
    tokens: list[Token] = []
    for token in sentence.tokens:
        place = next((place for place in places if place[0] <= token.start < place[1]), None)
        if place is None:
            tokens.append(token)
        elif not tokens or tokens[-1].start < place[0]:
            tokens.append(Token("we", token.start, min(place[1], sentence.tokens[-1].end)))
    words = frozenset(token.word for token in tokens)
    return Sentence(sentence.start, sentence.text, tuple(tokens), words)


def _fold(raw: str) -> str:
    lowered = raw.lower()
    if len(lowered) != len(raw):  # a few capitals become two letters; keep the offsets
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in raw)
    return _SPACE.sub(" ", lowered.translate(_FOLD))


def _gaps(raw: str) -> Iterator[Span]:
    if "[[" in raw:
        yield from (Span(gap.start(), gap.end()) for gap in GAP.finditer(raw))


def _links(raw: str) -> Iterator[Span]:
    if "." not in raw and "://" not in raw:
        return
    for found in LINK.finditer(raw):
        yield Span(found.start(), found.start() + len(found.group().rstrip(_TRAILING)))


def _blank(folded: str, links: tuple[Span, ...]) -> str:
    letters = list(folded)
    for link in links:
        letters[link.start : link.end] = "¤" * (link.end - link.start)
    return "".join(letters)


def _sentences(folded: str, raw: str) -> Iterator[Sentence]:
    start = 0
    for stop in _ENDS.finditer(_with_lines(folded, raw) if "\n" in raw else folded):
        if stop.group() == "." and _is_abbreviation(folded, raw, start, stop.start()):
            continue
        if folded[start : stop.end()].strip():
            yield _sentence(folded, start, stop.end())
        start = stop.end()
    if folded[start:].strip():
        yield _sentence(folded, start, len(folded))


def _with_lines(folded: str, raw: str) -> str:
    """Return the letters with the line ends at which a thought may end: not those where the next line goes on in small letters."""
    letters = list(folded)
    for line in _LINE.finditer(raw):
        ends = [at for at in range(line.start(), line.end("gap")) if raw[at] == "\n"]
        for end in ends if line["goes_on"] is None else ends[:-1]:
            letters[end] = "\n"
    return "".join(letters)


def _is_abbreviation(folded: str, raw: str, start: int, dot: int) -> bool:
    before = max(start, dot - 8)
    follows = raw[dot + 1 : dot + 3].strip()[:1]
    if _SHORT.search(folded, before, dot):
        return not follows.isupper()
    titled = _TITLE.search(folded, before, dot)
    is_letter = titled is not None and titled.group().strip(" .").isalpha() and len(titled.group()) <= _LETTER
    return titled is not None and not (is_letter and _OPENS.match(raw, dot + 1))


def _sentence(folded: str, start: int, end: int) -> Sentence:
    tokens: list[Token] = []
    for found in _TOKEN.finditer(folded, start, end):
        word, at = found.group(), found.start()
        if word in _RUN_TOGETHER:
            first, second = _RUN_TOGETHER[word].split()
            middle = at + len(first)
            tokens += [Token(first, at, middle), Token(second, min(middle, found.end() - 1), found.end())]
        elif not word.startswith("¤") or not tokens or tokens[-1].word != "¤":
            tokens.append(Token(_spelling(word), at, found.end()))
    return Sentence(start, folded[start:end], tuple(tokens), frozenset(token.word for token in tokens))


def _spelling(word: str) -> str:
    word = _CONTRACTIONS.get(word, word)
    return _BRITISH.get(word) or (_IZE.sub(r"is\1", word) if "iz" in word else word)
