"""Searching the own cases from App Home; ``/oops find`` does the same."""

from slack_bolt.app.async_app import AsyncApp

from bot import listing
from bot.cards.overview import Found
from handlers.clicks import Click
from handlers.context import Visit
from handlers.showing import show
from handlers.submissions import Reply, Submission, on_submit
from messages.search import SEARCH_MODAL, WORDS, search_modal


def register(app: AsyncApp) -> None:
    """Listen to the search form."""
    app.view(SEARCH_MODAL)(on_submit(search))


async def open_search(click: Click) -> None:
    """Open the search form."""
    show(click, search_modal())


async def search(submission: Submission) -> Reply:
    """Show the own cases in which the words stand, below the form."""
    found = await cases_with(submission.visit, submission.text(WORDS))
    return {"response_action": "update", "view": search_modal(found)}


async def cases_with(visit: Visit, words: str) -> Found:
    """Return the own cases in which the words stand."""
    await visit.directory.refresh_channels_of(visit.workspace_id, visit.user_id)
    return await visit.store.read(
        listing.find_cases, visit.workspace_id, visit.user_id, words, now=visit.now()
    )
