"""Gathering what the modals of handling a case show."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot import access, gathering
from bot.brand import BrandProfile
from bot.cards import PlanCard
from bot.cards.handling import BrandCard, MergeCard, TextToUse, WordsCard
from bot.cases.deciding import of_a_brand
from bot.cases.elsewhere import left_in_its_place
from bot.cases.further import ahead_of
from bot.cases.merging import mergeable_cases
from bot.cases.reopening import require_reopenable
from bot.cases.tasks import require_undone, task_for
from bot.cases.timeline import require_open
from bot.cases.words_out import so_far
from bot.doubts import is_written_before
from bot.draft_kinds import DraftKind
from bot.drafts import Listener, render_draft, render_words
from bot.models import PLAN, REPORT, Case, Task, key
from bot.plan import Plan, TaskId
from bot.report import Affected, Report
from bot.states import PUT_ASIDE
from bot.storage import queries
from bot.storage.brand_names import brand_names_of

_MOST_ELSEWHERE = 4
_TO_USE = (DraftKind.PHONE_NOTES, DraftKind.PRIVATE_NOTE)
_LISTENERS: dict[str, Listener] = {
    TaskId.CLIENT: Listener.CLIENT,
    TaskId.OTHER_CLIENT: Listener.OTHER_CLIENT,
    TaskId.PARTNERS: Listener.PARTNERS,
    TaskId.PRESS: Listener.PRESS,
}
_SPOKEN_TO_BY_COLLEAGUES = {Affected.MANY_CUSTOMERS, Affected.INVESTORS}


def open_task(session: Session, task_id: int, *, by: str, now: datetime) -> Task:
    """Return a task that is to be done for somebody in its case's channel. Raises NoSuchCase, StaleChannel, CaseClosed, Moved."""
    task, _ = task_for(session, task_id, by=by, now=now)
    require_undone(task)
    return task


def tasks_card(session: Session, task_id: int, *, by: str, now: datetime) -> PlanCard:
    """Return the case of a task, closed or not, for somebody in its channel. Raises NoSuchCase, StaleChannel."""
    _, case = access.part_for(session, Task, task_id, by=by, now=now)
    return gathering.plan_card(session, key(case))


def words_card(session: Session, task_id: int, *, by: str, now: datetime) -> WordsCard:
    """Return what to say to whom the task names: to those whom it hurt the phone notes and the private note, to others what is theirs to hear.

    A plan without phone notes has some made to look at. Raises NoSuchCase, StaleChannel, CaseClosed.
    """
    task, case = task_for(session, task_id, by=by, now=now)
    plan, report, profile = _situation(session, case)
    known = so_far(session, case)
    if listener := _listener(task, report):
        words = render_words(listener, report=report, plan=plan, brand=profile, so_far=known)
        return WordsCard((TextToUse(DraftKind.PHONE_NOTES, words, None),))
    shown = [
        TextToUse(
            draft.kind,
            queries.newest_version(session, draft).text,
            draft.state,
            is_written_before(session, case, access.brand_of(session, case), draft),
        )
        for draft in queries.drafts_of(session, key(case))
        if draft.kind in _TO_USE and draft.state not in PUT_ASIDE
    ]
    if not any(text.kind is DraftKind.PHONE_NOTES for text in shown):
        notes = render_draft(DraftKind.PHONE_NOTES, report=report, plan=plan, brand=profile, so_far=known)
        shown.append(TextToUse(DraftKind.PHONE_NOTES, notes, None))
    return WordsCard(tuple(sorted(shown, key=lambda text: _TO_USE.index(text.kind))))


def _situation(session: Session, case: Case) -> tuple[Plan, Report, BrandProfile]:
    row = queries.newest_plan(session, key(case))
    profile = queries.profile_of(session, access.brand_of(session, case))
    return PLAN.validate_python(row.plan), REPORT.validate_python(row.report), profile


def _listener(task: Task, report: Report) -> Listener | None:
    """Return to whom a task's words are said; None for those whom the mistake hurt, or whom only the brand knows."""
    if task.key == TaskId.AFFECTED and report.affected in _SPOKEN_TO_BY_COLLEAGUES:
        return Listener.COLLEAGUES
    return _LISTENERS.get(task.key)


def merge_card(session: Session, case_id: int, *, by: str, now: datetime) -> MergeCard:
    """Return an open case with those that it can be merged with. Raises NoSuchCase, StaleChannel, CaseClosed."""
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    others = mergeable_cases(session, case)
    return MergeCard(
        case,
        access.brand_of(session, case),
        tuple(others),
        ahead=ahead_of(session, case, others),
        elsewhere=_left_elsewhere(session, case, others),
    )


def _left_elsewhere(session: Session, case: Case, others: Sequence[Case]) -> dict[str, list[str]]:
    """Return what this case and the newest ones that went out in another place still have to do there; nothing where all went out in one."""
    apart = [other for other in others if other.channel is not case.channel][:_MOST_ELSEWHERE]
    return {
        f"{one.name}, {one.channel.label}": [task.text for task in left_in_its_place(session, one)]
        for one in (case, *apart)
        if apart
    }


def brand_card(session: Session, case_id: int, *, by: str, now: datetime) -> BrandCard:
    """Return an open case with the brands that it may be of. Raises OopsError for an exercise, NoSuchCase, StaleChannel, CaseClosed."""
    case = of_a_brand(session, case_id, by=by, now=now)
    names = brand_names_of(session, case.workspace_id)
    return BrandCard(case, tuple((str(brand.id), brand.name) for brand in names if brand.id != case.brand_id))


def closed_card(session: Session, case_id: int, *, by: str, now: datetime) -> PlanCard:
    """Return a closed case's plan. Raises NoSuchCase, StaleChannel, and OopsError for one that cannot be opened again."""
    case = access.case_for(session, case_id, by=by, now=now)
    require_reopenable(session, case, now=now)
    return gathering.plan_card(session, case_id)
