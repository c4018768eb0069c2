"""How long a brand's content is kept: the daily job erases the words of cases that were closed long enough ago."""

from datetime import datetime, timedelta
from typing import Any, cast

from sqlmodel import Session, col, select

from bot import erasing
from bot.models import Brand, Case
from bot.states import CaseState

MOST_AT_ONCE = 100
"""In one transaction; what is left comes the next day at the latest."""


def erase_what_is_over(session: Session, *, now: datetime) -> int:
    """Erase the content of cases whose brand keeps it no longer; return of how many. The fact of each case stays."""
    erased = 0
    for brand in session.exec(select(Brand).where(col(Brand.keep_days).is_not(None))):
        closed_before = now - timedelta(days=brand.keep_days or 0)
        for case in session.exec(
            select(Case)
            .where(
                Case.brand_id == brand.id,
                Case.state == CaseState.CLOSED,
                col(Case.closed_at) <= closed_before,
                cast("Any", Case.report)["what"].as_string() != erasing.ERASED,
            )
            .order_by(col(Case.closed_at))
            .limit(MOST_AT_ONCE - erased)
        ).all():
            erasing.erase_case(session, case, now=now)
            erased += 1
    return erased
