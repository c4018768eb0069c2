"""The forms of a draft: edit it, ask for changes, say that it was published."""

import pytest

from bot.draft_kinds import DraftKind
from bot.states import DraftState
from messages.draft_modals import changes_modal, edit_modal, published_modal
from tests.messages.cards import NOW, draft, draft_card, finding, version
from tests.messages.looking import block, exact_texts, words

TRICKY = "Q&A: *now* <b> :smile: `x`  two  spaces\n> quoted\n"


def test_the_edit_form_holds_the_text_as_it_is() -> None:
    made = edit_modal(draft_card(version=version(text=TRICKY)))

    assert block(made, "text")["element"]["initial_value"] == TRICKY
    assert (made["callback_id"], made["private_metadata"]) == ("draft_edit", "900")


def test_the_edit_form_offers_the_other_voices_and_marks_this_one() -> None:
    (menu,) = block(edit_modal(draft_card()), "preset")["elements"]

    assert menu["action_id"] == "draft.preset"
    assert menu["initial_option"]["value"] == "friendly"
    assert [choice["value"] for choice in menu["options"]] == ["formal", "friendly", "playful"]


def test_a_text_that_the_app_puts_in_gets_a_new_action_id() -> None:
    first, second = edit_modal(draft_card()), edit_modal(draft_card(), text="Another voice.", turn=2)

    assert block(first, "text")["element"]["action_id"] == "draft_edit.text"
    assert block(second, "text")["element"]["action_id"] == "draft_edit.text~2"
    assert block(second, "text")["element"]["initial_value"] == "Another voice."


def test_what_can_be_kept_is_asked_for_once_with_the_reason_that_was_given() -> None:
    found = [finding(), finding(start=8, end=11), finding("gap", blocks=True, can_keep=False)]
    card = draft_card(version=version(findings=found))

    made = edit_modal(card, kept={"excuse": "Counsel asked for it"})

    kept = [one["block_id"] for one in made["blocks"] if one.get("block_id", "").startswith("keep_")]
    assert kept == ["keep_excuse"]
    assert block(made, "keep_excuse")["label"]["text"] == "Keep “The run”, “is ”? Say why"
    assert block(made, "keep_excuse")["element"]["initial_value"] == "Counsel asked for it"


def test_what_blocks_can_only_be_kept_by_an_approver_and_the_form_says_so() -> None:
    made = edit_modal(draft_card(), findings=[finding("conditional", blocks=True)])

    assert "may approve" in block(made, "keep_conditional")["hint"]["text"]
    assert "has to be mended" in words(made)


def test_another_text_does_not_show_the_old_texts_findings() -> None:
    made = edit_modal(draft_card(version=version(findings=[finding()])), text="Another voice.")

    assert "smaller" not in words(made)


def test_the_edit_form_tells_the_length_of_the_saved_text_and_of_the_one_that_it_shows() -> None:
    card = draft_card(version=version(text="The run is on Thursday."), length=23, limit=280)

    saved, typed = edit_modal(card), edit_modal(card, text="The run is on Friday.")
    unlimited = edit_modal(draft_card(length=None, limit=None))

    assert block(saved, "text")["hint"]["text"] == "Before your changes: 23 of 280 characters"
    assert block(typed, "text")["hint"]["text"] == (
        "Before your changes: 23 of 280 characters. As it stands here: 21 of 280 characters"
    )
    assert "hint" not in block(unlimited, "text")


def test_a_notice_in_the_edit_form_mentions_who_was_faster() -> None:
    made = edit_modal(draft_card(), notice="<@UBOB> has saved version 2 of *it* in the meantime.")

    assert "<@UBOB> has saved version 2 of \u2217it\u2217 in the meantime." in words(made)


def test_whoever_was_slower_sees_the_text_that_a_second_save_would_replace() -> None:
    theirs = version(id=901, number=2, text="The run is on Thursday. Sorry.", author="UBOB")
    made = edit_modal(draft_card(version=theirs), text="My own words.", notice="<@UBOB> has saved version 2.")

    assert "If you press Save now, it takes the place of version 2, which says:" in words(made)
    assert exact_texts(made) == "The run is on Thursday. Sorry."
    assert block(made, "text")["element"]["initial_value"] == "My own words."


def test_a_text_that_came_too_late_is_there_to_be_copied() -> None:
    made = edit_modal(
        draft_card(draft=draft(state=DraftState.PUBLISHED, acted_by="UBOB", acted_at=NOW)),
        text="My own words.",
        notice="It is out.",
    )

    assert "Copy it if you still need it" in words(made)
    assert exact_texts(made) == ""


def test_asking_for_changes_wants_a_reason() -> None:
    made = changes_modal(draft_card())

    assert block(made, "reason")["optional"] is False
    assert (made["callback_id"], made["private_metadata"]) == ("draft_changes", "900")


def test_publishing_asks_where_and_for_the_link() -> None:
    made = published_modal(draft_card())

    assert block(made, "where")["element"]["initial_value"] == "X (Twitter)"
    assert made["submit"]["text"] == "Mark as published"
    assert block(made, "link")["optional"] is True
    assert "override" not in [one.get("block_id") for one in made["blocks"]]
    assert (made["callback_id"], made["private_metadata"]) == ("draft_published", "900")


@pytest.mark.parametrize(
    ("kind", "question", "mark"),
    [
        (DraftKind.PRIVATE_NOTE, "Whom did it go to?", "Mark as sent"),
        (DraftKind.PHONE_NOTES, "Whom did you reach?", "Mark as used"),
    ],
)
def test_a_private_text_went_to_somebody_and_not_to_the_channel_of_the_mistake(
    kind: DraftKind, question: str, mark: str
) -> None:
    made = published_modal(draft_card(draft=draft(kind=kind)))

    assert block(made, "where")["label"]["text"] == question
    assert "initial_value" not in block(made, "where")["element"]
    assert made["submit"]["text"] == mark


def test_publishing_before_the_call_asks_the_lead_for_a_reason() -> None:
    made = published_modal(draft_card(is_waiting_for_call=True))

    assert block(made, "override")["optional"] is False
    assert "Only the lead" in words(made)
