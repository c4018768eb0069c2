"""Judging texts: what the lint has to know of a case, and judging again what is open when the case is no longer what it was."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot import access
from bot.brand import BrandProfile
from bot.cases.planning import Decision
from bot.cases.timeline import redraw_draft, say_in_thread
from bot.draft_kinds import DraftKind, channel_of
from bot.errors import OopsError
from bot.event_kinds import NoteKind
from bot.lint import Context, called, lint
from bot.models import Case, Draft, DraftVersion, key
from bot.states import EDITABLE, UNAPPROVED, DraftState, Surface
from bot.storage import queries
from bot.typed import clean_line

_GIVES_WHAT_IS_RIGHT = frozenset({DraftKind.PUBLIC_CORRECTION, DraftKind.PRIVATE_NOTE, DraftKind.ALL_CLEAR})


class NoLongerFits(OopsError):
    """The text was written for other facts than those of now."""

    def __init__(self, version: DraftVersion) -> None:
        found = ", ".join(called(label) for label in version.in_the_way)
        super().__init__(
            f"This text no longer fits the case as it is now: {found}. Press “Edit”, which shows what to mend."
        )


def context_of(decision: Decision, profile: BrandProfile, kind: DraftKind) -> Context:
    """Return what the lint has to know about the situation of a draft of this kind."""
    return Context(
        tone=profile.voice.preset,
        serious=decision.plan.is_serious,
        expects=decision.plan.expects if kind in _GIVES_WHAT_IS_RIGHT else frozenset(),
        channel=channel_of(kind, decision.plan.level, decision.report.channel),
        report=decision.report,
        voice=profile.voice,
        own_name=clean_line(profile.name),
        names=frozenset({profile.name, *(contact.name for contact in profile.contacts)}),
    )


def judge_again(
    session: Session, case: Case, decision: Decision, profile: BrandProfile, *, now: datetime
) -> list[Draft]:
    """Judge open drafts by a new decision, but for those that only the rules have written, and return those that stopped fitting."""
    stopped = []
    for draft in queries.drafts_of(session, key(case)):
        if draft.state not in EDITABLE or (draft.state in UNAPPROVED and draft.newest == 1):
            continue
        version = queries.newest_version(session, draft)
        before = set(version.in_the_way)
        found = [asdict(finding) for finding in lint(version.text, context_of(decision, profile, draft.kind))]
        if found == version.findings:
            continue
        take_findings(version, found)
        redraw_draft(session, case, draft, now=now)
        if set(version.in_the_way) - before:
            stopped.append(draft)
    return stopped


def take_findings(version: DraftVersion, findings: Sequence[Mapping[str, Any]]) -> None:
    """Write down what is found in a text now. Why something was kept holds for exactly what was found then."""
    version.kept = {
        label: reason
        for label, reason in version.kept.items()
        if _labelled(label, findings) == _labelled(label, version.findings)
    }
    version.findings = [dict(finding) for finding in findings]


def _labelled(label: str, findings: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [finding for finding in findings if finding["label"] == label]


def say_what_no_longer_fits(
    session: Session, case: Case, drafts: Sequence[Draft], *, once: str, now: datetime
) -> None:
    """Say in the thread what no longer fits of texts that are still there, to those who wrote them."""
    for draft in drafts:
        if draft.state not in EDITABLE:
            continue
        version = queries.newest_version(session, draft)
        is_here = version.number > 1 and access.is_known_member(session, case, version.author)
        said: dict[str, Any] = {"draft": draft.kind, "labels": [*version.in_the_way]}
        said |= {"is_approved": draft.state is DraftState.APPROVED, "number": version.number}
        said |= {"people": [version.author] if is_here else []}
        kind, subject = NoteKind.NO_LONGER_FITS, draft.id
        say_in_thread(session, case, Surface.NOTE, once, now=now, subject_id=subject, kind=kind, **said)
