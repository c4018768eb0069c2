"""The Events API: what happens in the workspace is told to the app, with Slack's retries."""

from bot.playground import payloads
from bot.playground.delivery import EVENTS, Reply, Retry
from bot.playground.refused import Json
from bot.playground.state import Channel, PendingEvent
from bot.playground.workspace import Workspace

RETRY_AFTER_SECONDS = (0, 60, 300)
"""After the first failure at once, then after one minute, then after five (docs.slack.dev, Events API)."""
GIVE_UP_AFTER_SECONDS = 7200
"""An event that is more than two hours late is dropped (same page)."""


async def emit(workspace: Workspace, event: Json) -> None:
    """Deliver an event that the app subscribed to; one that is not acked waits for `redeliver_due`."""
    if event["type"] not in workspace.app.events:
        return
    body = payloads.event_callback(workspace, {"event_ts": f"{workspace.now:.6f}", **event})
    reply = await workspace.delivery.deliver(EVENTS, body)
    if workspace.faults.take_duplicate():
        await workspace.delivery.deliver(EVENTS, body)
    _plan_retry(workspace, body, reply, retry=1)


async def redeliver_due(workspace: Workspace) -> int:
    """Deliver again every event whose time has come on the workspace's clock; returns how many were tried."""
    due = [event for event in workspace.pending_events.values() if event.next_at <= workspace.now]
    for event in due:
        workspace.forget(event)
        if workspace.now - event.body["event_time"] <= GIVE_UP_AFTER_SECONDS:
            reply = await workspace.delivery.deliver(EVENTS, event.body, Retry(event.retry, event.reason))
            _plan_retry(workspace, event.body, reply, retry=event.retry + 1)
    return len(due)


def _plan_retry(workspace: Workspace, body: Json, reply: Reply, retry: int) -> None:
    if not reply.acked and not reply.is_final and retry <= len(RETRY_AFTER_SECONDS):
        next_at = workspace.now + RETRY_AFTER_SECONDS[retry - 1]
        workspace.save(PendingEvent(body["event_id"], body, next_at, retry, reply.reason or "unknown_error"))


def _hears_of(workspace: Workspace, channel: Channel, user: str = "") -> bool:
    """Return whether the app is told: it is in the channel (or just left it) and may read that kind of channel."""
    scope = "groups:read" if channel.is_private else "channels:read"
    bot = workspace.app.bot_user
    return scope in workspace.app.scopes and (bot in channel.members or user == bot)


async def emit_joined(workspace: Workspace, channel: Channel, user: str, inviter: str) -> None:
    if _hears_of(workspace, channel, user):
        await emit(
            workspace, _membership(workspace, "member_joined_channel", channel, user) | {"inviter": inviter}
        )


async def emit_left(workspace: Workspace, channel: Channel, user: str) -> None:
    if _hears_of(workspace, channel, user):
        await emit(workspace, _membership(workspace, "member_left_channel", channel, user))


def _membership(workspace: Workspace, kind: str, channel: Channel, user: str) -> Json:
    channel_type = "G" if channel.is_private else "C"
    return {
        "type": kind,
        "user": user,
        "channel": channel.id,
        "channel_type": channel_type,
        "team": workspace.user(user).team_id or workspace.team.id,
    }


async def emit_archived(workspace: Workspace, channel: Channel, by: str) -> None:
    kind = "group" if channel.is_private else "channel"
    doing = "archive" if channel.is_archived else "unarchive"
    if _hears_of(workspace, channel):
        await emit(workspace, {"type": f"{kind}_{doing}", "channel": channel.id, "user": by, "is_moved": 0})


async def uninstall(workspace: Workspace) -> None:
    """Remove the app, as an admin does: its token dies first, then it is told."""
    workspace.app.is_revoked = True
    await emit(
        workspace, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [workspace.app.bot_user]}}
    )
    await emit(workspace, {"type": "app_uninstalled"})
