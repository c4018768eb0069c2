"""Showing a modal after a click, drawing again the view that was clicked in, and what lies below a submitted one."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from slack_sdk.errors import SlackApiError

from handlers.clicks import Click
from handlers.submissions import Submission


def show(click: Click, view: dict[str, Any]) -> None:
    """Show a modal after the ack: pushed where the click was in a modal, else opened."""
    is_in_modal = click.view is not None and click.view["type"] == "modal"

    async def open_it() -> None:
        call = click.client.views_push if is_in_modal else click.client.views_open
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
        card = await submission.visit.store.read(gather, subject_id)
        with suppress(SlackApiError):
            await submission.client.views_update(view_id=below, view=build(card))

    submission.visit.tasks.start(draw())
