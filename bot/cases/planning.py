"""Taking a plan on: its row and its tasks, and what state its case is in then; its drafts are in ``plan_drafts``."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, func, select

from bot.cases.calls import is_waiting_for_call
from bot.cases.timeline import pace_of
from bot.decision.calls import CALLS_TO_COUNSEL
from bot.decision.people import once_called
from bot.models import PLAN, REPORT, Case, CasePlan, Draft, Task, key
from bot.plan import ELSEWHERE, GETS_WORDS_OUT, Level, Plan, PlanTask, TaskId, TaskKind
from bot.report import Report
from bot.states import CaseState, DraftState, TaskState
from bot.storage import change, insert_rows, insert_with_ids, queries


@dataclass(frozen=True, slots=True)
class Decision:
    """A plan and the report that it was made from; who chose its level, where a person did, and why."""

    plan: Plan
    report: Report
    number: int
    chosen_by: str | None = None
    reason: str = ""
    difference: Sequence[str] = ()


def plan_of(session: Session, case: Case) -> Plan:
    """Return the plan that counts."""
    return PLAN.validate_python(queries.newest_plan(session, key(case)).plan)


def newest_decision(session: Session, case_id: int) -> Decision:
    """Return the decision that counts."""
    return decision_of(queries.newest_plan(session, case_id))


def decision_of(row: CasePlan) -> Decision:
    """Return the decision that a plan's row keeps."""
    plan, report = PLAN.validate_python(row.plan), REPORT.validate_python(row.report)
    return Decision(plan, report, row.number, row.chosen_by, row.reason, row.difference)


def write_plan(session: Session, case: Case, decision: Decision, *, now: datetime) -> int:
    """Write a plan's row and return its id."""
    values: dict[str, Any] = {
        "case_id": key(case),
        "number": decision.number,
        "level": decision.plan.level,
        "call_first": decision.plan.call_first,
        "report": REPORT.dump_python(decision.report, mode="json"),
        "plan": PLAN.dump_python(decision.plan, mode="json"),
        "difference": list(decision.difference),
        "chosen_by": decision.chosen_by,
        "reason": decision.reason,
        "created_at": now,
    }
    return insert_with_ids(session, CasePlan, [values])[0]


def write_tasks(
    session: Session,
    case: Case,
    plan_id: int,
    tasks: Sequence[PlanTask],
    *,
    now: datetime,
    is_said: bool | None = None,
) -> None:
    """Give the case a plan's tasks: what is done stays done, what the plan no longer has is dropped.

    Where other words have to go out than those that are out, that is a task of its own; ``is_said`` as in ``tasks_to_add``.
    """
    known, added = _known_tasks(session, case), tasks_to_add(session, case, tasks, is_said=is_said)
    wanted = {task.id for task in tasks}
    is_paused = TaskId.PAUSE in known and known[TaskId.PAUSE].state is TaskState.DONE
    staying = {TaskId.ASK_COUNSEL, *([TaskId.RESUME] if is_paused else [])}
    for gone in known.values():
        is_brought = gone.key.startswith(ELSEWHERE)
        if gone.key not in wanted | staying and not is_brought and gone.state is TaskState.OPEN:
            change(session, gone, state=TaskState.DROPPED)
    call = _open_call(case, tasks, {name: row for name, row in known.items() if name not in added}, now=now)
    for position, task in enumerate(tasks):
        if task.id not in added:
            _keep_task(session, case, known[task.id], task, position=position, call=call, now=now)
    add_tasks(session, case, plan_id, tasks, now=now, but_not=wanted - added)
    say_what_waits_no_more(session, case)


def say_what_waits_no_more(session: Session, case: Case) -> None:
    """Once nobody is to be called first, have no open task say that it comes after a call, nor after asking whoever was called."""
    if is_waiting_for_call(session, key(case)):
        return
    tasks = queries.tasks_of(session, key(case))
    is_counsel_asked = any(task.state is TaskState.DONE and task.key in CALLS_TO_COUNSEL for task in tasks)
    for task in tasks:
        text = once_called(task.text, is_counsel_asked=is_counsel_asked)
        if task.state is TaskState.OPEN and text != task.text:
            change(session, task, text=text)


def tasks_to_add(
    session: Session, case: Case, tasks: Sequence[PlanTask], *, is_said: bool | None = None
) -> set[str]:
    """Return the names of a plan's tasks that are new in the case, and of those that have to be done once more.

    ``is_said``: whether the plan's main words are out, or others of their kind; None where that is not known, or none are.
    """
    known = _known_tasks(session, case)
    return {
        task.id
        for task in tasks
        if task.id not in known
        or (task.id in GETS_WORDS_OUT and _is_another(known[task.id], task, is_said=is_said))
    }


def _known_tasks(session: Session, case: Case) -> dict[str, Task]:
    """Return the case's tasks by their names: of one that was given twice, the later."""
    rows = sorted(queries.tasks_of(session, key(case)), key=key)
    return {task.key: task for task in rows}


def _is_another(row: Task, task: PlanTask, *, is_said: bool | None) -> bool:
    is_other = row.text != task.text if is_said is None else not is_said
    return row.state is TaskState.DONE and is_other


@dataclass(frozen=True, slots=True)
class _OpenCall:
    """When the last call that is to come first is due, and how long after the report its plan has it made."""

    due_at: datetime
    wait: timedelta


def _open_call(
    case: Case, tasks: Sequence[PlanTask], kept: Mapping[str, Task], *, now: datetime
) -> _OpenCall | None:
    """Return the last call of a plan's tasks that is yet to be made; ``kept`` are the rows that stay."""
    calls = [task for task in tasks if task.kind is TaskKind.CALL_FIRST]
    due = [
        kept[task.id].due_at if task.id in kept else now + pace_of(case).due(task.due)
        for task in calls
        if task.id not in kept or kept[task.id].state is TaskState.OPEN
    ]
    return _OpenCall(max(due), max(task.due for task in calls)) if due else None


def _keep_task(
    session: Session,
    case: Case,
    row: Task,
    task: PlanTask,
    *,
    position: int,
    call: _OpenCall | None,
    now: datetime,
) -> None:
    """Take a task over into a new plan: what somebody has done keeps its words."""
    values: dict[str, Any] = {"position": position}
    if row.state is TaskState.OPEN:
        values |= {"text": task.text, "owner": task.owner, "kind": task.kind}
        due_at = _due_in_new_plan(case, row, task, call=call, now=now)
        if due_at != row.due_at:
            is_reminded = row.assignee is not None or task.kind is TaskKind.CALL_FIRST
            values |= {"due_at": due_at, "remind_at": due_at if is_reminded else None}
    change(session, row, **values)


def _due_in_new_plan(
    case: Case, row: Task, task: PlanTask, *, call: _OpenCall | None, now: datetime
) -> datetime:
    """Return when a task that stays is due: what is new about it is not late already, and what waits for a call is not due before it."""
    pace = pace_of(case)
    if call is not None and task.due > call.wait and row.due_at <= call.due_at:
        return call.due_at + pace.due(task.due - call.wait)
    is_new = once_called(row.text, is_counsel_asked=True) != once_called(task.text, is_counsel_asked=True)
    return now + pace.due(task.due) if is_new and row.due_at < now else row.due_at


def add_tasks(
    session: Session,
    case: Case,
    plan_id: int,
    tasks: Sequence[PlanTask],
    *,
    now: datetime,
    but_not: Collection[str] = (),
) -> None:
    """Write a plan's tasks as new ones, but those in ``but_not``; of a call that all public words wait for somebody is reminded."""
    rows = [
        {
            "case_id": key(case),
            "plan_id": plan_id,
            "key": task.id,
            "position": position,
            "kind": task.kind,
            "text": task.text,
            "owner": task.owner,
            "due_at": now + pace_of(case).due(task.due),
            "remind_at": now + pace_of(case).due(task.due) if task.kind is TaskKind.CALL_FIRST else None,
            "state": TaskState.OPEN,
        }
        for position, task in enumerate(tasks)
        if task.id not in but_not
    ]
    insert_rows(session, Task, rows)


def add_task_behind(
    session: Session,
    case: Case,
    name: str,
    text: str,
    *,
    plan_id: int,
    owner: str,
    due_at: datetime,
    assignee: str | None = None,
    remind_at: datetime | None = None,
) -> None:
    """Give the case a first step that its plan does not have, behind all other tasks."""
    last = session.exec(select(func.max(col(Task.position))).where(Task.case_id == case.id)).one()
    session.add(
        Task(
            case_id=key(case),
            plan_id=plan_id,
            key=name,
            position=(last or 0) + 1,
            kind=TaskKind.FIRST_STEP,
            text=text,
            owner=owner,
            assignee=assignee,
            due_at=due_at,
            remind_at=remind_at,
            state=TaskState.OPEN,
        )
    )


def state_after(session: Session, case: Case, level: Level, main: Draft | None) -> CaseState:
    """Return what a case is in once it has the plan's tasks and drafts: only watching is left where nothing is to be fixed, no main words are to go out, and no call comes first."""
    if is_waiting_for_call(session, key(case)):
        return CaseState.OPEN
    match level:
        case Level.LET_IT_GO:
            is_over = True
        case Level.QUIET_FIX:
            is_over = is_fixed(session, case)
        case _:
            is_over = main is not None and main.state is DraftState.PUBLISHED
    return CaseState.WATCHING if is_over else CaseState.OPEN


def is_fixed(session: Session, case: Case) -> bool:
    """Return whether the first steps are done, so that there is only watching left."""
    left = session.exec(
        select(Task.id).where(
            Task.case_id == case.id,
            Task.state == TaskState.OPEN,
            Task.key != TaskId.RESUME,
            col(Task.kind).in_([TaskKind.FIRST_STEP, TaskKind.CALL_FIRST]),
        )
    )
    return left.first() is None
