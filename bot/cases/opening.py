"""Opening a case from a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import bindparam, update
from sqlmodel import Session

from bot import outbox
from bot.attention import NORMAL_PACE, Pace
from bot.cases.plan_drafts import add_drafts
from bot.cases.planning import Decision, add_tasks, write_plan
from bot.cases.upcoming import start_check_ins
from bot.decision import decide
from bot.event_kinds import EventKind
from bot.links import link_key
from bot.models import REPORT, Brand, Case, Event, Evidence, Workspace, key
from bot.plan import Level, Plan
from bot.report import History, Report
from bot.states import CaseState, EvidenceState, Surface
from bot.storage import insert_rows, insert_with_ids, queries
from bot.urgency import approval_reminder_at, lead_reminder_at


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that the reporter attached, as Slack names it."""

    file_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report that was accepted, with all that opening a case from it needs; ``report_key`` names its submission."""

    report: Report
    brand: Brand
    reporter: str
    report_key: str
    channel_id: str | None = None
    fallback_channel: str = ""
    evidence: Sequence[GivenFile] = ()


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A case with its brand, and its plan if the case was made by this very call."""

    case: Case
    brand: Brand
    plan: Plan | None


def open_case(session: Session, new: NewReport, *, now: datetime, pace: Pace = NORMAL_PACE) -> OpenedCase:
    """Open a case from a report that no case was made of yet (``queries.case_of_report``), and return it.

    The plan goes to the brand's response channel, else to the fallback channel, else to the chosen channel, else to the
    reporter directly. A channel that has become unknown never refuses a report: the outbox tells the reporter what to do.
    """
    brand = new.brand
    history = queries.history_of(session, key(brand), new.report, now=now)
    values = _values(
        brand,
        new.report,
        report_key=new.report_key,
        reporter=new.reporter,
        lead=brand.lead,
        channel_id=brand.response_channel or new.fallback_channel or new.channel_id or new.reporter,
        now=now,
    )
    return _open(session, values, new.report, brand=brand, history=history, evidence=new.evidence, pace=pace)


def open_exercise(
    session: Session,
    report: Report,
    *,
    brand: Brand,
    sample: str,
    person: str,
    report_key: str,
    now: datetime,
    channel_id: str | None = None,
    pace: Pace = NORMAL_PACE,
) -> Case:
    """Open an exercise that ``person`` leads, in the chosen channel or directly with them, and return its case.

    Its own times run faster.
    """
    values = _values(
        brand,
        report,
        report_key=report_key,
        reporter=person,
        lead=person,
        channel_id=channel_id or person,
        now=now,
    )
    practised = {**values, "is_exercise": True, "sample": sample}
    return _open(session, practised, report, brand=brand, history=History.FIRST_TIME, pace=pace).case


def _values(
    brand: Brand,
    report: Report,
    *,
    report_key: str,
    reporter: str,
    lead: str | None,
    channel_id: str,
    now: datetime,
) -> dict[str, Any]:
    """Return what is known of a case before its plan is made."""
    return {
        "workspace_id": brand.workspace_id,
        "brand_id": key(brand),
        "report_key": report_key,
        "reporter": reporter,
        "lead": lead,
        "channel_id": channel_id,
        "channel": report.channel,
        "mistake": report.mistake,
        "harm": report.harm,
        "report": REPORT.dump_python(report, mode="json"),
        "link_key": link_key(report.link),
        "opened_at": now,
        "check_ins_since": now,
    }


def _open(
    session: Session,
    values: dict[str, Any],
    report: Report,
    *,
    brand: Brand,
    history: History,
    pace: Pace,
    evidence: Sequence[GivenFile] = (),
) -> OpenedCase:
    profile, now = queries.profile_of(session, brand), values["opened_at"]
    plan = decide(report, history=history, brand=profile, reported_at=now)
    pace = pace.for_practice() if values.get("is_exercise") else pace
    times = {"now": now, "hours": queries.quiet_hours_of(brand), "pace": pace}
    lead_at = None if values.get("is_exercise") else lead_reminder_at(plan, **times)
    case = _write_case(session, plan, {**values, "remind_at": lead_at})
    decision = Decision(plan, report, number=1)
    plan_id = write_plan(session, case, decision, now=now)
    add_tasks(session, case, plan_id, plan.tasks, now=now)
    remind_at = approval_reminder_at(plan, **times)
    drafts = add_drafts(session, case, decision, profile=profile, now=now, remind_at=remind_at)
    _say_it(session, case, drafts, now=now)
    start_check_ins(session, case, brand, plan, now=now, pace=pace)
    _write_start(session, case, brand, evidence, now=now)
    return OpenedCase(case, brand, plan)


def _write_case(session: Session, plan: Plan, given: dict[str, Any]) -> Case:
    values = {
        **given,
        "number": _next_number(session, given["workspace_id"]),
        "state": CaseState.WATCHING if plan.level is Level.LET_IT_GO else CaseState.OPEN,
        "level": plan.level,
    }
    (case_id,) = insert_with_ids(session, Case, [values])
    return Case(id=case_id, **values)


def _next_number(session: Session, workspace_id: int) -> int:
    """Take the workspace's next case number; two openings at once get different ones."""
    return cast("int", session.connection().execute(_NEXT_NUMBER, {"workspace": workspace_id}).scalar_one())


_COUNTER = cast("Any", Workspace).__table__.c
_NEXT_NUMBER = (
    update(cast("Any", Workspace).__table__)
    .where(_COUNTER.id == bindparam("workspace"))
    .values(next_case_number=_COUNTER.next_case_number + 1)
    .returning(_COUNTER.next_case_number - 1)
)


def _say_it(session: Session, case: Case, draft_ids: Sequence[int], *, now: datetime) -> None:
    plan = outbox.Saying(case, Surface.PLAN, f"plan:{case.id}", key(case))
    drafts = [outbox.Saying(case, Surface.DRAFT, f"draft:{case.id}:{row}", row) for row in draft_ids]
    outbox.say_new(session, [plan, *drafts], now=now)


def _write_start(
    session: Session, case: Case, brand: Brand, evidence: Sequence[GivenFile], *, now: datetime
) -> None:
    files = [
        {"case_id": key(case), "file_id": file.file_id, "name": file.name, "state": EvidenceState.WANTED}
        for file in evidence
    ]
    insert_rows(session, Evidence, files)
    opened = {"by": case.reporter, "kind": EventKind.CASE_OPENED, "detail": {"brand": brand.name}}
    planned = {"by": None, "kind": EventKind.PLAN_MADE, "detail": {"number": 1, "level": case.level}}
    insert_rows(session, Event, [{"case_id": key(case), "at": now, **event} for event in (opened, planned)])
