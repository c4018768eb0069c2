"""What becomes of a form with a case's facts. After a flare-up it has a consequence that it can have once, however often it is delivered."""

from dataclasses import fields, replace
from datetime import datetime

from sqlmodel import Session

from bot import cases
from bot.attention import NORMAL_PACE, Pace
from bot.models import REPORT, Case, ReportForm
from bot.report import Report
from bot.reporting.forms import form_of
from bot.storage import queries


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
    """Return the facts as they are now, with what was changed in the form."""
    plans = queries.plans_of(session, form.case_id or 0)
    newest = REPORT.validate_python(plans[-1].report)
    filled_in = next((plan for plan in plans if plan.number == form.plan_number), plans[-1])
    before = REPORT.validate_python(filled_in.report)
    changed = {field.name: getattr(report, field.name) for field in fields(Report)}
    return replace(
        newest, **{name: value for name, value in changed.items() if value != getattr(before, name)}
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
