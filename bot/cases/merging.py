"""Two cases of one mistake: one goes on, the other is closed and points to it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bot import access
from bot.attention import NORMAL_PACE, Pace
from bot.cards.handling import GoesOn
from bot.cases.alike import redraw_open_ones_alike
from bot.cases.closing import cancel_pending
from bot.cases.deciding import decide_as_one_mistake
from bot.cases.elsewhere import bring_along, left_in_its_place
from bot.cases.further import ahead_of
from bot.cases.merged import claimed_elsewhere, take_over_calls, words_of_merged
from bot.cases.planning import say_what_waits_no_more
from bot.cases.timeline import move, note, redraw_draft, redraw_offers, require_open, say_in_thread
from bot.errors import InvalidAnswer
from bot.event_kinds import EventKind, NoteKind
from bot.menus import LISTED
from bot.models import Case, Event, key
from bot.states import CaseState, Surface
from bot.storage import find_to_change, queries

FIELD = "case"


def merge_chosen(
    session: Session,
    case_id: int,
    other_id: int,
    goes_on: GoesOn,
    *,
    by: str,
    now: datetime,
    pace: Pace = NORMAL_PACE,
) -> Case:
    """Merge two cases as ``merge_cases`` does, whichever of them goes on, and return that one."""
    case = access.case_for(session, case_id, by=by, now=now)
    other = _other(session, case, other_id)
    further, _ = ahead_of(session, case, [other])[other_id]
    goes = {GoesOn.FURTHER: further, GoesOn.THIS: case, GoesOn.OTHER: other}[goes_on]
    ends = case if goes is other else other
    return merge_cases(session, key(goes), key(ends), by=by, now=now, pace=pace)


def merge_cases(
    session: Session, case_id: int, other_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> Case:
    """Close the other case as part of this one, with a pointer in each thread; return the case that goes on.

    Where this one's plan counted the other as an earlier slip, it is decided again: it was the same.
    Both have to be open and in the same channel, so that no pointer tells anybody of a case that they cannot see; and of the
    same brand, so that nobody ends what is being done for another client by one press.
    What is out in the other one, and who was called, counts in this one; what it left to do in another place comes along. Where the other asked for more, or had red flags that
    this one has not, this one's thread says so: its plan knows only its own facts.
    Raises InvalidAnswer (another channel or brand, closed meanwhile, an exercise), NoSuchCase, StaleChannel, CaseClosed.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    other = _other(session, case, other_id)
    left = left_in_its_place(session, other)
    move(session, other, state=CaseState.CLOSED, closed_at=now, closed_by=by, merged_into=key(case))
    cancel_pending(session, other, now=now)
    note(session, other, EventKind.MERGED_INTO, by=by, now=now, other=case.number)
    what = str(other.report["what"])
    note(session, case, EventKind.CASE_MERGED, by=by, now=now, other=other.number, what=what)
    level, said = case.level, _take_over(session, case, other, now=now)
    has_more = bool(said["out"] or said["called"])
    anew = decide_as_one_mistake(session, case, has_more=has_more, now=now, pace=pace)
    said["claimed"] = claimed_elsewhere(session, case, words_of_merged(session, case)) if said["out"] else ""
    said["brought"] = bring_along(session, case, other, left, now=now)
    said["level"] = other.level if other.level.rank > case.level.rank else None
    if anew is not None and (anew.difference or not has_more):
        said |= {"difference": anew.difference, "before": level, "anew": anew.plan.level}
    _point_to_each_other(session, case, other, by=by, now=now, said=said)
    redraw_offers(session, other, now=now)
    redraw_open_ones_alike(session, other, now=now)
    return case


def _take_over(session: Session, case: Case, other: Case, *, now: datetime) -> dict[str, Any]:
    """Have calls count that the other case had made, and return what the thread is told of it, and of what is out."""
    called = take_over_calls(session, case, other)
    if called:
        say_what_waits_no_more(session, case)
        for draft in queries.drafts_of(session, key(case)):
            redraw_draft(session, case, draft, now=now)
    out = [words.draft.kind for words in words_of_merged(session, case) if words.case.id == other.id]
    flags = [
        flag for flag in other.report.get("red_flags", ()) if flag not in case.report.get("red_flags", ())
    ]
    return {
        "out": list(dict.fromkeys(out)),
        "called": [task.text for task in called],
        "flags": flags,
    }


def _point_to_each_other(
    session: Session, case: Case, other: Case, *, by: str, now: datetime, said: dict[str, Any]
) -> None:
    """Say in each thread where the other case is; ``said`` is what the one that goes on hears besides."""
    name = f"merged:{key(other)}:{other.version}"
    into: dict[str, Any] = {"kind": NoteKind.MERGED_INTO, "by": by, "other": case.number}
    say_in_thread(session, other, Surface.NOTE, name, now=now, **into)
    merged: dict[str, Any] = {"kind": NoteKind.CASE_MERGED, "by": by, "other": other.number, **said}
    say_in_thread(session, case, Surface.NOTE, name, now=now, **merged)


def _other(session: Session, case: Case, other_id: int) -> Case:
    """Return the case that one is merged with. Raises InvalidAnswer, CaseClosed."""
    require_open(session, case)
    other = find_to_change(session, Case, other_id)
    if other is None or not _is_mergeable(case, other):
        raise InvalidAnswer(
            FIELD, "That case is closed, or in another channel. Open this again to see which can be merged."
        )
    if other.brand_id != case.brand_id:
        raise InvalidAnswer(FIELD, _of_another_brand(session, case, other))
    return other


def _is_mergeable(case: Case, other: Case) -> bool:
    """Return whether another case may go on in this one: what a menu shows of them is no rule, since it holds the newest only."""
    return (
        other.id != case.id
        and other.workspace_id == case.workspace_id
        and other.channel_id == case.channel_id
        and other.state is not CaseState.CLOSED
        and other.is_exercise == case.is_exercise
    )


def _of_another_brand(session: Session, case: Case, other: Case) -> str:
    name = access.brand_of(session, other).name
    return (
        f"{other.name} is filed for {name}. If it is the same mistake as {case.name}, one of them is filed for the wrong brand: "
        "in that one's plan press “More”, then “Correct the brand”. Then merge them."
    )


def mergeable_cases(session: Session, case: Case) -> Sequence[Case]:
    """Return the brand's other open cases in the case's channel, the newest first: as many as a menu holds, exercises only with exercises."""
    return session.exec(
        select(Case)
        .where(
            Case.workspace_id == case.workspace_id,
            Case.brand_id == case.brand_id,
            Case.channel_id == case.channel_id,
            Case.state != CaseState.CLOSED,
            Case.id != case.id,
            Case.is_exercise == case.is_exercise,
        )
        .order_by(col(Case.number).desc())
        .limit(LISTED)
    ).all()


def lines_elsewhere(session: Session, case: Case) -> Sequence[Event]:
    """Return the lines of other timelines that say what a case was about: it was merged into theirs, wherever that is by now."""
    own = select(Event).where(
        Event.case_id == case.id, queries.unindexed(Event.kind) == EventKind.MERGED_INTO
    )
    numbers = {event.detail.get("other") for event in session.exec(own).all()}
    if not numbers:  # as nearly always
        return ()
    merged = (
        select(Event)
        .join(Case, col(Case.id) == Event.case_id)
        .where(
            Case.workspace_id == case.workspace_id,
            col(Case.number).in_(numbers),
            Event.kind == EventKind.CASE_MERGED,
        )
    )
    return [event for event in session.exec(merged).all() if event.detail.get("other") == case.number]
