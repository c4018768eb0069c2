"""A case that was merged is opened again: the one that went on says its own words again."""

from datetime import datetime

from sqlmodel import Session

from bot.attention import Pace
from bot.cases.deciding import decide_as_one_mistake
from bot.cases.elsewhere import drop_what_came_from
from bot.cases.timeline import announce
from bot.cases.unticking import open_again
from bot.cases.words_out import so_far
from bot.event_kinds import EventKind
from bot.models import Case, Task, key
from bot.states import CaseState, DraftState, TaskState
from bot.storage import get, queries
from bot.ticked import is_done_by_words


def part(
    session: Session, case_id: int, other: Case, *, once: str, by: str, now: datetime, pace: Pace
) -> None:
    """Say in a case that the ``other`` goes on by itself; what only the other's words had done is to be done again, and is planned again.

    Who was called stays called: it was about the same mistake.
    """
    case = get(session, Case, case_id)
    undone = [] if case.state is CaseState.CLOSED else _done_by(session, case, other)
    for task in undone:
        open_again(session, task, now=now)
    drop_what_came_from(session, case, other)
    is_anew = bool(undone)
    announce(
        session, case, EventKind.CASE_PARTED, once=once, by=by, now=now, other=other.number, anew=is_anew
    )
    if is_anew:
        decide_as_one_mistake(session, case, has_more=True, now=now, pace=pace)


def _done_by(session: Session, case: Case, other: Case) -> list[Task]:
    """Return the tasks that texts of the other one had done, and none that is out here."""
    own = so_far(session, case).out
    drafts = queries.drafts_of(session, key(other))
    theirs = {draft.kind for draft in drafts if draft.state is DraftState.PUBLISHED}
    done = [task for task in queries.tasks_of(session, key(case)) if task.state is TaskState.DONE]
    return [task for task in done if is_done_by_words(task, theirs - own) and not is_done_by_words(task, own)]
