"""Time zones by name. One that this machine does not know is taken for UTC, so that no case stands still for it."""

from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def is_known(name: str) -> bool:
    """Return whether this machine has the time zone: not where it was misspelt by hand, or where there are no data for it."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def clock_of(name: str) -> tzinfo:
    """Return the time zone, or UTC where it is not known."""
    return ZoneInfo(name) if is_known(name) else UTC
