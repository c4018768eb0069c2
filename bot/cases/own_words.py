"""What people have made of drafts: it comes back with the plan that has its kind again, is judged anew, and says where the case has moved on since."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session

from bot.brand import BrandProfile
from bot.cases.counsel import follow_wording
from bot.cases.judging import context_of, take_findings
from bot.cases.planning import Decision, decision_of, newest_decision
from bot.cases.words_out import draft_text, plan_behind
from bot.draft_kinds import DraftKind, kinds_for
from bot.drafts.situation import SoFar
from bot.lint import lint
from bot.models import Case, Draft, DraftVersion, key
from bot.states import UNAPPROVED, DraftState
from bot.storage import change, get, queries


def words_put_aside(session: Session, case: Case) -> dict[DraftKind, DraftVersion]:
    """Return what people had made of the last draft of each kind, where a plan or the closing put it aside, and nobody else."""
    found = {}
    for kind, draft in _last_of_each_kind(session, case).items():
        if draft.state is DraftState.SUPERSEDED and is_edited(session, draft):
            found[kind] = queries.newest_version(session, draft)
    return found


def discarded_for_good(
    session: Session, case: Case, decision: Decision, profile: BrandProfile, known: SoFar
) -> set[DraftKind]:
    """Return the kinds whose last draft somebody discarded and of which the plan would write the same words again.

    The main text of a plan that has another main one than the plan before is not among them: it could not be carried out.
    """
    main = kinds_for(decision.plan, decision.report)[0]
    return {
        kind
        for kind, draft in _last_of_each_kind(session, case).items()
        if draft.state is DraftState.DISCARDED
        and (kind is not main or draft.is_main)
        and queries.versions_of(session, key(draft))[0].text == draft_text(kind, decision, profile, known)
    }


def give_back(
    session: Session,
    case: Case,
    decision: Decision,
    profile: BrandProfile,
    *,
    words: Mapping[DraftKind, DraftVersion],
    added: Collection[int],
    now: datetime,
) -> None:
    """Make people's own words the newest version of the drafts just ``added``; their author stays who wrote them."""
    for draft in [get(session, Draft, draft_id) for draft_id in added]:
        if (own := words.get(draft.kind)) is not None:
            kept = own.model_dump(include={"text", "author", "preset", "findings", "kept"})
            again = DraftVersion(**kept, draft_id=key(draft), number=2, created_at=now)
            found = lint(own.text, context_of(decision, profile, draft.kind))
            take_findings(again, [asdict(finding) for finding in found])
            session.add(again)
            change(session, draft, newest=2)
    follow_wording(session, case, now=now)


def is_edited(session: Session, draft: Draft) -> bool:
    """Return whether somebody has given a draft words of their own."""
    versions = queries.versions_of(session, key(draft)) if draft.newest > 1 else ()
    return bool(versions) and versions[-1].text != versions[0].text


def is_overtaken(session: Session, case: Case, draft: Draft, profile: BrandProfile) -> bool:
    """Return whether somebody wrote a text that still waits before there was something else to say: the plan would have written it otherwise then."""
    if draft.state not in UNAPPROVED or not is_edited(session, draft):
        return False
    rows = queries.plans_of(session, key(case))
    origin = plan_behind(rows, _first_written(session, case, draft))
    if origin is None or origin.number == rows[-1].number:
        return False
    then, now = decision_of(origin), newest_decision(session, key(case))
    return draft_text(draft.kind, then, profile) != draft_text(draft.kind, now, profile)


def _first_written(session: Session, case: Case, draft: Draft) -> DraftVersion:
    """Return the version in which the words of a draft's newest one were first saved: they may have come back since."""
    newest = queries.newest_version(session, draft)
    alike = (other for other in queries.drafts_of(session, key(case)) if other.kind is draft.kind)
    versions = (version for other in alike for version in queries.versions_of(session, key(other)))
    same = (one for one in versions if (one.author, one.text) == (newest.author, newest.text))
    return min(same, key=lambda one: one.created_at)


def _last_of_each_kind(session: Session, case: Case) -> dict[DraftKind, Draft]:
    drafts: Iterable[Draft] = sorted(queries.drafts_of(session, key(case)), key=key)
    return {draft.kind: draft for draft in drafts}
