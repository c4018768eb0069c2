"""Words for a Markdown file: values are escaped for Markdown."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment

from messages.file_words import file_templates, write_block
from messages.texts import without_hidden

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


def write_markdown(name: str, **values: Any) -> str:
    """Return the words of ``<template>.<block>`` as Markdown. Needs and raises what ``write_block`` does."""
    return write_block(_templates(), name, values)


def escape_markdown(text: str) -> Markdown:
    """Return somebody's text as one line in which Markdown finds nothing to format."""
    return Markdown(_MARKS.sub(r"\\\1", " ".join(without_hidden(text).split())))


def _code(text: str) -> Markdown:
    """Return a text letter by letter, between fences that are longer than any in it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return Markdown(f"{fence}text\n{without_hidden(text)}\n{fence}")


def _link(url: str) -> Markdown:
    return Markdown(f"<{url}>")


@cache
def _templates() -> Environment:
    return file_templates(Markdown, escape_markdown, code=_code, link=_link)
