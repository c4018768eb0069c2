"""Open cases of the same kind of mistake, which may be of the very same one: a plan names them, until they are over."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.cases.timeline import redraw_plan
from bot.channels import SOCIAL
from bot.menus import LISTED
from bot.models import REPORT, Case, Draft, key
from bot.same_slip import REPORTS_APART, is_told_alike
from bot.states import CaseState, DraftState
from bot.storage import ask, queries

_MOST_REDRAWN = 20
_OPEN = (
    Case.brand_id == bindparam("brand_id"),
    Case.channel_id == bindparam("channel_id"),
    Case.state != CaseState.CLOSED,
    Case.id != bindparam("but_not"),
    Case.is_exercise == bindparam("is_exercise"),
)
_OF_ONE_KIND = (*_OPEN, Case.mistake == bindparam("mistake"))
_OF_ONE_LINK = (*_OPEN, Case.link_key == bindparam("link_key"))
_ANY_OPEN = select(Case.id).where(*_OF_ONE_KIND).limit(1)
_ALL_OPEN = select(Case).where(*_OF_ONE_KIND).order_by(col(Case.number).desc()).limit(LISTED)
_OPEN_OF_ONE_LINK = select(Case).where(*_OF_ONE_LINK).order_by(col(Case.number).desc()).limit(LISTED)


def open_ones_alike(session: Session, case: Case, *, is_repeat: bool) -> Sequence[Case]:
    """Return those of its brand's other open cases, the newest first, that may well be of the very same mistake.

    ``is_repeat``: the plan counts an earlier slip; it may be any of its kind in the same place, or on another network, that is
    not told as another one. In another place it is the same only where it was reported within the hour and is told alike.
    """
    asked = {**_asked(case), "mistake": case.mistake}
    if ask(session, _ANY_OPEN, **asked).first() is None:
        return ()
    return [
        other
        for other in session.exec(_ALL_OPEN, params=asked).all()
        if _may_be_the_same(case, other, is_repeat=is_repeat)
    ]


def redraw_open_ones_alike(session: Session, case: Case, *, now: datetime) -> None:
    """Have the plans drawn again that may name a case which is over, or whose words have gone out."""
    asked = {**_asked(case), "mistake": case.mistake}
    others = list(session.exec(_ALL_OPEN, params=asked).all()[:_MOST_REDRAWN])
    if case.link_key:
        asked = {**_asked(case), "link_key": case.link_key}
        others += session.exec(_OPEN_OF_ONE_LINK, params=asked).all()[:_MOST_REDRAWN]
    for other in {other.id: other for other in others}.values():
        redraw_plan(session, other, now=now)


def said_in(session: Session, others: Iterable[Case]) -> tuple[tuple[str, Draft], ...]:
    """Return, with each case's name, its plan's own words where they went out: whoever reports the same mistake has nothing to say a second time."""
    return tuple(
        (other.name, draft)
        for other in others
        for draft in queries.drafts_of(session, key(other))
        if draft.is_main and draft.state is DraftState.PUBLISHED
    )


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
        "channel_id": case.channel_id,
        "but_not": case.id,
        "is_exercise": case.is_exercise,
    }
