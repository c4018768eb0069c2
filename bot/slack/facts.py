"""Rows about Slack: workspaces, channels and people, each as Slack last said (``checked_at``)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import update
from sqlmodel import Session, col

from bot.brand import Relation, Reputation
from bot.cases.joining import redraw_drafts_in, redraw_led_in
from bot.cases.moving import say_where_it_can_be
from bot.models import VOICE, Brand, Case, SlackChannel, SlackUser, SlackUserGroup, Workspace, key
from bot.outbox.retry import retry_channel
from bot.states import ChannelKind
from bot.storage import get, queries, slack_rows
from bot.typed import clean_line
from bot.voice import FRIENDLY

_LONG_AGO = timedelta(days=1)
_SLACKBOT = "USLACKBOT"
AWAY = frozenset({":palm_tree:", ":face_with_thermometer:"})
"""The emoji of the statuses that Slack itself suggests for "Vacationing" and "Out sick" (slack.com/help, Set your status)."""


class TeamIdentity(Protocol):
    """What Slack says of our token's team."""

    @property
    def team_id(self) -> str: ...
    @property
    def team_name(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def bot_user_id(self) -> str: ...
    @property
    def bot_id(self) -> str: ...
    @property
    def app_id(self) -> str: ...
    @property
    def scopes(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class ConversationFacts:
    """What Slack says of a conversation now; ``members`` is None where it does not say who is in it, since oops is not."""

    channel_id: str
    kind: ChannelKind
    name: str = ""
    is_archived: bool = False
    is_bot_member: bool = False
    members: Sequence[str] | None = None


def install_workspace(
    session: Session, identity: TeamIdentity, *, now: datetime, response_channel: str = ""
) -> Workspace:
    """Return the workspace of a team, made with its first brand (the team's own name) when it is new.

    ``response_channel`` is the one of brands that have none of their own: what another channel refused is said there.
    """
    workspace = queries.workspace_of_team(session, identity.team_id)
    if workspace is None:
        workspace = Workspace(team_id=identity.team_id, created_at=now)
        session.add(workspace)
    workspace.name, workspace.url, workspace.app_id = identity.team_name, identity.url, identity.app_id
    workspace.bot_user_id, workspace.bot_id = identity.bot_user_id, identity.bot_id
    workspace.scopes, workspace.response_channel = list(identity.scopes), response_channel
    workspace.is_active = True
    session.flush()
    if not queries.brands_of(session, key(workspace)):
        session.add(
            Brand(
                workspace_id=key(workspace),
                name=identity.team_name,
                relation=Relation.OWN,
                reputation=Reputation.NEUTRAL,
                voice=VOICE.dump_python(FRIENDLY, mode="json"),
                created_at=now,
            )
        )
    say_where_it_can_be(session, key(workspace), now=now)
    return workspace


def remember_channel(
    session: Session,
    workspace_id: int,
    facts: ConversationFacts,
    *,
    asked_at: datetime,
    known: SlackChannel | None,
    now: datetime,
) -> tuple[SlackChannel, frozenset[str]]:
    """Write down what Slack says of a conversation; what failed there is tried again once it can be written to, or turns out to be public.

    It is as old as the question (``asked_at``, when ``known`` was the row): a newer answer stays, and so does who has joined or left since.
    Returns the row, and whose cases there cannot be seen any more: they have left since Slack was last asked, or oops has.
    """
    row = slack_rows.channel_to_change(session, workspace_id, facts.channel_id)
    if row is not None and row.checked_at > asked_at:
        return row, frozenset()
    could_write = row is not None and _can_write(row)
    was_public = row is not None and row.kind is ChannelKind.PUBLIC
    before = row.members if row is not None and row.is_bot_member else []
    if row is None:
        row = SlackChannel(
            workspace_id=workspace_id, channel_id=facts.channel_id, kind=facts.kind, checked_at=asked_at
        )
        session.add(row)
    row.kind, row.name, row.is_archived = facts.kind, clean_line(facts.name) or row.name, facts.is_archived
    row.is_bot_member, row.checked_at = facts.is_bot_member, asked_at
    if facts.members is not None:
        members = _moved_since(facts.members, known.members if known else row.members, row.members)
        _take_members(session, row, members, now=now)
    is_other_advice = facts.kind is ChannelKind.PUBLIC and not was_public  # an invitation would not help
    if is_other_advice or (not could_write and _can_write(facts)):
        retry_channel(session, workspace_id, facts.channel_id, now=now)
    return row, frozenset(before) - frozenset(row.members if row.is_bot_member else ())


def _moved_since(members: Sequence[str], known: Sequence[str], now_known: Sequence[str]) -> list[str]:
    """Return an answer's members with those who have joined since it was asked for, and without those who have left."""
    joined, left = {*now_known} - {*known}, {*known} - {*now_known}
    return [*(member for member in members if member not in left), *sorted(joined - {*members})]


def _can_write(channel: SlackChannel | ConversationFacts) -> bool:
    return channel.is_bot_member and not channel.is_archived and channel.kind is not ChannelKind.PUBLIC


def remember_member(
    session: Session, workspace_id: int, channel_id: str, user_id: str, *, is_in: bool, now: datetime
) -> None:
    """Write down that somebody joined or left a conversation that is known."""
    row = slack_rows.channel_to_change(session, workspace_id, channel_id)
    if row is None:
        return
    others = [member for member in row.members if member != user_id]
    _take_members(session, row, [*others, user_id] if is_in else others, now=now)


def _take_members(session: Session, row: SlackChannel, members: Sequence[str], *, now: datetime) -> None:
    """Write down who is in a conversation; what its drafts say of them is drawn again."""
    before, row.members = row.members, list(members)
    if {*before} != {*members}:
        redraw_drafts_in(session, row.workspace_id, row.channel_id, before=before, after=row.members, now=now)
        redraw_led_in(session, row.workspace_id, row.channel_id, before=before, after=row.members, now=now)


def remember_user(session: Session, workspace_id: int, facts: dict[str, Any], *, now: datetime) -> None:
    """Write down what Slack says of a person (the ``user`` object of users.info)."""
    row = slack_rows.slack_user(session, workspace_id, facts["id"])
    if row is None:
        row = SlackUser(workspace_id=workspace_id, user_id=facts["id"], checked_at=now)
        session.add(row)
    row.name = clean_line(facts.get("real_name") or facts.get("name") or "")
    row.timezone = facts.get("tz") or "UTC"
    row.is_admin, row.is_bot = bool(facts.get("is_admin")), _is_bot(facts)
    row.is_absent = bool(facts.get("deleted")) or _is_away(facts.get("profile") or {}, now)
    row.checked_at = now


def _is_bot(facts: dict[str, Any]) -> bool:
    """Return whether an app acts under a name; Slackbot does, although Slack does not say so."""
    return bool(facts.get("is_bot")) or facts["id"] == _SLACKBOT


def _is_away(profile: dict[str, Any], now: datetime) -> bool:
    """Return whether a person's status says that they are out of office, and has not run out (0: it never does)."""
    ends = int(profile.get("status_expiration") or 0)
    return profile.get("status_emoji") in AWAY and (ends == 0 or ends > now.timestamp())


def unnamed_people(session: Session, case_id: int) -> list[str]:
    """Return the people of a case whose names Slack was not asked for yet; a file cannot show an id as a name."""
    case = get(session, Case, case_id)
    acted = [event.by for event in queries.events_of(session, case_id)]
    named = slack_rows.names_of(session, case.workspace_id)
    concerned = {user_id for user_id in (case.reporter, case.lead, case.closed_by, *acted) if user_id}
    return sorted(concerned - named.keys())


def is_ended(session: Session, workspace_id: int) -> bool:
    """Return whether the app was removed from a workspace, as far as Slack has said."""
    return not get(session, Workspace, workspace_id).is_active


def end_workspace(session: Session, workspace_id: int) -> None:
    """Write down that the app was removed from a workspace: nothing more is said there until it is installed again."""
    get(session, Workspace, workspace_id).is_active = False


def start_clock_again(session: Session, *, now: datetime) -> None:
    """Have everything looked up again that seems to have been in the future: the clock was set back, and old would pass for new."""
    for table in (SlackChannel, SlackUser, SlackUserGroup):
        later = col(table.checked_at) > now
        session.execute(update(table).where(later).values(checked_at=now - _LONG_AGO))
