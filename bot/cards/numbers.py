"""What was counted at the check-ins of a case, and what that says."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from bot.attention import CheckInAnswer
from bot.models import CheckIn
from bot.readings import Reading, hint


def counted(check_in: CheckIn) -> int | None:
    """Return mentions and replies together, None where neither was counted."""
    given = [number for number in (check_in.mentions, check_in.replies) if number is not None]
    return sum(given) if given else None


def looked_at(check_in: CheckIn) -> datetime:
    """Return when somebody was asked to look."""
    return check_in.asked_at or check_in.due_at


def said_by_numbers(check_ins: Sequence[CheckIn], *, reported_at: datetime) -> dict[int, CheckInAnswer]:
    """Return by a check-in's number what its numbers say, measured by the case's own peak so far.

    ``check_ins`` are a case's in their order. Compared is only what was counted alike: replies say nothing of mentions.
    """
    asked = [row for row in check_ins if row.asked_at is not None]
    starts = [reported_at, *(looked_at(row) for row in asked)]
    said: dict[int, CheckInAnswer] = {}
    alike: dict[tuple[bool, bool], list[Reading]] = {}
    for row, (since, at) in zip(asked, pairwise(starts), strict=True):
        if (new := counted(row)) is None:
            continue
        readings = alike.setdefault((row.mentions is None, row.replies is None), [])
        readings.append(Reading(since, at, new))
        if (answer := hint(readings)) is not None:
            said[row.number] = answer
    return said
