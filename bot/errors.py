"""Errors that a person should read. ``str(error)`` is the sentence they see: what is wrong, and what to do next."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class OopsError(Exception):
    """Something a person can put right; what ``is_passing`` may be over when it is tried again."""

    is_passing = False

    @property
    def for_operator(self) -> str:
        """Return the sentence for whoever runs oops, where that is not the one for everybody."""
        return str(self)


class TryAgain(OopsError):
    """What has worked, or would have, cannot go on: starting again is the way."""

    is_passing = True


class InvalidAnswer(OopsError):
    """An answer that cannot be taken: ``sentence`` is shown beside ``field``, the block id of its input."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class InvalidAnswers(OopsError):
    """Several answers that cannot be taken: ``errors`` holds each one's sentence under its field."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = errors


def tried(errors: dict[str, str], read: Callable[[], T]) -> T | None:
    """Return what ``read`` returns; what it refuses is added to ``errors`` under its field, so that all is told at once."""
    try:
        return read()
    except InvalidAnswer as refused:
        errors[refused.field] = str(refused)
    except InvalidAnswers as refused:
        errors.update(refused.errors)
    return None
