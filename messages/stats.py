"""What a year of mistakes shows: the private answer to ``/oops stats``, and the same as a view from App Home."""

from datetime import timedelta
from typing import Any

from bot.cards.overview import StatsCard, Timing
from messages.blocks import SlackMessage, message, modal, sections
from messages.stats_chart import SHOWN
from messages.texts import Marked, say, span


def stats_message(card: StatsCard) -> SlackMessage:
    """Return the figures in words; the chart comes apart, as a file."""
    words = _words(card)
    return message(words, sections(words))


def stats_view(card: StatsCard) -> dict[str, Any]:
    """Return the figures as a view."""
    return modal("Statistics", sections(_words(card)), close="Close")


def _words(card: StatsCard) -> Marked:
    if not card.cases:
        return say("stats.none")
    return say(
        "stats.figures",
        card=card,
        parts=[
            ("Kind", card.by_mistake[:SHOWN]),
            ("Channel", card.by_channel[:SHOWN]),
            ("Level", card.by_level[:SHOWN]),
        ],
        timings=[
            ("Report to plan", _took(card.to_plan), card.to_plan.of),
            ("Report to approved text", _took(card.to_approval), card.to_approval.of),
            ("Report to quiet", _took(card.to_quiet), card.to_quiet.of),
        ],
    )


def _took(timing: Timing) -> str:
    if timing.seconds is None:
        return ""
    if timing.seconds < 1:
        return "less than a second"
    return span(timedelta(seconds=timing.seconds))
