"""The drafts of a plan: those that it asks for are written, those that it does not have are put aside, and which one is the main one is decided."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.brand import BrandProfile
from bot.cases.judging import judge_again, say_what_no_longer_fits
from bot.cases.own_words import discarded_for_good, give_back, words_put_aside
from bot.cases.planning import Decision
from bot.cases.timeline import redraw_draft, say_in_thread
from bot.cases.words_out import draft_text, is_stated, so_far, words_said
from bot.draft_kinds import DraftKind, kinds_for
from bot.drafts.situation import NOTHING_YET, SoFar
from bot.models import Case, Draft, DraftVersion, key
from bot.states import PUT_ASIDE, UNAPPROVED, DraftState, Surface
from bot.storage import change, insert_rows, insert_with_ids, queries


def write_drafts(
    session: Session,
    case: Case,
    decision: Decision,
    *,
    profile: BrandProfile,
    now: datetime,
    remind_at: datetime | None,
) -> None:
    """Give the case the plan's drafts.

    Open drafts that the level does not have, or whose generated text no longer fits, are superseded; a text that a person
    wrote stays, and comes back where its kind does. Approved and published ones stay, and what they say already is not
    drafted again, nor is what was discarded. What stays is judged against the facts of now.
    """
    misfits = judge_again(session, case, decision, profile, now=now)
    kinds, known = kinds_for(decision.plan, decision.report), so_far(session, case)
    said = words_said(session, case, decision, profile)
    kept, elsewhere = (
        {draft.kind for draft in said},
        {draft.kind for draft in said if draft.case_id != case.id},
    )
    unwanted = {DraftKind.HOLDING_STATEMENT} if is_stated(session, case) else set()
    for draft in queries.drafts_of(session, key(case)):
        if draft.state not in UNAPPROVED:
            continue
        wanted = {*kinds} - unwanted - (elsewhere if draft.newest == 1 else set())
        if draft.kind in wanted and _still_fits(session, draft, profile, decision, known):
            kept.add(draft.kind)
        elif change(session, draft, state=DraftState.SUPERSEDED, note="", acted_at=now):
            redraw_draft(session, case, draft, now=now)
    words = words_put_aside(session, case)
    but_not = kept | unwanted | discarded_for_good(session, case, decision, profile, known)
    added = add_drafts(
        session, case, decision, profile=profile, now=now, remind_at=remind_at, but_not=but_not, known=known
    )
    give_back(session, case, decision, profile, words=words, added=added, now=now)
    settle_main(session, case, kinds, now=now, remind_at=remind_at)
    for draft_id in added:
        say_in_thread(session, case, Surface.DRAFT, "draft", now=now, subject_id=draft_id)
    say_what_no_longer_fits(session, case, misfits, once=f"misfit:{decision.number}", now=now)


def add_drafts(
    session: Session,
    case: Case,
    decision: Decision,
    *,
    profile: BrandProfile,
    now: datetime,
    remind_at: datetime | None,
    but_not: Collection[DraftKind] = (),
    known: SoFar = NOTHING_YET,
) -> list[int]:
    """Write the plan's drafts as new ones, but the kinds in ``but_not``; return their ids in their order.

    ``known`` is what the case has done already, ``remind_at`` is when somebody is reminded of approving the main one.
    """
    wanted = kinds_for(decision.plan, decision.report)
    kinds = [(place, kind) for place, kind in enumerate(wanted) if kind not in but_not]
    drafts = [
        {
            "case_id": key(case),
            "kind": kind,
            "position": place,
            "is_main": place == 0,
            "state": DraftState.PROPOSED,
            "remind_at": remind_at if place == 0 else None,
        }
        for place, kind in kinds
    ]
    ids = insert_with_ids(session, Draft, drafts)
    versions = [
        {
            "draft_id": draft_id,
            "number": 1,
            "text": draft_text(kind, decision, profile, known),
            "author": case.reporter,
            "preset": profile.voice.preset,
            "created_at": now,
        }
        for draft_id, (_, kind) in zip(ids, kinds, strict=True)
    ]
    insert_rows(session, DraftVersion, versions)
    return ids


def settle_main(
    session: Session,
    case: Case,
    kinds: Sequence[DraftKind],
    *,
    now: datetime,
    remind_at: datetime | None = None,
) -> None:
    """Make the newest draft of the plan's first kind the main one, and no other: whatever was made for an earlier plan.

    One that was put aside is it only where there is no other. ``remind_at`` is when somebody is reminded of approving the
    main one, where it was not the main one before.
    """
    drafts = queries.drafts_of(session, key(case))
    main = max(
        (draft for draft in drafts if draft.kind is kinds[0]),
        key=lambda draft: (draft.state not in PUT_ASIDE, key(draft)),
        default=None,
    )
    for draft in drafts:
        place = kinds.index(draft.kind) if draft.kind in kinds else len(kinds)
        is_main = draft is main
        values: dict[str, Any] = {"position": place, "is_main": is_main}
        if draft.is_main is not is_main:
            change(session, draft, **values, **_reminded(draft, remind_at, is_main=is_main))
            redraw_draft(session, case, draft, now=now)
        elif draft.position != place:
            change(session, draft, **values)


def _reminded(draft: Draft, remind_at: datetime | None, *, is_main: bool) -> dict[str, Any]:
    """Return when somebody is reminded of a draft that has become the main one, or is it no longer: an edited one has a time of its own."""
    if draft.state is not DraftState.PROPOSED:
        return {}
    if not is_main:
        return {"remind_at": None} if draft.newest == 1 else {}
    times = [at for at in (draft.remind_at, remind_at) if at is not None]
    return {"remind_at": min(times, default=None), "reminders": 0}


def main_draft(session: Session, case: Case) -> Draft | None:
    """Return the main draft of the plan that counts."""
    mains = [draft for draft in queries.drafts_of(session, key(case)) if draft.is_main]
    return max(mains, key=key, default=None)


def _still_fits(
    session: Session, draft: Draft, profile: BrandProfile, decision: Decision, known: SoFar
) -> bool:
    versions = queries.versions_of(session, key(draft))
    generated, newest = versions[0].text, versions[-1].text
    return newest != generated or newest == draft_text(draft.kind, decision, profile, known)
