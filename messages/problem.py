"""What went wrong, and what to do next: a message for one person, or a view on top of the form, which keeps what was typed."""

from enum import StrEnum
from typing import Any

from messages.blocks import SlackMessage, message, modal, sections
from messages.texts import error_words, say


class Problem(StrEnum):
    """What went wrong where no error of ours has a sentence for it."""

    TOO_LATE = "too_late"
    SLACK_IN_TROUBLE = "slack_in_trouble"
    REFUSES_US = "refuses_us"
    UNEXPECTED = "unexpected"  # wants the reference under which it is in the log
    UNLISTENED = "unlistened"
    STRANGER = "stranger"  # says nothing of what was asked for, so that it tells nobody which cases there are


def problem_words(problem: Problem, **values: str) -> str:
    """Return the sentence for a problem."""
    return say(f"problem.{problem}", **values)


def problem_message(sentence: str) -> SlackMessage:
    """Return an error's sentence as a message. Its mentions and code are meant; names in it are escaped."""
    words = error_words(sentence)
    return message(words, sections(words))


def problem_view(title: str, sentence: str) -> dict[str, Any]:
    """Return a view with an error's sentence, to be put on top of the form."""
    return modal(title, sections(error_words(sentence)), close="Back")
