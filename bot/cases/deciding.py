"""Deciding again: new facts, or a level that a person chose."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot import access
from bot.attention import NORMAL_PACE, Pace
from bot.brand import BrandProfile
from bot.cases.adopting import adopt
from bot.cases.drafting import ask_approval_again
from bot.cases.handling import lead_for_brand
from bot.cases.planning import (
    Decision,
    newest_decision,
    tasks_to_add,
)
from bot.cases.timeline import (
    Moved,
    announce,
    move,
    note,
    redraw_draft,
    require_open,
    say_in_thread,
)
from bot.cases.words_out import is_main_said, tasks_left
from bot.decision import (
    choose_level,
    decide,
    difference,
    levels_to_choose,
    new_advice,
    overruled,
    still_holds,
)
from bot.decision.points import HAPPENED_BEFORE
from bot.errors import InvalidAnswer, OopsError
from bot.event_kinds import EventKind, NoteKind
from bot.models import Brand, Case, key
from bot.plan import Level, Plan
from bot.report import History, Report
from bot.states import UNAPPROVED, DraftState, Surface
from bot.storage import queries


class PlanMoved(Moved):
    """The plan is a newer one than the one that somebody decided about."""


def change_level(
    session: Session,
    case_id: int,
    level: Level,
    reason: str,
    *,
    by: str,
    now: datetime,
    seen: int | None = None,
    pace: Pace = NORMAL_PACE,
) -> Case:
    """Choose another level, with a reason, and return the case; tasks, drafts and check-ins follow and both plans are kept.

    ``seen`` is the number of the plan that was looked at. Raises InvalidAnswer (no reason, or an alarm that nobody would call off), Moved (it is that level already),
    PlanMoved (there is a newer plan), NoSuchCase, CaseClosed.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    if not (why := reason.strip()):
        raise InvalidAnswer(
            "reason", "Please say why in a few words: the record keeps both plans and the reason."
        )
    old = newest_decision(session, case_id)
    if seen not in {None, old.number}:
        if (old.number - 1, old.plan.level, old.chosen_by, old.reason) == (seen, level, by, why):
            return case  # this very form, delivered twice
        raise PlanMoved("The plan was changed while you had this open. Please look at it again.")
    if case.level is level:
        raise Moved(f"The plan is already “{level.label}”. Choose another level, or close this.")
    brand, profile = _brand(session, case)
    history = _history(session, case, brand, old.report)
    plan = choose_level(
        old.plan, level, old.report, history=history, brand=profile, reported_at=case.opened_at
    )
    new = Decision(plan, old.report, old.number + 1, chosen_by=by, reason=why)
    adopt(session, case, new, brand=brand, profile=profile, now=now, pace=pace)
    said: dict[str, Any] = {"before": old.plan.level, "level": level, "reason": why}
    announce(session, case, EventKind.LEVEL_CHANGED, once=f"level:{new.number}", by=by, now=now, **said)
    _redraw_own_words(session, case, now=now)
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
    """Decide again from new facts, say in the thread what is different and why, and return the case.

    After a flare-up the new plan's check-ins count from now. Raises Moved (nothing changed), NoSuchCase, CaseClosed.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    old = newest_decision(session, case_id)
    if report == old.report and not is_flaring:
        raise Moved("Nothing was changed, so the plan stays as it is.")
    brand, profile = _brand(session, case)
    history = _history(session, case, brand, report)
    if is_flaring:
        move(session, case, check_ins_since=now)
    if report == old.report:
        new = _decided_for(session, case, old, profile, history=history)
    else:
        before = _advised(session, case, brand, profile, old.report) if old.chosen_by else None
        new = _decided_from(session, case, old, report, profile, history=history, before=before)
    adopt(session, case, new, brand=brand, profile=profile, now=now, pace=pace)
    _say_what_is_different(session, case, old, new, by=by, now=now)
    return case


def _say_what_is_different(
    session: Session, case: Case, old: Decision, new: Decision, *, by: str, now: datetime
) -> None:
    said: dict[str, Any] = {
        "before": old.plan.level,
        "level": new.plan.level,
        "difference": new.difference,
        "fields": _changed_fields(old.report, new.report),
        "is_same": new.report == old.report,
    }
    note(session, case, EventKind.FACTS_CHANGED, by=by, now=now, **said)
    _redraw_own_words(session, case, now=now)
    changes_plan = new.plan.level is not old.plan.level or new.plan.call_first is not old.plan.call_first
    say_in_thread(
        session,
        case,
        Surface.NOTE,
        f"facts:{new.number}",
        now=now,
        kind=NoteKind.NEW_PLAN if changes_plan else NoteKind.SAME_PLAN,
        by=by,
        **said,
    )


def _redraw_own_words(session: Session, case: Case, *, now: datetime) -> None:
    """Have texts drawn again that are ready, or that somebody wrote: that may have been before something changed, and they say so."""
    for draft in queries.drafts_of(session, key(case)):
        if draft.state is DraftState.APPROVED or (draft.state in UNAPPROVED and draft.newest > 1):
            redraw_draft(session, case, draft, now=now)


def change_brand(
    session: Session, case_id: int, brand_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> Case:
    """Put right whose account it was, decide again for that brand, and return the case; a level that a person chose stays.

    What was approved needs the approval of that brand's people, and its lead leads where nobody has taken that on. The case stays where its people are. Raises InvalidAnswer (that brand already), OopsError (it is gone; an exercise), NoSuchCase, CaseClosed.
    """
    case = of_a_brand(session, case_id, by=by, now=now)
    if case.brand_id == brand_id:
        raise InvalidAnswer("brand", "That is the brand of this case already. Choose another one.")
    before = access.brand_of(session, case)
    brand = access.brand_in(session, case.workspace_id, brand_id)
    profile = queries.profile_of(session, brand)
    old = newest_decision(session, case_id)
    history = _history(session, case, brand, old.report)
    new = _decided_for(session, case, old, profile, history=history)
    lead = lead_for_brand(session, case, brand, before=before.lead)
    move(session, case, brand_id=brand_id, **({"lead": lead, "remind_at": None} if lead else {}))
    people = ask_approval_again(session, case, now=now, pace=pace)
    adopt(session, case, new, brand=brand, profile=profile, now=now, pace=pace)
    for draft in queries.drafts_of(session, case_id):  # who approves, and how many, is the brand's
        redraw_draft(session, case, draft, now=now)
    said: dict[str, Any] = {"before": before.name, "brand": brand.name, "level": new.plan.level, "lead": lead}
    note(session, case, EventKind.BRAND_CHANGED, by=by, now=now, **said)
    said |= {"kind": NoteKind.BRAND_CHANGED, "by": by, "difference": new.difference, "people": people}
    say_in_thread(session, case, Surface.NOTE, f"brand:{new.number}", now=now, **said)
    return case


def decide_as_one_mistake(
    session: Session, case: Case, *, has_more: bool = False, now: datetime, pace: Pace = NORMAL_PACE
) -> Decision | None:
    """Decide again where the plan counts as an earlier slip what is no other case any more; None where nothing changes.

    ``has_more``: more was done about the mistake than the case knew, which tasks and drafts have to follow.
    """
    row = queries.newest_plan(session, key(case))
    if not has_more and all(reason["rule"] != HAPPENED_BEFORE for reason in row.plan.get("fired", ())):
        return None
    old = newest_decision(session, key(case))
    brand, profile = _brand(session, case)
    history = _history(session, case, brand, old.report)
    if not has_more and history is History.HAPPENED_BEFORE:
        return None
    new = _decided_for(session, case, old, profile, history=history)
    adopt(session, case, new, brand=brand, profile=profile, now=now, pace=pace)
    _redraw_own_words(session, case, now=now)
    return new


def of_a_brand(session: Session, case_id: int, *, by: str, now: datetime) -> Case:
    """Return an open case whose brand can be put right. Raises OopsError for an exercise, which is nobody's; NoSuchCase, CaseClosed."""
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    if case.is_exercise:
        raise OopsError("An exercise is about an invented account, so there is no brand to correct.")
    return case


def _decided_for(
    session: Session, case: Case, old: Decision, profile: BrandProfile, *, history: History
) -> Decision:
    """Return what is decided again from the same report; a level that a person chose stays."""
    weighed: dict[str, Any] = {"history": history, "brand": profile, "reported_at": case.opened_at}
    plan = decide(old.report, **weighed)
    is_chosen = old.chosen_by and plan.level is not old.plan.level
    if is_chosen and old.plan.level in levels_to_choose(plan):
        plan = choose_level(plan, old.plan.level, old.report, **weighed)
    new = replace(old, plan=plan, number=old.number + 1)
    return replace(new, difference=_difference(session, case, old, new, profile))


def _decided_from(
    session: Session,
    case: Case,
    old: Decision,
    report: Report,
    profile: BrandProfile,
    *,
    history: History,
    before: Plan | None,
) -> Decision:
    """Return what is decided from new facts; ``before`` is what the rules say of the old ones, where a person chose the level.

    A level that a person chose stays while they say the same of both. Else the facts decide, and that is said.
    """
    weighed: dict[str, Any] = {"history": history, "brand": profile, "reported_at": case.opened_at}
    plan = decide(report, **weighed)
    if before is not None and still_holds(old.plan.level, before, plan):
        plan = choose_level(plan, old.plan.level, report, **weighed)
        new = replace(old, plan=plan, report=report, number=old.number + 1)
        advice = new_advice(plan.level, before, decide(report, **weighed))
        told = [advice] if advice else []
        return replace(new, difference=[*told, *_difference(session, case, old, new, profile)])
    new = Decision(plan, report, old.number + 1)
    changes = _difference(session, case, old, new, profile)
    if old.chosen_by and plan.level is not old.plan.level:
        changes.append(overruled(old.plan.level))
    return replace(new, difference=changes)


def _difference(
    session: Session, case: Case, old: Decision, new: Decision, profile: BrandProfile
) -> list[str]:
    is_said = is_main_said(session, case, new, profile)
    new_tasks = len(tasks_to_add(session, case, tasks_left(session, case, new), is_said=is_said))
    return difference(old.plan, new.plan, old.report, new.report, new_tasks=new_tasks)


def _changed_fields(before: Report, after: Report) -> list[str]:
    """Return the names of the answers that are different."""
    return [
        field.name for field in fields(Report) if getattr(before, field.name) != getattr(after, field.name)
    ]


def _brand(session: Session, case: Case) -> tuple[Brand, BrandProfile]:
    brand = access.brand_of(session, case)
    return brand, queries.profile_of(session, brand)


def _advised(session: Session, case: Case, brand: Brand, profile: BrandProfile, report: Report) -> Plan:
    """Return what the rules say of a report, whatever level a person chose."""
    history = _history(session, case, brand, report)
    return decide(report, history=history, brand=profile, reported_at=case.opened_at)


def _history(session: Session, case: Case, brand: Brand, report: Report) -> History:
    return queries.history_of(session, key(brand), report, now=case.opened_at, but_not=case.id)
