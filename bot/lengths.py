"""How long a text is, counted as its channel counts it.

Some channels refuse a text that is too long (X, Bluesky, Mastodon, Threads, SMS); the others only have a word budget, since
a broad message is brief (A4). The two are told apart by ``Length.is_hard``.
"""

import math
import re
import unicodedata
import warnings
from dataclasses import dataclass
from enum import StrEnum

from bot.channels import SOCIAL
from bot.report import Channel

SOCIAL_WORDS = 60
EMAIL_WORDS = 120
STATEMENT_WORDS = 150

X_LIMIT = 280  # docs.x.com, "Counting characters": weighted; a URL is 23, CJK and emoji 2
BLUESKY_LIMIT = 300  # lexicon app.bsky.feed.post: maxGraphemes 300, maxLength 3000 bytes
BLUESKY_BYTES_PER_GRAPHEME = 10
MASTODON_LIMIT = 500  # mastodon: StatusLengthValidator, the default of a server
MASTODON_URL = 23
THREADS_LIMIT = 500  # developers.facebook.com/docs/threads/posts: an emoji counts as its UTF-8 bytes
SMS_LIMIT = 160  # 3GPP TS 23.038: 160 septets in one GSM-7 message
SMS_UNICODE_LIMIT = 70  # 3GPP TS 23.038: 70 UTF-16 units where one character is outside GSM-7

GSM_7 = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_7_ESCAPED = frozenset("\f^{}\\[~]|€")  # two septets each
_PLAIN_SIGNS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "…": "...", "\u00a0": " "})  # fmt: skip

_ONE_EMOJI = "\N{FACE WITH MEDICAL MASK}"
_WORD = re.compile(r"(?<!\S)[^\w\s]*\w\S*")  # starts where a run starts: a row of signs is read once
# Signs that weigh one on X, and no emoji: then counting needs no library, which is fifty times faster.
_PLAIN_ON_X = re.compile("[\x00-\xa8\xaa-\xad\xaf-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]*")
_MAY_BE_A_LINK = re.compile(r"\S\.\S|://")
_HOST_LIKE = re.compile(r"[\w.-]+")
MOST_DOTS = 20
"""In a host. In a run with more the library would look for all hosts that it might be: half a minute for 3,000 letters."""
_DRAWN = r"\p{Emoji_Presentation}|\ufe0f|\u20e3"
_SURROGATE = re.compile("[\ud800-\udfff]")
_MASTODON_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_MASTODON_MENTION = re.compile(r"(?<![\w/])(@\w+(?:[.-]\w+)*)@[\w.-]*\w")


class Unit(StrEnum):
    """What is counted."""

    CHARACTERS = "characters"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Length:
    """How much of a channel a text uses. ``is_hard``: the channel itself refuses more."""

    used: int
    limit: int
    unit: Unit
    is_hard: bool

    @property
    def fits(self) -> bool:
        """Return whether the text stays within the limit."""
        return self.used <= self.limit


def measure(text: str, channel: Channel | None) -> Length:
    """Return the text's length and limit as the channel counts them (no channel: a statement of 150 words)."""
    if channel in _COUNTERS:
        return Length(length(text, channel), limit(channel, text), Unit.CHARACTERS, is_hard=True)
    return Length(count_words(text), limit(channel), Unit.WORDS, is_hard=False)


def length(text: str, channel: Channel | None) -> int:
    """Return the text's length as the channel counts it: characters where it has a hard limit, else words."""
    count = _COUNTERS.get(channel, count_words) if channel else count_words
    return count(_SURROGATE.sub("\ufffd", text))


def limit(channel: Channel | None, text: str = "") -> int:
    """Return what fits: characters where the channel has a hard limit, else words.

    An SMS with one character outside GSM-7 holds less than half, so there the text decides.
    """
    if channel is Channel.PUSH_SMS and not is_gsm_7(text):
        return SMS_UNICODE_LIMIT
    return _LIMITS.get(channel, word_budget(channel)) if channel else word_budget(channel)


def word_budget(channel: Channel | None) -> int:
    """Return how many words a brief message has in this channel: 60, 120 or 150 (A4; the figures are our proposal)."""
    if channel is Channel.EMAIL:
        return EMAIL_WORDS
    return SOCIAL_WORDS if channel in _BRIEF else STATEMENT_WORDS


def word_starts(text: str) -> list[int]:
    """Return where each word starts: words are runs without a space that hold a letter or a digit."""
    return [word.start() for word in _WORD.finditer(text)]


def count_words(text: str) -> int:
    """Return the number of words."""
    return len(word_starts(text))


def is_gsm_7(text: str) -> bool:
    """Return whether every character of the text is in the GSM-7 alphabet or its extension."""
    return GSM_7.union(GSM_7_ESCAPED).issuperset(text)


def not_in_gsm_7(text: str) -> str:
    """Return the characters that leave an SMS less than half its length, each once, in the order of the text."""
    return "".join(dict.fromkeys(sign for sign in text if not is_gsm_7(sign)))


def in_gsm_7(text: str) -> str:
    """Return the text with plain quotes and dashes, as a phone's keyboard does not type them; as it is where that is no help."""
    plain = text.translate(_PLAIN_SIGNS)
    return plain if is_gsm_7(plain) else text


def _count_x(text: str) -> int:
    text = _without_endless_hosts(unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    if _PLAIN_ON_X.fullmatch(text) and not _MAY_BE_A_LINK.search(text):
        return len(text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it imports the deprecated pkg_resources
        from twitter_text import parse_tweet  # type: ignore[import-untyped]  # noqa: PLC0415  untyped; half a second, for X only

    # The library knows the emoji of 2019; X counts any emoji as 2, however it is put together.
    return int(parse_tweet(_with_simple_emoji(text)).weightedLength)


def _without_endless_hosts(text: str) -> str:
    """Return the text with letters for the dots in what nobody takes for a host; it is counted as no link then."""
    return _HOST_LIKE.sub(_dotless_if_endless, text)


def _dotless_if_endless(run: re.Match[str]) -> str:
    word = run.group()
    return re.sub(r"\.(?=\w)", "x", word) if word.count(".") > MOST_DOTS else word


def _with_simple_emoji(text: str) -> str:
    return "".join(_ONE_EMOJI if len(part) > 1 and _is_emoji(part) else part for part in _graphemes(text))


def _graphemes(text: str) -> list[str]:
    import regex  # noqa: PLC0415  needed for a few channels only

    return [found.group() for found in regex.finditer(r"\X", text)]


def without_emoji(text: str) -> str:
    """Return the text without its emoji, and without the blanks that these leave."""
    if text.isascii():
        return text
    import regex  # noqa: PLC0415  needed for a few texts only

    kept = "".join(part for part in _graphemes(text) if not regex.search(_DRAWN, part))
    return "\n".join(" ".join(line.split()) for line in kept.split("\n"))


def _count_bluesky(text: str) -> int:
    by_bytes = math.ceil(len(text.encode()) / BLUESKY_BYTES_PER_GRAPHEME)
    return max(len(_graphemes(text)), by_bytes) if by_bytes > BLUESKY_LIMIT else len(_graphemes(text))


def _count_mastodon(text: str) -> int:
    text = _MASTODON_URL.sub("x" * MASTODON_URL, text)
    return len(_graphemes(_MASTODON_MENTION.sub(r"\1", text)))


def _count_threads(text: str) -> int:
    return sum(
        len(grapheme.encode()) if _is_emoji(grapheme) else len(grapheme) for grapheme in _graphemes(text)
    )


def _is_emoji(grapheme: str) -> bool:
    import regex  # noqa: PLC0415  needed for a few channels only

    return regex.search(r"\p{Emoji_Presentation}|\p{Extended_Pictographic}|\u20e3", grapheme) is not None


def _count_sms(text: str) -> int:
    if is_gsm_7(text):
        return len(text) + sum(character in GSM_7_ESCAPED for character in text)
    return len(text.encode("utf-16-le")) // 2


_BRIEF = SOCIAL | {Channel.PUSH_SMS}
_COUNTERS = {
    Channel.X: _count_x,
    Channel.BLUESKY: _count_bluesky,
    Channel.MASTODON: _count_mastodon,
    Channel.THREADS: _count_threads,
    Channel.PUSH_SMS: _count_sms,
}
_LIMITS = {
    Channel.X: X_LIMIT,
    Channel.BLUESKY: BLUESKY_LIMIT,
    Channel.MASTODON: MASTODON_LIMIT,
    Channel.THREADS: THREADS_LIMIT,
    Channel.PUSH_SMS: SMS_LIMIT,
}
