"""What becomes of a form with a case's facts. After a flare-up it has a consequence that it can have once, however often it is delivered."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot import access, cases
from bot.attention import NORMAL_PACE, Pace
from bot.cases.timeline import Moved, require_open
from bot.errors import InvalidAnswer
from bot.event_kinds import EventKind
from bot.models import REPORT, Case, CasePlan, ReportForm, key
from bot.report import Answer, Report
from bot.reporting.answers import is_possible
from bot.reporting.forms import form_of
from bot.storage import get, queries, slack_rows

_OF_UNDO = {"channel", "mistake"}
"""The facts that what can be taken back depends on."""


def submit_facts(
    session: Session, form_id: int, report: Report, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> Case:
    """Decide again from new facts and return the case; what others changed while the form was open stays.

    Raises FormGone, Moved (somebody else has entered the same), and what ``change_facts`` raises.
    """
    form, is_flaring = _taken(session, form_id, by=by)
    case = access.case_for(session, form.case_id or 0, by=by, now=now)
    require_open(session, case)
    plans = queries.plans_of(session, key(case))
    changed = _changed_in(form, report, plans)
    if changed and not is_flaring and _is_said(changed, plans[-1]):
        _require_own(session, plans[-1], changed, by=by)
        return case
    merged = _merged(session, changed, report, plans[-1])
    return cases.change_facts(session, key(case), merged, by=by, now=now, is_flaring=is_flaring, pace=pace)


def _changed_in(form: ReportForm, report: Report, plans: Sequence[CasePlan]) -> dict[str, Any]:
    """Return the answers that were changed in the form, by their names."""
    filled_in = next((plan for plan in plans if plan.number == form.plan_number), plans[-1])
    before = REPORT.validate_python(filled_in.report)
    answered = {field.name: getattr(report, field.name) for field in fields(Report)}
    return {name: value for name, value in answered.items() if value != getattr(before, name)}


def _is_said(changed: Mapping[str, Any], plan: CasePlan) -> bool:
    """Return whether the facts are by now as they were changed in the form."""
    known = REPORT.validate_python(plan.report)
    return all(getattr(known, name) == value for name, value in changed.items())


def _require_own(session: Session, plan: CasePlan, changed: Mapping[str, Any], *, by: str) -> None:
    """Raise Moved, with who did it, where somebody else has entered the same; a form that was delivered twice is done."""
    entered = [
        event
        for event in queries.events_of(session, plan.case_id)
        if event.kind == EventKind.FACTS_CHANGED and changed.keys() & {*event.detail.get("fields", ())}
    ]
    told = entered[-1] if entered else None
    if told is not None and told.by == by:
        return
    who = f"<@{told.by}>" if told is not None and told.by else "Somebody"
    answers = ", ".join(f"“{value.label}”" for value in changed.values() if isinstance(value, Answer))
    raise Moved(
        f"{who} entered the same while you had this open{f': {answers}' if answers else ''}. The plan is "
        f"“{plan.level.label}” now, and nothing of your form is missing in it, so it is not noted a second time. Close the form."
    )


def _merged(session: Session, changed: Mapping[str, Any], report: Report, plan: CasePlan) -> Report:
    """Return the facts as they are now, with what was changed in the form. Raises InvalidAnswer where both do not go together."""
    merged = replace(REPORT.validate_python(plan.report), **changed)
    if is_possible(merged):
        return merged
    if changed.keys() & _OF_UNDO:  # the form has offered what is possible there
        merged = replace(merged, undo=report.undo)
    if not is_possible(merged):
        raise InvalidAnswer("undo", _impossible(session, plan, merged))
    return merged


def _impossible(session: Session, plan: CasePlan, merged: Report) -> str:
    """Return why an answer no longer goes with what somebody else said meanwhile, and what to do."""
    told = queries.latest_event(session, plan.case_id, EventKind.FACTS_CHANGED)
    names = slack_rows.names_of(session, get(session, Case, plan.case_id).workspace_id)
    who = names.get(told.by or "", "") if told is not None else ""
    return (
        f"{who or 'Somebody'} changed the facts while you had this open: {merged.channel.label}, {merged.mistake.label.lower()}. "
        f"“{merged.undo.label}” is not possible there. Choose another answer, or copy what you typed, close this and "
        "press “New facts” again."
    )


def close_facts(session: Session, form_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE) -> None:
    """Have a case that flares up asked about sooner, since no facts are new. Raises FormGone, NoSuchCase."""
    form, is_flaring = _taken(session, form_id, by=by)
    if is_flaring:
        cases.ask_sooner(session, form.case_id or 0, by=by, now=now, pace=pace)


def _taken(session: Session, form_id: int, *, by: str) -> tuple[ReportForm, bool]:
    """Return a person's own form, and whether what follows from a flare-up is still to be done: by whoever asks this."""
    form = form_of(session, form_id, user_id=by)
    is_flaring, form.is_flaring = form.is_flaring, False
    return form, is_flaring
