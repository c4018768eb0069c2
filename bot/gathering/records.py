"""Gathering the record of a case, as it is now or as it was at an earlier closing."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session, col, select

from bot import access
from bot.cards.overview import Closing, DraftHistory, RecordCard
from bot.cases.merged import words_of_merged
from bot.event_kinds import EventKind
from bot.models import PLAN, REPORT, Case, Draft, Event, Task, key
from bot.practice.feedback import feedback_of
from bot.practice.library import sample_of
from bot.states import DraftState, TaskState
from bot.storage import get, queries, slack_rows
from bot.ticked import GETS_OUT


def record_of_closing(session: Session, case_id: int, closed_at: str | None) -> RecordCard:
    """Return the record that a closing brought; of a case that was opened again since, as it was then, as far as its rows tell."""
    card = record_card(session, case_id)
    at = datetime.fromisoformat(closed_at) if closed_at else None
    if at is None or at == card.case.closed_at:
        return card
    closed = session.exec(
        select(Event).where(Event.case_id == case_id, Event.kind == EventKind.CASE_CLOSED, Event.at == at)
    ).first()
    return card if closed is None else _as_of(session, card, closed)


def _as_of(session: Session, card: RecordCard, closed: Event) -> RecordCard:
    """Return what a record held when the case was closed then: what was not done had just been dropped."""
    at, detail = closed.at, closed.detail
    plans = tuple(one for one in card.plans if one[0].created_at <= at)
    known = {row.id for row, _, _ in plans}
    rows = session.exec(select(Task).where(Task.case_id == card.case.id).order_by(col(Task.id))).all()
    tasks = {task.key: task for task in rows if task.plan_id in known}.values()
    done = tuple(task for task in tasks if task.done_at is not None and task.done_at <= at)
    return replace(
        card,
        plans=plans,
        tasks=done,
        dropped=tuple(task for task in tasks if task not in done),
        drafts=tuple(history for one in card.drafts if (history := _history_until(one, at)).versions),
        check_ins=tuple(row for row in card.check_ins if (row.asked_at or row.due_at) <= at),
        events=tuple(event for event in card.events if event.at <= at),
        earlier=Closing(at, closed.by, detail.get("cause") or "", detail.get("change") or ""),
    )


def _history_until(history: DraftHistory, at: datetime) -> DraftHistory:
    return replace(
        history,
        versions=tuple(version for version in history.versions if version.created_at <= at),
        approvals=tuple(approval for approval in history.approvals if approval.at <= at),
    )


def record_card(session: Session, case_id: int) -> RecordCard:
    """Return everything about a case; of an exercise also what it showed."""
    case = get(session, Case, case_id)
    tasks, drafts = queries.tasks_of(session, case_id), queries.drafts_of(session, case_id)
    out = {draft.kind for draft in drafts if draft.state is DraftState.PUBLISHED}
    over = {str(name) for kind, name in GETS_OUT.items() if kind in out}
    card = RecordCard(
        case=case,
        brand=access.brand_of(session, case),
        plans=tuple(
            (row, PLAN.validate_python(row.plan), REPORT.validate_python(row.report))
            for row in queries.plans_of(session, case_id)
        ),
        tasks=tuple(tasks),
        dropped=_dropped(session, case_id, {task.key for task in tasks} | over),
        drafts=tuple(_history(session, draft) for draft in drafts),
        check_ins=tuple(queries.check_ins_of(session, case_id)),
        events=tuple(queries.events_of(session, case_id)),
        evidence=tuple(queries.evidence_of(session, case_id)),
        elsewhere=tuple((words.case.name, words.draft) for words in words_of_merged(session, case)),
        names=slack_rows.names_of(session, case.workspace_id),
    )
    if not case.is_exercise:
        return card
    return replace(card, lessons=feedback_of(card, sample_of(case.sample)))


def _dropped(session: Session, case_id: int, kept: Collection[str]) -> tuple[Task, ...]:
    """Return the dropped tasks, each once, but for those in ``kept``: one that came back later, or whose text went out all the same."""
    rows = session.exec(
        select(Task).where(Task.case_id == case_id, Task.state == TaskState.DROPPED).order_by(col(Task.id))
    )
    dropped = {task.key: task for task in rows}
    return tuple(task for name, task in dropped.items() if name not in kept)


def _history(session: Session, draft: Draft) -> DraftHistory:
    versions = queries.versions_of(session, key(draft))
    return DraftHistory(
        draft=draft,
        versions=tuple(versions),
        approvals=tuple(
            approval for version in versions for approval in queries.approvals_of(session, key(version))
        ),
    )
