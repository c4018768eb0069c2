"""Moving a case out of a direct message: the offer, the form, and what is left in the old place."""

from typing import Any

from bot.cards import PlanCard
from bot.cards.handling import MoveCard
from bot.models import Case
from messages.blocks import Block, SlackMessage, input_block, message, modal, section, sections
from messages.inputs import button, conversations_select
from messages.texts import say

MOVE_MODAL = "case_move"
MOVE = "case.move"
CHANNEL_FIELD = "response_channel"


def move_offer(card: PlanCard) -> list[Block]:
    """Return the way out of a direct message, for a plan that is in one."""
    if not card.is_direct or card.case.is_exercise:
        return []
    words = "Move to a channel"
    offer = button(words, MOVE, card.case.id, label=f"{words}: {card.name}")
    return [section(say("move.offer"), accessory=offer)]


def move_modal(card: MoveCard) -> dict[str, Any]:
    """Return the question for the channel; the brand's own is chosen beforehand."""
    chooser = conversations_select(
        f"{MOVE_MODAL}.{CHANNEL_FIELD}",
        include=("private",),
        initial=card.suggested or None,
        placeholder="A private channel",
    )
    return modal(
        f"Move {card.case_name}",
        [
            section(say("move.intro", name=card.case_name)),
            input_block(
                "To which private channel?",
                chooser,
                block_id=CHANNEL_FIELD,
                hint="oops and you have to be in it: type /invite @oops there first.",
            ),
        ],
        callback_id=MOVE_MODAL,
        private_metadata=card.case_id,
        submit="Move it",
    )


def moved_message(case: Case, link: str, *, is_root: bool) -> SlackMessage:
    """Return what stands in the old place: where it went, and no buttons."""
    words = say("move.moved_plan" if is_root else "move.moved", case=case, link=link)
    return message(words, sections(words))
