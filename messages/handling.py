"""What is rarely needed in a case, behind "More": handing over the lead, merging, another brand; and opening it again."""

from typing import Any

from bot.cards import PlanCard
from bot.cards.handling import BrandCard, GoesOn, MergeCard
from bot.models import Case, key
from bot.typed import REASON_LONGEST
from messages.blocks import Block, SlackMessage, input_block, message, modal, section, sections
from messages.inputs import button, name_select, option, plain_text_input, radio, static_select, users_select
from messages.texts import say, shorten

HAND_OVER = "case.hand_over"
MERGE = "case.merge"
CHANGE_BRAND = "case.brand"

MORE_MODAL = "case_more"
HAND_OVER_MODAL = "case_hand_over"
MERGE_MODAL = "case_merge"
BRAND_MODAL = "case_brand"
REOPEN_MODAL = "case_reopen"
PERSON_FIELD, CASE_FIELD, GOES_ON_FIELD = "person", "case", "goes_on"
BRAND_FIELD, REASON_FIELD = "brand", "reason"
BRAND_MENU = f"{BRAND_MODAL}.{BRAND_FIELD}"

_CASE_SHOWN = 60


def replied_message(case: Case, count: int, *, is_before_call: bool = False) -> SlackMessage:
    """Return what somebody hears who logged a public reply: how many there were within a day, and to leave it at that.

    Before the call that has to come first, nobody should say more in public at all.
    """
    words = say("handling.replied", number=case.number, count=count, is_before_call=is_before_call)
    return message(words, sections(words))


def more_modal(card: PlanCard) -> dict[str, Any]:
    """Return what else can be done with an open case, each with a line that says what it does."""
    rows = [
        (say("handling.hand_over"), "Hand over the lead", HAND_OVER),
        (say("handling.merge"), "Merge", MERGE),
    ]
    if not card.case.is_exercise:
        rows.append((say("handling.brand", card=card), "Correct the brand", CHANGE_BRAND))
    blocks: list[Block] = [
        section(told, accessory=button(words, action_id, card.case.id)) for told, words, action_id in rows
    ]
    return modal(
        f"More for {card.name}",
        blocks,
        callback_id=MORE_MODAL,
        private_metadata=card.case.id,
        close="Close",
    )


def hand_over_modal(card: PlanCard) -> dict[str, Any]:
    """Return the question who leads the case from now on."""
    who = users_select(f"{HAND_OVER_MODAL}.{PERSON_FIELD}", placeholder="Somebody in this channel")
    asked = input_block(
        "Who leads it now?",
        who,
        block_id=PERSON_FIELD,
        hint="They are told at once. They have to be in the case's channel.",
    )
    return modal(
        "Hand over the lead",
        [asked],
        callback_id=HAND_OVER_MODAL,
        private_metadata=card.case.id,
        submit="Hand over",
    )


def merge_modal(card: MergeCard) -> dict[str, Any]:
    """Return the question which other case is the same mistake; where there is none, a line that says so."""
    if not card.others:
        return modal("Merge", [section(say("handling.nothing_to_merge", card=card))], close="Back")
    options = [option(_words(case), key(case), _goes_on(card, case)) for case in card.others]
    asked = input_block(
        "Which case is the same mistake?",
        static_select(f"{MERGE_MODAL}.{CASE_FIELD}", options, placeholder="Choose one"),
        block_id=CASE_FIELD,
    )
    elsewhere = sections(say("handling.merge_elsewhere", card=card)) if card.elsewhere else []
    return modal(
        "Merge",
        [section(say("handling.merge_intro")), *elsewhere, asked, _which_goes_on(card)],
        callback_id=MERGE_MODAL,
        private_metadata=card.case.id,
        submit="Merge",
    )


def _goes_on(card: MergeCard, other: Case) -> str:
    goes, ahead = card.ahead[key(other)]
    return say("handling.goes_on", name=goes.name, ahead=ahead)


def _which_goes_on(card: MergeCard) -> Block:
    """Return the question which of the two goes on: the one that has come further, unless somebody knows better."""
    options = [
        option("The one that has come further", GoesOn.FURTHER, "It is named below the case in the menu"),
        option(f"{card.case.name}, from which you opened this", GoesOn.THIS),
        option("The one that you choose above", GoesOn.OTHER),
    ]
    return input_block(
        "Which one goes on?",
        radio(f"{MERGE_MODAL}.{GOES_ON_FIELD}", options, initial=GoesOn.FURTHER),
        block_id=GOES_ON_FIELD,
    )


def _words(case: Case) -> str:
    what = " ".join(str(case.report.get("what", "")).split())
    return f"{case.name}: {shorten(what, _CASE_SHOWN)}"


def brand_modal(card: BrandCard) -> dict[str, Any]:
    """Return the question whose account it really was; where there is only one, a line that says so."""
    if not card.brands:
        return modal("Another brand", [section(say("handling.one_brand"))], close="Back")
    asked = input_block(
        "Whose account was it?",
        name_select(BRAND_MENU, card.brands, placeholder="Choose one"),
        block_id=BRAND_FIELD,
    )
    return modal(
        "Another brand",
        [section(say("handling.brand_intro")), asked],
        callback_id=BRAND_MODAL,
        private_metadata=card.case.id,
        submit="Correct it",
    )


def reopen_modal(card: PlanCard) -> dict[str, Any]:
    """Return the question why a closed case is opened again; it may stay empty."""
    asked = input_block(
        "What is new?",
        plain_text_input(f"{REOPEN_MODAL}.{REASON_FIELD}", multiline=True, max_length=REASON_LONGEST),
        block_id=REASON_FIELD,
        optional=True,
        hint="Your team sees this in the thread, and it is kept in the record.",
    )
    return modal(
        f"Open {card.name} again",
        [section(say("handling.reopen_intro")), asked],
        callback_id=REOPEN_MODAL,
        private_metadata=card.case.id,
        submit="Open it again",
        close="Leave it closed",
    )
