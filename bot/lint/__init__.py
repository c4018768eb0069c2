"""The lint: a text and its context in, findings out. Pure and deterministic; nothing is downloaded, nothing is random."""

from bot.lint.labels import Label, called
from bot.lint.model import Context, Finding
from bot.report import Channel, Report

__all__ = ["Context", "Finding", "Label", "called", "lint", "prepare"]


def lint(text: str, context: Context) -> tuple[Finding, ...]:
    """Return what an editor should look at, in the order of the text; what is absent (0, 0) comes first."""
    from bot.lint.checks import find_all  # noqa: PLC0415  see prepare: nobody needs it before the first edit

    return find_all(text, context)


def prepare() -> None:
    """Load what the first text would wait for: up to a second of processor time, and 50 MB; afterwards it costs a millisecond."""
    lint("It is on Thursday.", Context(report=Report("We wrote Tuesday"), channel=Channel.X))
