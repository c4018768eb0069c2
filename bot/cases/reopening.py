"""Opening a closed case again, while it may still be the same story."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session, select

from bot import access
from bot.attention import NORMAL_PACE, Pace
from bot.cases.own_words import discarded_for_good, give_back, words_put_aside
from bot.cases.parting import part
from bot.cases.plan_drafts import add_drafts, main_draft, settle_main
from bot.cases.planning import (
    Decision,
    newest_decision,
    state_after,
    write_plan,
    write_tasks,
)
from bot.cases.timeline import (
    Moved,
    announce,
    move,
    pace_of,
    redraw_draft,
    redraw_offers,
    redraw_reminders,
    say_in_thread,
)
from bot.cases.upcoming import plan_first_check_in
from bot.cases.words_out import is_stated, so_far, tasks_left, words_said
from bot.draft_kinds import DraftKind, kinds_for
from bot.errors import OopsError
from bot.event_kinds import EventKind
from bot.models import Brand, Case, Draft, DraftVersion, Event, key
from bot.states import APPROVED_OR_OUT, CaseState, Surface
from bot.storage import queries
from bot.urgency import approval_reminder_at

REOPEN_WITHIN = timedelta(days=30)
"""How long after its closing a case may be opened again; after that it is a new mistake, or a new story."""


def reopen_case(
    session: Session, case_id: int, *, by: str, now: datetime, reason: str = "", pace: Pace = NORMAL_PACE
) -> Case:
    """Open a closed case again and return it: its plan holds, what was dropped comes back, check-ins begin anew from now.

    Raises Moved (it is open), OopsError (too long ago, or erased), NoSuchCase, StaleChannel.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_reopenable(session, case, now=now)
    brand, pace = access.brand_of(session, case), pace_of(case, pace)
    old = newest_decision(session, case_id)
    decision = replace(old, number=old.number + 1, difference=())
    said = _still_said(session, case, brand, decision)
    words = words_put_aside(session, case)
    plan_id = write_plan(session, case, decision, now=now)
    write_tasks(session, case, plan_id, tasks_left(session, case, decision), now=now)
    _draft_again(session, case, brand, decision, said=said, words=words, now=now, pace=pace)
    merged_into = case.merged_into
    move(
        session,
        case,
        state=state_after(session, case, decision.plan.level, main_draft(session, case)),
        closed_at=None,
        closed_by=None,
        merged_into=None,
        cause="",  # of the closing that was, whose line in the timeline has both
        change="",
        check_ins_since=now,
        other_answer_at=now,
        last_look_at=None,
        nudges=0,
    )
    plan_first_check_in(session, case, brand, decision.plan, now=now, pace=pace)
    for draft in queries.drafts_of(session, case_id):
        if draft.state in APPROVED_OR_OUT:  # with its buttons again
            redraw_draft(session, case, draft, now=now)
    again = f"reopened:{case.version}"
    announce(session, case, EventKind.CASE_REOPENED, once=again, by=by, now=now, reason=reason)
    if merged_into is not None:
        part(session, merged_into, case, once=f"{again}:{case_id}", by=by, now=now, pace=pace)
    redraw_offers(session, case, now=now)
    redraw_reminders(session, case, Surface.NOTE, None, now=now)
    return case


def require_reopenable(session: Session, case: Case, *, now: datetime) -> None:
    """Raise Moved when the case is open, OopsError when it is over for good, or its brand is out of use."""
    if case.state is not CaseState.CLOSED:
        raise Moved(f"{case.name} is open: somebody has opened it again already.")
    erased = select(Event.id).where(Event.case_id == case.id, Event.kind == EventKind.CONTENT_ERASED)
    if session.exec(erased).first() is not None:
        raise OopsError(
            f"What was written in {case.name} was erased, so there is nothing to go on with. "
            "Type `/oops` to report what is new."
        )
    if case.closed_at is None or now - case.closed_at > REOPEN_WITHIN:
        raise OopsError(
            f"{case.name} was closed more than {REOPEN_WITHIN.days} days ago. Type `/oops` to report what is new; "
            "its record stays in the thread."
        )
    brand = access.brand_of(session, case)
    if brand.is_archived and not case.is_exercise:
        raise OopsError(
            f"{brand.name} is archived, so nobody would look after {case.name}. Take the brand out of the archive in "
            "`/oops settings` first, then open the case again."
        )


def _still_said(session: Session, case: Case, brand: Brand, decision: Decision) -> tuple[Draft, ...]:
    """Return the drafts that need not be written anew: approved or out, and not to be followed by another text when it was closed."""
    drafts = sorted(queries.drafts_of(session, key(case)), key=key)
    newest = {draft.kind: draft for draft in drafts}
    said = words_said(session, case, decision, queries.profile_of(session, brand))
    return (*said, *(draft for draft in newest.values() if draft.state in APPROVED_OR_OUT))


def _draft_again(
    session: Session,
    case: Case,
    brand: Brand,
    decision: Decision,
    *,
    said: Sequence[Draft],
    words: Mapping[DraftKind, DraftVersion],
    now: datetime,
    pace: Pace,
) -> None:
    """Write the plan's drafts anew, but for the kinds that are said already, with the words that people had given them."""
    hours, profile = queries.quiet_hours_of(brand), queries.profile_of(session, brand)
    remind_at = approval_reminder_at(decision.plan, now=now, hours=hours, pace=pace)
    but_not = {draft.kind for draft in said}
    but_not |= {DraftKind.HOLDING_STATEMENT} if is_stated(session, case) else set()
    known, main = so_far(session, case), kinds_for(decision.plan, decision.report)[0]
    but_not |= discarded_for_good(session, case, decision, profile, known) - {main}
    added = add_drafts(
        session, case, decision, profile=profile, now=now, remind_at=remind_at, but_not=but_not, known=known
    )
    give_back(session, case, decision, profile, words=words, added=added, now=now)
    settle_main(session, case, kinds_for(decision.plan, decision.report), now=now, remind_at=remind_at)
    for draft_id in added:
        say_in_thread(session, case, Surface.DRAFT, "draft", now=now, subject_id=draft_id)
