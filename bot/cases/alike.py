"""Open cases of the same kind of mistake, which may be of the very same one: a plan names them, until they are over."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.cases.timeline import redraw_plan
from bot.channels import SOCIAL
from bot.menus import LISTED
from bot.models import REPORT, Case
from bot.same_slip import REPORTS_APART, is_told_alike
from bot.states import CaseState
from bot.storage import ask

_MOST_REDRAWN = 20
_OPEN = (
    Case.brand_id == bindparam("brand_id"),
    Case.mistake == bindparam("mistake"),
    Case.channel_id == bindparam("channel_id"),
    Case.state != CaseState.CLOSED,
    Case.id != bindparam("but_not"),
    Case.is_exercise == bindparam("is_exercise"),
)
_ANY_OPEN = select(Case.id).where(*_OPEN).limit(1)
_ALL_OPEN = select(Case).where(*_OPEN).order_by(col(Case.number).desc()).limit(LISTED)


def open_ones_alike(session: Session, case: Case, *, is_repeat: bool) -> Sequence[Case]:
    """Return those of its brand's other open cases, the newest first, that may well be of the very same mistake.

    ``is_repeat``: the plan counts an earlier slip; it may be any of its kind in the same place, or on another network, that is
    not told as another one. In another place it is the same only where it was reported within the hour and is told alike.
    """
    asked = _asked(case)
    if ask(session, _ANY_OPEN, **asked).first() is None:
        return ()
    return [
        other
        for other in session.exec(_ALL_OPEN, params=asked).all()
        if _may_be_the_same(case, other, is_repeat=is_repeat)
    ]


def redraw_open_ones_alike(session: Session, case: Case, *, now: datetime) -> None:
    """Have the plans drawn again that may name a case which is over."""
    for other in session.exec(_ALL_OPEN, params=_asked(case)).all()[:_MOST_REDRAWN]:
        redraw_plan(session, other, now=now)


def is_same_elsewhere(case: Case, other: Case) -> bool:
    """Return whether another case is of the same slip in another place, as far as the reports tell."""
    is_elsewhere = other.channel is not case.channel
    return is_elsewhere and _apart(case, other) <= REPORTS_APART and bool(_told_alike(case, other))


def _may_be_the_same(case: Case, other: Case, *, is_repeat: bool) -> bool:
    if is_same_elsewhere(case, other):
        return True
    is_near = other.channel is case.channel or {other.channel, case.channel} <= SOCIAL
    return is_repeat and is_near and _told_alike(case, other) is not False


def _told_alike(case: Case, other: Case) -> bool | None:
    report, told = (REPORT.validate_python(one.report) for one in (case, other))
    return is_told_alike(report, told, apart=_apart(case, other))


def _apart(case: Case, other: Case) -> timedelta:
    return abs(case.opened_at - other.opened_at)


def _asked(case: Case) -> dict[str, object]:
    return {
        "brand_id": case.brand_id,
        "mistake": case.mistake,
        "channel_id": case.channel_id,
        "but_not": case.id,
        "is_exercise": case.is_exercise,
    }
