"""Words for a record's files: the same templates' blocks as in Slack, with every value escaped in the file's own way."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from bot.typed import is_person_id
from messages.texts import block_of, environment, is_linkable, utc

Safe = TypeVar("Safe", bound=str)
_BLANK_LINES = re.compile(r"\n{3,}")


class Names:
    """People's names by their id; who is not known is shown by id."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def of(self, user_id: str) -> str:
        """Return the person's name, or the id with an @ before it; not escaped."""
        return self._names.get(user_id) or f"@{user_id}"


def file_templates(
    safe: type[Safe],
    escape: Callable[[str], Safe],
    *,
    code: Callable[[str], Safe],
    link: Callable[[str], Safe],
) -> Environment:
    """Return templates whose every value is escaped that is not ``safe`` already.

    ``code`` shows a text letter by letter, ``link`` an http or https address so that it can be followed.
    """

    @pass_context
    def person(context: Context, user_id: str) -> Safe:
        names: Names = context["names"]
        return escape(names.of(user_id))

    @pass_context
    def place(context: Context, channel_id: str) -> Safe:
        """Return where a case lives: a person's name for their direct messages, else the channel's id, which is all that is known."""
        return person(context, channel_id) if is_person_id(channel_id) else escape(channel_id)

    def when(moment: datetime | str) -> Safe:
        return safe(utc(moment))

    def quoted(text: str, _most: int = 0) -> Safe:
        """Return the text between quotation marks; a record leaves nothing out."""
        return safe(f"“{escape(text)}”")

    def linked(url: str, _words: str = "") -> Safe:
        """Return an address in full; one that is not http or https stays text."""
        return link(url) if is_linkable(url) else escape(url)

    return environment(
        safe,
        escape,
        person=person,
        place=place,
        when=when,
        code=code,
        quoted=quoted,
        link=linked,
        fact=linked,
    )


def write_block(templates: Environment, name: str, values: dict[str, Any]) -> str:
    """Return the words of ``<template>.<block>``, ending in one line end. ``names`` are needed for people.

    Raises KeyError when there is no such block, and jinja2.UndefinedError when it wants a value that was not given.
    """
    return _BLANK_LINES.sub("\n\n", block_of(templates, name, values)) + "\n"
