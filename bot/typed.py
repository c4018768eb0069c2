"""What people type, made safe to store and to count: no control characters, no lost line ends, no blanks around it; and what can be an id."""

import re
import unicodedata

FIELD_LONGEST = 3000  # docs.slack.dev: what a plain_text_input can hold
REASON_LONGEST = 500
MOST_FILES = 10  # docs.slack.dev: what a file_input can hold
# U+200B..U+FEFF: characters without width, which look like nothing and would pass as an answer.
_BLANK = " \t\n\u00a0\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u3000\u3164\ufeff"
# Default_Ignorable_Code_Point of Unicode, but for the category Cf; and the Braille pattern without a dot.
_UNSEEN = (
    range(0x034F, 0x0350),
    range(0x115F, 0x1161),
    range(0x17B4, 0x17B6),
    range(0x180B, 0x1810),
    range(0x2065, 0x2066),
    range(0x2800, 0x2801),
    range(0x3164, 0x3165),
    range(0xFE00, 0xFE10),
    range(0xFFA0, 0xFFA1),
    range(0xFFF0, 0xFFF9),
    range(0xE0000, 0xE1000),
)
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
# Embeddings, overrides and isolates turn the rest of a line round, also the words that surround what was typed.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_LONGEST_ID = 9
"""Digits: an Integer column holds any number of so many, and PostgreSQL compares none that is larger."""
_PERSON_ID = re.compile(r"[UW][A-Z0-9_]{1,39}")
_CHANNEL_ID = re.compile(r"[CG][A-Z0-9_]{1,39}")
_CONVERSATION_ID = re.compile(r"[CDG][A-Z0-9_]{1,39}")
_ANGLED = re.compile(r"<((?:https?://|mailto:|tel:|[@#!])[^<>|]*)(?:\|([^<>]*))?>")


def clean(text: str) -> str:
    r"""Return ``text`` trimmed, with line ends as ``\n`` and without control, turning or unpaired surrogate characters.

    What consists of nothing that can be seen is nothing; beside words it stays, since emoji and several scripts need it.
    """
    if not text.isprintable():
        lines = _LINE_ENDS.sub("\n", text)
        text = "".join(character for character in lines if _is_kept(character))
    words = text.strip(_BLANK)
    return words if any(_is_seen(character) for character in words) else ""


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line."""
    return " ".join(clean(text).split())


def _is_seen(character: str) -> bool:
    """Return whether a character shows anything at all."""
    is_blank = unicodedata.category(character) in {"Cf", "Cc", "Zs", "Zl", "Zp"}
    return not is_blank and not any(ord(character) in unseen for unseen in _UNSEEN)


def _is_kept(character: str) -> bool:
    if character in "\n\t":
        return True
    return character not in _TURNING and unicodedata.category(character) not in {"Cc", "Cs"}


def from_slack(text: str) -> str:
    """Return the words that a reader sees of a message's or command's source: no ``<@U1|anna>``, no ``&amp;``.

    Links stay as their address, with the label before it where it says something else
    (https://docs.slack.dev/messaging/formatting-message-text).
    """
    words = _ANGLED.sub(lambda match: _readable(match[1], match[2] or ""), text)
    for escaped, plain in _ESCAPED:
        words = words.replace(escaped, plain)
    return words


def _readable(target: str, label: str) -> str:
    if target.startswith(("http://", "https://")):
        return target if _is_address_of(label, target) else f"{label} {target}"
    if label:
        return label if target.startswith(("!", "mailto:", "tel:")) else target[0] + label.lstrip("@#")
    return {"@": "@somebody", "#": "#channel"}.get(target[0], target.replace("!", "@").split("^")[0])


def _is_address_of(label: str, target: str) -> bool:
    """Return whether the label only repeats the address, as Slack shows it: without the scheme, or cut short."""
    shown = label.strip().rpartition("://")[2].rstrip("/\u2026")
    return target.partition("://")[2].startswith(shown)


def is_person_id(text: str) -> bool:
    """Return whether an id is a person's: what is sent to it goes into the direct messages with them."""
    return _PERSON_ID.fullmatch(text) is not None


def is_channel_id(text: str) -> bool:
    """Return whether an id is a channel's, public or private: no direct messages, and no name."""
    return _CHANNEL_ID.fullmatch(text) is not None


def is_conversation_id(text: str) -> bool:
    """Return whether an id is a channel's or a direct message's: Slack can be asked about it."""
    return _CONVERSATION_ID.fullmatch(text) is not None


def row_id(text: str) -> int | None:
    """Return a row's id as a button or a form carries it; None for any other text."""
    is_id = text.isascii() and text.isdecimal() and len(text) <= _LONGEST_ID
    return int(text) if is_id else None


def at_the_start(name: str) -> str:
    """Return a name with a capital, unless it has one of its own further on, as eBay has."""
    first = name.partition(" ")[0]
    return name if first[1:] != first[1:].lower() else name[:1].upper() + name[1:]
