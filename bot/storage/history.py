"""Whether a brand has made the same kind of mistake before (product: history)."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlmodel import Session, col, or_, select

from bot.links import link_key
from bot.models import REPORT, Case
from bot.report import History, Report
from bot.same_slip import REPORTS_APART, is_told_alike
from bot.storage.changes import ask

SAME_KIND = timedelta(days=365)
"""How far back the same mistake of the same brand counts as "happened before"."""
_MOST_TOGETHER = 20

_OF_THE_KIND = (
    Case.brand_id == bindparam("brand_id"),
    Case.mistake == bindparam("mistake"),
    Case.opened_at >= bindparam("since"),
    Case.opened_at <= bindparam("until"),
    col(Case.is_exercise).is_(False),
    col(Case.merged_into).is_(None),
    Case.id != bindparam("but_not"),
)
_ALIKE = (
    select(Case.id)
    .where(*_OF_THE_KIND, or_(Case.link_key == "", Case.link_key != bindparam("link_key")))
    .limit(1)
)
_ALIKE_BUT = _ALIKE.where(col(Case.id).not_in(bindparam("same", expanding=True)))
_OPEN_ELSEWHERE = (
    select(Case.id, Case.report, Case.opened_at)
    .where(
        *_OF_THE_KIND,
        Case.channel != bindparam("channel"),
        or_(col(Case.closed_at).is_(None), col(Case.closed_at) > bindparam("until")),
    )
    .order_by(col(Case.id).desc())
    .limit(_MOST_TOGETHER)
)


def history_of(
    session: Session, brand_id: int, report: Report, *, now: datetime, but_not: int | None = None
) -> History:
    """Return whether this brand made this kind of mistake within a year, in earnest, in another case and not at the same address.

    What went out in another place, was reported within the hour, was still open and is told alike is the same slip, and no earlier one.
    """
    asked = {"brand_id": brand_id, "mistake": report.mistake, "until": now, "but_not": but_not or 0}
    alike = asked | {"since": now - SAME_KIND, "link_key": link_key(report.link)}
    if ask(session, _ALIKE, **alike).first() is None:
        return History.FIRST_TIME
    together = asked | {"since": now - REPORTS_APART, "channel": report.channel}
    same = [
        case_id
        for case_id, told, at in ask(session, _OPEN_ELSEWHERE, **together)
        if is_told_alike(report, REPORT.validate_python(told), apart=now - at)
    ]
    is_first = bool(same) and ask(session, _ALIKE_BUT, **alike, same=same).first() is None
    return History.FIRST_TIME if is_first else History.HAPPENED_BEFORE
