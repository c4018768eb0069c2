"""chat.*: posting, changing and deleting messages."""

from typing import Any

from bot.playground import payloads
from bot.playground.limits_of_values import LIMITS, at
from bot.playground.limits_of_views import check_message
from bot.playground.refused import Json, Refused
from bot.playground.state import Channel, Message
from bot.playground.web_api import Method, flag, needed
from bot.playground.workspace import Workspace

_BY_BOT_ONLY = ("username", "icon_emoji", "icon_url")


def writable_channel(workspace: Workspace, channel_id: Any) -> Channel:
    """Return a channel the bot may write in, a person's id meaning the direct conversation.

    Raises Refused: channel_not_found (also a private channel without the bot), not_in_channel, is_archived.
    """
    if channel_id in workspace.users:
        return workspace.direct_channel(channel_id)
    channel = visible_channel(workspace, channel_id)
    if workspace.app.bot_user not in channel.members:
        raise Refused("not_in_channel")
    if channel.is_archived:
        raise Refused("is_archived")
    return channel


def visible_channel(workspace: Workspace, channel_id: Any) -> Channel:
    """Return a channel that the bot may know of; raises Refused("channel_not_found")."""
    channel = workspace.channel(str(channel_id))
    if not workspace.can_see(workspace.app.bot_user, channel):
        raise Refused("channel_not_found")
    return channel


def check_thread(workspace: Workspace, channel: Channel, thread_ts: Any) -> str:
    """Return a thread's root ts; raises Refused for one that is not there, is a reply, or was deleted."""
    if not thread_ts:
        return ""
    root = workspace.messages.get(f"{channel.id}:{thread_ts}")
    if root is None or root.deleted or root.is_reply or root.ephemeral_to:
        raise Refused(
            "cannot_reply_to_message", [at("/thread_ts", "must be the ts of a thread's first message")]
        )
    return root.ts


def _thread_for_reply(workspace: Workspace, channel: Channel, thread_ts: Any) -> str:
    """Return a thread's root ts, empty for one that was deleted: the reply stands in the channel then (slack-go/slack#1571)."""
    if thread_ts and workspace.app.refuses_replies_with:
        raise Refused(workspace.app.refuses_replies_with)
    is_erased = f"{channel.id}:{thread_ts}" in workspace.erased
    return "" if is_erased else check_thread(workspace, channel, thread_ts)


def _check_sender(args: Json) -> None:
    if any(name in args for name in _BY_BOT_ONLY):
        raise Refused("missing_scope", needed="chat:write.customize", provided="chat:write")


def _note_long_text(workspace: Workspace, method: str, text: str) -> None:
    most = LIMITS["message"]["text"]["recommended_max_len"]
    if len(text) > most:
        workspace.refuse(
            method, "text_may_be_split", [at("/text", f"keep it to {most} characters: it has {len(text)}")]
        )


async def post_message(workspace: Workspace, args: Json) -> Json:
    channel = writable_channel(workspace, needed(args, "channel"))
    check_message(args)
    _check_sender(args)
    _note_long_text(workspace, "chat.postMessage", args["text"])
    message = workspace.post(
        channel.id,
        workspace.app.bot_user,
        args["text"][: LIMITS["message"]["text"]["truncated_over"]],
        args.get("blocks"),
        bot_id=workspace.app.bot_id,
        thread_ts=_thread_for_reply(workspace, channel, args.get("thread_ts")),
        metadata=args.get("metadata") or None,
        broadcast=flag(args, "reply_broadcast"),
    )
    return {"channel": channel.id, "ts": message.ts, "message": payloads.message_json(workspace, message)}


async def post_ephemeral(workspace: Workspace, args: Json) -> Json:
    channel = writable_channel(workspace, needed(args, "channel"))
    user = workspace.user(str(needed(args, "user")))
    if user.id not in channel.members:
        raise Refused("user_not_in_channel")
    check_message(args)
    _check_sender(args)
    message = workspace.post(
        channel.id,
        workspace.app.bot_user,
        args["text"],
        args.get("blocks"),
        bot_id=workspace.app.bot_id,
        thread_ts=check_thread(workspace, channel, args.get("thread_ts")),
        ephemeral_to=user.id,
    )
    return {"message_ts": message.ts}


def _own_message(workspace: Workspace, args: Json, otherwise: str) -> tuple[Channel, Message]:
    channel = visible_channel(workspace, needed(args, "channel"))
    message = workspace.message(channel.id, str(needed(args, "ts")))
    if message.ephemeral_to:
        raise Refused("message_not_found")
    if message.user != workspace.app.bot_user:
        raise Refused(otherwise)
    return channel, message


async def update_message(workspace: Workspace, args: Json) -> Json:
    """Change a message. Text without blocks removes the blocks; metadata stays unless given, {} clears it."""
    channel, message = _own_message(workspace, args, "cant_update_message")
    if channel.is_archived:
        raise Refused("is_inactive")
    check_message(args)
    if len(args["text"]) > LIMITS["message"]["text_update_max_len"]["value"]:
        raise Refused(LIMITS["message"]["text_update_max_len"]["error"])
    message.text = args["text"]
    message.blocks = workspace.with_ids(args.get("blocks") or [])
    if args.get("metadata") is not None:
        message.metadata = args["metadata"] or None
    message.edited = {"user": message.user, "ts": workspace.new_ts()}
    message.values = {}
    workspace.save(message)
    workspace.changed_in(channel.id)
    shown = payloads.message_json(workspace, message)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


async def delete_message(workspace: Workspace, args: Json) -> Json:
    channel, message = _own_message(workspace, args, "cant_delete_message")
    workspace.erase(message)
    return {"channel": channel.id, "ts": message.ts}


async def get_permalink(workspace: Workspace, args: Json) -> Json:
    channel = visible_channel(workspace, needed(args, "channel"))
    message = workspace.message(channel.id, str(needed(args, "message_ts")))
    if message.ephemeral_to:
        raise Refused("message_not_found")
    link = f"https://{workspace.team.domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


METHODS = {
    "chat.postMessage": Method(post_message, ("chat:write",)),
    "chat.postEphemeral": Method(post_ephemeral, ("chat:write",)),
    "chat.update": Method(update_message, ("chat:write",)),
    "chat.delete": Method(delete_message, ("chat:write",)),
    "chat.getPermalink": Method(get_permalink),
}
