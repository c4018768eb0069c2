"""Check-ins that were asked: reminded of, answered by a person, and what follows from the answer."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot import access
from bot.attention import (
    NORMAL_PACE,
    CheckInAnswer,
    Pace,
    PlannedCheckIn,
    offers_to_close,
    snoozed,
    sooner,
)
from bot.cases.courses import Course, course_of
from bot.cases.tasks import paused_task, remind_of_paused
from bot.cases.timeline import (
    Moved,
    move,
    note,
    redraw_check_in,
    redraw_last_answer,
    require_open,
    say_in_thread,
)
from bot.cases.upcoming import cancel_asked, plan_check_in
from bot.errors import InvalidAnswer
from bot.event_kinds import EventKind
from bot.models import Case, CheckIn, key
from bot.states import CheckInState, Surface
from bot.storage import asked, change, queries


def nudge(session: Session, check_in: CheckIn, case: Case, *, now: datetime, pace: Pace) -> None:
    """Remind whoever is next that a check-in is unanswered."""
    course, asked_at = course_of(session, case, pace=pace), _seen_since(session, case, check_in, now=now)
    due = [
        reminder
        for reminder in course.nudges(check_in, asked_at=asked_at)
        if check_in.nudge_at is not None and reminder.at <= now
    ]
    if not due:  # nobody has seen it for so long, whoever was to be reminded has gone, or it was enough: the next one's time comes
        _plan_nudge(session, course, check_in, asked_at=asked_at, after=now)
        return
    if not change(session, check_in, nudges=check_in.nudges + 1, nudge_at=None):
        return
    latest = due[-1]
    move(session, case, nudges=case.nudges + 1)
    who = {"lead": case.lead, "backup": course.backup}.get(latest.to)
    say_in_thread(
        session,
        case,
        Surface.NUDGE,
        f"nudge:{check_in.nudges}",
        now=now,
        subject_id=check_in.id,
        to=latest.to,
        user_id=who,
    )
    note(session, case, EventKind.NUDGED, now=now, to=who)
    _plan_nudge(session, course, check_in, asked_at=asked_at, after=latest.at)


def _seen_since(session: Session, case: Case, check_in: CheckIn, *, now: datetime) -> datetime:
    """Return since when people can have seen a check-in: it may have got into Slack long after it was asked, or not yet."""
    posted_at, is_there = asked.posted_at(session, case, check_in)
    if posted_at is not None:
        return posted_at if is_there else now
    return check_in.asked_at or check_in.due_at


def answer_check_in(
    session: Session,
    check_in_id: int,
    answer: CheckInAnswer,
    *,
    by: str,
    now: datetime,
    pace: Pace = NORMAL_PACE,
) -> CheckIn:
    """Record an answer, which counts for older check-ins too, plan what follows from it, and return the check-in.

    Raises Moved (answered, put off or overtaken already), NoSuchCase, CaseClosed.
    """
    check_in, case = check_in_for(session, check_in_id, by=by, now=now)
    course = course_of(session, case, pace=pace)
    previous = case.other_answer_at
    _take(
        session,
        case,
        check_in,
        state=CheckInState.ANSWERED,
        answer=answer,
        answered_by=by,
        answered_at=now,
        nudge_at=None,
    )
    _end_older(session, case, check_in, now=now)
    is_other = answer is not CheckInAnswer.QUIET
    move(session, case, nudges=0, **({"other_answer_at": now} if is_other else {}))
    _plan_again(session, course, check_in, answer, now=now)
    note(session, case, EventKind.CHECK_IN_ANSWERED, by=by, now=now, answer=answer, number=check_in.number)
    if asked.is_newest(session, check_in) and offers_to_close(
        answer, reported_at=case.opened_at, last_other_answer_at=previous, now=now, pace=course.pace
    ):
        say_in_thread(session, case, Surface.CLOSING, "closing", now=now, subject_id=check_in.id)
        note(session, case, EventKind.CLOSING_OFFERED, now=now)
        if (paused := paused_task(session, case)) is not None:
            remind_of_paused(session, case, paused, now=now, why="quiet")
    redraw_last_answer(session, case, now=now)
    return check_in


def snooze_check_in(
    session: Session, check_in_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE
) -> CheckIn:
    """Ask again in an hour; return the check-in that was put off. Raises Moved, NoSuchCase, CaseClosed."""
    check_in, case = check_in_for(session, check_in_id, by=by, now=now)
    course = course_of(session, case, pace=pace)
    again = snoozed(
        check_in.place,
        since=case.check_ins_since,
        times=course.times,
        now=now,
        hours=course.hours,
        pace=course.pace,
    )
    _take(
        session, case, check_in, state=CheckInState.CANCELLED, answered_by=by, answered_at=now, nudge_at=None
    )
    _end_older(session, case, check_in, now=now)
    plan_check_in(session, case, again)
    if check_in.number in asked.last_looks(session, case):  # it is only put off
        move(session, case, last_look_at=again.at)
    note(
        session,
        case,
        EventKind.CHECK_IN_SNOOZED,
        by=by,
        now=now,
        number=check_in.number,
        until=again.at.isoformat(),
    )
    redraw_last_answer(session, case, now=now)
    return check_in


def ask_sooner(session: Session, case_id: int, *, by: str, now: datetime, pace: Pace = NORMAL_PACE) -> None:
    """Halve the gap to the next check-in, after a flare-up that brought no new facts. Raises NoSuchCase."""
    case = access.case_for(session, case_id, by=by, now=now)
    planned = [
        row for row in queries.pending_check_ins(session, case_id) if row.state is CheckInState.PLANNED
    ]
    if not planned:
        return
    following_one = PlannedCheckIn(planned[-1].place, planned[-1].due_at)
    closer = sooner(following_one, now=now, hours=course_of(session, case, pace=pace).hours)
    if change(session, planned[-1], place=closer.place, due_at=closer.at):
        note(session, case, EventKind.CHECK_IN_SOONER, by=by, now=now, until=closer.at.isoformat())
        redraw_last_answer(session, case, now=now)


def save_numbers(
    session: Session, check_in_id: int, counted: Mapping[str, int | None], *, by: str, now: datetime
) -> CheckIn:
    """Keep how many mentions and replies somebody counted, and return the check-in; what ``counted`` leaves out stays as it is.

    Raises InvalidAnswer (nothing to keep), NoSuchCase, CaseClosed, Moved.
    """
    check_in, case = check_in_for(session, check_in_id, by=by, now=now)
    before = {"mentions": check_in.mentions, "replies": check_in.replies}
    numbers = {**before, **counted}
    if set(before.values()) | set(numbers.values()) == {None}:
        raise InvalidAnswer("mentions", "Give at least one of the two numbers, or press Cancel.")
    if numbers == before:
        return check_in  # delivered twice
    if not change(session, check_in, **numbers):
        raise Moved("Somebody answered this check-in at the same moment. Please look at it again.")
    note(session, case, EventKind.NUMBERS_GIVEN, by=by, now=now, **numbers)
    for row in queries.check_ins_of(session, key(case)):
        if (
            row.asked_at is not None and row.number >= check_in.number
        ):  # later numbers are measured by these too
            redraw_check_in(session, case, row, now=now)
    return check_in


def check_in_for(session: Session, check_in_id: int, *, by: str, now: datetime) -> tuple[CheckIn, Case]:
    """Return a check-in of an open case for somebody in its channel. Raises NoSuchCase, StaleChannel, CaseClosed."""
    check_in, case = access.part_for(session, CheckIn, check_in_id, by=by, now=now)
    require_open(session, case)
    return check_in, case


def _take(session: Session, case: Case, check_in: CheckIn, **values: Any) -> None:
    if check_in.state is CheckInState.ASKED and change(session, check_in, **values):
        return
    by = f"<@{check_in.answered_by}>"
    if check_in.answer is not None:
        raise Moved(f"{by} has already answered: {check_in.answer.label.lower()}.")
    if check_in.answered_by is not None:
        raise Moved(
            f"{by} has already put this check-in off. The next one comes in the thread of {case.name}."
        )
    raise Moved(f"This check-in is over. The newest one in the thread of {case.name} is the one that counts.")


def _end_older(session: Session, case: Case, check_in: CheckIn, *, now: datetime) -> None:
    """Call off what was asked before: somebody has looked since. All that nobody answered names this one, also what was called off earlier."""
    cancel_asked(session, case, before=check_in.number)
    for older in asked.unanswered_before(session, check_in):
        redraw_check_in(session, case, older, now=now)


def _plan_again(
    session: Session, course: Course, check_in: CheckIn, answer: CheckInAnswer, *, now: datetime
) -> None:
    """Replace what was planned after this check-in by what follows from the answer; a later one that was asked stays."""
    case = course.case
    later = [row for row in queries.pending_check_ins(session, key(case)) if row.number > check_in.number]
    if any(row.state is CheckInState.ASKED for row in later):
        return
    upcoming = course.following(check_in, answer, now=now)
    plan_check_in(session, case, upcoming)


def _plan_nudge(
    session: Session, course: Course, check_in: CheckIn, *, asked_at: datetime, after: datetime
) -> None:
    """Plan the first reminder that comes after a moment, or none."""
    until = queries.next_check_in_of(session, check_in.case_id)
    planned = course.nudges(check_in, asked_at=asked_at, until=until)
    change(session, check_in, nudge_at=next((each.at for each in planned if each.at > after), None))
