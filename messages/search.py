"""Searching from App Home: a form with one field, which turns into what was found."""

from typing import Any

from bot.cards.overview import Found
from messages.blocks import input_block, modal
from messages.command import found_message
from messages.inputs import plain_text_input

SEARCH_MODAL = "find"
WORDS = "words"


def search_modal(found: Found | None = None) -> dict[str, Any]:
    """Return the form, with what was found below it."""
    field = plain_text_input(
        "find.words", initial=found.words if found else None, max_length=200, focus=found is None
    )
    asked = input_block(
        "What do you look for?", field, block_id=WORDS, hint="All the words have to be in the case."
    )
    below = found_message(found)["blocks"] if found else []
    return modal("Search", [asked, *below], callback_id=SEARCH_MODAL, submit="Search", close="Close")
