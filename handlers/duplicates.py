"""A case of the same link as another one: its reporter may merge it from the answer."""

from functools import partial

from slack_bolt.app.async_app import AsyncApp

from bot.cases.duplicates import merge_into_same
from bot.models import key
from bot.reporting.answering import linked_answer
from handlers.clicks import Click, on_click
from handlers.report_form import linked_view
from messages.report import MERGE_INTO_SAME


def register(app: AsyncApp) -> None:
    """Listen to the answer's button."""
    app.action(MERGE_INTO_SAME)(on_click(CLICKS))


async def merge(click: Click) -> None:
    """Merge the case into the other one, whose answer takes the place of its own."""
    goes_on = await click.run(partial(merge_into_same, pace=click.visit.settings.pace))
    case_id, view = key(goes_on), click.view

    async def show() -> None:
        answer = await click.visit.store.read(linked_answer, case_id, reader=click.visit.user_id)
        if view is not None:
            await click.client.views_update(view_id=view["id"], view=linked_view(answer))

    click.later(show)


CLICKS = {MERGE_INTO_SAME: merge}
