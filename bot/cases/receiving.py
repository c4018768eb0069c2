"""Reports that come faster than cases can be opened: each is written down at once, and opened as soon as nobody waits in line."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col

from bot import outbox
from bot.attention import NORMAL_PACE, Pace
from bot.cases.duplicates import open_report
from bot.cases.opening import NewReport, OpenedCase
from bot.cases.received import (
    decided,
    find_received,
    new_report_of,
    opened_meanwhile,
    overdue,
    write_received,
)
from bot.cases.timeline import Moved
from bot.event_kinds import NoticeKind
from bot.models import ReceivedReport, key
from bot.states import ReportState, Surface
from bot.storage import find

OPEN_WITHIN = timedelta(seconds=30)
"""After this the tick opens what was received: the process that was to do it has ended, or cannot keep up."""


def receive_report(session: Session, new: NewReport, *, now: datetime) -> int:
    """Write a report down and return its row's id; the same submission again is the same row. Raises Moved for somebody else's."""
    known = find_received(session, new)
    if known is not None:
        return key(known)
    return write_received(session, new, now=now, due_at=now + OPEN_WITHIN)


def open_received(
    session: Session, received_id: int, *, now: datetime, pace: Pace = NORMAL_PACE
) -> OpenedCase:
    """Open a case of a report that was received and return it, or what the report became before. Raises Moved when it was erased."""
    received = find(session, ReceivedReport, received_id)
    if received is None:
        raise Moved("This report was erased.")
    if received.state is not ReportState.RECEIVED:
        return decided(session, received)
    if (already := opened_meanwhile(session, received)) is not None:
        return already
    return open_report(session, new_report_of(session, received), now=now, pace=pace, received=received)


def start_clock_again(session: Session, *, now: datetime) -> None:
    """Have what was received in the future be received ``now``: the clock was set back, and its case would lie there too."""
    later = col(ReceivedReport.created_at) > now
    session.execute(update(ReceivedReport).where(later).values(created_at=now, due_at=now + OPEN_WITHIN))


def open_overdue(
    session: Session, *, now: datetime, pace: Pace = NORMAL_PACE, only: int | None = None
) -> int:
    """Open what the processes that received it did not, and tell its reporters, who saw only that it was received; return how many."""
    late = overdue(session, now=now, only=only)
    for received in late:
        opened = open_received(session, key(received), now=now, pace=pace)
        outbox.say(
            session,
            Surface.NOTICE,
            key=f"received:{opened.case.id}",
            channel_id=received.reporter,
            workspace_id=received.workspace_id,
            now=now,
            params={"kind": NoticeKind.OPENED_LATE, "number": opened.case.number},
        )
    return len(late)
