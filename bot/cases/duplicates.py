"""The same mistake reported twice: noted in the other case's thread; with the same address, the answer offers to merge."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot import access, outbox
from bot.attention import NORMAL_PACE, Pace
from bot.cases.merging import merge_cases
from bot.cases.opening import NewReport, OpenedCase, open_case
from bot.cases.received import open_case_of
from bot.cases.timeline import Moved, require_open, say_in_thread
from bot.event_kinds import EventKind, NoteKind
from bot.links import link_key
from bot.models import Case, Event, Message, ReceivedReport, key
from bot.report import Report
from bot.states import CaseState, Surface
from bot.storage import find_rare, get

REPORTS_APART = timedelta(minutes=60)
"""How far apart two reports of one brand and channel may be to be of one mistake."""
_NUMBERS_KEPT = 50


def open_report(
    session: Session,
    new: NewReport,
    *,
    now: datetime,
    pace: Pace = NORMAL_PACE,
    received: ReceivedReport | None = None,
) -> OpenedCase:
    """Open a case and return it, and note it in the thread of an open one that it may be of.

    ``received`` is the report's row where it was only received at first.
    It is never held back: two people may well have made two mistakes, and each is to have an answer.
    """
    alike = alike_case(session, key(new.brand), new.report, by=new.reporter, now=now)
    opened = (
        open_case_of(session, received, pace=pace)
        if received
        else open_case(session, new, now=now, pace=pace)
    )
    if alike is not None:
        _note_in_thread(session, alike, opened.case, now=now)
    return opened


def same_case(session: Session, case: Case) -> Case | None:
    """Return the first open case of the same address that was reported before, in the same channel; none for an exercise.

    It is the one whose thread names the others, so that all of one mistake point to the same case.
    """
    if not case.link_key or case.is_exercise:
        return None
    asked = {"brand_id": case.brand_id, "link_key": case.link_key}
    before = _SAME_LINK.where(col(Case.id) < key(case), Case.channel_id == case.channel_id)
    return find_rare(session, Case, before, **asked)


def merge_into_same(
    session: Session, case_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> Case:
    """Merge a case into the one of the same address, and return that; a second time changes nothing.

    Raises NoSuchCase, StaleChannel, CaseClosed, and Moved where the other one is closed, or elsewhere, by now.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    if case.merged_into is not None:
        return get(session, Case, case.merged_into)
    require_open(session, case)
    same = same_case(session, case)
    if same is None or same.reporter == case.reporter:
        raise Moved("That case was closed or moved meanwhile. Yours stays as it is.")
    return merge_cases(session, key(same), case_id, by=by, now=now, pace=pace)


def alike_case(session: Session, brand_id: int, report: Report, *, by: str, now: datetime) -> Case | None:
    """Return the open case that this may be of: the same address, else the same place within the hour; never an exercise.

    Nor one that the same person has reported: whoever reports twice knows of the first, and means another mistake.
    Of several with the same address it is the first, whoever reported that: one thread names them all.
    """
    link = link_key(report.link)
    if link:
        asked = {"brand_id": brand_id, "by": by, "link_key": link}
        if find_rare(session, Case, _SAME_LINK_BY_OTHERS, **asked) is not None:
            return find_rare(session, Case, _SAME_LINK, brand_id=brand_id, link_key=link)
    within = {"brand_id": brand_id, "by": by, "channel": report.channel, "since": now - REPORTS_APART}
    return find_rare(session, Case, _SAME_CHANNEL, **within)


_STILL_OPEN = select(Case.id).where(
    Case.brand_id == bindparam("brand_id"),
    Case.state != CaseState.CLOSED,
    col(Case.is_exercise).is_(False),
)
_SAME_LINK = _STILL_OPEN.where(Case.link_key == bindparam("link_key")).order_by(col(Case.id)).limit(1)
_BY_OTHERS = Case.reporter != bindparam("by")
_SAME_LINK_BY_OTHERS = _SAME_LINK.where(_BY_OTHERS)
_SAME_CHANNEL = (
    _STILL_OPEN.where(_BY_OTHERS, Case.channel == bindparam("channel"), Case.opened_at >= bindparam("since"))
    .order_by(col(Case.opened_at), col(Case.id))
    .limit(1)
)


def _note_in_thread(session: Session, alike: Case, other: Case, *, now: datetime) -> None:
    """Say once in the other case's thread that it may have been reported again; further numbers are added to that line.

    A case that lives in another channel is not named there.
    """
    number = other.number if other.channel_id == alike.channel_id else None
    session.add(Event(case_id=key(alike), at=now, kind=EventKind.MAYBE_DUPLICATE, detail={"other": number}))
    name = f"duplicates:{alike.id}:{alike.id}"
    known = session.exec(
        select(Message)
        .where(Message.workspace_id == alike.workspace_id, Message.key == name)
        .with_for_update()
    ).first()
    if known is None:
        others = [number] if number else []
        say_in_thread(
            session,
            alike,
            Surface.NOTE,
            "duplicates",
            now=now,
            subject_id=alike.id,
            kind=NoteKind.DUPLICATE,
            others=others,
        )
    elif number:
        known.params = {**known.params, "others": [*known.params.get("others", ()), number][-_NUMBERS_KEPT:]}
        outbox.redraw(session, name, workspace_id=alike.workspace_id, now=now)
