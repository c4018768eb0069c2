"""What Slack last said of channels and people."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from sqlalchemy import bindparam, union
from sqlmodel import Session, col, select

from bot.models import Case, SlackChannel, SlackUser, Workspace
from bot.states import CaseState

_NEVER = datetime.min.replace(tzinfo=UTC)
_CHANNEL = select(SlackChannel).where(
    SlackChannel.workspace_id == bindparam("workspace_id"),
    SlackChannel.channel_id == bindparam("channel_id"),
)
_CHANNEL_TO_CHANGE = _CHANNEL.with_for_update(key_share=True).execution_options(populate_existing=True)
_USER = select(SlackUser).where(
    SlackUser.workspace_id == bindparam("workspace_id"), SlackUser.user_id == bindparam("user_id")
)


def slack_channel(session: Session, workspace_id: int, channel_id: str) -> SlackChannel | None:
    """Return what Slack last said of a conversation."""
    asked = {"workspace_id": workspace_id, "channel_id": channel_id}
    return session.exec(_CHANNEL, params=asked).first()


def channel_to_change(session: Session, workspace_id: int, channel_id: str) -> SlackChannel | None:
    """Return what ``slack_channel`` does; nobody else changes it until this unit of work has ended."""
    asked = {"workspace_id": workspace_id, "channel_id": channel_id}
    return session.exec(_CHANNEL_TO_CHANGE, params=asked).first()


def slack_channels(session: Session, workspace_id: int) -> Sequence[SlackChannel]:
    """Return what Slack last said of every conversation that it was asked about."""
    return session.exec(select(SlackChannel).where(SlackChannel.workspace_id == workspace_id)).all()


def slack_user(session: Session, workspace_id: int, user_id: str) -> SlackUser | None:
    """Return what Slack last said of a person."""
    return session.exec(_USER, params={"workspace_id": workspace_id, "user_id": user_id}).first()


def is_away(session: Session, workspace_id: int, user_id: str) -> bool:
    """Return whether a person is away, as far as Slack was asked."""
    known = slack_user(session, workspace_id, user_id)
    return known is not None and known.is_absent


def apps_among(session: Session, workspace_id: int, chosen: Collection[str]) -> dict[str, str]:
    """Return the names of those of these members who are apps, as far as Slack was asked, by their id."""
    found = select(SlackUser.user_id, SlackUser.name).where(
        SlackUser.workspace_id == workspace_id,
        col(SlackUser.user_id).in_(chosen),
        col(SlackUser.is_bot).is_(True),
    )
    return dict(session.exec(found).all())


def unmet_among(session: Session, workspace_id: int, chosen: Collection[str]) -> list[str]:
    """Return those of these members of whom Slack was not asked yet whether they are people."""
    met = select(SlackUser.user_id).where(
        SlackUser.workspace_id == workspace_id,
        col(SlackUser.user_id).in_(chosen),
        col(SlackUser.is_bot).is_not(None),
    )
    return sorted({*chosen} - {*session.exec(met).all()})


def names_of(session: Session, workspace_id: int) -> dict[str, str]:
    """Return the names of a workspace's people, as far as Slack was asked for them, by their id."""
    rows = session.exec(
        select(SlackUser.user_id, SlackUser.name).where(
            SlackUser.workspace_id == workspace_id, SlackUser.name != ""
        )
    )
    return dict(rows.all())


def channels_to_refresh(session: Session) -> Sequence[tuple[int, str]]:
    """Return (workspace, channel) of every conversation in which a case lives that is not closed, and of the brands' that have none.

    What Slack was asked about longest ago comes first.
    """
    of_cases = select(Case.workspace_id, Case.channel_id).where(Case.state != CaseState.CLOSED)
    fallback = select(Workspace.id, Workspace.response_channel).where(Workspace.response_channel != "")
    found = {
        (workspace_id, channel_id) for workspace_id, channel_id in session.execute(union(of_cases, fallback))
    }
    asked = select(SlackChannel.workspace_id, SlackChannel.channel_id, SlackChannel.checked_at)
    checked_at = {(row[0], row[1]): row[2] for row in session.exec(asked)}
    return sorted(found, key=lambda place: (checked_at.get(place, _NEVER), place))
