"""What the page shows to one person, as JSON."""

from typing import Any

from bot.playground import modals, payloads
from bot.playground.people import Person
from bot.playground.refused import Json
from bot.playground.state import Channel, Message, View

SLACK_COMMANDS = (
    {
        "command": "/invite",
        "description": "Slack: add somebody or an app to this channel",
        "usage_hint": "@name",
    },
    {
        "command": "/remove",
        "description": "Slack: take somebody or an app out of this channel",
        "usage_hint": "@name",
    },
    {"command": "/archive", "description": "Slack: archive this channel", "usage_hint": ""},
    {"command": "/unarchive", "description": "Slack: bring an archived channel back", "usage_hint": ""},
)


def state(person: Person, next_check_in: str | None, *, is_fast: bool) -> Json:
    workspace = person.workspace
    return {
        "team": {"id": workspace.team.id, "name": workspace.team.name},
        "now": workspace.clock().isoformat(),
        "me": person.id,
        "people": [_user(user) for user in workspace.users.values() if not user.deleted],
        "groups": [{"id": group.id, "handle": group.handle} for group in workspace.usergroups.values()],
        "channels": [_channel(person, channel) for channel in person.channels],
        "commands": [*(vars(one) for one in workspace.app.commands), *SLACK_COMMANDS],
        "shortcuts": [vars(one) for one in workspace.app.shortcuts],
        "next_check_in": next_check_in,
        "fast_clock": is_fast,
        "notices": person.notices,
    }


def _user(user: Any) -> Json:
    return {
        "id": user.id,
        "name": user.real_name,
        "tz": user.tz,
        "is_admin": user.is_admin,
        "is_bot": user.is_bot,
    }


def _channel(person: Person, channel: Channel) -> Json:
    read = channel.read.get(person.id, "")
    unread = [one for one in person.sees(channel.id) if one.ts > read and one.user != person.id]
    return {
        "id": channel.id,
        "name": channel.name,
        "is_private": channel.is_private,
        "is_im": channel.is_im,
        "is_archived": channel.is_archived,
        "unread": len(unread),
        "members": channel.members,
    }


def messages(person: Person, found: list[Message]) -> Json:
    return {"messages": [_message(person, one) for one in found]}


def mark_read(person: Person, channel_id: str, found: list[Message]) -> None:
    """Remember the newest message that a person has looked at."""
    channel = person.workspace.channels[channel_id]
    if found and channel.read.get(person.id, "") < found[-1].ts:
        channel.read[person.id] = found[-1].ts
        person.workspace.save(channel)
        person.workspace.changed_for([person.id])


def _message(person: Person, message: Message) -> Json:
    workspace = person.workspace
    user = workspace.users[message.user]
    replies = [one for one in workspace.replies(message) if not one.ephemeral_to]
    return {
        "ts": message.ts,
        "user": user.id,
        "user_name": user.real_name,
        "is_bot": user.is_bot,
        "text": message.text,
        "blocks": message.blocks,
        "values": message.values,
        "thread_ts": message.thread_ts or None,
        "reply_count": len(replies),
        "reply_users": sorted({one.user for one in replies}),
        "edited": bool(message.edited),
        "ephemeral": bool(message.ephemeral_to),
        "ephemeral_id": message.ephemeral_id or None,
        "files": [_file(person, one) for one in message.files if not person.workspace.files[one].is_deleted],
    }


def _file(person: Person, file_id: str) -> Json:
    file = person.workspace.files[file_id]
    url = f"/play/files/{file.id}?user={person.id}"
    return {
        "id": file.id,
        "name": file.name,
        "url": url,
        "mimetype": file.mimetype,
        "alt_text": file.alt_text,
    }


def views(person: Person) -> Json:
    return {"views": [_view(person, view) for view in person.views]}


def _view(person: Person, view: View) -> Json:
    return {
        "id": view.id,
        "hash": view.hash,
        "view": payloads.view_json(person.workspace, view),
        "values": view.values,
        "errors": view.errors,
        "notice": view.notice,
    }


def home(person: Person) -> Json:
    found = modals.home_of(person.workspace, person.id)
    return {"view": payloads.view_json(person.workspace, found) if found else None}
