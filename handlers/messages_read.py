"""What a message says, as the message shortcut brings it. An app's message may hold its words in blocks or attachments only."""

from collections.abc import Iterator
from typing import Any

_READ = (
    *("pretext", "title", "text", "blocks", "fields", "value", "elements"),
    *("url", "title_link", "from_url", "original_url"),
)
"""Where words stand, and then where addresses stand, in blocks and in attachments (docs.slack.dev, legacy secondary attachments)."""
_PRESSED = frozenset({"actions", "input", "button", "overflow"})
_DEEPEST = 12
"""An attachment with blocks with a list with links is some ten deep; what is deeper was not made by Slack."""


def words_of(message: dict[str, Any]) -> str:
    """Return a message's source text; else what stands in its blocks, in its attachments, or instead of them."""
    text = message.get("text")
    if isinstance(text, str) and text.strip():
        return text
    held = [*_words(message.get("blocks")), *_words(message.get("attachments"))]
    return " ".join(" ".join(held or _fallbacks(message.get("attachments"))).split())


def _words(thing: Any, depth: int = 0) -> Iterator[str]:
    """Return the words in a block or an attachment in their order, with the addresses of links; not those of buttons."""
    if depth > _DEEPEST:
        return
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, list):
        for one in thing:
            yield from _words(one, depth + 1)
    elif isinstance(thing, dict) and not _is_pressed(thing):
        for name in _READ:
            yield from _words(thing.get(name), depth + 1)


def _is_pressed(thing: dict[str, Any]) -> bool:
    kind = thing.get("type")
    return isinstance(kind, str) and kind in _PRESSED


def _fallbacks(attachments: Any) -> list[str]:
    given = attachments if isinstance(attachments, list) else []
    return [
        one["fallback"] for one in given if isinstance(one, dict) and isinstance(one.get("fallback"), str)
    ]
