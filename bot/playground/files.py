"""Files: their bytes, who may read them."""

import mimetypes

from bot.playground.refused import NotOnScreen, Refused
from bot.playground.state import File
from bot.playground.workspace import Workspace

MOST_BYTES = 10 * 1024 * 1024
"""What a file_input takes for one file (Slack's documentation of the element)."""


def new_file(workspace: Workspace, name: str, user: str) -> File:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file = File(
        workspace.serial("F"), name.replace("/", "_"), user, mimetype=kind, created=int(workspace.now)
    )
    workspace.save(file)
    return file


def receive(workspace: Workspace, upload_token: str, data: bytes) -> File:
    """Store the bytes sent to an upload url; raises Refused when it is unknown, used, or the length is another."""
    for file in workspace.files.values():
        if file.upload_token == upload_token and not file.is_uploaded:
            if len(data) != file.size:
                raise Refused("length_mismatch", [f"{file.size} bytes were announced, {len(data)} came"])
            workspace.store.keep_content(file.id, data)
            file.is_uploaded = True
            workspace.save(file)
            return file
    raise Refused("file_not_found")


def from_person(workspace: Workspace, user: str, name: str, data: bytes) -> File:
    """Store a file that a person picked; the app may read it once it is submitted."""
    if not data:
        raise NotOnScreen("An empty file cannot be uploaded.")
    if len(data) > MOST_BYTES:
        raise NotOnScreen("A file may have 10 MB at most.")
    file = new_file(workspace, name, user)
    workspace.store.keep_content(file.id, data)
    file.size, file.is_uploaded = len(data), True
    workspace.save(file)
    return file


def may_read(workspace: Workspace, file: File, user: str) -> bool:
    """Return whether a person may open a file that is there: the owner, or whoever sees a channel it was shared in."""
    return not file.is_deleted and (
        file.user == user
        or any(
            channel in workspace.channels and workspace.can_see(user, workspace.channels[channel])
            for channel in file.channels
        )
    )
