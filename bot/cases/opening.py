"""Opening a case from a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import update
from sqlmodel import Session, col

from bot import access, outbox
from bot.attention import NORMAL_PACE, Pace
from bot.cases.planning import plan_first_check_in, write_drafts, write_plan, write_tasks
from bot.cases.timeline import key
from bot.decision import decide
from bot.models import REPORT, Brand, Case, Event, Evidence, Workspace
from bot.plan import Level
from bot.report import Report
from bot.states import CaseState, EvidenceState, Surface
from bot.storage import queries


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that the reporter attached, as Slack names it."""

    file_id: str
    name: str = ""


def open_case(
    session: Session,
    report: Report,
    *,
    workspace_id: int,
    reporter: str,
    brand_id: int,
    report_key: str,
    now: datetime,
    channel_id: str | None = None,
    fallback_channel: str = "",
    evidence: Sequence[GivenFile] = (),
    pace: Pace = NORMAL_PACE,
) -> Case:
    """Open a case and return it; the same ``report_key`` again returns the case that it made.

    The plan goes to the brand's response channel, else to ``fallback_channel``, else to the chosen ``channel_id``, else to the
    reporter directly. A channel that has become unknown never refuses a report: the outbox tells the reporter what to do.
    """
    known = queries.case_of_report(session, workspace_id, report_key)
    if known is not None:
        return known
    brand = access.brand_in(session, workspace_id, brand_id)
    profile = queries.profile_of(session, brand)
    history = queries.history_of(session, brand_id, report.mistake, now=now)
    plan = decide(report, history=history, brand=profile)
    case = Case(
        workspace_id=workspace_id,
        number=_next_number(session, workspace_id),
        brand_id=brand_id,
        report_key=report_key,
        state=CaseState.WATCHING if plan.level is Level.LET_IT_GO else CaseState.OPEN,
        level=plan.level,
        reporter=reporter,
        lead=brand.lead,
        channel_id=brand.response_channel or fallback_channel or channel_id or reporter,
        channel=report.channel,
        mistake=report.mistake,
        harm=report.harm,
        report=REPORT.dump_python(report, mode="json"),
        opened_at=now,
        check_ins_since=now,
    )
    session.add(case)
    session.flush()
    row = write_plan(session, case, plan, report, number=1, now=now)
    write_tasks(session, case, row, plan, now=now)
    _say_plan(session, case, now=now)
    write_drafts(session, case, profile=profile, plan=plan, report=report, now=now)
    plan_first_check_in(session, case, brand, plan, now=now, pace=pace)
    _write_start(session, case, brand, evidence, now=now)
    return case


def _next_number(session: Session, workspace_id: int) -> int:
    """Take the workspace's next case number; two openings at once get different ones."""
    statement = (
        update(Workspace)
        .where(col(Workspace.id) == workspace_id)
        .values(next_case_number=Workspace.next_case_number + 1)
        .returning(cast("Any", Workspace.next_case_number) - 1)
        .execution_options(synchronize_session=False)
    )
    return cast("int", session.execute(statement).scalar_one())


def _say_plan(session: Session, case: Case, *, now: datetime) -> None:
    outbox.say(
        session,
        Surface.PLAN,
        key=f"plan:{case.id}",
        channel_id=case.channel_id,
        workspace_id=case.workspace_id,
        now=now,
        case=case,
        subject_id=case.id,
    )


def _write_start(
    session: Session, case: Case, brand: Brand, evidence: Sequence[GivenFile], *, now: datetime
) -> None:
    session.add_all(
        Evidence(case_id=key(case), file_id=file.file_id, name=file.name, state=EvidenceState.WANTED)
        for file in evidence
    )
    session.add_all(
        [
            Event(
                case_id=key(case), at=now, by=case.reporter, kind="case_opened", detail={"brand": brand.name}
            ),
            Event(case_id=key(case), at=now, kind="plan_made", detail={"number": 1, "level": case.level}),
        ]
    )
