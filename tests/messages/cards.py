"""Cards for tests: an ordinary case, changed by keyword."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.brand import Relation, Reputation
from bot.cards import CheckInCard, PlanCard
from bot.cards.drafts import DraftCard
from bot.cards.overview import CaseLine, DraftHistory, HomeCard, RecordCard, Wanted, WantedKind
from bot.decision import decide
from bot.draft_kinds import DraftKind
from bot.models import Approval, Brand, Case, CasePlan, CheckIn, Draft, DraftVersion, Event, Evidence, Task
from bot.plan import Level, Plan, TaskKind
from bot.report import Channel, Harm, Mistake, Noticed, RedFlag, Report, Undo
from bot.states import CaseState, CheckInState, DraftState, EvidenceState, TaskState

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
REPORT = Report(
    what="We wrote Tuesday, the run is on Thursday.",
    channel=Channel.X,
    mistake=Mistake.WRONG_FACT,
    harm=Harm.INCONVENIENCE,
    noticed=Noticed.MANY_REPLIES,
    undo=Undo.DELETE_AND_REPOST,
    should_have_said="Thursday",
    link="https://example.org/p/1",
)
WITH_A_CALL = replace(
    REPORT,
    mistake=Mistake.PRIVATE_INFO,
    harm=Harm.PRIVACY,
    red_flags=frozenset({RedFlag.PERSONAL_DATA}),
)

# What somebody might type to ping everybody, forge a mention, leave a template, or break what is around it.
HOSTILE = (
    "<!channel> <!here|x> <@UFORGED> <#CFORGED> <!date^1^{date}|x> <https://evil.example|ours> "
    "&lt;!everyone&gt; *bold* _it_ ~gone~ `code` ```\n> quote\n>>> all the rest\n{{ 4321 * 2 }} {% raw %} "
    "\x00\x1b \u202ereversed\u202c \u2066open \u200bzero\ufeff \ud800 @channel \N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED}"
)


def hostile(length: int = 3000) -> str:
    """Return hostile text of this length."""
    return (HOSTILE * (length // len(HOSTILE) + 1))[:length]


def brand(**changes: Any) -> Brand:
    given: dict[str, Any] = {
        "id": 3,
        "workspace_id": 1,
        "name": "Riverside Runners",
        "relation": Relation.OWN,
        "reputation": Reputation.NEUTRAL,
        "created_at": NOW,
    }
    return Brand(**(given | changes))


def case(**changes: Any) -> Case:
    given: dict[str, Any] = {
        "id": 41,
        "workspace_id": 1,
        "number": 7,
        "brand_id": 3,
        "report_key": "V1",
        "state": CaseState.OPEN,
        "level": Level.CORRECT_PUBLICLY,
        "reporter": "UALICE",
        "lead": None,
        "channel_id": "CRESPONSE",
        "channel": Channel.X,
        "mistake": Mistake.WRONG_FACT,
        "harm": Harm.INCONVENIENCE,
        "opened_at": NOW,
        "check_ins_since": NOW,
    }
    return Case(**(given | changes))


def task(number: int = 1, **changes: Any) -> Task:
    given: dict[str, Any] = {
        "id": 500 + number,
        "case_id": 41,
        "plan_id": 9,
        "key": f"task-{number}",
        "position": number,
        "kind": TaskKind.FIRST_STEP,
        "text": f"Do the thing number {number}.",
        "owner": "the case lead",
        "due_at": NOW + timedelta(minutes=10 * number),
        "state": TaskState.OPEN,
    }
    return Task(**(given | changes))


def plan_row(plan: Plan, **changes: Any) -> CasePlan:
    given: dict[str, Any] = {
        "id": 9,
        "case_id": 41,
        "number": 1,
        "level": plan.level,
        "call_first": plan.call_first,
        "created_at": NOW,
    }
    return CasePlan(**(given | changes))


def plan_card(report: Report = REPORT, **changes: Any) -> PlanCard:
    """Return the card of a case with the plan that the engine makes from ``report``."""
    plan = decide(report)
    tasks = tuple(
        task(number, kind=planned.kind, text=planned.text, owner=planned.owner, due_at=NOW + planned.due)
        for number, planned in enumerate(plan.tasks, start=1)
    )
    card = PlanCard(
        case=case(level=plan.level),
        brand=brand(),
        row=plan_row(plan),
        plan=plan,
        report=report,
        tasks=tasks,
        next_check_in=NOW + timedelta(hours=1),
        drafts=(draft(),),
        evidence=(),
        latest=None,
        seen_at=NOW,
        link="",
    )
    return replace(card, **changes)


def draft(**changes: Any) -> Draft:
    given: dict[str, Any] = {
        "id": 60,
        "case_id": 41,
        "kind": DraftKind.PUBLIC_CORRECTION,
        "position": 0,
        "is_main": True,
        "state": DraftState.PROPOSED,
    }
    return Draft(**(given | changes))


def version(**changes: Any) -> DraftVersion:
    given: dict[str, Any] = {
        "id": 900,
        "draft_id": 60,
        "number": 1,
        "text": "The run is on Thursday, not Tuesday. Sorry for the mix-up.",
        "author": "UALICE",
        "preset": "friendly",
        "created_at": NOW,
    }
    return DraftVersion(**(given | changes))


def approval(by: str = "UBOB", **changes: Any) -> Approval:
    given: dict[str, Any] = {"version_id": 900, "by": by, "at": NOW}
    return Approval(**(given | changes))


def finding(label: str = "excuse", **changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "label": label,
        "start": 0,
        "end": 7,
        "why": "This gives a reason that makes our part look smaller.",
        "source": "A5",
        "mend": "Leave the reason out.",
        "blocks": False,
        "can_keep": True,
        "needs_approver": False,
    }
    return given | changes


def draft_card(**changes: Any) -> DraftCard:
    given: dict[str, Any] = {
        "case": case(),
        "brand": brand(),
        "draft": draft(),
        "version": version(),
        "approvals": (),
        "approvals_needed": 1,
        "may_still_approve": 2,
        "length": 58,
        "limit": 280,
        "is_waiting_for_call": False,
    }
    return DraftCard(**(given | changes))


def check_in(number: int = 1, **changes: Any) -> CheckIn:
    given: dict[str, Any] = {
        "id": 700 + number,
        "case_id": 41,
        "number": number,
        "place": number - 1,
        "due_at": NOW + timedelta(hours=number),
        "asked_at": NOW + timedelta(hours=number),
        "state": CheckInState.ASKED,
    }
    return CheckIn(**(given | changes))


def answered(number: int, answer: str, **changes: Any) -> CheckIn:
    """Return a check-in that Bob answered."""
    given = {"answered_by": "UBOB", "answered_at": NOW + timedelta(hours=number, minutes=5)}
    return check_in(number, state=CheckInState.ANSWERED, answer=answer, **(given | changes))


def check_in_card(**changes: Any) -> CheckInCard:
    given: dict[str, Any] = {
        "case": case(),
        "check_in": check_in(),
        "earlier": (),
        "next_due": NOW + timedelta(hours=4),
        "late_seconds": 0.0,
    }
    return CheckInCard(**(given | changes))


def event(kind: str, by: str | None = "UBOB", **detail: Any) -> Event:
    return Event(id=1, case_id=41, at=NOW, by=by, kind=kind, detail=detail)


def evidence(**changes: Any) -> Evidence:
    given: dict[str, Any] = {
        "case_id": 41,
        "file_id": "F1",
        "name": "post.png",
        "state": EvidenceState.KEPT,
        "sha256": "a" * 64,
        "kept_at": NOW,
    }
    return Evidence(**(given | changes))


def record_card(report: Report = REPORT, **changes: Any) -> RecordCard:
    plan = decide(report)
    given: dict[str, Any] = {
        "case": case(state=CaseState.CLOSED, closed_at=NOW + timedelta(days=2), closed_by="UBOB"),
        "brand": brand(),
        "plans": ((plan_row(plan), plan, report),),
        "tasks": (task(1, state=TaskState.DONE, done_by="UALICE", done_at=NOW), task(2)),
        "drafts": (DraftHistory(draft(), (version(),), ()),),
        "check_ins": (),
        "events": (),
        "evidence": (),
        "names": {"UALICE": "Alice", "UBOB": "Bob"},
    }
    return RecordCard(**(given | changes))


def line(number: int = 7, **changes: Any) -> CaseLine:
    given: dict[str, Any] = {
        "case": case(number=number),
        "brand_name": "Riverside Runners",
        "headline": "We wrote Tuesday",
        "next_check_in": NOW,
        "is_member": True,
        "link": "https://riverside.slack.example/archives/C1/p1",
    }
    return CaseLine(**(given | changes))


def wanted(**changes: Any) -> Wanted:
    given: dict[str, Any] = {
        "kind": WantedKind.TASK,
        "case_number": 7,
        "about": "Call the printer.",
        "due_at": NOW,
        "link": "",
    }
    return Wanted(**(given | changes))


def home_card(**changes: Any) -> HomeCard:
    given: dict[str, Any] = {
        "seen_at": NOW,
        "wanted": (),
        "open_cases": (),
        "recent": (),
        "may_set_up": False,
    }
    return HomeCard(**(given | changes))
