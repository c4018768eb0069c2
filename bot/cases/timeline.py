"""What every verb shares: a line in the timeline, messages in the thread, and moving a case on exactly once."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bot import outbox
from bot.attention import NORMAL_PACE, Pace
from bot.errors import OopsError
from bot.event_kinds import REMINDERS, EventKind, NoteKind, NoticeKind
from bot.models import Case, CheckIn, Draft, Event, Message, Workspace, key
from bot.states import CaseState, CheckInState, Surface
from bot.storage import asked, change, get, queries


class Moved(OopsError):
    """Somebody was faster, or what was clicked is no longer what counts: says who did what."""


class CaseClosed(OopsError):
    """Nothing more is done in a closed case; one that was merged goes on in ``other``."""

    def __init__(self, case: Case, other: Case | None = None) -> None:
        by = f" by <@{case.closed_by}>" if case.closed_by else ""
        if other is None:
            super().__init__(f"{case.name} was closed{by}. Type `/oops` if something new went wrong.")
        else:
            super().__init__(
                f"{case.name} was merged into {other.name}{by}, and goes on there. `/oops {other.name}` shows it."
            )


def pace_of(case: Case, usual: Pace = NORMAL_PACE) -> Pace:
    """Return how fast this case's own times run: as ``usual``, or as an exercise's."""
    return usual.for_practice() if case.is_exercise else usual


def require_open(session: Session, case: Case) -> None:
    """Raise CaseClosed when the case is over."""
    if case.state is not CaseState.CLOSED:
        return
    raise CaseClosed(case, session.get(Case, case.merged_into) if case.merged_into else None)


def move(session: Session, case: Case, **values: Any) -> None:
    """Change a case. Raises Moved when somebody changed it in the meantime."""
    if not change(session, case, **values):
        raise Moved("Somebody changed this case at the same moment. Please look at it again.")


def note(
    session: Session, case: Case, kind: EventKind, /, *, now: datetime, by: str | None = None, **detail: Any
) -> None:
    """Add a line to the case's timeline and have its plan message drawn again."""
    session.add(Event(case_id=key(case), at=now, by=by, kind=kind, detail=detail))
    redraw_plan(session, case, now=now)


def say_in_thread(
    session: Session,
    case: Case,
    surface: Surface,
    name: str,
    /,
    *,
    now: datetime,
    subject_id: int | None = None,
    **params: Any,
) -> None:
    """Post into the case's thread, once for this ``name``."""
    outbox.say(
        session,
        surface,
        key=f"{name}:{case.id}:{subject_id}",
        channel_id=case.channel_id,
        workspace_id=case.workspace_id,
        now=now,
        case=case,
        subject_id=subject_id,
        params=params,
    )


def announce(
    session: Session,
    case: Case,
    kind: EventKind,
    /,
    *,
    once: str,
    now: datetime,
    by: str | None = None,
    subject_id: int | None = None,
    **detail: Any,
) -> None:
    """Note what happened and say it in the thread, with the same details, ``once`` for this name."""
    note(session, case, kind, now=now, by=by, **detail)
    said = {"kind": NoteKind(kind), "by": by, **detail}
    say_in_thread(session, case, Surface.NOTE, once, now=now, subject_id=subject_id, **said)


def redraw_plan(session: Session, case: Case, *, now: datetime) -> None:
    """Have the plan message drawn again."""
    outbox.redraw(session, f"plan:{case.id}", workspace_id=case.workspace_id, now=now)


def redraw_draft(session: Session, case: Case, draft: Draft, *, now: datetime) -> None:
    """Have a draft drawn again, and what reminded of it."""
    outbox.redraw(session, f"draft:{case.id}:{draft.id}", workspace_id=case.workspace_id, now=now)
    redraw_reminders(session, case, Surface.NOTE, draft.id, now=now)


def redraw_check_in(session: Session, case: Case, check_in: CheckIn, *, now: datetime) -> None:
    """Have a check-in drawn again, and, once it is over, what reminded of it."""
    outbox.redraw(session, f"checkin:{case.id}:{check_in.id}", workspace_id=case.workspace_id, now=now)
    if check_in.state is not CheckInState.ASKED:
        redraw_reminders(session, case, Surface.NUDGE, check_in.id, now=now)


def redraw_reminders(
    session: Session, case: Case, surface: Surface, subject_id: int | None, *, now: datetime
) -> None:
    """Have what reminded of something drawn again: it may be settled."""
    about = select(Message).where(Message.case_id == case.id, Message.surface == surface)
    found = session.exec(about.where(Message.subject_id == subject_id)).all()
    reminders = [row for row in found if row.params.get("kind") in {None, *REMINDERS}]
    if reminders:
        outbox.redraw_all(session, reminders, now=now)


def redraw_last_answer(session: Session, case: Case, *, now: datetime) -> None:
    """Have what says when the next check-in comes drawn again: what waits for an answer, and the last answer; the one before says it no longer."""
    rows = queries.check_ins_of(session, key(case))
    waiting = [row for row in rows if row.state is CheckInState.ASKED]
    for check_in in [*asked.in_order_of_answers(rows)[-2:], *waiting]:
        redraw_check_in(session, case, check_in, now=now)


def redraw_offers(session: Session, case: Case, *, now: datetime) -> None:
    """Have every offer to close drawn again."""
    of_case = select(Message).where(Message.case_id == case.id, Message.surface == Surface.CLOSING)
    if offers := session.exec(of_case.order_by(col(Message.id))).all():
        outbox.redraw_all(session, offers, now=now)


def redraw_newest_offer(session: Session, case: Case, *, now: datetime) -> None:
    """Have the newest offer to close drawn again: it names what is still to be done."""
    offers = select(Message).where(Message.case_id == case.id, Message.surface == Surface.CLOSING)
    newest = session.exec(offers.order_by(col(Message.id).desc()).limit(1)).all()
    if newest:
        outbox.redraw_all(session, newest, now=now)


def plan_link(session: Session, case: Case) -> str:
    """Return the plan message's address once it is posted, else an empty string."""
    message = queries.message_keyed(session, case.workspace_id, f"plan:{case.id}")
    if message is None or message.ts is None:
        return ""
    return message_link(get(session, Workspace, case.workspace_id), message)


def message_link(workspace: Workspace, message: Message) -> str:
    """Return a message's address once it is posted, else an empty string."""
    if message.ts is None or not workspace.url:
        return ""
    return f"{workspace.url.rstrip('/')}/archives/{message.posted_to}/p{message.ts.replace('.', '')}"


def exercise_mark(case: Case) -> dict[str, Any]:
    """Return what a message that stands outside its case's thread has to carry, so that it says that it is an exercise's."""
    return {"is_exercise": True} if case.is_exercise else {}


def tell(
    session: Session, case: Case, user_id: str, kind: NoticeKind, *, now: datetime, name: str, **params: Any
) -> None:
    """Write to one person in the case's channel directly, once for this ``name``; it does not wait for the case's thread."""
    outbox.say(
        session,
        Surface.NOTICE,
        key=f"{name}:{case.id}:{user_id}",
        channel_id=user_id,
        workspace_id=case.workspace_id,
        now=now,
        about=case,
        params={
            "kind": kind,
            "number": case.number,
            "link": plan_link(session, case),
            **exercise_mark(case),
            **params,
        },
    )
