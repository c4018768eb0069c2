"""The same mistake reported twice: offered where the address is the same, to those who may see the other case; else noted in its thread."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot import access, outbox
from bot.attention import NORMAL_PACE, Pace
from bot.cases.opening import NewReport, OpenedCase, open_case
from bot.cases.pending import (
    decided,
    keep_report,
    known_case,
    open_kept,
    open_pending,
    pending_for,
    pending_of,
    settle,
)
from bot.cases.timeline import Moved, announce, key, say_in_thread
from bot.links import link_key
from bot.models import REPORT, Case, Event, Evidence, Message, PendingReport
from bot.report import Report
from bot.states import CaseState, EvidenceState, ReportState, Surface
from bot.storage import change, get

REPORTS_APART = timedelta(minutes=60)
"""How far apart two reports of one account and place may be to be of one mistake (product: duplicates)."""
DECIDE_WITHIN = timedelta(minutes=10)
"""After this a report that nobody has decided about becomes a case: what was accepted is not lost."""
_NUMBERS_KEPT = 50


class UnsureWhoSees(access.StaleChannel):
    """Slack has to be asked whether the reporter may see the other case."""


def take_report(
    session: Session,
    new: NewReport,
    *,
    now: datetime,
    is_asked: bool = False,
    pace: Pace = NORMAL_PACE,
    received: PendingReport | None = None,
) -> OpenedCase | PendingReport:
    """Open a case, unless an open one is of the same address and the reporter may see it: then the report waits for their word.

    The same place within the hour may well be another mistake: that is answered at once, and only noted in the other thread.
    ``is_asked``: Slack has just been asked who sees the other case; raises UnsureWhoSees before that, where it matters.
    ``received`` is the report's row where it was kept before.
    """
    alike = alike_case(session, key(new.brand), new.report, by=new.reporter, now=now)
    known = received or (pending_of(session, new) if alike else None)
    if known is not None and known.state is not ReportState.RECEIVED:
        return known if known.state is ReportState.WAITING else decided(session, known)
    if (
        alike is not None
        and _is_same_address(alike, new.report)
        and _may_see(session, alike, new.reporter, now=now, is_asked=is_asked)
    ):
        return _let_wait(session, new, alike, known, now=now)
    opened = open_kept(session, known, pace=pace) if known else open_case(session, new, now=now, pace=pace)
    if alike is not None:
        _note_in_thread(session, alike, opened.case, now=now)
    return opened


def alike_case(session: Session, brand_id: int, report: Report, *, by: str, now: datetime) -> Case | None:
    """Return the open case that this may be of: the same address, else the same place within the hour; never an exercise.

    Nor one that the same person has reported: whoever reports twice knows of the first, and means another mistake.
    """
    link = link_key(report.link)
    if link:
        asked = {"brand_id": brand_id, "by": by, "link_key": link}
        if (found := session.exec(_SAME_LINK, params=asked).first()) is not None:
            return found
    within = {"brand_id": brand_id, "by": by, "channel": report.channel, "since": now - REPORTS_APART}
    return session.exec(_SAME_CHANNEL, params=within).first()


def _is_same_address(case: Case, report: Report) -> bool:
    link = link_key(report.link)
    return bool(link) and link == case.link_key


_STILL_OPEN = select(Case).where(
    Case.brand_id == bindparam("brand_id"),
    Case.reporter != bindparam("by"),
    Case.state != CaseState.CLOSED,
    col(Case.is_exercise).is_(False),
)
_SAME_LINK = _STILL_OPEN.where(Case.link_key == bindparam("link_key")).order_by(col(Case.id)).limit(1)
_SAME_CHANNEL = (
    _STILL_OPEN.where(Case.channel == bindparam("channel"), Case.opened_at >= bindparam("since"))
    .order_by(col(Case.opened_at), col(Case.id))
    .limit(1)
)


def join_case(
    session: Session, pending_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> OpenedCase:
    """Add a report to the case that is alike, and return that case.

    Where that was closed meanwhile, or the reporter no longer sees it, the report becomes a case of its own. Raises Moved,
    StaleChannel.
    """
    pending = pending_for(session, pending_id, by=by)
    if pending.state is not ReportState.WAITING:
        return decided(session, pending)
    alike = get(session, Case, pending.alike_id or 0)
    if alike.state is CaseState.CLOSED or not _may_see(session, alike, by, now=now, is_asked=False):
        return insist_on_case(session, pending_id, by=by, pace=pace)
    report = REPORT.validate_python(pending.report)
    for file in pending.evidence:
        session.add(
            Evidence(
                case_id=key(alike), file_id=file["file_id"], name=file["name"], state=EvidenceState.WANTED
            )
        )
    settle(session, pending, ReportState.JOINED, alike)
    announce(
        session,
        alike,
        "report_joined",
        once="joined",
        subject_id=pending.id,
        by=by,
        now=now,
        what=report.what,
        link=report.link,
    )
    return known_case(session, alike)


def insist_on_case(session: Session, pending_id: int, *, by: str, pace: Pace = NORMAL_PACE) -> OpenedCase:
    """Open a case of its own from a report whose reporter says that it is another mistake. Raises Moved."""
    pending = pending_for(session, pending_id, by=by)
    if pending.state is not ReportState.WAITING:
        return decided(session, pending)
    return open_pending(session, pending, pace=pace)


def open_undecided(
    session: Session, pending: PendingReport, *, now: datetime, pace: Pace = NORMAL_PACE
) -> None:
    """Make a case of a report that nobody has decided about in time, and tell its reporter."""
    case = open_pending(session, pending, pace=pace).case
    alike = get(session, Case, pending.alike_id or 0)
    if alike.state is not CaseState.CLOSED:
        _note_in_thread(session, alike, case, now=now)
    outbox.say(
        session,
        Surface.NOTICE,
        key=f"undecided:{case.id}:{pending.reporter}",
        channel_id=pending.reporter,
        workspace_id=case.workspace_id,
        now=now,
        params={"kind": "opened_after_all", "number": case.number, "other": alike.number},
    )


def _let_wait(
    session: Session, new: NewReport, alike: Case, known: PendingReport | None, *, now: datetime
) -> PendingReport:
    due_at = now + DECIDE_WITHIN
    if known is None:
        kept = keep_report(session, new, ReportState.WAITING, now=now, due_at=due_at, alike_id=key(alike))
        return get(session, PendingReport, kept)
    if not change(session, known, state=ReportState.WAITING, alike_id=key(alike), due_at=due_at):
        raise Moved("This report was taken at the same moment. `/oops list` shows your cases.")
    return known


def _may_see(session: Session, case: Case, user_id: str, *, now: datetime, is_asked: bool) -> bool:
    """Return whether somebody may be told of a case that another person has reported. Raises UnsureWhoSees."""
    try:
        return user_id in access.members_of(session, case, now=now)
    except access.StaleChannel as stale:
        if is_asked:
            return False
        raise UnsureWhoSees(stale.workspace_id, stale.channel_id, known_to=stale.known_to) from stale


def _note_in_thread(session: Session, alike: Case, other: Case, *, now: datetime) -> None:
    """Say once in the other case's thread that it may have been reported again; further numbers are added to that line.

    A case that lives in another channel is not named there.
    """
    number = other.number if other.channel_id == alike.channel_id else None
    session.add(Event(case_id=key(alike), at=now, kind="maybe_duplicate", detail={"other": number}))
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
            kind="duplicate",
            others=others,
        )
    elif number:
        known.params = {**known.params, "others": [*known.params.get("others", ()), number][-_NUMBERS_KEPT:]}
        outbox.redraw(session, name, workspace_id=alike.workspace_id, now=now)
