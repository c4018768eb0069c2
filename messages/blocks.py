"""Block Kit as plain dicts: small builders of blocks, messages and views that know the limits (buttons: ``inputs.py``).

What we write wrongly (an id that is too long, 101 options, 51 blocks) raises ``BlockError``. What people typed is shortened
with "…" and never refused. Figures: docs.slack.dev, reference/block-kit; lengths are counted after escaping, to be safe.
"""

import re
from collections.abc import Sequence
from typing import Any, TypedDict

from messages.texts import Marked, escape_entities, shorten_marked, without_hidden

_SURROGATE = re.compile("[\ud800-\udfff]")
_BEFORE_MENTION = re.compile("(?<=<)(?=[!@#])")
# Control characters cannot be sent; they are shown as their pictures (U+2400 ...), tabs and line ends as themselves.
_PICTURES = {code: 0x2400 + code for code in range(32) if code not in (0x09, 0x0A)} | {0x7F: 0x2421}

Block = dict[str, Any]
Element = dict[str, Any]

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
TEXT = 3000  # of a text object, and of what somebody types into a field
MESSAGE_TEXT = 4000  # chat.update refuses more
_FIELD = 2000
_HEADER = 150
_TITLE = 24
_ID = 255


class SlackMessage(TypedDict):
    """A message: ``text`` says everything by itself (notifications, screen readers), ``blocks`` show it."""

    text: str
    blocks: list[Block]


class BlockError(ValueError):
    """A block that Slack would refuse because we built it wrongly."""


def within(name: str, size: int, most: int, least: int = 1) -> None:
    """Raise BlockError when ``size`` is not in the range that Slack takes."""
    if not least <= size <= most:
        raise BlockError(f"{name}: {size}, allowed are {least} to {most}.")


def present(**fields: Any) -> dict[str, Any]:
    """Return the fields that are given, with their ids checked."""
    given = {name: value for name, value in fields.items() if value is not None}
    for name in ("action_id", "block_id", "callback_id"):
        if name in given:
            within(name, len(given[name]), _ID)
    return given


def plain(text: str, most: int = TEXT) -> Element:
    """Return a plain_text object: nothing in it is formatted, and emoji codes stay letters."""
    shown = without_hidden(text)
    if not shown.strip():
        shown = "-"
    return {"type": "plain_text", "text": shorten_marked(escape_entities(shown), most), "emoji": False}


def mrkdwn(text: Marked, most: int = TEXT) -> Element:
    """Return a mrkdwn object. ``verbatim``: Slack adds no links or mentions of its own. Raises BlockError when empty."""
    within("text", len(text.strip()), len(text))
    return {"type": "mrkdwn", "text": shorten_marked(text, most), "verbatim": True}


def text_object(text: str, most: int = TEXT) -> Element:
    """Return mrkdwn for text that we built, plain_text for any other."""
    return mrkdwn(text, most) if isinstance(text, Marked) else plain(text, most)


def section(text: str, *, accessory: Element | None = None, block_id: str | None = None) -> Block:
    """Return a section; more than 3000 characters end in "…"."""
    return present(type="section", text=text_object(text), accessory=accessory, block_id=block_id)


def sections(text: Marked) -> list[Block]:
    """Return the text over as many sections as it needs, divided between lines."""
    parts: list[str] = []
    for line in text.split("\n"):
        if parts and len(parts[-1]) + len(line) < TEXT:
            parts[-1] += f"\n{line}"
        else:
            parts.append(line)
    return [section(Marked(part)) for part in parts if part.strip()]


def fields(*texts: str) -> Block:
    """Return a section of up to ten short texts in two columns."""
    within("fields", len(texts), 10)
    return {"type": "section", "fields": [text_object(text, _FIELD) for text in texts]}


def exact(text: str) -> list[Block]:
    """Return blocks that show a text letter by letter, as it will be sent.

    Preformatted rich text is the one form that Slack does not read: no escapes, formatting, links or emoji codes, spaces
    stay, and its frame shows where the text begins and ends. What is copied from it is the text.
    """
    shown = _SURROGATE.sub("\ufffd", text).translate(_PICTURES) or " "
    return [
        {
            "type": "rich_text",
            "elements": [
                {"type": "rich_text_preformatted", "elements": _leaves(shown[start : start + TEXT])}
            ],
        }
        for start in range(0, len(shown), TEXT)
    ]


def _leaves(text: str) -> list[Element]:
    """Return the text's elements. ``<!`` and ``<@`` are split, so that no export or bridge can read a mention out of them."""
    return [{"type": "text", "text": part} for part in _BEFORE_MENTION.split(text) if part]


def actions(*elements: Element | None, block_id: str | None = None) -> Block:
    """Return a row of the elements that are given. Raises BlockError on more than one primary button."""
    given = [element for element in elements if element is not None]
    within("elements", len(given), 25)
    within("primary buttons", sum(element.get("style") == "primary" for element in given), 1, least=0)
    return present(type="actions", elements=given, block_id=block_id)


def context(*texts: str) -> Block:
    """Return small grey text; up to ten pieces beside each other."""
    within("elements", len(texts), 10)
    return {"type": "context", "elements": [text_object(text) for text in texts]}


def header(text: str) -> Block:
    """Return a large title of up to 150 characters."""
    return {"type": "header", "text": plain(" ".join(text.split()), _HEADER)}


def divider() -> Block:
    """Return a line across."""
    return {"type": "divider"}


def input_block(
    label: str,
    element: Element,
    *,
    block_id: str,
    hint: str | None = None,
    optional: bool = False,
    dispatch_action: bool = False,
) -> Block:
    """Return a question with its element. ``dispatch_action``: every change is told to the app."""
    return present(
        type="input",
        block_id=block_id,
        label=plain(label, _FIELD),
        element=element,
        hint=plain(hint, _FIELD) if hint else None,
        optional=optional,
        dispatch_action=dispatch_action or None,
    )


def message(text: Marked, blocks: Sequence[Block]) -> SlackMessage:
    """Return a message. Raises BlockError without a text, or with more than 50 blocks."""
    within("text", len(text.strip()), len(text))
    within("blocks", len(blocks), MESSAGE_BLOCKS, least=0)
    return {"text": shorten_marked(text, MESSAGE_TEXT), "blocks": list(blocks)}


def modal(
    title: str,
    blocks: Sequence[Block],
    *,
    callback_id: str | None = None,
    private_metadata: str | int | None = None,
    submit: str | None = None,
    close: str = "Cancel",
    notify_on_close: bool = False,
) -> dict[str, Any]:
    """Return a modal. Raises BlockError when it asks something and has no ``submit``, or a title is over 24 characters."""
    within("blocks", len(blocks), VIEW_BLOCKS)
    for words in (title, close, submit or close):
        within("title, submit or close", len(escape_entities(words)), _TITLE)
    if submit is None and any(block["type"] == "input" for block in blocks):
        raise BlockError("A modal with an input needs a submit button.")
    return present(
        type="modal",
        callback_id=callback_id,
        private_metadata=None if private_metadata is None else str(private_metadata),
        title=plain(title),
        submit=plain(submit) if submit else None,
        close=plain(close),
        notify_on_close=notify_on_close or None,
        blocks=list(blocks),
    )


def home(blocks: Sequence[Block], *, private_metadata: str | int | None = None) -> dict[str, Any]:
    """Return an App Home view. Raises BlockError on more than 100 blocks."""
    within("blocks", len(blocks), VIEW_BLOCKS)
    metadata = None if private_metadata is None else str(private_metadata)
    return present(type="home", blocks=list(blocks), private_metadata=metadata)
