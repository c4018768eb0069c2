"""Words for a printed record: the same templates' blocks, with every value escaped for the markup of reportlab's paragraphs."""

import re
from datetime import datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape as escape_markup

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from bot.typed import is_person_id
from messages.markdown import Names
from messages.texts import block_of, environment, is_linkable, utc, without_hidden

CODE = "\x1c"
"""Begins a line that is shown letter by letter, in which NEXT_LINE ends each line; neither can be typed."""
NEXT_LINE = "\x1d"
_BLANK_LINES = re.compile(r"\n{3,}")


class Paper(str):
    """Text that is markup already."""

    __slots__ = ()


def write_paper(name: str, **values: Any) -> str:
    """Return the words of ``<template>.<block>`` as lines of markup. ``names`` are needed for people.

    Raises KeyError when there is no such block, and jinja2.UndefinedError when it wants a value that was not given.
    """
    return _BLANK_LINES.sub("\n\n", block_of(_paper(), name, values)) + "\n"


def escape_paper(text: str) -> Paper:
    """Return somebody's text as one line in which nothing is markup."""
    return Paper(escape_markup(" ".join(without_hidden(text).split())))


def _shown(value: Any) -> str:
    if value is None:
        raise TypeError("A template was given None: say what is shown instead.")
    return value if isinstance(value, Paper) else escape_paper(str(value))


@pass_context
def _person(context: Context, user_id: str) -> Paper:
    names: Names = context["names"]
    return escape_paper(names.plain(user_id))


@pass_context
def _place(context: Context, channel_id: str) -> Paper:
    return _person(context, channel_id) if is_person_id(channel_id) else escape_paper(channel_id)


def _when(moment: datetime | str) -> Paper:
    return Paper(utc(moment))


def _code(text: str) -> Paper:
    return Paper(CODE + escape_markup(without_hidden(text)).replace("\n", NEXT_LINE))


def _quoted(text: str, _most: int = 0) -> Paper:
    """Return the text between quotation marks; a record leaves nothing out."""
    return Paper(f"“{escape_paper(text)}”")


def _link(url: str, _words: str = "") -> Paper:
    """Return an address that can be followed, in full; one that is not http or https stays text."""
    shown = escape_paper(url)
    if not is_linkable(url):
        return shown
    address = shown.replace('"', "&quot;")
    return Paper(f'<link href="{address}" color="#1d4a4f">{shown}</link>')


def _fact(value: str) -> Paper:
    return _link(value)


@cache
def _paper() -> Environment:
    return environment(
        _shown, person=_person, place=_place, when=_when, code=_code, quoted=_quoted, link=_link, fact=_fact
    )
