"""What the listeners of settings share: the cards they draw, views on top of each other, and refusals on top of those."""

from typing import Any

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.brands import listing
from bot.brands.cards import BrandSettingsCard, SettingsCard
from bot.errors import OopsError
from bot.slack.refusals import CALL_FAILED
from handlers.clicks import Click, Clicked
from handlers.context import Visit
from handlers.showing import show
from handlers.submissions import Submission
from messages.problem import problem_view
from messages.settings import brand_view, settings_view

log = structlog.get_logger()


async def list_card(visit: Visit, page: int, *, is_archive: bool = False) -> SettingsCard:
    """Return a page of the brands that this person may change. Raises MayNotChange, StaleUser."""
    return await visit.run(
        listing.settings_card,
        page,
        is_archive=is_archive,
        workspace_id=visit.workspace_id,
        by=visit.user_id,
        now=visit.now(),
    )


async def brand_card(visit: Visit, brand_id: int) -> BrandSettingsCard:
    """Return one brand with its settings. Raises MayNotChange, StaleUser."""
    return await visit.run(
        listing.brand_card,
        brand_id,
        workspace_id=visit.workspace_id,
        by=visit.user_id,
        now=visit.now(),
    )


async def redraw_brand(submission: Submission, brand_id: int) -> None:
    """Draw the brand under a form again, and the list under that."""
    view, visit = submission.view, submission.visit
    try:
        card = await brand_card(visit, brand_id)
    except OopsError as error:  # a lead, say, who has just handed the lead over: every further click says so
        log.info("settings_not_redrawn", error=type(error).__name__)
        return
    await update(submission.client, str(view.get("previous_view_id") or ""), brand_view(card))
    await redraw_list(visit, submission.client, view)


async def redraw_list(visit: Visit, client: AsyncWebClient, view: dict[str, Any]) -> None:
    """Draw the list at the bottom again."""
    try:
        card = await list_card(visit, 0)
    except OopsError as error:
        log.info("settings_not_redrawn", error=type(error).__name__)
        return
    await update(client, str(view.get("root_view_id") or ""), settings_view(card))


async def update(client: AsyncWebClient, view_id: str, view: dict[str, Any]) -> None:
    """Show another content in a view, if it is still open; ``view_id`` is empty where nothing lay below."""
    if not view_id:
        return
    try:
        await client.views_update(view_id=view_id, view=view)
    except CALL_FAILED as error:
        log.info("settings_not_redrawn", error=type(error).__name__)


def in_view(clicked: Clicked) -> Clicked:
    """Return the click whose refusal is shown on top of the view that was clicked in."""

    async def shown(click: Click) -> None:
        try:
            await clicked(click)
        except OopsError as error:
            show(click, problem_view("Not done", str(error)))

    return shown
