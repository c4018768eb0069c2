"""The lint: a text and its context in, findings out. Pure and deterministic; nothing is downloaded, nothing is random."""

from bot.lint.labels import Label
from bot.lint.model import Context, Finding

__all__ = ["Context", "Finding", "Label", "lint"]


def lint(text: str, context: Context) -> tuple[Finding, ...]:
    """Return what an editor should look at, in the order of the text; what is absent (0, 0) comes first."""
    from bot.lint.checks import find_all  # noqa: PLC0415  0.1 s and 16 MB, which nobody needs before the first edit

    return find_all(text, context)
