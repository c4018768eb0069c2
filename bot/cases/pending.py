"""Reports that were accepted and are no case yet, since more came at once than could be opened.

A row keeps all that opening a case needs, so that nothing is lost; by ``due_at`` it becomes one, whatever became of the process.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, exists, select

from bot import access
from bot.attention import Pace
from bot.cases.opening import GivenFile, NewReport, OpenedCase, open_case
from bot.cases.timeline import Moved
from bot.models import REPORT, Brand, Case, PendingReport, key
from bot.states import ReportState
from bot.storage import change, find_rare, get, insert_with_ids, queries

MOST_AT_ONCE = 20
"""What one transaction opens: as many take about 0.1 s, and a person's submission waits for it on SQLite."""


def pending_of(session: Session, new: NewReport) -> PendingReport | None:
    """Return the row of a submission, if it was kept before. Raises Moved for somebody else's."""
    asked = {"workspace_id": new.brand.workspace_id, "report_key": new.report_key}
    known = find_rare(session, PendingReport, _OF_SUBMISSION, **asked)
    if known is not None and known.reporter != new.reporter:
        raise Moved("This form no longer works. `/oops list` shows your cases.")
    return known


_OF_SUBMISSION = select(PendingReport.id).where(
    PendingReport.workspace_id == bindparam("workspace_id"),
    PendingReport.report_key == bindparam("report_key"),
)


def keep_report(session: Session, new: NewReport, *, now: datetime, due_at: datetime) -> int:
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
    return insert_with_ids(session, PendingReport, [values])[0]


def kept_report(session: Session, pending: PendingReport) -> NewReport:
    """Return the report that a row keeps."""
    return NewReport(
        report=REPORT.validate_python(pending.report),
        brand=get(session, Brand, pending.brand_id),
        reporter=pending.reporter,
        report_key=pending.report_key,
        channel_id=pending.channel_id,
        fallback_channel=pending.fallback_channel,
        evidence=[GivenFile(**file) for file in pending.evidence],
    )


def opened_meanwhile(session: Session, pending: PendingReport) -> OpenedCase | None:
    """Return the case that the same form has become in another way, if it has, and settle the row. Raises Moved."""
    known = queries.case_of_report(session, pending.workspace_id, pending.report_key)
    if known is None:
        return None
    _settle(session, pending, known)
    return _known_case(session, known)


def open_kept(session: Session, pending: PendingReport, *, pace: Pace) -> OpenedCase:
    """Open a case from a row that no case was made of, as of the moment of the report, and return it. Raises Moved."""
    opened = open_case(session, kept_report(session, pending), now=pending.created_at, pace=pace)
    _settle(session, pending, opened.case)
    return opened


def decided(session: Session, pending: PendingReport) -> OpenedCase:
    """Return what a report has become."""
    return _known_case(session, get(session, Case, pending.case_id or 0))


def _known_case(session: Session, case: Case) -> OpenedCase:
    """Return a case that was there before."""
    return OpenedCase(case, access.brand_of(session, case), None)


def _settle(session: Session, pending: PendingReport, case: Case) -> None:
    """Write down what became of a report; its words are in the case from now on. Raises Moved."""
    if not change(session, pending, state=ReportState.OPENED, case_id=key(case), report={}, evidence=[]):
        raise Moved("This report was opened at the same moment. `/oops list` shows your cases.")


def is_due(now: datetime) -> Any:
    """Return the condition that a report has waited for long enough."""
    return exists().where(col(PendingReport.state) == ReportState.RECEIVED, col(PendingReport.due_at) <= now)


def overdue(session: Session, *, now: datetime) -> Sequence[PendingReport]:
    """Return reports that have waited for long enough, the oldest first; those of another process's hands are left out."""
    return session.exec(
        select(PendingReport)
        .where(PendingReport.state == ReportState.RECEIVED, PendingReport.due_at <= now)
        .order_by(col(PendingReport.due_at))
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
