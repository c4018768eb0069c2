"""Buttons and forms that nothing listens to any more, as those of an earlier version: whoever uses one hears so."""

import re

from slack_bolt.app.async_app import AsyncApp

from bot.errors import OopsError
from handlers.clicks import on_click
from handlers.submissions import Reply, Submission, on_submit

ANYTHING = re.compile("")


def register(app: AsyncApp) -> None:
    """Listen to what no surface has taken; without an answer Slack shows that oops does not work."""
    app.action(ANYTHING)(on_click({}))
    app.view(ANYTHING)(on_submit(refuse_form))


async def refuse_form(_submission: Submission) -> Reply:
    """Keep the form, with what was typed into it, below the refusal."""
    raise OopsError("This form no longer works. Copy what you typed, and open it again.")
