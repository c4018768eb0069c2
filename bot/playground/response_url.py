"""A response_url: five posts in thirty minutes, also where the bot is no member."""

from bot.playground.limits_of_views import check_message
from bot.playground.refused import Json, Refused
from bot.playground.state import Message, ResponseUrl
from bot.playground.web_api import flag
from bot.playground.workspace import Call, Workspace


def respond(workspace: Workspace, url_id: str, body: Json) -> None:
    """Do what a post to a response_url asks. Raises Refused: expired_url, used_url, no_text, invalid_blocks."""
    try:
        _respond(workspace, url_id, body)
    except Refused as refused:
        workspace.calls.append(Call(workspace.clock(), "response_url", body, refused.error))
        workspace.refuse("response_url", refused.error, refused.messages)
        raise
    workspace.calls.append(Call(workspace.clock(), "response_url", body))


def _respond(workspace: Workspace, url_id: str, body: Json) -> None:
    url = workspace.response_urls.get(url_id)
    if url is None or workspace.now > url.expires_at:
        raise Refused("expired_url")
    if url.uses >= workspace.app.response_url_uses:
        raise Refused("used_url")
    source = workspace.messages.get(f"{url.channel}:{url.ts}") if url.ts else None
    if flag(body, "delete_original"):
        _delete(workspace, source)
    else:
        check_message(body)
        # Only the source of a click is overwritten by default; a command's line can never be replaced.
        if url.ts and flag(body, "replace_original", default=True):
            _replace(workspace, source, body)
        else:
            show(workspace, url, body)
    url.uses += 1
    workspace.save(url)


def _delete(workspace: Workspace, source: Message | None) -> None:
    if source is None:
        raise Refused("message_not_found")
    workspace.erase(source)


def _replace(workspace: Workspace, source: Message | None, body: Json) -> None:
    if source is None:
        raise Refused("message_not_found")
    source.text = body["text"]
    source.blocks = workspace.with_ids(body.get("blocks") or [])
    source.values = {}
    if not source.ephemeral_to:
        source.edited = {"user": source.user, "ts": workspace.new_ts()}
    workspace.save(source)
    workspace.changed_in(source.channel)


def show(workspace: Workspace, url: ResponseUrl, body: Json) -> Message:
    """Post a checked answer as the app: to the person alone unless it says "in_channel"."""
    is_public = body.get("response_type") == "in_channel"
    return workspace.post(
        url.channel,
        workspace.app.bot_user,
        body["text"],
        body.get("blocks"),
        bot_id=workspace.app.bot_id,
        thread_ts=str(body.get("thread_ts") or ""),
        ephemeral_to="" if is_public else url.user,
    )
