"""How the closing rule does on real curves: ``python -m tests.judgement_curves``.

Each curve is lived through as a case: a check-in at every planned time, answered as ``readings.hint`` suggests from the
numbers of that moment, until the rule offers to close. Printed: hours until the offer, and how often a flare came later.
"""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.attention import CheckInAnswer, first_check_in, next_check_in, offers_to_close
from bot.readings import FLARE_SHARE, FLOOR, QUIET_SHARE, Reading, hint

CURVES = Path(__file__).resolve().parents[2] / "shared" / "examples" / "curves"
SOCIAL = tuple(timedelta(minutes=minutes) for minutes in (20, 60, 180, 480, 1440, 4320))
START = datetime(2026, 1, 1, tzinfo=UTC)
QUIET_SPELL = 6  # hours below 10 % of the peak hour before a flare counts as a new one
REKINDLE_IN_LIFE = 0.10  # of 2,334 repost cascades; the sample has more of them, so that they can be seen
HORIZON = 60 * 24  # hours looked at after the post


def offer_hour(events: Sequence[float], limit: int = HORIZON) -> float | None:
    """Return the hours from the post until the rule offers to close, None if it never does."""
    answers: list[tuple[datetime, CheckInAnswer]] = []
    readings: list[Reading] = []
    planned, seen, before = first_check_in(since=START, times=SOCIAL, now=START), 0, START
    while planned.at <= START + timedelta(hours=limit):
        now = planned.at
        total = sum(1 for second in events if START + timedelta(seconds=second) <= now)
        readings.append(Reading(before, now, total - seen))
        answer, seen, before = hint(readings) or CheckInAnswer.SIMMERING, total, now
        answers.append((now, answer))
        others = [at for at, given in answers if given is not CheckInAnswer.QUIET]
        if offers_to_close(
            answer, reported_at=START, last_other_answer_at=others[-1] if others else None, now=now
        ):
            return (now - START) / timedelta(hours=1)
        planned = next_check_in(planned.place, answer, since=START, times=SOCIAL, now=now)
    return None


def flare_hours(events: Sequence[float]) -> list[int]:
    """Return the hours at which a curve flares up again after a quiet spell."""
    hourly: dict[int, int] = {}
    for second in events:
        hourly[int(second // 3600)] = hourly.get(int(second // 3600), 0) + 1
    flares, peak, quiet = [], 0, 0
    for hour in range(max(hourly) + 1):
        new = hourly.get(hour, 0)
        if peak and quiet >= QUIET_SPELL and new >= max(FLOOR, FLARE_SHARE * peak):
            flares.append(hour)
        quiet = quiet + 1 if new < QUIET_SHARE * peak else 0
        peak = max(peak, new)
    return flares


def report(name: str, curves: Sequence[Sequence[float]]) -> None:
    """Print one line: how soon the rule offers to close, and what came after."""
    offers = [(offer_hour(events), flare_hours(events)) for events in curves]
    closed = [(offer, flares) for offer, flares in offers if offer is not None]
    hours = sorted(offer for offer, _ in closed)
    later = sum(any(hour > offer for hour in flares) for offer, flares in closed)
    rekindled = sum(bool(flares) for _, flares in offers)
    in_life = (
        f", {REKINDLE_IN_LIFE * later / rekindled:.1%} where one in ten flares up again, as in life"
        if rekindled
        else ""
    )
    print(  # noqa: T201  a command's answer
        f"{name:13} {len(curves):3} curves, {rekindled} of them flare up again; offered on {len(closed)}: "
        f"{hours[0]:.0f} to {hours[-1]:.0f} h, median {median(hours):.0f} h; a later flare on {later} ({later / len(closed):.0%}{in_life})"
    )


def events_of(path: Path) -> list[list[float]]:
    """Return the events of each curve in seconds; mentions count from the hour of their peak, above twice the usual level."""
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    return [row["events_s"] if "events_s" in row else _mentions(row) for row in rows]


def _mentions(row: dict[str, object]) -> list[float]:
    counts, step, usual = row["counts"], row["step_s"], row["baseline_median_5min"]
    assert isinstance(counts, list)
    assert isinstance(step, int)
    assert isinstance(usual, int)
    start = counts.index(max(counts))
    return [
        (place * step) + 1.0
        for place, new in enumerate(counts[start:])
        for _ in range(max(0, new - 2 * usual))
    ]


def main() -> None:
    """Print one line for each file of curves."""
    if not CURVES.is_dir():
        sys.exit(f"There are no curves at {CURVES}: put the examples there, or leave this command out.")
    for path in sorted(CURVES.glob("*.jsonl")):
        report(path.stem, events_of(path))


if __name__ == "__main__":
    main()
