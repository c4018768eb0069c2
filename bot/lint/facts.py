"""Does the text agree with the report: links, dates, times, prices, numbers?"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.text import LINK, Text
from bot.report import Report

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_KINDS = {
    "weekday": re.compile(rf"\b(?:{_DAYS})\b"),
    "date": re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b"
    ),
    "time": re.compile(r"\b\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?(?![.:]?\d)|\b\d{1,2} ?[ap]\.?m\b\.?"),
    "price": re.compile(
        r"[£$€] ?\d[\d,.]*\d|[£$€] ?\d|\b\d[\d,.]* ?(?:euros?|dollars?|pounds?|eur|usd|gbp)\b|\b\d[\d,.]* ?(?:%|percent|per cent)"
    ),
    "phone": re.compile(r"\+?\d[\d ()-]{6,}\d"),
    "number": re.compile(r"\b\d[\d,.]*\b"),
}
_DENIED = re.compile(
    r"(?:\bnot|n't|\binstead of|\brather than|\bwrote|\bsaid|\bposted|\btold you|\bgave|\bwrong\w*|\bincorrect\w*|\bpreviously|\bearlier|\bformerly|\bno longer|\bfrom|\bsent|\bpublished|\bour|\bshowed|\blisted|\bon|\bof) (?:[\w']+ ){0,4}?$"
)
_RESTORES = re.compile(
    r"\b(?:is|are|will be|should be|should read|correct\w*|right|starts?|opens?|closes?|ends?|begins?|costs?)\b"
)


def check_facts(text: Text, context: Context) -> Iterator[Finding]:
    """Yield links that the report does not know and facts that differ from what it says is right."""
    if context.report is None:
        return
    yield from _links(text, context, context.report)
    yield from _contradictions(text, context.report)


def _links(text: Text, context: Context, report: Report) -> Iterator[Finding]:
    known = {
        _address(link)
        for link in (
            report.link,
            *context.links,
            *_addresses(report.what),
            *_addresses(report.should_have_said),
        )
        if link
    }
    for span in text.links:
        link = text.raw[span.start : span.end]
        if "@" in link.split("/", maxsplit=1)[0]:
            continue
        if not _is_well_formed(link):
            yield finding(Label.UNKNOWN_LINK, span, "This link cannot work as it is written.")
        elif _address(link) not in known:
            yield finding(Label.UNKNOWN_LINK, span, "This link is not in the report.")


def _addresses(text: str) -> list[str]:
    return [found.group().rstrip(".,;:!?)]}'\"") for found in LINK.finditer(text)]


def _address(link: str) -> str:
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", link.strip(), flags=re.IGNORECASE)
    host, slash, path = bare.partition("/")
    return host.lower() + (slash + path).rstrip("/")


def _is_well_formed(link: str) -> bool:
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
        host = parts.hostname or ""
        return (
            parts.port != 0 and re.fullmatch(r"(?:[\w-]+\.)+[\w-]{2,}", host) is not None and ".." not in host
        )
    except ValueError:
        return False


def _contradictions(text: Text, report: Report) -> Iterator[Finding]:
    right, wrong = report.should_have_said.lower(), report.what.lower()
    if not right:
        return
    taken: list[Span] = []
    for kind, pattern in _KINDS.items():
        rights = {_value(found.group()) for found in pattern.finditer(right)}
        wrongs = {_value(found.group()) for found in pattern.finditer(wrong)} - rights
        if not rights or not wrongs:
            continue
        present = {_value(found.group()) for found in pattern.finditer(text.folded)}
        for found in pattern.finditer(text.folded):
            span = Span(found.start(), found.end())
            if any(span.start < other.end and other.start < span.end for other in taken):
                continue
            taken.append(span)
            if _value(found.group()) in wrongs and not _is_told_as_wrong(text, span, bool(present & rights)):
                yield finding(
                    Label.CONTRADICTS_REPORT,
                    span,
                    f"The report says what is right: {report.should_have_said.strip()[:80]}",
                    f"Check this {kind} against the report.",
                )


def _value(words: str) -> str:
    value = re.sub(r"[\s,]|(?<=\d)(?:st|nd|rd|th)|\bof\b|\.(?=[ap]|$|m)", "", words)
    return re.sub(r"^([a-z]+)(\d+)$", r"\2\1", value) if re.match(rf"(?:{_MONTHS})\d", value) else value


def _is_told_as_wrong(text: Text, span: Span, has_right: bool) -> bool:
    """Return whether the wrong value is only named as what was wrong."""
    sentence = next((s for s in text.sentences if s.start <= span.start < s.start + len(s.text)), None)
    before = sentence.text[: span.start - sentence.start] if sentence else ""
    if re.search(
        r"(?:\bnot|n't|\binstead of|\brather than|\bno longer|\bwrong\w*|\bincorrect\w*)(?: [\w']+){0,4} $",
        before,
    ):
        return True
    if has_right and not re.search(
        r"(?:\bis|\bare|\bwill be|\bcorrect \w+ is|\bright \w+ is|\bshould (?:be|read|say)|\bstarts?|\bopens?|\bcosts?)(?: (?:on|at|now|from|until|in|by))*(?: the)? $",
        before,
    ):
        return True
    return _DENIED.search(before) is not None and not _RESTORES.search(before[-25:])
