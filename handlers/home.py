"""App Home: drawn when it is opened, and again when another brand or page is chosen."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.home import home_card
from bot.slack.directory import Left
from bot.slack.refusals import CALL_FAILED, refusal_of
from bot.storage import Store, StoreBusy, slack_rows
from bot.typed import row_id
from handlers.clicks import Click, on_click
from handlers.context import Visit, visit_of
from handlers.practice import open_practice
from handlers.report import open_from_home
from handlers.search import open_search
from handlers.settings import open_settings
from handlers.settings_guide import open_guide
from handlers.stats import show_stats
from messages import home
from messages.home import home_view

log = structlog.get_logger()


def register(app: AsyncApp) -> None:
    """Listen to App Home."""
    app.event("app_home_opened")(open_home)
    app.action(re.compile(r"^home\."))(on_click(CLICKS))


async def open_home(event: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient) -> None:
    """Draw App Home for whoever opened it; the brand that they chose before stays chosen."""
    visit = visit_of(context)
    if event.get("tab", "home") == "home":
        visit.tasks.start(_draw_opened(visit, client, _brand_in(event.get("view"))))


async def _draw_opened(visit: Visit, client: AsyncWebClient, brand_id: int | None) -> None:
    """Draw it, or put it off: nobody has pressed anything that could be answered."""
    try:
        await _draw(visit, client, brand_id=brand_id)
    except StoreBusy as busy:
        log.warning("home_not_drawn", user=visit.user_id, error=type(busy).__name__)
        visit.directory.put_off(Left(visit.workspace_id, frozenset({visit.user_id})))


async def _draw(
    visit: Visit,
    client: AsyncWebClient,
    *,
    brand_id: int | None = None,
    page: int = 1,
    wanted_page: int = 1,
) -> None:
    await visit.directory.look_up_user(visit.workspace_id, visit.user_id)
    await visit.directory.refresh_channels_of(visit.workspace_id, visit.user_id)
    is_drawn = await _publish(
        visit.store,
        client,
        visit.workspace_id,
        visit.user_id,
        now=visit.now(),
        brand_id=brand_id,
        page=page,
        wanted_page=wanted_page,
    )
    if not is_drawn:
        visit.directory.put_off(Left(visit.workspace_id, frozenset({visit.user_id})))


async def draw_homes(
    store: Store,
    client: AsyncWebClient,
    now: Callable[[], datetime],
    left: Left,
    *,
    put_off: Callable[[Left], object],
) -> None:
    """Draw App Home again for those who left a channel, if they ever opened it: it may still show that channel's cases.

    Those for whom Slack, or the database, does not take it now are ``put_off``.
    """
    for user_id in sorted(left.user_ids):
        try:
            is_known = await store.read(slack_rows.slack_user, left.workspace_id, user_id) is not None
            is_done = not is_known or await _publish(store, client, left.workspace_id, user_id, now=now())
        except StoreBusy:
            is_done = False
        if not is_done:
            put_off(Left(left.workspace_id, frozenset({user_id})))


async def _publish(
    store: Store,
    client: AsyncWebClient,
    workspace_id: int,
    user_id: str,
    *,
    now: datetime,
    brand_id: int | None = None,
    page: int = 1,
    wanted_page: int = 1,
) -> bool:
    """Draw a person's App Home; return False where Slack did not take it, and may in a moment."""
    pages = {"page": page, "wanted_page": wanted_page}
    card = await store.read(home_card, workspace_id, user_id, now=now, brand_id=brand_id, **pages)
    try:
        await client.views_publish(user_id=user_id, view=home_view(card))
    except CALL_FAILED as error:
        log.warning("home_not_drawn", user=user_id, error=type(error).__name__)
        return isinstance(error, SlackApiError) and not refusal_of(error).is_passing
    return True


def _brand_in(view: dict[str, Any] | None) -> int | None:
    """Return the brand that a drawn App Home is about, None where it shows all."""
    return row_id(str((view or {}).get("private_metadata") or ""))


async def report(click: Click) -> None:
    """Open the report form."""
    await open_from_home(click.visit, click.client, click.trigger_id)


async def choose_brand(click: Click) -> None:
    """Show the cases of one brand, or of all."""
    brand_id = row_id(click.value)
    click.later(lambda: _draw(click.visit, click.client, brand_id=brand_id))


async def turn_page(click: Click) -> None:
    """Show another page of the same brands' cases."""
    page = click.subject_id
    click.later(lambda: _draw(click.visit, click.client, brand_id=_brand_in(click.view), page=page))


async def turn_wanted_page(click: Click) -> None:
    """Show another page of what needs this person, of the same brands."""
    page = click.subject_id
    click.later(lambda: _draw(click.visit, click.client, brand_id=_brand_in(click.view), wanted_page=page))


CLICKS = {
    home.SETTINGS: open_settings,
    home.SET_UP: open_guide,
    home.REPORT: report,
    home.BRAND: choose_brand,
    home.PAGE: turn_page,
    home.PAGE_BEFORE: turn_page,
    home.WANTED_PAGE: turn_wanted_page,
    home.WANTED_PAGE_BEFORE: turn_wanted_page,
    home.STATS: show_stats,
    home.PRACTICE: open_practice,
    home.FIND: open_search,
}
