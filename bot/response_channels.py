"""Which channel a plan may be put into: a private one with oops and the person in it."""

from datetime import datetime

from sqlmodel import Session

from bot import access
from bot.errors import InvalidAnswer
from bot.models import Message, SlackChannel
from bot.states import ChannelKind
from bot.storage import slack_rows
from bot.typed import is_conversation_id


class ChannelIsPublic(Exception):
    """What a case says may not be read by everybody."""


def usable_channel(
    session: Session, workspace_id: int, chosen: object, user_id: str, *, now: datetime
) -> str:
    """Return the id of a channel that a plan may be put into. Raises InvalidAnswer that says why not, StaleChannel."""
    if not isinstance(chosen, str) or not is_conversation_id(chosen):
        raise InvalidAnswer("response_channel", "Please choose a channel from the list.")
    row = slack_rows.slack_channel(session, workspace_id, chosen)
    if row is None or now - row.checked_at > access.FRESH:
        raise access.StaleChannel(workspace_id, chosen, known_to=(user_id,))
    why_not = why_not_usable(row, user_id)
    if why_not is not None:
        raise InvalidAnswer("response_channel", why_not)
    return chosen


def why_not_usable(row: SlackChannel, user_id: str) -> str | None:
    """Return why this person cannot have a plan put there, and what to do; None where they can."""
    if row.kind is ChannelKind.PUBLIC:
        return "This channel is public, and what went wrong should stay with the people who handle it. Choose a private one."
    if row.kind is ChannelKind.DIRECT:
        return "This is a direct message. Choose a private channel."
    if row.is_archived:
        return "This channel is archived. Unarchive it, or choose another one."
    if not row.is_bot_member:
        return "oops is not in this channel yet. Type /invite @oops there, then send this form again."
    if user_id not in row.members or row.kind is not ChannelKind.PRIVATE:
        return "You are not in this channel. Choose one that you are in."
    return None


def require_private(session: Session, message: Message) -> None:
    """Raise ChannelIsPublic where Slack last said that everybody may read what is posted there."""
    row = slack_rows.slack_channel(session, message.workspace_id, message.channel_id)
    if row is not None and row.kind is ChannelKind.PUBLIC:
        raise ChannelIsPublic
