"""Reports that were accepted and are no case yet, since more came at once than could be opened.

A row keeps all that opening a case needs, so that nothing is lost; by ``due_at`` it becomes one, whatever became of the process.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam
from sqlmodel import Session, col, select

from bot import access
from bot.attention import Pace
from bot.cases.opening import GivenFile, NewReport, OpenedCase, open_case
from bot.cases.timeline import Moved
from bot.models import REPORT, Brand, Case, ReceivedReport, key
from bot.states import ReportState
from bot.storage import change, find_rare, get, insert_with_ids, queries

MOST_AT_ONCE = 20
"""What one transaction opens: as many take about 0.1 s, and a person's submission waits for it on SQLite."""


def find_received(session: Session, new: NewReport) -> ReceivedReport | None:
    """Return the row of a submission, if it was received before. Raises Moved for somebody else's."""
    asked = {"workspace_id": new.brand.workspace_id, "report_key": new.report_key}
    known = find_rare(session, ReceivedReport, _OF_SUBMISSION, **asked)
    if known is not None and known.reporter != new.reporter:
        raise Moved("This form no longer works. `/oops list` shows your cases.")
    return known


_OF_SUBMISSION = select(ReceivedReport.id).where(
    ReceivedReport.workspace_id == bindparam("workspace_id"),
    ReceivedReport.report_key == bindparam("report_key"),
)


def write_received(session: Session, new: NewReport, *, now: datetime, due_at: datetime) -> int:
    """Write a report down and return its row's id."""
    values: dict[str, Any] = {
        "workspace_id": new.brand.workspace_id,
        "report_key": new.report_key,
        "reporter": new.reporter,
        "brand_id": new.brand.id,
        "state": ReportState.RECEIVED,
        "report": REPORT.dump_python(new.report, mode="json"),
        "evidence": [{"file_id": file.file_id, "name": file.name} for file in new.evidence],
        "channel_id": new.channel_id,
        "fallback_channel": new.fallback_channel,
        "created_at": now,
        "due_at": due_at,
    }
    return insert_with_ids(session, ReceivedReport, [values])[0]


def new_report_of(session: Session, received: ReceivedReport) -> NewReport:
    """Return the report that a row holds."""
    return NewReport(
        report=REPORT.validate_python(received.report),
        brand=get(session, Brand, received.brand_id),
        reporter=received.reporter,
        report_key=received.report_key,
        channel_id=received.channel_id,
        fallback_channel=received.fallback_channel,
        evidence=[GivenFile(**file) for file in received.evidence],
    )


def opened_meanwhile(session: Session, received: ReceivedReport) -> OpenedCase | None:
    """Return the case that the same form has become in another way, if it has, and settle the row. Raises Moved."""
    known = queries.case_of_report(session, received.workspace_id, received.report_key)
    if known is None:
        return None
    _settle(session, received, known)
    return _known_case(session, known)


def open_case_of(session: Session, received: ReceivedReport, *, pace: Pace) -> OpenedCase:
    """Open a case from a row that no case was made of, as of the moment of the report, and return it. Raises Moved."""
    opened = open_case(session, new_report_of(session, received), now=received.created_at, pace=pace)
    _settle(session, received, opened.case)
    return opened


def decided(session: Session, received: ReceivedReport) -> OpenedCase:
    """Return what a report has become."""
    return _known_case(session, get(session, Case, received.case_id or 0))


def _known_case(session: Session, case: Case) -> OpenedCase:
    """Return a case that was there before."""
    return OpenedCase(case, access.brand_of(session, case), None)


def _settle(session: Session, received: ReceivedReport, case: Case) -> None:
    """Write down what became of a report; its words are in the case from now on. Raises Moved."""
    if not change(session, received, state=ReportState.OPENED, case_id=key(case), report={}, evidence=[]):
        raise Moved("This report was opened at the same moment. `/oops list` shows your cases.")


def is_due(now: datetime) -> Any:
    """Return the condition that a report has waited for long enough."""
    return and_(col(ReceivedReport.state) == ReportState.RECEIVED, col(ReceivedReport.due_at) <= now)


def overdue(session: Session, *, now: datetime, only: int | None = None) -> Sequence[ReceivedReport]:
    """Return reports that have waited for long enough, or ``only`` that one, the oldest first; those of another process's hands are left out."""
    late = select(ReceivedReport).where(is_due(now))
    return session.exec(
        (late if only is None else late.where(ReceivedReport.id == only))
        .order_by(col(ReceivedReport.due_at))
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
