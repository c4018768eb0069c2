"""What was done in cases before they went on in another one: words that are out, and people who were spoken to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.cases.calls import not_taken_back
from bot.decision.people import once_called
from bot.draft_kinds import needs_approval
from bot.drafts.mending import tells_what_was_done
from bot.event_kinds import EventKind
from bot.models import Case, Draft, Event, Task, key
from bot.plan import TaskKind
from bot.states import DraftState, TaskState
from bot.storage import ask, change, queries

_MERGED = (
    select(Event.detail, Event.at)
    .where(Event.case_id == bindparam("case_id"), queries.unindexed(Event.kind) == EventKind.CASE_MERGED)
    .order_by(col(Event.id))
)
_CALLS = (TaskKind.CALL_FIRST, TaskKind.CALL)


@dataclass(frozen=True, slots=True)
class WordsOfMerged:
    """A text that people have read, the case in which it went out, and when that was merged into the one that goes on."""

    draft: Draft
    case: Case
    merged_at: datetime


def words_of_merged(session: Session, case: Case) -> list[WordsOfMerged]:
    """Return what went out in the cases that were merged into this one, and in those that were merged into them."""
    found = []
    for other, at in _merged_into(session, case):
        drafts = queries.drafts_of(session, key(other))
        out = [draft for draft in drafts if draft.state is DraftState.PUBLISHED]
        found += [WordsOfMerged(draft, other, at) for draft in out if needs_approval(draft.kind)]
        found += [WordsOfMerged(one.draft, one.case, at) for one in words_of_merged(session, other)]
    return found


def claimed_elsewhere(session: Session, case: Case, words: Sequence[WordsOfMerged]) -> str:
    """Return what has yet to be done about the original, where these words say that it was done; empty where they do not, or nothing has."""
    texts = (queries.newest_version(session, one.draft).text for one in words)
    return not_taken_back(session, key(case)) if any(map(tells_what_was_done, texts)) else ""


def _merged_into(session: Session, case: Case) -> Iterator[tuple[Case, datetime]]:
    """Yield the cases that go on in this one, and since when; not those that were opened again."""
    merged = ask(session, _MERGED, case_id=case.id).all()
    if not merged:  # as nearly always
        return
    since = {detail.get("other"): at for detail, at in merged}
    numbered = select(Case).where(Case.workspace_id == case.workspace_id, col(Case.number).in_(since))
    for other in session.exec(numbered.order_by(col(Case.number))).all():
        if other.merged_into == case.id:
            yield other, since[other.number]


def take_over_calls(session: Session, case: Case, other: Case) -> list[Task]:
    """Tick off whom the other case had called or reached already, by whoever did it and when, and return those tasks.

    Of somebody to reach only the words tell who it is: a brand's contacts are numbered anew with each plan.
    """
    made = {task.key: task for task in queries.tasks_of(session, key(other)) if task.state is TaskState.DONE}
    taken = []
    for task in queries.tasks_of(session, key(case), is_open=True):
        done = made.get(task.key)
        if done is not None and _is_same_person(task, done):
            how = done.model_dump(include={"outcome", "outcome_by", "outcome_at", "done_by", "done_at"})
            change(session, task, state=TaskState.DONE, remind_at=None, **how)
            taken.append(task)
    return taken


def _is_same_person(task: Task, done: Task) -> bool:
    if task.kind in _CALLS:
        return done.kind in _CALLS
    return task.kind is done.kind is TaskKind.REACH and _words(task) == _words(done)


def _words(task: Task) -> str:
    return once_called(task.text, is_counsel_asked=True)
