"""Requests that are not of our own workspace's people: Slack Connect brings others into a channel, who can do nothing here.

In an Enterprise Grid a person can be of several workspaces: where ours is one of them, they are no stranger.
"""

import json
from collections.abc import Callable, Coroutine
from typing import Any

from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse

from handlers.errors import tell
from messages.problem import Problem, problem_message, problem_view, problem_words


def is_stranger(body: dict[str, Any], team_id: str) -> bool:
    """Return whether a request comes from another workspace, or from a person of one, or does not say from where."""
    teams = _teams_of_an_event(body) if "event" in body else _teams_of_a_person(body)
    return teams != {team_id}


def may_be_of_our_grid(body: dict[str, Any], team_id: str) -> bool:
    """Return whether a request comes from our workspace of an Enterprise Grid, and only the person is named as another one's.

    Slack names the first workspace that they are in, wherever they act (github.com/slackapi/bolt-js/issues/1875).
    """
    team = body.get("team")
    acted_in = team if isinstance(team, str) else _in(team, "id")
    return "event" not in body and bool(_in(body.get("enterprise"), "id")) and acted_in in {None, team_id}


def _teams_of_an_event(body: dict[str, Any]) -> set[Any]:
    """Return the workspace that an event was sent for; whoever it is about may be of another one, as in a shared channel."""
    authorizations = body.get("authorizations")
    if isinstance(authorizations, list) and authorizations:
        return {str(_in(authorizations[0], "team_id"))}
    return {str(body.get("team_id"))}


def _teams_of_a_person(body: dict[str, Any]) -> set[Any]:
    team, view = body.get("team"), body.get("view")
    named = (
        team if isinstance(team, str) else _in(team, "id"),
        body.get("team_id"),
        _in(body.get("user"), "team_id"),
        _in(view, "app_installed_team_id"),
    )
    return {str(name) for name in named if name is not None}


def _in(thing: Any, name: str) -> Any:
    return thing.get(name) if isinstance(thing, dict) else None


async def refuse(
    body: dict[str, Any],
    context: AsyncBoltContext,
    start: Callable[[Coroutine[Any, Any, None]], object],
) -> BoltResponse:
    """Return the answer to a stranger, in the way of what they used; ``start`` keeps what follows it."""
    refusal = problem_words(Problem.STRANGER)
    if "command" in body:
        return _answered({**problem_message(refusal), "response_type": "ephemeral"})
    if body.get("type") == "view_submission":
        return _answered({"response_action": "push", "view": problem_view("Not for you", refusal)})
    if body.get("type") == "block_suggestion":  # a list has no place for a sentence
        return _answered({"options": []})
    response_url = body.get("response_url")
    if context.client is not None and isinstance(response_url, str) and response_url:
        start(tell(context.client, "", refusal, response_url=response_url))
    return BoltResponse(status=200, body="")


def _answered(answer: dict[str, Any]) -> BoltResponse:
    return BoltResponse(
        status=200, body=json.dumps(answer), headers={"content-type": "application/json; charset=utf-8"}
    )
