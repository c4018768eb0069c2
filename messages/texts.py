"""Words for Slack: the one place where text that people typed becomes safe to show.

Text that is ready for a mrkdwn object is ``Marked``; everything else is a plain ``str`` and is escaped on its way in. The
templates in ``messages/templates`` escape by themselves, so that it cannot be forgotten.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.attention import CheckInAnswer
from bot.decision import without_request
from bot.draft_kinds import DraftKind
from bot.lint import called
from bot.plan import Level, Outcome
from bot.report import Answer
from bot.typed import is_person_id

_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: cannot be sent as UTF-8
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# What reorders or hides the words around it: zero-width space, joiners of words, embeddings, overrides, isolates, BOM.
# The zero-width joiner stays (emoji and several scripts are written with it), and so do the marks of direction.
_HIDDEN = re.compile("[\u200b\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]")
_ESCAPED = re.compile("[&<>]")
_ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_RIGHT_TO_LEFT = ("R", "AL")
_ISOLATED = "\u2068{}\u2069"  # first strong isolate ... pop: the text cannot reorder what stands beside it

# A mark that could open or close bold, italic, struck or code; between two letters, or two spaces, it can do neither.
_MARK = re.compile(r"(?<![^\W_])[*_~](?=\S)|(?<=\S)[*_~](?![^\W_])|`")
_HARMLESS = re.compile(r"(?! )(?:[A-Za-z0-9.,:;!?'\"()/+%#@-]| (?! |$))*")  # most values: nothing to do
_LOOKALIKE = {"*": "\u2217", "_": "\uff3f", "~": "\u223c", "`": "\u02cb"}

# What an error's sentence may hold: a mention, a channel, a date, or something to type.
_MEANT = re.compile(r"(<[@#][A-Z0-9_]{1,40}>|<!date\^[^<>\n]+>|`[^`\n]+`)")
_ID = re.compile(r"[A-Z0-9_]{1,40}")
_WEB = re.compile(r"https?://[^\s\x00-\x20\"<>\\^`{|}]+", re.IGNORECASE)


class Marked(str):
    """Text that we built for a mrkdwn object: its values are escaped, its marks are meant."""

    __slots__ = ()


def without_hidden(text: str) -> str:
    """Return the text with one kind of line end, and without what cannot be seen but could break what is around it."""
    if text.isascii() and text.isprintable():  # nearly every text, for a tenth of the time
        return text
    text = _LINE_END.sub("\n", _SURROGATE.sub("\ufffd", text))
    return _HIDDEN.sub("", _CONTROL.sub("", text))


def sendable(text: str) -> str:
    """Return the text without what cannot be sent at all: control characters, and halves of characters."""
    return _CONTROL.sub("", _SURROGATE.sub("\ufffd", text))


def escape_entities(text: str) -> str:
    """Return the text with ``&``, ``<`` and ``>`` escaped: all that a plain_text object needs (docs.slack.dev, Escaping text)."""
    return _ESCAPED.sub(lambda found: _ENTITY[found[0]], text)


def escape(text: str) -> Marked:
    """Return somebody's text for the middle of a mrkdwn line: it cannot ping, link, format, quote or reorder anything.

    It becomes one line. Marks that Slack would read as formatting are shown as characters that look alike.
    """
    if _HARMLESS.fullmatch(text):
        return Marked(text)
    line = _inert(" ".join(without_hidden(text).split()))
    return Marked(_ISOLATED.format(line) if _reads_right_to_left(line) else line)


def _inert(text: str) -> str:
    return escape_entities(_MARK.sub(lambda found: _LOOKALIKE[found[0]], text))


def error_words(sentence: str) -> Marked:
    """Return an error's sentence for Slack: its mentions, dates and ``code`` are meant, all else in it is escaped."""
    parts = _MEANT.split(without_hidden(sentence))
    return Marked("".join(_meant(part) if at % 2 else _inert(part) for at, part in enumerate(parts)))


def _meant(part: str) -> str:
    return f"`{escape_entities(part[1:-1])}`" if part.startswith("`") else part


def _reads_right_to_left(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)


def shorten(text: str, most: int) -> str:
    """Return the text in at most ``most`` characters, ending in "…" where something was left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def shorten_marked(text: str, most: int) -> Marked:
    """Return escaped text in at most ``most`` characters, never cut inside an entity, a mention or a date."""
    if len(text) <= most:
        return Marked(text)
    kept = text[: most - 1]
    if kept.rfind("<") > kept.rfind(">"):
        kept = kept[: kept.rfind("<")]
    if kept.rfind("&") > kept.rfind(";"):
        kept = kept[: kept.rfind("&")]
    return Marked(kept.rstrip() + "…")


def quoted(text: str, most: int = 300) -> Marked:
    """Return somebody's words as one line between quotation marks, shortened to ``most`` characters."""
    return Marked(f"“{escape(shorten(' '.join(text.split()), most))}”")


def person(user_id: str) -> Marked:
    """Return the mention of a person, or of a user group (their ids begin with S). Only an id becomes one; anything else stays text."""
    if not _ID.fullmatch(user_id):
        return escape(user_id)
    return Marked(f"<!subteam^{user_id}>") if user_id.startswith("S") else Marked(f"<@{user_id}>")


def place(channel_id: str) -> Marked:
    """Return the link to a channel, or to a person where a case lives in a direct message."""
    if is_person_id(channel_id):
        return person(channel_id)
    return Marked(f"<#{channel_id}>") if _ID.fullmatch(channel_id) else escape(channel_id)


def when(moment: datetime | str) -> Marked:
    """Return a moment (aware, or ISO text) that Slack shows in the reader's own time zone."""
    at = moment_of(moment)
    return Marked(f"<!date^{int(at.timestamp())}^{{date_short_pretty}} at {{time}}|{utc(at)}>")


def due(moment: datetime, seen_at: datetime, mark: str = "*") -> Marked:
    """Return when something is due, or since when it is overdue (between ``mark``s), for whoever looks at ``seen_at``."""
    if moment >= seen_at:
        return Marked(f"due {when(moment)}")
    return Marked(f"{mark}overdue since {when(moment)}{mark}")


def moment_of(moment: datetime | str) -> datetime:
    """Return the moment as an aware datetime in UTC. Raises ValueError when it has no time zone."""
    at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    if at.tzinfo is None:
        raise ValueError(f"The moment {at} has no time zone.")
    return at.astimezone(UTC)


def utc(moment: datetime | str) -> str:
    """Return the moment as ``2026-03-03 09:00 UTC``."""
    return f"{moment_of(moment):%Y-%m-%d %H:%M} UTC"


def is_linkable(url: str) -> bool:
    """Return whether the text is a plain http or https address, which can be made a link without breaking one."""
    return _WEB.fullmatch(url) is not None


def link(url: str, words: str) -> Marked:
    """Return a link with our words; an address that is not plain http or https stays text."""
    return Marked(f"<{escape_entities(url)}|{escape(words)}>") if is_linkable(url) else escape(url)


def listed(items: Iterable[str], last: str = "and") -> Marked:
    """Return the items as "a, b and c"; those that are not ``Marked`` are escaped."""
    marked = [item if isinstance(item, Marked) else escape(item) for item in items]
    head, tail = marked[:-1], marked[-1:]
    return Marked(f" {last} ".join([", ".join(head), *tail]) if head else "".join(tail))


def counted(count: int, one: str, many: str = "") -> str:
    """Return the number with its noun: "1 task", "2 tasks"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


_HOUR = 3600


def span(duration: timedelta) -> str:
    """Return a duration in its largest unit that fits, rounded down: "45 seconds", "1 hour", "90 minutes", "2 days"."""
    seconds = max(0, int(duration.total_seconds()))
    if seconds == _HOUR:
        return counted(1, "hour")
    for unit, size, least in (("day", 24 * _HOUR, 2), ("hour", _HOUR, 2), ("minute", 60, 1)):
        if seconds >= least * size:
            return counted(seconds // size, unit)
    return counted(seconds, "second")


class Details(dict[str, Any]):
    """What a row says of something that happened. A key that an older row lacks, or that is null, reads as nothing."""

    def __init__(self, values: dict[str, Any]) -> None:
        super().__init__({name: value for name, value in values.items() if value is not None})

    def __missing__(self, key: str) -> str:
        return ""


def label_of(answer: type[Answer], value: str) -> str:
    """Return the words of a stored value; one that is no longer known is shown as it is."""
    known = answer.__members__.values()
    return next((member.label for member in known if member == value), value.replace("_", " "))


def _level(value: str) -> str:
    return label_of(Level, value)


def _draft_kind(value: str) -> str:
    return label_of(DraftKind, value).lower()


def _check_in_answer(value: str) -> str:
    return label_of(CheckInAnswer, value)


def _outcome(value: str) -> str:
    return label_of(Outcome, value).lower()


PLAIN_FILTERS: dict[str, Callable[..., Any]] = {
    "level": _level,
    "draft_kind": _draft_kind,
    "check_in_answer": _check_in_answer,
    "outcome": _outcome,
    "finding": called,
    "counted": counted,
    "shorten": shorten,
    "without_request": without_request,
}
"""Filters that give words without any marks, for Slack and for files alike."""


def environment(
    safe: type[str], escape_value: Callable[[str], str], **filters: Callable[..., Any]
) -> Environment:
    """Return templates whose every value is escaped that is not ``safe`` already; a name that was not given is an error."""

    def shown(value: Any) -> str:
        if value is None:
            raise TypeError("A template was given None: say what is shown instead.")
        return value if isinstance(value, safe) else escape_value(str(value))

    made = Environment(
        loader=PackageLoader("messages"),
        undefined=StrictUndefined,
        finalize=shown,
        auto_reload=False,
        cache_size=-1,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701  that is for HTML; finalize escapes
    )
    made.filters.update(PLAIN_FILTERS, **filters)
    return made


def block_of(templates: Environment, name: str, values: dict[str, Any]) -> str:
    """Return the words of ``<template>.<block>``. Raises KeyError when there is no such block."""
    template, _, block = name.partition(".")
    found = templates.get_template(f"{template}.j2")
    return "".join(found.blocks[block](found.new_context(values))).strip()


def say(name: str, /, **values: Any) -> Marked:
    """Return the words of ``<template>.<block>`` for Slack, with every value escaped that is not ``Marked``.

    Raises KeyError when there is no such block, and jinja2.UndefinedError when it wants a value that was not given.
    """
    return Marked(block_of(_slack(), name, values))


@cache
def _slack() -> Environment:
    return environment(
        Marked,
        escape,
        person=person,
        place=place,
        when=when,
        due=due,
        quoted=quoted,
        link=link,
        listed=listed,
    )
