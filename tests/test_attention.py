from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.attention import (
    NORMAL_PACE,
    SNOOZE,
    CheckInAnswer,
    NudgeTo,
    Pace,
    PlannedCheckIn,
    first_check_in,
    last_look_at,
    next_check_in,
    nudges,
    offers_to_close,
    parse_durations,
    snoozed,
    sooner,
)
from bot.errors import OopsError
from bot.plan import Level
from bot.quiet_hours import ALWAYS_OPEN, QuietHours

REPORTED = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday
X = tuple(timedelta(minutes=minutes) for minutes in (20, 60, 180, 480, 1440, 4320))
LAST = len(X) - 1
QUIET, SIMMERING, FLARING = CheckInAnswer
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NIGHTS = QuietHours(time(22), time(7), weekends=True, timezone="Europe/Berlin")


def after(
    place: int, answer: CheckInAnswer | None, *, now: datetime | None = None, hours: QuietHours = ALWAYS_OPEN
) -> PlannedCheckIn:
    now = now or REPORTED + X[min(place, LAST)] + MINUTE
    return next_check_in(place, answer, since=REPORTED, times=X, now=now, hours=hours)


# The list


def test_the_first_check_in_is_counted_from_the_report() -> None:
    first = first_check_in(since=REPORTED, times=X, now=REPORTED)

    assert first == PlannedCheckIn(0, REPORTED + 20 * MINUTE)


def test_simmering_keeps_the_list() -> None:
    following = after(0, SIMMERING)

    assert following == PlannedCheckIn(1, REPORTED + HOUR)


def test_an_unanswered_check_in_is_followed_by_the_next() -> None:
    following = after(0, None)

    assert following == PlannedCheckIn(1, REPORTED + HOUR)


def test_quiet_skips_the_next_time() -> None:
    following = after(0, QUIET)

    assert following == PlannedCheckIn(2, REPORTED + 3 * HOUR)


def test_quiet_never_skips_the_last_time() -> None:
    following = after(LAST - 1, QUIET)

    assert following == PlannedCheckIn(LAST, REPORTED + 3 * DAY)


@pytest.mark.parametrize("answer", [QUIET, SIMMERING, None])
def test_after_the_list_the_last_gap_repeats(answer: CheckInAnswer | None) -> None:
    once = after(LAST, answer)
    twice = after(once.place, answer, now=once.at)

    assert once == PlannedCheckIn(LAST + 1, REPORTED + 5 * DAY)
    assert twice == PlannedCheckIn(LAST + 2, REPORTED + 7 * DAY)


def test_a_list_of_one_time_repeats_it() -> None:
    following = next_check_in(0, SIMMERING, since=REPORTED, times=(HOUR,), now=REPORTED + HOUR)

    assert following == PlannedCheckIn(1, REPORTED + 2 * HOUR)


def test_times_that_passed_while_the_bot_was_away_are_not_asked_one_by_one() -> None:
    following = after(0, SIMMERING, now=REPORTED + 4 * HOUR)

    assert following == PlannedCheckIn(3, REPORTED + 8 * HOUR)


def test_a_year_away_costs_one_check_in_and_no_time() -> None:
    following = next_check_in(
        0, None, since=REPORTED, times=(timedelta(seconds=1),), now=REPORTED + 365 * DAY
    )

    assert following.at == REPORTED + 365 * DAY + timedelta(seconds=1)


def test_a_new_plan_starts_its_own_list() -> None:
    flared_at = REPORTED + 25 * HOUR

    first = first_check_in(since=flared_at, times=X, now=flared_at)

    assert first == PlannedCheckIn(0, flared_at + 20 * MINUTE)


def test_flaring_without_a_new_plan_halves_the_next_gap_and_keeps_what_follows() -> None:
    now = REPORTED + HOUR
    following = after(1, FLARING, now=now)

    extra = sooner(following, now=now)
    then = after(extra.place, SIMMERING, now=extra.at)

    assert extra.at == now + HOUR
    assert then == following


def test_snooze_asks_again_in_an_hour_and_stands_for_what_comes_before() -> None:
    now = REPORTED + 21 * MINUTE

    again = snoozed(0, since=REPORTED, times=X, now=now)
    then = after(again.place, SIMMERING, now=again.at)

    assert again == PlannedCheckIn(1, now + HOUR)
    assert then == PlannedCheckIn(2, REPORTED + 3 * HOUR)


@given(
    times=st.lists(st.integers(1, 10**6), min_size=1, max_size=8, unique=True).map(sorted),
    place=st.integers(0, 20),
    answer=st.sampled_from([None, *CheckInAnswer]),
    late=st.integers(0, 10**7),
    hours=st.sampled_from([ALWAYS_OPEN, NIGHTS]),
)
def test_the_next_check_in_is_always_later_open_and_further_on(
    times: list[int], place: int, answer: CheckInAnswer | None, late: int, hours: QuietHours
) -> None:
    now = REPORTED + timedelta(seconds=late)
    spans = [timedelta(seconds=seconds) for seconds in times]

    following = next_check_in(place, answer, since=REPORTED, times=spans, now=now, hours=hours)

    assert following.at > now
    assert following.place > place
    assert hours.next_open(following.at) == following.at


# Quiet hours


def at(text: str, zone: str = "Europe/Berlin") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "moved"),
    [
        ("2026-03-04T21:59", "2026-03-04T21:59"),
        ("2026-03-04T22:00", "2026-03-05T07:00"),
        ("2026-03-05T06:59", "2026-03-05T07:00"),
        ("2026-03-05T07:00", "2026-03-05T07:00"),
        ("2026-03-06T23:00", "2026-03-09T07:00"),  # Friday night to Monday
        ("2026-03-07T12:00", "2026-03-09T07:00"),
        ("2026-03-08T23:59", "2026-03-09T07:00"),
        ("2026-03-28T23:30", "2026-03-30T07:00"),  # the night the clock goes forward
        ("2026-10-25T02:30", "2026-10-26T07:00"),  # the night it goes back
    ],
)
def test_quiet_hours_and_weekends_move_to_the_next_morning(moment: str, moved: str) -> None:
    assert NIGHTS.next_open(at(moment)) == at(moved)


def test_the_morning_is_the_brands_own_even_when_the_clock_changes_that_night() -> None:
    nights = QuietHours(time(22), time(7), timezone="America/New_York")

    moved = nights.next_open(at("2026-03-07T23:00", "America/New_York"))

    assert moved == datetime(2026, 3, 8, 11, 0, tzinfo=UTC)  # 07:00 is now four hours behind UTC, not five


def test_a_quiet_time_that_ends_in_the_hour_shown_twice_ends_once() -> None:
    nights = QuietHours(time(22), time(2, 30), timezone="Europe/Berlin")
    second_two_oclock = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # 02:10 for the second time

    moved = nights.next_open(second_two_oclock)

    assert moved == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_weekend_without_quiet_hours_ends_on_monday_at_eight() -> None:
    assert QuietHours(weekends=True).next_open(datetime(2026, 3, 7, tzinfo=UTC)) == datetime(
        2026, 3, 9, 8, tzinfo=UTC
    )


def test_check_ins_that_move_to_the_same_morning_are_asked_once() -> None:
    reported = at("2026-03-04T21:00")

    first = first_check_in(since=reported, times=X[1:], now=reported, hours=NIGHTS)
    following = next_check_in(first.place, SIMMERING, since=reported, times=X[1:], now=first.at, hours=NIGHTS)

    assert first == PlannedCheckIn(2, at("2026-03-05T07:00"))
    assert following.at == reported + DAY


def test_all_hands_and_rehearsals_ignore_quiet_hours() -> None:
    assert NORMAL_PACE.hours(NIGHTS, Level.CORRECT_PUBLICLY) == NIGHTS
    assert NORMAL_PACE.hours(NIGHTS, Level.ESCALATE_FIRST) == ALWAYS_OPEN
    assert NORMAL_PACE.hours(NIGHTS, Level.FULL_RESPONSE) == ALWAYS_OPEN
    assert Pace((MINUTE,)).hours(NIGHTS, Level.CORRECT_PUBLICLY) == ALWAYS_OPEN


@given(
    moment=st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: REPORTED + minutes * MINUTE),
    start=st.times(),
    end=st.times(),
    weekends=st.booleans(),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"]),
)
def test_a_moved_moment_is_open_never_earlier_and_at_most_four_days_off(
    moment: datetime, start: time | None, end: time | None, weekends: bool, zone: str
) -> None:
    if start == end:
        start = end = None
    hours = QuietHours(start, end, weekends=weekends, timezone=zone)

    moved = hours.next_open(moment)

    assert moment <= moved <= moment + 4 * DAY
    assert hours.next_open(moved) == moved


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"start": time(22)}, "start and an end"),
        ({"end": time(7)}, "start and an end"),
        ({"start": time(7), "end": time(7)}, "would never end"),
    ],
)
def test_quiet_hours_that_cannot_be_kept_are_refused_with_what_to_write(
    fields: dict[str, Any], says: str
) -> None:
    with pytest.raises(OopsError, match=says):
        QuietHours(**fields)


@pytest.mark.parametrize("zone", ["Middle/Earth", "../etc", ""])
def test_where_the_time_zone_is_not_known_it_is_utc(zone: str) -> None:
    nights = QuietHours(time(22), time(7), timezone=zone)

    assert nights.next_open(datetime(2026, 3, 3, 23, tzinfo=UTC)) == datetime(2026, 3, 4, 7, tzinfo=UTC)


# Nudges


def test_nudges_go_to_the_lead_then_the_backup_then_the_thread() -> None:
    assert [(nudge.to, nudge.at - REPORTED) for nudge in nudges(REPORTED)] == [
        (NudgeTo.LEAD, 30 * MINUTE),
        (NudgeTo.BACKUP, 60 * MINUTE),
        (NudgeTo.THREAD, 90 * MINUTE),
    ]


def test_absent_persons_are_skipped_and_the_thread_keeps_its_time() -> None:
    planned = nudges(REPORTED, has_lead=False, has_backup=False)

    assert [(nudge.to, nudge.at - REPORTED) for nudge in planned] == [(NudgeTo.THREAD, 90 * MINUTE)]


def test_the_next_check_in_cancels_the_older_ones_nudges() -> None:
    planned = nudges(REPORTED, until=REPORTED + 40 * MINUTE)

    assert [nudge.to for nudge in planned] == [NudgeTo.LEAD]


@pytest.mark.parametrize(("sent", "left"), [(0, 3), (1, 2), (2, 1), (3, 0), (7, 0)])
def test_there_are_never_more_than_three_nudges_between_two_answers(sent: int, left: int) -> None:
    assert len(nudges(REPORTED, sent=sent)) == left


def test_nobody_is_nudged_at_night() -> None:
    asked = at("2026-03-04T21:20")

    planned = nudges(asked, hours=NIGHTS)

    assert [nudge.at for nudge in planned] == [
        at("2026-03-04T21:50"),
        at("2026-03-05T07:00"),
        at("2026-03-05T07:30"),
    ]


# Closing


@pytest.mark.parametrize(
    ("answer", "other", "now", "offered"),
    [
        (QUIET, None, DAY, True),
        (QUIET, None, DAY - timedelta(seconds=1), False),
        (QUIET, HOUR, DAY, False),
        (QUIET, HOUR, DAY + HOUR, True),
        (SIMMERING, None, 9 * DAY, False),
        (FLARING, None, 9 * DAY, False),
    ],
)
def test_a_full_quiet_day_offers_to_close(
    answer: CheckInAnswer, other: timedelta | None, now: timedelta, offered: bool
) -> None:
    last_other = None if other is None else REPORTED + other

    assert (
        offers_to_close(answer, reported_at=REPORTED, last_other_answer_at=last_other, now=REPORTED + now)
        is offered
    )


def test_the_last_look_is_three_days_later_in_the_morning() -> None:
    assert last_look_at(at("2026-03-04T23:00"), hours=NIGHTS) == at("2026-03-09T07:00")


# Rehearsals


def test_a_rehearsal_scales_everything_by_its_last_duration_over_a_day() -> None:
    pace = Pace(parse_durations("20s,1m,5m"))

    assert pace.times(X) == (timedelta(seconds=20), MINUTE, 5 * MINUTE)
    assert pace.scaled(DAY) == 5 * MINUTE
    assert pace.scaled(HOUR) == timedelta(seconds=12.5)
    assert pace.scaled(timedelta(seconds=2)) == timedelta(seconds=1)
    assert offers_to_close(
        QUIET, reported_at=REPORTED, last_other_answer_at=None, now=REPORTED + 5 * MINUTE, pace=pace
    )


def test_the_normal_pace_changes_nothing() -> None:
    assert NORMAL_PACE.times(X) == X
    assert NORMAL_PACE.scaled(HOUR) == HOUR


def test_durations_are_read_with_their_units() -> None:
    assert parse_durations("20s, 1m,2H ,3d") == (timedelta(seconds=20), MINUTE, 2 * HOUR, 3 * DAY)


@pytest.mark.parametrize(
    "text", ["", "20", "s", "20s,", "1.5h", "-1m", "0s", "366d", "1m,1m", "5m,1m", "٣m", "1w"]
)
def test_durations_that_cannot_be_read_say_what_to_write(text: str) -> None:
    with pytest.raises(OopsError, match="write"):
        parse_durations(text)


def test_an_exercise_runs_sixty_times_faster() -> None:
    pace = NORMAL_PACE.for_practice()

    assert pace.times([timedelta(hours=1), timedelta(days=1)]) == (
        timedelta(minutes=1),
        timedelta(minutes=24),
    )
    assert pace.scaled(SNOOZE) == timedelta(minutes=1)
    assert pace.scaled(timedelta(seconds=30)) == timedelta(seconds=1)
    assert pace.due(timedelta(minutes=30)) == timedelta(seconds=30)
    assert pace.for_practice() == pace


def test_an_exercise_in_a_rehearsal_runs_at_the_rehearsals_pace() -> None:
    rehearsal = Pace((timedelta(seconds=20), timedelta(minutes=5)))

    assert rehearsal.for_practice() == rehearsal
    assert rehearsal.due(timedelta(minutes=30)) == timedelta(minutes=30)


def test_nobody_rests_during_an_exercise() -> None:
    weekend = QuietHours(weekends=True)

    assert NORMAL_PACE.hours(weekend, Level.QUIET_FIX) is weekend
    assert NORMAL_PACE.for_practice().hours(weekend, Level.QUIET_FIX) is ALWAYS_OPEN
