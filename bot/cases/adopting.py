"""Taking a new plan on: the case, its tasks, its drafts and its check-ins follow it."""

from datetime import datetime

from sqlmodel import Session

from bot.attention import Pace
from bot.brand import BrandProfile
from bot.cases.calls import is_waiting_for_call, not_taken_back
from bot.cases.plan_drafts import main_draft, write_drafts
from bot.cases.planning import Decision, state_after, write_plan, write_tasks
from bot.cases.tasks import tick_what_got_words_out
from bot.cases.timeline import (
    move,
    pace_of,
    redraw_check_in,
    redraw_draft,
    redraw_last_answer,
    redraw_offers,
)
from bot.cases.upcoming import cancel_asked, plan_first_check_in
from bot.cases.words_out import is_main_said, tasks_left, words_said
from bot.draft_kinds import kinds_for
from bot.links import link_key
from bot.models import REPORT, Brand, Case, Draft, key
from bot.states import PUT_ASIDE, DraftState
from bot.storage import queries
from bot.urgency import approval_reminder_at


def adopt(
    session: Session,
    case: Case,
    decision: Decision,
    *,
    brand: Brand,
    profile: BrandProfile,
    now: datetime,
    pace: Pace,
) -> None:
    """Write the new plan, and have the case, its tasks, its drafts and its check-ins follow it."""
    plan, pace, before = decision.plan, pace_of(case, pace), _shown_in_drafts(session, case)
    plan_id = write_plan(session, case, decision, now=now)
    tasks, is_said = tasks_left(session, case, decision), is_main_said(session, case, decision, profile)
    write_tasks(session, case, plan_id, tasks, now=now, is_said=is_said)
    remind_at = approval_reminder_at(plan, now=now, hours=queries.quiet_hours_of(brand), pace=pace)
    write_drafts(session, case, decision, profile=profile, now=now, remind_at=remind_at)
    main = _main_draft(session, case, decision, profile, now=now)
    _take_over(session, case, decision, main)
    if _shown_in_drafts(session, case) != before:
        _redraw_drafts(session, case, now=now)
    for check_in in cancel_asked(session, case):
        redraw_check_in(session, case, check_in, now=now)
    plan_first_check_in(session, case, brand, plan, now=now, pace=pace)
    redraw_last_answer(session, case, now=now)
    redraw_offers(session, case, now=now)


def _take_over(session: Session, case: Case, decision: Decision, main: Draft | None) -> None:
    """Write what the case itself holds of its newest plan."""
    plan, report = decision.plan, decision.report
    move(
        session,
        case,
        level=plan.level,
        state=state_after(session, case, plan.level, main),
        channel=report.channel,
        mistake=report.mistake,
        harm=report.harm,
        report=REPORT.dump_python(report, mode="json"),
        link_key=link_key(report.link),
        last_look_at=None,
    )


def _main_draft(
    session: Session, case: Case, decision: Decision, profile: BrandProfile, *, now: datetime
) -> Draft | None:
    """Return the new plan's main draft, or the one of a case that was merged into this one and said the same; where its words are out already, the task of getting them out is done."""
    main = main_draft(session, case)
    if main is None or main.state is not DraftState.PUBLISHED:
        kind = kinds_for(decision.plan, decision.report)[0]
        said = words_said(session, case, decision, profile)
        main = next((one for one in said if one.kind is kind and one.case_id != case.id), main)
    if main is not None and main.state is DraftState.PUBLISHED and main.acted_by is not None:
        tick_what_got_words_out(session, case, main, by=main.acted_by, now=main.acted_at or now)
    return main


def _shown_in_drafts(session: Session, case: Case) -> tuple[object, ...]:
    """Return what drafts say of their case: whether they wait for a call or the original for a step, and whose limit they keep to."""
    case_id = key(case)
    return is_waiting_for_call(session, case_id), not_taken_back(session, case_id), case.channel


def _redraw_drafts(session: Session, case: Case, *, now: datetime) -> None:
    for draft in queries.drafts_of(session, key(case)):
        if draft.state not in PUT_ASIDE:
            redraw_draft(session, case, draft, now=now)
