"""Reminding that what goes out at once is not marked as sent: people think that they are in danger until they hear that they are not."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot import access, approvers
from bot.attention import Pace
from bot.cases.planning import plan_of
from bot.cases.timeline import note, pace_of, say_in_thread
from bot.event_kinds import EventKind, NoteKind
from bot.models import Case, Draft, DraftVersion, key
from bot.quiet_hours import ALWAYS_OPEN
from bot.states import Surface
from bot.storage import change, queries
from bot.urgency import edit_reminder_at


def remind_to_send(session: Session, draft: Draft, case: Case, *, now: datetime, pace: Pace) -> None:
    """Say in the thread that a text is not marked as sent yet: by the time that the plan gives for it, then after twice as long each time, until it is."""
    version = queries.newest_version(session, draft)
    people, told = _whom(session, case, version, is_first=draft.reminders == 0), draft.reminders
    again = now + _wait(session, case, now=now, pace=pace_of(case, pace)) * 2**told
    if not change(session, draft, reminders=told + 1, remind_at=again):
        return
    note(session, case, EventKind.NOT_SENT, now=now, draft=draft.kind, people=people)
    say_in_thread(
        session,
        case,
        Surface.NOTE,
        f"{NoteKind.NOT_SENT}:{version.number}:{draft.reminders}",
        now=now,
        subject_id=key(draft),
        kind=NoteKind.NOT_SENT,
        draft=draft.kind,
        people=people,
        number=version.number,
    )


def _wait(session: Session, case: Case, *, now: datetime, pace: Pace) -> timedelta:
    return edit_reminder_at(plan_of(session, case), now=now, hours=ALWAYS_OPEN, pace=pace) - now


def _whom(session: Session, case: Case, version: DraftVersion, *, is_first: bool) -> list[str]:
    """Return whom the reminder names: whoever leads, else whoever wrote it; the backup too once that has not helped, or where nobody else is there."""
    backup = access.brand_of(session, case).backup
    asked = dict.fromkeys(one for one in (case.lead or version.author, backup) if one is not None)
    away = approvers.away_among(session, case.workspace_id, {*asked})
    members = access.known_members(session, case)
    here = [one for one in asked if one in members and one not in away]
    return here[:1] if is_first else here
