"""App Home: drawn when it is opened."""

import re
from typing import Any

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import listing
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
    card = await visit.store.read(listing.home_card, visit.workspace_id, visit.user_id, now=visit.now())
    try:
        await client.views_publish(user_id=visit.user_id, view=home_view(card))
    except SlackApiError as error:
        log.warning("home_not_drawn", user=visit.user_id, error=str(error.response.get("error")))


async def report(click: Click) -> None:
    """Open the report form."""
    await open_from_home(click.visit, click.client, click.trigger_id)


CLICKS = {home.REPORT: report}
