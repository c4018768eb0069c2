"""Reading messages and views as Slack and as a person would."""

import re
from collections.abc import Iterator
from typing import Any

from bot.playground.limits_of_views import check_message, check_view

_MEANT = re.compile(
    r"<@U[A-Z]+>|<#C[A-Z0-9]+>|<!date\^\d+\^\{date_short_pretty\} at \{time\}\|[-0-9]{10} [:0-9]{5} UTC>"
    r"|<https?://[^<>|\s]+\|[^<>|]+>"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def require_valid(made: Any) -> None:
    """Raise when Slack would refuse a message or a view, or when it could not be sent at all."""
    assert not any(_SURROGATE.search(text) for text in strings(made))
    if made.get("type") in ("modal", "home"):
        check_view(made, str(made["type"]))
    else:
        check_message(made)


def strings(thing: Any) -> Iterator[str]:
    """Yield every string in a message or view."""
    if isinstance(thing, str):
        yield thing
    for inner in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ():
        yield from strings(inner)


def under(key: str, thing: Any) -> Iterator[str]:
    """Yield every string that stands under a key in a message or view."""
    if isinstance(thing, dict) and isinstance(thing.get(key), str):
        yield thing[key]
    for inner in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ():
        yield from under(key, inner)


def read_by_slack(made: Any) -> Iterator[str]:
    """Yield every text in which Slack looks for mentions and links: mrkdwn objects, and a message's text."""
    if isinstance(made, dict):
        if made.get("type") == "mrkdwn":
            yield made["text"]
        if "blocks" in made and isinstance(made.get("text"), str):
            yield made["text"]
        for inner in made.values():
            yield from read_by_slack(inner)
    elif isinstance(made, list):
        for inner in made:
            yield from read_by_slack(inner)


def forged(made: Any) -> list[str]:
    """Return the texts that hold a mention, link or date that we did not mean, or that are cut inside one."""
    return [text for text in read_by_slack(made) if re.search("[<>]", _MEANT.sub("", text))]


def words(made: Any) -> str:
    """Return all that a person reads in blocks, line by line."""
    return "\n".join(_texts(made["blocks"]))


def _texts(thing: Any) -> list[str]:
    if isinstance(thing, dict):
        if thing.get("type") == "rich_text_preformatted":
            return ["".join(leaf["text"] for leaf in thing["elements"])]
        own = [thing["text"]] if isinstance(thing.get("text"), str) else []
        return own + [
            text for key, inner in thing.items() if key != "accessibility_label" for text in _texts(inner)
        ]
    if isinstance(thing, list):
        return [text for inner in thing for text in _texts(inner)]
    return []


def elements(thing: Any) -> list[dict[str, Any]]:
    """Return everything that can be pressed, chosen or filled in."""
    if isinstance(thing, dict):
        own = [thing] if "action_id" in thing else []
        return own + [found for inner in thing.values() for found in elements(inner)]
    if isinstance(thing, list):
        return [found for inner in thing for found in elements(inner)]
    return []


def action_ids(made: Any) -> list[str]:
    """Return the action ids in their order."""
    return [element["action_id"] for element in elements(made["blocks"])]


def button(made: Any, action_id: str) -> dict[str, Any]:
    """Return the one button with this action id."""
    (found,) = [element for element in elements(made["blocks"]) if element["action_id"] == action_id]
    return found


def block(made: Any, block_id: str) -> dict[str, Any]:
    """Return the block with this id."""
    (found,) = [one for one in made["blocks"] if one.get("block_id") == block_id]
    return found  # type: ignore[no-any-return]  # JSON


def exact_texts(made: Any) -> str:
    """Return what stands in the frames that show a text letter by letter."""
    return "".join(
        leaf["text"]
        for one in made["blocks"]
        if one["type"] == "rich_text"
        for frame in one["elements"]
        for leaf in frame["elements"]
    )
