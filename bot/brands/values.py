"""What may be typed into a brand's settings: text in, a value out, or an OopsError that says what to write instead."""

import re
from datetime import timedelta
from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

from bot.attention import durations_of
from bot.errors import OopsError
from bot.quiet_hours import QuietHours, time_of
from bot.typed import clean, clean_line, is_channel_id, is_person_id

NAME_LONGEST = 60
TEXT_LONGEST = 200
SIGN_OFF_LONGEST = 80
WORD_LONGEST = 40
MOST_WORDS = 30
MOST_CHECK_INS = 12
SHORTEST_CHECK_IN = timedelta(minutes=1)
MOST_APPROVERS = 50
DAYS_LONGEST = 3650  # ten years, what the longest common duty to keep business papers asks for

_GROUP = re.compile(r"S[A-Z0-9_]{1,39}")
_CHANNEL_NAME = re.compile(r"[^\W_](?:[\w-]{0,79})")
_REACHED_BY = re.compile(r"@|(?:\d[ ()./-]*){6}")
_DIGITS = re.compile(r"\d{1,9}", re.ASCII)
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def name_of(text: str) -> str:
    """Return a brand's name."""
    name = clean_line(text)
    if not name:
        raise OopsError("Please write the name under which you speak.")
    return _at_most(name, NAME_LONGEST)


def line_of(text: str, most: int = TEXT_LONGEST) -> str:
    """Return one line of at most ``most`` characters; it may be empty."""
    return _at_most(clean_line(text), most)


def leader_of(text: str) -> str:
    """Return the line by which a leader signs; a number or an address to reach them would be published with it."""
    line = line_of(text, SIGN_OFF_LONGEST)
    if _REACHED_BY.search(line):
        raise OopsError("Only name and role belong here, since it stands below what is published.")
    return line


def timezone_of(text: str) -> str:
    """Return the name of a time zone; a city is enough where there is only one of that name."""
    typed = clean_line(text)
    if typed.upper() == "UTC":
        return "UTC"
    wanted = typed.replace(" ", "_").lower()
    zones = _zones()
    if wanted in zones:
        return zones[wanted]
    cities = sorted({zone for key, zone in zones.items() if key.rpartition("/")[2] == wanted})
    if len(cities) == 1:
        return cities[0]
    near = cities or [zones[key] for key in get_close_matches(wanted, zones, n=3, cutoff=0.6)]
    hint = (
        f"Did you mean {', '.join(near[:3])}?" if near else "Write it as Europe/Berlin or America/New_York."
    )
    raise OopsError(f"There is no time zone “{typed}”. {hint}")


@cache
def _zones() -> dict[str, str]:
    """Return the zones of the time zone database, by their lower-case name; technical ones are left out."""
    return {zone.lower(): zone for zone in sorted(available_timezones()) if "/" in zone and zone[:3] != "Etc"}


def check_ins_of(text: str) -> str:
    """Return check-in times such as ``20m,1h,4h``, counted from the report; empty: the channel's own."""
    typed = clean_line(text)
    if not typed:
        return ""
    times = durations_of(typed)
    if not times or times[0] < SHORTEST_CHECK_IN:
        raise OopsError(
            f"“{typed}” are no check-in times. Write them with m, h or d, each later than the one before: 20m,1h,4h."
        )
    if len(times) > MOST_CHECK_INS:
        raise OopsError(f"Up to {MOST_CHECK_INS} times fit; after the last one, its gap repeats.")
    return ",".join(part.strip().lower().replace(" ", "") for part in typed.split(","))


def keep_days_of(text: str) -> int | None:
    """Return a number of days; empty: until somebody erases it."""
    typed = clean_line(text)
    if not typed:
        return None
    if not _DIGITS.fullmatch(typed) or not 1 <= int(typed) <= DAYS_LONGEST:
        raise OopsError(f"Please give a whole number of days from 1 to {DAYS_LONGEST}, or leave it empty.")
    return int(typed)


def time_of_day(text: str) -> str | None:
    """Return a time such as ``22:00``; empty: none."""
    typed = clean_line(text)
    if not typed:
        return None
    found = _TIME.fullmatch(typed)
    if found is None:
        raise OopsError(f"“{typed}” is no time of day. Write it as 22:00.")
    return f"{int(found[1]):02}:{found[2]}"


def require_quiet_hours(start: str | None, end: str | None) -> None:
    """Return when the two go together. Raises OopsError."""
    QuietHours(time_of(start), time_of(end))


def words_of(text: str) -> list[str]:
    """Return words that were typed one to a line, or between commas; each once."""
    words = [clean_line(part) for part in re.split(r"[,;\n]", clean(text))]
    kept = list(dict.fromkeys(word for word in words if word))
    return words_within(kept)


def words_within(words: list[str]) -> list[str]:
    """Return the words. Raises OopsError where there are too many, or one is too long."""
    if len(words) > MOST_WORDS:
        raise OopsError(f"Up to {MOST_WORDS} words fit; these are {len(words)}.")
    long = next((word for word in words if len(word) > WORD_LONGEST), None)
    if long is not None:
        raise OopsError(
            f"“{long[:WORD_LONGEST]}…” is longer than {WORD_LONGEST} characters: words, not sentences."
        )
    return words


def person_of(text: str) -> str | None:
    """Return a person's id; empty: nobody."""
    return member_id_of(text) if text else None


def member_id_of(text: str) -> str:
    """Return a person's id as Slack shows it in their profile. Raises OopsError for any other text."""
    if not is_person_id(text):
        raise OopsError(
            f"“{text}” is no member id. In Slack open the person's profile, the three dots, “Copy member ID” (U…)."
        )
    return text


def approver_of(text: str) -> str:
    """Return the id of a person or of a user group."""
    if not (is_person_id(text) or _GROUP.fullmatch(text)):
        raise OopsError(f"“{text}” is the id of neither a person (U…) nor a user group (S…).")
    return text


def channel_of(text: str) -> str | None:
    """Return a channel's id; empty: none."""
    if not text:
        return None
    if not is_channel_id(text):
        raise OopsError(
            f"“{text}” is no channel id. In Slack open the channel's details: it is at the bottom (C…)."
        )
    return text


def channel_name_of(text: str) -> str:
    """Return the name for a new channel, as Slack writes names: small letters, digits, - and _, at most 80 characters."""
    name = clean_line(text).lstrip("#").strip().lower().replace(" ", "-")
    if not _CHANNEL_NAME.fullmatch(name):
        raise OopsError("A channel's name has small letters, digits, - and _, at most 80 characters.")
    return name


def is_group(identifier: str) -> bool:
    """Return whether this is a user group's id."""
    return identifier.startswith("S")


def _at_most(text: str, most: int) -> str:
    if len(text) > most:
        raise OopsError(f"Please use at most {most} characters; these are {len(text)}.")
    return text
