"""How long a brand's content is kept: the daily job erases the words of cases that were closed long enough ago."""

from datetime import datetime, timedelta
from typing import Any, cast

from sqlmodel import Session, col, select

from bot import erasing
from bot.models import Brand, Case
from bot.states import CaseState
from bot.storage import find, get


def cases_over(session: Session, *, now: datetime) -> list[int]:
    """Return the ids of the cases whose brand keeps their content no longer: looked for once, and not by whoever writes."""
    brands = session.exec(select(Brand).where(col(Brand.keep_days).is_not(None))).all()
    return [
        case_id
        for brand in brands
        for case_id in session.exec(
            select(Case.id).where(*_is_over(brand, now)).order_by(col(Case.closed_at))
        ).all()
        if case_id is not None
    ]


def erase_if_over(session: Session, case_id: int, *, now: datetime) -> bool:
    """Erase the content of a case that is still over, and return whether it was. The fact of the case stays.

    One case in each transaction, some 20 ms: a person's submission may wait for it on SQLite.
    """
    case = find(session, Case, case_id)
    brand = get(session, Brand, case.brand_id) if case is not None else None
    if brand is None or brand.keep_days is None:
        return False
    still = select(Case).where(Case.id == case_id, *_is_over(brand, now))
    case = session.exec(still.with_for_update(skip_locked=True)).first()
    if case is None:
        return False
    erasing.erase_case(session, case, now=now)
    return True


def _is_over(brand: Brand, now: datetime) -> tuple[Any, ...]:
    return (
        Case.brand_id == brand.id,
        Case.state == CaseState.CLOSED,
        col(Case.closed_at) <= now - timedelta(days=brand.keep_days or 0),
        cast("Any", Case.report)["what"].as_string() != erasing.ERASED,
    )
