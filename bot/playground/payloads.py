"""The JSON that Slack sends and answers with, for users, channels, messages, views and interactions."""

from typing import Any

from bot.playground.refused import Json
from bot.playground.state import Channel, File, Message, User, View
from bot.playground.workspace import Workspace

VERIFICATION_TOKEN = "playground-verification-token"  # noqa: S105 - the deprecated field of every payload, worth nothing


def user_json(workspace: Workspace, user: User) -> Json:
    grid = {"id": user.id, "enterprise_id": workspace.team.enterprise_id, "teams": user.grid_teams}
    return {
        **({"enterprise_user": grid} if user.grid_teams else {}),
        "id": user.id,
        "team_id": user.team_id or workspace.team.id,
        "is_stranger": is_stranger(workspace, user),
        "name": user.name,
        "real_name": user.real_name,
        "deleted": user.deleted,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": user.tz_offset(workspace.now),
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": False,
        "locale": user.locale,
        "profile": {
            "real_name": user.real_name,
            "display_name": user.name,
            "team": workspace.team.id,
            "status_emoji": user.status_emoji,
            "status_text": "",
            "status_expiration": user.status_expiration,
        },
    }


def channel_json(workspace: Workspace, channel: Channel) -> Json:
    if channel.is_im:
        other = next((member for member in channel.members if member != workspace.app.bot_user), "")
        return {
            "id": channel.id,
            "is_im": True,
            "user": other,
            "created": channel.created,
            "is_archived": False,
        }
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_archived": channel.is_archived,
        "is_general": channel.name == "general",
        "is_shared": False,
        "is_ext_shared": is_ext_shared(workspace, channel),
        "is_member": workspace.app.bot_user in channel.members,
        "created": channel.created,
        "creator": channel.creator,
        "num_members": len(channel.members),
        "context_team_id": workspace.team.id,
    }


def is_ext_shared(workspace: Workspace, channel: Channel) -> bool:
    """Return whether people of another workspace are in the channel (Slack Connect)."""
    members = [workspace.users[member] for member in channel.members if member in workspace.users]
    return any(is_stranger(workspace, member) for member in members)


def is_stranger(workspace: Workspace, user: User) -> bool:
    """Return whether a person is in none of our workspaces but another one's."""
    return bool(user.team_id) and workspace.team.id not in user.grid_teams


def message_json(workspace: Workspace, message: Message, *, with_metadata: bool = False) -> Json:
    """Return a message as history and payloads show it; metadata only where it was asked for."""
    shown: Json = {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "text": message.text,
        "team": workspace.team.id,
    }
    if message.blocks:
        shown["blocks"] = message.blocks
    if message.bot_id:
        shown |= {"bot_id": message.bot_id, "app_id": workspace.app.id}
    if message.deleted:
        shown |= {"subtype": "tombstone", "user": "USLACKBOT"}
    if message.edited:
        shown["edited"] = message.edited
    if message.files:
        shown["files"] = [file_json(workspace, workspace.files[file_id]) for file_id in message.files]
    if with_metadata and message.metadata:
        shown["metadata"] = message.metadata
    return shown | _thread_json(workspace, message)


def _thread_json(workspace: Workspace, message: Message) -> Json:
    if message.is_reply:
        return {"thread_ts": message.thread_ts}
    replies = [reply for reply in workspace.replies(message) if not reply.ephemeral_to]
    if not replies:
        return {}
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": sorted({reply.user for reply in replies}),
        "latest_reply": replies[-1].ts,
    }


def file_json(workspace: Workspace, file: File) -> Json:
    """Return the file object of an answer or payload; of a deleted file there is only a tombstone."""
    if file.is_deleted:
        return {"id": file.id, "mode": "tombstone"}
    url = f"{workspace.base_url}/files/{file.id}/{file.name}"
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2],
        "user": file.user,
        "size": file.size,
        "mode": "hosted",
        "is_external": False,
        "url_private": url,
        "url_private_download": url,
        "channels": file.channels,
        "permalink": f"https://{workspace.team.domain}.slack.com/files/{file.user}/{file.id}/{file.name}",
    }


def view_json(workspace: Workspace, view: View, *, with_values: bool = True) -> Json:
    """Return the view object of a payload; a closed view has no values."""
    definition = view.view
    optional = {"title": None, "submit": None, "close": None}
    return {
        **optional,
        **definition,
        "id": view.id,
        "team_id": workspace.team.id,
        "app_id": workspace.app.id,
        "bot_id": workspace.app.bot_id,
        "app_installed_team_id": workspace.team.id,
        "callback_id": definition.get("callback_id", ""),
        "external_id": definition.get("external_id", ""),
        "private_metadata": definition.get("private_metadata", ""),
        "clear_on_close": definition.get("clear_on_close", False),
        "notify_on_close": definition.get("notify_on_close", False),
        "state": {"values": view.values if with_values else {}},
        "hash": view.hash,
        "root_view_id": view.root_view_id,
        "previous_view_id": view.previous_view_id or None,
    }


def channel_name_for_app(channel: Channel) -> str:
    """Return the name that payloads carry: private channels and direct messages do not tell theirs."""
    if channel.is_im:
        return "directmessage"
    return "privategroup" if channel.is_private else channel.name


def interaction(workspace: Workspace, user: User, kind: str, **more: Any) -> Json:
    """Return what every interactive payload starts with, plus `more`."""
    team = {"id": workspace.team.id, "domain": workspace.team.domain}
    grid = workspace.team.enterprise_id
    return {
        "type": kind,
        "user": {
            "id": user.id,
            "username": user.name,
            "name": user.name,
            "team_id": user.team_id or workspace.team.id,
        },
        "team": None if workspace.app.is_team_null else team,
        "enterprise": {"id": grid, "name": workspace.team.name} if grid else None,
        "is_enterprise_install": False,
        "api_app_id": workspace.app.id,
        "token": VERIFICATION_TOKEN,
        **more,
    }


def place_json(workspace: Workspace, place: Message | View) -> Json:
    """Return where an element was used: its container, and the view or the channel and the message.

    Slack does not send an ephemeral message back: the app has only its ts.
    """
    if isinstance(place, View):
        return {"container": {"type": "view", "view_id": place.id}, "view": view_json(workspace, place)}
    channel = workspace.channels[place.channel]
    container = {
        "type": "message",
        "message_ts": place.ts,
        "channel_id": channel.id,
        "is_ephemeral": bool(place.ephemeral_to),
    } | ({"thread_ts": place.thread_ts} if place.thread_ts else {})
    where = {"container": container, "channel": {"id": channel.id, "name": channel_name_for_app(channel)}}
    return where if place.ephemeral_to else where | {"message": message_json(workspace, place)}


def command(workspace: Workspace, user: User, channel: Channel, name: str, text: str) -> Json:
    """Return a slash command's form fields, with a fresh trigger and response_url."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.team.id,
        "team_domain": workspace.team.domain,
        "channel_id": channel.id,
        "channel_name": channel_name_for_app(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": workspace.app.id,
        "is_enterprise_install": "false",
        "response_url": workspace.new_response_url(user.id, channel.id),
        "trigger_id": workspace.new_trigger(user.id),
    }


def event_callback(workspace: Workspace, event: Json) -> Json:
    """Return the Events API wrapper around an event."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.team.id,
        "api_app_id": workspace.app.id,
        "event": event,
        "type": "event_callback",
        "event_id": workspace.serial("Ev"),
        "event_time": int(workspace.now),
        "event_context": workspace.serial("ctx-"),
        "is_ext_shared_channel": False,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.team.id,
                "user_id": workspace.app.bot_user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
    }
