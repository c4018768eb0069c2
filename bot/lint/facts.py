"""Does the text agree with the report: its links, and the values and names that it says are right?"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from bot.links import inside_links
from bot.lint.labels import Label
from bot.lint.model import Context, Finding, Span, finding
from bot.lint.text import LINK, Text
from bot.lint.values import Value, is_among, values
from bot.lint.words import FAMILIES
from bot.report import Mistake, Report
from bot.right_words import without_label

_CLAUSE = re.compile(r"[;!?()—–]|: |, |\. ")
_TOLD_AS_WRONG = re.compile(
    r"\b(?:not|nobody|no one|never|instead of|rather than|wrote|said|told|gave|posted|published|listed|showed|named|called|announced|advertised|promised|printed"
    r"|sent|read|wrong\w*|incorrect\w*|mistak\w+|previous\w*|earlier|formerly|no longer|moved from|changed from|our (?:[\w-]+ )?of)\b|n't\b"
)
_NOT_THIS = re.compile(
    r"\b(?:not|instead of|rather than)(?: (?:on|at|from|for|in|by|until|just|only|the|a|an))* *$"
)
_ASSERTS = re.compile(
    r"\b(?:is|are|will be|should (?:be|read|say)|starts?|begins?|opens?|closes?|ends?|leaves?|departs?|arrives?|runs?|resumes?|returns?|takes place|costs?|reads?"
    r"|correct[\w ]*?|right[\w ]*?)(?: +(?:on|at|from|now|only|again|until|by|the|in|for|about|up to|iban|code|number))*:? +,? *$"
    r"|(?:^|\b)(?:correction|correct|right(?: \w+)?): (?:(?:iban|code|number) )?$"
)
_FILLERS = "on|at|from|for|in|by|until|to|up to|about|only|now|again|just|still|the|a|an|code|iban|number"
_TELLING = "says?|shows?|names?|lists?|gives?|tells?|states?|quotes?|mentions?|prints?|advertises?|promises?|announces?|claims?"
_JOINS = "and|or|but|if|as|so|than|not|of|with|without|within|per|over|under|between|during|since|before|after|our|your|their|this|that|all|also|too"
_NO_VERB = rf"(?!(?:{_FILLERS}|{_TELLING}|{_JOINS})\b)"
_TO_IT = rf"(?: +(?:{_FILLERS}))* *$"
_SUBJECTS = "you|they|it|he|she|everybody|everyone|people|members|customers|guests|visitors|readers"
_SOMEBODY_DOES = re.compile(
    rf"(?:\b(?:{_SUBJECTS})(?: +(?:will|can|may|must|all))?|\b(?:we|i)|^ *[a-z]{{3,}}s)(?: +(?:only|now|still|always))* +{_NO_VERB}(?P<verb>[a-z]+){_TO_IT}"
)
"""Somebody, or it, does something: “you will get 3.6 %”, “we meet on Friday”. What we will do is aftercare (“we will reply by Friday”)."""
_THING_DOES = re.compile(
    r"^ *(?:(?:and|but|so|for) +)?(?:the|our|your|this|that|every|each|an?) +(?:[\w'-]+ +){1,6}"
    rf"{_NO_VERB}[a-z]+s(?: +(?:only|now|about|again|just|still|up to))* *$"
)
"""A thing does something to the value itself, with nothing between them: “our account pays 3.6 %”."""
_IS_OVER = re.compile(rf"[a-z]+ed|{FAMILIES['PAST'].replace(' ', '|')}")
_IS_OPEN = re.compile(r" *(?:if|whether|did|do|does|have|has|who|whoever|anybody|anyone|those)\b")
"""A clause that only asks, or speaks of whoever has already acted on it."""
_LAST_WORD = re.compile(rf"\b{_NO_VERB}(?P<verb>[a-z]{{3,}}){_TO_IT}")
_NEXT_WORD = re.compile(r" *(?P<unit>[a-z]+)")
_WHAT_IT_IS = re.compile(r"(?:(?:iban|code|number) )?")
_NAME = re.compile(r"(?<![\w@#])[^\W\d_a-z][^\W\d_]{3,}")
_RIGHT_SHOWN = 100
_ENDS = (".", "!", "?", "…")
_CLAUSE_REACH = 300  # characters: longer clauses are read from there on
_NEAR = 0.75
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|\w+ember|october"
)


_DIGITS = re.compile(r"\d+(?:[.:,]\d+)*")
_IN_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
    r"|first|second|third|\w+th|half|quarter|noon|midday|midnight|free|nothing|today|tonight|tomorrow|weekend)\b"
)


def check_facts(text: Text, context: Context) -> Iterator[Finding]:
    """Yield links that the public cannot open or the report does not know, and values or names that differ from what it says is right."""
    if context.report is None:
        return
    yield from (finding(Label.INSIDE_LINK, Span(*place)) for place in inside_links(text.raw))
    yield from _links(text, context, context.report)
    yield from _wrong_values(text, context.report)
    yield from _wrong_names(text, context, context.report)


def _links(text: Text, context: Context, report: Report) -> Iterator[Finding]:
    told = [found.group() for found in LINK.finditer(f"{report.what} {report.should_have_said}")]
    known = {_address(link) for link in (report.link, *context.links, *told) if link}
    for span in text.links:
        link = text.raw[span.start : span.end]
        if "@" in link.split("/", maxsplit=1)[0] or inside_links(link):
            continue
        if not _is_well_formed(link):
            yield finding(Label.UNKNOWN_LINK, span, "This link cannot work as it is written.")
        elif _address(link) not in known:
            yield finding(Label.UNKNOWN_LINK, span, "This link is not in the report.")


def left_out(text: Text, report: Report | None) -> str:
    """Return how to mend a text without any of the values that the report says are right, and without a link: “look at our page” puts nothing right.

    Another value in its place is a finding of its own. An all-clear says enough where it says that there is no danger.
    """
    if (
        report is None
        or report.mistake is Mistake.FALSE_ALARM
        or text.links
        or "[[" in text.raw
        or _IN_WORDS.search(text.folded)
    ):
        return ""
    right, _ = _told_right(report)
    told, said = (set(_DIGITS.findall(words.lower())) for words in (report.should_have_said, text.raw))
    is_given = told & said or any(is_among(value, right) for value in values(text.folded))
    is_given = is_given or any(_wrong_values(text, report))
    return "" if is_given or not right else f"{_what_is_right(report)} {Label.NO_CORRECTION.mend}"


def _address(link: str) -> str:
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", link.strip().rstrip(".,;:!?)]}'\""), flags=re.IGNORECASE)
    host, slash, path = bare.partition("/")
    return host.lower() + (slash + path).rstrip("/")


def _is_well_formed(link: str) -> bool:
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
        return parts.port != 0 and re.fullmatch(r"(?:[\w-]+\.)+[\w-]{2,}", parts.hostname or "") is not None
    except ValueError:
        return False


def _wrong_values(text: Text, report: Report) -> Iterator[Finding]:
    """Yield a value that was wrong and is said again, and another one where the right one should stand."""
    said = values(text.folded)
    right, no_longer = _told_right(report)
    wrong = no_longer | {value[:2] for value in values(report.what.lower())}
    kinds = {kind for kind, _ in right}
    corrected = {value.kind for value in said if is_among(value, right)}
    bare = _without(said, text.folded)
    for value in said:
        is_right = value.kind not in kinds or is_among(value, right)
        if is_right or _TOLD_AS_WRONG.search(_before(text.folded, value)):
            continue
        is_corrected, was_wrong = value.kind in corrected, value[:2] in wrong
        is_asserted = _is_asserted(_before(bare, value), value, text.folded, report)
        if (was_wrong and (is_asserted or not is_corrected)) or (is_asserted and not is_corrected):
            yield _differs(Span(value.start, value.end), report)


def _is_asserted(before: str, value: Value, folded: str, report: Report) -> bool:
    """Return whether a value is told as something that is so; a bare number only where it counts what the right one counts."""
    if _ASSERTS.search(before):
        return True
    if _IS_OPEN.match(before):
        return False
    told = report.should_have_said.lower()
    right = values(told)
    bare, alike = _without(right, told), [one for one in right if one.kind == value.kind]
    if value.kind == "number" and _unit(folded, value) not in {_unit(told, one) for one in alike}:
        return False
    if _THING_DOES.search(before) or _lead(before) in {_lead(_before(bare, one)) for one in alike} - {""}:
        return True
    does = _SOMEBODY_DOES.search(before)
    return does is not None and not _IS_OVER.fullmatch(does["verb"])


def _unit(letters: str, value: Value) -> str:
    """Return the word after a value: what it counts."""
    found = _NEXT_WORD.match(letters, value.end)
    return found["unit"].removesuffix("s") if found else ""


def _lead(before: str) -> str:
    """Return the word that leads to a value, such as its verb, without an ending."""
    found = _LAST_WORD.search(before)
    return found["verb"].removesuffix("s") if found else ""


def _told_right(report: Report) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the values that the report says are right, and those that it only sets them against (“£120, not £12”)."""
    told = report.should_have_said.lower()
    against = {value[:2] for value in values(told) if _NOT_THIS.search(told[: value.start])}
    right = {value[:2] for value in values(told)} - against
    return (right, against) if right else (against, set())


def _differs(span: Span, report: Report) -> Finding:
    return finding(Label.CONTRADICTS_REPORT, span, _what_is_right(report))


def _what_is_right(report: Report) -> str:
    right = " ".join(report.should_have_said.split())
    shown = right if len(right) <= _RIGHT_SHOWN else f"{right[:_RIGHT_SHOWN].rstrip()}…"
    stop = "" if shown.endswith(_ENDS) else "."
    return f"The report says what is right: “{shown}”{stop}"


def _without(said: Sequence[Value], folded: str) -> str:
    letters = list(folded)
    for value in said:
        letters[value.start : value.end] = " " * (value.end - value.start)
    return "".join(letters)


def _before(letters: str, value: Value) -> str:
    """Return what stands before a value in its clause."""
    near = letters[max(0, value.start - _CLAUSE_REACH) : value.start]
    cuts = [cut for cut in _CLAUSE.finditer(near) if not _leads_to_it(near, cut)]
    return near[cuts[-1].end() :] if cuts else near


def _leads_to_it(near: str, cut: re.Match[str]) -> bool:
    """Return whether a sign only introduces the value: a colon, or the comma after another value that was taken out (“Thursday, 8 May”)."""
    if cut.group() == ": ":
        return _WHAT_IT_IS.fullmatch(near, cut.end()) is not None
    return cut.group() == ", " and cut.end() == len(near) and near[: cut.start()].endswith(" ")


def _wrong_names(text: Text, context: Context, report: Report) -> Iterator[Finding]:
    right = {found.group().lower() for found in _NAME.finditer(without_label(report.right_words))}
    known = {word.lower() for name in context.names for word in name.split()}
    present = {found.group().lower() for found in _NAME.finditer(text.raw)}
    others = {name for name in present - right - known if not _CALENDAR.fullmatch(name)}
    nearest = {name: next((one for one in sorted(right) if _is_near(name, one)), None) for name in others}
    for found in _NAME.finditer(text.raw):
        near = nearest.get(found.group().lower())
        if near and near not in present:
            yield _differs(Span(found.start(), found.end()), report)


def _is_near(name: str, right: str) -> bool:
    return name[0] == right[0] and name != right + "s" and SequenceMatcher(None, name, right).ratio() >= _NEAR
