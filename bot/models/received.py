"""A report that was accepted while more came than could be opened."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.columns import json_field, stored
from bot.states import ReportState


class ReceivedReport(SQLModel, table=True):
    """An accepted report that is no case yet. ``case_id`` is what it has become.

    The row holds everything that opening a case needs, which is done by ``due_at`` at the latest.
    """

    __tablename__ = "pending_report"  # as it was called before; what is stored keeps its name
    __table_args__ = (
        UniqueConstraint("workspace_id", "report_key"),
        Index("ix_pending_report_due", "state", "due_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = Field(foreign_key="workspace.id")
    report_key: str = Field(max_length=80)
    reporter: str
    brand_id: int = Field(foreign_key="brand.id")
    case_id: int | None = Field(default=None, foreign_key="oops_case.id")
    state: ReportState = stored(ReportState)
    report: dict[str, Any] = json_field(dict)
    evidence: list[dict[str, str]] = json_field(list)
    channel_id: str | None = Field(default=None, max_length=40)
    fallback_channel: str = Field(default="", max_length=40)
    created_at: datetime
    due_at: datetime
    version: int = 1
