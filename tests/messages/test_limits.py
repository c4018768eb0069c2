"""Whatever is in a case, Slack takes what is drawn from it, and nothing that was typed pings, forges or breaks anything."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import pytest

from bot.cards import AnswerCard, FirstTask, PlanPlace
from bot.cards.handling import Ahead, BrandCard, MergeCard, SameCard, TextToUse, WordsCard
from bot.cards.overview import Found, PracticeCard
from bot.draft_kinds import DraftKind
from bot.event_kinds import NoteKind, NoticeKind
from bot.plan import Level, Outcome
from bot.states import CaseState, CheckInState, DraftState, EvidenceState
from messages import (
    checkin,
    command,
    differences,
    digest,
    draft,
    draft_modals,
    handling,
    home,
    note,
    plan,
    plan_modals,
    practice,
    problem,
    record,
    report,
    search,
    stats,
    tasks,
)
from tests.messages import cards
from tests.messages.cards import NOW
from tests.messages.extremes import (
    LONG,
    WEB,
    extreme_digest,
    extreme_draft,
    extreme_find,
    extreme_plan,
    extreme_record,
    extreme_stats,
)
from tests.messages.looking import forged, require_valid, strings, under

SENTENCE = LONG.replace("<@UFORGED> <#CFORGED> <!date^1^{date}|x>", "")  # an error's own mentions are meant


def acted_draft(state: DraftState) -> Any:
    acted = cards.draft(
        state=state, note=LONG, acted_by="UBOB", acted_at=NOW, published_where=LONG, published_link=WEB
    )
    return extreme_draft(draft=acted)


def _draft_in(state: DraftState) -> Any:
    return draft.draft_message(acted_draft(state))


NOTE = {
    "by": "UBOB",
    "before": "quiet_fix",
    "level": LONG[:100],
    "draft": "all_clear",
    "reason": LONG,
    "name": LONG,
    "problem": LONG,
    "owner": LONG,
    "error": LONG,
    "difference": [LONG] * 8,
    "fields": [LONG[:50]] * 20,
    "link": WEB,
    "other": LONG[:10],
    "to": "UALICE",
    "people": ["UALICE", "UBOB"],
    "task": LONG,
    "brand": LONG,
    "count": 3,
    "due_at": NOW.isoformat(),
    "is_last": True,
    "number": 7,
    "channel_id": "CRESPONSE",
}
EXTREME_REACH = tuple(
    cards.task(
        n,
        kind="reach",
        text=LONG,
        assignee="UBOB",
        outcome=Outcome.LEFT_MESSAGE,
        outcome_by="UBOB",
        outcome_at=NOW,
    )
    for n in range(200)
)
MESSAGES: dict[str, Callable[[], Any]] = {
    "plan": lambda: plan.plan_message(extreme_plan()),
    "plan, nobody acted": lambda: plan.plan_message(extreme_plan(latest=None, drafts=(), evidence=())),
    "plan, a call first": lambda: plan.plan_message(
        extreme_plan(tasks=(cards.task(1, kind="call_first", text=LONG),), case=cards.case(is_exercise=True))
    ),
    "plan, closed": lambda: plan.plan_message(
        extreme_plan(
            case=cards.case(state=CaseState.CLOSED, closed_by="UBOB", closed_at=NOW, cause=LONG, change=LONG)
        )
    ),
    **{f"draft, {state}": partial(_draft_in, state) for state in DraftState},
    "draft, much changed": lambda: draft.draft_message(
        extreme_draft(before=cards.version(id=899, text=LONG[::-1]), is_before_approved=True)
    ),
    "draft, a little changed": lambda: draft.draft_message(
        extreme_draft(
            version=cards.version(number=2, text=LONG[:200]),
            before=cards.version(text=f"{LONG[:100]} {LONG[120:200]}"),
        )
    ),
    "draft, not the main one": lambda: draft.draft_message(
        extreme_draft(draft=cards.draft(kind=DraftKind.PHONE_NOTES, is_main=False))
    ),
    "draft, approved": lambda: draft.draft_message(
        extreme_draft(approvals=tuple(cards.approval(f"U{chr(65 + n)}", is_own=True) for n in range(26)))
    ),
    "check-in": lambda: checkin.check_in_message(
        cards.check_in_card(earlier=(cards.answered(1, "flaring"),), late_seconds=10**9)
    ),
    "check-in, answered": lambda: checkin.check_in_message(
        cards.check_in_card(check_in=cards.answered(2, "quiet", mentions=10**9, replies=0))
    ),
    "check-in, cancelled": lambda: checkin.check_in_message(
        cards.check_in_card(check_in=cards.check_in(state=CheckInState.CANCELLED))
    ),
    "public reply": lambda: handling.replied_message(cards.case(), 10**6),
    "nudge": lambda: checkin.nudge_message("lead", "UALICE", cards.check_in_card()),
    "nudge of nobody": lambda: checkin.nudge_message("thread", None, cards.check_in_card()),
    "closing offer": lambda: checkin.closing_offer_message(cards.check_in_card()),
    "record": lambda: record.record_message(extreme_record()),
    "help": command.help_message,
    "unclear": lambda: command.unclear_message(LONG),
    "list": lambda: command.list_message([cards.line(n, headline=LONG, brand_name=LONG) for n in range(100)]),
    "found": lambda: command.found_message(extreme_find()),
    "found nothing": lambda: command.found_message(Found(LONG, (), 0)),
    "statistics": lambda: stats.stats_message(extreme_stats()),
    "digest": lambda: digest.digest_message(extreme_digest()),
    "practice, plan": lambda: practice.practised(plan.plan_message(extreme_plan()), practice.plan_mark()),
    "practice, check-in": lambda: practice.practised(
        checkin.check_in_message(cards.check_in_card()), practice.check_in_mark(LONG, 10**9, 10**9)
    ),
    "case": lambda: command.case_message(extreme_plan()),
    "case of a reporter": lambda: command.report_only_message(extreme_plan()),
    "problem": lambda: problem.problem_message(SENTENCE),
    **{f"note, {kind}": partial(note.note_message, kind, NOTE) for kind in NoteKind},
    **{f"notice, {kind}": partial(note.notice_message, kind, NOTE) for kind in NoticeKind},
}
VIEWS: dict[str, Callable[[], Any]] = {
    "level": lambda: plan_modals.level_modal(extreme_plan()),
    "close": lambda: plan_modals.close_modal(extreme_plan()),
    "tasks": lambda: tasks.tasks_modal(extreme_plan()),
    "no tasks": lambda: tasks.tasks_modal(extreme_plan(tasks=())),
    "tasks, all to reach": lambda: tasks.tasks_modal(extreme_plan(tasks=EXTREME_REACH)),
    "assign": lambda: tasks.assign_modal(cards.task(1, text=LONG, owner=LONG[:200]), cards.NOW),
    "words": lambda: tasks.words_view(
        WordsCard(tuple(TextToUse(kind, LONG, DraftState.PROPOSED) for kind in (DraftKind.PHONE_NOTES,) * 4))
    ),
    "more": lambda: handling.more_modal(extreme_plan()),
    "hand over": lambda: handling.hand_over_modal(extreme_plan()),
    "merge": lambda: handling.merge_modal(
        MergeCard(
            cards.case(),
            cards.brand(),
            tuple(cards.case(id=n, number=n, report={"what": LONG}) for n in range(1, 101)),
            ahead={n: (cards.case(number=10**9), Ahead.IS_FIRST) for n in range(1, 101)},
            elsewhere={f"OOPS-{n}, {LONG[:80]}": [LONG, LONG] for n in range(5)},
        )
    ),
    "nothing to merge": lambda: handling.merge_modal(MergeCard(cards.case(), cards.brand(), ())),
    "account": lambda: handling.brand_modal(
        BrandCard(cards.case(), tuple((str(n), LONG[:500]) for n in range(1, 400)))
    ),
    "one account": lambda: handling.brand_modal(BrandCard(cards.case(), ())),
    "reopen": lambda: handling.reopen_modal(extreme_plan()),
    "why": lambda: plan_modals.why_modal(extreme_plan()),
    "edit": lambda: draft_modals.edit_modal(extreme_draft(), notice=SENTENCE),
    "edit, another text": lambda: draft_modals.edit_modal(
        extreme_draft(), text="Short.", preset="x", turn=99
    ),
    "difference": lambda: differences.difference_view(
        extreme_draft(before=cards.version(id=899, text=LONG[::-1]), is_before_approved=True)
    ),
    "no difference": lambda: differences.difference_view(extreme_draft()),
    "answer": lambda: report.answer_view(
        AnswerCard(
            7,
            LONG,
            "CRESPONSE",
            Level.CORRECT_PUBLICLY,
            LONG,
            (FirstTask(LONG, LONG),) * 3,
            PlanPlace.CHANNEL,
        ),
        link=WEB,
        same=SameCard(9, cards.case(report={"what": LONG})),
    ),
    "changes": lambda: draft_modals.changes_modal(extreme_draft()),
    "published": lambda: draft_modals.published_modal(extreme_draft()),
    "numbers": lambda: checkin.numbers_modal(
        cards.check_in_card(check_in=cards.check_in(mentions=10**9, replies=0))
    ),
    "problem": lambda: problem.problem_view("Not done yet", SENTENCE),
    "home": lambda: home.home_view(
        cards.home_card(
            wanted=tuple(cards.wanted(about=LONG, link=WEB) for _ in range(100)),
            open_cases=tuple(cards.line(n, headline=LONG, brand_name=LONG, link=WEB) for n in range(500)),
            recent=tuple(cards.line(n, headline=LONG, is_member=False) for n in range(50)),
            is_first_run=True,
            watching=tuple(cards.line(n, headline=LONG, brand_name=LONG, link=WEB) for n in range(500)),
            may_set_up=True,
            wanted_count=10**6,
            wanted_page=500,
            wanted_pages=1000,
            open_count=10**6,
            watching_count=10**6,
            page=500,
            pages=1000,
            brands=tuple((n, LONG) for n in range(1, 250)),
            brand_id=200,
        )
    ),
    "search": search.search_modal,
    "search, found": lambda: search.search_modal(extreme_find()),
    "statistics": lambda: stats.stats_view(extreme_stats()),
    "practice": lambda: practice.practice_modal(PracticeCard(tuple((f"s{n}", LONG) for n in range(150)))),
    "practice, running": lambda: practice.running_view(PracticeCard((), cards.case(), LONG, WEB)),
    "practice, started": lambda: practice.started_view(extreme_plan(), LONG),
    "practice, ended": lambda: practice.ended_view(7),
    "home, empty": lambda: home.home_view(cards.home_card()),
}
EVERYTHING = MESSAGES | {f"view, {name}": make for name, make in VIEWS.items()}


@cache
def drawn(name: str) -> Any:
    """Return a message or view; many take long to draw, and nobody changes one."""
    return EVERYTHING[name]()


@pytest.mark.parametrize("name", EVERYTHING)
def test_slack_takes_the_most_extreme_case(name: str) -> None:
    made = drawn(name)

    require_valid(made)


@pytest.mark.parametrize("name", EVERYTHING)
def test_nothing_that_was_typed_becomes_a_mention_a_link_or_a_date(name: str) -> None:
    made = drawn(name)

    assert forged(made) == []


@pytest.mark.parametrize("name", EVERYTHING)
def test_an_action_id_is_the_same_whatever_is_shown(name: str) -> None:
    versioned = [
        place
        for place in drawn(name).get("blocks", ())
        if place["type"] != "input" and any("~" in one for one in under("action_id", place))
    ]

    assert versioned == []


@pytest.mark.parametrize("name", EVERYTHING)
def test_no_template_is_run_out_of_what_was_typed(name: str) -> None:
    made = drawn(name)

    assert not any("8642" in text for text in strings(made))


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_has_a_text_that_fits_an_update(name: str) -> None:
    made = drawn(name)

    assert 0 < len(made["text"].strip()) <= 4000


@pytest.mark.parametrize("name", EVERYTHING)
def test_there_is_one_primary_button_a_row_at_most(name: str) -> None:
    rows = [block["elements"] for block in drawn(name)["blocks"] if block["type"] == "actions"]

    assert all(sum(element.get("style") == "primary" for element in row) <= 1 for row in rows)


def test_a_file_that_was_not_kept_is_drawn_too() -> None:
    lost = cards.evidence(state=EvidenceState.FAILED, sha256="", problem=LONG, kept_at=None)

    made = plan.plan_message(extreme_plan(evidence=(lost,)))

    require_valid(made)
