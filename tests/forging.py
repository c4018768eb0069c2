"""Payloads that Slack's client would never send, delivered by hand: anybody's clicks and forms, with ids that they cannot know."""

from dataclasses import dataclass
from typing import Any

from bot.playground import payloads
from bot.playground.delivery import COMMANDS, EVENTS, INTERACTIVE, Reply
from bot.playground.state import View
from tests.world import Someone

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request says that it comes from: the workspace that it is for, and the one of the person."""

    team: str = "TRIVER"
    person: str = "TRIVER"


HERE = Origin()
SLACK_CONNECT = Origin(person="TOTHER")
ELSEWHERE = Origin("TOTHER", "TOTHER")


async def types(someone: Someone, text: str, *, origin: Origin = HERE) -> Reply:
    """Type ``/oops`` and some words; return the app's answer. Slack runs the apps of the person's own workspace."""
    workspace = someone.world.workspace
    body = payloads.command(
        workspace, workspace.user(someone.id), workspace.channels["CGENERAL"], "/oops", text
    )
    reply = await workspace.delivery.deliver(COMMANDS, body | {"team_id": origin.person})
    await someone.world.oops.settle()
    return reply


async def opens_home(someone: Someone, *, origin: Origin = HERE) -> None:
    """Open App Home."""
    workspace = someone.world.workspace
    event = {"type": "app_home_opened", "user": someone.id, "channel": f"D{someone.id[1:]}", "tab": "home"}
    body = payloads.event_callback(workspace, event)
    body["team_id"] = body["authorizations"][0]["team_id"] = origin.team
    await workspace.delivery.deliver(EVENTS, body)
    await someone.world.oops.settle()


async def uses_shortcut(someone: Someone, callback_id: str, *, origin: Origin = HERE) -> Reply:
    """Use a shortcut; return the app's answer."""
    if callback_id == "report_oops":
        return await _deliver(someone, origin, "shortcut", callback_id=callback_id)
    more = _in_a_message(someone) | {"callback_id": callback_id, "message_ts": "1.0"}
    return await _deliver(someone, origin, "message_action", **more)


async def clicks(
    someone: Someone, action_id: str, value: str, *, view: View | None = None, origin: Origin = HERE
) -> Reply:
    """Press a button that is not on this person's screen, or not in this ``view`` of theirs; return the app's answer."""
    action = {"type": "button", "action_id": action_id, "block_id": "forged", "value": value}
    place = _in_a_message(someone) if view is None else _in_a_view(someone, view)
    return await _deliver(someone, origin, "block_actions", actions=[action], **place)


async def chooses(
    someone: Someone,
    action_id: str,
    value: str,
    private_metadata: str,
    *,
    view: View | None = None,
    origin: Origin = HERE,
) -> Reply:
    """Choose in a menu of a modal that was never opened for this person, or of ``view``; return the app's answer."""
    action = {"type": "static_select", "action_id": action_id, "block_id": "forged", **choice(value)}
    shown = view or View("VFORGED", someone.id, "modal", _form("forged", private_metadata, {}), hash="1.0")
    return await _deliver(
        someone,
        origin,
        "block_actions",
        **_in_a_view(someone, shown),
        actions=[action | {"type": "static_select"}],
    )


async def searches(
    someone: Someone, action_id: str, typed: str, private_metadata: str = "", *, origin: Origin = HERE
) -> Reply:
    """Type into a menu of a modal that was never opened for this person; return the app's answer."""
    view = View("VFORGED", someone.id, "modal", _form("forged", private_metadata, {}), hash="1.0")
    asked = {"action_id": action_id, "block_id": "forged", "value": typed}
    return await _deliver(someone, origin, "block_suggestion", **asked, **_in_a_view(someone, view))


async def submits(
    someone: Someone,
    callback_id: str,
    private_metadata: str,
    *,
    view_id: str = "VFORGED",
    origin: Origin = HERE,
    **answers: Any,
) -> Reply:
    """Submit a form that was never opened for this person; ``answers`` are plain texts. Returns the app's answer."""
    view = _view(someone, callback_id, private_metadata, view_id, answers)
    return await _deliver(someone, origin, "view_submission", view=view, response_urls=[])


async def closes(
    someone: Someone, callback_id: str, private_metadata: str, *, origin: Origin = HERE
) -> Reply:
    """Close a form that was never opened for this person; return the app's answer."""
    view = _view(someone, callback_id, private_metadata, "VFORGED", {})
    return await _deliver(someone, origin, "view_closed", view=view, is_cleared=False)


async def _deliver(someone: Someone, origin: Origin, kind: str, **more: Any) -> Reply:
    workspace = someone.world.workspace
    below = str(more["view"]["id"]) if "view" in more else ""
    trigger = workspace.new_trigger(someone.id, below if below in workspace.views else "")
    body = payloads.interaction(workspace, workspace.user(someone.id), kind, trigger_id=trigger, **more)
    body["team"] = {"id": origin.team, "domain": "forged"}
    body["user"]["team_id"] = origin.person
    if "view" in body:
        body["view"]["app_installed_team_id"] = origin.team
    reply = await workspace.delivery.deliver(INTERACTIVE, body)
    await someone.world.oops.settle()
    return reply


def _in_a_message(someone: Someone) -> Json:
    return {
        "container": {"type": "message", "channel_id": "CGENERAL", "message_ts": "1.0"},
        "channel": {"id": "CGENERAL", "name": "general"},
        "response_url": someone.world.workspace.new_response_url(someone.id, "CGENERAL"),
        "message": {"type": "message", "ts": "1.0", "blocks": []},
        "state": {"values": {}},
    }


def _in_a_view(someone: Someone, view: View) -> Json:
    return {
        "container": {"type": "view", "view_id": view.id},
        "view": payloads.view_json(someone.world.workspace, view),
    }


def _form(callback_id: str, private_metadata: str, answers: Json) -> Json:
    return {
        "type": "modal",
        "callback_id": callback_id,
        "private_metadata": private_metadata,
        "blocks": [_input(callback_id, name) for name in answers],
    }


def _input(callback_id: str, name: str) -> Json:
    element = {"type": "plain_text_input", "action_id": f"{callback_id}.{name}"}
    return {"type": "input", "block_id": name, "element": element}


def _view(someone: Someone, callback_id: str, private_metadata: str, view_id: str, answers: Json) -> Json:
    values = {name: {f"{callback_id}.{name}": _state(value)} for name, value in answers.items()}
    definition = _form(callback_id, private_metadata, answers)
    view = View(view_id, someone.id, "modal", definition, hash="1.0", values=values)
    return payloads.view_json(someone.world.workspace, view)


def _state(value: Any) -> Json:
    if isinstance(value, dict):
        return value
    return {"type": "plain_text_input", "value": value}


def chosen_person(user_id: str) -> Json:
    """Return the state of a menu in which a person is chosen."""
    return {"type": "users_select", "selected_user": user_id}


def chosen_channel(channel_id: str) -> Json:
    """Return the state of a menu in which a channel is chosen."""
    return {"type": "conversations_select", "selected_conversation": channel_id}


def choice(value: str) -> Json:
    """Return the state of a menu in which ``value`` is chosen."""
    return {"type": "radio_buttons", "selected_option": {"value": value}}
