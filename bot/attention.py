"""When to ask "has it died down?", whom to nudge, and when a case may be closed: arithmetic only.

Every moment is an aware UTC datetime that the caller gives; nothing here reads a clock. A case's check-ins are a list of
durations (its plan's) counted from ``since``: the report, or the moment of a new plan after a flare-up.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from bot.errors import OopsError
from bot.plan import Level
from bot.quiet_hours import ALWAYS_OPEN, QuietHours
from bot.report import Answer

SNOOZE = timedelta(hours=1)
NUDGE_GAP = timedelta(minutes=30)  # lead after 30 minutes, backup after 60, the thread after 90
MAX_NUDGES = 3  # between two answers
PRACTICE_SPEED = 60  # an hour of a case is a minute of an exercise

# 24 quiet hours: 3 to 6 hours mostly measure the night (26 % to 12 % flared up again), a full day leaves 4 to 6 %
# (2,334 repost cascades; ``python -m tests.judgement_curves`` repeats it on a sample). Hence also the last look.
QUIET_BEFORE_CLOSING = timedelta(hours=24)
LAST_LOOK = timedelta(days=3)

_DAY = timedelta(hours=24)
_SHORTEST = timedelta(seconds=1)
_LONGEST = timedelta(days=365)
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_DURATION = re.compile(r"(\d{1,9})\s*([smhd])", re.ASCII | re.IGNORECASE)


class CheckInAnswer(Answer):
    """Has it died down?"""

    QUIET = "quiet", "It has died down"
    SIMMERING = "simmering", "It is still simmering"
    FLARING = "flaring", "It is flaring up"


class NudgeTo(StrEnum):
    """Whom a nudge addresses, in their order."""

    LEAD = "lead"
    BACKUP = "backup"
    THREAD = "thread"


@dataclass(frozen=True, slots=True)
class PlannedCheckIn:
    """One dated question. ``place`` counts the case's list from 0 and goes on after its end; ``at`` is when it is asked."""

    place: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Nudge:
    """A reminder in the thread that a check-in is unanswered."""

    to: NudgeTo
    at: datetime


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a case's own times run.

    ``rehearsal`` (``OOPS_CHECK_INS``) replaces every plan's check-in times and scales the rest with them. ``speed`` is how many
    times faster an exercise runs; a rehearsal, which is fast already, stays as it is.
    """

    rehearsal: tuple[timedelta, ...] = ()
    speed: int = 1

    def for_practice(self) -> "Pace":
        """Return the pace of an exercise."""
        return self if self.rehearsal else replace(self, speed=PRACTICE_SPEED)

    def times(self, planned: Sequence[timedelta]) -> tuple[timedelta, ...]:
        """Return the check-in times that count: the rehearsal's, else the plan's."""
        return self.rehearsal or tuple(self.scaled(after) for after in planned)

    def shown(self, planned: Sequence[timedelta]) -> tuple[timedelta, ...]:
        """Return the check-in times as a plan names them: the rehearsal's, else the plan's, which an exercise only runs faster."""
        return self.rehearsal or tuple(planned)

    def scaled(self, span: timedelta) -> timedelta:
        """Return how long a time is at this pace, at least one second: in a rehearsal times its last duration / 24 h."""
        if self.rehearsal:
            return max(span * (self.rehearsal[-1] / _DAY), _SHORTEST)
        return span if self.speed == 1 else max(span / self.speed, _SHORTEST)

    def due(self, span: timedelta) -> timedelta:
        """Return in what time something is to be done: a rehearsal leaves it, an exercise is as much faster as all else."""
        return span / self.speed

    def hours(self, hours: QuietHours, level: Level) -> QuietHours:
        """Return the quiet hours that count: none in a rehearsal or an exercise, none while a case calls for all hands."""
        is_fast = bool(self.rehearsal) or self.speed > 1
        return ALWAYS_OPEN if is_fast or level in {Level.ESCALATE_FIRST, Level.FULL_RESPONSE} else hours


NORMAL_PACE = Pace()


def parse_durations(text: str) -> tuple[timedelta, ...]:
    """Return the durations of a list such as ``20s,1m,5m`` (units s, m, h, d), each later than the one before.

    Raises OopsError with what to write instead.
    """
    spans = tuple(_duration(part) for part in text.split(","))
    for earlier, later in pairwise(spans):
        if later <= earlier:
            raise OopsError(
                f"The times “{text}” must grow from one to the next, since all count from the report: write 20s,1m,5m."
            )
    return spans


def durations_of(text: str) -> tuple[timedelta, ...] | None:
    """Return the durations that a row holds, none where it is empty, or None for what are none: what is set by hand can be anything."""
    try:
        return parse_durations(text) if text else ()
    except OopsError:
        return None


def _duration(part: str) -> timedelta:
    match = _DURATION.fullmatch(part.strip())
    if match is None:
        raise OopsError(
            f"“{part.strip()}” is not a duration: write a whole number and s, m, h or d, with commas between, as in 20s,1m,5m."
        )
    seconds = int(match[1]) * _UNITS[match[2].lower()]
    if not 1 <= seconds <= _LONGEST.total_seconds():
        raise OopsError(f"“{part.strip()}” is out of range: write a duration between 1s and 365d.")
    return timedelta(seconds=seconds)


def first_check_in(
    *, since: datetime, times: Sequence[timedelta], now: datetime, hours: QuietHours = ALWAYS_OPEN
) -> PlannedCheckIn:
    """Return the first check-in of a list that is still to come."""
    return next(_upcoming(-1, since=since, times=times, now=now, hours=hours))


def next_check_in(
    place: int,
    answer: CheckInAnswer | None,
    *,
    since: datetime,
    times: Sequence[timedelta],
    now: datetime,
    hours: QuietHours = ALWAYS_OPEN,
) -> PlannedCheckIn:
    """Return the check-in after ``place``, given its answer (None: not answered yet).

    ``quiet`` skips one time, but never the last of the list; after the list its last gap repeats. Times that are past,
    or moved to the same morning, are asked once. ``flaring`` keeps the list here: the new plan's list follows with
    ``first_check_in(since=now)``, or ``sooner`` where no new plan was made.
    """
    upcoming = _upcoming(place, since=since, times=times, now=now, hours=hours)
    following = next(upcoming)
    if answer is CheckInAnswer.QUIET and following.place < len(times) - 1:
        return next(upcoming)
    return following


def sooner(following: PlannedCheckIn, *, now: datetime, hours: QuietHours = ALWAYS_OPEN) -> PlannedCheckIn:
    """Return an extra check-in after half of the gap to ``following``, which stays the one after it."""
    half = max((following.at - now) / 2, _SHORTEST)
    return PlannedCheckIn(following.place - 1, hours.next_open(now + half))


def snoozed(
    place: int,
    *,
    since: datetime,
    times: Sequence[timedelta],
    now: datetime,
    hours: QuietHours = ALWAYS_OPEN,
    pace: Pace = NORMAL_PACE,
) -> PlannedCheckIn:
    """Return when a snoozed check-in asks again: in an hour, standing for all that would have been asked until then."""
    again = hours.next_open(now + pace.scaled(SNOOZE))
    upcoming = _upcoming(place, since=since, times=times, now=again, hours=hours)
    return PlannedCheckIn(next(upcoming).place - 1, again)


def in_open_hours(
    planned: PlannedCheckIn, *, since: datetime, times: Sequence[timedelta], hours: QuietHours
) -> PlannedCheckIn:
    """Return a check-in as it is planned, out of hours that have become quiet since: it then stands for all that is due by that time."""
    at = hours.next_open(planned.at)
    return (
        PlannedCheckIn(max(planned.place, _last_due(at - since, times)), at) if at > planned.at else planned
    )


def _upcoming(
    place: int, *, since: datetime, times: Sequence[timedelta], now: datetime, hours: QuietHours
) -> Iterator[PlannedCheckIn]:
    """Yield the check-ins after ``place`` that lie after ``now``; of several at the same moment, the last."""
    following = place + 1
    while True:
        following = max(following, _last_due(now - since, times))
        at = hours.next_open(since + _offset(following, times))
        following = max(following, _last_due(at - since, times))
        if at > now:
            yield PlannedCheckIn(following, at)
        following += 1


def _last_due(elapsed: timedelta, times: Sequence[timedelta]) -> int:
    """Return the last place of the endless list that is due by then, -1 before the first."""
    if elapsed < times[-1]:
        return bisect_right(times, elapsed) - 1
    return len(times) - 1 + (elapsed - times[-1]) // _last_gap(times)


def _offset(place: int, times: Sequence[timedelta]) -> timedelta:
    beyond = place - (len(times) - 1)
    return times[place] if beyond <= 0 else times[-1] + beyond * _last_gap(times)


def _last_gap(times: Sequence[timedelta]) -> timedelta:
    return times[-1] - times[-2] if len(times) > 1 else times[-1]


def nudges(
    asked_at: datetime,
    *,
    until: datetime | None = None,
    sent: int = 0,
    has_lead: bool = True,
    has_backup: bool = True,
    hours: QuietHours = ALWAYS_OPEN,
    pace: Pace = NORMAL_PACE,
) -> tuple[Nudge, ...]:
    """Return the nudges of an unanswered check-in: the lead after 30 minutes, the backup after 60, the thread after 90.

    ``until`` is the next check-in, which cancels them; ``sent`` counts the nudges since the last answer (three at most).
    An absent person is skipped, nobody is nudged in quiet hours, and the others keep their time.
    """
    present = {NudgeTo.LEAD: has_lead, NudgeTo.BACKUP: has_backup, NudgeTo.THREAD: True}
    planned, at = [], asked_at
    for to in NudgeTo:
        at = hours.next_open(at + pace.scaled(NUDGE_GAP))
        if present[to] and (until is None or at < until):
            planned.append(Nudge(to, at))
    return tuple(planned[: max(0, MAX_NUDGES - sent)])


def offers_to_close(
    answer: CheckInAnswer,
    *,
    reported_at: datetime,
    last_other_answer_at: datetime | None,
    now: datetime,
    pace: Pace = NORMAL_PACE,
) -> bool:
    """Return whether this answer offers to close: ``quiet``, a full day after the report and the last simmering or flaring."""
    since = max(reported_at, last_other_answer_at or reported_at)
    return answer is CheckInAnswer.QUIET and now - since >= pace.scaled(QUIET_BEFORE_CLOSING)


def last_look_at(now: datetime, *, hours: QuietHours = ALWAYS_OPEN, pace: Pace = NORMAL_PACE) -> datetime:
    """Return when the one last look before closing is asked: in three days, outside quiet hours."""
    return hours.next_open(now + pace.scaled(LAST_LOOK))
