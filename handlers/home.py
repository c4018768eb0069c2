"""App Home: drawn when it is opened."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import structlog
from aiohttp import ClientError
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import listing
from bot.directory import Left
from bot.storage import Store, queries
from handlers.clicks import Click, on_click
from handlers.context import Visit, visit_of
from handlers.report import open_from_home
from messages import home
from messages.home import home_view

log = structlog.get_logger()


def register(app: AsyncApp) -> None:
    """Listen to App Home."""
    app.event("app_home_opened")(open_home)
    app.action(re.compile(r"^home\."))(on_click(CLICKS))


async def open_home(event: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient) -> None:
    """Draw App Home for whoever opened it."""
    visit = visit_of(context)
    if event.get("tab", "home") == "home":
        visit.tasks.start(_draw(visit, client))


async def _draw(visit: Visit, client: AsyncWebClient) -> None:
    await visit.directory.look_up_user(visit.workspace_id, visit.user_id)
    await visit.directory.refresh_channels_of(visit.workspace_id, visit.user_id)
    await _publish(visit.store, client, visit.workspace_id, visit.user_id, now=visit.now())


async def draw_homes(store: Store, client: AsyncWebClient, now: Callable[[], datetime], left: Left) -> None:
    """Draw App Home again for those who left a channel, if they ever opened it: it may still show that channel's cases."""
    for user_id in sorted(left.user_ids):
        if await store.read(queries.slack_user, left.workspace_id, user_id) is not None:
            await _publish(store, client, left.workspace_id, user_id, now=now())


async def _publish(
    store: Store, client: AsyncWebClient, workspace_id: int, user_id: str, *, now: datetime
) -> None:
    card = await store.read(listing.home_card, workspace_id, user_id, now=now)
    try:
        await client.views_publish(user_id=user_id, view=home_view(card))
    except (SlackApiError, ClientError, TimeoutError) as error:
        log.warning("home_not_drawn", user=user_id, error=type(error).__name__)


async def report(click: Click) -> None:
    """Open the report form."""
    await open_from_home(click.visit, click.client, click.trigger_id)


CLICKS = {home.REPORT: report}
