"""From a click, a choice or a submitted modal to the app, and what its answer does to the screen."""

from typing import Any

from bot.playground import modals, payloads
from bot.playground.delivery import INTERACTIVE, Reply
from bot.playground.inputs import client_errors, initial_values, state_field, stateful
from bot.playground.limits_of_values import at
from bot.playground.limits_of_views import check_view
from bot.playground.refused import Json, NotOnScreen, Refused
from bot.playground.state import Message, User, View
from bot.playground.workspace import Workspace

TROUBLE = "We had some trouble connecting. Try again?"
_ANSWERED = ("view_submission", "block_suggestion")


async def deliver(workspace: Workspace, body: Json) -> Reply:
    """Hand an interaction to the app; a person is told when it did not answer in time."""
    reply = await workspace.delivery.deliver(INTERACTIVE, body)
    if not reply.acked:
        workspace.notify(body["user"]["id"], "This app did not respond. Try again?")
    elif reply.payload not in (None, "", {}) and body["type"] not in _ANSWERED:
        workspace.refuse(
            body["type"], "unexpected_ack_body", ["Slack takes an empty answer here and ignores others"]
        )
    return reply


async def act(
    workspace: Workspace, user: User, place: Message | View, target: tuple[Json, Json], state: Json | None
) -> None:
    """Send block_actions for one block's element; `state` is its new entry, None for a button."""
    block, element = target
    if state is not None and element["type"] != "overflow":
        place.values = place.values or initial_values(place.blocks)
        place.values.setdefault(block["block_id"], {})[element["action_id"]] = state
        workspace.save(place)
    body = _with_place(workspace, user, place)
    body["actions"] = [_action(workspace, block, element, state)]
    await deliver(workspace, body)


def _action(workspace: Workspace, block: Json, element: Json, state: Json | None) -> Json:
    action = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "action_ts": f"{workspace.now:.6f}",
    }
    if state is not None:
        return action | state
    shared = {name: element[name] for name in ("text", "value", "style", "url") if name in element}
    return action | shared


def _with_place(workspace: Workspace, user: User, place: Message | View) -> Json:
    where = payloads.place_json(workspace, place)
    in_modal = place.id if isinstance(place, View) and place.type == "modal" else ""
    if isinstance(place, Message):
        where |= {
            "state": {"values": place.values or initial_values(place.blocks)},
            "response_url": workspace.new_response_url(user.id, place.channel, place.ts, place.thread_ts),
        }
    trigger = workspace.new_trigger(user.id, in_modal)
    return payloads.interaction(workspace, user, "block_actions", trigger_id=trigger, **where)


async def submit(workspace: Workspace, user: User, view: View) -> dict[str, str]:
    """Submit a modal; returns the errors beside its fields, the client's own or the app's, by block id.

    An app that does not answer, or badly, leaves the modal open with Slack's sentence in `view.notice`.
    """
    if "submit" not in view.view:
        raise NotOnScreen("This modal has no submit button.")
    view.errors, view.notice = client_errors(view.blocks, view.values), ""
    workspace.save(view)
    workspace.changed_for([user.id])
    if view.errors:
        return view.errors
    _share_files(workspace, view)
    body = payloads.interaction(
        workspace,
        user,
        "view_submission",
        trigger_id=workspace.new_trigger(user.id),
        view=payloads.view_json(workspace, view),
        response_urls=_response_urls(workspace, user, view),
    )
    reply = await deliver(workspace, body)
    return _take_answer(workspace, view, reply)


def _share_files(workspace: Workspace, view: View) -> None:
    for entries in view.values.values():
        for state in entries.values():
            for file in state.get("files") or []:
                workspace.files[file["id"]].is_complete = True
                workspace.save(workspace.files[file["id"]])


def _response_urls(workspace: Workspace, user: User, view: View) -> list[Json]:
    urls = []
    for block, element in stateful(view.blocks):
        channel = view.values[block["block_id"]][element["action_id"]].get(state_field(element["type"]))
        if element.get("response_url_enabled") and isinstance(channel, str):
            urls.append(
                {
                    "block_id": block["block_id"],
                    "action_id": element["action_id"],
                    "channel_id": channel,
                    "response_url": workspace.new_response_url(user.id, channel),
                }
            )
    return urls


def _take_answer(workspace: Workspace, view: View, reply: Reply) -> dict[str, str]:
    if view.id not in workspace.views:  # the app or the person closed it while the answer was on its way
        return {}
    if not reply.acked:
        return _trouble(workspace, view)
    if reply.payload in (None, ""):
        modals.close(workspace, [view])
        return {}
    try:
        return _take_response_action(workspace, view, reply.payload)
    except Refused as refused:
        workspace.refuse("view_submission", refused.error, refused.messages)
        return _trouble(workspace, view)


def _trouble(workspace: Workspace, view: View) -> dict[str, str]:
    view.notice = TROUBLE
    workspace.save(view)
    workspace.changed_for([view.user])
    return {}


def _take_response_action(workspace: Workspace, view: View, answer: Any) -> dict[str, str]:
    action = answer.get("response_action") if isinstance(answer, dict) else None
    if action == "errors":
        view.errors = _checked_errors(view, answer.get("errors"))
        workspace.save(view)
        workspace.changed_for([view.user])
        return view.errors
    if action == "clear":
        modals.close(workspace, modals.stack(workspace, view.user))
    elif action == "update":
        modals.update_view(workspace, view, answer.get("view"))
    elif action == "push":
        check_view(answer.get("view"), "modal")
        modals.push_onto(workspace, view.user, answer["view"])
    else:
        raise Refused(
            "invalid_response_action", [at("", "answer with an empty body, errors, update, push or clear")]
        )
    return {}


def _checked_errors(view: View, errors: Any) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors:
        raise Refused("invalid_errors", [at("/errors", "must name at least one input block")])
    for block_id, sentence in errors.items():
        if block_id not in inputs:
            raise Refused(
                "invalid_errors", [at(f"/errors/{block_id}", "is not the block id of an input block")]
            )
        if not isinstance(sentence, str) or not sentence:
            raise Refused("invalid_errors", [at(f"/errors/{block_id}", "must be a sentence")])
    return dict(errors)


async def close(workspace: Workspace, user: User, view: View, *, everything: bool) -> None:
    """Close the top modal, or all of them with the x; the app hears of it when it asked to (notify_on_close)."""
    views = modals.stack(workspace, user.id) if everything or view.view.get("clear_on_close") else [view]
    told = views[0] if everything else view
    modals.close(workspace, views)
    if told.view.get("notify_on_close"):
        shown = payloads.view_json(workspace, told, with_values=False)
        await deliver(
            workspace, payloads.interaction(workspace, user, "view_closed", view=shown, is_cleared=everything)
        )
