"""How long something may wait before somebody is reminded of it, by the plan: arithmetic only."""

from datetime import datetime, timedelta

from bot.attention import Pace
from bot.plan import GETS_WORDS_OUT, Level, Plan
from bot.quiet_hours import QuietHours


def lead_reminder_at(plan: Plan, *, now: datetime, hours: QuietHours, pace: Pace) -> datetime | None:
    """Return when somebody is asked to lead: after half of the time to the first check-in; never where it is let go."""
    if plan.level is Level.LET_IT_GO:
        return None
    return pace.hours(hours, plan.level).next_open(now + pace.times(plan.check_ins)[0] / 2)


def approval_reminder_at(plan: Plan, *, now: datetime, hours: QuietHours, pace: Pace) -> datetime | None:
    """Return when the approvers are reminded: after half of the time in which the words have to be out, and again after the other half.

    None where the plan gets no words out.
    """
    due = [task.due for task in plan.tasks if task.id in GETS_WORDS_OUT]
    return _open_at(plan, min(due) / 2, now=now, hours=hours, pace=pace) if due else None


def edit_reminder_at(plan: Plan, *, now: datetime, hours: QuietHours, pace: Pace) -> datetime:
    """Return when the approvers are reminded of a text that somebody has worked on, whatever the plan."""
    at = approval_reminder_at(plan, now=now, hours=hours, pace=pace)
    return at or pace.hours(hours, plan.level).next_open(now + pace.times(plan.check_ins)[0])


def _open_at(plan: Plan, wait: timedelta, *, now: datetime, hours: QuietHours, pace: Pace) -> datetime:
    """Return when somebody is reminded; a false alarm does not wait for the morning."""
    if plan.is_false_alarm:
        return now + pace.scaled(wait)
    return pace.hours(hours, plan.level).next_open(now + pace.scaled(wait))
