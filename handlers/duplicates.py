"""A report that may be of a case that is there already: its reporter decides."""

import re

from slack_bolt.app.async_app import AsyncApp

from bot.cases import duplicates
from bot.handling_cards import joined_answer
from handlers.clicks import Click, on_click
from messages.duplicates import INSIST, JOIN
from messages.report import answer_view


def register(app: AsyncApp) -> None:
    """Listen to the question."""
    app.action(re.compile(r"^report_duplicate\."))(on_click(CLICKS))


async def join(click: Click) -> None:
    """Add the report to the case that is there, and show that one's plan."""
    visit = click.visit
    joined = await visit.run(
        duplicates.join_case,
        click.subject_id,
        by=visit.user_id,
        now=visit.now(),
        pace=visit.settings.pace,
    )
    _answer(click, joined.case.id or 0)


async def insist(click: Click) -> None:
    """Open a case of its own."""
    visit = click.visit
    opened = await visit.run(
        duplicates.insist_on_case, click.subject_id, by=visit.user_id, pace=visit.settings.pace
    )
    _answer(click, opened.case.id or 0)


def _answer(click: Click, case_id: int) -> None:
    """Turn the question into the answer after the ack."""
    view = click.view

    async def show() -> None:
        answer = await click.visit.store.read(joined_answer, click.subject_id, case_id)
        if view is not None:
            shown = answer_view(answer.card, link=answer.link)
            await click.client.views_update(view_id=view["id"], view=shown)

    click.later(show)


CLICKS = {JOIN: join, INSIST: insist}
