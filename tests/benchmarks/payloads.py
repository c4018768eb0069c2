"""What Slack sends, as bytes, signed by the load generator."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.slack_stub import CHANNEL, PERSON, TEAM

Json = dict[str, Any]
WHAT = "We wrote Tuesday, the run is on Thursday"
BARE_VIEW: Json = {
    "id": "V1",
    "type": "modal",
    "callback_id": "report",
    "private_metadata": "",
    "blocks": [
        {"type": "input", "block_id": "what", "element": {"type": "plain_text_input", "action_id": "what"}}
    ],
}
# The entries of an ordinary report, where an input has these among its options; elsewhere the first option is taken.
ORDINARY = frozenset({"x", "wrong_fact", "inconvenience", "many_replies", "delete_and_repost"})
# Of a list that is loaded as somebody types: what was chosen there.
LOADED: Json = {"text": {"type": "plain_text", "text": "Brand 1"}, "value": "1"}
CHOICES = frozenset({"static_select", "external_select", "radio_buttons"})


def command(number: int) -> bytes:
    """Return `/oops` typed by one person."""
    return urlencode(
        {
            "team_id": TEAM,
            "team_domain": "bench",
            "channel_id": CHANNEL,
            "channel_name": "privategroup",
            "user_id": PERSON,
            "user_name": "alice",
            "command": "/oops",
            "text": "",
            "api_app_id": "A1",
            "is_enterprise_install": "false",
            "response_url": f"https://127.0.0.1/commands/{number}",
            "trigger_id": f"{number}.1.bench",
        }
    ).encode()


def submission(view: Json, chosen: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """Return the submission of an opened modal, with every required input answered; ``chosen`` are options by block id."""
    values = entries(view["blocks"])
    for block_id, value in chosen.items():
        option = {"text": {"type": "plain_text", "text": value}, "value": value}
        asked = values.get(block_id) or {f"report.{block_id}": {"type": "static_select"}}
        values[block_id] = {name: {**state, "selected_option": option} for name, state in asked.items()}
    filled = {**view, "team_id": TEAM, "state": {"values": values}}
    payload = {
        "type": "view_submission",
        "team": {"id": TEAM, "domain": "bench"},
        "user": {"id": PERSON, "username": "alice", "name": "alice", "team_id": TEAM},
        "api_app_id": "A1",
        "is_enterprise_install": False,
        "trigger_id": "1.1.bench",
        "response_urls": [],
        "view": filled,
    }
    return urlencode({"payload": json.dumps(payload)}).encode()


def bare_submissions(count: int) -> list[bytes]:
    """Return submissions of the bare bots' modal, each of a view of its own."""
    return [submission({**BARE_VIEW, "id": f"V{number}"}) for number in range(count)]


def entries(blocks: Iterable[Json]) -> Json:
    """Return the state of a modal: block id, action id, what was entered."""
    return {
        block["block_id"]: {
            block["element"]["action_id"]: entry(block["element"], block.get("optional", False))
        }
        for block in blocks
        if block["type"] == "input"
    }


def entry(element: Json, is_optional: bool) -> Json:
    """Return what a person enters: the text or an ordinary choice where one is required, otherwise what stands there."""
    kind = element["type"]
    if kind in CHOICES:
        chosen = element.get("initial_option") or (None if is_optional else ordinary_option(element))
        return {"type": kind, "selected_option": chosen}
    if kind == "plain_text_input":
        return {"type": kind, "value": element.get("initial_value") or (None if is_optional else WHAT)}
    if kind == "checkboxes":
        return {"type": kind, "selected_options": element.get("initial_options", [])}
    return {"type": kind}


def ordinary_option(element: Json) -> Json:
    options: list[Json] = element.get("options", [LOADED])
    return next((option for option in options if option["value"] in ORDINARY), options[0])
