"""Many cases at once, written as rows: what they show is the same, and nothing of them has to be said in Slack."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, SQLModel

from bot.draft_kinds import DraftKind
from bot.models import Brand, Case, CasePlan, CheckIn, Draft, DraftVersion, Task, key
from bot.plan import Level, TaskKind
from bot.report import Channel, Harm, Mistake
from bot.states import CaseState, CheckInState, DraftState, TaskState
from bot.storage import get

FIRST_BRAND = 1


def add_case(session: Session, /, number: int, *, now: datetime, **changes: Any) -> Case:
    """Write an open case of the workspace's first account, in Alice's and Bob's channel, and return it."""
    case = _case(number, now=now, **changes)
    session.add(case)
    session.flush()
    return case


def _case(number: int, *, now: datetime, **changes: Any) -> Case:
    given: dict[str, Any] = {
        "workspace_id": 1,
        "number": number,
        "brand_id": FIRST_BRAND,
        "report_key": f"many-{number}",
        "state": CaseState.OPEN,
        "level": Level.CORRECT_PUBLICLY,
        "reporter": "UALICE",
        "channel_id": "CRESPONSE",
        "channel": Channel.X,
        "mistake": Mistake.WRONG_FACT,
        "harm": Harm.INCONVENIENCE,
        "report": {"what": f"Mistake number {number}"},
        "opened_at": now,
        "check_ins_since": now,
    }
    return Case(**(given | changes))


def add_work(session: Session, /, *cases: Case, now: datetime) -> None:
    """Give each case one of everything that waits for somebody."""
    plans = [CasePlan(case_id=key(case), number=1, level=case.level, created_at=now) for case in cases]
    drafts = [
        Draft(
            case_id=key(case),
            kind=DraftKind.PUBLIC_CORRECTION,
            position=0,
            is_main=True,
            state=DraftState.PROPOSED,
        )
        for case in cases
    ]
    session.add_all([*plans, *drafts])
    session.flush()
    for case, plan, draft in zip(cases, plans, drafts, strict=True):
        session.add_all(_waiting(case, plan, draft, now=now))


def _waiting(case: Case, plan: CasePlan, draft: Draft, *, now: datetime) -> list[SQLModel]:
    return [
        Task(
            case_id=key(case),
            plan_id=key(plan),
            key="first",
            position=0,
            kind=TaskKind.FIRST_STEP,
            text="Delete the post.",
            due_at=now,
            state=TaskState.OPEN,
        ),
        DraftVersion(draft_id=key(draft), number=1, text="Thursday.", author="UALICE", created_at=now),
        CheckIn(case_id=key(case), number=1, place=0, due_at=now, asked_at=now, state=CheckInState.ASKED),
        CheckIn(
            case_id=key(case),
            number=2,
            place=1,
            due_at=now + timedelta(hours=1),
            state=CheckInState.PLANNED,
        ),
    ]


def add_cases(session: Session, /, count: int, *, now: datetime, first: int = 1001, **changes: Any) -> None:
    """Write many cases with work to do."""
    cases = [_case(number, now=now, **changes) for number in range(first, first + count)]
    session.add_all(cases)
    session.flush()
    add_work(session, *cases, now=now)


def add_brand(session: Session, /, name: str, *, now: datetime, **changes: Any) -> Brand:
    """Write another account and return it."""
    first = get(session, Brand, FIRST_BRAND)
    given: dict[str, Any] = {
        "workspace_id": 1,
        "name": name,
        "relation": first.relation,
        "reputation": first.reputation,
        "voice": first.voice,
        "created_at": now,
    }
    brand = Brand(**(given | changes))
    session.add(brand)
    session.flush()
    return brand
