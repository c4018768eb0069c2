"""Erasing a person: the cases that they reported, and elsewhere what they wrote. The name goes, the id stays beside what was done."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import Any, cast

from sqlalchemy import delete
from sqlmodel import Session, col, func, or_, select

from bot.erasing.case import erase_case, look_at_case
from bot.erasing.words import (
    ERASED,
    TYPED,
    Erased,
    erase_detail,
    erase_draft,
    erase_params,
    erase_version,
    forget_forms,
    messages_of,
    note_erased,
    redraw_what_can_be_pressed,
    said_of,
    without_words,
)
from bot.event_kinds import EventKind
from bot.models import (
    Case,
    CasePlan,
    Draft,
    DraftVersion,
    Event,
    Message,
    ReceivedReport,
    SlackUser,
    key,
)
from bot.right_words import tidied
from bot.states import EDITABLE, CaseState, DraftState
from bot.storage import change, get, queries

Piece = Callable[[], object]
"""Erases one piece of what somebody wrote: looking for pieces changes nothing."""


@dataclass(frozen=True, slots=True)
class Written:
    """The cases, by id, that a person reported, and the others in which they may have written something."""

    reported: Sequence[int]
    elsewhere: Sequence[int]


def written_by(session: Session, workspace_id: int, user_id: str) -> Written:
    """Return where a person wrote, with one question for each table, however many cases there are."""
    here = Case.workspace_id == workspace_id
    reported = session.exec(
        select(Case.id).where(here, Case.reporter == user_id).order_by(col(Case.number))
    ).all()
    closed = select(Case.id).where(here, Case.closed_by == user_id)
    found = {one for question in (closed, *_questions(user_id)) for one in session.exec(question).all()}
    others = select(Case.id, Case.number).where(here, Case.reporter != user_id).order_by(col(Case.number))
    elsewhere = [case_id for case_id, _ in session.exec(others).all() if case_id in found]
    return Written(
        [one for one in reported if one is not None], [one for one in elsewhere if one is not None]
    )


def _questions(user_id: str) -> Iterator[Any]:
    """Return what asks each table for the cases in which a person wrote; of a message's JSON, where it says who did it."""
    yield select(CasePlan.case_id).where(CasePlan.chosen_by == user_id).distinct()
    yield select(Event.case_id).where(Event.by == user_id).distinct()
    yield (
        select(Draft.case_id)
        .join(DraftVersion, col(DraftVersion.draft_id) == Draft.id)
        .where(or_(DraftVersion.author == user_id, Draft.acted_by == user_id))
        .distinct()
    )
    is_theirs = cast("Any", Message.params)["by"].as_string() == user_id
    yield select(func.coalesce(Message.case_id, Message.about_case_id)).where(is_theirs).distinct()


def look_at_person(session: Session, workspace_id: int, user_id: str) -> Erased:
    """Return what erasing a person would erase; nothing is."""
    written, would = written_by(session, workspace_id, user_id), Erased()
    for case_id in written.reported:
        would.add(look_at_case(session, get(session, Case, case_id)))
    for case_id in written.elsewhere:
        case = get(session, Case, case_id)
        if _pieces(session, case, user_id):
            would.add(_touched(session, case))
    return would


def erase_person(
    session: Session,
    workspace_id: int,
    user_id: str,
    *,
    now: datetime,
    written: Written | None = None,
    after_each: Callable[[], object] = lambda: None,
) -> Erased:
    """Erase the cases that a person reported, and elsewhere what the person wrote; return what that was.

    ``written`` is where that is, if it was looked for before; ``after_each`` case the others may write.
    """
    written, erased = written or written_by(session, workspace_id, user_id), Erased()
    forget_forms(session, workspace_id, user_id)
    for table, whose in ((ReceivedReport, ReceivedReport.reporter), (SlackUser, SlackUser.user_id)):
        theirs = (col(table.workspace_id) == workspace_id, col(whose) == user_id)
        session.execute(delete(table).where(*theirs))
    for case_id in written.reported:
        erased.add(erase_case(session, _locked(session, case_id), now=now))
        after_each()
    for case_id in written.elsewhere:
        erased.add(_erase_pieces(session, _locked(session, case_id), user_id, now=now))
        after_each()
    session.flush()
    return erased


def _locked(session: Session, case_id: int) -> Case:
    return session.get_one(Case, case_id, with_for_update=True)


def _erase_pieces(session: Session, case: Case, user_id: str, *, now: datetime) -> Erased:
    """Erase what a person wrote in somebody else's case; return what that was."""
    pieces = _pieces(session, case, user_id, now=now)
    if not pieces:
        return Erased()
    for erase in pieces:
        erase()
    note_erased(session, case, now=now)
    if case.state is not CaseState.CLOSED:
        redraw_what_can_be_pressed(session, case, now=now)
    session.flush()
    return _touched(session, case)


def _touched(session: Session, case: Case) -> Erased:
    return Erased(touched=[case.number], in_slack=said_of(session, case))


def _pieces(session: Session, case: Case, user_id: str, *, now: datetime | None = None) -> list[Piece]:
    """Return what erases what a person wrote in somebody else's case; ``now`` is when that will be."""
    events = queries.events_of(session, key(case))
    own = [event for event in events if event.by == user_id]
    pieces = [
        *_own_facts(session, case, own, now=now),
        *_own_drafts(session, case, user_id, own, now=now),
        *_own_reasons(session, case, user_id, own),
        *_own_messages(session, case, user_id),
    ]
    if case.closed_by == user_id and (case.cause or case.change):
        pieces.append(partial(_erase_columns, case, "cause", "change"))
    return pieces


def _own_drafts(
    session: Session, case: Case, user_id: str, own: Sequence[Event], *, now: datetime | None
) -> Iterator[Piece]:
    """Yield a person's versions and notes; an open draft that then stands for erased words is discarded."""
    reasons = {event.detail.get("reason") for event in own if event.kind == EventKind.CHANGES_REQUESTED}
    for draft in queries.drafts_of(session, key(case)):
        for version in queries.versions_of(session, key(draft)):
            if version.author == user_id and version.text != ERASED:
                yield partial(_erase_text, session, draft, version, now=now)
        if draft.acted_by == user_id and (draft.note or draft.published_where or draft.published_link):
            yield partial(erase_draft, draft)
        elif draft.note and draft.note in reasons:  # somebody else has acted on it since
            yield partial(_erase_columns, draft, "note")


def _own_reasons(session: Session, case: Case, user_id: str, own: Sequence[Event]) -> Iterator[Piece]:
    for row in queries.plans_of(session, key(case)):
        if row.chosen_by == user_id and row.reason:
            yield partial(_erase_columns, row, "reason")
    for event in own:
        if event.detail != without_words(event.detail):
            yield partial(erase_detail, event)
            if event.kind == EventKind.CALL_OVERRIDDEN:
                yield partial(_erase_columns, case, "call_override")


def _own_messages(session: Session, case: Case, user_id: str) -> Iterator[Piece]:
    for message in messages_of(session, case):
        if message.params.get("by") == user_id and message.params != without_words(message.params):
            yield partial(erase_params, message)


def _own_facts(
    session: Session, case: Case, own: Sequence[Event], *, now: datetime | None
) -> Iterator[Piece]:
    """Yield what a person typed into somebody else's report, also in the later plans and drafts that took it over."""
    changed = {event.at for event in own if event.kind == EventKind.FACTS_CHANGED}
    plans = queries.plans_of(session, key(case)) if changed else ()
    typed = {
        text
        for before, after in pairwise(plans)
        if after.created_at in changed
        for name in TYPED
        if (text := after.report[name]) and text not in {before.report[name], ERASED}
    }
    if not typed:
        return
    took_over = [row for row in plans if any(row.report[name] in typed for name in TYPED)]
    yield partial(_erase_typed, case, typed)
    for row in took_over:
        yield partial(_erase_typed, row, typed)
    made_at = {row.created_at for row in took_over}
    words = {tidied(text).casefold() for text in typed}
    for draft in queries.drafts_of(session, key(case)):
        versions = queries.versions_of(session, key(draft))
        made = {row.text for row in versions if row.number == 1 and row.created_at in made_at} - {ERASED}
        for version in versions:
            if version.text in made or any(text in version.text.casefold() for text in words):
                yield partial(_erase_text, session, draft, version, now=now)


def _erase_typed(row: Case | CasePlan, typed: Collection[str]) -> None:
    row.report = {
        name: ERASED if name in TYPED and value in typed else value for name, value in row.report.items()
    }


def _erase_columns(row: object, *names: str) -> None:
    for name in names:
        setattr(row, name, "")


def _erase_text(session: Session, draft: Draft, version: DraftVersion, *, now: datetime | None) -> None:
    """Erase a text; an open draft whose newest words these were is discarded."""
    erase_version(version)
    if version.number == draft.newest and draft.state in EDITABLE:
        change(session, draft, state=DraftState.DISCARDED, note="", acted_at=now, acted_by=None)
