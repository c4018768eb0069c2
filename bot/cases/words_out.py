"""What a case has said already: which words need not be written again, and what a plan still asks for beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from sqlmodel import Session

from bot.brand import BrandProfile
from bot.cases.merged import words_of_merged
from bot.cases.planning import Decision
from bot.draft_kinds import DraftKind, is_public, kinds_for
from bot.drafts import render_draft
from bot.drafts.situation import NOTHING_YET, SoFar
from bot.models import PLAN, REPORT, Case, CasePlan, Draft, DraftVersion, key
from bot.plan import PlanTask, TaskId, TaskKind
from bot.report import Affected, Report
from bot.states import APPROVED_OR_OUT, DraftState, TaskState
from bot.storage import queries

_STATEMENTS = {DraftKind.PUBLIC_CORRECTION, DraftKind.ALL_CLEAR}
_TELLS_HOW_IT_SPREADS = {"noticed", "undo", "still_misleading", "red_flags", "reach"}
"""What may change without another word to say: how far it went, what became of it, and who has to be asked."""
_TOLD = tuple(field.name for field in fields(Report) if field.name not in _TELLS_HOW_IT_SPREADS)


def words_said(session: Session, case: Case, decision: Decision, profile: BrandProfile) -> tuple[Draft, ...]:
    """Return the drafts that are approved or out and that say what the plan wants said: it would have written them just so, or they are out and said more.

    One that is only approved, and that was edited into what no longer fits, says nothing that can go out.
    """
    kinds, known = kinds_for(decision.plan, decision.report), so_far(session, case)
    plans = [row for row in queries.plans_of(session, key(case)) if row.number < decision.number]
    said = []
    for draft in queries.drafts_of(session, key(case)):
        if draft.state not in APPROVED_OR_OUT or draft.kind not in kinds:
            continue
        first, newest = queries.versions_of(session, key(draft))[0], queries.newest_version(session, draft)
        is_out = draft.state is DraftState.PUBLISHED
        is_same = first.text == draft_text(draft.kind, decision, profile, known)
        is_same |= is_out and first.text == draft_text(draft.kind, decision, profile)
        if (is_same and (is_out or not newest.in_the_way)) or (
            is_out and _said_more(plans, draft, newest, decision)
        ):
            said.append(draft)
    elsewhere = [
        draft
        for draft, origin in _out_elsewhere(session, case, decision)
        if draft.kind in kinds and _asked_for_as_much(origin, draft, decision)
    ]
    return (*said, *elsewhere)


def _out_elsewhere(session: Session, case: Case, decision: Decision) -> Iterator[tuple[Draft, CasePlan]]:
    """Yield what went out in cases that were merged into this one, with its plan: the reports differ, but somebody has said that it is one mistake.

    Facts that changed since then may ask for other words, and so does another place.
    """
    plans = [row for row in queries.plans_of(session, key(case)) if row.number < decision.number]
    for words in words_of_merged(session, case):
        version = queries.newest_version(session, words.draft)
        origin = plan_behind(queries.plans_of(session, key(words.case)), version)
        then = [row for row in plans if row.created_at <= words.merged_at][-1:]
        is_still_so = all(_is_same_mistake(_report(row), decision.report) for row in then)
        is_here = not is_public(words.draft.kind) or words.case.channel is decision.report.channel
        if origin is not None and is_still_so and is_here:
            yield words.draft, origin


def is_main_said(session: Session, case: Case, decision: Decision, profile: BrandProfile) -> bool | None:
    """Return whether the plan's main words are out, or other words of their kind are; None where none are."""
    main = kinds_for(decision.plan, decision.report)[0]
    out = [draft for draft in _out(session, case) if draft.kind is main]
    return bool({*map(key, out)} & {*map(key, words_said(session, case, decision, profile))}) if out else None


def is_stated(session: Session, case: Case) -> bool:
    """Return whether the case's own public words are out: to say after them that it is being looked into would take them back."""
    return any(draft.kind in _STATEMENTS for draft in _out(session, case))


def tasks_left(session: Session, case: Case, decision: Decision) -> Sequence[PlanTask]:
    """Return the plan's tasks, but for a holding statement where the case has said more already, and for writing to those who had the private note."""
    over = {TaskId.HOLD} if is_stated(session, case) else set()
    if _are_written_to(session, case, decision):
        over.add(TaskId.AFFECTED)
    return [task for task in decision.plan.tasks if task.id not in over]


def draft_text(kind: DraftKind, decision: Decision, profile: BrandProfile, known: SoFar = NOTHING_YET) -> str:
    """Return the words that the plan writes for a kind of draft."""
    return render_draft(kind, report=decision.report, plan=decision.plan, brand=profile, so_far=known)


def so_far(session: Session, case: Case) -> SoFar:
    """Return what the case has done already that its next words must know."""
    tasks = queries.tasks_of(session, key(case))
    calls = {task.state for task in tasks if task.kind is TaskKind.CALL_FIRST}
    is_call_made = TaskState.DONE in calls and TaskState.OPEN not in calls
    return SoFar(is_call_made, frozenset(draft.kind for draft in _out(session, case)))


def _are_written_to(session: Session, case: Case, decision: Decision) -> bool:
    """Return whether the few whom it concerns had a private note about the same mistake."""
    notes = [draft for draft in _own_out(session, case) if draft.kind is DraftKind.PRIVATE_NOTE]
    if decision.report.affected is not Affected.FEW_KNOWN:
        return False
    if any(draft.kind is DraftKind.PRIVATE_NOTE for draft, _ in _out_elsewhere(session, case, decision)):
        return True
    plans = [row for row in queries.plans_of(session, key(case)) if row.number < decision.number]
    rows = [plan_behind(plans, queries.newest_version(session, note)) for note in notes]
    return any(_is_same_mistake(_report(row), decision.report) for row in rows if row)


def _report(row: CasePlan) -> Report:
    return REPORT.validate_python(row.report)


def _out(session: Session, case: Case) -> list[Draft]:
    """Return what people have read, in this case and in those that were merged into it."""
    return [*_own_out(session, case), *(words.draft for words in words_of_merged(session, case))]


def _own_out(session: Session, case: Case) -> list[Draft]:
    return [draft for draft in queries.drafts_of(session, key(case)) if draft.state is DraftState.PUBLISHED]


def _said_more(plans: Sequence[CasePlan], draft: Draft, version: DraftVersion, decision: Decision) -> bool:
    """Return whether the plan of which a text was written asked for as much as this one does, about the same mistake."""
    origin = plan_behind(plans, version)
    if origin is None or not _is_same_mistake(_report(origin), decision.report):
        return False
    return _asked_for_as_much(origin, draft, decision)


def _asked_for_as_much(origin: CasePlan, draft: Draft, decision: Decision) -> bool:
    """Return whether the plan of which a text was written asked for as much as this one does."""
    plan = PLAN.validate_python(origin.plan)
    is_sorry = draft.kind is DraftKind.PRIVATE_NOTE  # at every level
    return plan.level.rank >= decision.plan.level.rank and (is_sorry or plan.expects >= decision.plan.expects)


def plan_behind(plans: Sequence[CasePlan], version: DraftVersion) -> CasePlan | None:
    """Return the plan that a text was written for; None where it is none of these."""
    with_it = [row for row in plans if row.created_at == version.created_at][:1]
    origin = [*(row for row in plans if row.created_at < version.created_at), *with_it]
    return origin[-1] if origin else None


def _is_same_mistake(before: Report, now: Report) -> bool:
    return all(getattr(before, name) == getattr(now, name) for name in _TOLD)
