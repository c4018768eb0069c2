"""What changed between two versions of a draft: struck words went, bold ones came, letter by letter."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from bot.cards.drafts import DraftCard
from bot.differences import Fate, Piece, in_short, word_difference
from messages.blocks import Block, Element, context, exact, modal, section
from messages.texts import say

DIFFERENCE_VIEW = "draft_difference"

_STYLES = {Fate.REMOVED: {"strike": True}, Fate.ADDED: {"bold": True}}
_REPLACED = (Fate.REMOVED, Fate.ADDED)
_PIECES_IN_MESSAGE = 40
_LETTERS_IN_MESSAGE = 1200


def changes_in_short(card: DraftCard) -> list[Block]:
    """Return what changed since the version that it is compared with, with a few words around each change."""
    if card.before is None:
        return []
    pieces = in_short(word_difference(card.before.text, card.version.text))
    letters = sum(len(piece.text) for piece in pieces)
    if len(pieces) > _PIECES_IN_MESSAGE or letters > _LETTERS_IN_MESSAGE:
        return [context(say("draft.changed_much", card=card))]
    return [context(say("draft.changed_since", card=card)), _drawn(pieces)]


def difference_view(card: DraftCard) -> dict[str, Any]:
    """Return both texts in one, with everything that changed."""
    if card.before is None:
        return modal("What changed", [section(say("draft.no_difference"))], close="Close")
    pieces = word_difference(card.before.text, card.version.text)
    blocks = [context(say("draft.difference", card=card)), _drawn(pieces)]
    return modal("What changed", blocks, callback_id=DIFFERENCE_VIEW, close="Close")


def _drawn(pieces: Iterable[Piece]) -> Block:
    leaves = [leaf for piece in _apart(tuple(pieces)) for leaf in _leaves(piece)]
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": leaves}]}


def _apart(pieces: tuple[Piece, ...]) -> Iterable[Piece]:
    """Return the pieces with a blank where a word that went would touch the one that came in its place."""
    yield from pieces[:1]
    for before, piece in pairwise(pieces):
        is_touching = not before.text[-1:].isspace() and not piece.text[:1].isspace()
        if is_touching and (before.fate, piece.fate) == _REPLACED:
            yield Piece(Fate.SAME, " ")
        yield piece


def _leaves(piece: Piece) -> list[Element]:
    style = _STYLES.get(piece.fate)
    return [
        leaf | ({"style": style} if style else {})
        for block in exact(piece.text)
        for part in block["elements"]
        for leaf in part["elements"]
    ]
