"""What it should have said, as people type it in a hurry, made a sentence of a draft."""

import re
import unicodedata

from bot.typed import at_the_start

_THING = "version|wording|text|link|url|address|picture|date|day|time|price|name|number|title|word|one|info|information|answer"
_LABEL = re.compile(
    rf"(?:(?:the )?(?:correct(?:ed|ion)?|right|actual|real)(?: (?:{_THING}))?(?: is| was)? ?[:=]|→|[-=]+>)\s*",
    re.IGNORECASE,
)
_SAID = "said|say|wrote|write|meant|posted|tweeted|put|called|listed|gave|announced|printed|published|sent|showed|used|named|typed"
_TELLS = re.compile(
    r"\bshould(?:n['’]?t|['’]?ve)?\b|\b(?:supposed|meant|intended) to\b"
    rf"|\b(?:we|i) (?:\w+ )?(?:{_SAID})\b|\b(?:it|that|this|(?:the|our|my) \w+) (?:said|says)\b"
    rf"|^(?:the )?(?:correct|right|actual|real) (?:{_THING}) (?:is|are|was|were)\b",
    re.IGNORECASE,
)
"""A correction that is one already: “we said Tuesday, it's Thursday”, “slide 14 should say 2027”."""
_WITHOUT_SUBJECT = re.compile(r"(?:should|(?:is|was) (?:supposed|meant|intended) to)", re.IGNORECASE)

_DASHES = frozenset("-–—")
_ENDED = re.compile(r"[.!?…:]['\"”’)\]]*$")
_HAS_A_LINK = re.compile(r"(?:https?://|www\.).", re.IGNORECASE)
BARE_LINK = r"(?:[\w-]+\.)+(?-i:[a-z]{2,24})(?::\d+)?(?:[/?#]\S*)?"
"""An address as people type it, without https:// before it."""
_IS_A_BARE_LINK = re.compile(BARE_LINK)
_SIGNS = frozenset("./@#")
_FIRST_EMOJI = "\u2190"  # what stands before it is a sign of writing, as in “20°” or “Acme®”


def without_label(text: str) -> str:
    """Return the words without a label before them (“Correct date: ”), which the draft has words for itself."""
    label = _LABEL.match(text)
    return text[label.end() :] or text if label else text


def tidied(text: str) -> str:
    """Return the words without a label before them, and without a comma or a dash after them."""
    words = without_label(text)
    end = len(words)
    while end and _is_loose(words, end - 1):
        end -= 1
    return words[:end] or words


def tells_itself(text: str) -> bool:
    """Return whether the words say by themselves what should have been said, so that nothing has to lead up to them."""
    return _TELLS.search(text) is not None


def as_sentence(text: str) -> str:
    """Return words that stand by themselves as a sentence begins: with a subject and, unless it is an address, a capital."""
    if _WITHOUT_SUBJECT.match(text):
        text = f"It {text[0].lower()}{text[1:]}"
    first = text.partition(" ")[0]
    return text if _SIGNS & set(first) else at_the_start(text)


def ended(text: str) -> str:
    """Return the words with a full stop, unless they end by themselves: in a sign, an emoji, a link, or as lines of a list."""
    is_ended = "\n" in text or _ENDED.search(text) or ends_in_a_link(text) or _ends_in_an_emoji(text)
    return text if is_ended else f"{text}."


def ends_in_a_link(text: str) -> bool:
    """Return whether nothing comes after the last link: a full stop would become part of it."""
    if not text or text[-1].isspace():
        return False
    last = text.rsplit(maxsplit=1)[-1]
    return bool(_HAS_A_LINK.search(last) or _IS_A_BARE_LINK.fullmatch(last))


def _is_loose(words: str, at: int) -> bool:
    """Return whether this letter, the last, leaves a sentence open. Looked at from the end: an expression would start at every blank."""
    letter = words[at]
    return letter.isspace() or letter in ",;" or (letter in _DASHES and words[at - 1 : at].isspace())


def _ends_in_an_emoji(text: str) -> bool:
    last = text[-1:]
    return last == "\ufe0f" or (last >= _FIRST_EMOJI and unicodedata.category(last) in {"So", "Sk"})
