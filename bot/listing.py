"""What one person can see: their cases, one case, and App Home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot import access, gathering
from bot.cards import CaseLine, HomeCard, PlanCard, Wanted
from bot.draft_kinds import needs_approval
from bot.models import Brand, Case, CheckIn, Draft, Message, Task, Workspace
from bot.states import CaseState, CheckInState, DraftState, TaskState
from bot.storage import get, queries

LISTED = 20
HOME_OPEN = 40
HOME_RECENT = 10
HOME_WANTED = 20


@dataclass(frozen=True, slots=True)
class SeenCase:
    """A case as one person may see it."""

    card: PlanCard
    is_member: bool


def case_seen_by(
    session: Session, workspace_id: int, number: int, user_id: str, *, now: datetime
) -> SeenCase | None:
    """Return a case to people in its channel and to its reporter; None to anybody else. Raises StaleChannel."""
    case = queries.case_numbered(session, workspace_id, number)
    if case is None:
        return None
    is_member = user_id in access.members_of(session, case, now=now)
    if not is_member and user_id != case.reporter:
        return None
    return SeenCase(gathering.plan_card(session, case.id or 0), is_member)


def case_lines(
    session: Session, workspace_id: int, user_id: str, *, now: datetime, most: int
) -> list[CaseLine]:
    """Return the newest cases that this person can see."""
    channels = access.channels_seen_by(session, workspace_id, user_id, now=now)
    found = queries.cases_seen_by(session, workspace_id, user_id, channels, most=most)
    return _lines(session, workspace_id, found, {*channels, user_id})


def home_card(session: Session, workspace_id: int, user_id: str, *, now: datetime) -> HomeCard:
    """Return App Home for one person: a bounded number of questions to the database, however many cases there are."""
    channels = access.channels_seen_by(session, workspace_id, user_id, now=now)
    places = {*channels, user_id}
    found = queries.cases_seen_by(session, workspace_id, user_id, channels, most=500)
    open_cases = [case for case in found if case.state is not CaseState.CLOSED]
    closed = [case for case in found if case.state is CaseState.CLOSED][:HOME_RECENT]
    mine = [case for case in open_cases if case.channel_id in places]
    user = queries.slack_user(session, workspace_id, user_id)
    return HomeCard(
        user_id=user_id,
        wanted=tuple(_wanted(session, mine, user_id)[:HOME_WANTED]),
        open_cases=tuple(_lines(session, workspace_id, open_cases[:HOME_OPEN], places)),
        recent=tuple(_lines(session, workspace_id, closed, places)),
        may_set_up=bool(user and user.is_admin),
        next_step=_next_step(session, workspace_id),
        more_open=max(0, len(open_cases) - HOME_OPEN),
    )


def _lines(session: Session, workspace_id: int, rows: Sequence[Case], places: set[str]) -> list[CaseLine]:
    ids = [case.id for case in rows]
    brands = {
        brand.id: brand.name
        for brand in session.exec(select(Brand).where(Brand.workspace_id == workspace_id))
    }
    due = dict(
        session.exec(
            select(CheckIn.case_id, CheckIn.due_at).where(
                col(CheckIn.case_id).in_(ids), CheckIn.state == CheckInState.PLANNED
            )
        ).all()
    )
    links = _links(session, workspace_id, rows)
    return [
        CaseLine(
            case=case,
            brand_name=brands.get(case.brand_id, ""),
            headline=" ".join(str(case.report.get("what", "")).split()),
            next_check_in=due.get(case.id or 0),
            is_member=case.channel_id in places,
            link=links.get(case.id or 0, "") if case.channel_id in places else "",
        )
        for case in rows
    ]


def _links(session: Session, workspace_id: int, rows: Sequence[Case]) -> dict[int, str]:
    url = get(session, Workspace, workspace_id).url.rstrip("/")
    keys = [f"plan:{case.id}" for case in rows]
    posted = session.exec(
        select(Message).where(
            Message.workspace_id == workspace_id, col(Message.key).in_(keys), col(Message.ts).is_not(None)
        )
    ).all()
    return {
        message.case_id or 0: f"{url}/archives/{message.posted_to}/p{(message.ts or '').replace('.', '')}"
        for message in posted
        if url
    }


def _wanted(session: Session, mine: list[Case], user_id: str) -> list[Wanted]:
    """Return what waits for this person, the most urgent first."""
    numbers = {case.id: case.number for case in mine}
    ids = list(numbers)
    asked = session.exec(
        select(CheckIn).where(col(CheckIn.case_id).in_(ids), CheckIn.state == CheckInState.ASKED)
    ).all()
    drafts = session.exec(
        select(Draft).where(col(Draft.case_id).in_(ids), Draft.state == DraftState.PROPOSED)
    ).all()
    led = [case.id for case in mine if case.lead == user_id]
    tasks = session.exec(
        select(Task)
        .where(col(Task.case_id).in_(led), Task.state == TaskState.OPEN)
        .order_by(col(Task.due_at))
        .limit(HOME_WANTED)
    ).all()
    return [
        *(Wanted("check_in", numbers[row.case_id], "Has it died down?", row.due_at) for row in asked),
        *(
            Wanted("draft", numbers[row.case_id], f"{row.kind.label} waits for approval", None)
            for row in drafts
            if needs_approval(row.kind)
        ),
        *(Wanted("task", numbers[row.case_id], row.text, row.due_at) for row in tasks),
        *(Wanted("lead", case.number, "Nobody leads this case", None) for case in mine if case.lead is None),
    ]


def _next_step(session: Session, workspace_id: int) -> str:
    """Return the first-run guide's next step, empty once a case was reported."""
    first = session.exec(select(Case.id).where(Case.workspace_id == workspace_id).limit(1)).first()
    if first is not None:
        return ""
    return "Make a private channel for your response team, type `/invite @oops` in it, then type `/oops` and try a case."
