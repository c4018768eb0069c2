"""Gathering the cards that surfaces are drawn from; ``modals`` and ``records`` gather those of handling a case and of its record."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot import access, approvers
from bot.cards import CheckInCard, PlanCard
from bot.cards.drafts import DraftCard, superseded_approvals
from bot.cases.alike import open_ones_alike, said_in
from bot.cases.calls import is_waiting_for_call, not_taken_back
from bot.cases.check_ins import check_in_for
from bot.cases.drafting import draft_for, require_state
from bot.cases.duplicates import same_case
from bot.cases.merged import claimed_elsewhere, words_of_merged
from bot.cases.publishing import require_lead
from bot.cases.timeline import plan_link, require_open
from bot.cases.words_out import so_far
from bot.decision.points import HAPPENED_BEFORE
from bot.doubts import doubts_of, is_written_before
from bot.draft_kinds import DraftKind, channel_of, is_public, kinds_for
from bot.drafts import render_draft
from bot.drafts.mending import tells_what_was_done
from bot.event_kinds import EventKind
from bot.facts_from import facts_from
from bot.lengths import measure
from bot.models import PLAN, REPORT, Approval, Brand, Case, CheckIn, Draft, DraftVersion, Event, Message, key
from bot.plan import Level, Plan
from bot.report import Noticed
from bot.states import EDITABLE, CaseState, CheckInState, DraftState, Surface
from bot.storage import asked, get, queries
from bot.voice import Preset


def plan_card(session: Session, case_id: int, *, now: datetime | None = None) -> PlanCard:
    """Return a case with its newest plan, seen ``now``; without it as of its last event, so that the same rows are drawn the same."""
    case = get(session, Case, case_id)
    row = queries.newest_plan(session, case_id)
    latest, plan = queries.latest_event(session, case_id), PLAN.validate_python(row.plan)
    drafts, elsewhere = tuple(queries.drafts_of(session, case_id)), words_of_merged(session, case)
    alike, same = _open_ones_alike(session, case, plan), _same_link(session, case)
    brand, next_check_in = access.brand_of(session, case), queries.next_check_in_of(session, case_id)
    return PlanCard(
        case=case,
        brand=brand,
        row=row,
        plan=plan,
        report=REPORT.validate_python(row.report),
        tasks=tuple(queries.tasks_of(session, case_id)),
        next_check_in=next_check_in,
        is_moved_by_quiet_hours=_is_moved(case, brand, plan, next_check_in),
        drafts=drafts,
        evidence=tuple(queries.evidence_of(session, case_id)),
        latest=latest,
        seen_at=now or (latest.at if latest else case.opened_at),
        link=plan_link(session, case),
        merged_into=get(session, Case, case.merged_into).name if case.merged_into else "",
        doubts=doubts_of(session, case, brand, drafts),
        is_lead_outside=access.is_lead_outside(session, case),
        alike=tuple(other.name for other in alike),
        elsewhere=tuple((words.case.name, words.draft) for words in elsewhere),
        same_link=same.name if same else "",
        said_there=said_in(session, {other.id: other for other in (same, *alike) if other}.values()),
        claimed_elsewhere=claimed_elsewhere(session, case, elsewhere),
        has_record=_has_record(session, case),
    )


def _is_moved(case: Case, brand: Brand, plan: Plan, due_at: datetime | None) -> bool:
    """Return whether the brand's quiet hours have moved the next check-in away from its time in the plan."""
    if due_at is None:
        return False
    hours, times = queries.quiet_hours_of(brand), [case.check_ins_since + after for after in plan.check_ins]
    return any(at < due_at and hours.next_open(at) == due_at for at in times)


def _has_record(session: Session, case: Case) -> bool:
    """Return whether a case has the record that it should: erasing an open case ends it without one."""
    if case.state is not CaseState.CLOSED or case.merged_into is not None:
        return True
    records = select(Message.id).where(Message.case_id == case.id, Message.surface == Surface.RECORD)
    return session.exec(records.limit(1)).first() is not None


def _open_ones_alike(session: Session, case: Case, plan: Plan) -> tuple[Case, ...]:
    """Return the open cases that may be of the same mistake, also where the plan counts an earlier slip."""
    if case.state is CaseState.CLOSED:
        return ()
    is_repeat = any(reason.rule == HAPPENED_BEFORE for reason in plan.fired)
    return tuple(reversed(open_ones_alike(session, case, is_repeat=is_repeat)))


def _same_link(session: Session, case: Case) -> Case | None:
    """Return the first open case of the same address, whose thread names this one."""
    return same_case(session, case) if case.state is not CaseState.CLOSED else None


def draft_card(session: Session, draft_id: int, *, version: DraftVersion | None = None) -> DraftCard:
    """Return a draft with its newest version (or the given one)."""
    draft = get(session, Draft, draft_id)
    case = get(session, Case, draft.case_id)
    brand = access.brand_of(session, case)
    shown = version or queries.newest_version(session, draft)
    channel = channel_of(draft.kind, case.level, case.channel)
    length = measure(shown.text, channel) if channel else None
    before, is_before_approved = _compared_with(session, shown)
    given = queries.approvals_of(session, key(shown))
    approving = approvers.approvers_of(session, brand)
    members, by = access.known_members(session, case), {approval.by for approval in given}
    may_approve = approvers.may_still_approve(brand, shown, approving, given=by, members=members)
    return DraftCard(
        case=case,
        brand=brand,
        draft=draft,
        version=shown,
        approvals=tuple(given),
        approvals_needed=_needed(session, draft, brand, len(given)),
        may_still_approve=len(may_approve) if may_approve is not None else None,
        who_may=tuple(may_approve or ()),
        who_could_come=approvers.who_could_come(brand, shown, approving, given=by, members=members),
        is_author_barred=approvers.is_author_barred(brand, shown, approving),
        unread=approving.unread,
        stand_in=approving.stand_in,
        is_of_older_facts=_is_of_older_facts(session, case, brand, draft),
        is_after_call=draft.kind is DraftKind.PRIVATE_NOTE and is_waiting_for_call(session, draft.case_id),
        is_outside_plan=_is_outside_plan(session, draft),
        length=length.used if length else None,
        limit=length.limit if length else None,
        is_waiting_for_call=is_public(draft.kind) and is_waiting_for_call(session, draft.case_id),
        not_taken_back=not_taken_back(session, draft.case_id) if tells_what_was_done(shown.text) else "",
        facts_from=_facts_from(session, case, shown),
        before=before,
        is_before_approved=is_before_approved,
        ended_by_closing=draft.state is DraftState.SUPERSEDED and _ended_by_closing(session, draft),
        is_direct=case.is_direct,
        is_lead_outside=access.is_lead_outside(session, case),
    )


def _facts_from(session: Session, case: Case, shown: DraftVersion) -> tuple[str, ...]:
    """Return whose facts a text was drafted from, besides the reporter's; nobody's where it was drafted with the case."""
    if shown.number > 1 or shown.created_at <= case.opened_at:
        return ()
    return facts_from(queries.events_of(session, key(case)), shown)


def _is_outside_plan(session: Session, draft: Draft) -> bool:
    """Return whether the newest plan has no text of this kind; only what was approved or edited outlives its plan."""
    if draft.state not in EDITABLE or (draft.state is not DraftState.APPROVED and draft.newest == 1):
        return False
    row = queries.newest_plan(session, draft.case_id)
    return draft.kind not in kinds_for(PLAN.validate_python(row.plan), REPORT.validate_python(row.report))


def _is_of_older_facts(session: Session, case: Case, brand: Brand, draft: Draft) -> bool:
    """Return whether the plan had another text of its kind since it was approved, or would write another since somebody wrote it."""
    if draft.state is DraftState.APPROVED:
        return draft.id in superseded_approvals(queries.drafts_of(session, key(case)))
    return is_written_before(session, case, brand, draft)


def _needed(session: Session, draft: Draft, brand: Brand, given: int) -> int:
    """Return how many approvals a draft needs: what is approved, or out, needs no more than it had."""
    return given if key(draft) in approvers.settled_among(session, [draft]) else brand.approvals_needed


def _ended_by_closing(session: Session, draft: Draft) -> bool:
    """Return whether it was the case's end, or erasing it, that took the draft away; the case may have been opened again since."""
    ended = select(Event.id).where(
        Event.case_id == draft.case_id,
        col(Event.kind).in_((EventKind.CASE_CLOSED, EventKind.MERGED_INTO, EventKind.CONTENT_ERASED)),
        Event.at == draft.acted_at,
    )
    return session.exec(ended.limit(1)).first() is not None


def _compared_with(session: Session, shown: DraftVersion) -> tuple[DraftVersion | None, bool]:
    """Return the last earlier version that somebody had approved, else the one before, and whether it was approved.

    None where its text is the same: only a finding was kept.
    """
    if shown.number == 1:
        return None, False
    earlier = (
        select(DraftVersion)
        .where(DraftVersion.draft_id == shown.draft_id, DraftVersion.number < shown.number)
        .order_by(col(DraftVersion.number).desc())
        .limit(1)
    )
    approved = earlier.join(Approval, col(Approval.version_id) == DraftVersion.id)
    last_approved = session.exec(approved).first()
    before = last_approved or session.exec(earlier).first()
    if before is None or before.text == shown.text:
        return None, False
    return before, last_approved is not None


def check_in_card(session: Session, check_in_id: int) -> CheckInCard:
    """Return a check-in with how late it was posted and what came before."""
    check_in = get(session, CheckIn, check_in_id)
    case = get(session, Case, check_in.case_id)
    others = queries.check_ins_of(session, check_in.case_id)
    posted_at, _ = asked.posted_at(session, case, check_in)
    said_at = posted_at or check_in.asked_at or check_in.due_at
    later = [row for row in others if row.number > check_in.number]
    following, last_looks = next(iter(later), None), asked.last_looks(session, case)
    says_next = check_in.state is CheckInState.ASKED or check_in in asked.in_order_of_answers(others)[-1:]
    return CheckInCard(
        case=case,
        check_in=check_in,
        earlier=tuple(
            row for row in others if row.number < check_in.number and row.state is not CheckInState.PLANNED
        ),
        next_due=queries.next_check_in_of(session, check_in.case_id) if says_next else None,
        late_seconds=(said_at - check_in.due_at).total_seconds(),
        is_latest=all(row.asked_at is None for row in later),
        is_still_quiet=asked.is_quiet_since(session, case, check_in),
        overtaken_by=next((row.number for row in later if row.answered_at is not None), None),
        is_last_look=check_in.number in last_looks,
        brought_last_look=following is not None and following.number in last_looks,
        had_last_look=asked.had_last_look(session, case),
        main_draft=_unsaid(session, case),
        open_tasks=len(queries.tasks_of(session, key(case), is_open=True)),
        is_unnoticed=_is_unnoticed(session, case),
        not_taken_back=not_taken_back(session, key(case)),
    )


def _is_unnoticed(session: Session, case: Case) -> bool:
    report = REPORT.validate_python(queries.newest_plan(session, key(case)).report)
    return report.noticed is Noticed.NOBODY_YET


def _unsaid(session: Session, case: Case) -> Draft | None:
    """Return the text that a plan is about and that is not out; none where the plan wants nothing to be said."""
    if case.level in {Level.LET_IT_GO, Level.QUIET_FIX}:
        return None
    mains = [draft for draft in queries.drafts_of(session, key(case)) if draft.is_main]
    return next((draft for draft in reversed(mains) if draft.state in EDITABLE), None)


def open_plan_card(session: Session, case_id: int, *, by: str, now: datetime) -> PlanCard:
    """Return an open case's plan for somebody in its channel. Raises NoSuchCase, StaleChannel, CaseClosed."""
    require_open(session, access.case_for(session, case_id, by=by, now=now))
    return plan_card(session, case_id, now=now)


def draft_card_for(session: Session, version_id: int, *, by: str, now: datetime) -> DraftCard:
    """Return a draft with its newest version for somebody in the channel. Raises NoSuchCase, StaleChannel, CaseClosed."""
    opened = draft_for(session, version_id, by=by, now=now)
    require_open(session, opened.case)
    return draft_card(session, opened.version.draft_id)


def read_draft_card_for(session: Session, version_id: int, *, by: str, now: datetime) -> DraftCard:
    """Return a draft that is only read, also of a closed case. Raises NoSuchCase, StaleChannel."""
    return draft_card(session, draft_for(session, version_id, by=by, now=now).version.draft_id)


def editable_draft_card_for(session: Session, version_id: int, *, by: str, now: datetime) -> DraftCard:
    """Return a draft that something can still be done with. Raises as draft_card_for, and DraftMoved for one that is settled."""
    card = draft_card_for(session, version_id, by=by, now=now)
    require_state(card.draft, EDITABLE)
    return card


def publishable_draft_card_for(session: Session, version_id: int, *, by: str, now: datetime) -> DraftCard:
    """Return a draft that this person can say is out. Raises as editable_draft_card_for, and OopsError where only the lead can."""
    card = editable_draft_card_for(session, version_id, by=by, now=now)
    if card.is_waiting_for_call:
        require_lead(card.case, by=by)
    return card


def draft_in_preset(
    session: Session, version_id: int, preset: Preset, *, by: str, now: datetime
) -> tuple[DraftCard, str]:
    """Return a draft and its text in another voice, made anew from the report. Raises as draft_card_for."""
    card = draft_card_for(session, version_id, by=by, now=now)
    row = queries.newest_plan(session, card.draft.case_id)
    text = render_draft(
        card.draft.kind,
        report=REPORT.validate_python(row.report),
        plan=PLAN.validate_python(row.plan),
        brand=queries.profile_of(session, card.brand),
        preset=preset,
        so_far=so_far(session, card.case),
    )
    return card, text


def check_in_card_for(session: Session, check_in_id: int, *, by: str, now: datetime) -> CheckInCard:
    """Return a check-in for somebody in the channel. Raises NoSuchCase, StaleChannel, CaseClosed."""
    check_in_for(session, check_in_id, by=by, now=now)
    return check_in_card(session, check_in_id)
