"""Reports that come faster than cases can be opened: each is kept at once, and opened as soon as nobody waits in line."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot import outbox
from bot.attention import NORMAL_PACE, Pace
from bot.cases import duplicates
from bot.cases.opening import NewReport, OpenedCase
from bot.cases.pending import decided, keep_report, kept_report, opened_meanwhile, overdue, pending_of
from bot.cases.timeline import Moved
from bot.models import PendingReport
from bot.states import ReportState, Surface

OPEN_WITHIN = timedelta(seconds=30)
"""After this the tick opens what was received: the process that was to do it has ended, or cannot keep up."""


def receive_report(session: Session, new: NewReport, *, now: datetime) -> int:
    """Keep a report and return its row's id; the same submission again is the same row. Raises Moved for somebody else's."""
    known = pending_of(session, new)
    if known is not None:
        return known.id or 0
    return keep_report(session, new, ReportState.RECEIVED, now=now, due_at=now + OPEN_WITHIN)


def open_received(
    session: Session, pending_id: int, *, now: datetime, is_asked: bool = False, pace: Pace = NORMAL_PACE
) -> OpenedCase | PendingReport:
    """Take a report that was received as ``duplicates.take_report`` does. Raises UnsureWhoSees, and Moved when it was erased."""
    pending = session.get(PendingReport, pending_id)
    if pending is None:
        raise Moved("This report was erased.")
    if pending.state is ReportState.WAITING:
        return pending
    if pending.state is not ReportState.RECEIVED:
        return decided(session, pending)
    if (already := opened_meanwhile(session, pending)) is not None:
        return already
    new = kept_report(session, pending)
    return duplicates.take_report(session, new, now=now, is_asked=is_asked, pace=pace, received=pending)


def open_overdue(session: Session, *, now: datetime, pace: Pace = NORMAL_PACE) -> int:
    """Make a case of every report that has waited for too long, and tell its reporter; return how many there were."""
    late = overdue(session, now=now)
    for pending in late:
        if pending.state is ReportState.WAITING:
            duplicates.open_undecided(session, pending, now=now, pace=pace)
        else:
            _open_late(session, pending, now=now, pace=pace)
    return len(late)


def _open_late(session: Session, pending: PendingReport, *, now: datetime, pace: Pace) -> None:
    """Open what the process that received it did not; its reporter saw only that it was kept."""
    taken = open_received(session, pending.id or 0, now=now, is_asked=True, pace=pace)
    if isinstance(taken, PendingReport):  # like another case: they are told when that is decided
        return
    outbox.say(
        session,
        Surface.NOTICE,
        key=f"received:{taken.case.id}",
        channel_id=pending.reporter,
        workspace_id=pending.workspace_id,
        now=now,
        params={"kind": "opened_late", "number": taken.case.number},
    )
