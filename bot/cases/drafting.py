"""Drafts as they are edited: each text is a version of its own, and what the lint blocks is refused or kept with a reason."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlmodel import Session

from bot import access, approvers
from bot.attention import NORMAL_PACE, Pace
from bot.cases.counsel import follow_wording
from bot.cases.judging import context_of
from bot.cases.keeping import Reasons, held
from bot.cases.planning import newest_decision, plan_of
from bot.cases.timeline import (
    Moved,
    note,
    pace_of,
    redraw_draft,
    require_open,
    say_in_thread,
)
from bot.draft_kinds import needs_approval
from bot.errors import OopsError
from bot.event_kinds import EventKind, NoteKind
from bot.lint import Context, Finding, Label, lint
from bot.models import Brand, Case, Draft, DraftVersion, key
from bot.states import EDITABLE, DraftState, Surface
from bot.storage import change, find, queries
from bot.urgency import edit_reminder_at

_NO_REASONS = Reasons()


class DraftMoved(Moved):
    """The draft has a newer version, or is no longer open: nothing was done."""


class NotClean(OopsError):
    """The lint found something that this person cannot keep, or has not given a reason for; ``kept`` are the reasons that hold."""

    def __init__(self, findings: tuple[Finding, ...], kept: Mapping[str, str]) -> None:
        self.findings, self.kept = findings, kept
        super().__init__("Please look at what was found in the text.")


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A version with everything around it, as somebody in the channel found it."""

    case: Case
    brand: Brand
    draft: Draft
    version: DraftVersion


def draft_for(session: Session, version_id: int, *, by: str, now: datetime) -> OpenDraft:
    """Return a version for somebody in the case's channel. Raises NoSuchCase, StaleChannel."""
    version = find(session, DraftVersion, version_id)
    if version is None:
        raise access.NoSuchCase
    draft, case = access.part_for(session, Draft, version.draft_id, by=by, now=now)
    return OpenDraft(case, access.brand_of(session, case), draft, version)


def save_draft(
    session: Session,
    version_id: int,
    text: str,
    *,
    by: str,
    now: datetime,
    kept: Reasons = _NO_REASONS,
    preset: str = "",
    pace: Pace = NORMAL_PACE,
) -> DraftVersion:
    """Write a new version and return it; an approval of the one before is void, and those who gave it are told.

    What was saved without a change is the version that stands, with its approvals; only where changes were asked for
    it is a new one, since it is proposed again. Whoever keeps a finding says why, also where somebody else has kept it before.

    Raises DraftMoved, NotClean (blocking findings that stay, or that this person may not keep), NoSuchCase, CaseClosed.
    """
    opened = draft_for(session, version_id, by=by, now=now)
    findings = lint(text, context := _context(session, opened))
    reasons = _held(opened, kept, text, findings, context)
    if (saved := _saved_already(session, opened, text, reasons, by=by)) is not None:
        return saved
    require_newest(session, opened, EDITABLE)
    if _is_unchanged(opened, text, reasons, preset, by=by):
        return opened.version
    _require_clean(findings, reasons, is_approver=_is_approver(session, opened, by=by, now=now))
    version = DraftVersion(
        draft_id=key(opened.draft),
        number=opened.draft.newest + 1,
        text=text,
        author=by,
        preset=preset or opened.version.preset,
        findings=[asdict(finding) for finding in findings],
        kept=reasons,
        created_at=now,
    )
    _propose(session, opened, version, now=now, pace=pace)
    _tell_of(session, opened, version, now=now)
    return version


def _context(session: Session, opened: OpenDraft) -> Context:
    decision = newest_decision(session, key(opened.case))
    return context_of(decision, queries.profile_of(session, opened.brand), opened.draft.kind)


def _saved_already(
    session: Session, opened: OpenDraft, text: str, reasons: Mapping[str, str], *, by: str
) -> DraftVersion | None:
    """Return the version that this very form has made, where it was delivered twice."""
    if opened.draft.newest != opened.version.number + 1:
        return None
    newest = queries.newest_version(session, opened.draft)
    is_same = (newest.author, newest.text, newest.kept) == (by, text, reasons)
    return newest if is_same else None


def _is_unchanged(opened: OpenDraft, text: str, reasons: Mapping[str, str], preset: str, *, by: str) -> bool:
    """Return whether nothing is different from the version, and it fits: a form that was only looked at voids no approval."""
    version = opened.version
    is_as_kept = reasons == version.kept if by == version.author else not reasons
    return (
        opened.draft.state is not DraftState.CHANGES_REQUESTED
        and text == version.text.strip()
        and is_as_kept
        and preset in {"", version.preset}
        and not version.in_the_way
    )


def _held(
    opened: OpenDraft, kept: Reasons, text: str, findings: tuple[Finding, ...], context: Context
) -> dict[str, str]:
    """Return the reasons that hold for what was found in the new text."""
    before = opened.version.findings
    if kept.standing and kept.beside != opened.version.text:
        before = [asdict(finding) for finding in lint(kept.beside, context)]
    return held(kept, text, [asdict(finding) for finding in findings], before)


def _propose(
    session: Session, opened: OpenDraft, version: DraftVersion, *, now: datetime, pace: Pace
) -> None:
    """Make a version the draft's newest, which nobody has approved."""
    advance(
        session,
        opened,
        newest=version.number,
        state=DraftState.PROPOSED,
        note="",
        acted_by=version.author,
        acted_at=now,
        reminders=0,
        remind_at=_remind_at(session, opened, now=now, pace=pace),
    )
    session.add(version)
    session.flush()


def _tell_of(session: Session, opened: OpenDraft, version: DraftVersion, *, now: datetime) -> None:
    """Tell of a new version whoever approved the one before, counsel where it admits fault, and those who look at the thread."""
    case, draft = opened.case, opened.draft
    _tell_that_it_is_void(session, opened, version, now=now)
    follow_wording(session, case, now=now)
    said = {"draft": draft.kind, "number": version.number}
    note(session, case, EventKind.DRAFT_SAVED, by=version.author, now=now, **said)
    redraw_draft(session, case, draft, now=now)


def ask_approval_again(session: Session, case: Case, *, now: datetime, pace: Pace = NORMAL_PACE) -> list[str]:
    """Have texts that wait or are ready approved anew, as they stand, and return who had approved one: others decide on them now."""
    brand, people = access.brand_of(session, case), set()
    for draft in queries.drafts_of(session, key(case)):
        version = queries.newest_version(session, draft) if draft.state in EDITABLE else None
        given = queries.approvals_of(session, key(version)) if version is not None else ()
        if version is None or not given:
            continue
        people |= {approval.by for approval in given}
        kept = version.model_dump(include={"draft_id", "text", "author", "preset", "findings", "kept"})
        again = DraftVersion(**kept, number=draft.newest + 1, created_at=now)
        _propose(session, OpenDraft(case, brand, draft, version), again, now=now, pace=pace)
    return sorted(people)


def require_newest(session: Session, opened: OpenDraft, states: tuple[DraftState, ...]) -> None:
    """Raise DraftMoved unless this is the newest version of a draft in one of these states; CaseClosed."""
    require_open(session, opened.case)
    draft = opened.draft
    if opened.version.number != draft.newest:
        newest = queries.newest_version(session, draft)
        raise DraftMoved(
            f"<@{newest.author}> has saved version {newest.number} in the meantime. Please look at that one."
        )
    require_state(draft, states)


def require_state(draft: Draft, states: tuple[DraftState, ...]) -> None:
    """Raise DraftMoved, with who did it, unless the draft is in one of these states."""
    if draft.state not in states:
        by = f" by <@{draft.acted_by}>" if draft.acted_by else ""
        raise DraftMoved(f"This draft is already {draft.state.replace('_', ' ')}{by}.")


def _remind_at(session: Session, opened: OpenDraft, *, now: datetime, pace: Pace) -> datetime | None:
    if not needs_approval(opened.draft.kind):
        return None
    plan, hours = plan_of(session, opened.case), queries.quiet_hours_of(opened.brand)
    return edit_reminder_at(plan, now=now, hours=hours, pace=pace_of(opened.case, pace))


def _tell_that_it_is_void(
    session: Session, opened: OpenDraft, version: DraftVersion, *, now: datetime
) -> None:
    """Say in the thread that a text which was approved has changed, by name to those who had approved it."""
    approved = queries.approvals_of(session, key(opened.version))
    people = [approval.by for approval in approved if approval.by != version.author]
    if not people:
        return
    say_in_thread(
        session,
        opened.case,
        Surface.NOTE,
        f"void:{version.number}",
        now=now,
        subject_id=opened.draft.id,
        kind=NoteKind.APPROVAL_VOID,
        by=version.author,
        draft=opened.draft.kind,
        people=people,
    )


def _is_approver(session: Session, opened: OpenDraft, *, by: str, now: datetime) -> bool:
    """Return whether somebody in the channel is among those who approve."""
    named = approvers.approvers_of(session, opened.brand, now=now).named()
    return by in (access.members_of(session, opened.case, now=now) if named is None else named)


def _require_clean(findings: tuple[Finding, ...], reasons: Mapping[str, str], *, is_approver: bool) -> None:
    """Raise NotClean where a text cannot be saved. One with a gap can, for somebody else to fill in: approving is refused."""
    left = tuple(
        finding
        for finding in findings
        if finding.blocks
        and finding.label is not Label.GAP
        and not (finding.can_keep and is_approver and finding.label in reasons)
    )
    if left:
        raise NotClean(findings, reasons)


def advance(session: Session, opened: OpenDraft, **values: object) -> None:
    """Change a draft. Raises DraftMoved when somebody changed it in the meantime."""
    if not change(session, opened.draft, **values):
        raise DraftMoved("Somebody acted on this draft at the same moment. Please look at it again.")
