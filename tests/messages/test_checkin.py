"""Check-ins in the thread, reminders, and the offer to close."""

import pytest

from bot.report import Channel
from bot.states import CaseState, CheckInState
from messages.checkin import check_in_message, closing_offer_message, nudge_message, numbers_modal
from tests.messages.cards import NOW, answered, case, check_in, check_in_card
from tests.messages.looking import action_ids, block, elements, words

ANSWERS = ["checkin.quiet", "checkin.simmering", "checkin.flaring", "checkin.snooze", "checkin.numbers"]


def test_a_check_in_that_is_asked_can_be_answered() -> None:
    made = check_in_message(check_in_card())

    assert action_ids(made) == ANSWERS
    assert {one["value"] for one in elements(made["blocks"])} == {"701"}
    assert "OOPS-7" in made["text"]


@pytest.mark.parametrize(
    ("channel", "where"),
    [
        (Channel.X, "Look at the replies, shares and mentions, then press one button."),
        (Channel.EMAIL, "Look at the replies, complaints and calls, then press one button."),
        (Channel.PRINT_BROADCAST, "Look at the letters, calls and coverage, then press one button."),
        (Channel.IN_PERSON, "Look at what people say and write, then press one button."),
    ],
)
def test_a_check_in_asks_to_look_where_people_answer_that_channel(channel: Channel, where: str) -> None:
    assert where in check_in_message(check_in_card(case=case(channel=channel)))["text"]


def test_no_answer_is_the_recommended_one() -> None:
    made = check_in_message(check_in_card())

    assert all("style" not in one for one in elements(made["blocks"]))


def test_an_answered_check_in_says_who_what_and_when_and_has_no_buttons() -> None:
    made = check_in_message(check_in_card(check_in=answered(1, "simmering")))

    assert action_ids(made) == []
    assert "*It is still simmering*, says <@UBOB>, <!date^" in made["text"]
    assert "Planned next: <!date^" in made["text"]


def test_a_check_in_that_was_put_off_says_who_did() -> None:
    put_off = check_in(state=CheckInState.CANCELLED, answered_by="UBOB", answered_at=NOW)

    made = check_in_message(check_in_card(check_in=put_off))

    assert action_ids(made) == []
    assert "<@UBOB> asked to be reminded later" in made["text"]


def test_a_cancelled_check_in_is_no_longer_needed() -> None:
    made = check_in_message(check_in_card(check_in=check_in(state=CheckInState.CANCELLED)))

    assert action_ids(made) == []
    assert "no longer needed" in made["text"]


def test_a_closed_case_asks_nothing() -> None:
    made = check_in_message(check_in_card(case=case(state=CaseState.CLOSED)))

    assert action_ids(made) == []


def test_a_late_check_in_says_how_late_it_is() -> None:
    assert "due 40 minutes ago" in check_in_message(check_in_card(late_seconds=2400))["text"]


def test_a_check_in_a_minute_late_is_on_time() -> None:
    assert "due" not in check_in_message(check_in_card(late_seconds=60))["text"]


def test_the_last_answer_is_shown_beside_the_question() -> None:
    earlier = (answered(1, "flaring"), check_in(2, state=CheckInState.CANCELLED))

    shown = words(check_in_message(check_in_card(check_in=check_in(3), earlier=earlier)))

    assert "Last time, <@UBOB>: It is flaring up" in shown


@pytest.mark.parametrize(
    ("mentions", "replies", "counted"),
    [(12, 1, "12 mentions, 1 reply"), (0, None, "0 mentions"), (None, 3, "3 replies")],
)
def test_numbers_are_shown_where_they_were_given(
    mentions: int | None, replies: int | None, counted: str
) -> None:
    made = check_in_message(check_in_card(check_in=check_in(mentions=mentions, replies=replies)))

    assert f"Counted: {counted}" in words(made)


def test_no_numbers_take_no_room() -> None:
    assert "Counted" not in words(check_in_message(check_in_card()))


def test_the_form_for_numbers_starts_with_those_that_were_given() -> None:
    made = numbers_modal(check_in_card(check_in=check_in(mentions=12)))

    assert block(made, "mentions")["element"]["initial_value"] == "12"
    assert "initial_value" not in block(made, "replies")["element"]
    assert (made["callback_id"], made["private_metadata"]) == ("checkin_numbers", "701")


def test_a_reminder_names_one_person_and_has_no_buttons() -> None:
    made = nudge_message("lead", "UALICE", check_in_card())

    assert made["text"].startswith("<@UALICE>, the check-in above is still unanswered")
    assert action_ids(made) == []


def test_the_last_reminder_asks_whoever_is_there_without_a_ping() -> None:
    made = nudge_message("thread", None, check_in_card())

    assert "Whoever can see the conversation" in made["text"]
    assert "<" not in made["text"]


def test_the_offer_to_close_has_two_ways_out() -> None:
    made = closing_offer_message(check_in_card())

    assert action_ids(made) == ["case.close_now", "case.last_look"]
    assert {one["value"] for one in elements(made["blocks"])} == {"41"}


def test_the_offer_goes_once_it_is_taken() -> None:
    closed = closing_offer_message(check_in_card(case=case(state=CaseState.CLOSED)))
    later = closing_offer_message(check_in_card(case=case(last_look_at=NOW)))

    assert action_ids(closed) == action_ids(later) == []
    assert "is closed" in closed["text"]
    assert "One last look at OOPS-7 is planned: <!date^" in later["text"]
