"""The report form's row: opened, adapted while it is answered, and read at the end."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from bot import access
from bot.errors import OopsError
from bot.models import REPORT, Brand, Case, ReportForm
from bot.report_form import Answers, FormState, OpenForm, Seen, adapted, opened, reopened
from bot.storage import get, queries


class FormGone(OopsError):
    """The form is not known any more."""


def open_form(
    session: Session,
    answers: Answers,
    *,
    workspace_id: int,
    user_id: str,
    fallback_channel: str,
    now: datetime,
) -> OpenForm:
    """Return a new report form with ``answers`` in it."""
    row = ReportForm(workspace_id=workspace_id, user_id=user_id, created_at=now)
    _keep(session, row, opened(answers))
    return _drawn(session, row, fallback_channel)


def open_facts_form(session: Session, case_id: int, *, by: str, is_flaring: bool, now: datetime) -> OpenForm:
    """Return a form that holds a case's facts. Raises NoSuchCase, StaleChannel."""
    case = access.case_for(session, case_id, by=by, now=now)
    report = REPORT.validate_python(queries.newest_plan(session, case_id).report)
    row = ReportForm(
        workspace_id=case.workspace_id, user_id=by, case_id=case_id, is_flaring=is_flaring, created_at=now
    )
    _keep(session, row, reopened(report))
    return _drawn(session, row, "")


def adapt_form(
    session: Session, form_id: int, seen: Mapping[str, Seen], *, user_id: str, fallback_channel: str
) -> OpenForm:
    """Return the form after what is in the person's view came in. Raises FormGone."""
    row = form_of(session, form_id, user_id=user_id)
    _keep(session, row, adapted(_state(row), seen))
    return _drawn(session, row, fallback_channel)


def form_of(session: Session, form_id: int, *, user_id: str) -> ReportForm:
    """Return a person's own form. Raises FormGone."""
    row = session.get(ReportForm, form_id)
    if row is None or row.user_id != user_id:
        raise FormGone("This form has expired. Please open it again.")
    return row


def only_brand(session: Session, workspace_id: int) -> int | None:
    """Return the brand's id while there is one, so that nobody is asked; None when there are more."""
    brands = queries.brands_of(session, workspace_id)
    return brands[0].id if len(brands) == 1 else None


def _state(row: ReportForm) -> FormState:
    return FormState(answers=row.answers, filled=row.filled, suffixes=row.suffixes, notes=row.notes)


def _keep(session: Session, row: ReportForm, state: FormState) -> None:
    row.answers, row.filled = dict(state.answers), dict(state.filled)
    row.suffixes, row.notes = dict(state.suffixes), dict(state.notes)
    session.add(row)
    session.flush()


def _drawn(session: Session, row: ReportForm, fallback_channel: str) -> OpenForm:
    brands = queries.brands_of(session, row.workspace_id)
    case = get(session, Case, row.case_id) if row.case_id else None
    return OpenForm(
        id=row.id or 0,
        state=_state(row),
        brands=tuple((str(brand.id), brand.name) for brand in brands),
        asks_response_channel=case is None and not fallback_channel and _lacks_channel(brands, row.answers),
        case_name=f"OOPS-{case.number}" if case else "",
        is_flaring=row.is_flaring,
    )


def _lacks_channel(brands: Sequence[Brand], answers: Mapping[str, object]) -> bool:
    chosen = [brand for brand in brands if len(brands) == 1 or str(brand.id) == answers.get("brand")]
    return bool(chosen) and chosen[0].response_channel is None
