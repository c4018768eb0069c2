"""Moving a case out of a direct message."""

from slack_bolt.app.async_app import AsyncApp

from bot.access import StaleChannel
from bot.cases import moving
from bot.errors import InvalidAnswer
from handlers.clicks import Click, on_click
from handlers.reading import values_in
from handlers.showing import show
from handlers.submissions import CLOSE, Reply, Submission, on_submit
from messages import move
from messages.move import move_modal


def register(app: AsyncApp) -> None:
    """Listen to the offer and its form."""
    app.action(move.MOVE)(on_click({move.MOVE: ask_where}))
    app.view(move.MOVE_MODAL)(on_submit(submit_move))


async def ask_where(click: Click) -> None:
    """Open the form that asks for the channel."""
    card = await click.run(moving.move_card)
    show(click, move_modal(card))


async def submit_move(submission: Submission) -> Reply:
    """Move the case."""
    visit, chosen = submission.visit, str(values_in(submission.view).get(move.CHANNEL_FIELD) or "")
    await visit.look_up_chosen(chosen)
    try:
        await visit.run(moving.move_case, submission.subject_id, chosen, by=visit.user_id, now=visit.now())
    except StaleChannel as stale:
        raise InvalidAnswer(move.CHANNEL_FIELD, str(stale)) from stale
    return CLOSE
