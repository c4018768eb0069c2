"""Payloads that Slack's client would never send, delivered by hand: anybody's clicks and forms, with ids that they cannot know."""

from typing import Any

from bot.playground import payloads
from bot.playground.delivery import INTERACTIVE, Reply
from bot.playground.state import View
from tests.world import Someone

Json = dict[str, Any]


async def clicks(someone: Someone, action_id: str, value: str) -> Reply:
    """Press a button that is not on this person's screen; return the app's answer."""
    workspace = someone.world.workspace
    return await _deliver(
        someone,
        "block_actions",
        container={"type": "message", "channel_id": "CGENERAL", "message_ts": "1.0"},
        channel={"id": "CGENERAL", "name": "general"},
        response_url=workspace.new_response_url(someone.id, "CGENERAL"),
        message={"type": "message", "ts": "1.0", "blocks": []},
        state={"values": {}},
        actions=[{"type": "button", "action_id": action_id, "block_id": "forged", "value": value}],
    )


async def submits(
    someone: Someone, callback_id: str, private_metadata: str, *, view_id: str = "VFORGED", **answers: Any
) -> Reply:
    """Submit a form that was never opened for this person; ``answers`` are plain texts. Returns the app's answer."""
    view = _view(someone, callback_id, private_metadata, view_id, answers)
    return await _deliver(someone, "view_submission", view=view, response_urls=[])


async def closes(someone: Someone, callback_id: str, private_metadata: str) -> Reply:
    """Close a form that was never opened for this person; return the app's answer."""
    view = _view(someone, callback_id, private_metadata, "VFORGED", {})
    return await _deliver(someone, "view_closed", view=view, is_cleared=False)


async def _deliver(someone: Someone, kind: str, **more: Any) -> Reply:
    workspace = someone.world.workspace
    trigger = workspace.new_trigger(someone.id)
    body = payloads.interaction(workspace, workspace.user(someone.id), kind, trigger_id=trigger, **more)
    reply = await workspace.delivery.deliver(INTERACTIVE, body)
    await someone.world.oops.settle()
    return reply


def _view(someone: Someone, callback_id: str, private_metadata: str, view_id: str, answers: Json) -> Json:
    blocks = [{"type": "input", "block_id": name} for name in answers]
    definition = {
        "type": "modal",
        "callback_id": callback_id,
        "private_metadata": private_metadata,
        "blocks": blocks,
    }
    values = {name: {f"{callback_id}.{name}": _state(value)} for name, value in answers.items()}
    view = View(view_id, someone.id, "modal", definition, hash="1.0", values=values)
    return payloads.view_json(someone.world.workspace, view)


def _state(value: Any) -> Json:
    if isinstance(value, dict):
        return value
    return {"type": "plain_text_input", "value": value}


def choice(value: str) -> Json:
    """Return the state of a menu in which ``value`` is chosen."""
    return {"type": "radio_buttons", "selected_option": {"value": value}}
