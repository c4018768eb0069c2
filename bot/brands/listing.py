"""What somebody may see of the settings: the list of brands, one brand, and what is not set up yet."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.approvers import approvers_of
from bot.brands.cards import BrandLine, BrandSettingsCard, SettingsCard
from bot.brands.contacts import contact_count
from bot.brands.presence import presence_of
from bot.brands.rights import MayNotChange, brand_for, is_admin
from bot.models import SettingsChange, Workspace
from bot.paging import list_page
from bot.storage import get, queries

ON_A_PAGE = 20
CHANGES_SHOWN = 5


def settings_card(
    session: Session,
    page: int,
    *,
    workspace_id: int,
    by: str,
    now: datetime,
    is_archive: bool = False,
) -> SettingsCard:
    """Return a page of the brands that this person may change, in use or archived. Raises MayNotChange, StaleUser."""
    may_add = is_admin(session, workspace_id, by, now=now)
    everything = queries.all_brands_of(session, workspace_id)
    own = [brand for brand in everything if may_add or brand.lead == by]
    if not own:
        raise MayNotChange
    shown = [brand for brand in own if brand.is_archived is is_archive]
    fallback = get(session, Workspace, workspace_id).response_channel
    here = list_page(page, total=len(shown), size=ON_A_PAGE)
    return SettingsCard(
        lines=tuple(
            BrandLine(brand, lacks_channel=not (brand.response_channel or fallback))
            for brand in here.of(shown)
        ),
        page=here.number,
        pages=here.count,
        may_add=may_add,
        is_archive=is_archive,
        archived=sum(brand.is_archived for brand in own),
    )


def brand_card(
    session: Session, brand_id: int, *, workspace_id: int, by: str, now: datetime
) -> BrandSettingsCard:
    """Return one brand with all its settings. Raises MayNotChange, StaleUser."""
    brand = brand_for(session, brand_id, workspace_id=workspace_id, by=by, now=now)
    changes = session.exec(
        select(SettingsChange)
        .where(SettingsChange.brand_id == brand_id)
        .order_by(col(SettingsChange.id).desc())
        .limit(CHANGES_SHOWN)
    ).all()
    fallback = get(session, Workspace, workspace_id).response_channel
    return BrandSettingsCard(
        brand=brand,
        contacts=contact_count(session, brand),
        changes=tuple(changes),
        fallback_channel=fallback,
        presence=presence_of(session, brand, brand.response_channel or fallback),
        unread=approvers_of(session, brand).unread,
    )
