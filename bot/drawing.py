"""From a message's row to its words: gathers the card and hands it to the surface's builder."""

from dataclasses import dataclass

from sqlmodel import Session

from bot import gathering
from bot.models import Case, Message
from bot.states import Surface
from bot.storage import get
from messages import checkin, draft, note, plan, record
from messages.blocks import SlackMessage


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """A file to upload; its name carries the start of the intent id, since an upload has no metadata."""

    name: str
    title: str
    content: str


def draw(session: Session, message: Message) -> SlackMessage:  # noqa: PLR0911  one line for each surface
    """Return the message as its rows are now."""
    subject = message.subject_id or 0
    match message.surface:
        case Surface.PLAN:
            return plan.plan_message(gathering.plan_card(session, subject))
        case Surface.DRAFT:
            return draft.draft_message(gathering.draft_card(session, subject))
        case Surface.CHECK_IN:
            return checkin.check_in_message(gathering.check_in_card(session, subject))
        case Surface.CLOSING:
            return checkin.closing_offer_message(gathering.check_in_card(session, subject))
        case Surface.NUDGE:
            return checkin.nudge_message(**message.params)
        case Surface.RECORD:
            return record.record_message(gathering.record_card(session, message.case_id or 0))
        case Surface.NOTE:
            return note.note_message(str(message.params["kind"]), message.params)
        case Surface.NOTICE:
            return note.notice_message(str(message.params["kind"]), message.params)


def draw_file(session: Session, message: Message, intent_id: str) -> DrawnFile:
    """Return the record of a case as a Markdown file."""
    case = get(session, Case, message.case_id or 0)
    content = record.record_markdown(gathering.record_card(session, message.case_id or 0))
    name = f"OOPS-{case.number}-record-{intent_id[:8]}.md"
    return DrawnFile(name, f"Record of OOPS-{case.number}", content)
