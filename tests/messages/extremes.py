"""The largest and most hostile that a surface can be drawn from."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.cards.overview import DigestCard, Found, Repeat, StatsCard, Timing
from bot.draft_kinds import DraftKind
from bot.plan import Change, Level, Reason
from bot.states import CaseState, TaskState
from tests.messages import cards
from tests.messages.cards import NOW, REPORT, hostile

LONG = hostile()
WEB = "https://example.org/" + "a" * 1900


def extreme_plan(**changes: Any) -> Any:
    """Return a plan card in which every text is as long and as hostile as it can be, with 200 tasks."""
    ordinary = cards.plan_card()
    made = replace(
        ordinary.plan,
        headline=LONG,
        reasons=tuple(Reason(f"rule-{n}", LONG, LONG[:200], 3) for n in range(40)),
        would_change=tuple(Change("harm", "none", Level.LET_IT_GO, LONG) for _ in range(20)),
        do_not=tuple(LONG for _ in range(20)),
        delete_or_keep=LONG,
        check_ins=tuple(timedelta(hours=n) for n in range(1, 400)),
    )
    states = [TaskState.OPEN, TaskState.OPEN, TaskState.DONE]
    tasks = tuple(
        cards.task(n, text=LONG, owner=LONG[:200], state=states[n % 3], done_by="UBOB", done_at=NOW)
        for n in range(200)
    )
    given: dict[str, Any] = {
        "plan": made,
        "row": cards.plan_row(made, chosen_by="UBOB", reason=LONG),
        "report": replace(REPORT, what=LONG, should_have_said=LONG, link=WEB, reach=2_000_000_000),
        "brand": cards.brand(name=LONG[:500]),
        "tasks": tasks,
        "drafts": tuple(cards.draft(id=n, kind=kind) for n, kind in enumerate([*DraftKind] * 10)),
        "evidence": tuple(cards.evidence(name=LONG[:200]) for _ in range(10)),
        "latest": cards.event("changes_requested", reason=LONG, draft="public_correction"),
        "link": WEB,
    }
    return replace(ordinary, **(given | changes))


def extreme_draft(**changes: Any) -> Any:
    labels = [f"label_{n}" for n in range(24)]
    found = [cards.finding(label, why=LONG, mend=LONG, source=LONG[:100]) for label in labels] * 10
    found += [cards.finding("blame_shift", blocks=True, why=LONG, mend=LONG, end=3000)] * 40
    given: dict[str, Any] = {
        "case": cards.case(lead="UALICE"),
        "brand": cards.brand(name=LONG[:500], approvers=[f"U{chr(65 + n)}" for n in range(26)]),
        "version": cards.version(text=LONG, findings=found, kept=dict.fromkeys(labels, LONG[:500])),
        "approvals_needed": 2,
        "is_waiting_for_call": True,
        "may_still_approve": 0,
    }
    return cards.draft_card(**(given | changes))


def extreme_record() -> Any:
    extreme = extreme_plan()
    return cards.record_card(
        case=cards.case(state=CaseState.CLOSED, closed_at=NOW, closed_by="UBOB", cause=LONG, change=LONG),
        brand=cards.brand(name=LONG[:500]),
        plans=((extreme.row, extreme.plan, extreme.report),),
        tasks=extreme.tasks,
    )


def extreme_find() -> Found:
    return Found(LONG, tuple(cards.line(n, headline=LONG, brand_name=LONG) for n in range(20)), 10**6)


def extreme_stats() -> StatsCard:
    bars = tuple((LONG[:60], 10**6) for _ in range(30))
    took = Timing(1e9, 10**6)
    repeats = tuple(Repeat(LONG, LONG[:60], 10**6) for _ in range(5))
    return StatsCard(10**6, 10**6, bars, bars, bars, took, took, Timing(None, 0), 10**6, 10**6, repeats)


def extreme_digest() -> DigestCard:
    lines = tuple(cards.line(n, headline=LONG, brand_name=LONG, link=WEB) for n in range(10))
    closed = tuple(cards.case(number=n, change=LONG) for n in range(10))
    return DigestCard(LONG, 10**6, lines, 10**6, closed)
