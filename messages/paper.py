"""Words for a printed record: values are escaped for the markup of reportlab's paragraphs."""

from functools import cache
from typing import Any
from xml.sax.saxutils import escape as escape_markup

from jinja2 import Environment

from messages.file_words import file_templates, write_block
from messages.texts import without_hidden

CODE = "\x1c"
"""Begins a line that is shown letter by letter, in which NEXT_LINE ends each line; neither can be typed."""
NEXT_LINE = "\x1d"


class Paper(str):
    """Text that is markup already."""

    __slots__ = ()


def write_paper(name: str, **values: Any) -> str:
    """Return the words of ``<template>.<block>`` as lines of markup. Needs and raises what ``write_block`` does."""
    return write_block(_templates(), name, values)


def escape_paper(text: str) -> Paper:
    """Return somebody's text as one line in which nothing is markup."""
    return Paper(escape_markup(" ".join(without_hidden(text).split())))


def _code(text: str) -> Paper:
    return Paper(CODE + escape_markup(without_hidden(text)).replace("\n", NEXT_LINE))


def _link(url: str) -> Paper:
    shown = escape_paper(url)
    address = shown.replace('"', "&quot;")
    return Paper(f'<link href="{address}" color="#1d4a4f">{shown}</link>')


@cache
def _templates() -> Environment:
    return file_templates(Paper, escape_paper, code=_code, link=_link)
