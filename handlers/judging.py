"""Loading what judges texts, in a thread of its own: the one that writes would wait for it, and everybody behind."""

import asyncio

from bot import lint
from handlers.clicks import Click


def prepare_later(click: Click) -> None:
    """Load it while somebody fills in a form whose submission judges texts."""
    click.later(prepared)


async def prepared() -> None:
    """Return once it is loaded."""
    await asyncio.to_thread(lint.prepare)
