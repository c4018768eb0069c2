"""Showing a modal after a click: on top of the one that was clicked in, and drawing again what lies below."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from slack_sdk.errors import SlackApiError

from handlers.clicks import Click
from handlers.submissions import Submission


def show(click: Click, view: dict[str, Any]) -> None:
    """Show a modal after the ack: pushed where the click was in a modal, else opened."""

    async def open_it() -> None:
        call = click.client.views_open if click.view is None else click.client.views_push
        await call(trigger_id=click.trigger_id, view=view)

    click.later(open_it)


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

    async def redraw() -> None:
        card = await submission.visit.store.read(gather, subject_id)
        with suppress(SlackApiError):
            await submission.client.views_update(view_id=below, view=build(card))

    submission.visit.tasks.start(redraw())
