"""Of brands only what a form shows: where there are hundreds, a person would wait for the rest of their rows."""

from typing import NamedTuple

from sqlmodel import Session, select

from bot.models import Brand
from bot.storage.queries import BRANDS_IN_USE

_NAMES = select(Brand.id, Brand.name, Brand.response_channel).where(*BRANDS_IN_USE).order_by(Brand.name)


class BrandName(NamedTuple):
    """A brand's name, and the channel that its plans go to, if it has one."""

    id: int
    name: str
    response_channel: str | None


def brand_names_of(session: Session, workspace_id: int) -> list[BrandName]:
    """Return the names of the brands that can be reported for, in their order."""
    return [BrandName(*row) for row in session.execute(_NAMES, {"workspace_id": workspace_id})]
