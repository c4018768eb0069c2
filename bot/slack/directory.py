"""Asking Slack about channels and people, and writing down what it says: the verbs only see the rows."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.access import FRESH
from bot.cases.joining import take_group
from bot.models import SlackChannel
from bot.slack import facts as slack_facts
from bot.slack.facts import ConversationFacts, TeamIdentity
from bot.slack.look_ups import concerned_by_open_cases
from bot.slack.refusals import CALL_FAILED, group_trouble, refusal_of
from bot.states import ChannelKind
from bot.storage import Store, slack_rows
from bot.typed import is_person_id

ASKED_AT_ONCE = 10
"""So many look-ups of those that come in numbers are under way at a time: what one refusal for asking too often comes too late for."""
LOOK_UP_SECONDS = 1.0
"""The most that a person waits for Slack to say who is in a channel."""
REFRESH_SECONDS = 10.0
"""How long a look-up may take that nobody waits for: a channel with many members takes many calls."""
MEMBERS_IN_A_PAGE = 999
"""The most that Slack hands out at a time: it takes numbers under 1000 (docs.slack.dev, conversations.members)."""

log = structlog.get_logger()

_UNSEEN = frozenset({"user_not_found", "user_not_visible", "users_not_found"})
"""Refusals that mean: somebody of another workspace, whom our token may not see (docs.slack.dev, users.info)."""


@dataclass(frozen=True, slots=True)
class Left:
    """People who are no longer in a channel, as Slack has just said."""

    workspace_id: int
    user_ids: frozenset[str]


class Directory:
    """Looks things up with the bot's own client, for ``look_up_seconds`` at most; ``refresh_seconds`` where nobody waits for it.

    ``on_left`` hears of people who left a channel.
    """

    def __init__(
        self, store: Store, client: AsyncWebClient, now: Callable[[], datetime], identity: TeamIdentity
    ) -> None:
        self._store = store
        self._client = client
        self._now = now
        self._identity = identity
        self._is_of_us: dict[str, bool] = {}
        self.look_up_seconds, self.refresh_seconds = LOOK_UP_SECONDS, REFRESH_SECONDS
        self.on_left: Callable[[Left], object] = lambda _left: None
        self._put_off: list[Left] = []
        self._few = asyncio.Semaphore(ASKED_AT_ONCE)
        self._few_people = asyncio.Semaphore(ASKED_AT_ONCE)
        self._is_limited = False

    async def look_up_channel(
        self, workspace_id: int, channel_id: str, *, seconds: float | None = None, is_behind: bool = False
    ) -> SlackChannel | None:
        """Ask about a conversation, write the answer down and return its row; None when Slack did not answer in time (``is_behind``: nobody waits)."""
        read = self._store.read_behind if is_behind else self._store.read
        known, asked_at = await read(slack_rows.slack_channel, workspace_id, channel_id), self._now()
        try:
            async with self._in_time(seconds, is_behind=is_behind):
                facts = await self._conversation_facts(channel_id)
        except CALL_FAILED as error:
            self._note("channel_not_looked_up", error, channel=channel_id)
            return None
        write = self._writer(is_behind=is_behind)
        row: SlackChannel
        remember = partial(slack_facts.remember_channel, asked_at=asked_at, known=known, now=self._now())
        row, left = await write(remember, workspace_id, facts)
        if left:
            self.on_left(Left(workspace_id, left))
        return row

    async def refresh_open_channels(self) -> None:
        """Ask again about every channel with an open case and the one set for all, so that no row in use is older than a minute.

        Also about the user groups that approve there, and now and then whether those who are asked there are away.
        """
        put_off, self._put_off = self._put_off, []
        for left in put_off:
            self.on_left(left)
        self._is_limited = False
        await self._ask_about_channels(await self._store.read(slack_rows.channels_to_refresh))
        concerned = await self._store.read(concerned_by_open_cases, now=self._now())
        groups = (partial(self.look_up_group, *group, is_behind=True) for group in concerned.groups)
        people = (partial(self.look_up_user, *person, is_behind=True) for person in concerned.people)
        await self._some_at_a_time([*groups, *people])

    def put_off(self, left: Left) -> None:
        """Have it heard of again at the next refresh: what follows from it could not be done."""
        self._put_off.append(left)

    async def _ask_about_channels(
        self, channels: Iterable[tuple[int, str]], *, until: float | None = None
    ) -> None:
        """Ask about channels; of those that Slack does not want to be asked about now, the next round begins with them."""

        async def ask(workspace_id: int, channel_id: str) -> None:
            seconds = None if until is None else until - asyncio.get_running_loop().time()
            await self.look_up_channel(workspace_id, channel_id, seconds=seconds, is_behind=True)

        asked = (partial(ask, *channel) for channel in channels if not is_person_id(channel[1]))
        await self._some_at_a_time(asked, until=until)

    async def _some_at_a_time(
        self, look_ups: Iterable[Callable[[], Awaitable[object]]], *, until: float | None = None
    ) -> None:
        """Do look-ups, some at a time, ``until`` then (the loop's time), and until Slack says that it is too often."""

        async def look_up(one: Callable[[], Awaitable[object]]) -> None:
            try:
                async with asyncio.timeout_at(until):
                    await self._few.acquire()
            except TimeoutError:
                return
            try:
                if not self._is_limited:
                    await one()
            finally:
                self._few.release()

        await _all(map(look_up, look_ups))

    def _in_time(self, seconds: float | None, *, is_behind: bool) -> asyncio.Timeout:
        usual = self.refresh_seconds if is_behind else self.look_up_seconds
        return asyncio.timeout(usual if seconds is None else seconds)

    def _writer(self, *, is_behind: bool) -> Any:
        return self._store.run_behind if is_behind else self._store.run

    def _note(self, event: str, error: Exception, **what: str) -> None:
        """Log that Slack did not answer, and remember where it was asked too often."""
        told = refusal_of(error).code if isinstance(error, SlackApiError) else type(error).__name__
        log.warning(event, error=told, **what)
        self._is_limited |= isinstance(error, SlackApiError) and refusal_of(error).is_rate_limit

    async def look_up_group(
        self, workspace_id: int, group_id: str, *, seconds: float | None = None, is_behind: bool = False
    ) -> None:
        """Ask who is in a user group, and write the answer down: nobody, where oops may not read it or it is gone."""
        members, trouble = list[str](), None
        try:
            async with self._in_time(seconds, is_behind=is_behind):
                answer: Any = await self._client.usergroups_users_list(usergroup=group_id)
            members = [str(user_id) for user_id in answer["users"]]
        except CALL_FAILED as error:
            self._note("group_not_looked_up", error, group=group_id)
            if (trouble := group_trouble(error)) is None:
                return
        write = self._writer(is_behind=is_behind)
        await write(take_group, workspace_id, group_id, members, trouble=trouble, now=self._now())

    async def look_up_groups(
        self, workspace_id: int, group_ids: Iterable[str], *, seconds: float | None = None
    ) -> None:
        """Ask who is in user groups that somebody waits for."""
        await _all(self.look_up_group(workspace_id, group_id, seconds=seconds) for group_id in group_ids)

    async def refresh_channels_of(self, workspace_id: int, user_id: str) -> None:
        """Ask again about the channels that this person was in when Slack was last asked too long ago: within a second, the oldest first.

        What Slack has not said by then stays as it is known.
        """
        known = await self._store.read(slack_rows.slack_channels, workspace_id)
        old = [row for row in known if user_id in row.members and self._now() - row.checked_at > FRESH]
        old.sort(key=lambda row: row.checked_at)
        until = asyncio.get_running_loop().time() + self.look_up_seconds
        await self._ask_about_channels(((workspace_id, row.channel_id) for row in old), until=until)

    async def look_up_user(
        self, workspace_id: int, user_id: str, *, seconds: float | None = None, is_behind: bool = False
    ) -> None:
        """Ask about a person unless that was done within a minute, and write the answer down."""
        known = await self._store.read(slack_rows.slack_user, workspace_id, user_id)
        if known is not None and self._now() - known.checked_at < FRESH:
            return
        try:
            async with self._in_time(seconds, is_behind=is_behind):
                answer = await self._client.users_info(user=user_id)
        except CALL_FAILED as error:
            self._note("user_not_looked_up", error, user=user_id)
            return
        write = self._writer(is_behind=is_behind)
        await write(slack_facts.remember_user, workspace_id, answer["user"], now=self._now())

    async def meet(self, workspace_id: int, chosen: Collection[str]) -> None:
        """Ask about those of whom it is not known yet whether they are people or apps."""
        unmet = await self._store.read(slack_rows.unmet_among, workspace_id, chosen)
        await self._some_at_a_time(partial(self.look_up_user, workspace_id, user_id) for user_id in unmet)

    async def learn_names(self, workspace_id: int, case_id: int) -> None:
        """Ask for the names of a case's people that are not known yet; one that Slack does not tell is shown as an id."""
        unnamed = await self._store.read_behind(slack_facts.unnamed_people, case_id)
        await self._some_at_a_time(
            partial(self.look_up_user, workspace_id, user_id, is_behind=True) for user_id in unnamed
        )

    async def is_of_us(self, user_id: str) -> bool:
        """Return whether Slack says, in time, that a person is of our own workspace."""
        if not self._is_of_us.get(user_id):
            try:
                async with asyncio.timeout(self.look_up_seconds):
                    await self._ask_whose(user_id)
            except CALL_FAILED as error:
                self._note("user_not_looked_up", error, user=user_id)
        return self._is_of_us.get(user_id, False)

    async def is_app_removed(self) -> bool:
        """Return whether Slack takes our token no longer; what it is sent late, or of another token, says nothing of ours."""
        try:
            await self._client.auth_test()
        except CALL_FAILED as error:
            return isinstance(error, SlackApiError) and refusal_of(error).is_app_removed
        return False

    async def _conversation_facts(self, channel_id: str) -> ConversationFacts:
        try:
            info: dict[str, Any] = (await self._client.conversations_info(channel=channel_id))["channel"]
        except SlackApiError as error:
            kind = _kind_by_refusal(refusal_of(error).code)
            if kind is None:
                raise
            return ConversationFacts(channel_id, kind)
        members = await self._members(channel_id)
        if info.get("is_ext_shared"):
            members = await self._of_us(members)
        return ConversationFacts(
            channel_id=channel_id,
            kind=_kind(info),
            name=info.get("name", ""),
            is_archived=bool(info.get("is_archived")),
            is_bot_member=self._identity.bot_user_id in members,
            members=[member for member in members if member != self._identity.bot_user_id],
        )

    async def _members(self, channel_id: str) -> list[str]:
        members: list[str] = []
        cursor = ""
        while True:
            page: Any = await self._client.conversations_members(
                channel=channel_id, cursor=cursor, limit=MEMBERS_IN_A_PAGE
            )
            members += page["members"]
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return members

    async def _of_us(self, members: list[str]) -> list[str]:
        """Return the members of our own workspace: those that Slack Connect brings into a channel can do nothing."""
        await asyncio.gather(*(self._ask_whose(member) for member in members if member not in self._is_of_us))
        return [member for member in members if self._is_of_us.get(member)]

    async def _ask_whose(self, user_id: str) -> None:
        try:
            async with self._few_people:
                user: dict[str, Any] = (await self._client.users_info(user=user_id))["user"]
        except SlackApiError as error:
            if refusal_of(error).code not in _UNSEEN:
                raise
            return  # we see all of our own: somebody whom we do not see holds up nobody
        teams = (user.get("enterprise_user") or {}).get("teams") or ()
        self._is_of_us[user_id] = self._identity.team_id in {user.get("team_id"), *teams}


async def _all(works: Iterable[Awaitable[object]]) -> None:
    """Do all of it at once. Raises what the first that failed has raised, by itself, once all have ended."""
    for ended in await asyncio.gather(*works, return_exceptions=True):
        if isinstance(ended, BaseException):
            raise ended


def _kind(info: dict[str, Any]) -> ChannelKind:
    """Return the kind that Slack tells; one of which it does not say more is private, since oops may read no others."""
    if info.get("is_im"):
        return ChannelKind.DIRECT
    return ChannelKind.PRIVATE if info.get("is_private", True) else ChannelKind.PUBLIC


def _kind_by_refusal(error: str) -> ChannelKind | None:
    """Return the kind that a refusal tells: oops may read private channels only, so a public one refuses for the scope."""
    if error == "missing_scope":
        return ChannelKind.PUBLIC
    return ChannelKind.UNKNOWN if error == "channel_not_found" else None
