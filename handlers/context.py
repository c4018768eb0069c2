"""What a listener needs beside the payload: who is here, the store, the clock, and a place for work after the ack."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from slack_bolt.context.async_context import AsyncBoltContext
from sqlmodel import Session

from bot.access import NoSuchCase, StaleChannel, acting_in
from bot.approvers import StaleGroup
from bot.brands.rights import StaleUser
from bot.errors import OopsError
from bot.kept_tasks import KeptTasks
from bot.places import Place
from bot.settings import Settings
from bot.slack.directory import Directory
from bot.storage import Store
from bot.typed import is_conversation_id, is_person_id

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
FORMS_AT_ONCE = 2
"""So many report forms are made ready at a time: acks go first, else 32 commands in flight are acked at a quarter of the rate (``make bench``)."""


class OfSubject(Protocol[T_co]):
    """A verb that has to know which row, who and when, and nothing else."""

    def __call__(self, session: Session, subject_id: int, /, *, by: str, now: datetime) -> T_co: ...


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: ``user_id`` acts in ``workspace_id`` (the row's id), ``clicked`` is the message where they did, if it was one.

    ``forms_at_once`` is shared by all.
    """

    store: Store
    directory: Directory
    tasks: KeptTasks
    settings: Settings
    now: Callable[[], datetime]
    workspace_id: int
    user_id: str
    forms_at_once: asyncio.Semaphore
    clicked: Place | None = None

    async def run(self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a verb; where it needs to know who is in a channel or a group, or an admin, ask Slack, within a second, and run it again."""
        here = acting_in(self.workspace_id, verb, clicked=self.clicked)
        return await self._knowing(lambda: self.store.run(here, *args, **kwargs))

    async def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query as ``run`` does, without waiting in the line of those who write."""
        here = acting_in(self.workspace_id, query, clicked=self.clicked)
        return await self._knowing(lambda: self.store.read(here, *args, **kwargs))

    async def look_up_chosen(self, chosen: object) -> None:
        """Ask anew about a channel that was chosen, even if that was a moment ago: the refusal's advice is to invite oops and press again."""
        if isinstance(chosen, str) and is_conversation_id(chosen):
            await self.directory.look_up_channel(self.workspace_id, chosen)

    async def meet(self, *chosen: object) -> None:
        """Ask Slack about members who were chosen and are not known yet: an app among them is refused."""
        await self.directory.meet(
            self.workspace_id, [one for one in chosen if isinstance(one, str) and is_person_id(one)]
        )

    async def _knowing(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do something; of each thing that it has to know more about, ask Slack once, within a second altogether."""
        seconds, asked = asyncio.get_running_loop().time, list[dict[str, object]]()
        until = None
        while True:
            try:
                return await work()
            except (StaleChannel, StaleUser, StaleGroup) as stale:
                until = until or seconds() + self.directory.look_up_seconds
                about = {name: value for name, value in vars(stale).items() if name != "known_to"}
                left = until - seconds()
                if about in asked or left <= 0:
                    raise self._refusal(stale) from stale
                asked.append(about)
                await self._look_up(stale, left)

    async def _look_up(self, stale: StaleChannel | StaleUser | StaleGroup, seconds: float) -> None:
        match stale:
            case StaleChannel():
                await self.directory.look_up_channel(stale.workspace_id, stale.channel_id, seconds=seconds)
            case StaleUser():
                await self.directory.look_up_user(stale.workspace_id, stale.user_id, seconds=seconds)
            case StaleGroup():
                await self.directory.look_up_groups(stale.workspace_id, stale.group_ids, seconds=seconds)

    def _refusal(self, stale: StaleChannel | StaleUser | StaleGroup) -> OopsError:
        """Return what a person hears where Slack did not answer: of a case that they may not know of, that there is none."""
        if isinstance(stale, StaleChannel) and self.user_id not in stale.known_to:
            return NoSuchCase()
        return stale


def visit_of(context: AsyncBoltContext) -> Visit:
    """Return the visit that the middleware of ``bot/bolt.py`` put there."""
    return cast("Visit", context["visit"])
