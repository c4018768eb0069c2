"""Who is in which channel: Slack's events keep the rows up to date."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext

from bot.slack import facts as slack_facts
from bot.slack.directory import Left
from handlers.context import visit_of


def register(app: AsyncApp) -> None:
    """Listen to what changes a channel, and to the end of an installation."""
    app.event("member_joined_channel")(member_joined)
    app.event("member_left_channel")(member_left)
    for event in ("group_archive", "group_unarchive"):
        app.event(event)(channel_changed)
    for event in ("app_uninstalled", "tokens_revoked"):
        app.event(event)(installation_ended)


async def member_joined(event: dict[str, Any], context: AsyncBoltContext) -> None:
    """Write down that somebody joined; where it is the bot, what could not be posted there is tried again."""
    await _moved(event, context, is_in=True)


async def member_left(event: dict[str, Any], context: AsyncBoltContext) -> None:
    """Write down that somebody left."""
    await _moved(event, context, is_in=False)


async def _moved(event: dict[str, Any], context: AsyncBoltContext, *, is_in: bool) -> None:
    visit = visit_of(context)
    if event.get("user") == context.bot_user_id:
        visit.tasks.start(_look_up(context, event["channel"]))
        return
    if is_in and event.get("team", context.team_id) != context.team_id:
        # Of another workspace, by Slack Connect, and can do nothing; or of ours too, in an Enterprise Grid: Slack knows.
        visit.tasks.start(_look_up(context, event["channel"]))
        return
    await visit.store.run(
        slack_facts.remember_member,
        visit.workspace_id,
        event["channel"],
        event["user"],
        is_in=is_in,
        now=visit.now(),
    )
    if not is_in:
        visit.directory.on_left(Left(visit.workspace_id, frozenset({event["user"]})))


async def channel_changed(event: dict[str, Any], context: AsyncBoltContext) -> None:
    """Ask again about a channel that was archived or unarchived."""
    visit_of(context).tasks.start(_look_up(context, event["channel"]))


async def _look_up(context: AsyncBoltContext, channel_id: str) -> None:
    visit = visit_of(context)
    await visit.directory.look_up_channel(visit.workspace_id, channel_id)


async def installation_ended(context: AsyncBoltContext) -> None:
    """Write down that the app was removed: nothing more is sent. Slack is asked first, since the event may be of an earlier installation."""
    visit_of(context).tasks.start(_end_if_removed(context))


async def _end_if_removed(context: AsyncBoltContext) -> None:
    visit = visit_of(context)
    if await visit.directory.is_app_removed():
        await visit.store.run(slack_facts.end_workspace, visit.workspace_id)
