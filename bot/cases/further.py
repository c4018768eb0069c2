"""Which of two cases of one mistake has come further: that one goes on, since people have acted on it."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from bot.cards.handling import Ahead
from bot.draft_kinds import DraftKind
from bot.models import Case, Draft, Task, key
from bot.plan import TaskKind
from bot.states import DraftState, TaskState


def ahead_of(session: Session, case: Case, others: Sequence[Case]) -> Mapping[int, tuple[Case, Ahead]]:
    """Return, by the other case's id, which of the two has come further, and in what it is ahead.

    Words that people have read go before calls that were made; where both have as much, the first that was reported.
    """
    ids = [key(each) for each in (case, *others)]
    reached = {Ahead.IS_OUT: _with_words_out(session, ids), Ahead.IS_CALLED: _with_calls_made(session, ids)}

    def ahead(other: Case) -> tuple[Case, Ahead]:
        for what, have in reached.items():
            if (key(case) in have) is not (key(other) in have):
                return case if key(case) in have else other, what
        return min(case, other, key=lambda each: each.number), Ahead.IS_FIRST

    return {key(other): ahead(other) for other in others}


def _with_words_out(session: Session, ids: Sequence[int]) -> frozenset[int]:
    """Return the cases of which people have read something: notes for a call are nobody's to read."""
    asked = select(Draft.case_id).where(
        col(Draft.case_id).in_(ids),
        Draft.state == DraftState.PUBLISHED,
        Draft.kind != DraftKind.PHONE_NOTES,
    )
    return frozenset(session.exec(asked).all())


def _with_calls_made(session: Session, ids: Sequence[int]) -> frozenset[int]:
    asked = select(Task.case_id).where(
        col(Task.case_id).in_(ids),
        Task.state == TaskState.DONE,
        col(Task.kind).in_((TaskKind.CALL_FIRST, TaskKind.CALL)),
    )
    return frozenset(session.exec(asked).all())
