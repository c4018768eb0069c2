"""Reminding those who may approve a draft, by the time that the plan gives for getting its words out."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot import access, approvers
from bot.attention import Pace
from bot.cases.planning import plan_of
from bot.cases.timeline import note, pace_of, say_in_thread
from bot.draft_kinds import has_gap, may_publish_before_approval, needs_approval
from bot.event_kinds import EventKind, NoteKind
from bot.models import Brand, Case, Draft, DraftVersion, key
from bot.states import CaseState, DraftState, Surface
from bot.storage import change, queries
from bot.urgency import edit_reminder_at

_MOST_NAMED = 10


def remind_approvers(session: Session, draft: Draft, case: Case, *, now: datetime, pace: Pace) -> None:
    """Say in the thread that a draft waits for approval: first to those who may give it, then once more to the backup."""
    version = queries.newest_version(session, draft)
    brand = access.brand_of(session, case)
    given = {approval.by for approval in queries.approvals_of(session, key(version))}
    is_missing = len(given) < brand.approvals_needed
    if not _waits(case, draft, is_missing):
        change(session, draft, remind_at=None)
        return
    if not is_missing:
        given = set()  # fewer are needed than were: those who approved can settle it too
    is_first, has_a_gap = draft.reminders == 0, has_gap(version.text)
    is_misfit = bool(version.in_the_way) and draft.state is DraftState.PROPOSED and not has_a_gap
    is_unfinished = has_a_gap or is_misfit
    asked = _whom(session, case, brand, version, given, is_first=is_first, is_unfinished=is_unfinished)
    again = _again(session, case, brand, now=now, pace=pace_of(case, pace)) if is_first else None
    if not change(session, draft, reminders=draft.reminders + 1, remind_at=again):
        return
    if not is_first and not asked:
        return
    kind = EventKind.GAP_LEFT if has_a_gap else EventKind.APPROVAL_WANTED
    note(session, case, kind, now=now, draft=draft.kind, people=asked, is_misfit=is_misfit)
    name = f"{kind}:{version.number}:{draft.reminders}"
    say_in_thread(
        session,
        case,
        Surface.NOTE,
        name,
        now=now,
        subject_id=draft.id,
        kind=NoteKind(kind),
        draft=draft.kind,
        people=asked,
        is_last=not is_first,
        number=version.number,
    )


def _waits(case: Case, draft: Draft, is_missing: bool) -> bool:
    is_early = draft.state is DraftState.PUBLISHED and may_publish_before_approval(draft.kind)
    is_open = case.state is not CaseState.CLOSED and needs_approval(draft.kind)
    return is_open and (draft.state is DraftState.PROPOSED or (is_early and is_missing))


def _again(session: Session, case: Case, brand: Brand, *, now: datetime, pace: Pace) -> datetime:
    hours = queries.quiet_hours_of(brand)
    return edit_reminder_at(plan_of(session, case), now=now, hours=hours, pace=pace)


def _whom(
    session: Session,
    case: Case,
    brand: Brand,
    version: DraftVersion,
    given: set[str],
    *,
    is_first: bool,
    is_unfinished: bool,
) -> list[str]:
    """Return whom the reminder names: nobody rather than everybody, and nobody who is away or not in the channel.

    A gap, or what no longer fits, is for the lead to mend. Else it is those who may approve and have not; the lead stands for "anybody in the channel";
    the backup is asked when that has not helped, or when all the others are away.
    """
    allowed: Collection[str | None] = approvers.approvers_of(session, brand).people or {case.lead}
    wanted = {case.lead or version.author} if is_unfinished else allowed
    concerned = {one for one in (*wanted, brand.backup) if one is not None}
    away = approvers.away_among(session, case.workspace_id, concerned)
    is_barred = not is_unfinished and not brand.self_approval
    here = [
        one
        for one in access.known_members(session, case)
        if one not in away and one not in given and not (is_barred and one == version.author)
    ]
    first = [one for one in here if one in wanted] if is_first else []
    return (first or [one for one in here if one == brand.backup])[:_MOST_NAMED]
