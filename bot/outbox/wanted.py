"""Whether a message that has not been said yet should still be said: asked when its row is claimed."""

from sqlmodel import Session

from bot.models import Case, CheckIn, Draft, Message, Outbox
from bot.states import PUT_ASIDE, CaseState, CheckInState, OutboxAction, Surface
from bot.storage import asked, find


def is_wanted(session: Session, row: Outbox, message: Message) -> bool:
    """Return whether to say it: not a question that was answered meanwhile, nor a draft that was replaced before it was seen.

    Of reminders that had to wait only the newest is said, and only of the newest check-in. Only a post can be unwanted, and only before it is in Slack.
    """
    if row.action is not OutboxAction.POST or message.ts is not None:
        return True
    subject = message.subject_id or 0
    match message.surface:
        case Surface.CHECK_IN | Surface.NUDGE:
            check_in = find(session, CheckIn, subject)
            if check_in is None or check_in.state is not CheckInState.ASKED:
                return False
            return message.surface is Surface.CHECK_IN or _is_newest(session, message, check_in)
        case Surface.CLOSING:
            return _is_offer_open(session, message)
        case Surface.DRAFT:
            draft = find(session, Draft, subject)
            return draft is not None and draft.state not in PUT_ASIDE
    return message.surface is not Surface.MOVED


def _is_newest(session: Session, reminder: Message, check_in: CheckIn) -> bool:
    is_last = reminder.key.startswith(f"nudge:{check_in.nudges}:")
    return is_last and asked.is_newest(session, check_in)


def _is_offer_open(session: Session, message: Message) -> bool:
    case = find(session, Case, message.case_id or 0)
    check_in = find(session, CheckIn, message.subject_id or 0)
    if case is None or check_in is None or case.state is CaseState.CLOSED:
        return False
    return asked.is_newest(session, check_in) and asked.is_quiet_since(session, case, check_in)
