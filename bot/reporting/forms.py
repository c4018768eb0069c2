"""The report form's row: opened, adapted while it is answered, and made into a case at the end."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from bot import access
from bot.attention import NORMAL_PACE, Pace
from bot.cards import AnswerCard
from bot.cases import duplicates, receiving
from bot.cases.opening import GivenFile, NewReport
from bot.cases.timeline import require_open
from bot.errors import InvalidAnswer, InvalidAnswers, OopsError, tried
from bot.models import REPORT, Brand, Case, ReportForm, key
from bot.reporting.answering import answer_card, answer_of
from bot.reporting.answers import report_of
from bot.reporting.prefill import named_brand
from bot.reporting.questions import Answers, FormState, OpenForm, Seen, Value, adapted, opened, reopened
from bot.response_channels import usable_channel, why_not_usable
from bot.storage import find, find_to_change, get, insert_rows, queries, slack_rows
from bot.storage.brand_names import BrandName, first_brand_names_of
from bot.typed import MOST_FILES

KEPT_FOR = timedelta(days=1)
"""How long a form's row is kept. A report that is submitted later is taken all the same."""
_IDS = 10**9 - 1  # as many as a modal may carry (bot.typed.row_id)


class FormGone(OopsError):
    """The form is not known any more."""

    def __init__(self) -> None:
        super().__init__("This form has expired. Please open it again.")


def new_form(session: Session, answers: Answers, *, workspace_id: int, fallback_channel: str) -> OpenForm:
    """Return a new report form with ``answers`` in it, and what they suggest for the rest; ``keep_form`` writes its row.

    Its id is drawn here, so that the form need not wait for the disk: Slack gives 3 seconds to open it.
    """
    brands = first_brand_names_of(session, workspace_id, chosen=str(answers.get("brand")))
    named = named_brand(str(answers.get("what") or ""), dict(_names(brands)))
    only = {"brand": str(brands[0].id)} if len(brands) == 1 else {"brand": named} if named else {}
    state = opened({**only, **answers})
    asks = not fallback_channel and _lacks_channel(brands, state.answers)
    return OpenForm(_new_id(), state, _names(brands), asks_response_channel=asks)


def keep_form(session: Session, form: OpenForm, *, workspace_id: int, user_id: str, now: datetime) -> None:
    """Write a new form's row, so that it can adapt to what is answered."""
    owner = {"workspace_id": workspace_id, "user_id": user_id, "created_at": now}
    insert_rows(session, ReportForm, [{"id": form.id, **owner, **_values(form.state)}])


def _new_id() -> int:
    """Return an id that, but for one in a million, no other form has: that one is told that it did not open."""
    return secrets.randbelow(_IDS) + 1


def open_facts_form(session: Session, case_id: int, *, by: str, is_flaring: bool, now: datetime) -> OpenForm:
    """Return a form that holds a case's facts. Raises NoSuchCase, StaleChannel, CaseClosed."""
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    plan = queries.newest_plan(session, case_id)
    row = ReportForm(
        id=_new_id(),
        workspace_id=case.workspace_id,
        user_id=by,
        case_id=case_id,
        plan_number=plan.number,
        is_flaring=is_flaring,
        created_at=now,
    )
    _keep(session, row, reopened(REPORT.validate_python(plan.report)))
    return _as_it_is(session, row, "")


def adapt_form(
    session: Session, form_id: int, seen: Mapping[str, Seen], *, user_id: str, fallback_channel: str
) -> OpenForm:
    """Return the form after what is in the person's view came in. Raises FormGone."""
    row = form_of(session, form_id, user_id=user_id)
    _keep(session, row, adapted(_state(row), seen))
    _note_channel(session, row)
    return _as_it_is(session, row, fallback_channel)


def redrawn_form(session: Session, form_id: int, *, user_id: str, fallback_channel: str) -> OpenForm:
    """Return the form as its row is now. Raises FormGone."""
    return _as_it_is(session, form_of(session, form_id, user_id=user_id), fallback_channel)


def form_of(session: Session, form_id: int, *, user_id: str) -> ReportForm:
    """Return a person's own form, held so that of two answers in quick succession one follows the other. Raises FormGone."""
    row = find_to_change(session, ReportForm, form_id)
    if row is None or row.user_id != user_id:
        raise FormGone
    return row


def forget_forms(session: Session, *, now: datetime) -> None:
    """Remove the rows of forms that were opened more than a day ago; they hold what people typed."""
    session.execute(delete(ReportForm).where(col(ReportForm.created_at) < now - KEPT_FOR))


@dataclass(frozen=True, slots=True)
class SubmittedForm:
    """A report form as its reporter sent it; ``report_key`` names the submission. The form's row may be gone by then."""

    form_id: int
    answers: Mapping[str, Value]
    workspace_id: int
    reporter: str
    report_key: str
    evidence: Sequence[GivenFile] = ()
    fallback_channel: str = ""


def take_form(
    session: Session,
    form: SubmittedForm,
    *,
    is_crowded: Callable[[], bool],
    now: datetime,
    pace: Pace = NORMAL_PACE,
) -> AnswerCard | int:
    """Open a case from a form, or only receive its report while people wait in line; return what ``submit_form`` or ``receive_form`` do.

    ``is_crowded`` is asked when it is this form's turn: the line may have become long behind the first of many.
    """
    if is_crowded():
        return receive_form(session, form, now=now)
    return submit_form(session, form, now=now, pace=pace)


def submit_form(
    session: Session, form: SubmittedForm, *, now: datetime, pace: Pace = NORMAL_PACE
) -> AnswerCard:
    """Open a case from a form and return the answer to it; the same ``report_key`` again is the same case.

    Raises InvalidAnswers with a sentence for each answer that cannot be taken, StaleChannel when the chosen channel has to be
    looked up first, and FormGone for somebody else's form.
    """
    known = _case_of(session, form)
    if known is not None:
        return answer_card(session, key(known))
    new = _read(session, form, now=now)
    return answer_of(session, duplicates.open_report(session, new, now=now, pace=pace))


def receive_form(session: Session, form: SubmittedForm, *, now: datetime) -> AnswerCard | int:
    """Receive a form's report, for ``answer_received`` to open, and return its row's id; the answer where it is a case already.

    It takes a tenth of what opening a case does. Raises as ``submit_form`` does.
    """
    known = _case_of(session, form)
    if known is not None:
        return answer_card(session, key(known))
    return receiving.receive_report(session, _read(session, form, now=now), now=now)


def answer_received(
    session: Session, received_id: int, *, now: datetime, pace: Pace = NORMAL_PACE
) -> AnswerCard:
    """Open a case from a report that was received, and return the answer to it. Raises Moved."""
    return answer_of(session, receiving.open_received(session, received_id, now=now, pace=pace))


def _case_of(session: Session, form: SubmittedForm) -> Case | None:
    """Return the case that a form has become. Raises FormGone for somebody else's form."""
    known = queries.case_of_report(session, form.workspace_id, form.report_key)
    if known is not None and known.reporter != form.reporter:
        raise FormGone
    return known


def _read(session: Session, form: SubmittedForm, *, now: datetime) -> NewReport:
    """Return what a form says. Raises InvalidAnswers, StaleChannel."""
    errors: dict[str, str] = {}
    report = tried(errors, lambda: report_of(form.answers, now=now))
    brand = tried(errors, lambda: _brand(session, form))
    channel_id = tried(errors, lambda: _channel(session, form, brand, now=now))
    if len(form.evidence) > MOST_FILES:
        errors["evidence"] = f"Up to {MOST_FILES} files fit. Please remove {len(form.evidence) - MOST_FILES}."
    if errors or report is None or brand is None:
        raise InvalidAnswers(errors)
    return NewReport(
        report=report,
        brand=brand,
        reporter=form.reporter,
        report_key=form.report_key,
        channel_id=channel_id,
        fallback_channel=form.fallback_channel,
        evidence=form.evidence,
    )


def _brand(session: Session, form: SubmittedForm) -> Brand:
    """Return the chosen brand; where nobody was asked, the one that there was when the form opened, or is now."""
    if chosen := form.answers.get("brand"):
        found = queries.brand_numbered(session, form.workspace_id, str(chosen))
        sentence = "This brand is no longer there. Please choose another one."
    else:
        found = _brand_at_opening(session, form) or _only_brand(session, form.workspace_id)
        sentence = "Whose account was it? Please choose one; if you are not asked, open `/oops` again."
    if found is None:
        raise InvalidAnswer("brand", sentence)
    return found


def _brand_at_opening(session: Session, form: SubmittedForm) -> Brand | None:
    row = find(session, ReportForm, form.form_id)
    return queries.brand_numbered(session, form.workspace_id, str(row.answers.get("brand"))) if row else None


def _only_brand(session: Session, workspace_id: int) -> Brand | None:
    names = first_brand_names_of(session, workspace_id, chosen="")
    return find(session, Brand, names[0].id) if len(names) == 1 else None


def _channel(session: Session, form: SubmittedForm, brand: Brand | None, *, now: datetime) -> str | None:
    """Return the chosen channel where one is asked for. Raises InvalidAnswer that says why not there, StaleChannel."""
    chosen = form.answers.get("response_channel")
    if not chosen or brand is None or brand.response_channel is not None or form.fallback_channel:
        return None
    return usable_channel(session, form.workspace_id, chosen, form.reporter, now=now)


def _note_channel(session: Session, row: ReportForm) -> None:
    """Say beside the chosen channel why a plan cannot go there, as far as that is known."""
    notes = {name: note for name, note in row.notes.items() if name != "response_channel"}
    chosen = row.answers.get("response_channel")
    known = slack_rows.slack_channel(session, row.workspace_id, str(chosen)) if chosen else None
    why_not = why_not_usable(known, row.user_id) if known is not None else None
    if why_not is not None:
        notes["response_channel"] = why_not
    row.notes = notes


def _state(row: ReportForm) -> FormState:
    return FormState(answers=row.answers, filled=row.filled, suffixes=row.suffixes, notes=row.notes)


def _keep(session: Session, row: ReportForm, state: FormState) -> None:
    for name, value in _values(state).items():
        setattr(row, name, value)
    session.add(row)
    session.flush()


def _values(state: FormState) -> dict[str, dict[str, Any]]:
    return {
        "answers": dict(state.answers),
        "filled": dict(state.filled),
        "suffixes": dict(state.suffixes),
        "notes": dict(state.notes),
    }


def _as_it_is(session: Session, row: ReportForm, fallback_channel: str) -> OpenForm:
    brands = first_brand_names_of(session, row.workspace_id, chosen=str(row.answers.get("brand")))
    case = get(session, Case, row.case_id) if row.case_id else None
    return OpenForm(
        id=key(row),
        state=_state(row),
        brands=_names(brands),
        asks_response_channel=case is None and not fallback_channel and _lacks_channel(brands, row.answers),
        case_name=case.name if case else "",
        is_flaring=row.is_flaring,
    )


def _names(brands: Sequence[BrandName]) -> tuple[tuple[str, str], ...]:
    return tuple((str(brand.id), brand.name) for brand in brands)


def _lacks_channel(brands: Sequence[BrandName], answers: Mapping[str, object]) -> bool:
    chosen = [brand for brand in brands if len(brands) == 1 or str(brand.id) == answers.get("brand")]
    return bool(chosen) and chosen[0].response_channel is None
