"""Whether a message that has not been said yet should still be said: asked when its row is claimed."""

from sqlmodel import Session

from bot.models import Case, CheckIn, Draft, Message, Outbox
from bot.states import PUT_ASIDE, CaseState, CheckInState, OutboxAction, Surface
from bot.storage import find


def is_wanted(session: Session, row: Outbox, message: Message) -> bool:
    """Return whether to say it: not a question that was answered meanwhile, nor a draft that was replaced before it was seen.

    Only a post can be unwanted, and only before it is in Slack.
    """
    if row.action is not OutboxAction.POST or message.ts is not None:
        return True
    subject = message.subject_id or 0
    match message.surface:
        case Surface.MOVED:
            return False
        case Surface.CHECK_IN | Surface.NUDGE:
            check_in = find(session, CheckIn, subject)
            return check_in is not None and check_in.state is CheckInState.ASKED
        case Surface.CLOSING:
            case = find(session, Case, message.case_id or 0)
            return case is not None and case.state is not CaseState.CLOSED
        case Surface.DRAFT:
            draft = find(session, Draft, subject)
            return draft is not None and draft.state not in PUT_ASIDE
    return True
