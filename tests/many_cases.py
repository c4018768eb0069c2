"""Many cases at once, written as rows: what they show is the same, and nothing of them has to be said in Slack."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.draft_kinds import DraftKind
from bot.models import Brand, Case, CasePlan, CheckIn, Draft, DraftVersion, Task, key
from bot.plan import Level, TaskKind
from bot.report import Channel, Harm, Mistake
from bot.states import CaseState, CheckInState, DraftState, TaskState
from bot.storage import queries


def add_case(session: Session, /, number: int, *, now: datetime, **changes: Any) -> Case:
    """Write an open case of the workspace's first account, in Alice's and Bob's channel, and return it."""
    given: dict[str, Any] = {
        "workspace_id": 1,
        "number": number,
        "brand_id": queries.brands_of(session, 1)[0].id,
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
    case = Case(**(given | changes))
    session.add(case)
    session.flush()
    return case


def add_work(session: Session, /, case: Case, *, now: datetime) -> None:
    """Give a case one of everything that waits for somebody."""
    plan = CasePlan(case_id=key(case), number=1, level=case.level, created_at=now)
    draft = Draft(
        case_id=key(case),
        kind=DraftKind.PUBLIC_CORRECTION,
        position=0,
        is_main=True,
        state=DraftState.PROPOSED,
    )
    session.add_all([plan, draft])
    session.flush()
    session.add_all(
        [
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
    )


def add_cases(session: Session, /, count: int, *, now: datetime, first: int = 1001, **changes: Any) -> None:
    """Write many cases with work to do."""
    for number in range(first, first + count):
        add_work(session, add_case(session, number, now=now, **changes), now=now)


def add_brand(session: Session, /, name: str, *, now: datetime, **changes: Any) -> Brand:
    """Write another account and return it."""
    first = queries.brands_of(session, 1)[0]
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
