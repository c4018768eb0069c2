"""views.*: modals and App Home."""

from bot.playground import modals, payloads
from bot.playground.refused import Json
from bot.playground.state import View
from bot.playground.web_api import Method, needed
from bot.playground.workspace import Workspace


def _answer(workspace: Workspace, view: View) -> Json:
    return {"view": payloads.view_json(workspace, view)}


async def open_view(workspace: Workspace, args: Json) -> Json:
    return _answer(workspace, modals.open_view(workspace, needed(args, "trigger_id"), needed(args, "view")))


async def push_view(workspace: Workspace, args: Json) -> Json:
    return _answer(workspace, modals.push_view(workspace, needed(args, "trigger_id"), needed(args, "view")))


async def update_view(workspace: Workspace, args: Json) -> Json:
    view = modals.find_open(workspace, args.get("view_id"), args.get("external_id"))
    return _answer(
        workspace, modals.update_view(workspace, view, needed(args, "view"), str(args.get("hash") or ""))
    )


async def publish_view(workspace: Workspace, args: Json) -> Json:
    user = str(needed(args, "user_id"))
    return _answer(
        workspace, modals.publish_home(workspace, user, needed(args, "view"), str(args.get("hash") or ""))
    )


METHODS = {
    "views.open": Method(open_view),
    "views.push": Method(push_view),
    "views.update": Method(update_view),
    "views.publish": Method(publish_view),
}
