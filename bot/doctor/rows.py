"""What the rows say about how oops is doing, for ``oops doctor``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from bot.models import Brand, Case, CheckIn, Outbox, ReceivedReport, Workspace
from bot.outbox import ARCHIVED, CHANNEL_LOST, IS_PUBLIC, MAYBE_SAID, RESTRICTED
from bot.states import CaseState, CheckInState, OutboxState, ReportState


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that Slack refused: where, and with which error."""

    channel_id: str
    error: str

    @property
    def next_step(self) -> str:
        """Return what lets it be said."""
        code, where = self.error.removeprefix(MAYBE_SAID), self.channel_id
        if code == IS_PUBLIC:
            return f"Make {where} private in Slack, or choose a private channel in `/oops settings`: what is missing follows by itself."
        if code in ARCHIVED:
            return f"Open {where} in Slack and choose “Unarchive channel”: what is missing follows by itself."
        if code in CHANNEL_LOST:
            return f"Type `/invite @oops` in {where}: what is missing follows by itself."
        if code in RESTRICTED:
            return f"Let oops write in {where} (in Slack, the channel's settings, “Posting permissions”), and restart `oops serve`; without that it is tried again within the hour."
        return "It is tried again every hour. Restart `oops serve` to have that now: it tries what failed in the last 7 days."


@dataclass(frozen=True, slots=True)
class Waiting:
    """The outbox: what failed, how many rows may or may not have been said, how many wait, and since when the oldest could go."""

    failed: Sequence[Failed]
    uncertain: int
    pending: int
    oldest: datetime | None


def damage(session: Session) -> str:
    """Return what SQLite finds wrong in its file, in its words; empty where it is whole, or another engine. Its headings tell nothing."""
    if session.connection().dialect.name != "sqlite":
        return ""
    found = str(session.connection().exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
    lines = found.splitlines()
    return "" if found == "ok" else next((line for line in lines if not line.startswith("***")), lines[0])


def response_channels(session: Session, team_id: str, fallback: str) -> list[tuple[str, str]]:
    """Return each brand's name with its response channel, ``fallback`` where it has none, which may be empty.

    Without a ``team_id`` the brands of all workspaces.
    """
    brands = select(Brand).where(col(Brand.is_archived).is_(False)).order_by(col(Brand.id))
    if team_id:
        brands = brands.join(Workspace, col(Workspace.id) == Brand.workspace_id).where(
            Workspace.team_id == team_id
        )
    return [(brand.name, brand.response_channel or fallback) for brand in session.exec(brands)]


def waiting_outbox(session: Session) -> Waiting:
    """Return what has not reached Slack, for workspaces that have the app."""

    def count(state: OutboxState) -> int:
        rows = select(func.count()).select_from(Outbox).where(Outbox.state == state, _has_app())
        return session.exec(rows).one()

    failed = session.exec(
        select(Outbox.channel_id, Outbox.error)
        .where(Outbox.state == OutboxState.FAILED, _has_app())
        .order_by(col(Outbox.id))
    ).all()
    return Waiting(
        failed=[Failed(*row) for row in failed],
        uncertain=count(OutboxState.UNCERTAIN),
        pending=count(OutboxState.PENDING),
        oldest=session.exec(
            select(func.min(Outbox.not_before)).where(Outbox.state == OutboxState.PENDING, _has_app())
        ).one(),
    )


def overdue_check_in(session: Session, *, before: datetime) -> tuple[int, datetime] | None:
    """Return the case number and time of the oldest check-in that was due ``before`` and has not been asked, or None."""
    return session.exec(
        select(Case.number, CheckIn.due_at)
        .join(Case, col(Case.id) == CheckIn.case_id)
        .where(
            CheckIn.state == CheckInState.PLANNED,
            CheckIn.due_at < before,
            Case.state != CaseState.CLOSED,
        )
        .order_by(col(CheckIn.due_at))
        .limit(1)
    ).first()


def overdue_report(session: Session, *, before: datetime) -> datetime | None:
    """Return since when the oldest report that was received should have been a case, if that was ``before``, or None."""
    return session.exec(
        select(ReceivedReport.due_at)
        .where(ReceivedReport.state == ReportState.RECEIVED, ReceivedReport.due_at < before)
        .order_by(col(ReceivedReport.due_at))
        .limit(1)
    ).first()


def _has_app() -> Any:
    return col(Outbox.workspace_id).in_(select(Workspace.id).where(col(Workspace.is_active).is_(True)))
