"""Telling a person that something could not be said in Slack, and what to do about it."""

from datetime import datetime

from sqlmodel import Session

from bot import outbox
from bot.models import Case, Message, Outbox, OutboxState, Surface


def tell_that_it_failed(
    session: Session, row: Outbox, message: Message, error: str, *, now: datetime
) -> None:
    """Mark a row as failed; for a case's root, tell the reporter (and the lead) what to do. The row waits for a retry."""
    if not outbox.settle(session, row, OutboxState.FAILED, error=error) or message.case_id is None:
        return
    case = session.get(Case, message.case_id)
    if case is None or not row.is_root:
        return
    for user_id in {case.reporter, case.lead} - {None}:
        outbox.say(
            session,
            Surface.NOTICE,
            key=f"cannot_post:{row.intent_id}:{user_id}",
            channel_id=user_id or case.reporter,
            workspace_id=case.workspace_id,
            now=now,
            params={
                "kind": "cannot_post",
                "number": case.number,
                "channel_id": case.channel_id,
                "error": error,
            },
        )
