"""files.*: the three-step upload, reading a file's facts, deleting one."""

from typing import Any

from bot.playground import payloads
from bot.playground.api_chat import check_thread, writable_channel
from bot.playground.files import new_file
from bot.playground.limits_of_values import at
from bot.playground.refused import Json, Refused
from bot.playground.state import File
from bot.playground.web_api import Method, listed, needed
from bot.playground.workspace import Workspace

MOST_CHANNELS = 100
MOST_ALT_TEXT = 1000


async def get_upload_url(workspace: Workspace, args: Json) -> Json:
    length = int(float(needed(args, "length")))
    if length <= 0:
        raise Refused("invalid_arguments", ["length must be more than 0"])
    file = new_file(workspace, str(needed(args, "filename")), workspace.app.bot_user)
    file.size, file.upload_token = length, workspace.serial("upload")
    file.alt_text = _alt_text(args)
    workspace.save(file)
    return {"file_id": file.id, "upload_url": f"{workspace.base_url}/upload/v1/{file.upload_token}"}


def _alt_text(args: Json) -> str:
    """Return what a picture shows (the method's argument ``alt_txt``, of 1000 characters at most)."""
    given = str(args.get("alt_txt") or "")
    if len(given) > MOST_ALT_TEXT:
        raise Refused("alt_txt_too_large")
    return given


async def complete_upload(workspace: Workspace, args: Json) -> Json:
    """Finish uploads and share them as one message of the bot; without a channel they stay private to it."""
    channels = listed(args, "channels") or listed(args, "channel_id")
    if len(channels) > MOST_CHANNELS:
        raise Refused("too_many_channels")
    places = [writable_channel(workspace, channel) for channel in channels]
    threads = [check_thread(workspace, place, args.get("thread_ts")) for place in places]
    entries = needed(args, "files")
    found = [_uploaded(workspace, entry) for entry in entries]
    for file, entry in zip(found, entries, strict=True):
        file.title, file.is_complete = str(entry.get("title") or file.name), True
        file.channels += [place.id for place in places]
        workspace.save(file)
    for place, thread_ts in zip(places, threads, strict=True):
        text, ids = str(args.get("initial_comment") or ""), [file.id for file in found]
        bot = workspace.app
        workspace.post(place.id, bot.bot_user, text, bot_id=bot.bot_id, thread_ts=thread_ts, files=ids)
    return {"files": [payloads.file_json(workspace, file) for file in found]}


def _uploaded(workspace: Workspace, entry: Any) -> File:
    if not isinstance(entry, dict):
        raise Refused("invalid_arguments", [at("/files", "must be an array of objects")])
    file = workspace.files.get(str(entry.get("id")))
    if file is None or not file.is_uploaded or file.is_complete:
        raise Refused("file_not_found")
    return file


def _complete(workspace: Workspace, args: Json) -> File:
    file = workspace.files.get(str(needed(args, "file")))
    if file is None or not file.is_complete:
        raise Refused("file_not_found")
    if file.is_deleted:
        raise Refused("file_deleted")
    return file


async def file_info(workspace: Workspace, args: Json) -> Json:
    return {"file": payloads.file_json(workspace, _complete(workspace, args))}


async def delete_file(workspace: Workspace, args: Json) -> Json:
    """Delete one of the app's own files (docs.slack.dev, files.delete)."""
    file = _complete(workspace, args)
    if file.user != workspace.app.bot_user:
        raise Refused("cant_delete_file")
    file.is_deleted = True
    workspace.save(file)
    for channel in file.channels:
        workspace.changed_in(channel)
    return {}


METHODS = {
    "files.getUploadURLExternal": Method(get_upload_url, ("files:write",)),
    "files.completeUploadExternal": Method(complete_upload, ("files:write",)),
    "files.info": Method(file_info, ("files:read",)),
    "files.delete": Method(delete_file, ("files:write",)),
}
