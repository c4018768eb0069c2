"""What went wrong, and what to do next: a message for one person, or a view on top of the form that keeps what was typed."""

from typing import Any

from messages.blocks import SlackMessage, exact, message, modal, sections
from messages.texts import Marked, clean


def problem_message(sentence: str) -> SlackMessage:
    """Return an error's sentence as a message. The sentence is ours: its mentions and code marks are meant."""
    words = Marked(clean(sentence))
    return message(words, sections(words))


def problem_view(title: str, sentence: str, typed: str | None = None) -> dict[str, Any]:
    """Return a view with an error's sentence, and what was typed where the form underneath cannot keep it."""
    blocks = sections(Marked(clean(sentence)))
    if typed:
        blocks += [*sections(Marked("What you had typed:")), *exact(clean(typed))]
    return modal(title, blocks, close="Back")
