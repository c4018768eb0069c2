"""What came of check-ins: when each got into Slack, which counts, and whether the offer to close that one brought still holds."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.event_kinds import EventKind
from bot.models import Case, CheckIn, Event, Message, Outbox, key
from bot.states import OutboxAction
from bot.storage import queries

_SENT_AFTER = (
    select(Message.ts, Outbox.sent_after)
    .join(Outbox, col(Outbox.message_id) == Message.id)
    .where(
        Message.workspace_id == bindparam("workspace_id"),
        Message.key == bindparam("key"),
        col(Outbox.action).in_((OutboxAction.POST, OutboxAction.REPOST)),
    )
    .order_by(col(Outbox.id).desc())
    .limit(1)
)


def in_order_of_answers(check_ins: Iterable[CheckIn]) -> list[CheckIn]:
    """Return those that somebody answered or put off, in that order: an older one may have been answered last."""
    answered = [(row.answered_at, row.number, row) for row in check_ins if row.answered_at is not None]
    return [row for *_, row in sorted(answered, key=lambda each: each[:2])]


def unanswered_before(session: Session, check_in: CheckIn) -> list[CheckIn]:
    """Return what was asked between the last one before that somebody answered or put off, and this one."""
    rows = [row for row in queries.check_ins_of(session, check_in.case_id) if row.number < check_in.number]
    last = max((row.number for row in rows if row.answered_at is not None), default=0)
    return [row for row in rows if row.number > last and row.asked_at is not None]


def newest_asked(session: Session, case_id: int) -> CheckIn | None:
    """Return the check-in of a case that was asked last, whatever came of it; None before the first."""
    asked = select(CheckIn).where(CheckIn.case_id == case_id, col(CheckIn.asked_at).is_not(None))
    return session.exec(asked.order_by(col(CheckIn.number).desc()).limit(1)).first()


def is_newest(session: Session, check_in: CheckIn) -> bool:
    """Return whether no later check-in of the case was asked."""
    newest = newest_asked(session, check_in.case_id)
    return newest is None or newest.number <= check_in.number


def posted_at(session: Session, case: Case, check_in: CheckIn) -> tuple[datetime | None, bool]:
    """Return when a check-in was last posted, or tried to be, and whether it is in Slack: its channel may be lost for days."""
    asked = {"workspace_id": case.workspace_id, "key": f"checkin:{case.id}:{check_in.id}"}
    ts, sent_after = session.exec(_SENT_AFTER, params=asked).first() or (None, None)
    return sent_after, ts is not None


def last_looks(session: Session, case: Case) -> dict[int, datetime]:
    """Return which check-ins of a case were a last look, by their numbers, each with when it was asked."""
    events = session.exec(
        select(Event.detail, Event.at).where(
            Event.case_id == case.id, queries.unindexed(Event.kind) == EventKind.CHECK_IN_ASKED
        )
    ).all()
    return {detail.get("number", 0): at for detail, at in events if detail.get("is_last_look")}


def had_last_look(session: Session, case: Case) -> bool:
    """Return whether the one last look was taken and nothing has come since that would bring another."""
    since = _last_trouble(session, case)
    return any(at > since for at in last_looks(session, case).values())


def is_quiet_since(session: Session, case: Case, check_in: CheckIn) -> bool:
    """Return whether nothing came after a quiet answer that changes what it means: no flaring or simmering, no other plan, no reopening."""
    return check_in.answered_at is not None and check_in.answered_at > _last_trouble(session, case)


def _last_trouble(session: Session, case: Case) -> datetime:
    """Return when somebody last said that it is not quiet, or the plan was made that counts."""
    plan_made = queries.newest_plan(session, key(case)).created_at
    return max(plan_made, case.other_answer_at or plan_made)
