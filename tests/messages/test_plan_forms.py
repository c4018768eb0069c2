"""What the buttons of a plan open: the level, the closing, all tasks with the words to use, and why."""

from dataclasses import replace

import pytest

from bot.cards.handling import TextToUse, WordsCard
from bot.decision.points import POINT_RULES
from bot.draft_kinds import DraftKind
from bot.plan import Level, Outcome, TaskKind
from bot.report import Harm, Mistake, Noticed, RedFlag, Undo
from bot.states import DraftState, TaskState
from messages.plan import plan_message
from messages.plan_modals import close_modal, level_modal, why_modal
from messages.tasks import tasks_modal, words_view
from tests.messages.cards import (
    NOW,
    REPORT,
    WITH_A_CALL,
    plan_card,
    task,
)
from tests.messages.looking import action_ids, block, words


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
