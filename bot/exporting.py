"""A workspace's cases as data: everything that people wrote and decided, nothing that only the bot needs.

There are no secrets in the rows (tokens live in the environment), but for one that somebody typed: it is masked.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from bot import access
from bot.judge import reasons_as_json
from bot.models import PLAN, Brand, Case, CasePlan, Draft, ReceivedReport, Workspace, key
from bot.states import ReportState
from bot.storage import get, queries, slack_rows

CSV_COLUMNS = (
    "case",
    "account",
    "state",
    "level",
    "practice",
    "channel",
    "mistake",
    "harm",
    "noticed",
    "undo",
    "what",
    "should_have_said",
    "link",
    "reporter",
    "lead",
    "opened_at",
    "closed_at",
    "closed_by",
    "cause",
    "change",
    "published",
    "check_ins_answered",
    "public_replies",
    "tasks_done",
    "tasks_open",
    "merged_into",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV Injection)."""

_TOKEN = re.compile(r"\bx(?:ox[a-z]|app)-[\w-]{8,}")
"""A Slack token: xoxb-, xoxp-, xapp- ... (docs.slack.dev, Token types)."""

_OF_A_CASE = ("state", "level", "reporter", "lead", "opened_at", "closed_at", "closed_by", "cause", "change")
_OF_A_TASK = (
    "kind",
    "text",
    "owner",
    "assignee",
    "due_at",
    "state",
    "outcome",
    "outcome_by",
    "outcome_at",
    "done_by",
    "done_at",
)
_OF_A_DRAFT = ("kind", "state", "note", "acted_by", "acted_at", "published_where", "published_link")
_OF_A_VERSION = ("number", "text", "author", "findings", "kept", "created_at")
_OF_A_CHECK_IN = (
    "number",
    "due_at",
    "state",
    "asked_at",
    "answer",
    "answered_by",
    "answered_at",
    "mentions",
    "replies",
)
_OF_A_FILE = ("name", "state", "sha256", "size", "kept_at", "problem")
_OF_AN_EVENT = ("at", "by", "kind", "detail")
_OF_A_RECEIVED_REPORT = ("state", "reporter", "created_at", "report")


def cases_of(session: Session, workspace: Workspace) -> list[Case]:
    """Return a workspace's cases by number."""
    rows = session.exec(
        select(Case).where(Case.workspace_id == workspace.id).order_by(col(Case.number))
    ).all()
    return list(rows)


def export_workspace(session: Session, workspace: Workspace) -> dict[str, Any]:
    """Return a workspace with all its cases as JSON takes it; moments are ISO 8601 in UTC, people are ids with a table of names."""
    return {
        "workspace": {"team_id": workspace.team_id, "name": workspace.name},
        "people": slack_rows.names_of(session, key(workspace)),
        "cases": [export_case(session, case) for case in cases_of(session, workspace)],
        "waiting_reports": [_report(session, row) for row in _received_reports(session, workspace)],
    }


def export_case(session: Session, case: Case) -> dict[str, Any]:
    """Return one case with its plans, tasks, drafts, check-ins, evidence and timeline."""
    case_id = key(case)
    return {
        "case": case.name,
        "account": access.brand_of(session, case).name,
        **_picked(case, _OF_A_CASE),
        "practice": case.is_exercise,
        "call_override": case.call_override,
        "public_replies": case.replies,
        "merged_into": _name_of(session, case.merged_into),
        "report": case.report,
        "plans": [_plan(row) for row in queries.plans_of(session, case_id)],
        "tasks": _each(queries.tasks_of(session, case_id), _OF_A_TASK),
        "drafts": [_draft(session, draft) for draft in queries.drafts_of(session, case_id)],
        "check_ins": _each(queries.check_ins_of(session, case_id), _OF_A_CHECK_IN),
        "evidence": _each(queries.evidence_of(session, case_id), _OF_A_FILE),
        "timeline": _each(queries.events_of(session, case_id), _OF_AN_EVENT),
    }


def csv_of(cases: Iterable[Mapping[str, Any]]) -> str:
    """Return one line for each exported case, with a header; a cell that a spreadsheet would compute begins with an apostrophe."""
    written = io.StringIO()
    table = csv.DictWriter(written, CSV_COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows({name: _cell(value) for name, value in _row(case).items()} for case in cases)
    return written.getvalue()


def without_tokens(text: str) -> str:
    """Return the text with every Slack token masked."""
    return _TOKEN.sub("(a Slack token)", text)


def _received_reports(session: Session, workspace: Workspace) -> Iterable[ReceivedReport]:
    """Return the reports that were accepted and are not opened yet, the oldest first."""
    return session.exec(
        select(ReceivedReport)
        .where(
            ReceivedReport.workspace_id == workspace.id,
            ReceivedReport.state == ReportState.RECEIVED,
        )
        .order_by(col(ReceivedReport.id))
    ).all()


def _report(session: Session, row: ReceivedReport) -> dict[str, Any]:
    return {"account": get(session, Brand, row.brand_id).name, **_picked(row, _OF_A_RECEIVED_REPORT)}


def _name_of(session: Session, case_id: int | None) -> str | None:
    return get(session, Case, case_id).name if case_id is not None else None


def _plan(row: CasePlan) -> dict[str, Any]:
    plan = PLAN.validate_python(row.plan)
    return {
        **_picked(row, ("number", "level", "call_first", "created_at", "chosen_by", "reason", "difference")),
        "headline": plan.headline,
        "after_call": plan.after_call.value if plan.after_call else None,
        "reasons": reasons_as_json(plan),
        "report": row.report,
    }


def _draft(session: Session, draft: Draft) -> dict[str, Any]:
    versions = [
        {
            **_picked(version, _OF_A_VERSION),
            "approvals": _each(queries.approvals_of(session, key(version)), ("by", "is_own", "at")),
        }
        for version in queries.versions_of(session, key(draft))
    ]
    return {**_picked(draft, _OF_A_DRAFT), "versions": versions}


def _each(rows: Iterable[SQLModel], names: Iterable[str]) -> list[dict[str, Any]]:
    return [_picked(row, names) for row in rows]


def _picked(row: SQLModel, names: Iterable[str]) -> dict[str, Any]:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return getattr(value, "value", value)


def _row(case: Mapping[str, Any]) -> dict[str, Any]:
    report = case["report"]
    return {
        **{name: report.get(name, "") for name in CSV_COLUMNS},
        **{name: case[name] for name in CSV_COLUMNS if name in case},
        "published": sum(draft["state"] == "published" for draft in case["drafts"]),
        "check_ins_answered": sum(row["state"] == "answered" for row in case["check_ins"]),
        "tasks_done": sum(task["state"] == "done" for task in case["tasks"]),
        "tasks_open": sum(task["state"] == "open" for task in case["tasks"]),
    }


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
