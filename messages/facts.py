"""The facts of a report in words: short names of its fields, and the answers as people read them."""

from collections.abc import Iterable

from bot.report import Answer, Report
from messages.texts import utc

FACT_WORDS = {
    "what": "what went wrong",
    "channel": "where it went out",
    "mistake": "what kind of mistake",
    "harm": "the worst consequence",
    "noticed": "who has noticed",
    "undo": "whether it can be taken back",
    "affected": "who is affected",
    "still_misleading": "whether people can still act on it",
    "fault": "how it happened",
    "red_flags": "red flags",
    "should_have_said": "what it should have said",
    "link": "the link",
    "went_out_at": "when it went out",
    "reach": "how many saw it",
}


def fact_words(fields: Iterable[str]) -> list[str]:
    """Return the fields' names in words; one that is not known is shown as it is."""
    return [FACT_WORDS.get(field, field.replace("_", " ")) for field in fields]


def facts_of(report: Report) -> list[tuple[str, str]]:
    """Return the answers that were given, each with its question in words. Not escaped."""
    flags = ", ".join(sorted(flag.label for flag in report.red_flags))
    given = {
        "what": report.what,
        "channel": report.channel,
        "mistake": report.mistake,
        "harm": report.harm,
        "noticed": report.noticed,
        "undo": report.undo,
        "affected": report.affected,
        "still_misleading": report.still_misleading,
        "fault": report.fault,
        "red_flags": flags,
        "should_have_said": report.should_have_said,
        "link": report.link,
        "went_out_at": utc(report.went_out_at) if report.went_out_at else "",
        "reach": "" if report.reach is None else f"{report.reach:,}",
    }
    return [(FACT_WORDS[field], _answer(value)) for field, value in given.items() if value]


def _answer(value: str) -> str:
    return value.label if isinstance(value, Answer) else value
