"""App Home for one person: what needs them, and a page of their cases. As many questions to the database for 5 cases as for 500."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, exists
from sqlalchemy import case as choose
from sqlmodel import Session, and_, col, func, or_, select

from bot.approvers import approvers_by_brand, settled_among, why_not_among
from bot.brands import guide
from bot.cards.overview import HomeCard, Wanted, WantedKind
from bot.doubts import is_written_before
from bot.draft_kinds import has_gap, may_publish_before_approval
from bot.leads import Unled, unled_among
from bot.listing import Sight, lines_of, links_to, sight_of
from bot.models import Approval, Brand, Case, CheckIn, Draft, DraftVersion, Task
from bot.paging import ListPage, in_turn, list_page
from bot.plan import Level, TaskId, TaskKind
from bot.report import Mistake
from bot.states import CaseState, CheckInState, DraftState, TaskState
from bot.storage import queries
from bot.waiting_drafts import (
    approvals_given,
    goes_out_at_once,
    is_to_approve,
    is_unsent_at_once,
    newest_drafts,
    what_it_waits_for,
)

PAGE = 20
RECENT = 5
WANTED_OF_A_KIND = 4
"""How many of each kind that waits for somebody come before more of any, so that many of one kind do not hide the others."""
WANTED_PAGE = 20
_LOOKED_AT = 1000
"""Of each kind, so that all of it can be reached. Whoever has as many waits a tenth of a second for them; nobody turns more pages."""
_MOST_GRAVE = 1 + max(level.rank for level in Level)


def home_card(
    session: Session,
    workspace_id: int,
    user_id: str,
    *,
    now: datetime,
    brand_id: int | None = None,
    page: int = 1,
    wanted_page: int = 1,
) -> HomeCard:
    """Return App Home for one person: all their brands, or one (``brand_id``), and one page each of what needs them and of the cases that go on, counted from 1."""
    sight = sight_of(session, workspace_id, user_id, now=now)
    brands = _brands(session, sight)
    of_brand = brand_id if brand_id in {known for known, _ in brands} else None
    chosen = [col(Case.brand_id) == of_brand] if of_brand else []
    counts = _counts(session, sight, chosen)
    going_on = counts.get(CaseState.OPEN, 0) + counts.get(CaseState.WATCHING, 0)
    shown = list_page(page - 1, total=going_on, size=PAGE)
    lines = lines_of(session, sight, _page(session, sight, chosen, shown))
    wanted, total = _wanted(session, sight, chosen, wanted_page - 1)
    wanted_shown = list_page(wanted_page - 1, total=total, size=WANTED_PAGE)
    return HomeCard(
        seen_at=now,
        wanted=wanted,
        wanted_count=total,
        wanted_page=wanted_shown.number + 1,
        wanted_pages=wanted_shown.count,
        open_cases=tuple(line for line in lines if line.case.state is CaseState.OPEN),
        watching=tuple(line for line in lines if line.case.state is CaseState.WATCHING),
        recent=tuple(line for line in lines if line.case.state is CaseState.CLOSED),
        open_count=counts.get(CaseState.OPEN, 0),
        watching_count=counts.get(CaseState.WATCHING, 0),
        page=shown.number + 1,
        pages=shown.count,
        brands=brands,
        brand_id=of_brand,
        may_set_up=queries.is_admin_or_lead(session, workspace_id, user_id),
        is_guided=guide.is_unfinished(session, workspace_id),
        is_first_run=_is_first_run(session, workspace_id),
    )


def brands_seen(
    session: Session, workspace_id: int, user_id: str, *, now: datetime
) -> tuple[tuple[int, str], ...]:
    """Return the brands that a person can choose in App Home, by name."""
    return _brands(session, sight_of(session, workspace_id, user_id, now=now))


def _brands(session: Session, sight: Sight) -> tuple[tuple[int, str], ...]:
    """Return the brands of the cases that this person can see, and no other: a client's name may be a secret itself."""
    rows = session.exec(
        select(Brand.id, Brand.name)
        .join(Case, col(Case.brand_id) == Brand.id)
        .where(sight.seen(), col(Case.is_exercise).is_(False))
        .distinct()
    ).all()
    known = [(brand_id, name) for brand_id, name in rows if brand_id is not None]
    return tuple(sorted(known, key=lambda brand: (brand[1].casefold(), brand[0])))


def _counts(session: Session, sight: Sight, chosen: Sequence[ColumnElement[bool]]) -> dict[CaseState, int]:
    counted = select(Case.state, func.count()).where(sight.seen(), *chosen).group_by(col(Case.state))
    return {CaseState(state): count for state, count in session.exec(counted)}


def _page(
    session: Session, sight: Sight, chosen: Sequence[ColumnElement[bool]], page: ListPage
) -> list[Case]:
    """Return the cases of a page: open ones first, then watched ones, each the newest first; and those closed lately."""
    newest = select(Case).where(sight.seen(), *chosen)
    goes_on = col(Case.state) != CaseState.CLOSED
    is_watched = choose((col(Case.state) == CaseState.OPEN, 0), else_=1)
    going_on = newest.where(goes_on).order_by(is_watched, col(Case.number).desc())
    closed = newest.where(~goes_on).order_by(col(Case.closed_at).desc(), col(Case.number).desc())
    return [
        *session.exec(going_on.limit(page.size).offset(page.start)).all(),
        *session.exec(closed.limit(RECENT)).all(),
    ]


def _wanted(
    session: Session, sight: Sight, chosen: Sequence[ColumnElement[bool]], page: int
) -> tuple[tuple[Wanted, ...], int]:
    """Return a page of what waits for this person, the most urgent kind first, and how much there is of it."""
    handled = [sight.handled(), *chosen]
    mine = [*handled, col(Case.state) != CaseState.CLOSED]
    at_once, drafts = _drafts(session, sight, mine)
    unled = unled_among(session, sight, mine)
    calls, tasks = _tasks(session, sight, handled)
    kinds = [
        at_once,
        calls,
        _check_ins(session, sight, mine, unled),
        drafts,
        _changes(session, sight, mine),
        tasks,
        _without_lead_or_level(session, sight, mine, unled),
    ]
    found = in_turn(kinds, WANTED_OF_A_KIND)
    here = list_page(page, total=len(found), size=WANTED_PAGE).of(found)
    shown = [one for _, one in sorted(here, key=lambda placed: placed[0])]
    links = links_to(session, sight.workspace_id, {key for _, key in shown})
    wanted = tuple(replace(one, link=links.get(key, "")) for one, key in shown)
    return wanted, len(found)


_Keyed = list[tuple[Wanted, str]]
"""What waits for somebody, each with the key of the message that it is in."""


def _check_ins(session: Session, sight: Sight, mine: Sequence[ColumnElement[bool]], unled: Unled) -> _Keyed:
    """Return the newest unanswered check-in of each case, of the gravest first, but for cases that somebody else leads."""
    is_theirs = or_(unled.cases(), col(Case.lead) == sight.user_id, col(Brand.backup) == sight.user_id)
    rows = session.exec(
        select(Case, func.max(CheckIn.id), func.max(CheckIn.due_at))
        .join(CheckIn, col(CheckIn.case_id) == Case.id)
        .join(Brand, col(Brand.id) == Case.brand_id)
        .where(*mine, CheckIn.state == CheckInState.ASKED, is_theirs)
        .group_by(col(Case.id))
        .order_by(func.max(CheckIn.due_at))
        .limit(_LOOKED_AT)
    ).all()
    return [
        (_of(case, WantedKind.CHECK_IN, due_at=due), f"checkin:{case.id}:{check_in_id}")
        for case, check_in_id, due in sorted(rows, key=lambda row: -_gravity(row[0]))
    ]


def _drafts(session: Session, sight: Sight, mine: Sequence[ColumnElement[bool]]) -> tuple[_Keyed, _Keyed]:
    """Return the drafts that this person may approve and has not, or can settle; one with a gap is its author's to fill in too.

    First those that go out at once, since people think that they are in danger, then the others. Until such a text is out it
    is everybody's who handles the case: approved or not, it has to be sent.
    """
    has_approved = exists().where(
        col(Approval.version_id) == DraftVersion.id, col(Approval.by) == sight.user_id
    )
    is_enough = approvals_given() >= Brand.approvals_needed  # fewer are needed than were: they can settle it
    is_theirs = or_(~has_approved, is_enough)
    is_wanted = or_(and_(is_to_approve(), is_theirs), is_unsent_at_once())
    rows = session.exec(newest_drafts(mine).where(is_wanted).limit(_LOOKED_AT)).all()
    settled = settled_among(session, [draft for draft, *_ in rows])
    rows = [row for row in rows if row[0].id not in settled or goes_out_at_once(row[0])]
    allowed = approvers_by_brand(session, [brand for *_, brand in rows])
    theirs = [
        (draft, version, case, brand)
        for draft, version, case, brand in rows
        if goes_out_at_once(draft)
        or (has_gap(version.text) and version.author == sight.user_id)
        or why_not_among(
            brand, version, sight.user_id, members=(sight.user_id,), named=allowed[brand.id].named()
        )
        is None
    ]
    at_once, others = (
        _drafts_wanted(session, [row for row in theirs if may_publish_before_approval(row[0].kind) is which])
        for which in (True, False)
    )
    return at_once, others


def _drafts_wanted(session: Session, rows: Sequence[tuple[Draft, DraftVersion, Case, Brand]]) -> _Keyed:
    """Return drafts as what waits for somebody; also that one was written before there was something else to say."""
    found = []
    for draft, version, case, brand in rows:
        kind = what_it_waits_for(draft, version)
        if kind is WantedKind.DRAFT and is_written_before(session, case, brand, draft):
            kind = WantedKind.DRAFT_OVERTAKEN
        found.append((_of(case, kind, draft.kind.label), f"draft:{case.id}:{draft.id}"))
    return found


def _changes(session: Session, sight: Sight, mine: Sequence[ColumnElement[bool]]) -> _Keyed:
    """Return this person's own texts to which somebody asked for changes."""
    rows = session.exec(
        newest_drafts(mine)
        .where(Draft.state == DraftState.CHANGES_REQUESTED, DraftVersion.author == sight.user_id)
        .limit(_LOOKED_AT)
    ).all()
    return [
        (_of(case, WantedKind.CHANGES, draft.kind.label), f"draft:{case.id}:{draft.id}")
        for draft, _version, case, _brand in rows
    ]


def _tasks(session: Session, sight: Sight, handled: Sequence[ColumnElement[bool]]) -> tuple[_Keyed, _Keyed]:
    """Return the open tasks that were given to this person, and those of nobody in the cases that they lead.

    First the calls that public words wait for, of the gravest case first, then the others; of a closed case, posts that are still paused.
    """
    is_left = or_(col(Case.state) != CaseState.CLOSED, col(Task.key) == TaskId.RESUME)
    is_theirs = or_(
        col(Task.assignee) == sight.user_id,
        and_(col(Task.assignee).is_(None), col(Case.lead) == sight.user_id),
    )
    is_call = choose((col(Task.kind) == TaskKind.CALL_FIRST, 0), else_=1)
    rows = session.exec(
        select(Task, Case)
        .join(Case, col(Case.id) == Task.case_id)
        .where(*handled, is_left, Task.state == TaskState.OPEN, is_theirs)
        .order_by(is_call, col(Task.due_at), col(Task.position))
        .limit(_LOOKED_AT)
    ).all()
    calls = [(task, case) for task, case in rows if task.kind is TaskKind.CALL_FIRST]
    calls.sort(key=lambda row: -_gravity(row[1]))
    others = [(task, case) for task, case in rows if task.kind is not TaskKind.CALL_FIRST]
    return _as_wanted(calls), _as_wanted(others)


def _as_wanted(tasks: Sequence[tuple[Task, Case]]) -> _Keyed:
    return [(_of(case, WantedKind.TASK, task.text, task.due_at), f"plan:{case.id}") for task, case in tasks]


def _without_lead_or_level(
    session: Session, sight: Sight, mine: Sequence[ColumnElement[bool]], unled: Unled
) -> _Keyed:
    """Return the cases that nobody leads who is there, and of one's own those whose call is made: what was agreed is yet to be chosen."""
    is_waiting = exists().where(
        col(Task.case_id) == Case.id,
        col(Task.kind) == TaskKind.CALL_FIRST,
        col(Task.state) == TaskState.OPEN,
    )
    is_stopped = and_(col(Case.level) == Level.ESCALATE_FIRST, col(Case.lead) == sight.user_id, ~is_waiting)
    rows = session.exec(
        select(Case)
        .where(*mine, or_(unled.cases(), is_stopped))
        .order_by(unled.cases(), col(Case.number))
        .limit(_LOOKED_AT)
    ).all()
    gravest_first = sorted(rows, key=lambda case: (case in unled, -_gravity(case)))
    return [(_what_it_lacks(case, unled), f"plan:{case.id}") for case in gravest_first]


def _gravity(case: Case) -> int:
    """Return how urgently a case needs somebody: an all-clear goes out at once."""
    return _MOST_GRAVE if case.mistake is Mistake.FALSE_ALARM else case.level.rank


def _what_it_lacks(case: Case, unled: Unled) -> Wanted:
    if case.lead is None:
        return _of(case, WantedKind.LEAD, case.level.label)
    if case in unled:
        return _of(case, WantedKind.LEAD_HERE, case.level.label)
    return _of(case, WantedKind.LEVEL)


def _of(case: Case, kind: WantedKind, about: str = "", due_at: datetime | None = None) -> Wanted:
    return Wanted(kind, case.number, about, due_at, is_practice=case.is_exercise, brand_id=case.brand_id)


def _is_first_run(session: Session, workspace_id: int) -> bool:
    """Return whether nothing was ever reported here."""
    return session.exec(select(Case.id).where(Case.workspace_id == workspace_id).limit(1)).first() is None
