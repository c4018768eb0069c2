"""Deciding again: new facts, or a level that a person chose."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot import access
from bot.attention import NORMAL_PACE, Pace
from bot.brand import BrandProfile
from bot.cases.planning import (
    cancel_check_ins,
    plan_first_check_in,
    write_drafts,
    write_plan,
    write_tasks,
)
from bot.cases.timeline import (
    Moved,
    move,
    note,
    pace_of,
    redraw_check_in,
    redraw_draft,
    require_open,
    say_in_thread,
)
from bot.decision import choose_level, decide, difference
from bot.errors import InvalidAnswer
from bot.links import link_key
from bot.models import PLAN, REPORT, Brand, Case
from bot.plan import Level, Plan
from bot.report import Report
from bot.states import CaseState, Surface
from bot.storage import queries
from bot.urgency import approval_reminder_at


def change_level(
    session: Session,
    case_id: int,
    level: Level,
    reason: str,
    *,
    by: str,
    now: datetime,
    pace: Pace = NORMAL_PACE,
) -> Case:
    """Choose another level, with a reason; tasks, drafts and check-ins follow and both plans are kept.

    Raises InvalidAnswer (no reason), Moved (it is that level already), NoSuchCase, CaseClosed.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(case)
    if not reason.strip():
        raise InvalidAnswer(
            "reason", "Please say why in a few words: the record keeps both plans and the reason."
        )
    if case.level is level:
        raise Moved(f"The plan is already “{level.label}”. Choose another level, or close this.")
    old = queries.newest_plan(session, case_id)
    report = REPORT.validate_python(old.report)
    brand, profile = _brand(session, case)
    history = queries.history_of(session, case.brand_id, case.mistake, now=case.opened_at, but_not=case.id)
    plan = choose_level(PLAN.validate_python(old.plan), level, report, history=history, brand=profile)
    plan_id = write_plan(
        session, case, plan, report, number=old.number + 1, now=now, chosen_by=by, reason=reason.strip()
    )
    _adopt(session, case, plan_id, plan=plan, report=report, brand=brand, profile=profile, now=now, pace=pace)
    note(session, case, "level_changed", by=by, now=now, before=old.level, level=level, reason=reason.strip())
    say_in_thread(
        session,
        case,
        Surface.NOTE,
        f"level:{old.number + 1}",
        now=now,
        kind="level_changed",
        by=by,
        before=old.level,
        level=level,
        reason=reason.strip(),
    )
    return case


def change_facts(
    session: Session,
    case_id: int,
    report: Report,
    *,
    by: str,
    now: datetime,
    is_flaring: bool = False,
    pace: Pace = NORMAL_PACE,
) -> Case:
    """Decide again from new facts and say in the thread what is different and why.

    After a flare-up the new plan's check-ins count from now. Raises Moved (nothing changed), NoSuchCase, CaseClosed.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(case)
    old = queries.newest_plan(session, case_id)
    before = REPORT.validate_python(old.report)
    if report == before and not is_flaring:
        raise Moved("Nothing was changed, so the plan stays as it is.")
    brand, profile = _brand(session, case)
    history = queries.history_of(session, case.brand_id, report.mistake, now=case.opened_at, but_not=case.id)
    plan = decide(report, history=history, brand=profile)
    changes = difference(PLAN.validate_python(old.plan), plan, before, report)
    changes_plan = bool(changes) or plan.level is not old.level
    plan_id = write_plan(session, case, plan, report, number=old.number + 1, now=now, difference=changes)
    if is_flaring:
        move(session, case, check_ins_since=now)
    _adopt(session, case, plan_id, plan=plan, report=report, brand=brand, profile=profile, now=now, pace=pace)
    note(
        session, case, "facts_changed", by=by, now=now, before=old.level, level=plan.level, difference=changes
    )
    say_in_thread(
        session,
        case,
        Surface.NOTE,
        f"facts:{old.number + 1}",
        now=now,
        kind="new_plan" if changes_plan else "same_plan",
        by=by,
        fields=_changed_fields(before, report),
        before=old.level,
        level=plan.level,
        difference=changes,
    )
    return case


def change_brand(
    session: Session, case_id: int, brand_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> Case:
    """Put right whose account it was, and decide again for that one; a level that a person chose stays.

    The case stays where its people are. Raises InvalidAnswer (that account already), OopsError (it is gone), NoSuchCase, CaseClosed.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(case)
    if case.brand_id == brand_id:
        raise InvalidAnswer("brand", "That is the account of this case already. Choose another one.")
    before = access.brand_of(session, case).name
    brand = access.brand_in(session, case.workspace_id, brand_id)
    profile = queries.profile_of(session, brand)
    old = queries.newest_plan(session, case_id)
    report = REPORT.validate_python(old.report)
    history = queries.history_of(session, brand_id, report.mistake, now=case.opened_at, but_not=case.id)
    plan = decide(report, history=history, brand=profile)
    if old.chosen_by and plan.level is not old.level:
        plan = choose_level(plan, old.level, report, history=history, brand=profile)
    changes = difference(PLAN.validate_python(old.plan), plan, report, report)
    plan_id = write_plan(
        session,
        case,
        plan,
        report,
        number=old.number + 1,
        now=now,
        difference=changes,
        chosen_by=old.chosen_by,
        reason=old.reason,
    )
    move(session, case, brand_id=brand_id)
    _adopt(session, case, plan_id, plan=plan, report=report, brand=brand, profile=profile, now=now, pace=pace)
    for draft in queries.drafts_of(session, case_id):  # who approves, and how many, is the account's
        redraw_draft(session, case, draft, now=now)
    told: dict[str, Any] = {"before": before, "brand": brand.name, "level": plan.level}
    note(session, case, "brand_changed", by=by, now=now, **told)
    say_in_thread(
        session,
        case,
        Surface.NOTE,
        f"brand:{old.number + 1}",
        now=now,
        kind="brand_changed",
        by=by,
        difference=changes,
        **told,
    )
    return case


def _changed_fields(before: Report, after: Report) -> list[str]:
    """Return the names of the answers that are different."""
    return [
        field.name for field in fields(Report) if getattr(before, field.name) != getattr(after, field.name)
    ]


def _brand(session: Session, case: Case) -> tuple[Brand, BrandProfile]:
    brand = access.brand_of(session, case)
    return brand, queries.profile_of(session, brand)


def _adopt(
    session: Session,
    case: Case,
    plan_id: int,
    *,
    plan: Plan,
    report: Report,
    brand: Brand,
    profile: BrandProfile,
    now: datetime,
    pace: Pace,
) -> None:
    state = CaseState.WATCHING if plan.level is Level.LET_IT_GO else CaseState.OPEN
    move(
        session,
        case,
        level=plan.level,
        state=state,
        channel=report.channel,
        mistake=report.mistake,
        harm=report.harm,
        report=REPORT.dump_python(report, mode="json"),
        link_key=link_key(report.link),
    )
    write_tasks(session, case, plan_id, plan, now=now)
    hours, own_pace = queries.quiet_hours_of(brand), pace_of(case, pace)
    remind_at = approval_reminder_at(plan, now=now, hours=hours, pace=own_pace)
    write_drafts(session, case, profile=profile, plan=plan, report=report, now=now, remind_at=remind_at)
    for check_in in cancel_check_ins(session, case):
        redraw_check_in(session, case, check_in, now=now)
    plan_first_check_in(session, case, brand, plan, now=now, pace=pace_of(case, pace))
