"""Brands whose time zone this machine does not know: set by hand, or where time zones are not installed."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from bot import zones
from bot.models import Brand


@dataclass(frozen=True, slots=True)
class OnUtc:
    """A brand for which it is always UTC, since ``timezone`` is not known."""

    brand_id: int
    name: str
    timezone: str


def brands_on_utc(session: Session) -> list[OnUtc]:
    """Return them, as far as they are in use, in the order in which they were made."""
    rows = session.execute(
        select(Brand.id, Brand.name, Brand.timezone)
        .where(col(Brand.is_archived).is_(False))
        .order_by(col(Brand.id))
    )
    return [OnUtc(*row) for row in rows if not zones.is_known(row.timezone)]
