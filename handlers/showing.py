"""Showing a modal after a click, drawing again the view that was clicked in, and what lies below a submitted one."""

from collections.abc import Callable
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.refusals import CALL_FAILED, refusal_of
from bot.storage import StoreBusy
from handlers.clicks import Click
from handlers.submissions import Submission

log = structlog.get_logger()


def show(click: Click, view: dict[str, Any]) -> None:
    """Show a modal after the ack: pushed where the click was in a modal, else opened."""

    async def open_it() -> None:
        call = click.client.views_push if click.is_in_modal else click.client.views_open
        await call(trigger_id=click.trigger_id, view=view)

    click.later(open_it)


def redraw(click: Click, view: dict[str, Any]) -> None:
    """Show another content in the view that was clicked in, after the ack; nothing where it was a message."""
    shown = click.view
    if shown is None:
        return

    async def draw() -> None:
        await click.client.views_update(view_id=shown["id"], view=view)

    click.later(draw)


async def is_redrawn(
    client: AsyncWebClient, view_id: str, view: dict[str, Any], *, view_hash: str | None = None
) -> bool:
    """Show another content in a view; return False, and show nothing, where it is no longer the one with this ``view_hash``."""
    try:
        await client.views_update(view_id=view_id, hash=view_hash, view=view)
    except SlackApiError as error:
        if view_hash and refusal_of(error).code == "hash_conflict":
            return False
        raise
    return True


def redraw_below(
    submission: Submission,
    gather: Callable[..., Any],
    subject_id: int,
    build: Callable[[Any], dict[str, Any]],
) -> None:
    """After a pushed modal was submitted, draw the one below it again; nothing where there is none, or it was closed."""
    below = submission.view.get("previous_view_id")
    if not below:
        return

    async def draw() -> None:
        try:
            card = await submission.visit.store.read(gather, subject_id)
            await submission.client.views_update(view_id=below, view=build(card))
        except (*CALL_FAILED, StoreBusy) as error:  # what was submitted is written down all the same
            log.info("view_not_redrawn", user=submission.visit.user_id, error=type(error).__name__)

    submission.visit.tasks.start(draw())
