"""What is different between two plans and their facts, one sentence each."""

from bot.plan import Plan
from bot.report import Report


def difference(
    old: Plan, new: Plan, old_report: Report, new_report: Report, *, new_tasks: int = 0
) -> list[str]:
    """Return what is different and why, one sentence each: the level, the call, the facts, the reasons, the tasks.

    How many tasks are new depends on what was done in the case, so it is given.
    """
    return [
        *_level_difference(old, new),
        *_fact_differences(old_report, new_report),
        *_reason_differences(old, new),
        *_task_differences(new_tasks),
    ]


def _level_difference(old: Plan, new: Plan) -> list[str]:
    sentences = []
    if old.level is not new.level:
        sentences.append(f"The plan is now “{new.level.label}”; it was “{old.level.label}”.")
    if new.call_first and not old.call_first:
        sentences.append("Somebody now has to be called before any public word.")
    if old.call_first and not new.call_first:
        sentences.append("Nobody has to be called first any more.")
    return sentences


_QUESTIONS = {
    "channel": "Where it went out",
    "mistake": "The kind of mistake",
    "harm": "The harm",
    "noticed": "Who has noticed",
    "undo": "Whether it can be taken back",
    "affected": "Who is affected",
    "still_misleading": "Whether people can still act on it",
    "fault": "How it happened",
}
"""What is chosen: told with the answers."""
_GIVEN = {
    "what": "What went wrong",
    "should_have_said": "What it should have said",
    "link": "The link",
    "went_out_at": "When it went out",
    "reach": "How many saw it",
}
"""What is typed, not chosen: named without its words, which the drafts and the report have."""


_NOTHING = {"", None}


def _given_differences(old: Report, new: Report) -> list[str]:
    values = ((name, getattr(old, field), getattr(new, field)) for field, name in _GIVEN.items())
    return [f"{name} was {_became(before, after)}." for name, before, after in values if before != after]


def _became(before: object, after: object) -> str:
    if after in _NOTHING:
        return "taken out"
    return "given" if before in _NOTHING else "changed"


def _fact_differences(old: Report, new: Report) -> list[str]:
    sentences = _given_differences(old, new)
    for field, question in _QUESTIONS.items():
        before, after = getattr(old, field), getattr(new, field)
        if before is not after:
            sentences.append(f"{question}: “{_label(after)}” instead of “{_label(before)}”.")
    sentences += [f"New red flag: {flag.label}." for flag in sorted(new.red_flags - old.red_flags)]
    sentences += [f"No longer a red flag: {flag.label}." for flag in sorted(old.red_flags - new.red_flags)]
    return sentences


def _label(value: object) -> str:
    return str(getattr(value, "label", "not said"))


def _reason_differences(old: Plan, new: Plan) -> list[str]:
    known = {reason.rule for reason in old.reasons}
    fresh = [reason for reason in new.reasons if reason.rule not in known]
    return [f"Why: {reason.text}" for reason in fresh[:2]]


def _task_differences(new_tasks: int) -> list[str]:
    if not new_tasks:
        return []
    return ["One task is new." if new_tasks == 1 else f"{new_tasks} tasks are new."]
