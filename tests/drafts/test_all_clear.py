"""The all-clear: it goes out before anybody approves it, so it contradicts nothing that was typed and says nothing twice."""

import pytest

from bot.decision import decide
from bot.draft_kinds import DraftKind
from bot.drafts import render_draft
from bot.report import Channel, Fault, Harm, Mistake, Report, StillMisleading
from tests.drafts.making import HARBOUR, wrong_day


def all_clear(words: str, channel: Channel = Channel.X, fault: Fault = Fault.HONEST_SLIP) -> str:
    report: Report = wrong_day(
        mistake=Mistake.FALSE_ALARM,
        channel=channel,
        harm=Harm.SAFETY,
        still_misleading=StillMisleading.YES,
        should_have_said=words,
        fault=fault,
    )
    return render_draft(DraftKind.ALL_CLEAR, report=report, plan=decide(report), brand=HARBOUR)


def test_where_nobody_gave_an_instruction_there_is_nothing_to_do() -> None:
    assert all_clear("") == (
        "There is no danger. The alert was a mistake. You do not need to do anything. We're sorry."
    )


@pytest.mark.parametrize(
    "words",
    [
        "Go back to your homes, the building is safe.",
        "If you left, call 030 1234 to say you are safe.",
        "Keep boiling your water until Sunday.",
        "The school opens at noon.",
        "People in Mill Lane have to leave their homes because of a gas leak.",
        "Only the north bank is flooded. Everybody else can stay.",
        "This was a test of the siren; the storm is real.",
        "This is not a drill.",
    ],
)
def test_what_people_are_to_do_or_to_fear_stands_by_itself_and_is_not_contradicted(words: str) -> None:
    text, mailed = all_clear(words), all_clear(words, Channel.EMAIL)

    assert text == f"The alert was wrong. Please go by this: {words} We're sorry."
    assert "no danger" not in mailed
    assert mailed.startswith("Subject: The alert was wrong\n")


@pytest.mark.parametrize(
    "words", ["This was only a drill.", "False alarm!", "It was a test message. Please ignore it."]
)
def test_that_there_is_no_danger_is_said_beside_words_that_only_call_the_alert_false(words: str) -> None:
    assert all_clear(words) == f"There is no danger. {words} We're sorry."
    assert all_clear(words, Channel.EMAIL).startswith("Subject: There is no danger\n")


def test_a_bare_time_still_has_words_before_it() -> None:
    assert "The facts: 10:30." in all_clear("10:30")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            "There is no danger. It was a drill.",
            "There is no danger. It was a drill. The alert was a mistake. We're sorry.",
        ),
        (
            "no danger for the east bank; the west bank stays closed",
            "No danger for the east bank; the west bank stays closed. The alert was a mistake. We're sorry.",
        ),
        ("The alert was only a test.", "There is no danger. The alert was only a test. We're sorry."),
        (
            "False alarm. There is no threat to anybody.",
            "False alarm. There is no threat to anybody. We're sorry.",
        ),
    ],
)
def test_nothing_is_said_twice(words: str, text: str) -> None:
    assert all_clear(words) == text


def test_an_all_clear_by_press_release_says_whose_it_is_and_waits_for_no_title() -> None:
    assert all_clear("", Channel.PRESS_RELEASE).startswith("CORRECTION: Harbour Run\n\nThere is no danger.")


def test_an_alert_that_a_stranger_sent_was_false_and_no_mistake_of_ours() -> None:
    assert "The alert was false." in all_clear("", fault=Fault.OUTSIDER)
