"""The plan message and what its buttons open."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.decision.points import POINT_RULES
from bot.draft_kinds import DraftKind
from bot.handling_cards import TextToUse, WordsCard
from bot.plan import Level, Outcome, TaskKind
from bot.report import Harm, Mistake, Noticed, RedFlag, Undo
from bot.states import CaseState, DraftState, TaskState
from messages.plan import plan_message
from messages.plan_modals import close_modal, level_modal, why_modal
from messages.tasks import tasks_modal, words_view
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
from tests.messages.looking import action_ids, block, button, elements, words

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


def test_the_level_form_offers_all_seven_and_chooses_none() -> None:
    made = level_modal(plan_card())

    radio = block(made, "level")["element"]
    assert radio["action_id"] == "case_level.level"
    assert [choice["value"] for choice in radio["options"]] == [level.value for level in Level]
    assert "initial_option" not in radio
    assert block(made, "reason")["optional"] is False
    assert (made["callback_id"], made["private_metadata"]) == ("case_level", "41")


def test_of_a_false_alarm_only_what_calls_it_off_is_offered() -> None:
    alarm = plan_card(replace(REPORT, mistake=Mistake.FALSE_ALARM, harm=Harm.SAFETY))

    offered = [choice["value"] for choice in block(level_modal(alarm), "level")["element"]["options"]]

    assert offered == ["correct_publicly", "apologise_publicly", "full_response"]

    again = block(level_modal(alarm, chosen=Level.LET_IT_GO), "level~1")

    assert "initial_option" not in again["element"]


@pytest.mark.parametrize(
    ("flags", "why"),
    [
        ((), "that we tried: what stops it would still hold."),
        (
            (RedFlag.LAWSUIT_OR_REGULATOR,),
            "that we tried: it stops for 2 reasons, and each alone would be enough.",
        ),
    ],
)
def test_a_plan_that_no_single_fact_would_change_says_so_and_why(
    flags: tuple[RedFlag, ...], why: str
) -> None:
    leak = plan_card(
        replace(REPORT, mistake=Mistake.PRIVATE_INFO, harm=Harm.PRIVACY, red_flags=frozenset(flags))
    )

    assert leak.plan.would_change == ()
    assert f"*What would change this:* No single new fact of those {why}" in words(plan_message(leak))
    assert f"• No single new fact of those {why}" in words(why_modal(leak))


@pytest.mark.parametrize("flags", [{RedFlag.MARKET_INFORMATION}, set()])
def test_the_level_form_says_beside_a_course_that_a_hard_stop_speaks_against_it(flags: set[RedFlag]) -> None:
    news = plan_card(replace(REPORT, mistake=Mistake.CONFIDENTIAL_INFO, red_flags=frozenset(flags)))

    offered = block(level_modal(news), "level")["element"]["options"]

    told = {choice["value"]: choice["description"]["text"] for choice in offered}
    warned = [level for level, text in told.items() if "before the others" in text]
    assert warned == (["direct_contact"] if flags else [])


def test_the_level_form_marks_the_level_of_now() -> None:
    assert "Correct it publicly (now)" in words(level_modal(plan_card()))


def test_the_closing_form_says_what_is_left_and_asks_for_cause_and_change() -> None:
    made = close_modal(plan_card(tasks=(task(1), task(2))))

    assert "Still open: 2 tasks and 1 draft" in words(made)
    assert block(made, "cause")["optional"] is True
    assert block(made, "change")["optional"] is True
    assert (made["callback_id"], made["private_metadata"]) == ("case_close", "41")


def test_the_closing_form_is_calm_when_everything_is_done() -> None:
    assert "Everything is done" in words(close_modal(plan_card(tasks=(), drafts=())))


def test_all_tasks_are_in_their_form_with_the_done_ones_below() -> None:
    done = task(1, state=TaskState.DONE, done_by="UBOB", done_at=NOW)

    made = tasks_modal(plan_card(tasks=(done, *(task(number) for number in range(2, 20)))))

    assert action_ids(made).count("task.done") == 18
    assert action_ids(made).count("task.assign") == 18
    assert "✓ Do the thing number 1. (<@UBOB>" in words(made)
    assert (made["callback_id"], made["private_metadata"]) == ("case_tasks", "41")


def test_a_person_to_reach_has_what_came_of_it_and_the_words_to_use() -> None:
    made = tasks_modal(plan_card(tasks=(task(1, kind=TaskKind.REACH),)))

    assert action_ids(made) == [
        "task.reached",
        "task.left_message",
        "task.not_reachable",
        "task.words",
        "task.assign",
    ]


def test_a_task_says_who_does_it_and_how_the_last_try_ended() -> None:
    tried = task(
        1,
        kind=TaskKind.REACH,
        assignee="UBOB",
        outcome=Outcome.LEFT_MESSAGE,
        outcome_by="UALICE",
        outcome_at=NOW,
    )

    shown = words(plan_message(plan_card(tasks=(tried,))))

    assert "<@UBOB> does this" in shown
    assert "Left a message (<@UALICE>" in shown


def test_the_words_to_use_stand_letter_by_letter_with_their_state() -> None:
    notes = TextToUse(DraftKind.PHONE_NOTES, "Say *sorry*", None)
    note = TextToUse(DraftKind.PRIVATE_NOTE, "Dear <!channel>", DraftState.PROPOSED)

    made = words_view(WordsCard((notes, note)))

    assert "Say *sorry*" in words(made)
    assert "*Private note* · needs approval" in words(made)
    assert "keep to what these notes say" not in words(made)


def test_a_note_with_a_gap_is_called_what_the_thread_calls_it() -> None:
    note = TextToUse(DraftKind.PRIVATE_NOTE, "It was [[which information]]", DraftState.PROPOSED)

    assert "*Private note* · to be filled in" in words(words_view(WordsCard((note,))))


def test_a_merged_case_says_where_it_goes_on() -> None:
    closed = case(state=CaseState.CLOSED, closed_by="UBOB", closed_at=NOW, merged_into=40)

    shown = words(plan_message(plan_card(case=closed, merged_into="OOPS-6")))

    assert "Merged into OOPS-6 by <@UBOB>" in shown
    assert "OOPS-6 goes on, with a plan of its own." in shown


def test_public_replies_are_counted_where_it_says_not_to_argue() -> None:
    assert "2 public replies so far" in words(plan_message(plan_card(case=case(replies=2))))


def test_why_shows_every_rule_that_counted_and_spells_out_the_sources() -> None:
    card = plan_card(WITH_A_CALL)

    shown = words(why_modal(card))

    weighed = {rule.name for rule in POINT_RULES if rule.weight}
    for reason in (*card.plan.reasons, *(each for each in card.plan.fired if each.rule in weighed)):
        assert reason.text in shown
    assert "GDPR: Regulation (EU) 2016/679" in shown


def test_why_leaves_out_what_was_overruled_since_it_argues_against_the_plan() -> None:
    card = plan_card(replace(WITH_A_CALL, undo=Undo.DELETE, noticed=Noticed.PRESS))

    overruled = next(reason for reason in card.plan.fired if reason.rule == "mend-it-in-place")

    assert overruled.text not in words(why_modal(card))


def test_why_shows_what_would_change_the_level_and_the_facts() -> None:
    card = plan_card()

    shown = words(why_modal(card))

    assert all(change.text in shown for change in card.plan.would_change)
    assert "*Who has noticed:* Many replies or shares" in shown
    assert "*What it should have said:* Thursday" in shown


def test_why_does_not_claim_that_nothing_could_change_the_level() -> None:
    card = plan_card()

    shown = words(why_modal(replace(card, plan=replace(card.plan, would_change=()))))

    assert "No single new fact of those that we tried" in shown


@pytest.mark.parametrize("build", [level_modal, close_modal, tasks_modal, why_modal])
def test_every_form_can_be_left(build: object) -> None:
    assert build(plan_card())["close"]["text"]  # type: ignore[operator]  # a builder
