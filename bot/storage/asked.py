"""What came of check-ins: which was answered last."""

from collections.abc import Iterable

from bot.models import CheckIn


def in_order_of_answers(check_ins: Iterable[CheckIn]) -> list[CheckIn]:
    """Return those that somebody answered or put off, in that order: an older one may have been answered last."""
    answered = [(row.answered_at, row.number, row) for row in check_ins if row.answered_at is not None]
    return [row for *_, row in sorted(answered, key=lambda each: each[:2])]
