"""The timeline's sentences, notes in the thread, notices to one person."""

from typing import Any

import pytest

from bot.event_kinds import EventKind, NoteKind, NoticeKind
from messages.events import event_line, event_sentence
from messages.note import note_message, notice_message
from tests.messages.cards import event

SENTENCES: list[tuple[str, dict[str, Any], str]] = [
    ("case_opened", {"brand": "Acme & Co"}, "<@UBOB> reported it for Acme &amp; Co."),
    ("plan_made", {"number": 2, "level": "let_it_go"}, "Plan 2: Let it go."),
    (
        "level_changed",
        {"before": "let_it_go", "level": "quiet_fix", "reason": "The sponsor asked"},
        "<@UBOB> chose another level: Fix it quietly, not Let it go. Reason: “The sponsor asked”",
    ),
    (
        "facts_changed",
        {"before": "quiet_fix", "level": "quiet_fix", "fields": ["noticed", "harm"]},
        "<@UBOB> changed the facts: who has noticed, the worst consequence. The level stays: Fix it quietly.",
    ),
    (
        "facts_changed",
        {"before": "quiet_fix", "level": "let_it_go"},
        "<@UBOB> changed the facts. The level is now: Let it go.",
    ),
    ("lead_taken", {"before": "UALICE"}, "<@UBOB> took the lead, over from <@UALICE>."),
    ("lead_taken", {"before": None}, "<@UBOB> took the lead."),
    ("content_erased", {}, "What was written in this case was erased."),
    ("task_done", {"task": "Take a screenshot"}, "<@UBOB> ticked off: Take a screenshot"),
    (
        "task_reopened",
        {"task": "Take a screenshot"},
        "<@UBOB> said that it was not done after all: Take a screenshot",
    ),
    (
        "draft_saved",
        {"draft": "public_correction", "number": 2},
        "<@UBOB> saved version 2 of the public correction.",
    ),
    (
        "draft_approved",
        {"draft": "all_clear", "number": 1, "is_own": True},
        "<@UBOB> approved version 1 of the all-clear, their own text.",
    ),
    (
        "changes_requested",
        {"draft": "private_note", "reason": "Too long"},
        "<@UBOB> asked for changes to the private note: “Too long”",
    ),
    ("draft_discarded", {"draft": "phone_notes"}, "<@UBOB> discarded the phone notes."),
    (
        "draft_published",
        {"draft": "public_correction", "where": "X", "link": "https://example.org/p/2"},
        "<@UBOB> published the public correction (X): <https://example.org/p/2|see it>",
    ),
    (
        "draft_published",
        {"draft": "private_note", "where": "Dana Field"},
        "<@UBOB> sent the private note (Dana Field).",
    ),
    ("draft_published", {"draft": "phone_notes"}, "<@UBOB> used the phone notes."),
    ("check_in_answered", {"answer": "quiet"}, "<@UBOB> answered the check-in: It has died down."),
    ("numbers_given", {"mentions": 3, "replies": 1}, "<@UBOB> counted 3 mentions and 1 reply."),
    ("numbers_given", {"mentions": 0, "replies": None}, "<@UBOB> counted 0 mentions."),
    ("nudged", {"to": "UALICE"}, "oops reminded <@UALICE> of the check-in."),
    ("nudged", {"to": None}, "oops reminded the thread of the check-in."),
    (
        "case_closed",
        {"cause": "Haste", "change": "Two people read it"},
        "<@UBOB> closed the case. Cause: “Haste”; what will change: “Two people read it”",
    ),
    (
        "evidence_failed",
        {"name": "a.png", "problem": "it is gone"},
        "The screenshot “a.png” could not be kept: it is gone",
    ),
    ("call_overridden", {"reason": "Lives"}, "<@UBOB> let the public words go out before the call: “Lives”"),
]


@pytest.mark.parametrize(("kind", "detail", "sentence"), SENTENCES)
def test_an_event_reads_as_a_sentence(kind: str, detail: dict[str, Any], sentence: str) -> None:
    assert event_sentence(event(kind, **detail)) == sentence


@pytest.mark.parametrize("kind", EventKind)
def test_an_event_from_an_older_version_still_has_its_line(kind: str) -> None:
    assert event_line(event(kind, by=None)).startswith("<!date^1772528400^")


def test_an_event_that_nobody_has_words_for_is_told_all_the_same() -> None:
    assert event_sentence(event("brand_renamed", reason="New owner")) == "brand renamed: “New owner”"


def test_a_new_plan_is_told_with_its_difference() -> None:
    made = note_message(
        "new_plan",
        {
            "kind": "new_plan",
            "by": "UBOB",
            "before": "quiet_fix",
            "level": "full_response",
            "difference": ["One", "Two"],
        },
    )

    assert made["text"] == (
        "*New plan: Full response* (before: Fix it quietly), after <@UBOB> changed the facts.\n• One\n• Two"
    )


def test_facts_that_change_no_level_are_told_too() -> None:
    made = note_message("same_plan", {"by": "UBOB", "fields": ["noticed"], "level": "quiet_fix"})

    assert made["text"] == "<@UBOB> changed the facts: who has noticed. The level stays: Fix it quietly."


def test_a_report_whose_plan_cannot_be_posted_says_what_to_type() -> None:
    made = notice_message("cannot_post", {"number": 7, "channel_id": "CRESPONSE", "error": "not_in_channel"})

    assert "OOPS-7" in made["text"]
    assert "<#CRESPONSE>" in made["text"]
    assert "`/invite @oops`" in made["text"]


def test_an_archived_channel_is_told_apart() -> None:
    made = notice_message("cannot_post", {"number": 7, "channel_id": "CRESPONSE", "error": "is_archived"})

    assert "is archived" in made["text"]


@pytest.mark.parametrize("kind", ["cannot_post", "cannot_go_on"])
def test_who_cannot_be_helped_by_an_invitation_is_not_told_to_invite(kind: str) -> None:
    refused = {"number": 7, "channel_id": "CRESPONSE", "error": "cannot_reply_to_message"}

    text = notice_message(kind, refused)["text"]

    assert "/invite" not in text
    assert "(cannot_reply_to_message)" in text
    assert "`oops doctor`" in text


def test_an_author_reads_what_should_be_different() -> None:
    made = notice_message(
        "changes_requested", {"number": 7, "by": "UBOB", "draft": "private_note", "reason": "Shorter"}
    )

    assert made["text"] == "<@UBOB> asked for changes to your private note in OOPS-7: “Shorter”"


@pytest.mark.parametrize("kind", NoteKind)
def test_a_note_with_nothing_given_is_still_a_message(kind: str) -> None:
    assert note_message(kind, {})["text"].strip()


@pytest.mark.parametrize("kind", NoticeKind)
def test_a_notice_with_nothing_given_is_still_a_message(kind: str) -> None:
    assert notice_message(kind, {})["text"].strip()


def test_a_line_of_no_kind_is_an_error_that_says_where_to_add_one() -> None:
    with pytest.raises(ValueError, match="NoteKind"):
        note_message("unheard_of", {})
    with pytest.raises(ValueError, match="NoticeKind"):
        notice_message("unheard_of", {})
