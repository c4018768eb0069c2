"""Leading a case: taking the lead, handing it over, being asked to; and public replies, which are better few."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from bot import access
from bot.attention import NORMAL_PACE, Pace
from bot.brand import Relation
from bot.cases.calls import is_waiting_for_call
from bot.cases.timeline import (
    Moved,
    announce,
    move,
    note,
    pace_of,
    redraw_reminders,
    require_open,
    say_in_thread,
    tell,
)
from bot.errors import InvalidAnswer
from bot.event_kinds import EventKind, NoteKind, NoticeKind
from bot.models import Brand, Case, Event, key
from bot.states import CaseState, Surface
from bot.storage import slack_rows

TOO_MANY_REPLIES = 3
"""Public replies within a day that are an argument: the channel is warned once (product: A6)."""
REPLIES_WITHIN = timedelta(days=1)
_DOUBLE_CLICK = timedelta(seconds=5)


def take_lead(session: Session, case_id: int, *, by: str, now: datetime, is_for_nobody: bool = False) -> Case:
    """Make somebody the case's lead and return the case; ``is_for_nobody``: they saw that nobody leads it, and mean to replace nobody.

    Raises NoSuchCase, CaseClosed, Moved (already the lead, or somebody was faster).
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    if case.lead == by:
        raise Moved("You are already leading this case.")
    if is_for_nobody and case.lead is not None:
        raise Moved(
            f"<@{case.lead}> leads this case now. If it should be you, press “Take over the lead” in the plan."
        )
    _lead(session, case, by, by=by, now=now)
    return case


def hand_over(session: Session, case_id: int, to: str, *, by: str, now: datetime) -> Case:
    """Make another person of the channel the lead, who is told; return the case.

    Raises InvalidAnswer (nobody chosen, not in the channel, the lead already), NoSuchCase, CaseClosed.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    access.require_member(session, case, to, field="person", now=now)
    if case.lead == to:
        raise InvalidAnswer("person", "They lead this case already. Choose somebody else, or close this.")
    _lead(session, case, to, by=by, now=now)
    if to != by:
        tell(session, case, to, NoticeKind.LEAD_HANDED, now=now, name=f"lead:{case.version}", by=by)
    return case


def _lead(session: Session, case: Case, to: str, *, by: str, now: datetime) -> None:
    before, kind = case.lead, EventKind.LEAD_TAKEN if to == by else EventKind.LEAD_HANDED
    move(session, case, lead=to, remind_at=None)
    announce(session, case, kind, once=f"lead:{case.version}", by=by, now=now, before=before, to=to)
    redraw_reminders(session, case, Surface.NOTE, None, now=now)
    if before is not None and before != by and access.is_known_member(session, case, before):
        name = f"lead_passed:{case.version}"
        tell(session, case, before, NoticeKind.LEAD_PASSED, now=now, name=name, by=by, to=to)


def lead_for_brand(session: Session, case: Case, brand: Brand, *, before: str | None) -> str | None:
    """Return whom a case gets as lead once it is filed for this brand, None for nobody new.

    Its lead, where they are in the case's channel, and the case has nobody, or whom it got from the brand before.
    """
    taken = select(Event.id).where(
        Event.case_id == case.id, col(Event.kind).in_((EventKind.LEAD_TAKEN, EventKind.LEAD_HANDED))
    )
    is_by_setting = case.lead == before and session.exec(taken.limit(1)).first() is None
    if brand.lead is None or brand.lead == case.lead or not (case.lead is None or is_by_setting):
        return None
    return brand.lead if access.is_known_member(session, case, brand.lead) else None


def ask_for_lead(session: Session, case: Case, *, now: datetime) -> None:
    """Say once in the thread that nobody leads a case; the backup is asked by name, if they are here.

    One person's own account that nobody was set to lead is theirs: there is nobody who would not know whom to ask.
    """
    move(session, case, remind_at=None)
    brand = access.brand_of(session, case)
    backup, is_theirs = brand.backup, brand.relation is Relation.PERSONAL
    if case.state is CaseState.CLOSED or _may_be_asked(session, case, case.lead):
        return
    if is_theirs and case.lead is None and backup is None:
        return
    asked = backup if backup != case.lead and _may_be_asked(session, case, backup) else None
    is_lead_outside = case.lead is not None and not access.is_known_member(session, case, case.lead)
    note(session, case, EventKind.LEAD_WANTED, now=now, to=asked)
    say_in_thread(
        session,
        case,
        Surface.NOTE,
        "lead_wanted",
        now=now,
        kind=NoteKind.LEAD_WANTED,
        to=asked,
        before=None if is_lead_outside else case.lead,
        is_lead_outside=is_lead_outside,
        lead=case.lead,
    )


def _may_be_asked(session: Session, case: Case, user_id: str | None) -> bool:
    """Return whether somebody is in the case's channel and not away, as far as Slack was asked."""
    if user_id is None or slack_rows.is_away(session, case.workspace_id, user_id):
        return False
    return access.is_known_member(session, case, user_id)


@dataclass(frozen=True, slots=True)
class LoggedReply:
    """A public reply that was counted: the how many-th within a day, and whether a call should have come before any public word."""

    case: Case
    count: int
    is_before_call: bool


def log_reply(
    session: Session, case_id: int, *, by: str, now: datetime, click: str = "", pace: Pace = NORMAL_PACE
) -> LoggedReply:
    """Count a public reply and return it, once for this ``click``. The third one within a day warns the thread, once.

    Raises Moved (a double click, or one that was delivered again), NoSuchCase, CaseClosed.
    """
    case = access.case_for(session, case_id, by=by, now=now)
    require_open(session, case)
    _require_new(session, case_id, click, by=by, now=now)
    since = now - pace_of(case, pace).scaled(REPLIES_WITHIN)
    earlier = session.exec(
        select(func.count()).where(
            Event.case_id == case_id, Event.kind == EventKind.REPLY_LOGGED, Event.at > since
        )
    ).one()
    move(session, case, replies=case.replies + 1)
    note(session, case, EventKind.REPLY_LOGGED, by=by, now=now, count=case.replies, click=click)
    if earlier + 1 >= TOO_MANY_REPLIES:
        say_in_thread(
            session,
            case,
            Surface.NOTE,
            "replies",
            now=now,
            subject_id=key(case),
            kind=NoteKind.MANY_REPLIES,
            count=earlier + 1,
        )
    return LoggedReply(case, earlier + 1, is_before_call=is_waiting_for_call(session, case_id))


def _require_new(session: Session, case_id: int, click: str, *, by: str, now: datetime) -> None:
    """Raise Moved for a reply that is counted: Slack may deliver a click again, much later, and people press twice."""
    logged = session.exec(
        select(Event.at, Event.detail).where(
            Event.case_id == case_id, Event.kind == EventKind.REPLY_LOGGED, Event.by == by
        )
    ).all()
    if any(now - at < _DOUBLE_CLICK or (click and detail.get("click") == click) for at, detail in logged):
        raise Moved("That reply is counted already. Press again when you have written another one.")
