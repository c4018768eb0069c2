"""The plan message."""

from dataclasses import replace
from datetime import timedelta

from bot.draft_kinds import DraftKind
from bot.plan import Level, TaskKind
from bot.report import Harm, Mistake, Noticed, Undo
from bot.states import CaseState, DraftState, TaskState
from messages.plan import plan_message
from tests.messages.cards import (
    NOW,
    REPORT,
    WITH_A_CALL,
    brand,
    case,
    draft,
    event,
    evidence,
    plan_card,
    plan_row,
    task,
)
from tests.messages.looking import action_ids, button, elements, words

A_TYPO = replace(
    REPORT,
    mistake=Mistake.TYPO,
    harm=Harm.NONE,
    noticed=Noticed.NOBODY_YET,
    undo=Undo.CANNOT,
    should_have_said="",
)


def first_lines(count: int, shown: str) -> str:
    return "\n".join(shown.split("\n")[:count])


def test_the_level_and_the_first_step_stand_in_the_first_three_lines() -> None:
    card = plan_card()

    shown = first_lines(3, words(plan_message(card)))

    assert "OOPS-7 · Correct it publicly" in shown
    assert card.plan.headline in shown
    assert card.tasks[0].text in shown


def test_a_call_stands_before_everything_else() -> None:
    shown = first_lines(2, words(plan_message(plan_card(WITH_A_CALL))))

    assert "*Call first, due" in shown
    assert "Call the privacy officer" in shown


def test_what_follows_the_call_is_told() -> None:
    card = plan_card(WITH_A_CALL)

    assert card.plan.after_call is not None
    assert f"After the call, the facts say: *{card.plan.after_call.label}*" in words(plan_message(card))


def test_the_banner_goes_when_the_call_is_ticked() -> None:
    card = plan_card(WITH_A_CALL)
    called = tuple(row for row in card.tasks if row.kind is not TaskKind.CALL_FIRST)

    shown = words(plan_message(replace(card, tasks=called)))

    assert "*Call first, due" not in shown


def test_doing_nothing_is_told_as_plainly_as_anything_else() -> None:
    card = plan_card(A_TYPO)

    made = plan_message(card)

    assert card.row.level is Level.LET_IT_GO
    assert "OOPS-7 · Let it go" in words(made)
    assert card.plan.headline in made["text"]
    assert words(made).count("Let it go") == 1


def test_the_text_alone_tells_level_first_steps_reasons_and_lead() -> None:
    card = plan_card(case=case(lead="UBOB"))

    text = plan_message(card)["text"]

    assert "Correct it publicly" in text
    assert "Riverside Runners" in text
    assert card.tasks[0].text in text
    assert card.plan.reasons[0].text in text
    assert "Lead: <@UBOB>" in text


def test_the_two_weightiest_reasons_are_shown_with_their_sources() -> None:
    card = plan_card()

    shown = words(plan_message(card))

    for reason in card.plan.reasons[:2]:
        assert f"{reason.text} ({reason.source})" in shown


def test_a_task_that_is_overdue_is_marked_in_the_headline_and_among_the_tasks() -> None:
    on_time, late = (
        words(plan_message(plan_card(seen_at=NOW + passed))) for passed in (timedelta(), timedelta(minutes=6))
    )

    assert "overdue" not in on_time
    assert "*First, overdue since <!date^" in late
    assert late.count("*overdue since <!date^") == 1
    assert "*Call first, overdue since" in words(
        plan_message(plan_card(WITH_A_CALL, seen_at=NOW + timedelta(hours=1)))
    )


def test_ten_tasks_are_shown_and_the_others_are_behind_a_button() -> None:
    made = plan_message(plan_card(tasks=tuple(task(number) for number in range(1, 15))))

    assert action_ids(made).count("task.done") == 10
    assert "case.tasks" in action_ids(made)
    assert "press “All tasks” for 4 more" in words(made)


def test_all_tasks_are_a_click_away_however_few_there_are() -> None:
    made = plan_message(plan_card(tasks=tuple(task(number) for number in range(1, 11))))

    assert action_ids(made).count("case.tasks") == 1
    assert "press “All tasks”" not in words(made)


def test_a_tick_moves_the_next_task_up() -> None:
    tasks = [task(number) for number in range(1, 12)]
    tasks[0] = task(1, state=TaskState.DONE, done_by="UBOB", done_at=NOW)

    shown = words(plan_message(plan_card(tasks=tuple(tasks))))

    assert "Do the thing number 1." not in shown
    assert "Do the thing number 11." in shown
    assert "1 of 11 tasks done" in shown


def test_every_tick_says_to_a_screen_reader_which_task_it_is() -> None:
    made = plan_message(plan_card(tasks=(task(1), task(2))))

    labels = [
        one["accessibility_label"] for one in elements(made["blocks"]) if one["action_id"] == "task.done"
    ]
    assert labels == ["Done: Do the thing number 1.", "Done: Do the thing number 2."]


def test_every_button_of_a_plan_says_to_a_screen_reader_which_case_it_is_of() -> None:
    made = plan_message(plan_card(tasks=()))

    labels = [
        one.get("accessibility_label", "") for one in elements(made["blocks"]) if one["type"] == "button"
    ]
    assert len(labels) > 5
    assert [label for label in labels if "OOPS-7" not in label] == []


def test_buttons_carry_ids_only() -> None:
    made = plan_message(plan_card(tasks=(task(1),)))

    assert {one["action_id"]: one["value"] for one in elements(made["blocks"])} == {
        "task.done": "501",
        "case.why": "41",
        "case.reply": "41",
        "case.tasks": "41",
        "case.lead": "41",
        "case.level": "41",
        "case.facts": "41",
        "case.close": "41",
        "case.more": "41",
    }


def test_a_case_that_nobody_leads_asks_for_a_lead_first() -> None:
    led, unled = plan_message(plan_card(case=case(lead="UBOB"))), plan_message(plan_card())

    assert button(unled, "case.lead")["style"] == "primary"
    assert "style" not in button(led, "case.lead")


def test_a_closed_case_can_only_be_opened_again_and_says_who_closed_it() -> None:
    closed = case(
        state=CaseState.CLOSED,
        closed_by="UBOB",
        closed_at=NOW,
        cause="Nobody read it twice",
        change="Two read it",
    )

    made = plan_message(plan_card(case=closed, tasks=()))

    assert action_ids(made) == ["case.reopen"]
    assert "Closed by <@UBOB>" in words(made)
    assert "Nobody read it twice" in words(made)
    assert "closed" in made["text"]


def test_a_level_that_a_person_chose_names_the_person_and_the_reason() -> None:
    card = plan_card()
    chosen = plan_row(card.plan, chosen_by="UBOB", reason="The sponsor asked for it")

    shown = words(plan_message(replace(card, row=chosen)))

    assert "<@UBOB> chose this level: “The sponsor asked for it”" in shown


def test_practice_is_marked_as_such() -> None:
    assert "Practice · OOPS-7" in words(plan_message(plan_card(case=case(is_exercise=True))))


def test_the_latest_thing_that_happened_is_shown() -> None:
    made = plan_message(plan_card(latest=event("task_done", task="Take a screenshot")))

    assert "<@UBOB> ticked off: Take a screenshot" in words(made)


def test_drafts_are_listed_with_what_they_wait_for_and_those_put_aside_are_not() -> None:
    drafts = (
        draft(state=DraftState.APPROVED),
        draft(kind=DraftKind.PHONE_NOTES),
        draft(kind=DraftKind.PRIVATE_NOTE, state=DraftState.SUPERSEDED),
    )

    shown = words(plan_message(plan_card(drafts=drafts)))

    assert "Public correction (approved) and Phone notes (ready to use)" in shown
    assert "Private note" not in shown


def test_kept_screenshots_are_counted() -> None:
    assert "1 of 1 screenshot kept" in words(plan_message(plan_card(evidence=(evidence(),))))


def test_check_in_times_are_told_from_the_report_on() -> None:
    card = plan_card()
    timed = replace(card, plan=replace(card.plan, check_ins=(timedelta(minutes=30), timedelta(hours=2))))

    assert "Check-ins after the report: 30 minutes, 2 hours" in words(plan_message(timed))


def test_a_brand_cannot_break_the_line_that_it_stands_in() -> None:
    shown = words(plan_message(plan_card(brand=brand(name="*Bold* & <!channel>\nCo"))))

    assert "\u2217Bold\u2217 &amp; &lt;!channel&gt; Co · X (Twitter)" in shown


def test_a_merged_case_says_where_it_goes_on() -> None:
    closed = case(state=CaseState.CLOSED, closed_by="UBOB", closed_at=NOW, merged_into=40)

    shown = words(plan_message(plan_card(case=closed, merged_into="OOPS-6")))

    assert "Merged into OOPS-6 by <@UBOB>" in shown
    assert "OOPS-6 goes on, with a plan of its own." in shown


def test_public_replies_are_counted_where_it_says_not_to_argue() -> None:
    assert "2 public replies so far" in words(plan_message(plan_card(case=case(replies=2))))
