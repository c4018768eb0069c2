"""Small valid blocks and views, to be changed by a test, and a call that is refused."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str = "hello", **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str = "press", **more: Any) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain("Press"), **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def field(block_id: str, element: Json | None = None, **more: Any) -> Json:
    element = element or {"type": "plain_text_input"}
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(block_id),
        "element": {"action_id": f"answer.{block_id}", **element},
        **more,
    }


def select(*values: str, kind: str = "static_select", **more: Any) -> Json:
    return {"type": kind, "options": [option(value) for value in values], **more}


def option(value: str) -> Json:
    return {"text": plain(value.title()), "value": value}


def modal(*blocks: Json, **more: Any) -> Json:
    blocks = blocks or (field("what"),)
    return {
        "type": "modal",
        "callback_id": "report",
        "title": plain("Report"),
        "submit": plain("Send"),
        "blocks": list(blocks),
        **more,
    }


def home(*blocks: Json) -> Json:
    return {"type": "home", "blocks": list(blocks or (section("welcome"),))}


async def refused(client: AsyncWebClient, method: str, **args: Any) -> Any:
    with pytest.raises(SlackApiError) as error:
        await client.api_call(method, json=args)
    return error.value.response
