"""The answers of a report form, checked: a Report comes out, or a sentence for each answer that cannot be taken."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from bot.channels import undo_options
from bot.errors import InvalidAnswer, InvalidAnswers, tried
from bot.report import (
    Affected,
    Answer,
    Channel,
    Fault,
    Harm,
    Mistake,
    Noticed,
    RedFlag,
    Report,
    StillMisleading,
    Undo,
)
from bot.reporting.questions import (
    TEXT_LONGEST,
    WHAT_LONGEST,
    WHAT_SHORTEST,
    Value,
    choices,
    label,
    member,
    question,
)
from bot.typed import clean

LINK_LONGEST = 2000
MOST_PEOPLE = 10_000_000_000
"""More than there are on earth: a larger reach is a slip of the finger."""
CLOCKS_DIFFER = timedelta(minutes=5)
"""How far ahead of ours the reporter's clock may be, so that "just now" is not in the future."""
_WEB_BEGAN = datetime(1990, 1, 1, tzinfo=UTC)

Given = Mapping[str, Value]


def report_of(answers: Given, *, now: datetime) -> Report:
    """Return the report that the answers make. Raises InvalidAnswers with a sentence for each that cannot be taken."""
    errors: dict[str, str] = {}
    facts: dict[str, Any] = {
        name: tried(errors, partial(read, answers, now)) for name, read in _READERS.items()
    }
    if errors:
        raise InvalidAnswers(errors)
    return Report(**facts)


def _text(answers: Given, name: str) -> str:
    value = answers.get(name, "")
    return clean(value) if isinstance(value, str) else ""


def _what(answers: Given, _now: datetime) -> str:
    text = _text(answers, "what")
    if len(text) < WHAT_SHORTEST:
        raise InvalidAnswer("what", f"Please say it in a sentence: at least {WHAT_SHORTEST} characters.")
    return _not_longer("what", text, WHAT_LONGEST)


def _should_have_said(answers: Given, _now: datetime) -> str:
    return _not_longer("should_have_said", _text(answers, "should_have_said"), TEXT_LONGEST)


def _not_longer(name: str, text: str, most: int) -> str:
    if len(text) > most:
        raise InvalidAnswer(
            name,
            f"This has {len(text):,} characters, {most:,} fit: please shorten it by {len(text) - most:,}.",
        )
    return text


def _one_of(values: type[Answer], name: str) -> Callable[[Given, datetime], Answer]:
    """Return a reader of a question that has to be answered."""

    def read(answers: Given, _now: datetime) -> Answer:
        return _member(values, name, answers.get(name))

    return read


def _member(values: type[Answer], name: str, value: Value | None) -> Answer:
    answer = member(values, value)
    if answer is None:
        raise InvalidAnswer(name, "Please choose one.")
    return answer


def _if_any(
    values: type[Answer], name: str, default: Answer | None
) -> Callable[[Given, datetime], Answer | None]:
    """Return a reader of a question that may stay open."""

    def read(answers: Given, _now: datetime) -> Answer | None:
        return _member(values, name, answers[name]) if answers.get(name) else default

    return read


def _undo(answers: Given, _now: datetime) -> Answer:
    undo = _member(Undo, "undo", answers.get("undo"))
    if undo not in choices(question("undo"), answers):
        where = label(Channel, answers.get("channel"))
        raise InvalidAnswer(
            "undo", f"“{undo.label}” is not possible here ({where}). Please choose another answer."
        )
    return undo


def is_possible(report: Report) -> bool:
    """Return whether a report's answers go together: what is taken back as it says can be, where it went out."""
    return report.undo in undo_options(report.channel, report.mistake)


def _red_flags(answers: Given, _now: datetime) -> frozenset[Answer]:
    ticked = answers.get("red_flags", [])
    values = [ticked] if isinstance(ticked, str) else ticked
    return frozenset(_member(RedFlag, "red_flags", value) for value in values)


def _link(answers: Given, _now: datetime) -> str:
    link = _not_longer("link", _text(answers, "link"), LINK_LONGEST)
    if link and not is_web_address(link):
        raise InvalidAnswer(
            "link", "Please give an address that starts with https:// or http://, or leave it empty."
        )
    return link


def is_web_address(link: str) -> bool:
    """Return whether this is an http or https address with a host and without blanks."""
    try:
        parts = urlsplit(link)
    except ValueError:  # such as an unclosed [ of an IPv6 address
        return False
    is_plain = not any(character.isspace() or character in '<>|"' for character in link)
    return is_plain and parts.scheme in {"http", "https"} and bool(parts.hostname)


def _went_out_at(answers: Given, now: datetime) -> datetime | None:
    seconds = _text(answers, "went_out_at")
    if not seconds:
        return None
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        raise InvalidAnswer("went_out_at", "Please pick a date and a time, or leave it empty.") from None
    if moment > now + CLOCKS_DIFFER:
        raise InvalidAnswer(
            "went_out_at", "That is in the future. When did it go out? If it has not yet, stop it first."
        )
    if moment < _WEB_BEGAN:
        raise InvalidAnswer("went_out_at", "That is before 1990. Please check the year.")
    return moment


def _reach(answers: Given, _now: datetime) -> int | None:
    digits = "".join(_text(answers, "reach").split()).replace(",", "").replace("\u2019", "")
    if not digits:
        return None
    if not digits.isdecimal() or len(digits) > len(str(MOST_PEOPLE)) or int(digits) > MOST_PEOPLE:
        raise InvalidAnswer("reach", "Please write a whole number of people such as 1200, or leave it empty.")
    return int(digits)


_READERS: dict[str, Callable[[Given, datetime], Any]] = {
    "what": _what,
    "channel": _one_of(Channel, "channel"),
    "mistake": _one_of(Mistake, "mistake"),
    "harm": _one_of(Harm, "harm"),
    "noticed": _one_of(Noticed, "noticed"),
    "undo": _undo,
    "affected": _if_any(Affected, "affected", None),
    "still_misleading": _if_any(StillMisleading, "still_misleading", StillMisleading.UNSURE),
    "fault": _if_any(Fault, "fault", Fault.UNSURE),
    "red_flags": _red_flags,
    "should_have_said": _should_have_said,
    "link": _link,
    "went_out_at": _went_out_at,
    "reach": _reach,
}
