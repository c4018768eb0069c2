"""The weekly digest: what a brand's week was, in its channel."""

from bot.cards.overview import DigestCard
from messages.blocks import SlackMessage, message, sections
from messages.texts import say


def digest_message(card: DigestCard) -> SlackMessage:
    """Return the week in a few lines."""
    words = say("digest.week", card=card)
    return message(words, sections(words))
