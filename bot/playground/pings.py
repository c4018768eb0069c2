"""Finds what would make phones ring: mentions of whole channels and groups, and of people."""

import re
from collections.abc import Iterator
from typing import Any

from bot.playground.state import Message

_MENTION = re.compile(r"<(!channel|!here|!everyone|!subteam\^\w+|@[UW]\w+)(?:\|[^>]*)?>")


def pings(message: Message) -> list[str]:
    """Return every mention in a message's text and mrkdwn blocks, such as "!channel" or "@UALICE", sorted, once each."""
    texts = [message.text, *_mrkdwn(message.blocks)]
    return sorted({found for text in texts for found in _MENTION.findall(text)})


def _mrkdwn(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for item in part:
            yield from _mrkdwn(item)
    elif isinstance(part, dict):
        if part.get("type") == "mrkdwn":
            yield str(part.get("text", ""))
        for value in part.values():
            yield from _mrkdwn(value)
