"""One thing that was looked at, as it is printed."""

from dataclasses import dataclass
from enum import StrEnum

AGAIN = "Run `oops doctor` again in a moment."
"""The next step where nothing but time is missing."""


class Mark(StrEnum):
    """How a check ended."""

    OK = "ok"
    HINT = "hint"
    FAILED = "FAILED"
    NOT_CHECKED = "-"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; ``next_step`` is one command or click, and there is one for everything that failed."""

    name: str
    mark: Mark
    text: str
    next_step: str = ""

    @property
    def is_failed(self) -> bool:
        """Return whether something has to be done before all of oops works."""
        return self.mark is Mark.FAILED

    def as_json(self) -> dict[str, str]:
        """Return it for scripts: ``mark`` is one of ok, hint, failed, not_checked."""
        return {
            "name": self.name,
            "mark": self.mark.name.lower(),
            "text": self.text,
            "next_step": self.next_step,
        }

    @property
    def line(self) -> str:
        """Return what is printed: a line, and where there is a next step a second one."""
        step = f"\n{'':8}next: {self.next_step}" if self.next_step else ""
        return f"{self.mark.value:<8}{self.name}: {self.text}{step}"


def ok(name: str, text: str) -> Check:
    """Return that all is well."""
    return Check(name, Mark.OK, text)


def failed(name: str, text: str, next_step: str) -> Check:
    """Return what is wrong, and what to do about it."""
    return Check(name, Mark.FAILED, text, next_step)


def failed_by(name: str, error: Exception) -> Check:
    """Return an error's sentences: the first says what is wrong, the others what to do."""
    text, _, step = str(error).partition(". ")
    return failed(name, text.removesuffix("."), step or AGAIN)


def hint(name: str, text: str, next_step: str) -> Check:
    """Return what could be better, and how; nothing fails for it."""
    return Check(name, Mark.HINT, text, next_step)


def not_checked(name: str, why: str) -> Check:
    """Return that something could not be looked at, because something else comes first."""
    return Check(name, Mark.NOT_CHECKED, f"not checked: {why}")
