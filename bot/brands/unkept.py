"""What brands ask for and oops cannot keep: set by hand, or a time zone where time zones are not installed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from bot import zones
from bot.attention import durations_of
from bot.models import Brand
from bot.quiet_hours import hours_of


@dataclass(frozen=True, slots=True)
class Unkept:
    """A ``setting`` of a brand that cannot be kept, its ``value``, and how it is ``instead``."""

    brand_id: int
    name: str
    setting: str
    value: str
    instead: str


def unkept_settings(session: Session) -> list[Unkept]:
    """Return them for the brands in use, in the order in which these were made."""
    rows = session.execute(
        select(Brand.id, Brand.name, Brand.timezone, Brand.quiet_from, Brand.quiet_until, Brand.check_ins)  # type: ignore[call-overload]  # it is typed for up to four columns
        .where(col(Brand.is_archived).is_(False))
        .order_by(col(Brand.id))
    )
    return [Unkept(row.id, row.name, *each) for row in rows for each in _unkept(row)]


def _unkept(row: Any) -> Iterator[tuple[str, str, str]]:
    if not zones.is_known(row.timezone):
        yield "time zone", row.timezone, "it is always UTC there"
    if hours_of(row.quiet_from, row.quiet_until, weekends=False, timezone=row.timezone) is None:
        yield (
            "quiet hours",
            f"{row.quiet_from or 'nothing'} to {row.quiet_until or 'nothing'}",
            "no hours are quiet there",
        )
    if durations_of(row.check_ins) is None:
        yield "check-in times", row.check_ins, "the channel's own are used"
