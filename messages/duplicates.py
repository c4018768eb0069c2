"""The question whether a report is of a case that is there already."""

from typing import Any

from bot.cards import DuplicateCard
from messages.blocks import actions, context, modal, section
from messages.inputs import button
from messages.texts import say

DUPLICATE_VIEW = "report_duplicate"
JOIN = "report_duplicate.join"
INSIST = "report_duplicate.insist"


def duplicate_view(card: DuplicateCard) -> dict[str, Any]:
    """Return the other case, and the two answers; the report is kept whatever is answered."""
    return modal(
        "Reported already?",
        [
            section(say("duplicates.intro", card=card)),
            section(say("duplicates.case", card=card, what=str(card.case.report.get("what", "")))),
            actions(
                button("It is the same: add my report", JOIN, card.pending_id),
                button("It is another one: open a case", INSIST, card.pending_id),
            ),
            context(say("duplicates.kept")),
        ],
        callback_id=DUPLICATE_VIEW,
        private_metadata=card.pending_id,
        close="Close",
    )
