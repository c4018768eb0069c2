"""Messages that must reach Slack exactly as often as intended: rows, their order, claims and leases.

    pending -> sending (lease, sent_after) -> sent | failed | uncertain | cancelled

Order is kept per case: a row waits for every earlier one of its case that is not done with, and for the root while that has
failed. Between cases, plans go before everything else. An update that still waits is not repeated: it is drawn from the rows as
they are when it goes out. What failed goes back to pending when its channel can be written to again, every hour, and when the bot starts.
"""

from bot.outbox.claiming import LEASE, LEAST_LEASE, claim
from bot.outbox.reasons import ARCHIVED, CHANNEL_LOST, DELETED, IS_PUBLIC, MAYBE_SAID, NOT_DRAWN, RESTRICTED
from bot.outbox.saying import Saying, queue, redraw, redraw_all, say, say_new

__all__ = [
    "ARCHIVED",
    "CHANNEL_LOST",
    "DELETED",
    "IS_PUBLIC",
    "LEASE",
    "LEAST_LEASE",
    "MAYBE_SAID",
    "NOT_DRAWN",
    "RESTRICTED",
    "Saying",
    "claim",
    "queue",
    "redraw",
    "redraw_all",
    "say",
    "say_new",
]
