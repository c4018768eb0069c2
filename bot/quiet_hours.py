"""The hours in which a brand is not to be disturbed: they move a check-in to the next morning and never drop it."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from bot.errors import OopsError
from bot.zones import clock_of

MORNING = time(8)  # when a weekend ends for a brand whose quiet hours do not say when its morning starts
_NOON = time(12)
_SATURDAY = 5  # as date.weekday() counts


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From ``start`` to ``end`` each night on the brand's clock, and the whole weekend if ``weekends``. Off by default.

    Raises OopsError for hours that cannot be kept. A time zone that is not known counts as UTC.
    """

    start: time | None = None
    end: time | None = None
    weekends: bool = False
    timezone: str = "UTC"

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise OopsError("Quiet hours need a start and an end: fill in both, or clear both.")
        if self.start is not None and self.start == self.end:
            raise OopsError(
                "Quiet hours that start and end at the same time would never end: choose another end."
            )

    def next_open(self, moment: datetime) -> datetime:
        """Return ``moment`` if it is not quiet, else the UTC moment at which the quiet time ends."""
        while (ends := self._end_of_quiet(moment)) is not None:
            moment = ends
        return moment

    def _end_of_quiet(self, moment: datetime) -> datetime | None:
        if self.start is None and not self.weekends:
            return None
        local = moment.astimezone(clock_of(self.timezone))
        if self.weekends and local.weekday() >= _SATURDAY:
            morning = self.end if self.end is not None and self.end < _NOON else MORNING
            return _first_after(moment, local, morning, days=7 - local.weekday())
        if self.start is None or self.end is None or not _is_between(local.time(), self.start, self.end):
            return None
        return _first_after(moment, local, self.end, days=0 if local.time() < self.end else 1)


def _is_between(clock: time, start: time, end: time) -> bool:
    return start <= clock < end if start < end else clock >= start or clock < end


def _first_after(moment: datetime, local: datetime, clock: time, *, days: int) -> datetime:
    """Return the first UTC moment after ``moment`` at which the clock shows ``clock``, ``days`` after ``local``.

    An hour that the clock skips in spring counts as it would have been; of one that it shows twice in autumn, the first
    that is still to come.
    """
    wall = datetime.combine(local.date() + timedelta(days=days), clock, tzinfo=local.tzinfo)
    first = wall.replace(fold=0).astimezone(UTC)
    return first if first > moment else wall.replace(fold=1).astimezone(UTC)


ALWAYS_OPEN = QuietHours()


def time_of(text: str | None) -> time | None:
    """Return the time of day that a row holds, such as ``22:00``; None for none. Raises ValueError for one that a day has not."""
    return datetime.strptime(text, "%H:%M").time() if text else None  # noqa: DTZ007  a time of day has no zone


def hours_of(start: str | None, end: str | None, *, weekends: bool, timezone: str) -> QuietHours | None:
    """Return the quiet hours that a row holds, or None for ones that cannot be kept: what is set by hand can be anything."""
    try:
        return QuietHours(time_of(start), time_of(end), weekends, timezone)
    except (ValueError, OopsError):
        return None
