"""Selects with outside options: what a person types goes to the app, and what it answers with can be chosen."""

from typing import Any

from bot.playground import payloads
from bot.playground.delivery import Reply
from bot.playground.inputs import initial_state, state_field
from bot.playground.interacting import deliver
from bot.playground.limits_of_elements import check_choices, options_of
from bot.playground.limits_of_values import LIMITS, at, check_object
from bot.playground.refused import Json, NotOnScreen
from bot.playground.state import Message, User, View
from bot.playground.workspace import Workspace

NOTHING: Json = {"options": []}
_EXTERNAL = ("external_select", "multi_external_select")
_SHORTEST = LIMITS["elements"]["external_select"]["fields"]["min_query_length"]["default"]


async def search(
    workspace: Workspace, user: User, place: Message | View, target: tuple[Json, Json], typed: str
) -> Json:
    """Ask the app for options, as Slack does when a list is opened and whenever somebody types into it.

    Returns its answer, ``{"options": ...}`` or ``{"option_groups": ...}``. What Slack would not take is noted, and nothing is
    offered then; nor is it before ``min_query_length`` letters are typed, and the app does not hear of those.
    """
    block, element = target
    if element["type"] not in _EXTERNAL:
        raise NotOnScreen(f"{element.get('action_id')} has its options in itself: nothing is loaded.")
    if len(typed) < element.get("min_query_length", _SHORTEST):
        return NOTHING
    body = payloads.interaction(
        workspace,
        user,
        "block_suggestion",
        block_id=block["block_id"],
        action_id=element["action_id"],
        value=typed,
        **payloads.place_json(workspace, place),
    )
    answer = _taken(workspace, await deliver(workspace, body))
    place.loaded.setdefault(block["block_id"], {})[element["action_id"]] = options_of(answer)
    workspace.save(place)
    return answer


def offering(place: Message | View, target: tuple[Json, Json]) -> Json:
    """Return the element with what can be chosen in it now: of outside options the loaded ones, and what is chosen already."""
    block, element = target
    if element["type"] not in _EXTERNAL:
        return element
    block_id, action_id = block["block_id"], element["action_id"]
    state = place.values.get(block_id, {}).get(action_id) or initial_state(element)
    held = state[state_field(element["type"])]
    chosen = held if isinstance(held, list) else [held] if held else []
    return {**element, "options": [*chosen, *place.loaded.get(block_id, {}).get(action_id, [])]}


def _taken(workspace: Workspace, reply: Reply) -> Json:
    if not reply.acked:
        return NOTHING
    problems = _problems(reply.payload)
    if problems:
        workspace.refuse("block_suggestion", "invalid_options", problems)
        return NOTHING
    answer: Json = reply.payload
    return answer


def _problems(answer: Any) -> list[str]:
    """Return everything that Slack would refuse in an answer; empty when it is fine."""
    if not isinstance(answer, dict):
        return [at("", "answer with options or option_groups")]
    problems = list(check_object(answer, {"object": "suggestion"}, ""))
    return problems or list(check_choices(answer, "external_select", ""))
