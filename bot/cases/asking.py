"""Asking the check-ins that are due: a hundred take as many statements as one, since a person's submission may wait for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam
from sqlalchemy.orm import load_only
from sqlmodel import Session, col, select

from bot import outbox
from bot.attention import Pace, PlannedCheckIn
from bot.cases.courses import courses_of
from bot.cases.upcoming import add_check_ins
from bot.event_kinds import EventKind
from bot.models import Case, CheckIn, Event, Message, key
from bot.states import CaseState, CheckInState, Surface
from bot.storage import change_all, insert_rows, queries

MOST_AT_ONCE = 100
"""What one transaction asks: it takes some 20 ms, and a person's submission waits for it on SQLite."""

# Of each row only what asking needs: a case's report, for one, would take longer to read than all of this.
_OF_CHECK_IN: tuple[Any, ...] = (
    CheckIn.case_id,
    CheckIn.number,
    CheckIn.place,
    CheckIn.state,
    CheckIn.nudge_at,
    CheckIn.nudges,
    CheckIn.version,
)
_OF_CASE: tuple[Any, ...] = (
    Case.workspace_id,
    Case.brand_id,
    Case.reporter,
    Case.lead,
    Case.channel_id,
    Case.is_exercise,
    Case.check_ins_since,
    Case.nudges,
    Case.last_look_at,
    Case.version,
)
_OF_MESSAGE: tuple[Any, ...] = (
    Message.workspace_id,
    Message.case_id,
    Message.channel_id,
    Message.surface,
    Message.subject_id,
    Message.ts,
)
_DUE = (
    select(CheckIn, Case)
    .join(Case, col(Case.id) == CheckIn.case_id)
    .where(
        CheckIn.state == CheckInState.PLANNED,
        CheckIn.due_at <= bindparam("now"),
        Case.state != CaseState.CLOSED,
    )
    .order_by(col(CheckIn.due_at))
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
    .options(load_only(*_OF_CHECK_IN), load_only(*_OF_CASE))
)
_ASKED = (
    select(CheckIn)
    .where(
        col(CheckIn.case_id).in_(bindparam("cases", expanding=True)),
        queries.unindexed(CheckIn.state) == CheckInState.ASKED,
    )
    .with_for_update()
    .options(load_only(*_OF_CHECK_IN))
)
# Sorted as they are drawn again: what was asked, the offers to close, the plan.
_MESSAGES = (
    select(Message)
    .where(
        col(Message.case_id).in_(bindparam("cases", expanding=True)),
        col(Message.surface).in_([Surface.CHECK_IN, Surface.CLOSING, Surface.PLAN]),
    )
    .order_by(col(Message.surface), col(Message.id))
    .options(load_only(*_OF_MESSAGE))
)


@dataclass(frozen=True, slots=True)
class Question:
    """A check-in that is asked now: which one comes after it, and when somebody is reminded of it."""

    check_in: CheckIn
    case: Case
    upcoming: PlannedCheckIn
    nudge_at: datetime | None


def ask_due(
    session: Session, *, now: datetime, pace: Pace, most: int = MOST_AT_ONCE, only: int | None = None
) -> int:
    """Ask check-ins that are due, or ``only`` that one, in their threads, plan the next ones, and return how many were asked: one of a case at most.

    Nobody else asks the same ones: they are locked, or the database has one writer.
    """
    asked_for = _DUE if only is None else _DUE.where(col(CheckIn.id) == only)
    due = session.exec(asked_for, params={"now": now, "most": most}).all()
    if not due:
        return 0
    questions = _questions(session, due, now=now, pace=pace)
    cases = {"cases": [each.case.id for each in questions]}
    older, messages = session.exec(_ASKED, params=cases).all(), session.exec(_MESSAGES, params=cases).all()
    _end_unseen(session, older, messages)
    _write(session, questions, older, now=now)
    _say(session, questions, older, messages, now=now)
    return len(questions)


def _questions(
    session: Session, found: Sequence[tuple[CheckIn, Case]], *, now: datetime, pace: Pace
) -> list[Question]:
    due: dict[int, tuple[CheckIn, Case]] = {}
    for check_in, case in found:
        due.setdefault(key(case), (check_in, case))
    courses = courses_of(session, [case for _, case in due.values()], pace=pace)
    questions = []
    for (check_in, case), course in zip(due.values(), courses, strict=True):
        upcoming = course.following(check_in, None, now=now)
        reminders = course.nudges(check_in, asked_at=now, until=upcoming.at)
        nudge_at = reminders[0].at if reminders else None
        questions.append(Question(check_in, case, upcoming, nudge_at))
    return questions


def _end_unseen(session: Session, older: Sequence[CheckIn], messages: Sequence[Message]) -> None:
    """Call off those that never got into Slack, as while their channel is lost: only the newest is still to be said there."""
    seen = {
        message.subject_id
        for message in messages
        if message.surface is Surface.CHECK_IN and message.ts is not None
    }
    over = {"state": CheckInState.CANCELLED, "nudge_at": None}
    change_all(session, [(row, over) for row in older if row.id not in seen])


def _write(
    session: Session, questions: Sequence[Question], older: Sequence[CheckIn], *, now: datetime
) -> None:
    """Write down that they are asked, and plan the next ones; nobody is reminded of older ones any more."""
    change_all(session, [(row, {"nudge_at": None}) for row in older if row.nudge_at is not None])
    asked = {"state": CheckInState.ASKED, "asked_at": now}
    change_all(session, [(each.check_in, {**asked, "nudge_at": each.nudge_at}) for each in questions])
    looked_at = {key(each.case): each.case for each in questions if each.case.last_look_at is not None}
    change_all(session, [(case, {"last_look_at": None}) for case in looked_at.values()])
    add_check_ins(session, {key(each.case): each.upcoming for each in questions})
    events = [
        {
            "case_id": key(each.case),
            "at": now,
            "kind": EventKind.CHECK_IN_ASKED,
            "detail": {
                "number": each.check_in.number,
                **({"is_last_look": True} if key(each.case) in looked_at else {}),
            },
        }
        for each in questions
    ]
    insert_rows(session, Event, events)


def _say(
    session: Session,
    questions: Sequence[Question],
    older: Sequence[CheckIn],
    messages: Sequence[Message],
    *,
    now: datetime,
) -> None:
    """Have drawn again what was overtaken, the offers to close and the plans; then ask."""
    overtaken = {row.id for row in older}
    said = {message.subject_id for message in messages if message.surface is Surface.CHECK_IN}
    changed = [
        message
        for message in messages
        if message.surface is not Surface.CHECK_IN or message.subject_id in overtaken
    ]
    outbox.redraw_all(session, changed, now=now)
    sayings = [
        outbox.Saying(
            each.case, Surface.CHECK_IN, f"checkin:{each.case.id}:{each.check_in.id}", key(each.check_in)
        )
        for each in questions
        if each.check_in.id not in said
    ]
    outbox.say_new(session, sayings, now=now)
