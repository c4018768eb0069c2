"""Statistics: the figures at once, their chart by direct message."""

from bot import stats
from bot.cards.overview import StatsCard
from bot.reporting.prefill import Request
from handlers.clicks import Click
from handlers.context import Visit
from messages.blocks import SlackMessage
from messages.stats import stats_message, stats_view


async def answer_stats(visit: Visit, _request: Request) -> SlackMessage:
    """Return what the cases show that this person can see."""
    return stats_message(await _gathered(visit))


async def show_stats(click: Click) -> None:
    """Show the same from App Home."""

    async def show() -> None:
        view = stats_view(await _gathered(click.visit))
        await click.client.views_open(trigger_id=click.trigger_id, view=view)

    click.later(show)


async def _gathered(visit: Visit) -> StatsCard:
    await visit.directory.refresh_channels_of(visit.workspace_id, visit.user_id)
    card = await visit.store.read(stats.stats_card, visit.workspace_id, visit.user_id, now=visit.now())
    if card.cases:
        await visit.run(stats.send_chart, visit.workspace_id, visit.user_id, card, now=visit.now())
    return card
