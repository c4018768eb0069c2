"""One step of a plan, and who takes it where the brand names nobody."""

from datetime import timedelta

from bot.plan import PlanTask, TaskKind

POSTER = "whoever posted it"
LEAD = "the case lead"
EDITOR = "whoever runs the account"


def step(name: str, text: str, owner: str, minutes: int, kind: TaskKind = TaskKind.FIRST_STEP) -> PlanTask:
    """Return a task that is due so many ``minutes`` after the report."""
    return PlanTask(str(name), text, kind, owner, timedelta(minutes=minutes))
