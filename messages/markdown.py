"""Words for a Markdown file: the same templates' blocks, with every value escaped for Markdown instead of Slack."""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from bot.typed import is_person_id
from messages.texts import block_of, environment, is_linkable, utc, without_hidden

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_BLANK_LINES = re.compile(r"\n{3,}")


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


class Names:
    """People's names by their id; who is not known is shown by id."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def of(self, user_id: str) -> Markdown:
        """Return the person's name, or the id with an @ before it."""
        return escape_markdown(self.plain(user_id))

    def plain(self, user_id: str) -> str:
        """Return the same for a file that is not Markdown, not escaped."""
        return self._names.get(user_id) or f"@{user_id}"


def escape_markdown(text: str) -> Markdown:
    """Return somebody's text as one line in which Markdown finds nothing to format."""
    return Markdown(_MARKS.sub(r"\\\1", " ".join(without_hidden(text).split())))


def write(name: str, **values: Any) -> str:
    """Return the words of ``<template>.<block>`` as Markdown, ending in one line end. ``names`` are needed for people.

    Raises KeyError when there is no such block, and jinja2.UndefinedError when it wants a value that was not given.
    """
    return _BLANK_LINES.sub("\n\n", block_of(_markdown(), name, values)) + "\n"


def _shown(value: Any) -> str:
    if value is None:
        raise TypeError("A template was given None: say what is shown instead.")
    return value if isinstance(value, Markdown) else escape_markdown(str(value))


@pass_context
def _person(context: Context, user_id: str) -> Markdown:
    names: Names = context["names"]
    return names.of(user_id)


@pass_context
def _place(context: Context, channel_id: str) -> Markdown:
    """Return where a case lives: a person's name for their direct messages, else the channel's id, which is all that is known."""
    return _person(context, channel_id) if is_person_id(channel_id) else escape_markdown(channel_id)


def _when(moment: datetime | str) -> Markdown:
    return Markdown(utc(moment))


def _code(text: str) -> Markdown:
    """Return a text letter by letter, between fences that are longer than any in it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return Markdown(f"{fence}text\n{without_hidden(text)}\n{fence}")


def _quoted(text: str, _most: int = 0) -> Markdown:
    """Return the text between quotation marks; a record leaves nothing out."""
    return Markdown(f"“{escape_markdown(text)}”")


def _link(url: str, _words: str = "") -> Markdown:
    """Return an address that can be followed, in full; one that is not http or https stays text."""
    return Markdown(f"<{url}>") if is_linkable(url) else escape_markdown(url)


def _fact(value: str) -> Markdown:
    return _link(value)


@cache
def _markdown() -> Environment:
    return environment(
        _shown, person=_person, place=_place, when=_when, code=_code, quoted=_quoted, link=_link, fact=_fact
    )
