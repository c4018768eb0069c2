"""Telling a person that something could not be said in Slack, and what to do about it."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot import outbox
from bot.cases.moving import say_where_it_can_be
from bot.cases.timeline import exercise_mark
from bot.event_kinds import NoticeKind
from bot.models import Brand, Case, Message, Outbox
from bot.outbox import settling
from bot.states import OutboxAction, OutboxState, Surface
from bot.storage import find, find_to_change, slack_rows


def tell_that_it_failed(
    session: Session, row: Outbox, message: Message, error: str, *, now: datetime, is_maybe_said: bool = False
) -> frozenset[str]:
    """Mark a row as failed, and tell the case's reporter and lead what to do, once for as long as nothing of it gets through.

    The row waits for a retry (``bot.outbox.retry``). With ``is_maybe_said`` it is looked for then. A message that was deleted
    in Slack is posted anew instead, and so is the plan whose thread is gone; a plan whose brand has got another channel
    meanwhile is said there.
    Returns those whose cases there cannot be seen any more, since oops is out of the channel, as it shows only now.
    """
    left: frozenset[str] = frozenset()
    if error == outbox.DELETED and row.action is OutboxAction.UPDATE:
        settling.say_anew(session, row, message.surface)
        return left
    if error in settling.THREAD_GONE and settling.say_root_anew(session, row, message, now=now):
        return left
    case = find(session, Case, message.case_id) if message.case_id is not None else None
    if case is not None and row.is_root:
        find_to_change(session, Brand, case.brand_id)  # who chooses another channel now sees that this failed
    prefix = outbox.MAYBE_SAID if is_maybe_said else ""
    if not settling.settle(session, row, OutboxState.FAILED, error=f"{prefix}{error}") or case is None:
        return left
    if error in outbox.CHANNEL_LOST:
        left = _note_lost(session, row, error)
    if not _is_said_elsewhere(session, case, row, error, now=now) and not _is_known(session, row):
        _tell(session, case, row, message, error, now=now)
    return left


def _is_said_elsewhere(session: Session, case: Case, row: Outbox, error: str, *, now: datetime) -> bool:
    """Have a plan said in the channel that its brand has got meanwhile, and return whether there is one."""
    is_lost = error in outbox.CHANNEL_LOST or error == outbox.IS_PUBLIC
    return (
        is_lost
        and row.is_root
        and say_where_it_can_be(session, row.workspace_id, Case.id == case.id, now=now) > 0
    )


def _tell(session: Session, case: Case, row: Outbox, message: Message, error: str, *, now: datetime) -> None:
    has_plan = message.surface is not Surface.PLAN or message.ts is not None
    for user_id in sorted({case.reporter, case.lead or case.reporter}):
        outbox.say(
            session,
            Surface.NOTICE,
            key=f"cannot_post:{row.intent_id}:{user_id}:{error}",
            channel_id=user_id,
            workspace_id=case.workspace_id,
            now=now,
            params={
                "kind": NoticeKind.CANNOT_GO_ON if has_plan else NoticeKind.CANNOT_POST,
                "number": case.number,
                "channel_id": case.channel_id,
                "error": _as_told(error),
                **exercise_mark(case),
            },
        )


def _as_told(error: str) -> str:
    """Return the one of several refusals of one meaning that the words of the notice go by."""
    if error in outbox.ARCHIVED:
        return "is_archived"
    return "restricted_action" if error in outbox.RESTRICTED else error


def _is_known(session: Session, row: Outbox) -> bool:
    """Return whether something else of the case has failed and waits, so that its people were told."""
    others = select(Outbox.id).where(
        Outbox.case_id == row.case_id, Outbox.id != row.id, col(Outbox.state) == OutboxState.FAILED
    )
    return session.exec(others.limit(1)).first() is not None


def _note_lost(session: Session, row: Outbox, error: str) -> frozenset[str]:
    """Write down what the refusal says of the channel, so that its return is noticed; return who was in it as long as oops was."""
    channel = slack_rows.slack_channel(session, row.workspace_id, row.channel_id)
    if channel is None:
        return frozenset()
    if error in outbox.ARCHIVED:
        channel.is_archived = True
        return frozenset()
    members = frozenset(channel.members if channel.is_bot_member else ())
    channel.is_bot_member = False
    return members
