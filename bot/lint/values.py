"""Weekdays, dates, times, prices, codes and numbers in a text, in a form in which two spellings of one value are equal."""

import re
from collections.abc import Collection
from typing import NamedTuple

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(_MONTHS)
_SUM = r"\d(?:[\d,.]{0,18}\d)?"
_FORMS = {
    "code": re.compile(  # an account's number, in groups or not, and words with digits, as a voucher's
        r"\b[a-z]{2}\d{2}(?: ?[a-z]{4})?(?: ?(?=[a-z]{0,3}\d)[a-z\d]{1,4}){3,8}\b|\b(?=[a-z]+\d)[a-z]{3,20}\d[a-z\d-]{1,20}\b"
    ),
    "price": re.compile(
        rf"[£$€] ?(?P<sum>{_SUM})|\b(?P<sum2>{_SUM}) ?(?:€|(?:euros?|dollars?|pounds?|eur|usd|gbp)\b)"
    ),
    "share": re.compile(rf"\b(?P<sum>{_SUM}) ?(?:%|(?:percent|per cent)\b)"),
    "date": re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})\b|\b(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b"
        r"|\b\d{4}-(?P<month3>\d\d)-(?P<day3>\d\d)\b|\bthe (?P<day4>\d{1,2})(?:st|nd|rd|th)\b"
    ),
    "weekday": re.compile(rf"\b(?:{_DAYS})\b"),
    "time": re.compile(
        r"\b(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?![\d.]\d)(?! ?[ap]\.?m)|\b(?P<hour2>[01]?\d)(?:[:.](?P<minute2>[0-5]\d))? ?[ap]\.?m\b"
    ),
    "phone": re.compile(r"\+?\d[\d ()/-]{6,}\d"),
    "number": re.compile(rf"\b{_SUM}"),
}


ANY_MONTH = "?"
"""Stands for the month of a day without one, “the 6th”."""


class Value(NamedTuple):
    """One value: its kind, the value in one form for all spellings, and its place."""

    kind: str
    amount: str
    start: int
    end: int


def values(folded: str) -> list[Value]:
    """Return the values of a text in lower case, in order; a number inside a date is not one more number."""
    found: list[Value] = []
    taken = bytearray(len(folded))
    for kind, form in _FORMS.items():
        for place in form.finditer(folded):
            if not any(taken[place.start() : place.end()]):
                found.append(Value(kind, _amount(kind, place), place.start(), place.end()))
                taken[place.start() : place.end()] = b"1" * len(place.group())
    return sorted(found, key=lambda value: value.start)


def is_among(value: Value, known: Collection[tuple[str, str]]) -> bool:
    """Return whether a value is one of these (kind and amount); a day without its month is like that day of any month."""
    if value.kind != "date" or value[:2] in known:
        return value[:2] in known
    month, _, day = value.amount.partition("-")
    others = [amount.partition("-") for kind, amount in known if kind == "date"]
    return any(day == other and ANY_MONTH in {month, its_month} for its_month, _, other in others)


def _amount(kind: str, place: re.Match[str]) -> str:
    parts = [part for part in place.groupdict().values() if part]
    if kind == "time":
        hour, minute = (*parts, "0")[:2]
        return f"{int(hour) % 12}:{int(minute)}"
    if kind == "date":
        named = {name.rstrip("234"): part for name, part in place.groupdict().items() if part}
        month = _month(named["month"]) if "month" in named else ANY_MONTH
        return f"{month}-{int(named['day'])}"
    if kind in {"phone", "code"}:
        return re.sub(r"[^a-z\d]", "", place.group())
    return (parts[0] if parts else place.group()).replace(",", "").rstrip(".").removesuffix(".00")


def _month(part: str) -> int:
    return _MONTHS.index(part) + 1 if part in _MONTHS else int(part)
