"""Whether the people of a brand's settings are in its channel: outside it they see no case, and can neither lead nor approve."""

from sqlmodel import Session

from bot import access
from bot.approvers import approvers_of
from bot.brands.cards import Presence
from bot.models import Brand
from bot.storage import slack_rows


def presence_of(session: Session, brand: Brand, channel_id: str) -> Presence | None:
    """Return who of a brand's people is in the channel of its plans; None while that is not known."""
    row = slack_rows.slack_channel(session, brand.workspace_id, channel_id) if channel_id else None
    if row is None or not row.is_bot_member or not row.members:
        return None
    leading = [person for person in (brand.lead, brand.backup) if access.is_outside(person, row.members)]
    return Presence(
        channel_id=channel_id,
        outside=tuple(dict.fromkeys(person for person in leading if person is not None)),
        can_approve=_can_approve(session, brand, {*row.members}),
    )


def _can_approve(session: Session, brand: Brand, members: set[str]) -> int | None:
    """Return how many of the members may approve what another of them wrote; None while a user group is not known."""
    allowed = approvers_of(session, brand)
    if not allowed.is_known:
        return None
    named = allowed.named()
    if named is not None:
        return len(members & {*named})
    return len(members) - (0 if brand.self_approval else 1)
