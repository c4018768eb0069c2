from datetime import UTC, datetime, timedelta

import pytest

from bot.attention import CheckInAnswer
from bot.readings import Reading, hint

OUT = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
QUIET, SIMMERING, FLARING = CheckInAnswer


def readings(*hourly: int) -> list[Reading]:
    return [
        Reading(OUT + timedelta(hours=hour), OUT + timedelta(hours=hour + 1), new)
        for hour, new in enumerate(hourly)
    ]


@pytest.mark.parametrize(
    ("hourly", "suggested"),
    [
        ([], None),
        ([100], None),
        ([100, 60], SIMMERING),
        ([100, 9], QUIET),
        ([100, 120], FLARING),
        ([100, 9, 24], SIMMERING),
        ([100, 9, 25], FLARING),
        ([100, 9, 25, 30], FLARING),
        ([12, 0, 4], QUIET),  # a quarter of the peak, but only four people
        ([12, 0, 5], FLARING),
        ([0, 0], QUIET),
        ([0, 6], FLARING),
    ],
)
def test_a_reading_is_judged_against_the_cases_own_peak(
    hourly: list[int], suggested: CheckInAnswer | None
) -> None:
    assert hint(readings(*hourly)) is suggested


def test_a_longer_gap_counts_as_a_rate_and_not_as_more() -> None:
    day_later = Reading(OUT + timedelta(hours=1), OUT + timedelta(hours=25), 120)

    assert hint([*readings(100), day_later]) is QUIET


def test_a_time_of_which_nobody_counted_is_no_part_of_the_rate() -> None:
    after_a_gap = Reading(OUT + timedelta(hours=24), OUT + timedelta(hours=25), 120)

    assert hint([*readings(100), after_a_gap]) is FLARING
