"""The answer that a report turns into at once, made from what was just decided or, later, from the case's rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot import access
from bot.brands import guide
from bot.cards import AnswerCard, FirstTask, PlanPlace
from bot.cards.handling import SameCard
from bot.cases.alike import said_in
from bot.cases.duplicates import same_case
from bot.cases.opening import OpenedCase
from bot.cases.timeline import plan_link
from bot.models import Brand, Case, Outbox, key
from bot.outbox import ARCHIVED, CHANNEL_LOST
from bot.plan import Level
from bot.states import CaseState, ChannelKind, OutboxState
from bot.storage import ask, get, queries, slack_rows

_FIRST_TASKS = 3
_REFUSED = (
    select(Outbox.error)
    .where(
        Outbox.case_id == bindparam("case_id"),
        col(Outbox.is_root).is_(True),
        Outbox.state == OutboxState.FAILED,
    )
    .limit(1)
)
_NOTHING_TO_WATCH_AFTER = {Level.LET_IT_GO, Level.ESCALATE_FIRST}


def answer_of(session: Session, opened: OpenedCase) -> AnswerCard:
    """Return the answer to a report that was taken in this transaction, or before."""
    if opened.plan is None:
        return answer_card(session, key(opened.case))
    tasks = [FirstTask(task.text, task.owner) for task in opened.plan.tasks]
    return _answer(session, opened.case, opened.brand.name, opened.plan.headline, tasks)


def answer_card(session: Session, case_id: int) -> AnswerCard:
    """Return the answer as the case's rows are now."""
    case = get(session, Case, case_id)
    tasks = [FirstTask(task.text, task.owner) for task in queries.tasks_of(session, case_id, is_open=True)]
    headline = str(queries.newest_plan(session, case_id).plan["headline"])
    return _answer(session, case, access.brand_of(session, case).name, headline, tasks)


@dataclass(frozen=True, slots=True)
class LinkedAnswer:
    """An answer with its case, for a member of its channel: ``link`` is the plan message's address, empty while it is not posted."""

    case: Case
    card: AnswerCard
    link: str
    same: SameCard | None


def linked_answer(session: Session, case_id: int, *, reader: str | None = None) -> LinkedAnswer:
    """Return the answer as the case's rows are now, with where the plan is posted and the open case that has the same address.

    ``reader`` is a member who sees it in the place of the reporter's.
    """
    case = get(session, Case, case_id)
    other = same_case(session, case) if case.state is not CaseState.CLOSED else None
    same = _same(session, case, other) if other is not None else None
    card = answer_card(session, case_id)
    if reader is not None:
        card = replace(card, guide_for=_guide_for(session, case, reader))
    link = plan_link(session, case)
    if link and not case.is_direct:  # whatever is still known of a channel that could not be written to
        card = replace(card, place=PlanPlace.CHANNEL)
    return LinkedAnswer(case, card, link, same)


def _same(session: Session, case: Case, other: Case) -> SameCard:
    said = tuple(draft for _, draft in said_in(session, [other]))
    return SameCard(key(case), other, is_own=other.reporter == case.reporter, said=said)


def _answer(
    session: Session, case: Case, brand_name: str, headline: str, tasks: Sequence[FirstTask]
) -> AnswerCard:
    return AnswerCard(
        case_number=case.number,
        brand_name=brand_name,
        channel_id=case.channel_id,
        level=case.level,
        headline=headline,
        tasks=tuple(tasks[:_FIRST_TASKS]),
        place=_place(session, case),
        is_watched=case.state is CaseState.WATCHING and case.level not in _NOTHING_TO_WATCH_AFTER,
        guide_for=_guide_for(session, case, case.reporter),
    )


def _guide_for(session: Session, case: Case, user_id: str) -> int | None:
    """Return the case's brand where its guide is offered to this person; never an exercise's, which nobody sets up."""
    brand = get(session, Brand, case.brand_id)
    is_offered = not case.is_exercise and guide.is_offered_for(session, brand, user_id)
    return key(brand) if is_offered else None


def _place(session: Session, case: Case) -> PlanPlace:
    """Return where the plan will be, as far as Slack has said of the channel."""
    if case.is_direct:
        return PlanPlace.DIRECT_MESSAGE
    row = slack_rows.slack_channel(session, case.workspace_id, case.channel_id)
    if row is None:
        return _place_by_refusal(session, case)
    if row.is_archived:
        return PlanPlace.ARCHIVED
    if row.kind is ChannelKind.PUBLIC:
        return PlanPlace.PUBLIC
    return PlanPlace.CHANNEL if row.is_bot_member else PlanPlace.UNREACHED


def _place_by_refusal(session: Session, case: Case) -> PlanPlace:
    """Return where the plan will be in a channel of which nothing is known but what Slack said to the plan, if it said anything."""
    error = ask(session, _REFUSED, case_id=case.id).scalar()
    if error in ARCHIVED:
        return PlanPlace.ARCHIVED
    return PlanPlace.UNREACHED if error in CHANNEL_LOST else PlanPlace.CHANNEL
