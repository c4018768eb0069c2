"""The same mistake reported twice: offered to those who may see the other case, noted in its thread by those who may not."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, exists, select

from bot import access, outbox
from bot.attention import NORMAL_PACE, Pace
from bot.cases.opening import GivenFile, NewReport, OpenedCase, open_case
from bot.cases.timeline import Moved, announce, key, say_in_thread
from bot.links import link_key
from bot.models import REPORT, Case, Event, Evidence, Message, PendingReport
from bot.report import Report
from bot.states import CaseState, EvidenceState, ReportState, Surface
from bot.storage import change, get, queries

REPORTS_APART = timedelta(minutes=60)
"""How far apart two reports of one account and place may be to be of one mistake (product: duplicates)."""
DECIDE_WITHIN = timedelta(minutes=10)
"""After this a report that nobody has decided about becomes a case: what was accepted is not lost."""
MOST_AT_ONCE = 100
_NUMBERS_KEPT = 50


class UnsureWhoSees(access.StaleChannel):
    """Slack has to be asked whether the reporter may see the other case."""


def take_report(
    session: Session, new: NewReport, *, now: datetime, is_asked: bool = False, pace: Pace = NORMAL_PACE
) -> OpenedCase | PendingReport:
    """Open a case, unless an open one is alike and the reporter may see it: then the report waits for their word.

    ``is_asked``: Slack has just been asked who sees the other case. Raises UnsureWhoSees before that, where it matters.
    """
    alike = alike_case(session, new.brand_id, new.report, now=now)
    if alike is None:
        return open_case(session, new, now=now, pace=pace)
    known = _pending(session, new)
    if known is not None:
        return known if known.state is ReportState.WAITING else _decided(session, known)
    if _may_see(session, alike, new.reporter, now=now, is_asked=is_asked):
        return _let_wait(session, new, alike, now=now)
    opened = open_case(session, new, now=now, pace=pace)
    _note_in_thread(session, alike, opened.case, now=now)
    return opened


def alike_case(session: Session, brand_id: int, report: Report, *, now: datetime) -> Case | None:
    """Return the open case that this may be of: the same address, else the same place within the hour; never an exercise."""
    link = link_key(report.link)
    if link:
        asked = {"brand_id": brand_id, "link_key": link}
        if (found := session.exec(_SAME_LINK, params=asked).first()) is not None:
            return found
    within = {"brand_id": brand_id, "channel": report.channel, "since": now - REPORTS_APART}
    return session.exec(_SAME_CHANNEL, params=within).first()


_STILL_OPEN = select(Case).where(
    Case.brand_id == bindparam("brand_id"),
    Case.state != CaseState.CLOSED,
    col(Case.is_exercise).is_(False),
)
_SAME_LINK = _STILL_OPEN.where(Case.link_key == bindparam("link_key")).order_by(col(Case.id)).limit(1)
_SAME_CHANNEL = (
    _STILL_OPEN.where(Case.channel == bindparam("channel"), Case.opened_at >= bindparam("since"))
    .order_by(col(Case.opened_at), col(Case.id))
    .limit(1)
)


def pending_for(session: Session, pending_id: int, *, by: str) -> PendingReport:
    """Return a report that its own reporter is asked about. Raises Moved for anybody else."""
    pending = session.get(PendingReport, pending_id)
    if pending is None or pending.reporter != by:
        raise Moved("This question no longer stands. `/oops list` shows your cases.")
    return pending


def join_case(
    session: Session, pending_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> OpenedCase:
    """Add a report to the case that is alike, and return that case.

    Where that was closed meanwhile, or the reporter no longer sees it, the report becomes a case of its own. Raises Moved,
    StaleChannel.
    """
    pending = pending_for(session, pending_id, by=by)
    if pending.state is not ReportState.WAITING:
        return _decided(session, pending)
    alike = get(session, Case, pending.alike_id)
    if alike.state is CaseState.CLOSED or not _may_see(session, alike, by, now=now, is_asked=False):
        return insist_on_case(session, pending_id, by=by, pace=pace)
    report = REPORT.validate_python(pending.report)
    for file in pending.evidence:
        session.add(
            Evidence(
                case_id=key(alike), file_id=file["file_id"], name=file["name"], state=EvidenceState.WANTED
            )
        )
    _settle(session, pending, ReportState.JOINED, alike)
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
    return _known(session, alike)


def insist_on_case(session: Session, pending_id: int, *, by: str, pace: Pace = NORMAL_PACE) -> OpenedCase:
    """Open a case of its own from a report whose reporter says that it is another mistake. Raises Moved."""
    pending = pending_for(session, pending_id, by=by)
    if pending.state is not ReportState.WAITING:
        return _decided(session, pending)
    return _open_pending(session, pending, pace=pace)


def is_due(now: datetime) -> Any:
    """Return the condition that a report has waited for its reporter's word for long enough."""
    return exists().where(col(PendingReport.state) == ReportState.WAITING, col(PendingReport.due_at) <= now)


def open_undecided(session: Session, *, now: datetime, pace: Pace = NORMAL_PACE) -> int:
    """Make a case of every report that nobody has decided about in time, and tell its reporter; return how many."""
    due = session.exec(
        select(PendingReport)
        .where(PendingReport.state == ReportState.WAITING, PendingReport.due_at <= now)
        .order_by(col(PendingReport.due_at))
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    for pending in due:
        case = _open_pending(session, pending, pace=pace).case
        alike = get(session, Case, pending.alike_id)
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
    return len(due)


def _decided(session: Session, pending: PendingReport) -> OpenedCase:
    """Return what a second click finds."""
    return _known(session, get(session, Case, pending.case_id or pending.alike_id))


def _known(session: Session, case: Case) -> OpenedCase:
    return OpenedCase(case, access.brand_of(session, case), None)


def _open_pending(session: Session, pending: PendingReport, *, pace: Pace) -> OpenedCase:
    """Open a case as of the moment of the report; one that was made of it meanwhile, by the same form, is that case."""
    known = queries.case_of_report(session, pending.workspace_id, pending.report_key)
    opened = _known(session, known) if known else _opened(session, pending, pace=pace)
    _settle(session, pending, ReportState.OPENED, opened.case)
    return opened


def _opened(session: Session, pending: PendingReport, *, pace: Pace) -> OpenedCase:
    new = NewReport(
        report=REPORT.validate_python(pending.report),
        workspace_id=pending.workspace_id,
        reporter=pending.reporter,
        brand_id=pending.brand_id,
        report_key=pending.report_key,
        channel_id=pending.channel_id,
        fallback_channel=pending.fallback_channel,
        evidence=[GivenFile(**file) for file in pending.evidence],
    )
    return open_case(session, new, now=pending.created_at, pace=pace)


def _settle(session: Session, pending: PendingReport, state: ReportState, case: Case) -> None:
    """Write down what became of a report; its words are in the case from now on."""
    if not change(session, pending, state=state, case_id=key(case), report={}, evidence=[]):
        raise Moved("This was decided at the same moment. Please press again to see what became of it.")


def _let_wait(session: Session, new: NewReport, alike: Case, *, now: datetime) -> PendingReport:
    pending = PendingReport(
        workspace_id=new.workspace_id,
        report_key=new.report_key,
        reporter=new.reporter,
        brand_id=new.brand_id,
        alike_id=key(alike),
        state=ReportState.WAITING,
        report=REPORT.dump_python(new.report, mode="json"),
        evidence=[{"file_id": file.file_id, "name": file.name} for file in new.evidence],
        channel_id=new.channel_id,
        fallback_channel=new.fallback_channel,
        created_at=now,
        due_at=now + DECIDE_WITHIN,
    )
    session.add(pending)
    session.flush()
    return pending


def _pending(session: Session, new: NewReport) -> PendingReport | None:
    return session.exec(
        select(PendingReport).where(
            PendingReport.workspace_id == new.workspace_id, PendingReport.report_key == new.report_key
        )
    ).first()


def _may_see(session: Session, case: Case, user_id: str, *, now: datetime, is_asked: bool) -> bool:
    """Return whether somebody may be told of a case: its members, and its own reporter. Raises UnsureWhoSees."""
    if user_id == case.reporter:
        return True
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
