"""What an exercise showed, held against the advice: from its rows alone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median

from bot.attention import PRACTICE_SPEED
from bot.cards.overview import DraftHistory, Lesson, RecordCard
from bot.draft_kinds import DraftKind, is_public, needs_approval
from bot.plan import GETS_WORDS_OUT, Level, TaskId, TaskKind
from bot.practice.library import Sample
from bot.practice.seen import seen_at
from bot.states import DraftState, TaskState

MOST_REPLIES = 2
"""The third public reply within a day keeps the conversation going (A6)."""


def feedback_of(card: RecordCard, sample: Sample | None) -> tuple[Lesson, ...]:
    """Return what was done as advised and what to do another time, in the order of a case.

    Times are told as those of the case that was played: 60 times as long as they were.
    """
    found = (
        _level(card),
        _evidence(card),
        _call(card),
        _words(card),
        _approval(card),
        _replies(card),
        _answered(card),
        *_looks(card, sample),
        _learned(card),
    )
    return tuple(lesson for lesson in found if lesson is not None)


def _level(card: RecordCard) -> Lesson:
    advised = [plan.level for row, plan, _ in card.plans if not row.chosen_by][-1]
    row, chosen, _ = card.plans[-1]
    if chosen.level is advised:
        return Lesson(True, f"You kept to the level that the facts give: {advised.label.lower()}.")
    reason = f" Your reason: “{row.reason}”" if row.reason else ""
    return Lesson(
        False,
        f"You chose “{chosen.level.label.lower()}” where the advice was “{advised.label.lower()}”.{reason}",
    )


def _evidence(card: RecordCard) -> Lesson | None:
    if not any(task.id == TaskId.EVIDENCE for _, plan, _ in card.plans for task in plan.tasks):
        return None
    kept = _done_at(card, TaskId.EVIDENCE)
    taken = _done_at(card, TaskId.TAKE_BACK)
    if kept is None:
        return Lesson(
            False, "Nobody kept the evidence: a screenshot and the link, before anything is changed."
        )
    if taken is not None and taken < kept:
        return Lesson(False, "The evidence was kept only after the post was changed: do it before.")
    return Lesson(True, "You kept the evidence before anything was changed.")


def _done_at(card: RecordCard, key: str) -> datetime | None:
    """Return when a task was ticked off; closing drops those that were not."""
    return next((task.done_at for task in card.tasks if task.key == key), None)


def _call(card: RecordCard) -> Lesson | None:
    if not card.plans[-1][1].call_first:
        return None
    if card.case.call_override:
        return Lesson(False, "Public words went out before the named owner had been called.")
    calls = [
        task.done_at
        for task in card.tasks
        if task.kind is TaskKind.CALL_FIRST and task.state is TaskState.DONE and task.done_at
    ]
    if not calls:
        return Lesson(False, "The named owner was never called: that comes before any public word.")
    if _is_note_early(card, called_at=min(calls)):
        return Lesson(False, "The private note was sent before the named owner had been called: call first.")
    return Lesson(True, "You called the named owner before any public word.")


def _is_note_early(card: RecordCard, *, called_at: datetime) -> bool:
    """Return whether a private note was sent before the call, while the plan of that time asked to call first."""
    sent = [
        history.draft.acted_at
        for history in card.drafts
        if history.draft.kind is DraftKind.PRIVATE_NOTE and history.draft.state is DraftState.PUBLISHED
    ]
    asked = [(row.created_at, plan.call_first) for row, plan, _ in card.plans]
    return any(
        at is not None
        and at < called_at
        and [call_first for since, call_first in asked if since <= at][-1:] == [True]
        for at in sent
    )


def _words(card: RecordCard) -> Lesson | None:
    """Judge whether something was said in public where it should have been, and only there."""
    is_out = any(
        history.draft.state is DraftState.PUBLISHED and is_public(history.draft.kind)
        for history in card.drafts
    )
    level = card.plans[-1][1].level
    if level in {Level.LET_IT_GO, Level.QUIET_FIX}:
        if is_out:
            return Lesson(False, "You said something in public where nothing had to be said.")
        return Lesson(True, "You said nothing in public: nobody had to be reminded of it.")
    main = [history for history in card.drafts if history.draft.is_main][-1]
    if main.draft.state is DraftState.DISCARDED:
        return None
    name = main.draft.kind.label.lower()
    if main.draft.state is DraftState.PUBLISHED:
        took, due = _played(card, main.draft.acted_at), _due(card)
        if _is_late(main.draft.acted_at, due):
            wanted = _played(card, due).removeprefix(" after ")
            return Lesson(
                False, f"The {name} went out{took}; the plan wanted it within {wanted}. Be quick (A7)."
            )
        return Lesson(True, f"The {name} went out{took}.")
    return Lesson(False, f"The {name} never went out.")


def _approval(card: RecordCard) -> Lesson | None:
    approved = [
        (history, approval)
        for history in card.drafts
        if history.draft.is_main or history.draft.state is DraftState.PUBLISHED
        for approval in history.approvals
    ]
    if not approved:
        is_out = any(_is_out_unapproved(history) for history in card.drafts)
        return Lesson(False, "A text went out that nobody had approved.") if is_out else None
    _, first = min(approved, key=lambda pair: pair[1].at)
    took = "" if _is_late(first.at, _due(card)) else _played(card, first.at)
    if first.is_own:
        return Lesson(
            True,
            f"The text was approved{took}, by you alone since nobody else took part. In earnest somebody else reads it first.",
        )
    return Lesson(True, f"Somebody else approved the text{took}.")


def _due(card: RecordCard) -> datetime | None:
    """Return by when the plan wanted its words out."""
    return min((task.due_at for task in card.tasks if task.key in GETS_WORDS_OUT), default=None)


def _is_late(at: datetime | None, due: datetime | None) -> bool:
    return at is not None and due is not None and at > due


def _is_out_unapproved(history: DraftHistory) -> bool:
    is_out = history.draft.state is DraftState.PUBLISHED
    return is_out and needs_approval(history.draft.kind) and not history.approvals


def _replies(card: RecordCard) -> Lesson | None:
    if not card.case.replies:
        return None
    if card.case.replies <= MOST_REPLIES:
        return Lesson(True, f"You logged {_times(card.case.replies, 'public reply', 'public replies')}.")
    return Lesson(
        False, f"You replied {card.case.replies} times in public: after the second, take it off-line."
    )


def _answered(card: RecordCard) -> Lesson | None:
    asked = [row for row in card.check_ins if row.asked_at is not None]
    answered = [row for row in asked if row.answered_at is not None]
    if not asked:
        return Lesson(False, "You closed the exercise before the first check-in: look at least once.")
    if not answered:
        return Lesson(False, f"None of {_times(len(asked), 'check-in', 'check-ins')} was answered.")
    waits = [
        (row.answered_at - row.asked_at).total_seconds()
        for row in answered
        if row.answered_at and row.asked_at
    ]
    took = f"{'half of them ' if len(waits) > 1 else ''}within {_span(timedelta(seconds=median(waits)))}"
    return Lesson(
        len(answered) == len(asked),
        f"You answered {len(answered)} of {_times(len(asked), 'check-in', 'check-ins')}, {took}.",
    )


def _looks(card: RecordCard, sample: Sample | None) -> Iterator[Lesson]:
    """Hold each answer against what was to be seen; all that fit make one line."""
    if sample is None:
        return
    answers = [row for row in card.check_ins if row.answer is not None]
    drafts, level = [history.draft for history in card.drafts], card.plans[-1][1].level
    looks = {row.number: seen_at(sample, row, level=level, drafts=drafts) for row in answers}
    wrong = [row for row in answers if row.answer is not looks[row.number].answer]
    for row in wrong:
        look = looks[row.number]
        said = row.answer.label.lower() if row.answer else ""
        yield Lesson(
            False,
            f"At check-in {row.number} you said “{said}”. What was to be seen: {look.say} That is “{look.answer.label.lower()}”.",
        )
    if answers and not wrong:
        yield Lesson(True, "Every answer fitted what was to be seen.")


def _learned(card: RecordCard) -> Lesson:
    if card.case.cause and card.case.change:
        return Lesson(True, "You wrote down the cause, and what will change.")
    return Lesson(False, "Write down the cause and what will change: that is what a record is for.")


def _played(card: RecordCard, at: datetime | None) -> str:
    return f" after {_span(at - card.case.opened_at)}" if at else ""


def _span(real: timedelta) -> str:
    """Return how long something took in the case that was played."""
    minutes = round(real.total_seconds() * PRACTICE_SPEED / 60)
    if minutes < 120:  # noqa: PLR2004  minutes up to two hours, then hours
        return _times(max(1, minutes), "minute", "minutes")
    return _times(round(minutes / 60), "hour", "hours")


def _times(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
