"""What the numbers of a case say: each reading against the case's own peak."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.attention import CheckInAnswer

# A quiet hour is one below 10 % of the peak hour, a new flare 25 % of it or more and at least 5 new (Cheng et al. 2016,
# "Do cascades recur?", in our words: bursts after quiet spells are normal). The floor keeps small cases from flapping.
QUIET_SHARE = 0.10
FLARE_SHARE = 0.25
FLOOR = 5

_HOUR = timedelta(hours=1)
_SHORTEST = timedelta(minutes=5)  # a rate over less says nothing


@dataclass(frozen=True, slots=True)
class Reading:
    """How many mentions and replies were new between two moments: from when it went out, was reported or last looked at."""

    since: datetime
    at: datetime
    new: int


def hint(readings: Sequence[Reading]) -> CheckInAnswer | None:
    """Return the answer that the last of the readings (in order of time) suggests; None while there is no peak to compare with."""
    if len(readings) < 2:  # noqa: PLR2004  one reading is its own peak
        return None
    rates = [_hourly(reading) for reading in readings]
    peak, rate, new = max(rates[:-1]), rates[-1], readings[-1].new
    if new < FLOOR or rate < QUIET_SHARE * peak:
        return CheckInAnswer.QUIET
    was_quiet = _was_quiet(readings[:-1], rates[:-1])
    if rate > peak or (was_quiet and rate >= FLARE_SHARE * peak):
        return CheckInAnswer.FLARING
    return CheckInAnswer.SIMMERING


def _hourly(reading: Reading) -> float:
    return reading.new / (max(reading.at - reading.since, _SHORTEST) / _HOUR)


def _was_quiet(readings: Sequence[Reading], rates: Sequence[float]) -> bool:
    """Return whether the case had calmed down since its peak."""
    top = max(range(len(rates)), key=rates.__getitem__)
    return any(
        readings[later].new < FLOOR or rates[later] < QUIET_SHARE * rates[top]
        for later in range(top + 1, len(rates))
    )
