"""Of brands only what a form shows: where there are hundreds, a person would wait for the rest of their rows."""

from typing import NamedTuple

from sqlalchemy import Integer, bindparam, or_
from sqlmodel import Session, col, select

from bot.menus import LISTED
from bot.models import Brand
from bot.storage.changes import ask
from bot.storage.queries import BRANDS_IN_USE
from bot.typed import row_id

_NAMES = select(Brand.id, Brand.name, Brand.response_channel).where(*BRANDS_IN_USE).order_by(Brand.name)
_FIRST = select(Brand.id).where(*BRANDS_IN_USE).order_by(Brand.name).limit(LISTED + 1)
_FIRST_AND_CHOSEN = _NAMES.where(
    or_(col(Brand.id).in_(_FIRST), col(Brand.id) == bindparam("chosen", type_=Integer))
)


class BrandName(NamedTuple):
    """A brand's name, and the channel that its plans go to, if it has one."""

    id: int
    name: str
    response_channel: str | None


def brand_names_of(session: Session, workspace_id: int) -> list[BrandName]:
    """Return the names of the brands that can be reported for, in their order."""
    return [BrandName(*row) for row in ask(session, _NAMES, workspace_id=workspace_id)]


def first_brand_names_of(session: Session, workspace_id: int, *, chosen: str) -> list[BrandName]:
    """Return as many of them as one list holds, and one more where there are more; the ``chosen`` one is always among them."""
    answer = ask(session, _FIRST_AND_CHOSEN, workspace_id=workspace_id, chosen=row_id(chosen))
    return [BrandName(*row) for row in answer]
