"""Drafts in the thread."""

import pytest

from bot.draft_kinds import DraftKind
from bot.lint import Label
from bot.report import Channel
from bot.states import CaseState, DraftState
from messages.draft import draft_message, hidden_characters
from messages.draft_modals import edit_modal
from tests.messages.cards import NOW, approval, brand, case, draft, draft_card, finding, version
from tests.messages.looking import action_ids, block, button, elements, exact_texts, words

WITH_GAP = version(text="The run is on [[the right day]]. Sorry.")
TRICKY = "Q&A: *now* <b> :smile: `x`  two  spaces\n> quoted\n"


def state(name: DraftState, **changes: object) -> object:
    return draft(state=name, acted_by="UBOB", acted_at=NOW, **changes)


def test_the_text_is_shown_letter_by_letter() -> None:
    made = draft_message(draft_card(version=version(text=TRICKY)))

    assert exact_texts(made) == TRICKY


def test_once_it_is_approved_only_the_text_that_goes_out_stands_in_the_message() -> None:
    before, after = version(text="The run is on Friday."), version(id=901, number=2)

    open_one, approved = (
        draft_message(draft_card(draft=which, version=after, before=before))
        for which in (draft(newest=2), state(DraftState.APPROVED, newest=2))
    )

    assert "Changed since version 1" in words(open_one)
    assert "Changed since" not in words(approved)
    assert "Friday" not in words(approved)
    assert "draft.difference" in action_ids(approved)


def test_a_proposed_draft_can_be_approved_edited_sent_back_or_discarded() -> None:
    made = draft_message(draft_card())

    assert action_ids(made) == ["draft.approve", "draft.edit", "draft.request_changes", "draft.discard"]
    assert "needs approval" in words(made)


def test_an_approved_draft_can_be_published_and_no_longer_approved() -> None:
    made = draft_message(draft_card(draft=state(DraftState.APPROVED), approvals=(approval(),)))

    assert "draft.approve" not in action_ids(made)
    assert button(made, "draft.published")["style"] == "primary"
    assert "Approved by <@UBOB>" in words(made)


def test_the_sign_of_a_gap_stays_on_one_line() -> None:
    shown = words(draft_message(draft_card(version=WITH_GAP)))

    assert "*Fill in what stands in [[…]]:* press *Edit*." in shown


@pytest.mark.parametrize("name", [DraftState.PUBLISHED, DraftState.DISCARDED, DraftState.SUPERSEDED])
def test_a_draft_that_is_decided_has_no_buttons(name: DraftState) -> None:
    assert action_ids(draft_message(draft_card(draft=state(name)))) == []


def test_a_closed_case_has_no_draft_buttons() -> None:
    assert action_ids(draft_message(draft_card(case=case(state=CaseState.CLOSED)))) == []


def test_buttons_carry_the_versions_id() -> None:
    made = draft_message(draft_card())

    assert {one["value"] for one in elements(made["blocks"])} == {"900"}


def test_every_button_says_to_a_screen_reader_which_draft_it_is_of() -> None:
    made = draft_message(draft_card())

    assert all(
        one["accessibility_label"].endswith(": Public correction, version 1")
        for one in elements(made["blocks"])
    )


def test_discarding_asks_first() -> None:
    confirm = button(draft_message(draft_card()), "draft.discard")["confirm"]

    assert confirm["style"] == "danger"


def test_the_length_is_told_in_the_channels_own_unit() -> None:
    on_x = draft_message(draft_card(length=212, limit=280))
    in_a_mail = draft_message(draft_card(case=case(channel=Channel.EMAIL), length=80, limit=120))

    assert "212 of 280 characters" in words(on_x)
    assert "80 of 120 words" in words(in_a_mail)


def test_a_text_without_a_limit_tells_no_length() -> None:
    assert "characters" not in words(draft_message(draft_card(length=None, limit=None)))


def test_a_gap_makes_editing_the_first_thing() -> None:
    made = draft_message(draft_card(version=WITH_GAP))

    assert button(made, "draft.edit")["style"] == "primary"
    assert "style" not in button(made, "draft.approve")
    assert "cannot be approved" in words(made)


def test_a_gap_keeps_even_an_all_clear_from_going_out() -> None:
    made = draft_message(draft_card(draft=draft(kind=DraftKind.ALL_CLEAR), version=WITH_GAP))

    assert "draft.published" not in action_ids(made)


def test_an_all_clear_may_go_out_before_its_approval() -> None:
    made = draft_message(draft_card(draft=draft(kind=DraftKind.ALL_CLEAR)))

    assert {"draft.approve", "draft.published"} <= set(action_ids(made))


def test_an_all_clear_that_is_out_is_still_to_be_approved() -> None:
    out = state(DraftState.PUBLISHED, kind=DraftKind.ALL_CLEAR)

    waiting = draft_message(draft_card(draft=out))
    approved = draft_message(draft_card(draft=out, approvals=(approval(),)))

    assert action_ids(waiting) == ["draft.approve"]
    assert action_ids(approved) == []


def test_notes_for_a_call_need_nobodys_approval() -> None:
    made = draft_message(draft_card(draft=draft(kind=DraftKind.PHONE_NOTES, is_main=False)))

    assert action_ids(made) == ["draft.published", "draft.edit", "draft.discard"]
    assert "approval" not in words(made)


def test_approvals_are_counted() -> None:
    made = draft_message(draft_card(approvals=(approval(),), approvals_needed=2))

    assert "Approved by <@UBOB>: 1 of 2 · 1 more approval needed" in words(made)


def test_an_approval_of_ones_own_text_says_so() -> None:
    made = draft_message(
        draft_card(draft=state(DraftState.APPROVED), approvals=(approval("UALICE", is_own=True),))
    )

    assert "their own text" in words(made)


def test_only_the_main_draft_names_the_approvers() -> None:
    named = brand(approvers=["UBOB", "UCAROL"])

    main = draft_message(draft_card(brand=named))
    other = draft_message(
        draft_card(brand=named, draft=draft(kind=DraftKind.REPLY_IF_ASKED, is_main=False, position=1))
    )

    assert "from <@UBOB> or <@UCAROL>" in words(main)
    assert "<@UBOB>" not in words(other)


def test_where_nobody_may_approve_the_lead_is_asked_to_invite_somebody() -> None:
    made = draft_message(draft_card(case=case(lead="UALICE"), may_still_approve=0))

    assert "Nobody in this channel may approve this text" in words(made)
    assert "<@UALICE>, please invite somebody" in words(made)
    assert "/invite" in words(made)


def test_a_draft_that_waits_for_a_call_says_so() -> None:
    assert "after the call" in words(draft_message(draft_card(is_waiting_for_call=True)))


def test_nobody_is_invited_to_approve_what_nobody_may_approve_or_what_has_a_gap() -> None:
    free, alone, one_of_two, unfilled = (
        words(draft_message(draft_card(is_waiting_for_call=True, **changes)))
        for changes in (
            {},
            {"may_still_approve": 0},
            {"may_still_approve": 0, "approvals": (approval(),), "approvals_needed": 2},
            {"version": WITH_GAP},
        )
    )

    assert "Approve it now if you like. It is published after the call" in free
    for shown in (alone, one_of_two, unfilled):
        assert "if you like" not in shown
        assert "It is published after the call" in shown


def test_a_request_for_changes_shows_who_asked_and_why() -> None:
    asked = state(DraftState.CHANGES_REQUESTED, note="Name the *day*")

    made = draft_message(draft_card(draft=asked))

    assert "<@UBOB> asked for changes: “Name the \u2217day\u2217”" in words(made)


def test_a_published_draft_shows_who_when_and_where() -> None:
    out = state(DraftState.PUBLISHED, published_where="X", published_link="https://example.org/p/2")

    shown = words(draft_message(draft_card(draft=out)))

    assert "Marked as published by <@UBOB>" in shown
    assert "<https://example.org/p/2|see it>" in shown


def test_a_draft_that_is_put_aside_is_folded() -> None:
    made = draft_message(draft_card(draft=state(DraftState.DISCARDED), version=version(text="Word " * 200)))

    assert exact_texts(made) == ""
    assert len(words(made)) < 500


def test_findings_of_the_main_draft_tell_why_and_how_to_mend_it() -> None:
    made = draft_message(
        draft_card(version=version(findings=[finding()], kept={"excuse": "Counsel asked for it"}))
    )

    shown = words(made)
    assert "*excuse*, “The run”: This gives a reason that makes our part look smaller." in shown
    assert "Kept, because “Counsel asked for it”" in shown


def test_findings_that_say_the_same_stand_once_with_all_their_words() -> None:
    found = [finding(), finding(start=4, end=11), finding("conditional", blocks=True, why="It has an if.")]

    lines = words(draft_message(draft_card(version=version(findings=found))))

    assert "*excuse*, “The run”, “run is”: This gives a reason" in lines
    assert lines.index("It has an if.") < lines.index("This gives a reason")


def test_a_draft_says_how_much_more_was_found_in_it_than_it_shows() -> None:
    few, many = (
        words(draft_message(draft_card(version=version(findings=[finding(one) for one in labels]))))
        for labels in ([*Label][:12], [*Label][:15])
    )

    assert "more thing" not in few
    assert "3 more things to look at: press *Edit*." in many


def test_findings_are_called_by_names_that_people_read() -> None:
    absent = finding("no_correction", start=0, end=0, blocks=True)
    light = finding("emoji_hashtag_serious")

    shown = words(draft_message(draft_card(version=version(findings=[absent, light]))))
    asked = block(edit_modal(draft_card(), findings=[absent, light]), "keep_no_correction")["label"]["text"]

    assert "*correction missing*" in shown
    assert "*emoji or hashtag in a serious case*" in shown
    assert asked == "Keep “correction missing”? Say why"
    assert not any("_" in label.called for label in Label)


def test_findings_of_another_draft_are_counted_only() -> None:
    other = draft(kind=DraftKind.REPLY_IF_ASKED, is_main=False, position=1)

    shown = words(
        draft_message(draft_card(draft=other, version=version(findings=[finding(), finding("minimising")])))
    )

    assert "2 things to look at" in shown
    assert "smaller" not in shown


def test_characters_that_nobody_can_see_are_named() -> None:
    made = draft_message(draft_card(version=version(text="The run\u202e is on\u200b Thursday")))

    assert "U+200B, U+202E" in words(made)


@pytest.mark.parametrize(
    "text",
    ["\U0001f468\u200d\U0001f469", "می\u200cروم", "two\nlines\tand a tab", "\U0001f3f4\U000e0067\U000e007f"],
)
def test_characters_that_a_script_or_an_emoji_needs_are_not(text: str) -> None:
    assert hidden_characters(text) == []


def test_the_text_alone_holds_the_state_and_the_words() -> None:
    text = draft_message(draft_card())["text"]

    assert "Public correction for OOPS-7, version 1: needs approval" in text
    assert "The run is on Thursday, not Tuesday." in text
