"""What is on a person's screen: only what stands there can be clicked or filled."""

from typing import Any, Literal

from bot.playground import modals
from bot.playground.inputs import entered
from bot.playground.limits import elements_of
from bot.playground.payloads import file_json
from bot.playground.refused import Json, NotOnScreen
from bot.playground.state import Channel, Message, View
from bot.playground.suggesting import offering
from bot.playground.workspace import Workspace

Container = Message | View | tuple[str, str] | Literal["home"]


def visible_channel(workspace: Workspace, user: str, channel_id: str) -> Channel:
    """Return a channel that a person can open; raises NotOnScreen, in the same words when it does not exist."""
    channel = workspace.channels.get(channel_id)
    if channel is None or not workspace.can_see(user, channel):
        raise NotOnScreen(f"There is no channel {channel_id} here for {user}.")
    return channel


def visible_messages(workspace: Workspace, user: str, channel_id: str) -> list[Message]:
    """Return a channel's messages as a person sees them, oldest first: ephemeral ones only their own."""
    visible_channel(workspace, user, channel_id)
    return [one for one in workspace.messages_in(channel_id) if one.ephemeral_to in ("", user)]


def shown(workspace: Workspace, user: str, container: Container) -> Message | View:
    """Return the message or view as it stands now; raises NotOnScreen when this person does not see it."""
    if container == "home":
        home = modals.home_of(workspace, user)
        if home is None:
            raise NotOnScreen(f"{user} has no home view yet.")
        return home
    if isinstance(container, View):
        return _shown_view(workspace, user, container)
    channel_id, ts = (container.channel, container.ts) if isinstance(container, Message) else container
    for message in visible_messages(workspace, user, channel_id):
        if message.ts == ts and not message.deleted:
            return message
    raise NotOnScreen(f"{user} sees no message {ts} in {channel_id}.")


def _shown_view(workspace: Workspace, user: str, view: View) -> View:
    current = workspace.views.get(view.id)
    if current is None or current.user != user:
        raise NotOnScreen(f"The view {view.id} is not open for {user}.")
    if current.type == "modal" and modals.stack(workspace, user)[-1].id != current.id:
        raise NotOnScreen(f"Another modal lies on top of {view.id}.")
    return current


def find_element(
    place: Message | View, user: str, action_id: str, block_id: str = "", value: Any = None
) -> tuple[Json, Json]:
    """Return the one block and element with this action id; raises NotOnScreen for none, or for several alike."""
    found = [
        (block, element)
        for block in place.blocks
        for element in elements_of(block)
        if element.get("action_id") == action_id
        and block_id in ("", block["block_id"])
        and user in (element.get("visible_to_user_ids") or [user])
    ]
    if len(found) > 1 and value is not None:
        found = [(block, element) for block, element in found if element.get("value") == value]
    if not found:
        there = sorted(
            {str(element.get("action_id")) for block in place.blocks for element in elements_of(block)}
        )
        raise NotOnScreen(f"No {action_id} is shown; there are {there}.")
    if len(found) > 1:
        raise NotOnScreen(f"Several {action_id} are shown: say which by block_id or value.")
    return found[0]


def find_input(view: View, block_id: str) -> tuple[Json, Json]:
    """Return an input block and its element."""
    for block in view.blocks:
        if block["block_id"] == block_id and block["type"] == "input":
            return block, block["element"]
    there = [block["block_id"] for block in view.blocks if block["type"] == "input"]
    raise NotOnScreen(f"No input block {block_id} is shown; there are {there}.")


def enter(
    workspace: Workspace, user: str, place: Message | View, target: tuple[Json, Json], value: Any
) -> Json:
    """Return the state after an entry; raises NotOnScreen for what this person's client would not offer."""
    _, element = target
    kind = element["type"]
    state = entered(offering(place, target), value)
    for name, offered in _offers(workspace, user, element).items():
        chosen = state.get(name)
        for one in chosen if isinstance(chosen, list) else [chosen] if chosen else []:
            if one not in offered:
                raise NotOnScreen(
                    f"{element.get('action_id')} does not offer {one} to {user}: there are {sorted(offered)}."
                )
    if kind == "file_input":
        state["files"] = [file_json(workspace, workspace.files[file_id]) for file_id in state["files"]]
    return state


def _offers(workspace: Workspace, user: str, element: Json) -> dict[str, set[str]]:
    kind = element["type"].removeprefix("multi_")
    if kind == "users_select":
        users = {one.id for one in workspace.users.values() if not one.deleted}
        return {"selected_user": users, "selected_users": users}
    if kind == "conversations_select":
        ids = {channel.id for channel in conversations_offered(workspace, user, element)}
        return {"selected_conversation": ids, "selected_conversations": ids}
    if kind == "channels_select":
        ids = {
            one.id
            for one in workspace.channels.values()
            if not (one.is_private or one.is_im or one.is_archived)
        }
        return {"selected_channel": ids, "selected_channels": ids}
    if kind == "file_input":
        return {
            "files": {file.id for file in workspace.files.values() if file.user == user and file.is_uploaded}
        }
    return {}


def conversations_offered(workspace: Workspace, user: str, element: Json) -> list[Channel]:
    """Return what a conversations select lists for a person: what they can see and the filter lets through."""
    wanted = (element.get("filter") or {}).get("include") or ["im", "private", "public"]
    without_bots = (element.get("filter") or {}).get("exclude_bot_users", False)
    found = []
    for channel in workspace.channels.values():
        kind = "im" if channel.is_im else "private" if channel.is_private else "public"
        is_bot_chat = channel.is_im and workspace.app.bot_user in channel.members
        if (
            kind in wanted
            and workspace.can_see(user, channel)
            and not channel.is_archived
            and not (is_bot_chat and without_bots)
        ):
            found.append(channel)
    return found
