"""conversations.*: channels, their members and their messages."""

import re

from bot.playground import events, payloads
from bot.playground.api_chat import visible_channel
from bot.playground.refused import Json, Refused
from bot.playground.state import Channel, Message
from bot.playground.web_api import Method, flag, listed, needed, page, require_scope
from bot.playground.workspace import Workspace

NAME_LENGTH = 80


def kind_of(channel: Channel) -> str:
    """Return the word that a channel's scopes begin with: "im", "groups" or "channels"."""
    if channel.is_im:
        return "im"
    return "groups" if channel.is_private else "channels"


def readable_channel(workspace: Workspace, args: Json, scope: str = "read") -> Channel:
    """Return the channel of a call; raises Refused("channel_not_found") or "missing_scope" for its kind."""
    channel = visible_channel(workspace, needed(args, "channel"))
    require_scope(workspace, f"{kind_of(channel)}:{scope}")
    return channel


def check_types(workspace: Workspace, args: Json) -> set[str]:
    """Return the asked kinds of channel, as scope words; raises Refused("missing_scope")."""
    words = {"public_channel": "channels", "private_channel": "groups", "im": "im", "mpim": "mpim"}
    asked = listed(args, "types") or ["public_channel"]
    if any(one not in words for one in asked):
        raise Refused("invalid_types")
    for one in asked:
        require_scope(workspace, f"{words[one]}:read")
    return {words[one] for one in asked}


async def info(workspace: Workspace, args: Json) -> Json:
    return {"channel": payloads.channel_json(workspace, readable_channel(workspace, args))}


async def members(workspace: Workspace, args: Json) -> Json:
    found, more = page(workspace, readable_channel(workspace, args).members, args)
    return {"members": found, **more}


async def list_channels(workspace: Workspace, args: Json) -> Json:
    """List channels. The page is cut before the filters apply, as in Slack: trust the cursor, not the count."""
    kinds = check_types(workspace, args)
    found, more = page(workspace, list(workspace.channels.values()), args)
    bot = workspace.app.bot_user
    shown = [
        payloads.channel_json(workspace, channel)
        for channel in found
        if kind_of(channel) in kinds
        and workspace.can_see(bot, channel)
        and not (channel.is_archived and flag(args, "exclude_archived"))
    ]
    return {"channels": shown, **more}


async def open_conversation(workspace: Workspace, args: Json) -> Json:
    users = listed(args, "users")
    if len(users) != 1:
        require_scope(workspace, "mpim:write")
        raise Refused("not_enough_users")
    if workspace.user(users[0]).deleted:
        raise Refused("user_disabled")
    return {"channel": {"id": workspace.direct_channel(users[0]).id}}


async def create(workspace: Workspace, args: Json) -> Json:
    name, is_private = str(args.get("name") or ""), flag(args, "is_private")
    require_scope(workspace, "groups:write" if is_private else "channels:manage")
    _check_name(workspace, name)
    channel_id = "C" + re.sub(r"\W", "", name).upper()
    if channel_id in workspace.channels:
        channel_id = workspace.serial(channel_id)
    bot = workspace.app.bot_user
    channel = Channel(channel_id, name, [bot], is_private, creator=bot, created=int(workspace.now))
    workspace.save(channel)
    workspace.changed_in(channel.id)
    return {"channel": payloads.channel_json(workspace, channel)}


def _check_name(workspace: Workspace, name: str) -> None:
    if not name:
        raise Refused("invalid_name_required")
    if len(name) > NAME_LENGTH:
        raise Refused("invalid_name_maxlength")
    if not re.fullmatch(r"[^\W_A-Z][^\WA-Z]*(-[^\WA-Z]*)*", name):
        raise Refused("invalid_name_specials")
    if any(channel.name == name for channel in workspace.channels.values()):
        raise Refused("name_taken")


async def invite(workspace: Workspace, args: Json) -> Json:
    channel = visible_channel(workspace, needed(args, "channel"))
    require_scope(workspace, f"{kind_of(channel)}:write", f"{kind_of(channel)}:write.invites")
    if workspace.app.bot_user not in channel.members:
        raise Refused("not_in_channel")
    if channel.is_archived:
        raise Refused("is_archived")
    users = [workspace.user(user).id for user in listed(args, "users")]
    if workspace.app.bot_user in users:
        raise Refused("cant_invite_self")
    if any(user in channel.members for user in users):
        raise Refused("already_in_channel")
    channel.members += users
    workspace.save(channel)
    workspace.changed_in(channel.id)
    for user in users:
        await events.emit_joined(workspace, channel, user, workspace.app.bot_user)
    return {"channel": payloads.channel_json(workspace, channel)}


async def join(workspace: Workspace, args: Json) -> Json:
    channel = visible_channel(workspace, needed(args, "channel"))
    if channel.is_private or channel.is_im:
        raise Refused("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise Refused("is_archived")
    if workspace.app.bot_user not in channel.members:
        channel.members.append(workspace.app.bot_user)
        workspace.save(channel)
        workspace.changed_in(channel.id)
    return {"channel": payloads.channel_json(workspace, channel)}


def _readable_messages(workspace: Workspace, args: Json) -> tuple[Channel, list[Message]]:
    channel = readable_channel(workspace, args, "history")
    if workspace.app.bot_user not in channel.members:
        raise Refused("not_in_channel")
    newest = workspace.now - workspace.app.history_lag_seconds
    is_lagging = workspace.app.history_lag_seconds > 0
    found = [one for one in workspace.messages_in(channel.id) if not one.ephemeral_to]
    return channel, [one for one in found if not is_lagging or float(one.ts) <= newest]


def _between(messages: list[Message], args: Json) -> list[Message]:
    oldest, latest = str(args.get("oldest") or ""), str(args.get("latest") or "")
    is_inclusive = flag(args, "inclusive")

    def is_in(message: Message) -> bool:
        at = float(message.ts)
        after = not oldest or at > float(oldest) or (is_inclusive and at == float(oldest))
        return after and (not latest or at < float(latest) or (is_inclusive and at == float(latest)))

    return [message for message in messages if is_in(message)]


def _messages_page(workspace: Workspace, messages: list[Message], args: Json) -> Json:
    with_metadata = flag(args, "include_all_metadata")
    found, more = page(workspace, messages, args)
    shown = [payloads.message_json(workspace, message, with_metadata=with_metadata) for message in found]
    return {"messages": shown, "has_more": bool(more["response_metadata"]["next_cursor"]), **more}


async def history(workspace: Workspace, args: Json) -> Json:
    """Return a channel's messages, newest first, without replies unless they were sent to the channel too."""
    _, messages = _readable_messages(workspace, args)
    roots = [message for message in messages if not message.is_reply or message.broadcast]
    return _messages_page(workspace, _between(roots, args)[::-1], args)


async def replies(workspace: Workspace, args: Json) -> Json:
    """Return a thread, oldest first, the root before all."""
    channel, messages = _readable_messages(workspace, args)
    root_ts = str(needed(args, "ts"))
    root = next((message for message in messages if message.ts == root_ts), None)
    if root is None:
        raise Refused("thread_not_found")
    root_ts = root.thread_ts if root.is_reply else root.ts
    root = workspace.messages[f"{channel.id}:{root_ts}"]
    under = [message for message in messages if message.is_reply and message.thread_ts == root_ts]
    return _messages_page(workspace, [root, *_between(under, args)], args)


_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")

METHODS = {
    "conversations.info": Method(info, _READ),
    "conversations.members": Method(members, _READ),
    "conversations.list": Method(list_channels, _READ),
    "conversations.open": Method(open_conversation, ("im:write", "mpim:write")),
    "conversations.create": Method(create, ("groups:write", "channels:manage")),
    "conversations.invite": Method(invite, ("groups:write", "channels:manage", "groups:write.invites")),
    "conversations.join": Method(join, ("channels:join",)),
    "conversations.history": Method(history, _HISTORY),
    "conversations.replies": Method(replies, _HISTORY),
}
