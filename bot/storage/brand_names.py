"""Of brands only what a form shows: where there are hundreds, a person would wait for the rest of their rows."""

from typing import NamedTuple

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.models import Brand

_NAMES = (
    select(Brand.id, Brand.name, Brand.response_channel)
    .where(Brand.workspace_id == bindparam("workspace_id"), col(Brand.is_archived).is_(False))
    .order_by(Brand.name)
)


class BrandName(NamedTuple):
    """A brand's name, and the channel that its plans go to, if it has one."""

    id: int
    name: str
    response_channel: str | None


def brand_names_of(session: Session, workspace_id: int) -> list[BrandName]:
    """Return the names of the brands that can be reported for, in their order."""
    return [BrandName(*row) for row in session.execute(_NAMES, {"workspace_id": workspace_id})]
