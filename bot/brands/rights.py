"""Who may change settings: workspace admins, and for one brand its lead. Asked on every click and every submit."""

from datetime import datetime

from sqlmodel import Session

from bot.access import FRESH
from bot.errors import OopsError
from bot.models import Brand
from bot.storage import find, slack_rows


class StaleUser(OopsError):
    """Slack has to be asked again whether somebody is an admin before that right can be used."""

    def __init__(self, workspace_id: int, user_id: str) -> None:
        self.workspace_id = workspace_id
        self.user_id = user_id
        super().__init__("Slack did not say in time whether you are an admin. Please try again in a moment.")


class MayNotChange(OopsError):
    """Settings are for others."""

    def __init__(self) -> None:
        super().__init__(
            "Settings are for workspace admins, and for the lead of a brand. Please ask one of them; "
            "reporting with `/oops` is for everybody."
        )


def is_admin(session: Session, workspace_id: int, user_id: str, *, now: datetime) -> bool:
    """Return whether somebody is a workspace admin. Raises StaleUser when that was last asked over a minute ago."""
    row = slack_rows.slack_user(session, workspace_id, user_id)
    if row is None or now - row.checked_at > FRESH:
        raise StaleUser(workspace_id, user_id)
    return row.is_admin


def require_admin(session: Session, workspace_id: int, user_id: str, *, now: datetime) -> None:
    """Return for a workspace admin. Raises MayNotChange, StaleUser."""
    if not is_admin(session, workspace_id, user_id, now=now):
        raise MayNotChange


def brand_for(session: Session, brand_id: int, *, workspace_id: int, by: str, now: datetime) -> Brand:
    """Return a brand of this workspace to an admin or to its lead. Raises MayNotChange, StaleUser, OopsError (not there)."""
    brand = find(session, Brand, brand_id)
    if brand is None or brand.workspace_id != workspace_id:
        require_admin(session, workspace_id, by, now=now)
        raise OopsError("That brand is not there. Please open `/oops settings` again.")
    if brand.lead != by:
        require_admin(session, workspace_id, by, now=now)
    return brand
