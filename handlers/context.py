"""What a listener needs beside the payload: who is here, the store, the clock, and a place for work after the ack."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from slack_bolt.context.async_context import AsyncBoltContext

from bot.directory import Directory
from bot.kept_tasks import KeptTasks
from bot.storage import Store


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: ``user_id`` acts in ``workspace_id`` (the row's id)."""

    store: Store
    directory: Directory
    tasks: KeptTasks
    now: Callable[[], datetime]
    workspace_id: int
    user_id: str


def visit_of(context: AsyncBoltContext) -> Visit:
    """Return the visit that the middleware of ``bot/app.py`` put there."""
    return cast("Visit", context["visit"])
