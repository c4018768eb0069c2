"""Asking Slack about channels and people, and writing down what it says: the verbs only see the rows."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import slack_facts
from bot.access import FRESH
from bot.approvers import concerned_by_open_cases
from bot.cases.joining import take_group
from bot.models import SlackChannel
from bot.refusals import CALL_FAILED, NO_ANSWER, refusal_of
from bot.slack_facts import ConversationFacts, TeamIdentity
from bot.states import ChannelKind
from bot.storage import Store, slack_rows
from bot.typed import is_person_id

REFRESHED_AT_ONCE = 10
"""Two calls each: what one refusal for asking too often comes too late for."""
LOOK_UP_SECONDS = 1.0
"""The most that a person waits for Slack to say who is in a channel."""

log = structlog.get_logger()


_NO_GROUP = frozenset({"missing_scope", "no_such_subteam", "subteam_not_found"})
"""Refusals that mean: its members cannot be known (docs.slack.dev, usergroups.users.list)."""


_UNSEEN = frozenset({"user_not_found", "user_not_visible", "users_not_found"})
"""Refusals that mean: somebody of another workspace, whom our token may not see (docs.slack.dev, users.info)."""


@dataclass(frozen=True, slots=True)
class Left:
    """People who are no longer in a channel, as Slack has just said."""

    workspace_id: int
    user_ids: frozenset[str]


class Directory:
    """Looks things up with the bot's own client, for ``look_up_seconds`` at most. ``on_left`` hears of people who left a channel."""

    def __init__(
        self, store: Store, client: AsyncWebClient, now: Callable[[], datetime], identity: TeamIdentity
    ) -> None:
        self._store = store
        self._client = client
        self._now = now
        self._identity = identity
        self._is_of_us: dict[str, bool] = {}
        self.look_up_seconds = LOOK_UP_SECONDS
        self.on_left: Callable[[Left], object] = lambda _left: None
        self._put_off: list[Left] = []
        self._is_limited = False

    async def look_up_channel(self, workspace_id: int, channel_id: str) -> SlackChannel | None:
        """Ask about a conversation, write the answer down and return its row; None when Slack did not answer in time."""
        try:
            async with asyncio.timeout(self.look_up_seconds):
                facts = await self._conversation_facts(channel_id)
        except CALL_FAILED as error:
            log.warning("channel_not_looked_up", channel=channel_id, error=type(error).__name__)
            self._is_limited |= isinstance(error, SlackApiError) and refusal_of(error).is_rate_limit
            return None
        row, left = await self._store.run(slack_facts.remember_channel, workspace_id, facts, now=self._now())
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
        await self._refresh(await self._store.read(slack_rows.channels_to_refresh))
        concerned = await self._store.read(concerned_by_open_cases, now=self._now())
        async with asyncio.TaskGroup() as together:
            for workspace_id, group_id in concerned.groups:
                together.create_task(self.look_up_group(workspace_id, group_id))
            for workspace_id, user_id in concerned.people:
                together.create_task(self.look_up_user(workspace_id, user_id))

    def put_off(self, left: Left) -> None:
        """Have it heard of again at the next refresh: what follows from it could not be done."""
        self._put_off.append(left)

    async def _refresh(self, channels: Iterable[tuple[int, str]]) -> None:
        """Ask about channels, some at a time, until Slack says that it is too often: what is left comes first in the next round."""
        few = asyncio.Semaphore(REFRESHED_AT_ONCE)
        self._is_limited = False

        async def ask(workspace_id: int, channel_id: str) -> None:
            async with few:
                if not self._is_limited:
                    await self.look_up_channel(workspace_id, channel_id)

        async with asyncio.TaskGroup() as together:
            for workspace_id, channel_id in channels:
                if not is_person_id(channel_id):
                    together.create_task(ask(workspace_id, channel_id))

    async def look_up_group(self, workspace_id: int, group_id: str) -> None:
        """Ask who is in a user group, and write the answer down: nobody, where oops may not read it or it is gone."""
        try:
            async with asyncio.timeout(self.look_up_seconds):
                answer: Any = await self._client.usergroups_users_list(usergroup=group_id)
            members = [str(user_id) for user_id in answer["users"]]
        except NO_ANSWER as error:
            log.warning("group_not_looked_up", group=group_id, error=type(error).__name__)
            return
        except SlackApiError as error:
            code = refusal_of(error).code
            log.warning("group_not_looked_up", group=group_id, error=code)
            if code not in _NO_GROUP:
                return
            members = []
        await self._store.run(take_group, workspace_id, group_id, members, now=self._now())

    async def refresh_channels_of(self, workspace_id: int, user_id: str) -> None:
        """Ask again about the channels that this person was in when Slack was last asked too long ago: within a second."""
        known = await self._store.read(slack_rows.slack_channels, workspace_id)
        old = [row for row in known if user_id in row.members and self._now() - row.checked_at > FRESH]
        await self._look_up_all((workspace_id, row.channel_id) for row in old)

    async def _look_up_all(self, channels: Iterable[tuple[int, str]]) -> None:
        async with asyncio.TaskGroup() as together:
            for workspace_id, channel_id in channels:
                if not is_person_id(channel_id):
                    together.create_task(self.look_up_channel(workspace_id, channel_id))

    async def look_up_user(self, workspace_id: int, user_id: str) -> None:
        """Ask about a person unless that was done within a minute, and write the answer down."""
        known = await self._store.read(slack_rows.slack_user, workspace_id, user_id)
        if known is not None and self._now() - known.checked_at < FRESH:
            return
        try:
            async with asyncio.timeout(self.look_up_seconds):
                answer = await self._client.users_info(user=user_id)
        except CALL_FAILED as error:
            log.warning("user_not_looked_up", user=user_id, error=type(error).__name__)
            return
        await self._store.run(slack_facts.remember_user, workspace_id, answer["user"], now=self._now())

    async def learn_names(self, workspace_id: int, case_id: int) -> None:
        """Ask for the names of a case's people that are not known yet; one that Slack does not tell is shown as an id."""
        unnamed = await self._store.read_behind(slack_facts.unnamed_people, case_id)
        await asyncio.gather(*(self.look_up_user(workspace_id, user_id) for user_id in unnamed))

    async def is_of_us(self, user_id: str) -> bool:
        """Return whether Slack says, in time, that a person is of our own workspace."""
        if not self._is_of_us.get(user_id):
            try:
                async with asyncio.timeout(self.look_up_seconds):
                    await self._ask_whose(user_id)
            except CALL_FAILED as error:
                log.warning("user_not_looked_up", user=user_id, error=type(error).__name__)
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
            page: Any = await self._client.conversations_members(channel=channel_id, cursor=cursor, limit=200)
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
            user: dict[str, Any] = (await self._client.users_info(user=user_id))["user"]
        except SlackApiError as error:
            if refusal_of(error).code not in _UNSEEN:
                raise
            return  # we see all of our own: somebody whom we do not see holds up nobody
        teams = (user.get("enterprise_user") or {}).get("teams") or ()
        self._is_of_us[user_id] = self._identity.team_id in {user.get("team_id"), *teams}


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
