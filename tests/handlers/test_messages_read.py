"""The message shortcut on what another app posted: its words may stand in blocks or attachments only."""

from typing import Any

import pytest

from handlers.messages_read import words_of
from tests.handlers.reporting import chosen, entry
from tests.world import Someone, World

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "We wrote Tuesday in the newsletter"}}
BUTTONS = {
    "type": "actions",
    "elements": [
        {"type": "button", "text": {"type": "plain_text", "text": "Retweet"}, "url": "https://b.example"}
    ],
}
LIST = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_list",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": "It is "},
                        {"type": "link", "url": "https://x.com/acme/status/1"},
                    ],
                }
            ],
        }
    ],
}
SHARED_POST = {
    "from_url": "https://x.com/acme/status/2",
    "fallback": "X: We wrote Tuesday",
    "text": "We wrote Tuesday",
    "title": "Acme",
}


async def test_an_apps_message_fills_in_what_its_blocks_say(world: World, alice: Someone) -> None:
    message = await alice.person.says("CSOCIAL", "as another app posts it")
    message.text, message.blocks = "", [SECTION, BUTTONS, LIST]

    await alice.person.message_shortcut("report_message", "CSOCIAL", message.ts)
    await world.oops.settle()

    assert entry(alice.view, "what")["value"] == "We wrote Tuesday in the newsletter It is"
    assert entry(alice.view, "link")["value"] == "https://x.com/acme/status/1"
    assert chosen(alice.view, "channel") == "x"


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"text": "Said by a person", "blocks": [SECTION]}, "Said by a person"),
        ({"text": "", "attachments": [SHARED_POST]}, "Acme We wrote Tuesday https://x.com/acme/status/2"),
        ({"text": None, "attachments": [{"fallback": "X: We wrote Tuesday"}]}, "X: We wrote Tuesday"),
        ({"text": "", "attachments": [{"blocks": [SECTION]}]}, "We wrote Tuesday in the newsletter"),
        ({"blocks": [BUTTONS]}, ""),
        ({"text": 7, "blocks": 7, "attachments": [None, {"fallback": 7}]}, ""),
        ({}, ""),
    ],
)
def test_the_words_of_a_message_are_found_where_they_are(message: dict[str, Any], words: str) -> None:
    assert words_of(message) == words


def test_a_message_that_is_nested_without_end_is_read_to_where_slack_ends() -> None:
    nested: dict[str, Any] = {"text": "below"}
    for _ in range(500):
        nested = {"elements": [nested]}

    assert words_of({"blocks": [nested]}) == ""
