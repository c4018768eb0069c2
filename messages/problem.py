"""What went wrong, and what to do next: a message for one person, or a view on top of the form that keeps what was typed."""

from typing import Any

from messages.blocks import SlackMessage, exact, message, modal, section, sections
from messages.texts import error_words, say


def problem_message(sentence: str) -> SlackMessage:
    """Return an error's sentence as a message. Its mentions and code are meant; names in it are escaped."""
    words = error_words(sentence)
    return message(words, sections(words))


def problem_view(title: str, sentence: str, typed: str | None = None) -> dict[str, Any]:
    """Return a view with an error's sentence, and what was typed where the form underneath cannot keep it."""
    blocks = sections(error_words(sentence))
    if typed:
        blocks += [section(say("problem.typed")), *exact(typed)]
    return modal(title, blocks, close="Back")
