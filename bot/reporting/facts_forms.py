"""What becomes of a form with a case's facts. After a flare-up it has a consequence that it can have once, however often it is delivered."""

from dataclasses import fields, replace
from datetime import datetime

from sqlmodel import Session

from bot import cases
from bot.attention import NORMAL_PACE, Pace
from bot.errors import InvalidAnswer
from bot.event_kinds import EventKind
from bot.models import REPORT, Case, CasePlan, ReportForm
from bot.report import Report
from bot.reporting.answers import is_possible
from bot.reporting.forms import form_of
from bot.storage import get, queries, slack_rows

_OF_UNDO = {"channel", "mistake"}
"""The facts that what can be taken back depends on."""


def submit_facts(
    session: Session, form_id: int, report: Report, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> Case:
    """Decide again from new facts and return the case; what others changed while the form was open stays.

    Raises FormGone, and what ``change_facts`` raises.
    """
    form, is_flaring = _taken(session, form_id, by=by)
    report = _changed_in(session, form, report)
    return cases.change_facts(
        session, form.case_id or 0, report, by=by, now=now, is_flaring=is_flaring, pace=pace
    )


def _changed_in(session: Session, form: ReportForm, report: Report) -> Report:
    """Return the facts as they are now, with what was changed in the form. Raises InvalidAnswer where both do not go together."""
    plans = queries.plans_of(session, form.case_id or 0)
    newest = REPORT.validate_python(plans[-1].report)
    filled_in = next((plan for plan in plans if plan.number == form.plan_number), plans[-1])
    before = REPORT.validate_python(filled_in.report)
    answered = {field.name: getattr(report, field.name) for field in fields(Report)}
    changed = {name: value for name, value in answered.items() if value != getattr(before, name)}
    merged = replace(newest, **changed)
    if is_possible(merged):
        return merged
    if changed.keys() & _OF_UNDO:  # the form has offered what is possible there
        merged = replace(merged, undo=report.undo)
    if not is_possible(merged):
        raise InvalidAnswer("undo", _impossible(session, plans[-1], merged))
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
