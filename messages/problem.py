"""What went wrong, and what to do next: a message for one person, or a view on top of the form, which keeps what was typed."""

from typing import Any

from messages.blocks import SlackMessage, message, modal, sections
from messages.texts import error_words


def problem_message(sentence: str) -> SlackMessage:
    """Return an error's sentence as a message. Its mentions and code are meant; names in it are escaped."""
    words = error_words(sentence)
    return message(words, sections(words))


def problem_view(title: str, sentence: str) -> dict[str, Any]:
    """Return a view with an error's sentence, to be put on top of the form."""
    return modal(title, sections(error_words(sentence)), close="Back")
